// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/sqlcipher/database.h"

namespace maiam {

/// Whether the PC's clock can be right, judged by the last entry that this PC wrote (đồng hồ máy). While in doubt, a
/// person must confirm it before anything is pruned and before clocks of the law start (security.md).
struct ClockDoubt
{
    enum class Kind {
        None,
        Behind, ///< the clock stands more than a minute before the last entry
        FarAhead, ///< it stands 30 days or more after it
    };
    Kind kind = Kind::None;
    UtcMs lastEntry = 0; ///< when the last entry that is not doubted itself was written, by the clock of that time
    [[nodiscard]] explicit operator bool() const { return kind != Kind::None; }
};

namespace clockCheck {
inline constexpr int DaysAhead = 30;
/// Judges the clock; a doubt that a person has answered since the last entry is none.
[[nodiscard]] Result<ClockDoubt> look(Database& database, const QByteArray& device, UtcMs now);
/// Keeps a doubt until a person answers it or the clock is set right: entries written meanwhile bear the doubted time
/// and would settle it unasked. After each unlock, by writeLocal(), and before each entry, in its transaction.
[[nodiscard]] Result<void> note(Database& database, const QByteArray& device, UtcMs now);
/// For what starts a clock of the law. Conflict while the clock is in doubt; then nothing is to be stored.
[[nodiscard]] Result<void> demandRight(Database& database, const QByteArray& device, UtcMs now);
/// A person says that the clock is right. Holds until the next entry. Writes a local table: run by writeLocal().
[[nodiscard]] Result<void> confirm(Database& database, const QByteArray& device);
} // namespace clockCheck

} // namespace maiam
