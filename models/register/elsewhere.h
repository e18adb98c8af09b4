// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/entry.h"
#include "models/sqlcipher/database.h"

#include <QHash>

namespace maiam {

/// What other offices hold of this office's own devices and this register does not: a register that was set back to an
/// earlier day learns here what it lost (journal.md, law 9). Local, outside the fold.
namespace elsewhere {
/// Number and hash of one entry.
using Held = std::pair<qint64, EntryHash>;

/// Remembers that an office names an entry of a device. Inside the caller's transaction.
[[nodiscard]] Result<void> note(
    Database& database, const QByteArray& office, const QByteArray& device, const Held& entry);
/// For each device the furthest of these entries that is still not here.
[[nodiscard]] Result<QHash<QByteArray, Held>> furthest(Database& database);
} // namespace elsewhere

} // namespace maiam
