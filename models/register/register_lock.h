// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QString>

#include <memory>

namespace maiam {

/// Who may write in a register's folder: one program at a time. SQLite's own locks keep the file whole, but two writers
/// would sign different entries under the same number of the same device, which is a fork (law 9).
///
/// Held by the file register.lock, which names the process; one that a crash left behind is noticed and replaced.
class RegisterLock
{
    Q_DECLARE_TR_FUNCTIONS(maiam::RegisterLock)
public:
    /// Takes the lock; makes the folder when it is not there, for its owner only. Busy when another program holds it.
    /// In a folder that cannot be written to there is nothing to lock: the result then holds no file.
    [[nodiscard]] static Result<RegisterLock> take(const QString& folder);
    /// The process that holds the lock of a folder; 0 when none does.
    [[nodiscard]] static qint64 holder(const QString& folder);

private:
    explicit RegisterLock(std::unique_ptr<QLockFile> file)
        : m_file(std::move(file))
    {
    }
    std::unique_ptr<QLockFile> m_file;
};

} // namespace maiam
