// SPDX-License-Identifier: GPL-3.0-or-later
// Who looked: written off the interface thread, chained, signed, without names; and who changed, in one list with it.
#include "models/cases/erasure_work.h"
#include "models/records/kinds.h"
#include "models/register/access_list.h"
#include "models/register/device_care.h"
#include "models/register/people.h"
#include "models/register/register.h"
#include "models/register/verify.h"
#include "tests/support/wanted_register.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace maiam;

namespace {
std::unique_ptr<Register> made(const QString& folder)
{
    return std::move(Register::create(test::wantedRegister(folder)).value().reg);
}

std::vector<AccessEntry> listed(Register& reg, const AccessFilter& filter = {})
{
    return reg.read([filter](Database& db) { return accessChain::list(db, filter).value(); }).result();
}

/// An office's register on a clock of its own, with a child, its case and the assessment of that.
struct Office
{
    Office()
        : clock(std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 5))))
        , reg(std::move(Register::create(test::wantedRegister(home.filePath(QStringLiteral("so"))), clock).value().reg))
        , child(reg->newRecord(kinds::Child))
        , file(reg->newRecord(kinds::Case))
        , assessment(reg->newRecord(kinds::Assessment))
    {
        child.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
        child.set(ChildFields::FileCode, QStringLiteral("BL-TE-014"));
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::FileCode, QStringLiteral("BL-2026-014"));
        assessment.set(AssessmentFields::Case, file.id());
        for (const Record* record : { &child, &file, &assessment }) {
            clock->advance(60'000);
            store({ *record });
        }
    }
    void store(const std::vector<Record>& records)
    {
        Batch batch;
        for (const Record& record : records)
            batch.add(record);
        if (const auto done = reg->commit(batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    /// Another value in the child's record, a minute later.
    void change(const QString& village)
    {
        clock->advance(60'000);
        Record now = reg->record(kinds::Child, child.id()).value();
        now.set(ChildFields::Village, village);
        store({ now });
    }
    void look(AccessAct act, const RecordKind& kind, QUuid record)
    {
        clock->advance(60'000);
        reg->noteAccess(act, &kind, record);
        if (const auto done = reg->writeAccess().result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    AccessLines lines(AccessFilter filter = {}, std::size_t limit = 100, bool changesOnly = false)
    {
        const AccessQuestion question { std::move(filter), changesOnly, reg->office().id };
        return reg->read([&](Database& db) { return accessList::read(db, question, limit).value(); }).result();
    }

    QTemporaryDir home;
    std::shared_ptr<FixedClock> clock;
    std::unique_ptr<Register> reg;
    Record child, file, assessment;
};

QStringList problems(Register& reg)
{
    return reg.read([](Database& db) { return Verification(db).run().value().problems; }).result();
}
} // namespace

class TestAccessChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoLookedStandsThereAfterOpeningAgain()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("so"));
        QUuid child;
        {
            auto reg = made(folder);
            Record record = reg->newRecord(kinds::Child);
            record.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
            record.set(ChildFields::FileCode, QStringLiteral("BL-TE-014"));
            Batch batch;
            batch.add(record);
            QVERIFY(reg->commit(batch).result());
            child = record.id();
            reg->noteAccess(AccessAct::Opened, &kinds::Child, child);
            reg->noteAccess(AccessAct::Printed, &kinds::Child, child);
            reg->noteAccess(AccessAct::FailedUnlock, nullptr, {}, 3);
        } // closing writes what was noted a moment ago
        auto reg = Register::open(folder, test::LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY(reg);
        const auto all = listed(**reg);
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all.front().note.act, AccessAct::FailedUnlock);
        QCOMPARE(all.front().note.count, 3);
        QCOMPARE(all.back().who, QStringLiteral("Hoàng Thị Lan"));
        QCOMPARE(all.back().code, QStringLiteral("BL-TE-014"));
        QCOMPARE(listed(**reg, { {}, AccessAct::Printed, {}, {}, {} }).size(), std::size_t(1));
        QCOMPARE(listed(**reg, { {}, {}, {}, {}, { child } }).size(), std::size_t(2));
        QCOMPARE(listed(**reg, { QUuid::createUuid(), {}, {}, {}, {} }).size(), std::size_t(0));
        QVERIFY(problems(**reg).isEmpty());
        (*reg)->noteAccess(AccessAct::Opened, &kinds::Child, child);
        QVERIFY((*reg)->writeAccess().result());
        const auto heads = (*reg)->read([](Database& db) { return accessChain::heads(db).value(); }).result();
        QCOMPARE(heads.size(), std::size_t(1));
        QCOMPARE(heads.front().seq, 4);
    }

    void whatWasAlteredOrTakenOutIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("another user") << QStringLiteral("UPDATE access_entry SET user = zeroblob(16) WHERE seq = 2");
        QTest::newRow("taken out") << QStringLiteral("DELETE FROM access_entry WHERE seq = 2");
        QTest::newRow("the end taken out") << QStringLiteral("DELETE FROM access_entry WHERE seq = 3");
    }
    void whatWasAlteredOrTakenOutIsNamed()
    {
        QFETCH(QString, sql);
        QTemporaryDir home;
        auto reg = made(home.filePath(QStringLiteral("so")));
        const auto child = [&] { return reg->newRecord(kinds::Child).id(); };
        QVERIFY(reg->recordAccess(AccessAct::Printed, &kinds::Child, { child(), child(), child() }).result());
        QVERIFY(problems(*reg).isEmpty());
        QVERIFY(reg->writeLocal([sql](Database& db) { return db.run(sql); }).result());
        QVERIFY(!problems(*reg).isEmpty());
    }

    void whatCannotBeRecordedIsRefusedOnceAndALookWaits()
    {
        Office office;
        const auto rename = [&](const char* table, const char* to) {
            const QString sql =
                QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(QLatin1String(table), QLatin1String(to));
            QVERIFY(office.reg->writeLocal([sql](Database& db) { return db.run(sql); }).result());
        };
        QSignalSpy caughtUp(office.reg.get(), &Register::accessWritten);
        rename("access_entry", "away");
        const auto refused =
            office.reg->recordAccess(AccessAct::Printed, &kinds::Child, { office.child.id() }).result();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("printed")), qPrintable(refused.error().message));
        QVERIFY(!office.reg->noteAccess(AccessAct::Opened, &kinds::Child, office.child.id()).result());
        rename("away", "access_entry");
        QVERIFY(listed(*office.reg).empty());
        QVERIFY(office.reg->recordAccess(AccessAct::Exported, &kinds::Case, { QUuid(), office.file.id() }).result());
        const auto all = listed(*office.reg);
        QCOMPARE(all.size(), std::size_t(3)); // the look comes along, what was refused does not
        QCOMPARE(all.at(2).note.act, AccessAct::Opened);
        QVERIFY(all.at(1).note.act == AccessAct::Exported && all.at(1).note.kind.isEmpty());
        QVERIFY(all.at(0).note.record == office.file.id() && all.at(0).note.kind == "case");
        QTRY_COMPARE(caughtUp.size(), 1);
        QVERIFY(problems(*office.reg).isEmpty());
    }

    void whatAFullDiskDidNotTakeIsWrittenAfterTheNextUnlock()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("so"));
        auto reg = made(folder);
        const auto rename = [&reg](const QString& sql) {
            QVERIFY(reg->writeLocal([sql](Database& db) { return db.run(sql); }).result());
        };
        rename(QStringLiteral("ALTER TABLE access_entry RENAME TO away"));
        reg->noteAccess(AccessAct::Opened, &kinds::Child, QUuid::createUuid());
        auto left = reg->takeUnwrittenAccess();
        QCOMPARE(left.size(), std::size_t(1));
        rename(QStringLiteral("ALTER TABLE away RENAME TO access_entry"));
        reg.reset();
        auto opened = Register::open(folder, test::LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY(opened);
        QVERIFY(listed(**opened).empty());
        const QUuid record = left.front().record;
        (*opened)->noteAgain(std::move(left));
        QVERIFY((*opened)->noteAccess(AccessAct::Unlocked).result());
        const auto all = listed(**opened);
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(std::any_of(all.begin(), all.end(), [&](const AccessEntry& one) { return one.note.record == record; }));
        QVERIFY((*opened)->takeUnwrittenAccess().empty());
    }

    void whoChangedStandsAmongThoseWhoLooked()
    {
        Office office;
        office.look(AccessAct::Opened, kinds::Child, office.child.id());
        office.change(QStringLiteral("Khu 1"));
        const AccessLines found = office.lines();
        QVERIFY(!found.more);
        QVERIFY(found.lines.size() >= 5);
        const AccessLine& changed = found.lines.at(0);
        QVERIFY(!changed.act);
        QCOMPARE(changed.at, office.clock->now());
        QCOMPARE(changed.who, QStringLiteral("Hoàng Thị Lan"));
        QCOMPARE(changed.code, QStringLiteral("BL-TE-014"));
        QCOMPARE(changed.kind, QByteArray("child"));
        QCOMPARE(changed.record, office.child.id());
        QCOMPARE(changed.device, office.reg->deviceId());
        QCOMPARE(found.lines.at(1).act, std::optional(AccessAct::Opened));
        QCOMPARE(found.lines.at(2).kind, QByteArray("assessment"));
        QCOMPARE(found.lines.at(2).code, QStringLiteral("BL-2026-014")); // it has none itself
        QCOMPARE(found.lines.at(3).kind, QByteArray("case"));
        for (const AccessLine& line : found.lines)
            QVERIFY(!line.who.contains(QStringLiteral("Ánh")) && !line.code.contains(QStringLiteral("Ánh")));
        // A change is no look: nothing of it got into the chain.
        QCOMPARE(listed(*office.reg).size(), std::size_t(1));
        QVERIFY(problems(*office.reg).isEmpty());
    }

    void aReasonToKeepSaysWhetherItBeganOrEnded()
    {
        Office office;
        for (const bool lift : { false, true }) {
            office.clock->advance(60'000);
            const auto hold = [&office, lift](Database& db) {
                return erasureWork::hold(db, office.reg->office().id, office.child.id(), QStringLiteral("inspection"),
                    office.clock->now(), lift);
            };
            QVERIFY(office.reg->commit(Register::MakeBatch(hold)).result());
        }
        const auto lines = office.lines({ {}, {}, {}, {}, { office.child.id() } }).lines;
        QVERIFY(lines.at(0).change == AccessLine::Change::HoldEnded);
        QVERIFY(lines.at(1).change == AccessLine::Change::HoldBegun);
        QVERIFY(lines.at(2).change == AccessLine::Change::Any);
    }

    void whatIsDoneWithPeopleStandsThereOnce()
    {
        Office office;
        const auto added = people::add(
            *office.reg, { QStringLiteral("Trần Minh"), {}, Role::Viewer }, QStringLiteral("bon mua la rung hoa no"));
        QVERIFY(added);
        QVERIFY(office.reg->writeAccess().result());
        int lines = 0;
        for (const AccessLine& line : office.lines().lines)
            lines += line.record == *added;
        QCOMPARE(lines, 1);
    }

    void everythingDoneWithPeopleIsListedUnderItsAct()
    {
        Office office;
        const auto added = people::add(
            *office.reg, { QStringLiteral("Trần Minh"), {}, Role::Viewer }, QStringLiteral("bon mua la rung hoa no"));
        QVERIFY(added);
        QVERIFY(people::change(*office.reg, *added, { QStringLiteral("Trần Minh"), {}, Role::Officer }));
        QVERIFY(people::setPassphrase(
            *office.reg, *added, QStringLiteral("chin con suoi ban khe"), QStringLiteral("passphrase-reset")));
        QVERIFY(people::remove(*office.reg, *added, false));
        QVERIFY(office.reg->writeAccess().result());
        int acts = 0;
        for (const AccessLine& line : office.lines().lines) {
            QVERIFY(line.record != *added || line.act);
            acts += line.record == *added;
        }
        QCOMPARE(acts, 4);
    }

    /// The program ended before the note was written; a person chose between two histories; another machine did it.
    void aChangeOfAPersonThatStandsUnderNoActIsListedAsAChange_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("noted");
        QTest::newRow("no note") << QStringLiteral("user-changed") << false;
        QTest::newRow("a note of something else") << QStringLiteral("choice") << true;
        QTest::newRow("issued again") << QString::fromLatin1(deviceCare::IssuedAgain) << true;
    }
    void aChangeOfAPersonThatStandsUnderNoActIsListedAsAChange()
    {
        QFETCH(QString, reason);
        QFETCH(bool, noted);
        Office office;
        const auto added = people::add(
            *office.reg, { QStringLiteral("Trần Minh"), {}, Role::Viewer }, QStringLiteral("bon mua la rung hoa no"));
        QVERIFY(added);
        office.clock->advance(3'600'000);
        if (noted)
            QVERIFY(people::change(*office.reg, *added, { QStringLiteral("Trần Minh"), {}, Role::Officer }));
        Record person = office.reg->record(kinds::User, *added).value();
        person.set(UserFields::Role, QStringLiteral("administrator"));
        Batch batch;
        batch.reason = reason;
        batch.add(person);
        QVERIFY(office.reg->commit(batch).result());
        QVERIFY(office.reg->writeAccess().result());
        int changes = 0;
        for (const AccessLine& line : office.lines({ {}, {}, office.clock->now(), {}, {} }).lines)
            changes += line.record == *added && !line.act && line.kind == "user";
        QCOMPARE(changes, 1);
    }

    void aPersonAnActAndATimeCanBeAskedFor()
    {
        Office office;
        office.look(AccessAct::Opened, kinds::Child, office.child.id());
        const UtcMs looked = office.clock->now();
        office.change(QStringLiteral("Khu 1"));
        office.look(AccessAct::Printed, kinds::Child, office.child.id());
        QVERIFY(office.lines({ QUuid::createUuid(), {}, {}, {}, {} }).lines.empty());
        QCOMPARE(office.lines({ office.reg->user(), {}, looked, {}, {} }).lines.size(), std::size_t(3));
        QCOMPARE(office.lines({ {}, AccessAct::Printed, {}, {}, {} }).lines.size(), std::size_t(1));
        const auto changes = office.lines({ {}, {}, looked, {}, {} }, 100, true).lines;
        QCOMPARE(changes.size(), std::size_t(1));
        QVERIFY(!changes.front().act);
        QCOMPARE(office.lines({ {}, {}, looked, looked + 1, {} }).lines.size(), std::size_t(1));
        const UtcMs first = office.reg
                                ->read([&](Database& db) {
                                    return accessList::oldest(db, office.reg->office().id, office.clock->now()).value();
                                })
                                .result();
        QCOMPARE(first, civil::at(QDate(2026, 11, 24), QTime(8, 5)));
    }

    void theOlderOnesAreReachedAndItIsSaidThatThereAreSome()
    {
        Office office;
        const std::size_t before = office.lines().lines.size();
        for (int i = 0; i < 30; ++i)
            if (i % 2 == 0)
                office.look(AccessAct::Opened, kinds::Child, office.child.id());
            else
                office.change(QStringLiteral("Khu %1").arg(i));
        const AccessLines few = office.lines({}, 7);
        QVERIFY(few.more);
        QCOMPARE(few.lines.size(), std::size_t(7));
        const AccessLines all = office.lines({}, before + 30);
        QVERIFY(!all.more);
        QCOMPARE(all.lines.size(), before + 30);
        for (std::size_t i = 0; i < all.lines.size(); ++i) {
            QVERIFY(i == 0 || all.lines[i].at <= all.lines[i - 1].at);
            if (i < few.lines.size())
                QVERIFY(few.lines[i].at == all.lines[i].at && few.lines[i].act == all.lines[i].act);
        }
    }

    void anImportOfManyRecordsIsOneLine()
    {
        Office office;
        std::vector<Record> many;
        for (int i = 0; i < 40; ++i) {
            many.push_back(office.reg->newRecord(kinds::Child));
            many.back().set(ChildFields::Sex, QStringLiteral("male"));
        }
        office.clock->advance(60'000);
        office.store(many);
        const auto lines = office.lines({ {}, {}, office.clock->now(), {}, {} }).lines;
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines.front().count, 40);
        QVERIFY(lines.front().kind.isEmpty() && lines.front().record.isNull());
        const auto ofOne = office.lines({ {}, {}, {}, {}, { many.at(3).id() } }).lines; // asked for alone it is named
        QCOMPARE(ofOne.size(), std::size_t(1));
        QCOMPARE(ofOne.front().record, many.at(3).id());
    }

    void theListOfAChildHoldsItsCasesAndTheirAssessments()
    {
        Office office;
        Record other = office.reg->newRecord(kinds::Case);
        other.set(CaseFields::Child, office.child.id());
        office.store({ other });
        office.look(AccessAct::Opened, kinds::Case, office.file.id());
        office.look(AccessAct::Exported, kinds::Case, other.id());
        office.look(AccessAct::Opened, kinds::Child, office.reg->newRecord(kinds::Child).id()); // another child
        const auto ofChild = office.lines({ {}, {}, {}, {}, { office.child.id() } }).lines;
        QCOMPARE(ofChild.size(), std::size_t(6)); // two looks, four records written
        QCOMPARE(ofChild.at(0).act, std::optional(AccessAct::Exported));
        QCOMPARE(ofChild.at(1).code, QStringLiteral("BL-2026-014"));
        // Asked for at a case, it is the list of that case.
        const auto ofCase = office.lines({ {}, {}, {}, {}, { office.file.id(), office.child.id() } }).lines;
        QCOMPARE(ofCase.size(), std::size_t(4));
        for (const AccessLine& line : ofCase)
            QVERIFY(line.record != other.id());
    }

    /// For two days the PC believed that it was 2019.
    void aClockThatStoodWrongHidesNobody()
    {
        Office office;
        const UtcMs right = office.clock->now();
        office.change(QStringLiteral("Khu 1"));
        office.clock->set(civil::at(QDate(2019, 1, 1), QTime(8, 0)));
        for (int i = 0; i < 5; ++i)
            office.change(QStringLiteral("Khu 2%1").arg(i));
        for (const int size : { 1'500, 20, 40 }) { // workbooks came in
            std::vector<Record> many;
            for (int i = 0; i < size; ++i) {
                many.push_back(office.reg->newRecord(kinds::Child));
                many.back().set(ChildFields::Sex, QStringLiteral("male"));
            }
            office.store(many);
        }
        office.clock->set(right + 3'600'000);
        office.change(QStringLiteral("Khu 3"));
        const auto lines = office.lines({ {}, {}, right + 1, {}, {} }).lines;
        QCOMPARE(lines.size(), std::size_t(2));
        const auto then = office.lines({ {}, {}, {}, civil::startOf(QDate(2020, 1, 1)), {} }).lines;
        QCOMPARE(then.size(), std::size_t(8));
    }
};

QTEST_GUILESS_MAIN(TestAccessChain)
#include "tst_access_chain.moc"
