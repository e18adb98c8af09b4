// SPDX-License-Identifier: GPL-3.0-or-later
// A case on its way through Articles 25 to 30: after each step the clocks that an officer sees are those of the law.
#include "models/cases/case_file.h"
#include "models/cases/case_list.h"
#include "models/cases/case_work.h"
#include "models/catalogues/catalogues.h"
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
UtcMs at(int month, int day, int hour = 8)
{
    return civil::at(QDate(2026, month, day), QTime(hour, 0));
}
std::optional<qint64> moment(UtcMs when)
{
    return when;
}
} // namespace

class TestCaseWork : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    int m_count = 0;
    const std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(at(3, 2));
    std::unique_ptr<Register> m_reg;
    QUuid m_case;
    const StatutoryClock m_times = StatutoryClock::fromCatalogues(*Catalogues::builtIn()).value();

    [[nodiscard]] Record file() { return m_reg->record(kinds::Case, m_case).value(); }
    void store(const Result<Batch>& batch)
    {
        if (!batch)
            qFatal("%s", qPrintable(batch.error().message));
        if (auto done = m_reg->commit(*batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    void go(const QString& step, UtcMs when)
    {
        m_clock->advance(when - m_clock->now());
        store(CaseWork::moveTo(file(), step, u"vì có lý do"_s, when, when));
    }
    void open(const QString& step, UtcMs received, const QString& origin = {})
    {
        Record child = m_reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Record report = m_reg->newRecord(kinds::Case);
        report.set(CaseFields::Received, moment(received));
        report.set(CaseFields::Summary, u"Hàng xóm nghe trẻ khóc"_s);
        report.set(CaseFields::Step, step);
        report.set(CaseFields::Origin, origin);
        m_case = report.id();
        store(CaseWork::takeReport(report, child, u"BL-2026-0001"_s, u"BL-T-0001"_s, m_clock->now()));
    }
    /// The state of one clock as the screens read it; NotMeasured when there is none.
    [[nodiscard]] ClockStatus status(ClockKind kind, UtcMs now)
    {
        const auto running =
            m_reg->read([](Database& database) { return caseList::running(database).value(); }).result();
        for (const RunningCase& one : running)
            for (const ClockState& state : m_times.read(one.facts, now))
                if (state.kind == kind)
                    return state.status;
        return ClockStatus::NotMeasured;
    }
    [[nodiscard]] static QString wrongField(const Result<Batch>& batch)
    {
        return batch ? u"nothing"_s : batch.error().detail;
    }

    [[nodiscard]] CaseFile whole()
    {
        return m_reg->read([id = m_case](Database& database) { return caseFile::read(database, id).value(); }).result();
    }
    void edit(const Field& field, const QString& text)
    {
        Record one = file();
        one.set(field, text);
        store(CaseWork::keep(one, m_clock->now()));
    }

private Q_SLOTS:
    void init()
    {
        m_clock->advance(at(3, 2) - m_clock->now());
        NewRegister wanted = test::wantedRegister(m_home.filePath(QString::number(++m_count)));
        wanted.displayName = u"lan"_s;
        m_reg = std::move(Register::create(wanted, m_clock).value().reg);
    }

    void aPlanAfterAReviewHasTimesOfItsOwn()
    {
        open(u"intake"_s, at(3, 2, 7));
        go(u"verify"_s, at(3, 2, 12));
        go(u"plan"_s, at(3, 3));
        go(u"approval"_s, at(3, 6));
        go(u"carry-out"_s, at(3, 9));
        go(u"review"_s, at(6, 1));
        go(u"plan"_s, at(6, 2)); // a Tuesday: the five working days end on the 9th
        QCOMPARE(status(ClockKind::Plan5Days, at(6, 5)), ClockStatus::Running);
        QCOMPARE(status(ClockKind::Plan5Days, at(6, 10)), ClockStatus::Overdue);
        QCOMPARE(status(ClockKind::Approval2Days, at(6, 5)), ClockStatus::NotMeasured);
        go(u"approval"_s, at(6, 8));
        QCOMPARE(status(ClockKind::Plan5Days, at(6, 8)), ClockStatus::MetInTime);
        QCOMPARE(status(ClockKind::Approval2Days, at(6, 11)), ClockStatus::Overdue);
        go(u"carry-out"_s, at(6, 9));
        QCOMPARE(status(ClockKind::Approval2Days, at(7, 30)), ClockStatus::MetInTime);
        QCOMPARE(status(ClockKind::Total7Days, at(7, 30)), ClockStatus::MetInTime);
        // The reports of March still count the first plan.
        QCOMPARE(file().number(CaseFields::PlanSubmitted), moment(at(3, 6)));
        QCOMPARE(file().number(CaseFields::PlanApproved), moment(at(3, 9)));
    }
    void whatIsEditedAfterTheApprovalIsNamed()
    {
        open(u"intake"_s, at(3, 2, 7));
        Record assessment = m_reg->newRecord(kinds::Assessment);
        for (const Field* level : { &AssessmentFields::Harm, &AssessmentFields::Recurrence,
                 &AssessmentFields::SelfProtection, &AssessmentFields::Support, &AssessmentFields::Conclusion })
            assessment.set(*level, u"medium"_s);
        assessment.set(AssessmentFields::Reason, u"Trẻ được bà nội trông"_s);
        assessment.set(AssessmentFields::Done, moment(at(3, 2, 11)));
        store(CaseWork::assess(file(), assessment, at(3, 2, 12)));
        go(u"verify"_s, at(3, 2, 13));
        go(u"plan"_s, at(3, 3));
        go(u"approval"_s, at(3, 6));
        QVERIFY(!whole().approval.approved);
        m_clock->advance(at(3, 9) - m_clock->now());
        store(CaseWork::moveTo(file(), u"carry-out"_s, {}, at(3, 9), at(3, 9), whole().assessment.value().heads()));
        QCOMPARE(whole().approval.approved, moment(at(3, 9)));
        QVERIFY(!whole().approval.isEdited());

        edit(CaseFields::Note, u"Đã gọi cho bà nội"_s); // carrying it out is no other plan
        QVERIFY(!whole().approval.isEdited());
        edit(CaseFields::Kind, u"physical"_s);
        QCOMPARE(whole().approval.edited, std::vector<const Field*> { &CaseFields::Kind });
        QVERIFY(!whole().approval.assessmentEdited);
        Record again = whole().assessment.value();
        again.set(AssessmentFields::Harm, u"high"_s);
        Batch batch;
        batch.add(again);
        store(batch);
        QVERIFY(whole().approval.assessmentEdited);

        // The chairman sees it and lets the plan stand; the moments that the reports count stay.
        store(CaseWork::approveAsItStands(file(), whole().assessment.value().heads()));
        QVERIFY(whole().approval.approved && !whole().approval.isEdited());
        QCOMPARE(file().number(CaseFields::PlanApproved), moment(at(3, 9)));
        edit(CaseFields::Kind, u"neglect"_s);
        QVERIFY(whole().approval.isEdited());

        // A new plan that is approved names what stands there now.
        go(u"review"_s, at(6, 1));
        go(u"plan"_s, at(6, 2));
        QVERIFY(!whole().approval.isEdited()); // not approved yet
        go(u"approval"_s, at(6, 8));
        m_clock->advance(at(6, 9) - m_clock->now());
        store(CaseWork::moveTo(file(), u"carry-out"_s, {}, at(6, 9), at(6, 9), whole().assessment.value().heads()));
        QVERIFY(whole().approval.approved && !whole().approval.isEdited());
    }
    void whatAnotherMachineWroteWithoutKnowingOfTheApprovalIsNamedToo()
    {
        open(u"intake"_s, at(3, 2, 7));
        go(u"verify"_s, at(3, 2, 13));
        go(u"plan"_s, at(3, 3));
        go(u"approval"_s, at(3, 6));
        Record beside = file(); // as the other machine had it
        go(u"carry-out"_s, at(3, 9));
        beside.set(CaseFields::Condition, u"Trẻ sốt"_s);
        m_clock->advance(at(3, 5) - m_clock->now()); // and its clock was behind
        store(CaseWork::keep(beside, at(3, 9)));
        QCOMPARE(whole().approval.edited, std::vector<const Field*> { &CaseFields::Condition });
    }

    void theOfficersOwnStartIsThatOfThePlanAtWork()
    {
        open(u"plan"_s, at(3, 2, 7));
        store(CaseWork::startPlanAt(file(), at(3, 2, 7), at(3, 2)));
        QCOMPARE(file().number(CaseFields::PlanStart), moment(at(3, 2, 7)));
        go(u"approval"_s, at(3, 4));
        go(u"carry-out"_s, at(3, 5));
        go(u"review"_s, at(6, 1));
        go(u"plan"_s, at(6, 2));
        store(CaseWork::startPlanAt(file(), at(6, 1), at(6, 3)));
        QCOMPARE(file().number(CaseFields::ReplanStart), moment(at(6, 1)));
        QCOMPARE(file().number(CaseFields::PlanStart), moment(at(3, 2, 7)));
    }
    void aReviewThatWasHeldIsNotOverdue()
    {
        open(u"carry-out"_s, at(3, 2, 7));
        Record next = file();
        next.set(CaseFields::NextReview, moment(at(5, 4)));
        store(CaseWork::keep(next, at(3, 2)));
        go(u"review"_s, at(5, 4));
        QCOMPARE(status(ClockKind::Review, at(5, 6)), ClockStatus::Overdue);
        go(u"plan"_s, at(5, 6));
        QCOMPARE(status(ClockKind::Review, at(5, 20)), ClockStatus::NotMeasured);
        go(u"approval"_s, at(5, 7));
        go(u"carry-out"_s, at(5, 8));
        go(u"review"_s, at(8, 3));
        Record again = file();
        again.set(CaseFields::NextReview, moment(at(11, 2)));
        store(CaseWork::moveTo(again, u"plan"_s, u"còn nguy cơ"_s, at(8, 3), at(8, 3)));
        QCOMPARE(file().number(CaseFields::NextReview), moment(at(11, 2)));
    }
    void aCaseOfTheOldWorkbookHasPlanTimesOnceItIsTakenUp()
    {
        open(u"imported"_s, civil::at(QDate(2024, 5, 6), QTime(0, 0)), u"workbook"_s);
        QCOMPARE(status(ClockKind::Plan5Days, at(3, 2)), ClockStatus::NotMeasured);
        go(u"plan"_s, at(3, 3));
        QCOMPARE(status(ClockKind::Plan5Days, at(3, 5)), ClockStatus::Running);
        QCOMPARE(status(ClockKind::Plan5Days, at(3, 20)), ClockStatus::Overdue);
        QCOMPARE(status(ClockKind::EmergencyMeasures12h, at(3, 20)), ClockStatus::NotMeasured);
    }
    void aReportThatEndsAtOnceSaysWhatCameOfIt()
    {
        open(u"intake"_s, at(3, 2, 7));
        const auto end = [&](const Record& one) {
            return CaseWork::moveTo(one, u"closed"_s, u"gọi nhầm"_s, at(3, 2), at(3, 2));
        };
        QCOMPARE(wrongField(end(file())), u"outcome"_s);
        Record untrue = file();
        untrue.set(CaseFields::Outcome, u"untrue"_s);
        QVERIFY(end(untrue));
    }
    void impossibleTimesAreNamedAtTheirField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<bool>("possible");
        QTest::newRow("received in the future") << u"received"_s << qint64(at(3, 3)) << false;
        QTest::newRow("received emptied") << u"received"_s << qint64(-1) << false;
        QTest::newRow("received corrected") << u"received"_s << qint64(at(3, 1)) << true;
        QTest::newRow("isolated tomorrow") << u"isolation_from"_s << qint64(at(3, 3)) << false;
        QTest::newRow("isolated a year early") << u"isolation_from"_s << qint64(at(3, 2) - 365LL * 86'400'000) << false;
        QTest::newRow("isolated the night before") << u"isolation_from"_s << qint64(at(3, 1, 22)) << true;
        QTest::newRow("start in the future") << u"plan_start"_s << qint64(at(4, 3)) << false;
        QTest::newRow("start before the report") << u"plan_start"_s << qint64(at(2, 3)) << false;
        QTest::newRow("ended, never begun") << u"isolation_ended"_s << qint64(at(3, 2, 7)) << false;
        QTest::newRow("review of last year") << u"next_review"_s << qint64(at(1, 3)) << false;
        QTest::newRow("review to come") << u"next_review"_s << qint64(at(6, 1)) << true;
    }
    void impossibleTimesAreNamedAtTheirField()
    {
        QFETCH(QString, field);
        QFETCH(qint64, value);
        QFETCH(bool, possible);
        open(u"intake"_s, at(3, 2, 7));
        Record typed = file();
        for (const Field* one : CaseFields::All)
            if (QLatin1String(one->name) == field)
                typed.set(*one, value < 0 ? std::optional<qint64>() : moment(value));
        QCOMPARE(wrongField(CaseWork::keep(typed, m_clock->now())), possible ? u"nothing"_s : field);
    }
    /// Else a slip of long ago would keep an officer from writing anything down.
    void anOldSlipHindersNoOtherField()
    {
        open(u"intake"_s, at(3, 2, 7));
        Record slip = file();
        slip.set(CaseFields::IsolationFrom, moment(at(3, 1) - 365LL * 86'400'000));
        Batch batch;
        batch.add(slip);
        store(batch);
        Record note = file();
        note.set(CaseFields::Note, u"Đã gọi trạm y tế"_s);
        QVERIFY(CaseWork::keep(note, m_clock->now()));
    }
};

QTEST_GUILESS_MAIN(TestCaseWork)
#include "tst_case_work.moc"
