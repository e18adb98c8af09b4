// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/entry.h"
#include "models/sqlcipher/database.h"

#include <QHash>

#include <vector>

namespace maiam {

/// What other offices hold of this office's own devices and this register does not: a register that was set back to an
/// earlier day learns here what it lost (journal.md, law 9). Local, outside the fold.
namespace elsewhere {
/// Number and hash of one entry.
using Held = std::pair<qint64, EntryHash>;

/// Remembers that an office names an entry of a device. Inside the caller's transaction.
[[nodiscard]] Result<void> note(
    Database& database, const QByteArray& office, const QByteArray& device, const Held& entry);
/// A stretch of a device that folds here and that another office puts aside.
struct PutAside
{
    qint64 first = 0;
    qint64 last = 0;
    EntryHash hash; ///< of the last one
};
/// Forgets what an office puts aside, before it is told anew.
[[nodiscard]] Result<void> forgetPutAside(Database& database, const QByteArray& office);
/// Remembers such a stretch.
[[nodiscard]] Result<void> notePutAside(
    Database& database, const QByteArray& office, const QByteArray& device, const PutAside& stretch);
/// All of one device.
[[nodiscard]] Result<std::vector<PutAside>> putAside(Database& database, const QByteArray& device);
/// For each device the furthest of these entries that is still not here.
[[nodiscard]] Result<QHash<QByteArray, Held>> furthest(Database& database);
} // namespace elsewhere

} // namespace maiam
