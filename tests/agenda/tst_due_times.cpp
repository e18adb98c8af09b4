// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/due_times.h"
#include "models/catalogues/catalogues.h"
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
UtcMs at(int day, int hour, int minute = 0)
{
    return civil::at(QDate(2026, 11, day), QTime(hour, minute));
}
UtcMs endOf(int day)
{
    return at(day + 1, 0) - 1;
}
} // namespace

class TestDueTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNextOnesAreCountedAndTimed()
    {
        const DueTimes due({ { at(24, 14), false }, { at(24, 14), false }, { at(24, 17), true } });
        QCOMPARE(due.sentence(at(24, 8)), u"2 matter(s) due at 14:00."_s);
        QCOMPARE(due.sentence(at(23, 8)), u"2 matter(s) due tomorrow at 14:00."_s);
        QCOMPARE(due.sentence(at(20, 8)), u"2 matter(s) due on 24/11 at 14:00."_s);
    }
    void aClockOfDaysHasNoHour()
    {
        const DueTimes due({ { endOf(26), false } });
        QCOMPARE(due.sentence(at(26, 8)), u"1 matter(s) due today."_s);
        QCOMPARE(due.sentence(at(25, 8)), u"1 matter(s) due tomorrow."_s);
        QCOMPARE(due.sentence(at(22, 8)), u"1 matter(s) due on 26/11."_s);
    }
    void whatRunsOutWhileLockedIsSaidToBeOverdue()
    {
        const DueTimes due({ { at(24, 14), false }, { at(24, 15), false } });
        QCOMPARE(due.sentence(at(24, 14, 1)), u"1 matter(s) overdue. 1 matter(s) due at 15:00."_s);
        QCOMPARE(due.sentence(at(25, 8)), u"2 matter(s) overdue."_s);
    }
    void aSessionThatHasBegunIsNotOverdue()
    {
        QCOMPARE(DueTimes({ { at(24, 14), true } }).sentence(at(24, 15)), QString());
    }
    void nothingDueSaysNothing() { QCOMPARE(DueTimes().sentence(at(24, 8)), QString()); }
    void itIsReadFromTheRegisterWithoutNames()
    {
        QTemporaryDir home;
        const auto catalogues = Catalogues::builtIn();
        const auto clock = StatutoryClock::fromCatalogues(*catalogues);
        NewRegister wanted = test::wantedRegister(home.filePath(u"so"_s));
        auto made = Register::create(wanted);
        QVERIFY(made);
        Record file = made->reg->newRecord(kinds::Case);
        file.set(CaseFields::FileCode, u"BL-2026-0001"_s);
        file.set(CaseFields::Step, u"intake"_s);
        file.set(CaseFields::Received, std::optional<qint64>(at(24, 2)));
        Record session = made->reg->newRecord(kinds::Session);
        session.set(SessionFields::Type, u"class-children"_s);
        session.set(SessionFields::State, u"planned"_s);
        session.set(SessionFields::Starts, std::optional<qint64>(at(27, 14)));
        Batch batch;
        batch.add(file);
        batch.add(session);
        QVERIFY(made->reg->commit(batch).result());
        const auto due = made->reg->read([&](Database& db) { return DueTimes::read(db, *clock, at(24, 8)); }).result();
        QVERIFY(due);
        QCOMPARE(due->sentence(at(24, 8)), u"1 matter(s) due at 14:00."_s); // 12 hours from 02:00
        QCOMPARE(due->moments().size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestDueTimes)
#include "tst_due_times.moc"
