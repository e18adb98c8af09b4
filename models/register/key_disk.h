// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace maiam {

/// What writing keys asks of the disk, beside the database. When a call returns well, its work outlasts a power cut.
/// Tests let each call fail in turn.
class KeyDisk
{
public:
    KeyDisk() = default;
    virtual ~KeyDisk() = default;
    Q_DISABLE_COPY_MOVE(KeyDisk)

    /// The disk of this PC.
    [[nodiscard]] static KeyDisk& ofThisPc();

    /// Puts bytes into a file in one step, for its owner only; an older file stays when it fails. Errors: DiskFull,
    /// ReadOnly, Busy, Io.
    [[nodiscard]] virtual Result<void> replace(const QString& path, const QByteArray& bytes);
    /// Gives a file a name that is free. Errors: Io.
    [[nodiscard]] virtual Result<void> rename(const QString& from, const QString& to);
    /// Makes a file's name last that something else made. Errors: Io.
    [[nodiscard]] virtual Result<void> syncName(const QString& path);
    /// Removes a file that is needed no more. What stays is in nobody's way.
    virtual void remove(const QString& path);
};

} // namespace maiam
