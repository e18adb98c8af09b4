// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_files.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <vector>

namespace maiam {

/// The list of what was erased, as a file beside backups, and in a restored register until it has been applied
/// (docs/backup-format.md, "Erasures"). Hashes and classes, no names.
namespace erasureList {
/// Writes it whole or not at all; an empty one is not written. Errors: ReadOnly, Io.
[[nodiscard]] Result<void> put(const QByteArray& list, QUuid registerId, const QString& folder);
/// Writes what is not on the list there yet: it may know of erasures that a restored register has not heard of.
/// Errors: as put() and beside().
[[nodiscard]] Result<void> add(const QByteArray& list, QUuid registerId, const QString& folder);
/// Reads the one of this register from a folder with backups; empty when there is none. Errors: Damaged, Io.
[[nodiscard]] Result<QByteArray> beside(const QString& folder, QUuid registerId);
/// What a register folder may hold: lists that are to be applied before anybody looks at it.
[[nodiscard]] const std::vector<const char*>& waitingNames();
/// Lets lists wait in the folder of a register that is being restored. At most as many as there are names.
[[nodiscard]] Result<void> letWait(const std::vector<QByteArray>& lists, const QString& folder, BackupFiles& files);
/// Those that wait there. Errors: Io.
[[nodiscard]] Result<std::vector<QByteArray>> waiting(const QString& folder);
/// They have been applied.
void clearWaiting(const QString& folder);
} // namespace erasureList

} // namespace maiam
