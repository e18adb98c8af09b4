// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/working_calendar.h"

#include "models/catalogues/catalogue.h"

#include <algorithm>

namespace maiam {

namespace {

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

template <typename T> void sortUnique(std::vector<T>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool holds(const std::vector<QDate>& days, QDate day)
{
    return std::binary_search(days.begin(), days.end(), day);
}

qint64 countUpTo(const std::vector<QDate>& days, QDate day)
{
    return std::upper_bound(days.begin(), days.end(), day) - days.begin();
}

} // namespace

WorkingCalendar::WorkingCalendar(const std::vector<QDate>& daysOff, std::vector<QDate> daysWorked)
{
    for (const QDate day : daysWorked) {
        if (day.isValid() && isWeekend(day))
            m_weekendWorked.push_back(day);
    }
    sortUnique(daysWorked);
    for (const QDate day : daysOff) {
        if (!day.isValid())
            continue;
        m_years.push_back(day.year());
        if (!isWeekend(day) && !holds(daysWorked, day))
            m_weekdaysOff.push_back(day);
    }
    sortUnique(m_weekendWorked);
    sortUnique(m_weekdaysOff);
    sortUnique(m_years);
}

Result<WorkingCalendar> WorkingCalendar::fromCatalogue(const Catalogue& holidays)
{
    std::vector<QDate> off;
    std::vector<QDate> worked;
    for (const CatalogueEntry& entry : holidays.entries()) {
        const QDate day = QDate::fromString(entry.text(QLatin1String("date")), Qt::ISODate);
        const QString kind = entry.text(QLatin1String("kind"));
        const bool known = kind == u"off" || kind == u"work" || kind == u"unconfirmed";
        if (!day.isValid() || !known)
            return fail(ErrorCode::InvalidInput,
                tr("The entry “%1” of the list of holidays has no valid date or kind. Correct the list.")
                    .arg(entry.code));
        if (entry.retired())
            continue;
        if (kind == u"off")
            off.push_back(day);
        else if (kind == u"work")
            worked.push_back(day);
    }
    return WorkingCalendar(off, std::move(worked));
}

bool WorkingCalendar::isWorkingDay(QDate day) const
{
    if (!day.isValid())
        return false;
    return isWeekend(day) ? holds(m_weekendWorked, day) : !holds(m_weekdaysOff, day);
}

QDate WorkingCalendar::onOrAfter(QDate day) const
{
    if (!day.isValid())
        return {};
    while (!isWorkingDay(day))
        day = day.addDays(1);
    return day;
}

QDate WorkingCalendar::addWorkingDays(QDate start, int n) const
{
    if (!start.isValid())
        return {};
    if (n < 1)
        return onOrAfter(start);
    QDate day = start;
    for (int left = n; left > 0; --left)
        day = onOrAfter(day.addDays(1));
    return day;
}

/// Counted from a Monday far back, so that a long-overdue case costs no more than a fresh one.
qint64 WorkingCalendar::workingDaysUpTo(QDate day) const
{
    const QDate monday(1900, 1, 1);
    const qint64 days = monday.daysTo(day) + 1;
    const qint64 weeks = days >= 0 ? days / 7 : -((-days + 6) / 7);
    const qint64 rest = days - weeks * 7;
    return weeks * 5 + std::min<qint64>(rest, 5) - countUpTo(m_weekdaysOff, day) + countUpTo(m_weekendWorked, day);
}

int WorkingCalendar::workingDaysBetween(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid())
        return 0;
    return static_cast<int>(workingDaysUpTo(to) - workingDaysUpTo(from));
}

bool WorkingCalendar::knowsYear(int year) const
{
    return std::binary_search(m_years.begin(), m_years.end(), year);
}

} // namespace maiam
