// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shortcut_registry.h"

#include <QShortcut>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

ShortcutRegistry::ShortcutRegistry(QObject* parent)
    : QObject(parent)
{
}

QShortcut* ShortcutRegistry::add(
    const QKeySequence& keys, const QString& title, QWidget* owner, std::function<void()> run, const QString& scope)
{
    if (keys.isEmpty() || typesText(keys)) {
        m_conflicts.append(u"%1: %2"_s.arg(keys.toString(), title));
        return nullptr;
    }
    for (const ShortcutEntry& other : std::as_const(m_entries)) {
        const bool meet = other.scope.isEmpty() || scope.isEmpty() || other.scope == scope;
        if (meet && other.keys.matches(keys) != QKeySequence::NoMatch) {
            m_conflicts.append(u"%1: %2 / %3"_s.arg(keys.toString(), other.title, title));
            return nullptr;
        }
    }
    m_entries.append({ keys, title, scope });
    auto* shortcut = new QShortcut(keys, owner);
    shortcut->setContext(scope.isEmpty() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, owner, std::move(run));
    connect(shortcut, &QObject::destroyed, this, [this, keys, scope] {
        m_entries.removeIf([&](const ShortcutEntry& e) { return e.keys == keys && e.scope == scope; });
    });
    return shortcut;
}

QList<ShortcutEntry> ShortcutRegistry::entries() const
{
    return m_entries;
}

bool ShortcutRegistry::typesText(const QKeySequence& keys)
{
    const QKeyCombination first = keys[0];
    const bool bare = !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const int key = first.key();
    return bare && (key < Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Delete);
}

} // namespace maiam
