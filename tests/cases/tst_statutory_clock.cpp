// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/statutory_clock.h"
#include "models/catalogues/catalogues.h"

#include <rapidcheck.h>

#include <QTest>

using namespace maiam;

namespace {

constexpr qint64 Hour = 3'600'000;

UtcMs at(int year, int month, int day, int hour = 0, int minute = 0)
{
    return civil::at(QDate(year, month, day), QTime(hour, minute));
}

StatutoryClock clockOfTheLaw()
{
    const auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        qFatal("catalogues");
    auto clock = StatutoryClock::fromCatalogues(*catalogues);
    if (!clock)
        qFatal("clock");
    return *clock;
}

const ClockState& of(const std::vector<ClockState>& clocks, ClockKind kind)
{
    static const ClockState none = [] {
        ClockState state;
        state.code = QStringLiteral("there is no such clock");
        return state;
    }();
    for (const ClockState& state : clocks) {
        if (state.kind == kind)
            return state;
    }
    return none;
}

/// Moments from 2024 to 2027, the years whose holidays are known.
UtcMs anyMoment()
{
    return at(2024, 1, 1) + *rc::gen::inRange<qint64>(0, 4LL * 365 * 24 * 3600) * 1000;
}

QDate anyDay()
{
    return QDate(2024, 1, 1).addDays(*rc::gen::inRange(0, 4 * 365));
}

} // namespace

class TestStatutoryClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallAtNightRunsFromTheCallNotFromTheTyping();
    void theTwelveHoursRunThroughTetAndWeekends();
    void anAssessmentAloneDoesNotStopTheTwelveHours();
    void isolationCountsAsAnEmergencyMeasure();
    void thePlanHasFiveWorkingDaysFromTheAssessment();
    void thePlanDueAfterAHolidaySkipsIt();
    void theOfficerMayMoveTheStartOfThePlan();
    void theChairmanHasTwoWorkingDaysAndTheWholeSeven();
    void isolationEndsOnTheFifteenthDayEvenOnASaturday();
    void isolationIsWatchedAfterTheCaseIsClosed();
    void aClosedCaseHasNoOpenClockAndHidesNoDelay();
    void importedCasesAreNotMeasuredButStillReviewed();
    void whatIsLeftReadsAsOnTheScreens();
    void theMostUrgentClockComesFirst();
    void rulesAreRefusedWhenTheCatalogueIsBroken();

    void holidaysAreThoseOfTheLunarCalendar_data();
    void holidaysAreThoseOfTheLunarCalendar();
    void aSwappedSaturdayIsWorked();
    void unconfirmedHolidaysDoNotLengthenATime();
    void aBrokenHolidayListIsRefused();

    void noTimeEndsOnADayOff();
    void countingDaysAgreesWithWalkingThem();
    void aLaterStartNeverMeansAnEarlierEnd();
    void whatWasDoneBeforeItsTimeWasInTime();
    void aClockNeverGoesBack();
};

void TestStatutoryClock::aCallAtNightRunsFromTheCallNotFromTheTyping()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 23, 23, 40);
    const auto state = of(clockOfTheLaw().read(facts, at(2026, 11, 24, 8, 12)), ClockKind::EmergencyMeasures12h);
    QCOMPARE(civil::dateTime(state.dueAt).toString(u"dd/MM/yyyy HH:mm"), QStringLiteral("24/11/2026 11:40"));
    QCOMPARE(state.status, ClockStatus::DueSoon);
    QCOMPARE(state.remainingMs, 3 * Hour + 28 * 60'000);
    QCOMPARE(state.code, QStringLiteral("emergency-12h"));
}

