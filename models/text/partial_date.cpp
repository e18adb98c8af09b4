// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/partial_date.h"

#include "models/text/fold.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace maiam {

namespace {

constexpr int FirstYear = 1900;
constexpr int LastYear = 2199;

bool isUnknownWord(const QString& key)
{
    static constexpr std::array Words = { u"", u"khong ro", u"khong biet", u"khong nho", u"khong co", u"chua ro",
        u"chua biet", u"chua xac dinh", u"khong xac dinh", u"k ro", u"ko ro", u"kr", u"unknown" };
    return std::any_of(Words.begin(), Words.end(), [&](const char16_t* word) { return key == QStringView(word); });
}

/// Takes a word for "about" off the front of a folded text.
bool takeAbout(QString& key)
{
    static const QRegularExpression about(
        QStringLiteral("^(vao )?(khoang|chung|uoc chung|uoc|about|k|kh) (?=.*[0-9])"));
    const auto match = about.match(key);
    if (match.hasMatch())
        key.remove(0, match.capturedLength());
    return match.hasMatch();
}

/// 20yy unless the day would be after today, then 19yy.
int fullYear(int twoDigits, int month, int day, QDate today)
{
    const int year = 2000 + twoDigits;
    const QDate candidate(year, std::max(month, 1), std::max(day, 1));
    const bool future = candidate.isValid() ? candidate > today : year > today.year();
    return future ? year - 100 : year;
}

/// The text with its words for day, month and year and all separators turned into single spaces.
QString plainKey(QStringView text)
{
    QString key = folded(text);
    static const QRegularExpression words(QStringLiteral("\\b(ngay|thang|nam|sinh)\\b"));
    static const QRegularExpression midnight(
        QStringLiteral("(?<=[0-9]) 00 00( 00)?( 000)?$|(?<=[0-9])t00 00( 00)?( 000)?z?$"));
    key.remove(words);
    key = key.simplified();
    key.remove(midnight);
    return key;
}

enum class Order { DayFirst, YearFirst };

std::optional<PartialDate> fromNumbers(const QStringList& parts, bool estimated, QDate today)
{
    std::array<int, 3> number {};
    for (qsizetype i = 0; i < parts.size(); ++i)
        number[std::size_t(i)] = parts[i].toInt();
    const Order order = parts.front().size() == 4 ? Order::YearFirst : Order::DayFirst;
    const QString& yearText = order == Order::YearFirst ? parts.front() : parts.back();
    int year = yearText.toInt();
    int month = 0;
    int day = 0;
    if (parts.size() == 2)
        month = order == Order::YearFirst ? number[1] : number[0];
    if (parts.size() == 3) {
        month = number[1];
        day = order == Order::YearFirst ? number[2] : number[0];
    }
    if ((parts.size() > 1 && month == 0) || (parts.size() == 3 && day == 0))
        return {};
    if (yearText.size() == 2 && parts.size() == 3)
        year = fullYear(year, month, day, today);
    else if (yearText.size() != 4)
        return {};
    const PartialDate date(year, month, day, estimated);
    return date.isNull() ? std::nullopt : std::optional(date);
}

} // namespace

PartialDate::PartialDate(int year, int month, int day, bool isEstimated)
{
    if (year < FirstYear || year > LastYear || month < 0 || month > 12 || day < 0 || day > 31)
        return;
    if (month != 0 && day != 0 && !QDate(year, month, day).isValid())
        return;
    m_year = year;
    m_month = month;
    m_day = month != 0 ? day : 0;
    m_estimated = isEstimated;
}

PartialDate PartialDate::fromDate(QDate date)
{
    return date.isValid() ? PartialDate(date.year(), date.month(), date.day()) : PartialDate();
}

PartialDate::Precision PartialDate::precision() const
{
    if (m_year == 0)
        return Precision::None;
    if (m_month == 0)
        return Precision::Year;
    return m_day == 0 ? Precision::Month : Precision::Day;
}

QDate PartialDate::earliest() const
{
    return isNull() ? QDate() : QDate(m_year, std::max(m_month, 1), std::max(m_day, 1));
}

QDate PartialDate::latest() const
{
    if (isNull())
        return {};
    const int month = m_month == 0 ? 12 : m_month;
    return QDate(m_year, month, m_day == 0 ? QDate(m_year, month, 1).daysInMonth() : m_day);
}

