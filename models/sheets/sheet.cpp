// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/sheet.h"

#include <cmath>

namespace maiam {

namespace {

constexpr double LastSerial = 2958466; // 10000-01-01
constexpr qint64 DayMs = 86400000;
constexpr double MaxExact = 9007199254740992.0; // 2^53

QString numberText(double number)
{
    if (std::abs(number) < MaxExact && std::floor(number) == number) {
        return QString::number(qint64(number));
    }
    return QString::number(number, 'g', 15);
}

} // namespace

Cell Cell::ofText(const QString& text)
{
    return text.isEmpty() ? Cell {} : Cell { Type::Text, false, 0, text };
}

Cell Cell::ofUnsolvedFormula()
{
    return Cell { Type::Empty, true, 0, {} };
}

Cell Cell::ofNumber(double number)
{
    return Cell { Type::Number, false, number, numberText(number) };
}

Cell Cell::ofDate(QDate date)
{
    if (date < QDate(1900, 3, 1)) {
        return ofText(date.toString(Qt::ISODate));
    }
    return Cell { Type::DateSerial, false, double(QDate(1899, 12, 30).daysTo(date)), date.toString(Qt::ISODate) };
}

Cell Cell::ofBoolean(bool value)
{
    return Cell { Type::Boolean, false, value ? 1.0 : 0.0, value ? QStringLiteral("TRUE") : QStringLiteral("FALSE") };
}

std::optional<QDateTime> Cell::asDateTime(bool date1904) const
{
    if (type != Type::DateSerial || !(number >= (date1904 ? 0 : 1)) || !(number < LastSerial)) {
        return std::nullopt;
    }
    const auto days = qint64(std::floor(number));
    qint64 ms = qint64(std::llround((number - double(days)) * double(DayMs)));
    QDate epoch(1904, 1, 1);
    if (!date1904) {
        if (days == 60) { // 29 February 1900, which the 1900 system counts and which never was
            return std::nullopt;
        }
        epoch = days < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    }
    QDate date = epoch.addDays(days);
    if (ms >= DayMs) { // rounded up to midnight
        ms = 0;
        date = date.addDays(1);
    }
    return QDateTime(date, QTime::fromMSecsSinceStartOfDay(int(ms)), Qt::UTC); // no zone: a civil day and time
}

QString Cell::asText(bool date1904) const
{
    switch (type) {
    case Type::Number:
        return numberText(number);
    case Type::DateSerial:
        if (const auto at = asDateTime(date1904)) {
            const bool isDay = at->time() == QTime(0, 0);
            return isDay ? at->date().toString(Qt::ISODate) : at->toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        }
        return numberText(number);
    default:
        return text;
    }
}

} // namespace maiam