void TestStatutoryClock::theTwelveHoursRunThroughTetAndWeekends()
{
    ClockFacts facts;
    facts.received = at(2026, 2, 16, 20, 0);
    const auto clock = clockOfTheLaw();
    QCOMPARE(of(clock.read(facts, facts.received), ClockKind::EmergencyMeasures12h).status, ClockStatus::Running);
    QCOMPARE(
        of(clock.read(facts, at(2026, 2, 17, 8, 0)), ClockKind::EmergencyMeasures12h).status, ClockStatus::DueSoon);
    QCOMPARE(
        of(clock.read(facts, at(2026, 2, 17, 8, 1)), ClockKind::EmergencyMeasures12h).status, ClockStatus::Overdue);
}

void TestStatutoryClock::anAssessmentAloneDoesNotStopTheTwelveHours()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 24, 8, 0);
    facts.initialAssessedAt = at(2026, 11, 24, 10, 0);
    const auto clock = clockOfTheLaw();
    const auto status = [&] {
        return of(clock.read(facts, at(2026, 11, 24, 21, 0)), ClockKind::EmergencyMeasures12h).status;
    };
    QCOMPARE(status(), ClockStatus::Overdue);
    facts.emergency = EmergencyNeed::Needed;
    QCOMPARE(status(), ClockStatus::Overdue);
    facts.emergency = EmergencyNeed::NotNeeded;
    QCOMPARE(status(), ClockStatus::MetInTime);
    facts.emergency = EmergencyNeed::Needed;
    facts.emergencyDecidedAt = at(2026, 11, 24, 20, 0);
    QCOMPARE(status(), ClockStatus::MetInTime);
    facts.emergencyDecidedAt = at(2026, 11, 24, 20, 1);
    QCOMPARE(status(), ClockStatus::MetLate);
}

void TestStatutoryClock::isolationCountsAsAnEmergencyMeasure()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 24, 8, 0);
    facts.emergency = EmergencyNeed::Needed;
    facts.isolationFrom = at(2026, 11, 24, 15, 0);
    const auto clocks = clockOfTheLaw().read(facts, at(2026, 11, 25));
    QCOMPARE(of(clocks, ClockKind::EmergencyMeasures12h).status, ClockStatus::MetInTime);
}

void TestStatutoryClock::thePlanHasFiveWorkingDaysFromTheAssessment()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 17, 22, 50);
    facts.initialAssessedAt = at(2026, 11, 18, 10, 31);
    const auto clock = clockOfTheLaw();
    const auto plan = of(clock.read(facts, at(2026, 11, 24, 8, 12)), ClockKind::Plan5Days);
    QCOMPARE(plan.dueDate(), QDate(2026, 11, 25));
    QCOMPARE(plan.status, ClockStatus::DueSoon);
    QCOMPARE(plan.remainingDays, 1);
    facts.planSubmittedAt = at(2026, 11, 25, 23, 59);
    QCOMPARE(of(clock.read(facts, at(2026, 11, 30)), ClockKind::Plan5Days).status, ClockStatus::MetInTime);
    facts.planSubmittedAt = at(2026, 11, 26, 0, 0);
    QCOMPARE(of(clock.read(facts, at(2026, 11, 30)), ClockKind::Plan5Days).status, ClockStatus::MetLate);
    facts.planSubmittedAt.reset();
    facts.planNeeded = false;
    QCOMPARE(of(clock.read(facts, at(2026, 11, 30)), ClockKind::Plan5Days).status, ClockStatus::NotMeasured);
}

void TestStatutoryClock::thePlanDueAfterAHolidaySkipsIt()
{
    ClockFacts facts;
    facts.received = at(2025, 4, 24, 9, 0); // Thursday before 30/4, 1/5 and the swapped 2/5; Saturday 26/4 is worked
    const auto plan = of(clockOfTheLaw().read(facts, at(2025, 4, 24, 10, 0)), ClockKind::Plan5Days);
    // 25, 26 (worked), 28, 29 April, then 5 May
    QCOMPARE(plan.dueDate(), QDate(2025, 5, 5));
}

