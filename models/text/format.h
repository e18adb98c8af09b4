// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QDate>
#include <QString>
#include <QStringView>

namespace maiam {

/// 1240 as "1.240": Vietnamese grouping, whatever the PC's locale.
[[nodiscard]] QString formatNumber(qint64 number);

/// A percentage (97.5 for 97,5 %) with at most one decimal and a decimal comma: "97,5 %", "100 %". "" if not finite.
[[nodiscard]] QString formatPercent(double percent);

/// "05/03/2026"; "" for an invalid date.
[[nodiscard]] QString formatDate(QDate date);

/// "23:40 23/11/2026" in Viet Nam's civil time (UTC+7).
[[nodiscard]] QString formatDateTime(UtcMs at);

/// "ngày 05 tháng 3 năm 2026", the day on an official paper: days under 10 and the months 1 and 2 get a zero (Decree
/// 30/2020/NĐ-CP, Annex I). Always Vietnamese. "" for an invalid date.
[[nodiscard]] QString documentDate(QDate date);

/// Which day "15/12" means.
enum class DayWithoutYear { Last, Next };

/// A moment as people type it, in civil time: "23:40 23/11/2026", "23/11/2026 23:40", "23:40 23/11", "23h40 hôm qua",
/// "8 giờ tối hôm qua", "08:05". Without a day it is today; a day without a year is the nearest such day, today
/// included, in the direction given. Fails with InvalidInput.
[[nodiscard]] Result<UtcMs> parseMoment(QStringView text, QDate today, DayWithoutYear without = DayWithoutYear::Last);

/// A moment that was typed on a day, so that it means today what it meant then: "08:05" becomes "08:05 27/11/2026" when
/// it would be another moment now. What means the same, or was no moment then, stays letter by letter.
[[nodiscard]] QString settledMoment(
    const QString& text, QDate typedOn, QDate today, DayWithoutYear without = DayWithoutYear::Last);

} // namespace maiam
