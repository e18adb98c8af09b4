// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directive/task_progress.h"

#include "models/reports/report_period.h"
#include "tests/support/small_register.h"

#include <QTest>

using namespace maiam;

namespace {

const QByteArray Office(16, 'a');
constexpr qint64 Hour = 3600000;

QString s(const char* latin)
{
    return QString::fromLatin1(latin);
}

TaskScope year2026()
{
    const ReportPeriod first = ReportPeriod::month(2026, 1);
    return { 2026, first.begin(), first.yearEnd(), first.yearEnd(), civil::startOf(QDate(2026, 11, 1)), Office, {},
        false };
}

TaskProgress task(SmallRegister& reg, const char* code, const TaskScope& scope = year2026())
{
    const auto tasks = taskProgress::read(reg.database(), builtInCatalogues(), scope);
    if (!tasks)
        qFatal("%s / %s", qPrintable(tasks.error().message), qPrintable(tasks.error().detail));
    for (const TaskProgress& one : *tasks)
        if (one.code == s(code))
            return one;
    qFatal("no task %s", code);
}

void addSession(SmallRegister& reg, const char* type, QDate day, qint64 male, qint64 female, qint64 hotlines = 0,
    const char* state = "held")
{
    reg.add(kinds::Session,
        { { "type", s(type) }, { "state", s(state) }, { "starts", civil::at(day, QTime(8, 0)) }, { "male", male },
            { "female", female }, { "unspecified", qint64(1) }, { "minutes", qint64(120) }, { "hotlines", hotlines },
            { "materials", qint64(10) }, { "referred", qint64(2) } },
        Office);
}

} // namespace

class TestTaskProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionsAreEvidenceForTheTaskTheyServe()
    {
        SmallRegister reg;
        addSession(reg, "communication", QDate(2026, 5, 1), 10, 20, 1);
        addSession(reg, "communication", QDate(2026, 5, 2), 1, 2);
        addSession(reg, "class-children", QDate(2026, 5, 3), 15, 16);
        addSession(reg, "training-parents", QDate(2026, 5, 4), 3, 4);
        addSession(reg, "training-teachers", QDate(2026, 5, 5), 5, 6);
        addSession(reg, "training-officers", QDate(2026, 5, 6), 1, 1);
        addSession(reg, "counselling-point", QDate(2026, 5, 7), 4, 4);
        addSession(reg, "class-children", QDate(2025, 12, 14), 100, 100); // the year before
        addSession(reg, "class-children", QDate(2026, 11, 25), 0, 0, 0, "planned");
        QCOMPARE(task(reg, "2.a").evidence.sessions, 2);
        QCOMPARE(task(reg, "2.a").evidence.people, 35);
        QCOMPARE(task(reg, "2.b").evidence.sessions, 1);
        QCOMPARE(task(reg, "2.b").evidence.materials, 10);
        const TaskEvidence classes = task(reg, "2.c").evidence;
        QCOMPARE(classes.sessions, 1);
        QCOMPARE(classes.female, 16);
        QCOMPARE(classes.minutes, 120);
        QCOMPARE(classes.nextPlanned.value(), civil::at(QDate(2026, 11, 25), QTime(8, 0)));
        QCOMPARE(task(reg, "2.d").evidence.types.size(), size_t(2));
        QCOMPARE(task(reg, "2.d").evidence.people, 20);
        QCOMPARE(task(reg, "2.e").evidence.people, 9);
        QCOMPARE(task(reg, "2.e").evidence.referred, 2);
        QCOMPARE(task(reg, "2.g").evidence.sessions, 1);
        QCOMPARE(task(reg, "1.a").evidence.sessions, 0);
        QVERIFY(task(reg, "2.c").sentence().contains(s("25/11")));
        QVERIFY(task(reg, "1.a").sentence().isEmpty());
    }

    void supportAndTimesComeFromTheCases()
    {
        SmallRegister reg;
        const UtcMs received = civil::at(QDate(2026, 6, 1), QTime(8, 0));
        const auto add = [&](const char* kind, qint64 assessedAfter, std::optional<qint64> supportedAfter,
                             const char* outcome = "case") {
            if (supportedAfter)
                supportedAfter = received + *supportedAfter * Hour;
            reg.add(kinds::Case,
                { { "kind", s(kind) }, { "received", received }, { "assessed", received + assessedAfter * Hour },
                    { "outcome", s(outcome) }, { "supported", valueOf(supportedAfter) } },
                Office);
        };
        add("sexual", 2, 24);
        add("violence", 4, 72);
        add("violence", 30, {});
        add("neglect", 6, 1);
        add("sexual", 1, 1, "untrue");
        const TaskEvidence support = task(reg, "2.f").evidence;
        QCOMPARE(support.cases, 3);
        QCOMPARE(support.supported, 2);
        QCOMPARE(support.meanDaysToSupport.value(), 2.0);
        const TaskEvidence times = task(reg, "2.h").evidence;
        QCOMPARE(times.cases, 4);
        QCOMPARE(times.due, 4);
        QCOMPARE(times.inTime, 3);
        QCOMPARE(times.medianMs.value(), 4 * Hour);
        QCOMPARE(times.openClocks, 4); // no plan yet
    }

    void anotherOfficesSectionIsNeverThisCommunesFailure()
    {
        SmallRegister reg;
        TaskScope over = year2026();
        over.now = over.yearEnd;
        QCOMPARE(task(reg, "2.d", over).role, s("support"));
        QCOMPARE(task(reg, "2.d", over).state, s("not-started"));
        QCOMPARE(task(reg, "1.a", over).state, s("late"));
        over.now = over.yearEnd - 1;
        QCOMPARE(task(reg, "1.a", over).state, s("not-started"));
        over.province = true;
        over.now = over.yearEnd;
        QCOMPARE(task(reg, "2.d", over).state, s("late"));
    }

    void whatTheOfficerSaysStands()
    {
        SmallRegister reg;
        const auto set = [&](const char* code, int year, const char* state, const char* note) {
            return taskProgress::setTask(reg.database(), builtInCatalogues(), Office, s(code), year, s(state), s(note));
        };
        reg.apply(set("1.a", 2026, "done", "Ke hoach 12/KH-UBND").value(), Office);
        const TaskProgress done = task(reg, "1.a");
        QCOMPARE(done.state, s("done"));
        QCOMPARE(done.note, s("Ke hoach 12/KH-UBND"));
        QVERIFY(done.stateRecorded);
        QVERIFY(set("1.a", 2026, "done", "Ke hoach 12/KH-UBND").value().changes.empty());
        reg.apply(set("1.a", 2026, "going-on", "").value(), Office);
        QCOMPARE(task(reg, "1.a").state, s("going-on"));
        QVERIFY(task(reg, "1.a").note.isEmpty());
        QCOMPARE(task(reg, "1").state, s("going-on")); // it heads 1.a to 1.d
        for (const char* code : { "1.a", "1.b", "1.c", "1.d" })
            reg.apply(set(code, 2026, "done", "").value(), Office);
        QCOMPARE(task(reg, "1").state, s("done"));
        QVERIFY(!set("9.z", 2026, "done", ""));
        QVERIFY(!set("1.a", 2026, "late", ""));
        QVERIFY(!set("1.a", 2026, "", ""));
        QVERIFY(!set("1.a", 1900, "done", ""));
        QVERIFY(!set("1.a", 2026, "stopped", " "));
        QVERIFY(set("1.a", 2026, "stopped", "Het kinh phi"));
    }
};

QTEST_GUILESS_MAIN(TestTaskProgress)
#include "tst_task_progress.moc"
