// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/format.h"

#include "models/text/fold.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTime>

#include <cmath>
#include <optional>

namespace maiam {

namespace {

class MomentText
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)
};

QString padded(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

/// Cuts the first match of a pattern out of the text.
std::optional<QRegularExpressionMatch> take(QString& text, const QRegularExpression& pattern)
{
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral(" "));
    return match;
}

/// The hour in the 24-hour day by the word for the part of the day; nothing where the word does not fit.
std::optional<int> hourOfDay(int hour, const QString& part)
{
    if (part.isEmpty() || hour > 12)
        return hour;
    if (part == u"sang")
        return hour < 12 ? std::optional(hour) : std::nullopt;
    if (part == u"trua")
        return hour <= 2 && hour > 0 ? hour + 12 : hour;
    if (part == u"dem") // 1 to 5 at night is after midnight
        return hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour;
    return hour < 12 && hour > 0 ? std::optional(hour + 12) : std::nullopt;
}

std::optional<QTime> takeTime(QString& text)
{
    static const QRegularExpression clock(
        QStringLiteral("\\b([0-9]{1,2}) ?(?:gio|[:hg]) ?([0-9]{2})?(?::[0-9]{2})?(?: ?(?:phut|p|'))?(?![0-9/])"));
    static const QRegularExpression partOfDay(QStringLiteral("\\b(sang|trua|chieu|toi|dem)( nay)?\\b"));
    const auto match = take(text, clock);
    if (!match)
        return {};
    const auto part = take(text, partOfDay);
    const bool colonWithoutMinutes = match->captured(2).isEmpty() && match->captured(0).contains(u':');
    const auto hour = hourOfDay(match->captured(1).toInt(), part ? part->captured(1) : QString());
    const QTime time = hour && !colonWithoutMinutes ? QTime(*hour, match->captured(2).toInt()) : QTime();
    return time.isValid() ? std::optional(time) : std::nullopt;
}

int yearOf(const QString& text, int month, int day, QDate today, DayWithoutYear without)
{
    if (text.size() == 2)
        return 2000 + text.toInt();
    if (!text.isEmpty())
        return text.toInt();
    const QDate thisYear(today.year(), month, day);
    if (without == DayWithoutYear::Next)
        return thisYear.isValid() && thisYear >= today ? today.year() : today.year() + 1;
    return thisYear.isValid() && thisYear <= today ? today.year() : today.year() - 1;
}

std::optional<QDate> takeDate(QString& text, QDate today, DayWithoutYear without)
{
    static const QRegularExpression written(
        QStringLiteral("\\b([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}|[0-9]{2}))?\\b"));
    static const QRegularExpression iso(QStringLiteral("\\b([0-9]{4})-([0-9]{2})-([0-9]{2})\\b"));
    static const QRegularExpression word(QStringLiteral("\\bhom (nay|qua|kia)\\b|\\b(toi|dem|chieu|sang) qua\\b"));
    if (const auto match = take(text, iso))
        return QDate(match->captured(1).toInt(), match->captured(2).toInt(), match->captured(3).toInt());
    if (const auto match = take(text, written)) {
        const int day = match->captured(1).toInt();
        const int month = match->captured(2).toInt();
        return QDate(yearOf(match->captured(3), month, day, today, without), month, day);
    }
    const auto match = word.match(text);
    if (!match.hasMatch())
        return today;
    const QString when = match.captured(1);
    // "tối qua": the part of the day stays in the text, it says which half of the clock is meant.
    text.replace(match.capturedStart(), match.capturedLength(), u' ' + match.captured(2));
    return today.addDays(when == u"nay" ? 0 : when == u"kia" ? -2 : -1);
}

/// Lower case without marks, but with the punctuation of times and dates.
QString momentKey(QStringView text)
{
    QString out;
    const QString key = exactKey(text);
    for (const QChar c : key)
        out += c.isLetterOrNumber() ? folded(QStringView(&c, 1)) : QString(c);
    return out;
}

} // namespace

QString formatNumber(qint64 number)
{
    QString out = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = out.size() - 3; at > first; at -= 3)
        out.insert(at, u'.');
    return out;
}

QString formatPercent(double percent)
{
    if (!std::isfinite(percent) || std::abs(percent) > 1e15)
        return {};
    const qint64 tenths = std::llround(percent * 10);
    QString out = formatNumber(std::abs(tenths) / 10);
    if (tenths % 10 != 0)
        out += u',' + QString::number(std::abs(tenths) % 10);
    return (tenths < 0 ? QStringLiteral("-") : QString()) + out + QStringLiteral(" %");
}

QString formatDate(QDate date)
{
    if (!date.isValid())
        return {};
    return padded(date.day()) + u'/' + padded(date.month()) + u'/'
        + QStringLiteral("%1").arg(date.year(), 4, 10, QLatin1Char('0'));
}

QString formatDateTime(UtcMs at)
{
    const QDateTime civilTime = civil::dateTime(at);
    return padded(civilTime.time().hour()) + u':' + padded(civilTime.time().minute()) + u' '
        + formatDate(civilTime.date());
}

QString documentDate(QDate date)
{
    if (!date.isValid())
        return {};
    return QStringLiteral("ngày %1 tháng %2 năm %3")
        .arg(padded(date.day()), date.month() <= 2 ? padded(date.month()) : QString::number(date.month()),
            QString::number(date.year()));
}

Result<UtcMs> parseMoment(QStringView text, QDate today, DayWithoutYear without)
{
    QString key = momentKey(text);
    const auto date = takeDate(key, today, without);
    const auto time = takeTime(key);
    static const QRegularExpression filler(QStringLiteral("\\b(luc|vao|ngay|t)\\b|[,;]"));
    key.remove(filler);
    if (!time || !key.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput,
            MomentText::tr("This is not a time. Write the hour and minute, then the day, such as 23:40 23/11/2026."));
    if (!date || !date->isValid() || date->year() < 1900 || date->year() > 2199)
        return fail(ErrorCode::InvalidInput,
            MomentText::tr(
                "There is no such day in the calendar. Write the time and the day, such as 23:40 23/11/2026."));
    return civil::at(*date, *time);
}

QString settledMoment(const QString& text, QDate typedOn, QDate today, DayWithoutYear without)
{
    const auto then = parseMoment(text, typedOn, without);
    const auto now = parseMoment(text, today, without);
    return !then || (now && *now == *then) ? text : formatDateTime(*then);
}

} // namespace maiam
