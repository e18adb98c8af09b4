// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace maiam {

/// What making a backup asks of the disk. Tests let each call fail in turn.
class BackupFiles
{
public:
    /// A new file that is being written.
    class Out
    {
    public:
        Out() = default;
        virtual ~Out() = default;
        Q_DISABLE_COPY_MOVE(Out)
        [[nodiscard]] virtual Result<void> write(QByteArrayView bytes) = 0;
        [[nodiscard]] virtual Result<void> sync() = 0;
    };

    BackupFiles() = default;
    virtual ~BackupFiles() = default;
    Q_DISABLE_COPY_MOVE(BackupFiles)

    /// Makes a folder with those above it. Errors: ReadOnly.
    [[nodiscard]] virtual Result<void> makeFolder(const QString& folder);
    /// Errors: AlreadyExists, NotFound, ReadOnly.
    [[nodiscard]] virtual Result<std::unique_ptr<Out>> create(const QString& path);
    /// Gives a whole file a name that is free, on the same disk; when this returns well, the name outlasts a power cut.
    /// Errors: Io; the file may bear the new name all the same, and may not keep it.
    [[nodiscard]] virtual Result<void> rename(const QString& from, const QString& to);
    /// Errors: Io.
    [[nodiscard]] virtual Result<void> remove(const QString& path);
};

} // namespace maiam
