// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What counts as a case and how its first 12 hours are measured, as SQL over the alias `c` of the table "case". Said
/// once, so that the report, the directive's tasks and the list behind a figure never differ.
namespace maiam::countedCases {

inline constexpr qint64 AssessmentMs = 12 * 3600 * 1000LL; ///< Nghị định 56/2017/NĐ-CP, Điều 26 khoản 3

/// A report that became a case (vụ): not one that was untrue, could not be verified, was passed on or known already.
inline QString opened()
{
    return QStringLiteral("(coalesce(c.outcome, '') NOT IN ('known', 'untrue', 'unverifiable', 'passed-on'))");
}

/// A case whose times are measured: an old workbook kept days, not moments.
inline QString measured()
{
    return QStringLiteral("(coalesce(c.origin, '') <> 'workbook')");
}

/// Assessed within 12 hours of the report.
inline QString assessedInTime()
{
    return QStringLiteral("(%1 AND %2 AND c.assessed IS NOT NULL AND c.assessed <= c.received + %3)")
        .arg(opened(), measured())
        .arg(AssessmentMs);
}

/// Assessed, or the 12 hours are over at the moment in the parameter `now` while the case was open.
inline QString assessmentDue(const QString& now)
{
    return QStringLiteral("(%1 AND %2 AND (c.assessed IS NOT NULL OR (c.received + %3 < %4 "
                          "AND (c.closed IS NULL OR c.closed > c.received + %3))))")
        .arg(opened(), measured())
        .arg(AssessmentMs)
        .arg(now);
}

/// Only one office's records, or everybody's when the parameter is NULL.
inline QString ownedBy(const QString& alias, const QString& owner)
{
    return QStringLiteral("(%2 IS NULL OR %1.owner = %2)").arg(alias, owner);
}

} // namespace maiam::countedCases