Result<PartialDate> PartialDate::parse(QStringView text, QDate today)
{
    QString key = plainKey(text);
    const bool tilde = text.trimmed().startsWith(u'~');
    if (isUnknownWord(folded(text)))
        return PartialDate();
    const bool estimated = takeAbout(key) || tilde;
    static const QRegularExpression eightDigits(QStringLiteral("^([0-9]{2})([0-9]{2})([0-9]{4})$"));
    key.replace(eightDigits, QStringLiteral("\\1 \\2 \\3"));
    static const QRegularExpression shape(
        QStringLiteral("^(?:(?:[0-9]{1,2} ){0,2}[0-9]{4}|(?:[0-9]{1,2} ){2}[0-9]{2}|[0-9]{4}(?: [0-9]{1,2}){1,2})$"));
    if (!shape.match(key).hasMatch())
        return fail(ErrorCode::InvalidInput,
            tr("This is not a date. Write the day first, such as 12/04/2014, or only the month and year, 04/2014, or "
               "only "
               "the year, 2014."));
    const auto date = fromNumbers(key.split(u' '), estimated, today);
    if (!date)
        return fail(ErrorCode::InvalidInput,
            tr("There is no such day in the calendar. Check the day, the month and the year; the day comes first."));
    return *date;
}

Result<PartialDate> PartialDate::parseRecent(QStringView text, QDate today)
{
    constexpr int YearsBetweenLeapDays = 8; // at most
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,2}) ([0-9]{1,2})$"));
    const auto match = shape.match(plainKey(text));
    if (!match.hasMatch())
        return parse(text, today);
    for (int year = today.year(); year >= today.year() - YearsBetweenLeapDays; --year)
        if (const QDate day(year, match.captured(2).toInt(), match.captured(1).toInt()); day.isValid() && day <= today)
            return fromDate(day);
    return parse(text.toString() + QStringLiteral("/%1").arg(today.year()), today); // says that there is no such day
}

PartialDate PartialDate::fromIso(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("\\A(~?)([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\\z"));
    const auto match = shape.match(text.toString());
    if (!match.hasMatch())
        return {};
    const int month = match.captured(3).toInt();
    const int day = match.captured(4).toInt();
    if ((!match.captured(3).isEmpty() && month == 0) || (!match.captured(4).isEmpty() && day == 0))
        return {};
    return PartialDate(match.captured(2).toInt(), month, day, !match.captured(1).isEmpty());
}

QString PartialDate::toIso() const
{
    if (isNull())
        return {};
    QString out = m_estimated ? QStringLiteral("~") : QString();
    out += QStringLiteral("%1").arg(m_year, 4, 10, QLatin1Char('0'));
    if (m_month != 0)
        out += QStringLiteral("-%1").arg(m_month, 2, 10, QLatin1Char('0'));
    if (m_day != 0)
        out += QStringLiteral("-%1").arg(m_day, 2, 10, QLatin1Char('0'));
    return out;
}

QString PartialDate::toString() const
{
    if (isNull())
        return {};
    QString out;
    if (m_day != 0)
        out += QStringLiteral("%1/").arg(m_day, 2, 10, QLatin1Char('0'));
    if (m_month != 0)
        out += QStringLiteral("%1/").arg(m_month, 2, 10, QLatin1Char('0'));
    out += QString::number(m_year);
    return m_estimated ? tr("about %1").arg(out) : out;
}

std::optional<int> PartialDate::ageOn(QDate on) const
{
    if (isNull() || !on.isValid() || on < earliest())
        return {};
    if (m_estimated && m_month == 0)
        return on.year() - m_year;
    const QDate birthday = latest();
    const bool reached = on.month() != birthday.month() ? on.month() > birthday.month() : on.day() >= birthday.day();
    return std::max(0, on.year() - m_year - (reached ? 0 : 1));
}

PartialDate PartialDate::fromExcelSerial(double serial, bool date1904)
{
    if (!std::isfinite(serial) || serial < 0 || serial > 200000)
        return {};
    const auto days = qint64(std::floor(serial));
    if (date1904)
        return fromDate(QDate(1904, 1, 1).addDays(days));
    if (days == 0 || days == 60)
        return {};
    return fromDate(QDate(1899, 12, days < 60 ? 31 : 30).addDays(days));
}

PartialDate PartialDate::fromAge(int years, QDate on)
{
    if (years < 0 || years > 120 || !on.isValid())
        return {};
    return PartialDate(on.year() - years, 0, 0, true);
}

} // namespace maiam
