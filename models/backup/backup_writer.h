// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_reader.h"

namespace maiam {

/// What a backup is made from.
struct BackupSource
{
    Database& still; ///< in a read transaction, with an empty write-ahead log: the file cannot change under it
    const SecretKey& key;
    QByteArray keysFile; ///< the bytes of register.keys
};

namespace backupWriter {
/// Writes `file` under an unfinished name, syncs it, reads it back, opens and verifies it, and only then gives it its
/// name. Nothing is left of one that failed, nor of earlier ones of this register that were cut off in this folder. The
/// manifest's heads and entries are filled in here.
/// Errors: DiskFull, ReadOnly, NotFound, Io, Cancelled, Damaged when what was written does not verify.
[[nodiscard]] Result<BackupManifest> write(const BackupSource& source, BackupManifest manifest, const QString& file,
    BackupFiles& files, const BackupProgress& progress = {}, const std::atomic_bool* cancelled = nullptr);
/// Copies a verified backup to another place, under an unfinished name first, and compares what was written. A damaged
/// file of that name is replaced. Errors: AlreadyExists when another whole backup bears it; as write().
[[nodiscard]] Result<void> copy(const QString& from, const QString& to, BackupFiles& files,
    const std::atomic_bool* cancelled = nullptr, const BackupProgress& progress = {});
} // namespace backupWriter

} // namespace maiam