void TestStatutoryClock::theOfficerMayMoveTheStartOfThePlan()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 2, 9, 0);
    QCOMPARE(StatutoryClock::planStart(facts), facts.received);
    facts.initialAssessedAt = at(2026, 11, 3, 9, 0);
    QCOMPARE(StatutoryClock::planStart(facts), *facts.initialAssessedAt);
    facts.planClockStart = at(2026, 11, 9, 9, 0);
    const auto plan = of(clockOfTheLaw().read(facts, at(2026, 11, 9, 10, 0)), ClockKind::Plan5Days);
    QCOMPARE(plan.dueDate(), QDate(2026, 11, 16));
}

void TestStatutoryClock::theChairmanHasTwoWorkingDaysAndTheWholeSeven()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 2, 9, 0); // Monday
    facts.planSubmittedAt = at(2026, 11, 6, 16, 0); // Friday
    const auto clock = clockOfTheLaw();
    auto clocks = clock.read(facts, at(2026, 11, 7));
    QCOMPARE(of(clocks, ClockKind::Approval2Days).dueDate(), QDate(2026, 11, 10));
    QCOMPARE(of(clocks, ClockKind::Total7Days).dueDate(), QDate(2026, 11, 11));
    facts.planApprovedAt = at(2026, 11, 11, 9, 0);
    clocks = clock.read(facts, at(2026, 11, 20));
    QCOMPARE(of(clocks, ClockKind::Approval2Days).status, ClockStatus::MetLate);
    QCOMPARE(of(clocks, ClockKind::Total7Days).status, ClockStatus::MetInTime);
}

void TestStatutoryClock::isolationEndsOnTheFifteenthDayEvenOnASaturday()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 13, 9, 0);
    facts.isolationFrom = at(2026, 11, 13, 18, 0);
    const auto clock = clockOfTheLaw();
    const auto isolation = [&] { return of(clock.read(facts, at(2026, 11, 24, 8, 0)), ClockKind::Isolation15Days); };
    QCOMPARE(isolation().dueDate(), QDate(2026, 11, 28)); // a Saturday
    QCOMPARE(isolation().remainingDays, 4);
    QCOMPARE(isolation().status, ClockStatus::DueSoon);
    facts.isolationUntil = QDate(2026, 11, 20);
    QCOMPARE(isolation().status, ClockStatus::Overdue);
    facts.isolationUntil = QDate(2026, 12, 31);
    QCOMPARE(isolation().dueDate(), QDate(2026, 11, 28));
    facts.isolationLongerRequired = true;
    QCOMPARE(isolation().dueDate(), QDate(2026, 12, 31));
    facts.isolationUntil.reset();
    facts.isolationDaysBefore = 10;
    QCOMPARE(isolation().dueDate(), QDate(2026, 11, 18));
    facts.isolationEndedAt = at(2026, 11, 18, 12, 0);
    QCOMPARE(isolation().status, ClockStatus::MetInTime);
}

void TestStatutoryClock::isolationIsWatchedAfterTheCaseIsClosed()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 2, 9, 0);
    facts.isolationFrom = at(2026, 11, 2, 12, 0);
    facts.closedAt = at(2026, 11, 10, 9, 0);
    const auto clocks = clockOfTheLaw().read(facts, at(2026, 11, 25));
    QCOMPARE(of(clocks, ClockKind::Isolation15Days).status, ClockStatus::Overdue);
}

void TestStatutoryClock::aClosedCaseHasNoOpenClockAndHidesNoDelay()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 2, 9, 0);
    facts.nextReview = QDate(2026, 11, 20);
    facts.closedAt = at(2026, 11, 3, 9, 0);
    const auto clocks = clockOfTheLaw().read(facts, at(2026, 12, 30));
    for (const ClockState& state : clocks)
        QVERIFY2(!state.isOpen(), qPrintable(state.code));
    QCOMPARE(of(clocks, ClockKind::EmergencyMeasures12h).status, ClockStatus::MetLate);
    QCOMPARE(of(clocks, ClockKind::Plan5Days).status, ClockStatus::NotMeasured);
    QVERIFY(!clockOfTheLaw().mostUrgent(facts, at(2026, 12, 30)));
}

