// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>
#include <QStringView>

namespace maiam {

/// The period of a monthly report (kỳ báo cáo tháng): from the 15th of the month before to the 14th of the month, in
/// Viet Nam's time (Nghị định 09/2019/NĐ-CP, Điều 12). Its year runs from 15 December to 14 December.
class ReportPeriod
{
    Q_DECLARE_TR_FUNCTIONS(ReportPeriod)
public:
    static constexpr int FirstYear = 2000;
    static constexpr int LastYear = 2200;

    /// January 2026; for containers.
    ReportPeriod() = default;
    /// The period named after this month. Years FirstYear–LastYear, months 1–12; others are brought within.
    [[nodiscard]] static ReportPeriod month(int year, int month);
    /// Reads "2026-10". Errors: InvalidInput.
    [[nodiscard]] static Result<ReportPeriod> parse(QStringView text);
    /// The period in which a civil day lies: 15 October 2026 lies in November's.
    [[nodiscard]] static ReportPeriod of(QDate day);

    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] int month() const { return m_month; }
    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QDate lastDay() const;
    /// 00:00 UTC+7 of the first day.
    [[nodiscard]] UtcMs begin() const { return civil::startOf(firstDay()); }
    /// 24:00 UTC+7 of the last day: the first moment that is outside.
    [[nodiscard]] UtcMs end() const { return civil::startOf(lastDay().addDays(1)); }
    [[nodiscard]] bool contains(UtcMs at) const { return at >= begin() && at < end(); }
    /// Where the cumulative figures (lũy kế) of the reporting year begin: 15 December of the year before.
    [[nodiscard]] UtcMs yearBegin() const { return month(m_year, 1).begin(); }
    /// The first moment after the reporting year: 15 December 00:00 UTC+7.
    [[nodiscard]] UtcMs yearEnd() const { return month(m_year, 12).end(); }

    /// n periods later, or earlier for a negative n.
    [[nodiscard]] ReportPeriod plus(int n) const;
    [[nodiscard]] ReportPeriod previous() const { return plus(-1); }
    [[nodiscard]] ReportPeriod next() const { return plus(1); }

    /// "2026-10": what records and files use.
    [[nodiscard]] QString code() const;
    /// "tháng 10 năm 2026", as papers say it; always Vietnamese.
    [[nodiscard]] QString title() const;

    [[nodiscard]] bool operator==(const ReportPeriod&) const = default;

private:
    int m_year = 2026;
    int m_month = 1;
};

} // namespace maiam
