// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_format.h"
#include "models/sqlcipher/database.h"

#include <atomic>

namespace maiam {

/// The chains of hashes of all devices: what every backup is checked for each day. Folding again is for the drill.
struct Chains
{
    qint64 entries = 0; ///< in all, those that wait included
    QList<ChainHead> heads; ///< how far each chain is connected, in the order of the devices' ids
};

namespace chainCheck {
/// The heads as the register states them, without checking.
[[nodiscard]] Result<Chains> read(Database& database);
/// Walks every chain: each entry's hash, its tie to the one before, and the signature of the last, which through the
/// hashes speaks for all. Errors: Damaged, Cancelled.
[[nodiscard]] Result<Chains> walk(Database& database, const std::atomic_bool* cancelled = nullptr);
} // namespace chainCheck

} // namespace maiam
