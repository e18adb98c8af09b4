// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/register/register_lock.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QObject>

#include <optional>

namespace maiam {

/// One window a register: the first start holds the register's lock and listens on a socket of this user; a second one
/// asks it to show its window. Registers in other folders may be open beside it.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Start {
        First, ///< this program has the register; go on
        Raised, ///< another window has it and has come to the front; end with status 0
    };

    explicit SingleInstance(QObject* parent = nullptr);
    /// Busy when something else than a window of this user holds the register: a command, or another account.
    [[nodiscard]] Result<Start> begin(const QString& folder);
    /// The socket's name for a folder: of this user, and of no use to tell the folder's name.
    [[nodiscard]] static QString socketName(const QString& folder);

Q_SIGNALS:
    /// A second start asks for the window.
    void raiseWanted();

private:
    bool askFirst(const QString& name, const QString& folder) const;
    void listen(const QString& name);
    void answer();
    std::optional<RegisterLock> m_lock;
    QLocalServer m_server;
};

} // namespace maiam