void TestStatutoryClock::importedCasesAreNotMeasuredButStillReviewed()
{
    ClockFacts facts;
    facts.received = at(2024, 6, 3);
    facts.imported = true;
    facts.nextReview = QDate(2026, 11, 20);
    const auto clocks = clockOfTheLaw().read(facts, at(2026, 11, 24));
    QCOMPARE(of(clocks, ClockKind::EmergencyMeasures12h).status, ClockStatus::NotMeasured);
    QCOMPARE(of(clocks, ClockKind::Plan5Days).status, ClockStatus::NotMeasured);
    QCOMPARE(of(clocks, ClockKind::Review).status, ClockStatus::Overdue);
    QCOMPARE(of(clocks, ClockKind::Review).remainingDays, -4);
}

void TestStatutoryClock::whatIsLeftReadsAsOnTheScreens()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 23, 23, 40);
    facts.initialAssessedAt = at(2026, 11, 18, 10, 0);
    const auto clock = clockOfTheLaw();
    const auto text = [&](ClockKind kind, UtcMs now) {
        return StatutoryClock::remainingText(of(clock.read(facts, now), kind));
    };
    const auto twelve = ClockKind::EmergencyMeasures12h;
    QCOMPARE(text(twelve, at(2026, 11, 24, 8, 12)), QStringLiteral("3 h 28′ left"));
    QCOMPARE(text(twelve, at(2026, 11, 24, 11, 0)), QStringLiteral("40 minute(s) left"));
    QCOMPARE(text(twelve, at(2026, 11, 24, 11, 40)), QStringLiteral("less than a minute left"));
    QCOMPARE(text(twelve, at(2026, 11, 24, 13, 45)), QStringLiteral("2 hour(s) overdue"));
    QCOMPARE(text(twelve, at(2022, 11, 24, 8, 12)), QStringLiteral("check the PC's clock")); // set back by years
    QCOMPARE(text(ClockKind::Plan5Days, at(2022, 11, 24, 8, 0)), QStringLiteral("check the PC's clock"));
    QCOMPARE(text(twelve, at(2026, 11, 28, 12, 0)), QStringLiteral("4 day(s) overdue"));
    QCOMPARE(text(ClockKind::Plan5Days, at(2026, 11, 24, 8, 0)), QStringLiteral("1 working day(s) left"));
    QCOMPARE(text(ClockKind::Plan5Days, at(2026, 11, 25, 8, 0)), QStringLiteral("until the end of today"));
    QCOMPARE(text(ClockKind::Plan5Days, at(2026, 11, 26, 0, 0)), QStringLiteral("1 day(s) overdue"));
    facts.planSubmittedAt = at(2026, 11, 26, 9, 0);
    QCOMPARE(text(ClockKind::Plan5Days, at(2026, 12, 26)), QStringLiteral("1 day(s) late"));
    facts.emergencyDecidedAt = at(2026, 11, 24, 9, 0);
    QCOMPARE(text(twelve, at(2026, 12, 26)), QStringLiteral("in time"));
}

void TestStatutoryClock::theMostUrgentClockComesFirst()
{
    ClockFacts facts;
    facts.received = at(2026, 11, 24, 8, 0);
    facts.nextReview = QDate(2026, 11, 26);
    const auto clock = clockOfTheLaw();
    QCOMPARE(clock.mostUrgent(facts, at(2026, 11, 24, 9, 0))->kind, ClockKind::EmergencyMeasures12h);
    facts.emergencyDecidedAt = at(2026, 11, 24, 8, 30);
    QCOMPARE(clock.mostUrgent(facts, at(2026, 11, 24, 9, 0))->kind, ClockKind::Review);
}

void TestStatutoryClock::rulesAreRefusedWhenTheCatalogueIsBroken()
{
    const auto rules = ClockRules::fromCatalogue(Catalogue());
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, ErrorCode::InvalidInput);
    const auto zero = Catalogue::fromJson(R"({"catalogue":"statutory-times","version":2,"oldest_reader":1,"vi":"a",
        "en":"b","entries":[{"code":"emergency-12h","vi":"a","en":"b","source":"c","certainty":"d","amount":0,
        "unit":"hours","soon":4}]})");
    QVERIFY(zero);
    QVERIFY(!ClockRules::fromCatalogue(*zero));
}

