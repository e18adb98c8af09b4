// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/office_role.h"
#include "models/directive/task_progress.h"
#include "models/reports/report_period.h"
#include "models/sqlcipher/database.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace maiam {

class Catalogue;
class Catalogues;

/// Of which period and whose records a report speaks.
struct FigureScope
{
    ReportPeriod period;
    UtcMs now = 0; ///< time limits that have not run out by then do not count against anybody
    QByteArray office; ///< this register's office: whose task states and remarks
    bool province = false; ///< adds the figures of each commune
    std::optional<QByteArray> owner; ///< only this office's records; nothing for all of the register

    /// What an office reports on: a commune on its own records, the province on those of all communes. Screens, papers
    /// and the command ask here, so that their figures are the same.
    [[nodiscard]] static FigureScope of(
        const ReportPeriod& period, UtcMs now, const QByteArray& office, OfficeRole role);
};

/// The figures of one commune in the province's report.
struct CommuneFigures
{
    QByteArray owner;
    QString unit; ///< code of "units"
    QString name; ///< as the office calls itself
    std::map<QString, qint64> values; ///< report.received, case.opened, child.count, clock.assessed.met and .due,
                                      ///< case.closed, case.open, activity.count, activity.people
};

/// The figures of a month's report (số liệu báo cáo tháng), each under a stable id:
///  report.received, report.source.<code>;
///  case.opened, case.closed, case.open (at the end, old workbook cases aside), case.open.imported,
///  case.kind.<code>.count|male|female|unknown (số vụ; trẻ by sex), case.step.<code>, case.environment.<code>;
///  child.count, child.sex.male|female|unknown, child.age.<band>[.male|.female|.unknown] (distinct children);
///  clock.assessed.met|due (12 hours), clock.plan.met|due (5 working days);
///  session.<type>.* and activity.training|communication|point.*: count, people, male, female, unspecified, minutes,
///  hotlines, materials, referred, planned (in the next period); activity.count|people of all; task.lead.count|done.
/// With ".cumulative" from 15 December on (lũy kế): report.received, case.opened, case.kind.<code>, child.count,
/// clock.assessed.met|due, clock.plan.met|due, and count and people of sessions and activities.
/// Codes that a catalogue does not know are counted under "unknown"; a step of an old workbook under "imported".
/// Cases are counted by the day on which they were received (Điều 12 Nghị định 09/2019/NĐ-CP for the period).
struct MonthlyFigures
{
    FigureScope scope;
    std::map<QString, qint64> values;
    std::array<qint64, 12> newCases = {}; ///< this period last
    std::vector<TaskProgress> tasks; ///< as of the period's end
    QString remark; ///< nhận xét của cán bộ; may be empty
    std::vector<CommuneFigures> communes; ///< province only; communes without records too

    /// Reads everything in one unchanging view. A few passes over the periods' rows; nothing else of the tables.
    [[nodiscard]] static Result<MonthlyFigures> read(
        Database& database, const Catalogues& catalogues, const FigureScope& scope);

    /// The figure of an id, "owner.<office in hex>.<id>" for one commune's; 0 where there is none.
    [[nodiscard]] qint64 at(const QString& id) const;
    [[nodiscard]] bool has(const QString& id) const;
    /// True when neither a report came in nor a case was closed nor a session held (không phát sinh).
    [[nodiscard]] bool nothingHappened() const;
    /// {"month", "from", "to", "figures": {id: n}, "new_cases": [12], "tasks": [{"code", "role", "state"}], "communes":
    /// […]}.
    [[nodiscard]] QJsonObject toJson() const;
    /// The codes under which a catalogue's figures stand: its own, "imported" for steps, and "unknown" last.
    [[nodiscard]] static QStringList codes(const Catalogue& catalogue);
    /// The kinds of session: training, communication, point.
    [[nodiscard]] static const QStringList& activityKinds();
};

} // namespace maiam
