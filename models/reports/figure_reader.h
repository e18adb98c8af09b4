// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/working_calendar.h"
#include "models/reports/monthly_figures.h"

#include <QVariant>

namespace maiam {

/// The 5 working days of a plan (Nghị định 56/2017/NĐ-CP, Điều 28) as two answers. Days count since 1970 in UTC+7.
struct PlanTime
{
    bool due = false; ///< the time was met or is over
    bool met = false;

    /// By the rules of StatutoryClock: a case closed before its time was up is not measured.
    [[nodiscard]] static PlanTime of(const WorkingCalendar& calendar, qint64 startDay, std::optional<qint64> doneDay,
        std::optional<qint64> closedDay, UtcMs now);
    static constexpr int Days = 5;
};

/// Reads the figures of one report; one object for one reading.
class FigureReader
{
public:
    FigureReader(Database& database, const Catalogues& catalogues, const FigureScope& scope);
    [[nodiscard]] Result<MonthlyFigures> read();

private:
    void prepare();
    Result<void> readAll();
    Result<void> readPeriod();
    Result<void> readTwelvePeriods();
    Result<void> readChildren();
    Result<void> readClosings();
    Result<void> readPlans();
    Result<void> readSessions();
    Result<void> readPlanned();
    Result<void> readTasks();
    Result<void> readRemark();
    Result<void> readCommunes();
    void takePeriodRow(const Statement& row);
    void set(const QString& id, qint64 value) { m_figures.values[id] = value; }
    void add(const QString& id, qint64 value) { m_figures.values[id] += value; }
    [[nodiscard]] QString known(const char* catalogue, const QString& code) const;
    [[nodiscard]] QVariant owner() const;

    Database& m_database;
    const Catalogues& m_catalogues;
    MonthlyFigures m_figures;
};

} // namespace maiam
