// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/copies_card.h"

#include "models/text/format.h"
#include "ui/journal/access_page.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr std::size_t MostCopiesShown = 12;
} // namespace

CopiesCard::CopiesCard(QWidget* parent)
    : Card(tr("Copies that an erasure does not reach"), parent)
{
    setObjectName(u"copies"_s);
    hide();
}

/// "10:12 24/11/2026 · printed · BL-2026-0014 · Hoàng Thị Lan".
QString CopiesCard::copyText(const AccessEntry& look)
{
    QStringList parts { formatDateTime(look.note.at), AccessPage::actText(look.note.act) };
    if (!look.code.isEmpty())
        parts.append(look.code);
    parts.append(look.who.isEmpty() ? tr("a user not known here") : look.who);
    return parts.join(u" · "_s);
}

QString CopiesCard::shortList(QStringList names)
{
    const qsizetype more = names.size() - qsizetype(MostCopiesShown);
    if (more > 0)
        names = names.first(qsizetype(MostCopiesShown));
    QString text = names.join(", "_L1);
    if (more > 0)
        text += u' ' + tr("and %n more", nullptr, int(more));
    return text;
}

void CopiesCard::listLooks(const QString& heading, const std::vector<AccessEntry>& looks, QWidget* list)
{
    list->layout()->addWidget(makeWrappedLabel(heading, TextStyle::Body, list));
    const std::size_t shown = std::min(looks.size(), MostCopiesShown);
    for (std::size_t i = 0; i < shown; ++i)
        list->layout()->addWidget(makeWrappedLabel(copyText(looks[i]), TextStyle::Secondary, list));
    if (looks.size() > shown)
        list->layout()->addWidget(
            makeWrappedLabel(tr("and %n more; “Who looked” lists them all", nullptr, int(looks.size() - shown)),
                TextStyle::Secondary, list));
}

void CopiesCard::setCopies(const ErasurePlan& plan, const QStringList& places)
{
    delete m_list;
    m_list = new QWidget(this);
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::scaled(space::S));
    if (plan.looks.empty())
        lines->addWidget(
            makeWrappedLabel(tr("The register knows of no print and no file with the names of these records."),
                TextStyle::Body, m_list));
    else
        listLooks(tr("Printed, or put into a file, with the names of these records. Look for these papers and files "
                     "and destroy them:"),
            plan.looks, m_list);
    if (!plan.exports.empty())
        listLooks(tr("Put into files without naming a record: a backup in another folder, or a hand-over record. They "
                     "may hold the names:"),
            plan.exports, m_list);
    QStringList shown;
    for (const QString& place : places)
        shown.append(QDir::toNativeSeparators(place));
    lines->addWidget(makeWrappedLabel(
        tr("Backups hold the names until they are removed; whoever restores one erases them before the register opens. "
           "They lie in: %1. What somebody has copied elsewhere is not known here.")
            .arg(shown.join(", "_L1)),
        TextStyle::Body, m_list));
    if (!plan.packages.isEmpty())
        lines->addWidget(makeWrappedLabel(
            tr("These packages carried entries of these records to another office, but no name, number or text; their "
               "receiver confirms the erasure for itself: %1.")
                .arg(shortList(plan.packages)),
            TextStyle::Body, m_list));
    body()->addWidget(m_list);
    m_list->show();
    show();
}

} // namespace maiam
