// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/cases/working_calendar.h"
#include "models/demo/demo_random.h"
#include "models/records/record.h"

#include <optional>

namespace maiam {

inline constexpr UtcMs DemoMinute = 60 * 1000;
inline constexpr UtcMs DemoHour = 60 * DemoMinute;

/// How a fictional case went: every moment that lies before now, in the order of Decree 56/2017, Articles 25–32.
struct DemoCourse
{
    UtcMs received = 0;
    std::optional<UtcMs> assessed, emergencyDecided, submitted, approved, supported, nextReview, closed;
    QString level; ///< conclusion of the assessment
    QString step = QStringLiteral("intake");
};

/// A stage in which a fictional case is wanted today; None: wherever time has brought it.
enum class DemoStage { None, Intake, Plan, Approval, CarryOut, Review };

/// What may go wrong in a fictional case.
struct DemoDelays
{
    bool assessment = false; ///< after the 12 hours
    bool plan = false; ///< after 5 working days
    bool approval = false; ///< after 2 working days
    bool open = false; ///< is not closed even if there was time enough
    DemoStage stage = DemoStage::None; ///< the case must be old enough to have come there
};

/// Lets a case run from its reception to now; what would lie after now has not happened.
[[nodiscard]] DemoCourse demoCourse(
    UtcMs received, UtcMs now, DemoDelays delays, const WorkingCalendar& calendar, DemoRandom& random);

/// Fills a case with its course, kind, source, place and words.
void fillDemoCase(Record& file, const DemoCourse& course, const QString& kind, QDate born, const QString& village,
    DemoRandom& random);

/// The kind of abuse of one fictional case of many.
[[nodiscard]] QString demoKind(DemoRandom& random);

} // namespace maiam
