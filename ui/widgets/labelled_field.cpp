// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labelled_field.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/steady_scroll_area.h"

#include <QApplication>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// The label without its mnemonic: what a screen reader says.
QString spoken(QString label)
{
    label.replace("&&"_L1, u"\x1"_s);
    label.remove(u'&');
    return label.replace(u'\x1', u'&');
}
} // namespace

LabelledField::LabelledField(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_below(makeWrappedLabel({}, TextStyle::Secondary, this))
    , m_editor(editor)
{
    // Made earlier in the same window, the input would stay before its field in the order of Tab, and the field, which
    // hands the focus on to it, would lead back there for ever.
    editor->setParent(nullptr);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::XS));
    QFont font = Theme::font(TextStyle::Secondary);
    m_label->setFont(font);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(editor);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_below);
    m_below->hide();
    setFocusProxy(editor);
    setLabel(label);
}

void LabelledField::setLabel(const QString& label)
{
    m_text = label;
    refresh();
}

void LabelledField::setRequired(bool required)
{
    m_required = required;
    refresh();
}

void LabelledField::setHint(const QString& hint)
{
    m_hint = hint;
    refresh();
}

void LabelledField::setError(const QString& error)
{
    m_error = error;
    refresh();
    // Who is at the field must see what is wrong; to any other the focus leads.
    const QWidget* focused = QApplication::focusWidget();
    if (!error.isEmpty() && focused && isAncestorOf(focused))
        SteadyScrollArea::reveal(this);
}

QString LabelledField::error() const
{
    return m_error;
}

void LabelledField::refresh()
{
    m_label->setText(m_required ? m_text + " *"_L1 : m_text);
    const QString name = m_required ? tr("%1 (needed)").arg(spoken(m_text)) : spoken(m_text);
    QWidget* input = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
    const QString below = m_error.isEmpty() ? m_hint : m_error;
    for (QWidget* widget : { m_editor, input }) {
        widget->setAccessibleName(name);
        widget->setAccessibleDescription(below);
    }
    m_below->setText(below);
    m_below->setVisible(!below.isEmpty());
    if (m_error.isEmpty())
        setMuted(m_below);
    else
        setTone(m_below, Tone::Red);
    const bool faulty = !m_error.isEmpty();
    if (input->property("faulty").toBool() != faulty) {
        input->setProperty("faulty", faulty);
        input->style()->unpolish(input);
        input->style()->polish(input);
    }
}

} // namespace maiam
