// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/format.h"
#include "models/text/partial_date.h"
#include "models/text/personal_number.h"

#include <QTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {

const QDate Today(2026, 11, 23);

/// toIso() of what was read, "-" where it is refused.
QString readDate(QStringView text)
{
    const auto date = PartialDate::parse(text, Today);
    return date ? date->toIso() : QStringLiteral("-");
}

QString readMoment(QStringView text)
{
    const auto at = parseMoment(text, Today);
    return at ? formatDateTime(*at) : QStringLiteral("-");
}

} // namespace

/// Dates and numbers as officers write them are read as they are meant, and written as papers want them.
class TestDatesAndNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayToComeIsTheNextOne()
    {
        const auto next = [](QStringView text) {
            return formatDateTime(parseMoment(text, QDate(2026, 11, 28), DayWithoutYear::Next).value());
        };
        QCOMPARE(next(u"08:00 1/12"), QStringLiteral("08:00 01/12/2026"));
        QCOMPARE(next(u"08:00 15/1"), QStringLiteral("08:00 15/01/2027"));
        QCOMPARE(next(u"08:00 28/11"), QStringLiteral("08:00 28/11/2026"));
        QCOMPARE(next(u"08:00 15/1/2026"), QStringLiteral("08:00 15/01/2026"));
    }

    void aMomentTypedOnAnotherDayKeepsItsMeaning()
    {
        const QDate friday(2026, 11, 27);
        const auto onMonday = [&](const char16_t* text, DayWithoutYear without = DayWithoutYear::Last) {
            return settledMoment(QString::fromUtf16(text), friday, friday.addDays(3), without);
        };
        QCOMPARE(onMonday(u"08:05"), QStringLiteral("08:05 27/11/2026"));
        QCOMPARE(onMonday(u"23h40 hôm qua"), QStringLiteral("23:40 26/11/2026"));
        QCOMPARE(onMonday(u"08:05 ngày 27/11"), QStringLiteral("08:05 ngày 27/11"));
        QCOMPARE(onMonday(u"14:00 28/11"), QStringLiteral("14:00 28/11/2025"));
        QCOMPARE(onMonday(u"14:00 28/11", DayWithoutYear::Next), QStringLiteral("14:00 28/11/2026"));
        QCOMPARE(onMonday(u"08:0"), QStringLiteral("08:0"));
        QCOMPARE(onMonday(u""), QString());
        QCOMPARE(settledMoment(QStringLiteral("08:05"), friday, friday), QStringLiteral("08:05"));
    }

    void datesOfWorkbooksAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char16_t* typed, const char16_t* iso) {
            QTest::newRow(qPrintable(QString::fromUtf16(typed)))
                << QString::fromUtf16(typed) << QString::fromUtf16(iso);
        };
        row(u"12/04/2014", u"2014-04-12");
        row(u"2/7/2026", u"2026-07-02");
        row(u"18.05.2022", u"2022-05-18");
        row(u"18-07-24", u"2024-07-18");
        row(u"23-11-26", u"2026-11-23");
        row(u"24-11-26", u"1926-11-24");
        row(u"18/07/85", u"1985-07-18");
        row(u" 12 / 04 / 2014 ", u"2014-04-12");
        row(u"2/2024", u"2024-02");
        row(u"05/2018", u"2018-05");
        row(u"2014", u"2014");
        row(u"2014-04-12", u"2014-04-12");
        row(u"2014-04-12 00:00:00", u"2014-04-12");
        row(u"2014-04", u"2014-04");
        row(u"12042014", u"2014-04-12");
        row(u"ngày 12 tháng 4 năm 2014", u"2014-04-12");
        row(u"Tháng 4 năm 2014", u"2014-04");
        row(u"sinh năm 2014", u"2014");
        row(u"khoảng 2016", u"~2016");
        row(u"Khoảng năm 2016", u"~2016");
        row(u"~2016", u"~2016");
        row(u"29/02/2024", u"2024-02-29");
        row(u"không rõ", u"");
        row(u"Không biết", u"");
        row(u"", u"");
        row(u" ? ", u"");
        row(u"31/02/2020", u"-");
        row(u"29/02/2023", u"-");
        row(u"04/13/2014", u"-");
        row(u"00/04/2014", u"-");
        row(u"13/2014", u"-");
        row(u"0/2014", u"-");
        row(u"12/04", u"-");
        row(u"5/18", u"-");
        row(u"1/1/1", u"-");
        row(u"44374", u"-");
        row(u"1066", u"-");
        row(u"hôm qua", u"-");
        row(u"khoảng", u"-");
        row(u"12/04/2014 hoặc 13/04/2014", u"-");
    }
    void datesOfWorkbooksAreRead()
    {
        QFETCH(QString, typed);
        QFETCH(QString, iso);
        QCOMPARE(readDate(typed), iso);
        const auto date = PartialDate::parse(typed, Today);
        QVERIFY(date || (date.error().code == ErrorCode::InvalidInput && !date.error().message.isEmpty()));
    }

    void aDayWithoutItsYearIsTheLatestOne()
    {
        const auto recent = [](QStringView text, QDate today = Today) {
            const auto date = PartialDate::parseRecent(text, today);
            return date ? date->toIso() : date.error().message;
        };
        QCOMPARE(recent(u"23/11"), u"2026-11-23"_qs); // today
        QCOMPARE(recent(u"24/11"), u"2025-11-24"_qs); // has not come yet this year
        QCOMPARE(recent(u"ngày 2.7"), u"2026-07-02"_qs);
        QCOMPARE(recent(u"29/2"), u"2024-02-29"_qs);
        QCOMPARE(recent(u"11/2026"), u"2026-11"_qs);
        QCOMPARE(recent(u"31/2"), PartialDate::parse(u"31/2/2026", Today).error().message);
        QVERIFY(!PartialDate::parse(u"23/11", Today)); // a day of birth needs its year
    }

    void datesAreWrittenForPeople()
    {
        QCOMPARE(PartialDate(2014, 4, 12).toString(), u"12/04/2014"_qs);
        QCOMPARE(PartialDate(2014, 4).toString(), u"04/2014"_qs);
        QCOMPARE(PartialDate(2014).toString(), u"2014"_qs);
        QCOMPARE(PartialDate(2014, 0, 0, true).toString(), u"about 2014"_qs);
        QCOMPARE(PartialDate().toString(), QString());
        QVERIFY(PartialDate(2020, 2, 31).isNull());
        QVERIFY(PartialDate::fromIso(u"2014-4-1").isNull());
        QVERIFY(PartialDate::fromIso(u"2014-00").isNull());
        QVERIFY(PartialDate(2014) < PartialDate(2014, 1));
        QVERIFY(PartialDate(2014, 4, 12) < PartialDate(2014, 5));
    }

    void datesComeBackAsTheyWere()
    {
        QVERIFY(rc::check("dates survive writing and reading", [] {
            const int year = *rc::gen::inRange(1900, 2200);
            const int month = *rc::gen::inRange(0, 13);
            const int day = month == 0 ? 0 : *rc::gen::inRange(0, QDate(year, month, 1).daysInMonth() + 1);
            const PartialDate date(year, month, day, *rc::gen::arbitrary<bool>());
            RC_ASSERT(!date.isNull());
            RC_ASSERT(PartialDate::fromIso(date.toIso()) == date);
            const auto parsed = PartialDate::parse(date.toString(), Today);
            RC_ASSERT(parsed.has_value());
            RC_ASSERT(*parsed == date);
            RC_ASSERT(date.earliest() <= date.latest());
        }));
        QVERIFY(rc::check("the age is never above the true age", [] {
            const QDate birth = QDate(2005, 1, 1).addDays(*rc::gen::inRange(0, 8000));
            const QDate on = birth.addDays(*rc::gen::inRange(0, 8000));
            const int age = *PartialDate::fromDate(birth).ageOn(on);
            RC_ASSERT(birth.addYears(age) <= on);
            RC_ASSERT(*PartialDate(birth.year(), birth.month()).ageOn(on) <= age);
            RC_ASSERT(*PartialDate(birth.year()).ageOn(on) <= *PartialDate(birth.year(), birth.month()).ageOn(on));
        }));
    }

    void aChildIsNotCountedOlderThanItMayBe()
    {
        QCOMPARE(PartialDate(2010, 11, 23).ageOn(Today), 16);
        QCOMPARE(PartialDate(2010, 11, 24).ageOn(Today), 15);
        QCOMPARE(PartialDate(2010, 11).ageOn(Today), 15);
        QCOMPARE(PartialDate(2010).ageOn(Today), 15);
        QCOMPARE(PartialDate(2010, 0, 0, true).ageOn(Today), 16);
        QCOMPARE(PartialDate(2026).ageOn(Today), 0);
        QVERIFY(!PartialDate(2027).ageOn(Today));
        QVERIFY(!PartialDate().ageOn(Today));
        QCOMPARE(PartialDate(2012, 2, 29).ageOn(QDate(2026, 2, 28)), 13);
        QCOMPARE(PartialDate(2012, 2, 29).ageOn(QDate(2026, 3, 1)), 14);
        QCOMPARE(PartialDate::fromAge(7, Today).toIso(), u"~2019"_qs);
        QCOMPARE(PartialDate::fromAge(7, Today).ageOn(Today), 7);
        QVERIFY(PartialDate::fromAge(-1, Today).isNull());
    }

    void dateCellsAreRead()
    {
        QCOMPARE(PartialDate::fromExcelSerial(44374).toIso(), u"2021-06-27"_qs);
        QCOMPARE(PartialDate::fromExcelSerial(44374.75).toIso(), u"2021-06-27"_qs);
        QCOMPARE(PartialDate::fromExcelSerial(61).toIso(), u"1900-03-01"_qs);
        QCOMPARE(PartialDate::fromExcelSerial(59).toIso(), u"1900-02-28"_qs);
        QCOMPARE(PartialDate::fromExcelSerial(1).toIso(), u"1900-01-01"_qs);
        QCOMPARE(PartialDate::fromExcelSerial(42912, true).toIso(), u"2021-06-27"_qs);
        QVERIFY(PartialDate::fromExcelSerial(60).isNull());
        QVERIFY(PartialDate::fromExcelSerial(-1).isNull());
        QVERIFY(PartialDate::fromExcelSerial(qQNaN()).isNull());
    }

    void numbersLookVietnamese()
    {
        QCOMPARE(formatNumber(0), u"0"_qs);
        QCOMPARE(formatNumber(999), u"999"_qs);
        QCOMPARE(formatNumber(1240), u"1.240"_qs);
        QCOMPARE(formatNumber(-1234567), u"-1.234.567"_qs);
        QCOMPARE(formatNumber(-999), u"-999"_qs);
        QCOMPARE(formatPercent(97.5), u"97,5 %"_qs);
        QCOMPARE(formatPercent(100), u"100 %"_qs);
        QCOMPARE(formatPercent(-0.04), u"0 %"_qs);
        QCOMPARE(formatPercent(-0.5), u"-0,5 %"_qs);
        QCOMPARE(formatPercent(99.96), u"100 %"_qs);
        QCOMPARE(formatPercent(qInf()), QString());
        QCOMPARE(formatDate(QDate(2026, 3, 5)), u"05/03/2026"_qs);
        QCOMPARE(formatDate(QDate()), QString());
        QCOMPARE(documentDate(QDate(2026, 3, 5)), u"ngày 05 tháng 3 năm 2026"_qs);
        QCOMPARE(documentDate(QDate(2026, 2, 15)), u"ngày 15 tháng 02 năm 2026"_qs);
        QCOMPARE(documentDate(QDate(2026, 12, 31)), u"ngày 31 tháng 12 năm 2026"_qs);
        QCOMPARE(formatDateTime(0), u"07:00 01/01/1970"_qs);
    }

    void momentsAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        const auto row = [](const char16_t* typed, const char16_t* read) {
            QTest::newRow(qPrintable(QString::fromUtf16(typed)))
                << QString::fromUtf16(typed) << QString::fromUtf16(read);
        };
        row(u"23:40 23/11/2026", u"23:40 23/11/2026");
        row(u"23/11/2026 23:40", u"23:40 23/11/2026");
        row(u"2026-11-23 23:40", u"23:40 23/11/2026");
        row(u"23:40 23/11", u"23:40 23/11/2026");
        row(u"23:40, ngày 24/11", u"23:40 24/11/2025");
        row(u"23h40 hôm qua", u"23:40 22/11/2026");
        row(u"lúc 23 giờ 40 phút hôm kia", u"23:40 21/11/2026");
        row(u"08:05", u"08:05 23/11/2026");
        row(u"8h", u"08:00 23/11/2026");
        row(u"8h tối qua", u"20:00 22/11/2026");
        row(u"8 giờ tối hôm qua", u"20:00 22/11/2026");
        row(u"8h30 sáng nay", u"08:30 23/11/2026");
        row(u"11h đêm 1.2.26", u"23:00 01/02/2026");
        row(u"24:00", u"-");
        row(u"08:60", u"-");
        row(u"8:", u"-");
        row(u"23:40 31/02/2026", u"-");
        row(u"23/11/2026", u"-");
        row(u"", u"-");
        row(u"sau bữa tối 8h", u"-");
    }
    void momentsAreRead()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        QCOMPARE(readMoment(typed), read);
    }

    void momentsComeBack()
    {
        QVERIFY(rc::check("moments survive writing and reading", [] {
            const UtcMs at = civil::startOf(QDate(2000, 1, 1)) + *rc::gen::inRange<qint64>(0, 30000000) * 60000;
            const auto read = parseMoment(formatDateTime(at), Today);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == at);
        }));
    }

    void personalNumbersAreChecked()
    {
        const PartialDate birth(2014, 4, 12);
        auto check = checkPersonalNumber(QStringLiteral(" 022 314-075.954 "), Sex::Female, birth);
        QVERIFY(check.usable && !check.restoredZero && check.warnings.isEmpty());
        QCOMPARE(check.number, u"022314075954"_qs);

        check = checkPersonalNumber(QStringLiteral("22314075954"), Sex::Female, birth, true);
        QVERIFY(check.usable && check.restoredZero && check.warnings.isEmpty());
        QCOMPARE(check.number, u"022314075954"_qs);
        QCOMPARE(checkPersonalNumber(QStringLiteral("2.2314075954E+10"), {}, {}, true).number, u"022314075954"_qs);

        check = checkPersonalNumber(QStringLiteral("22314075954"), Sex::Female, birth);
        QVERIFY(!check.usable);
        QCOMPARE(check.warnings.size(), 1);
        QVERIFY(!checkPersonalNumber(QStringLiteral("2222104146"), {}, {}, true).usable);
        QVERIFY(!checkPersonalNumber(QStringLiteral("02231407595O")).usable);
        QVERIFY(!checkPersonalNumber(QStringLiteral("123456789")).usable);

        check = checkPersonalNumber(QString());
        QVERIFY(!check.usable && check.warnings.isEmpty());
    }

    void aNumberThatDoesNotFitWarnsAndStays()
    {
        const QString number = QStringLiteral("022314075954"); // a girl of 2014
        const auto warnings = [&](std::optional<Sex> sex, const PartialDate& birth) {
            const auto check = checkPersonalNumber(number, sex, birth);
            return check.usable ? int(check.warnings.size()) : -1;
        };
        QCOMPARE(warnings(Sex::Male, PartialDate(2014)), 1);
        QCOMPARE(warnings(Sex::Unknown, PartialDate(2014)), 0);
        QCOMPARE(warnings(Sex::Female, PartialDate(2015, 1)), 1);
        QCOMPARE(warnings(Sex::Male, PartialDate(1914)), 2);
        QCOMPARE(warnings({}, PartialDate(2016, 0, 0, true)), 0);
        QCOMPARE(warnings({}, PartialDate(2000, 0, 0, true)), 1);
    }
};

QTEST_GUILESS_MAIN(TestDatesAndNumbers)
#include "tst_dates_and_numbers.moc"
