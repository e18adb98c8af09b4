// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_files.h"

#include <QSemaphore>

#include <atomic>

namespace maiam::test {

/// A network folder whose server is gone: who makes a file there waits, until it is let go.
class HangingFiles : public BackupFiles
{
public:
    explicit HangingFiles(QString folder)
        : m_folder(std::move(folder))
    {
    }
    void hang() { m_hangs = true; }
    /// Whether somebody hangs there, within some milliseconds.
    [[nodiscard]] bool holdsSomebody(int within) { return m_holds.tryAcquire(1, within); }
    void letGo()
    {
        m_hangs = false;
        m_gate.release();
    }

    Result<std::unique_ptr<Out>> create(const QString& path) override
    {
        if (m_hangs && path.startsWith(m_folder)) {
            m_holds.release();
            m_gate.acquire();
        }
        return BackupFiles::create(path);
    }

private:
    QString m_folder;
    QSemaphore m_holds;
    QSemaphore m_gate;
    std::atomic_bool m_hangs = false;
};

} // namespace maiam::test