void TestStatutoryClock::holidaysAreThoseOfTheLunarCalendar_data()
{
    QTest::addColumn<QDate>("day");
    QTest::newRow("Tết 2024") << QDate(2024, 2, 14);
    QTest::newRow("Tết 2025") << QDate(2025, 1, 27);
    QTest::newRow("Tết 2026") << QDate(2026, 2, 17);
    QTest::newRow("Tết 2027") << QDate(2027, 2, 8);
    QTest::newRow("Giỗ Tổ 2024") << QDate(2024, 4, 18);
    QTest::newRow("Giỗ Tổ 2025") << QDate(2025, 4, 7);
    QTest::newRow("Giỗ Tổ 2026, on a Sunday, Monday instead") << QDate(2026, 4, 27);
    QTest::newRow("Giỗ Tổ 2027") << QDate(2027, 4, 16);
    QTest::newRow("Quốc khánh 2026") << QDate(2026, 9, 2);
    QTest::newRow("Quốc khánh 2026, second day") << QDate(2026, 9, 1);
    QTest::newRow("an ordinary Sunday") << QDate(2026, 11, 22);
}

void TestStatutoryClock::holidaysAreThoseOfTheLunarCalendar()
{
    QFETCH(QDate, day);
    QVERIFY(!clockOfTheLaw().calendar().isWorkingDay(day));
}

void TestStatutoryClock::aSwappedSaturdayIsWorked()
{
    const auto clock = clockOfTheLaw();
    const WorkingCalendar& calendar = clock.calendar();
    QVERIFY(calendar.isWorkingDay(QDate(2024, 5, 4)));
    QVERIFY(!calendar.isWorkingDay(QDate(2024, 4, 29)));
    QVERIFY(calendar.isWorkingDay(QDate(2025, 4, 26)));
    QVERIFY(!calendar.isWorkingDay(QDate(2025, 5, 2)));
    QVERIFY(calendar.knowsYear(2026));
    QVERIFY(!calendar.knowsYear(2028));
}

void TestStatutoryClock::unconfirmedHolidaysDoNotLengthenATime()
{
    QVERIFY(clockOfTheLaw().calendar().isWorkingDay(QDate(2026, 11, 24)));
}

void TestStatutoryClock::aBrokenHolidayListIsRefused()
{
    const auto broken = Catalogue::fromJson(R"({"catalogue":"holidays","version":1,"oldest_reader":1,"vi":"a","en":"b",
        "entries":[{"code":"x","vi":"a","en":"b","source":"c","certainty":"d","kind":"off","date":"2026-02-30"}]})");
    QVERIFY(broken);
    const auto calendar = WorkingCalendar::fromCatalogue(*broken);
    QVERIFY(!calendar);
    QCOMPARE(calendar.error().code, ErrorCode::InvalidInput);
}

void TestStatutoryClock::noTimeEndsOnADayOff()
{
    const auto clock = clockOfTheLaw();
    QVERIFY(rc::check("the last day of a period in working days is worked, and holds exactly n of them", [&] {
        const QDate start = anyDay();
        const int n = *rc::gen::inRange(1, 60);
        const QDate last = clock.calendar().addWorkingDays(start, n);
        RC_ASSERT(clock.calendar().isWorkingDay(last));
        RC_ASSERT(last > start);
        RC_ASSERT(clock.calendar().workingDaysBetween(start, last) == n);
        RC_ASSERT(clock.calendar().isWorkingDay(clock.calendar().addDays(start, n)));
    }));
}

