// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace maiam {

/// Ngày có thể chỉ biết tháng, năm: a day of which perhaps only the month or the year is known, or only about.
/// Years are 1900 to 2199. The null date says that nothing is known.
class PartialDate
{
    Q_DECLARE_TR_FUNCTIONS(PartialDate)

public:
    /// How much is known.
    enum class Precision { None, Year, Month, Day };

    PartialDate() = default;
    /// Month and day may be 0 for unknown (a day without a month is dropped). An impossible date gives the null date.
    explicit PartialDate(int year, int month = 0, int day = 0, bool isEstimated = false);
    /// A whole date; the null date for an invalid QDate or one outside the years above.
    static PartialDate fromDate(QDate date);

    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] int month() const { return m_month; } ///< 1 to 12, 0 unknown
    [[nodiscard]] int day() const { return m_day; } ///< 1 to 31, 0 unknown
    [[nodiscard]] bool estimated() const { return m_estimated; } ///< khoảng
    [[nodiscard]] bool isNull() const { return m_year == 0; }
    [[nodiscard]] Precision precision() const;
    [[nodiscard]] QDate earliest() const; ///< the first day it can be; invalid for the null date
    [[nodiscard]] QDate latest() const; ///< the last day it can be; invalid for the null date

    /// What people type and workbooks hold, the day always first: 12/04/2014, 2/7/2026, 18.05.2022, 18-07-24, 2/2024,
    /// 2014, 2014-04-12, "tháng 4 năm 2014", "khoảng 2016". A two-digit year is 20yy unless that would be after today.
    /// "", "không rõ", "không biết" and the like give the null date. Impossible dates (31/02/2020) and anything else
    /// fail with InvalidInput.
    [[nodiscard]] static Result<PartialDate> parse(QStringView text, QDate today);
    /// The same for what happened lately: day and month alone, 27/11, are the latest such day that is not after today.
    [[nodiscard]] static Result<PartialDate> parseRecent(QStringView text, QDate today);
    /// Reads toIso(); the null date for anything else.
    [[nodiscard]] static PartialDate fromIso(QStringView text);
    /// "2014", "2014-04", "2014-04-12", with "~" before an estimate; "" for the null date.
    [[nodiscard]] QString toIso() const;
    /// For people: "12/04/2014", "04/2014", "2014", "khoảng 2014"; "" for the null date.
    [[nodiscard]] QString toString() const;

    /// Age in whole years on a day. Where the birthday is not wholly known, the latest possible birthday counts, so the
    /// youngest plausible age comes out and a child is not taken for an adult (under 16 is a child: Article 1, Law on
    /// Children 102/2016/QH13). An estimated year gives the plain difference of years, so that fromAge(7) reads 7.
    /// A birthday of 29 February counts from 1 March in other years. Nothing for the null date and before the birth.
    [[nodiscard]] std::optional<int> ageOn(QDate on) const;

    /// The day of a workbook cell with a date format; the fraction (time of day) is dropped. The 1900 system with its
    /// day that never was (serial 60, which gives the null date), or the 1904 system of old Mac workbooks.
    [[nodiscard]] static PartialDate fromExcelSerial(double serial, bool date1904 = false);
    /// The estimated year of birth of somebody who is said to be so many years old on a day; years 0 to 120.
    [[nodiscard]] static PartialDate fromAge(int years, QDate on);

    /// In order of time; an unknown part comes before every known one, the null date first of all.
    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

private:
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    bool m_estimated = false;
};

} // namespace maiam
