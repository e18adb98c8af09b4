// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_format.h"
#include "models/sqlcipher/database.h"

#include <QDate>
#include <QStringList>

#include <atomic>
#include <optional>
#include <vector>

namespace maiam {

/// A folder with backups, as it can be read without any key. Their names say unit, day and serial:
/// "06838-2026-11-24-00017.maiam-backup".
namespace backupFolder {
/// One backup as it lies there.
struct Lying
{
    QString file;
    qint64 bytes = 0;
    std::optional<BackupOuter> outer; ///< nothing when it cannot be read
};

[[nodiscard]] QStringList files(const QString& folder);
/// Every backup's outer parts; ends early when `stopped` is set.
[[nodiscard]] std::vector<Lying> read(const QString& folder, const std::atomic_bool* stopped = nullptr);
[[nodiscard]] QString nameFor(const QString& unit, UtcMs now, qint64 serial);
/// What a name says; 0 and no day when it says nothing.
[[nodiscard]] qint64 serialOf(const QString& file);
[[nodiscard]] QDate dayOf(const QString& file);
/// How a file is known again: one that is put in its place, or that changes, is another.
[[nodiscard]] QString stampOf(const QString& file);
/// The highest serial that these names say; 0 when they say none.
[[nodiscard]] qint64 highestSerial(const QStringList& files);
} // namespace backupFolder

/// The serial that was given last, as the register itself remembers it: its folder of backups may be empty, since it
/// was restored on another PC or somebody tidied up, while the stick that holds the others is away.
namespace backupSerial {
/// 0 when nothing is remembered.
[[nodiscard]] Result<qint64> last(Database& database);
/// Remembers that serials up to this one were given; a higher one that is remembered stays. Writes a local table.
[[nodiscard]] Result<void> reached(Database& database, qint64 serial);
} // namespace backupSerial

} // namespace maiam
