// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QDate>

#include <vector>

namespace maiam {

class Catalogue;

/// Which days are working days (ngày làm việc): Monday to Friday without public holidays, and the weekend days that are
/// worked in exchange for a day off. Bộ luật Lao động 2019, Điều 111–112; counting by Bộ luật Dân sự 2015, Điều
/// 147–148.
class WorkingCalendar
{
    Q_DECLARE_TR_FUNCTIONS(WorkingCalendar)
public:
    /// Saturdays and Sundays off, no holiday known.
    WorkingCalendar() = default;
    /// `daysOff` are holidays and swapped days off, `daysWorked` weekend days worked instead. Wins where both name a
    /// day: worked. Invalid dates are left out.
    WorkingCalendar(const std::vector<QDate>& daysOff, std::vector<QDate> daysWorked);
    /// From the catalogue "holidays": kind off or work; unconfirmed days stay working days, so that no time limit is
    /// longer than it may be. Fails with InvalidInput where an entry has no valid date or an unknown kind.
    [[nodiscard]] static Result<WorkingCalendar> fromCatalogue(const Catalogue& holidays);

    [[nodiscard]] bool isWorkingDay(QDate day) const;
    /// The day itself if it is worked, else the next one that is (Điều 148 khoản 5).
    [[nodiscard]] QDate onOrAfter(QDate day) const;
    /// The last day of a period of n working days whose event happened on `start`: day 1 is the day after (Điều 147
    /// khoản 2). n below 1 gives the first working day on or after `start`. Always a working day.
    [[nodiscard]] QDate addWorkingDays(QDate start, int n) const;
    /// The last day of a period of n calendar days whose event happened on `start`; a day off rolls on.
    [[nodiscard]] QDate addDays(QDate start, int n) const { return onOrAfter(start.addDays(n)); }
    /// Working days after `from` up to and including `to`; negative when `to` is earlier. 0 for invalid dates.
    [[nodiscard]] int workingDaysBetween(QDate from, QDate to) const;
    /// False for a year whose holidays nobody has entered yet: a time limit there may be shorter than the law's.
    [[nodiscard]] bool knowsYear(int year) const;

private:
    [[nodiscard]] qint64 workingDaysUpTo(QDate day) const;

    std::vector<QDate> m_weekdaysOff; // sorted, Monday to Friday only
    std::vector<QDate> m_weekendWorked; // sorted, Saturday and Sunday only
    std::vector<int> m_years; // sorted
};

} // namespace maiam
