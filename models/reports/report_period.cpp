// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_period.h"

#include <algorithm>

namespace maiam {

namespace {
constexpr int FirstDayOfPeriod = 15;
}

ReportPeriod ReportPeriod::month(int year, int month)
{
    ReportPeriod period;
    period.m_year = std::clamp(year, FirstYear, LastYear);
    period.m_month = std::clamp(month, 1, 12);
    return period;
}

Result<ReportPeriod> ReportPeriod::parse(QStringView text)
{
    const auto digits = [&](int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; ++i) {
            const ushort c = text[i].unicode();
            if (c < u'0' || c > u'9')
                return -1;
            number = number * 10 + (c - u'0');
        }
        return number;
    };
    const bool shaped = text.size() == 7 && text[4] == u'-';
    const int year = shaped ? digits(0, 4) : -1;
    const int month = shaped ? digits(5, 2) : -1;
    if (year < FirstYear || year > LastYear || month < 1 || month > 12)
        return fail(ErrorCode::InvalidInput, tr("This is not a month. Write the year and the month as in 2026-10."));
    return ReportPeriod::month(year, month);
}

ReportPeriod ReportPeriod::of(QDate day)
{
    const ReportPeriod named = month(day.year(), day.month());
    return day.day() >= FirstDayOfPeriod ? named.next() : named;
}

QDate ReportPeriod::firstDay() const
{
    return QDate(m_year, m_month, FirstDayOfPeriod).addMonths(-1);
}

QDate ReportPeriod::lastDay() const
{
    return QDate(m_year, m_month, FirstDayOfPeriod - 1);
}

ReportPeriod ReportPeriod::plus(int n) const
{
    const int months = m_year * 12 + m_month - 1 + n;
    return month(months / 12, months % 12 + 1);
}

QString ReportPeriod::code() const
{
    return QStringLiteral("%1-%2").arg(m_year).arg(m_month, 2, 10, QLatin1Char('0'));
}

QString ReportPeriod::title() const
{
    // Months 1 and 2 are padded, as in dates (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    return QStringLiteral("tháng %1 năm %2").arg(m_month, m_month <= 2 ? 2 : 1, 10, QLatin1Char('0')).arg(m_year);
}

} // namespace maiam
