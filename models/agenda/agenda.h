// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_list.h"
#include "models/cases/statutory_clock.h"

namespace maiam {

/// A case with the statutory clock that runs out first (việc có hạn theo luật).
struct DueCase
{
    CaseRow file; ///< beyond those that were asked for in detail: row and facts only
    ClockState clock;
};

/// What needs doing now (Hôm nay), in the order of the law.
struct Agenda
{
    std::vector<DueCase> due; ///< what runs out first stands first
    qint64 importedToReview = 0; ///< cases of the old workbook that nobody has looked through
    qint64 unsentRecords = 0; ///< written here and not packed for the other side yet
    std::optional<int> unknownYear; ///< this year, or one in which a count of working days ends, when nobody has
                                    ///< entered its public holidays: they count as working days
};

namespace agenda {
inline constexpr int SoonDays = 7;
inline constexpr size_t AllDetailed = size_t(-1);
/// Reads what is due. `soonDays`: day clocks further away than this are left out; 12-hour clocks never are. `detailed`:
/// how many of the first are read with child and state of sending.
[[nodiscard]] Result<Agenda> read(
    Database& database, const StatutoryClock& clock, UtcMs now, int soonDays = SoonDays, size_t detailed = AllDetailed);
} // namespace agenda

} // namespace maiam
