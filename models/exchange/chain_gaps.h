// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/journal/chain_rules.h"
#include "models/sqlcipher/database.h"

#include <utility>
#include <vector>

namespace maiam {

/// How far one device of another office has come in, and what is missing before the rest folds (law 5).
struct ChainState
{
    qint64 connected = 0; ///< entries 1 to this one are here, without a gap
    qint64 claimed = 0; ///< the highest number that its packages named
    std::vector<std::pair<qint64, qint64>> gaps; ///< first and last missing number, ascending
    std::vector<std::pair<qint64, qint64>> lost; ///< given up for good by the device's office; not among the gaps

    /// "1–350"; empty when nothing is connected yet.
    [[nodiscard]] QString range() const;
    /// "12–14", or "12" for one.
    [[nodiscard]] static QString text(const std::pair<qint64, qint64>& gap);
};

namespace chainGaps {
/// Reads the state of a device of another office from journal and package log.
[[nodiscard]] Result<ChainState> read(Database& database, const QByteArray& device);
/// The same with the rules as read before, where many devices are looked at.
[[nodiscard]] Result<ChainState> read(Database& database, const QByteArray& device, const ChainRules& rules);
} // namespace chainGaps

} // namespace maiam
