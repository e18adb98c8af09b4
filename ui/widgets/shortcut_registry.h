// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QShortcut;
class QWidget;

namespace maiam {

/// One keyboard shortcut, as the guide lists it.
struct ShortcutEntry
{
    QKeySequence keys;
    QString title;
    /// Empty for the whole window, else the page on which it works.
    QString scope;
};

/// The one registry of shortcuts. Two that could be meant by the same keys are refused, and so are single letters and
/// Backspace: Vietnamese keyboards type them.
class ShortcutRegistry : public QObject
{
    Q_OBJECT
public:
    explicit ShortcutRegistry(QObject* parent = nullptr);
    /// Binds \a keys in \a owner (the window, or with \a scope a page and what is inside it). Returns nothing when the
    /// keys are taken or unusable; conflicts() then says which.
    QShortcut* add(const QKeySequence& keys, const QString& title, QWidget* owner, std::function<void()> run,
        const QString& scope = {});
    /// What is bound, for the guide.
    [[nodiscard]] QList<ShortcutEntry> entries() const;
    /// One line for each refused binding; empty in a program that is put together well.
    [[nodiscard]] QStringList conflicts() const { return m_conflicts; }
    /// Whether the keys alone type text.
    [[nodiscard]] static bool typesText(const QKeySequence& keys);

private:
    QList<ShortcutEntry> m_entries;
    QStringList m_conflicts;
};

} // namespace maiam
