// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_period.h"

#include <QTest>

#include <rapidcheck.h>

using namespace maiam;

class TestReportPeriod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMonthRunsFromThe15thToThe14th()
    {
        const ReportPeriod october = ReportPeriod::month(2026, 10);
        QCOMPARE(october.firstDay(), QDate(2026, 9, 15));
        QCOMPARE(october.lastDay(), QDate(2026, 10, 14));
        QVERIFY(!october.contains(civil::at(QDate(2026, 9, 14), QTime(23, 59, 59, 999))));
        QVERIFY(october.contains(civil::at(QDate(2026, 9, 15), QTime(0, 0))));
        QVERIFY(october.contains(civil::at(QDate(2026, 10, 14), QTime(23, 59, 59, 999))));
        QVERIFY(!october.contains(civil::at(QDate(2026, 10, 15), QTime(0, 0))));
        // 17:00 UTC is midnight in Viet Nam, wherever the PC thinks it is.
        QCOMPARE(october.begin(), QDateTime(QDate(2026, 9, 14), QTime(17, 0), Qt::UTC).toMSecsSinceEpoch());
    }

    void theYearRunsFrom15DecemberTo14December()
    {
        const ReportPeriod january = ReportPeriod::month(2026, 1);
        QCOMPARE(january.firstDay(), QDate(2025, 12, 15));
        QCOMPARE(january.yearBegin(), january.begin());
        QCOMPARE(ReportPeriod::month(2026, 12).yearBegin(), january.begin());
        QCOMPARE(january.yearEnd(), civil::startOf(QDate(2026, 12, 15)));
        QCOMPARE(january.previous(), ReportPeriod::month(2025, 12));
    }

    void aMonthIsWrittenAsPeopleAndFilesWriteIt()
    {
        QCOMPARE(ReportPeriod::month(2026, 10).title(), QStringLiteral("tháng 10 năm 2026"));
        QCOMPARE(ReportPeriod::month(2026, 2).title(), QStringLiteral("tháng 02 năm 2026"));
        QCOMPARE(ReportPeriod::month(2026, 3).title(), QStringLiteral("tháng 3 năm 2026"));
        QCOMPARE(ReportPeriod::parse(u"2026-10").value(), ReportPeriod::month(2026, 10));
    }

    void whatIsNoMonthIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : { "", "2026", "2026-13", "2026-00", "26-10", "2026-1", "2026/10", "1999-12", "2026-10 ",
                 "-026-10", "2026-1x" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoMonthIsRefused()
    {
        QFETCH(QString, text);
        const auto period = ReportPeriod::parse(text);
        QVERIFY(!period);
        QCOMPARE(period.error().code, ErrorCode::InvalidInput);
    }

    void everyDayLiesInExactlyOnePeriod()
    {
        QVERIFY(rc::check("periods follow each other without gap or overlap", [] {
            const QDate day = QDate(2001, 1, 1).addDays(*rc::gen::inRange(0, 70000));
            const ReportPeriod period = ReportPeriod::of(day);
            RC_ASSERT(period.firstDay() <= day && day <= period.lastDay());
            RC_ASSERT(period.end() == period.next().begin());
            RC_ASSERT(period.plus(7).plus(-7) == period);
            RC_ASSERT(ReportPeriod::parse(period.code()).value() == period);
            RC_ASSERT(period.yearBegin() <= period.begin() && period.end() <= period.yearEnd());
        }));
    }
};

QTEST_GUILESS_MAIN(TestReportPeriod)
#include "tst_report_period.moc"
