// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_list.h"
#include "models/cases/statutory_clock.h"
#include "models/incidents/incident_list.h"

namespace maiam {

/// A case with the statutory clock that runs out first (việc có hạn theo luật).
struct DueCase
{
    CaseRow file; ///< beyond those that were asked for in detail: row and facts only
    ClockState clock;
};

/// A leak of data whose notice has not been sent, with its 72 hours (sự cố lộ dữ liệu chưa thông báo).
struct DueIncident
{
    IncidentRow incident;
    ClockState clock;
};

/// What needs doing now (Hôm nay), in the order of the law.
struct Agenda
{
    std::vector<DueCase> due; ///< what runs out first stands first
    std::vector<DueIncident> incidents; ///< the same; all of them, however wrong the PC's clock may be
    qint64 importedToReview = 0; ///< cases of the old workbook that nobody has looked through
    qint64 unsentRecords = 0; ///< written here and not packed for the other side yet
    std::optional<int> unknownYear; ///< this year, or one in which a count of working days ends, when nobody has
                                    ///< entered its public holidays: they count as working days
};

namespace agenda {
/// The leaks of data that wait for their notice, what runs out first in front.
[[nodiscard]] Result<std::vector<DueIncident>> incidents(Database& database, const StatutoryClock& clock, UtcMs now);
inline constexpr int SoonDays = 7;
inline constexpr size_t AllDetailed = size_t(-1);
/// Reads what is due. `soonDays`: day clocks further away than this are left out; 12-hour clocks never are. `detailed`:
/// how many of the first are read with child and state of sending.
[[nodiscard]] Result<Agenda> read(
    Database& database, const StatutoryClock& clock, UtcMs now, int soonDays = SoonDays, size_t detailed = AllDetailed);
} // namespace agenda

} // namespace maiam