void TestStatutoryClock::countingDaysAgreesWithWalkingThem()
{
    const auto clock = clockOfTheLaw();
    QVERIFY(rc::check("the quick count equals walking from day to day, both ways", [&] {
        const QDate from = QDate(1899, 6, 1).addDays(*rc::gen::element(0, 46000) + *rc::gen::inRange(0, 1500));
        const QDate to = from.addDays(*rc::gen::inRange(0, 400));
        int walked = 0;
        for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
            walked += clock.calendar().isWorkingDay(day) ? 1 : 0;
        RC_ASSERT(clock.calendar().workingDaysBetween(from, to) == walked);
        RC_ASSERT(clock.calendar().workingDaysBetween(to, from) == -walked);
    }));
}

void TestStatutoryClock::aLaterStartNeverMeansAnEarlierEnd()
{
    const auto clock = clockOfTheLaw();
    QVERIFY(rc::check("due moments are monotone in their start", [&] {
        ClockFacts early;
        early.received = anyMoment();
        early.planSubmittedAt = early.received + *rc::gen::inRange<qint64>(0, 20 * 24) * Hour;
        ClockFacts late = early;
        const qint64 shift = *rc::gen::inRange<qint64>(0, 30 * 24) * Hour;
        late.received += shift;
        *late.planSubmittedAt += shift;
        const auto first = clock.read(early, early.received);
        const auto second = clock.read(late, late.received);
        RC_ASSERT(first.size() == second.size());
        for (size_t i = 0; i < first.size(); ++i) {
            RC_ASSERT(first[i].dueAt <= second[i].dueAt);
            RC_ASSERT(first[i].dueAt > first[i].startedAt);
        }
    }));
}

void TestStatutoryClock::whatWasDoneBeforeItsTimeWasInTime()
{
    const auto clock = clockOfTheLaw();
    QVERIFY(rc::check("in time exactly when done by the due moment, whenever one looks", [&] {
        ClockFacts facts;
        facts.received = anyMoment();
        const UtcMs now = facts.received + *rc::gen::inRange<qint64>(0, 60LL * 24 * 60) * 60'000;
        facts.emergencyDecidedAt = facts.received + *rc::gen::inRange<qint64>(0, 48 * 60) * 60'000;
        facts.planSubmittedAt = facts.received + *rc::gen::inRange<qint64>(0, 20 * 24) * Hour;
        facts.planApprovedAt = *facts.planSubmittedAt + *rc::gen::inRange<qint64>(0, 10 * 24) * Hour;
        for (const ClockState& state : clock.read(facts, now)) {
            RC_ASSERT(state.doneAt.has_value());
            const bool inTime = *state.doneAt <= state.dueAt;
            RC_ASSERT(state.status == (inTime ? ClockStatus::MetInTime : ClockStatus::MetLate));
            RC_ASSERT((state.remainingDays < 0 || state.remainingMs < 0) == !inTime);
        }
    }));
}

void TestStatutoryClock::aClockNeverGoesBack()
{
    const auto clock = clockOfTheLaw();
    QVERIFY(rc::check("running, then due soon, then overdue; and what is left only shrinks", [&] {
        ClockFacts facts;
        facts.received = anyMoment();
        facts.isolationFrom = facts.received;
        facts.nextReview = civil::date(facts.received).addDays(*rc::gen::inRange(0, 60));
        const UtcMs now = facts.received + *rc::gen::inRange<qint64>(0, 40LL * 24 * 60) * 60'000;
        const UtcMs then = now + *rc::gen::inRange<qint64>(0, 10LL * 24 * 60) * 60'000;
        const auto first = clock.read(facts, now);
        const auto second = clock.read(facts, then);
        RC_ASSERT(first.size() == second.size());
        for (size_t i = 0; i < first.size(); ++i) {
            RC_ASSERT(static_cast<int>(first[i].status) <= static_cast<int>(second[i].status));
            if (first[i].isOpen())
                RC_ASSERT(first[i].remainingMs >= second[i].remainingMs);
            RC_ASSERT(first[i].remainingDays >= second[i].remainingDays);
        }
    }));
}

QTEST_GUILESS_MAIN(TestStatutoryClock)
#include "tst_statutory_clock.moc"
