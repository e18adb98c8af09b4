// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/key_groups.h"

#include "ui/widgets/labels.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace maiam {

namespace {
constexpr int InLine = 4;
constexpr int Written = 5; ///< symbols of a group with its check symbol

QFont keyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(Theme::font(TextStyle::Clock).pointSizeF());
    font.setBold(true);
    return font;
}

QString plain(const QString& typed)
{
    QString out;
    for (const QChar c : typed)
        if (c.isLetterOrNumber())
            out += c;
    return out;
}
} // namespace

KeyEntry::KeyEntry(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextStyle::Section, this))
    , m_fault(makeWrappedLabel({}, TextStyle::Secondary))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::S));
    column->addWidget(m_title);
    auto* grid = new QGridLayout;
    grid->setSpacing(Theme::scaled(space::S));
    for (int i = 0; i < RecoveryKey::Groups; ++i) {
        auto* cell = new QHBoxLayout;
        auto* edit = new QLineEdit(this);
        edit->setFont(keyFont());
        edit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase | Qt::ImhSensitiveData);
        edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(QStringLiteral("MMMMMM")) + Theme::scaled(16));
        cell->addWidget(makeLabel(QString::number(i + 1), TextStyle::Secondary, this));
        cell->addWidget(edit, 1);
        grid->addLayout(cell, i / InLine, i % InLine);
        connect(edit, &QLineEdit::textChanged, this, [this, i] { typed(i); });
        m_groups.append(edit);
    }
    column->addLayout(grid);
    column->addWidget(m_fault);
    setTone(m_fault, Tone::Red);
    setFocusProxy(m_groups.first());
    setTitle(title);
}

void KeyEntry::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    for (int i = 0; i < m_groups.size(); ++i)
        m_groups.at(i)->setAccessibleName(
            title.isEmpty() ? tr("Group %1").arg(i + 1) : tr("%1, group %2").arg(title).arg(i + 1));
}

QString KeyEntry::fault() const
{
    return m_fault->text();
}

void KeyEntry::clear()
{
    for (QLineEdit* edit : std::as_const(m_groups))
        edit->clear();
}

void KeyEntry::typed(int index)
{
    QLineEdit* edit = m_groups.at(index);
    QLineEdit* following = m_groups.value(index + 1);
    const QString text = plain(edit->text());
    if (text.size() > Written && following && edit->cursorPosition() == edit->text().size()) {
        // Pasted, or typed on without stopping: the rest belongs to the groups that follow.
        edit->setText(text.left(Written));
        following->setText(text.mid(Written));
        if (edit->hasFocus()) // with a slip in it; what is typed next goes on behind the rest
            following->setFocus();
        return;
    }
    // As by Tab: what stands there is selected, so that typing on replaces it.
    if (text.size() == Written && following && RecoveryKey::checkGroup(index + 1, text) && edit->hasFocus())
        following->setFocus(Qt::TabFocusReason);
    judge();
}

void KeyEntry::judge()
{
    QString fault;
    for (int i = 0; i < m_groups.size(); ++i) {
        const QString text = plain(m_groups.at(i)->text());
        if (text.size() >= Written && !RecoveryKey::checkGroup(i + 1, text)) {
            fault = tr("Group %1 is mistyped. Compare it with the paper and type it again.").arg(i + 1);
            break;
        }
    }
    m_fault->setText(fault);
}

std::optional<RecoveryKey> KeyEntry::take()
{
    QStringList all;
    for (int i = 0; i < m_groups.size(); ++i) {
        const QString text = plain(m_groups.at(i)->text());
        all.append(text);
        if (RecoveryKey::checkGroup(i + 1, text))
            continue;
        m_fault->setText(text.isEmpty()
                ? tr("Group %1 is missing. It stands on the paper under this number.").arg(i + 1)
                : tr("Group %1 is mistyped. Compare it with the paper and type it again.").arg(i + 1));
        m_groups.at(i)->setFocus();
        m_groups.at(i)->selectAll();
        return std::nullopt;
    }
    auto key = RecoveryKey::parse(all.join(u'-'));
    if (key)
        return std::move(*key);
    m_fault->setText(key.error().message);
    return std::nullopt;
}

KeyGroups::KeyGroups(const QString& title, const QStringList& groups, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabel(title, TextStyle::Section, this));
    auto* grid = new QGridLayout;
    grid->setSpacing(Theme::scaled(space::M));
    for (int i = 0; i < groups.size(); ++i) {
        auto* group = makeLabel(groups.at(i), TextStyle::Body, this);
        group->setFont(keyFont());
        group->setAccessibleName(tr("Group %1: %2").arg(QString::number(i + 1), groups.at(i)));
        auto* cell = new QHBoxLayout;
        cell->addWidget(makeLabel(QString::number(i + 1), TextStyle::Secondary, this));
        cell->addWidget(group, 1);
        grid->addLayout(cell, i / InLine, i % InLine);
    }
    column->addLayout(grid);
}

} // namespace maiam
