// SPDX-License-Identifier: GPL-3.0-or-later
// What an office does about a lost PC and about a folder that was copied.
#include "machine.h"

#include "models/backup/chain_check.h"
#include "models/journal/conflicts.h"
#include "models/journal/history.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/device_care.h"

#include <QTest>

using namespace maiam;

namespace {
using World = TestWorld;

DeviceStanding standingOf(Machine& at, const QByteArray& device)
{
    const auto all = deviceCare::read(at.database()).value();
    for (const DeviceStanding& one : all)
        if (one.device == device)
            return one;
    return {};
}

QString textOf(Machine& at, QUuid child, const char* field)
{
    const auto stored = at.load(kinds::Child, child);
    return stored ? std::get<QString>(stored->folded.values.at(field)) : QString();
}
/// What every backup is checked for.
bool isWhole(Machine& at)
{
    return chainCheck::walk(at.database()).has_value();
}
} // namespace

class TestDeviceCare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheOtherBranchHeldIsSaidAgainAndDifferencesAreChosenByAPerson()
    {
        const World world;
        auto pc = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id), onlyThere = recordId::create(world.commune.id);
        pc->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 1);
        auto copy = pc->copied();
        const Entry ours = pc->write(kinds::Child, child, { { "village", QStringLiteral("Khu 1") } }, 2);
        const Entry theirs = copy->write(kinds::Child, child, { { "village", QStringLiteral("Khu 2") } }, 3);
        copy->write(kinds::Child, onlyThere, { { "name", QStringLiteral("Bình") } }, 4);
        // A third installation of the office hears of both.
        auto office = world.machine(world.commune);
        giveAll(*office, pc->held());
        giveAll(*office, copy->held());
        const QByteArray device = pc->device().id;
        QCOMPARE(standingOf(*office, device).forkedSeq, std::optional<qint64>(3));
        QVERIFY(!deviceCare::sentences(standingOf(*office, device), QStringLiteral("06838-A7")).isEmpty());
        QCOMPARE(deviceCare::issueAgain(office->database(), office->device(), device).error().code,
            ErrorCode::NotAllowed); // first somebody chooses
        const auto choice = deviceCare::chooseBranch(office->database(), office->device(), device, ours.hash);
        QVERIFY(choice);
        office->commit(*choice, 5);
        QCOMPARE(textOf(*office, child, "village"), QStringLiteral("Khu 1"));
        QVERIFY(!office->load(kinds::Child, onlyThere));
        QCOMPARE(standingOf(*office, device).aside, 2);
        QVERIFY(isWhole(*office)); // or no backup would be made from now on
        const auto again = deviceCare::issueAgain(office->database(), office->device(), device);
        QVERIFY(again);
        QCOMPARE(again->changes.size(), std::size_t(2));
        office->commit(*again, 6);
        QCOMPARE(textOf(*office, onlyThere, "name"), QStringLiteral("Bình"));
        const auto open = conflicts::of(office->database(), kinds::Child, child).value();
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().sides.size(), std::size_t(2));
        QVERIFY(deviceCare::issueAgain(office->database(), office->device(), device)->changes.empty()); // once
        office->commit(conflicts::choose(open.front(), 1), 7);
        QVERIFY(conflicts::all(office->database())->empty());
    }

    void aLostPcIsReportedWithWhatIsMissing()
    {
        const World world;
        auto lost = world.machine(world.commune);
        std::vector<Entry> written;
        for (int i = 0; i < 5; ++i)
            written.push_back(lost->write(
                kinds::Child, recordId::create(world.commune.id), { { "sex", QStringLiteral("male") } }, 10 + i));
        auto office = world.machine(world.commune);
        giveAll(*office, { lost->introduction(), written[0], written[3] });
        const QByteArray device = lost->device().id;
        QCOMPARE(standingOf(*office, device).waiting, 1);
        const auto report = deviceCare::retire(office->database(), office->device(), device);
        QVERIFY(report);
        const auto entries = office->commit(*report, 50);
        const DeviceStanding now = standingOf(*office, device);
        QCOMPARE(now.waiting, 0);
        QCOMPARE(now.connected, 5);
        QCOMPARE(now.retiredAt, std::optional<qint64>(5));
        QCOMPARE(now.lost, (std::vector<SeqRange> { { 3, 4 } }));
        QVERIFY(isWhole(*office)); // or no backup would be made from now on
        // The lost PC itself hears of it, should it be found, and writes no more under its number.
        giveAll(*lost, { office->introduction() });
        giveAll(*lost, entries);
        QVERIFY(!lost->tryWrite(
            kinds::Child, recordId::create(world.commune.id), { { "sex", QStringLiteral("male") } }, 60));
        // Nobody decides about another office's device, nor about the one that writes.
        auto province = world.machine(world.province);
        giveAll(*province, { lost->introduction() });
        QCOMPARE(
            deviceCare::retire(province->database(), province->device(), device).error().code, ErrorCode::NotAllowed);
        QCOMPARE(deviceCare::retire(office->database(), office->device(), office->device().id).error().code,
            ErrorCode::NotAllowed);
        // What nobody has given up must be there.
        QVERIFY(office->database().run(
            QStringLiteral("DELETE FROM journal_entry WHERE hash = ?"), { QVariant(written[0].hash) }));
        QVERIFY(!isWhole(*office));
    }

    void theHistoryGoesOnBehindAGapThatWasGivenUp()
    {
        const World world;
        auto lost = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id);
        std::vector<Entry> written;
        for (int i = 0; i < 4; ++i)
            written.push_back(
                lost->write(kinds::Child, child, { { "village", QStringLiteral("Khu %1").arg(i) } }, 10 + i));
        auto office = world.machine(world.commune);
        giveAll(*office, { lost->introduction(), written[0], written[2], written[3] });
        const auto report = deviceCare::retire(office->database(), office->device(), lost->device().id);
        QVERIFY(report);
        office->commit(*report, 50);
        QCOMPARE(textOf(*office, child, "village"), QStringLiteral("Khu 3"));
        const auto items = history(office->database(), kinds::Child, child);
        QVERIFY(items);
        QStringList villages;
        for (const HistoryItem& item : *items)
            villages.append(std::get<QString>(item.changes.at(0).now));
        QCOMPARE(villages,
            QStringList({ QStringLiteral("Khu 3"), QStringLiteral("Khu 2"), QStringLiteral("Khu 0") })); // newest first
        QCOMPARE(items->front().changes.at(0).before, Value(QStringLiteral("Khu 2")));
        QVERIFY(isNull(items->at(1).changes.at(0).before)); // what stood there is lost
        QVERIFY(!items->at(1).created);
    }

    void aDeletedRecordThatWasEditedIsKeptOrDeletedAsAPersonChooses()
    {
        for (const bool keep : { true, false }) {
            const OneChild both({ { "name", QStringLiteral("An") } });
            const auto& [world, a, b, child] = both;
            a->write(kinds::Child, child, {}, 20, true);
            a->receive(b->write(kinds::Child, child, { { "village", QStringLiteral("Khu 4") } }, 15));
            const auto open = conflicts::all(a->database()).value();
            QCOMPARE(open.size(), std::size_t(1));
            QVERIFY(open.front().isDeletion());
            const auto& sides = open.front().sides;
            QCOMPARE(sides.size(), std::size_t(2));
            const std::size_t wanted = (sides[0].value == Value(qint64(keep ? 0 : 1))) ? 0 : 1;
            a->commit(conflicts::choose(open.front(), wanted), 30);
            QCOMPARE(a->load(kinds::Child, child)->folded.deleted, !keep);
            QVERIFY(conflicts::all(a->database())->empty());
            giveAll(*b, a->held());
            QCOMPARE(b->shared(), a->shared());
        }
    }

    void whoEditsARecordMeanwhileHasNotChosenWhetherItIsKept()
    {
        const OneChild both({ { "name", QStringLiteral("An") } });
        const auto& [world, a, b, child] = both;
        a->write(kinds::Child, child, {}, 20, true);
        a->receive(b->write(kinds::Child, child, { { "village", QStringLiteral("Khu 4") } }, 15));
        a->write(kinds::Child, child, { { "note", QStringLiteral("Đã gọi") } }, 25); // rests on both
        QVERIFY(!a->load(kinds::Child, child)->folded.deleted);
        auto open = conflicts::all(a->database()).value();
        QCOMPARE(open.size(), std::size_t(1));
        QVERIFY(open.front().isDeletion());
        giveAll(*b, a->held());
        QCOMPARE(b->shared(), a->shared());
        QCOMPARE(b->foldedAgain(), a->shared());
        const std::size_t keeps = open.front().sides[0].value == Value(qint64(0)) ? 0 : 1;
        a->commit(conflicts::choose(open.front(), keeps), 30);
        QVERIFY(conflicts::all(a->database())->empty());
        QVERIFY(!a->load(kinds::Child, child)->folded.deleted);
        giveAll(*b, a->held());
        QCOMPARE(b->foldedAgain(), a->shared());
    }
};

QTEST_GUILESS_MAIN(TestDeviceCare)
#include "tst_device_care.moc"
