// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/footer.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

Footer::Footer(QWidget* parent)
    : QWidget(parent)
    , m_hotlines(makeWrappedLabel({}, TextStyle::Secondary, this))
    , m_status(makeWrappedLabel({}, TextStyle::Secondary, this))
{
    setObjectName(u"footer"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(
        Theme::scaled(space::M), Theme::scaled(space::XS), Theme::scaled(space::M), Theme::scaled(space::XS));
    row->addWidget(m_hotlines, 1);
    row->addWidget(m_status, 1);
    m_hotlines->setTextFormat(Qt::RichText);
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void Footer::setHotlines(const QList<Hotline>& hotlines)
{
    QStringList parts;
    for (const Hotline& line : hotlines) {
        QString whose = line.name.toHtmlEscaped();
        // A name stays beside its number when the line wraps.
        whose.replace(u' ', u"&nbsp;"_s);
        QString number = line.number.toHtmlEscaped();
        number.replace(u' ', u"&nbsp;"_s);
        parts.append(u"<b>%1</b>&nbsp;%2"_s.arg(number, whose));
    }
    m_hotlines->setText(parts.isEmpty() ? QString() : tr("Call at once:") + " "_L1 + parts.join(u" &nbsp; "_s));
}

void Footer::setStatus(const QString& status)
{
    m_status->setText(status);
}

QString Footer::status() const
{
    return m_status->text();
}

QString Footer::hotlinesText() const
{
    return m_hotlines->text();
}

} // namespace maiam
