// SPDX-License-Identifier: GPL-3.0-or-later
// Law 9 where a folder was copied and both went on: what is put aside, what is said again, and that nobody else's
// numbers suffer by it.
#include "law.h"
#include "random_weeks.h"

#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/device_care.h"

#include <QTest>

#include <algorithm>

using namespace maiam;

namespace {

using World = TestWorld;

Values named(const QString& name)
{
    return { { "name", name } };
}

/// A PC, the PC to which its folder was copied, and a colleague who built on what the copy makes doubtful.
struct Copied
{
    World world;
    QUuid child = recordId::create(world.commune.id);
    std::unique_ptr<Machine> pc = world.machine(world.commune), colleague = world.machine(world.commune);
    std::unique_ptr<Machine> copy = pc->copied();
    Entry ofPc = pc->write(kinds::Child, child, named(QStringLiteral("An")), 10);
    Entry ofCopy = copy->write(kinds::Child, recordId::create(world.commune.id), named(QStringLiteral("Bình")), 11);

    Copied() { giveAll(*colleague, { pc->introduction(), ofPc }); }
};

/// One branch after the fork, and what it said last of each field.
struct Branch
{
    std::vector<Entry> entries;
    std::map<QUuid, Values> values;
};

/// Writes of a branch at random; a choice of fields, no deletions.
Branch writeBranch(Machine& machine, const std::vector<QUuid>& children, std::mt19937& random, qint64 time)
{
    Branch branch;
    const int count = 1 + int(random() % 4);
    for (int i = 0; i < count; ++i) {
        const QUuid child = children[random() % children.size()];
        Values values { { "village", QStringLiteral("Khu %1").arg(random() % 3) } };
        if (random() % 2)
            values["sex"] = random() % 2 ? QStringLiteral("male") : QStringLiteral("female");
        if (random() % 3 == 0)
            values["note"] = QStringLiteral("Ghi %1").arg(random() % 3);
        branch.entries.push_back(machine.write(kinds::Child, child, values, time + qint64(random() % 50)));
        for (const auto& [name, value] : values)
            branch.values[child][name] = value;
    }
    return branch;
}

/// Shown, or among what stands against it.
bool stands(Machine& at, QUuid child, const QByteArray& field, const Value& value)
{
    const auto stored = at.load(kinds::Child, child);
    if (!stored)
        return false;
    const auto shown = stored->folded.values.find(field);
    if (shown != stored->folded.values.end() && shown->second == value)
        return true;
    const auto open = stored->folded.conflicts.find(field);
    return open != stored->folded.conflicts.end()
        && std::any_of(
            open->second.begin(), open->second.end(), [&](const UnbeatenWrite& write) { return write.value == value; });
}

} // namespace

class TestCopiedLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatACopiedFolderMakesDoubtfulIsPutAsideAndNothingElse()
    {
        Sights seen;
        RandomWeeks::Happened happened;
        holdsInRandomWorlds("laws 3, 5, 7 and 9",
            [&](unsigned seed) {
                RandomWeeks weeks(seed, { true, false });
                weeks.pass(44, [&](Witness& at) { RC_ASSERT(at.differences(seen) == std::string()); });
                std::set<std::pair<QByteArray, qint64>> numbers;
                for (const Entry& entry : weeks.all) {
                    const bool isNew = numbers.emplace(entry.body.device, entry.body.seq).second;
                    RC_ASSERT(isNew || weeks.copiedDevices().contains(entry.body.device));
                }
                weeks.meet();
                const QString expected = weeks.everybody().front()->machine().shared();
                for (Witness* one : weeks.everybody()) {
                    RC_ASSERT(one->differences(seen) == std::string());
                    RC_ASSERT(one->machine().shared() == expected);
                    RC_ASSERT(one->machine().foldedAgain() == expected);
                }
                happened.add(weeks.happened());
            },
            { &happened.copies, &happened.refused, &seen.aside, &seen.waiting });
    }

    /// The colleague's entry waits, since what it rests on is put aside; its number stays given.
    void aPcThatNobodyCopiedGivesNoNumberTwice()
    {
        Copied all;
        Machine& colleague = *all.colleague;
        const Entry edit = colleague.write(kinds::Child, all.child, { { "sex", QStringLiteral("male") } }, 20);
        colleague.receive(all.ofCopy);
        const auto next =
            colleague.tryWrite(kinds::Child, recordId::create(all.world.commune.id), named(QStringLiteral("Chi")), 30);
        if (next)
            QCOMPARE(next->body.seq, edit.body.seq + 1);
        QCOMPARE(colleague.journal().wrongStates().value(), 0);
        auto reader = all.world.machine(all.world.province);
        giveAll(*reader, colleague.held());
        for (const auto read = deviceCare::read(reader->database()); const DeviceStanding& one : read.value())
            QVERIFY(one.device != colleague.device().id || !one.forkedSeq);
    }

    /// A form was open, or a draft lay there, while the package came that puts its record aside.
    void whatRestsOnSomethingPutAsideStandsTheSameHereAndThere()
    {
        Copied all;
        Machine& colleague = *all.colleague;
        const QList<EntryHash> shown = colleague.heads(kinds::Child, all.child);
        QCOMPARE(shown, QList<EntryHash> { all.ofPc.hash });
        colleague.receive(all.ofCopy);
        QVERIFY(!colleague.load(kinds::Child, all.child));
        // Whether this is refused or kept is not for this test to say.
        (void)colleague.tryWriteAfter(kinds::Child, all.child, { { "sex", QStringLiteral("male") } }, shown, 20);
        QCOMPARE(colleague.journal().wrongStates().value(), 0);
        auto reader = all.world.machine(all.world.province);
        colleague.receive(reader->introduction());
        giveAll(*reader, colleague.held());
        QCOMPARE(reader->shared(), colleague.shared());
    }

    /// The copy holds what the PC wrote later, without what lies between, and writes under that number itself.
    void whoWritesWhereItsTwinHasWrittenSeesTheFork()
    {
        Copied all;
        const Entry later = all.pc->write(kinds::Child, all.child, { { "sex", QStringLiteral("male") } }, 20);
        Machine& copy = *all.copy;
        copy.receive(later); // its predecessor is not here: it has the number of what the copy itself has written
        QCOMPARE(copy.journal().wrongStates().value(), 0);
        auto early = all.world.machine(all.world.commune);
        auto twin = early->copied();
        early->write(kinds::Child, recordId::create(all.world.commune.id), named(QStringLiteral("Chi")), 30);
        twin->receive(
            early->write(kinds::Child, recordId::create(all.world.commune.id), named(QStringLiteral("Du")), 31));
        (void)twin->tryWrite(kinds::Child, recordId::create(all.world.commune.id), named(QStringLiteral("Yến")), 32);
        QCOMPARE(twin->journal().wrongStates().value(), 0);
        auto reader = all.world.machine(all.world.province);
        twin->receive(reader->introduction());
        giveAll(*reader, twin->held());
        QCOMPARE(reader->shared(), twin->shared());
    }

    void whatTheOtherBranchSaidIsSaidAgainAndNothingOfItIsLost()
    {
        Sights seen;
        int again = 0;
        holdsInRandomWorlds("law 9, saying again",
            [&](unsigned seed) {
                const World world;
                std::mt19937 random(seed);
                auto pc = world.machine(world.commune), office = world.machine(world.commune);
                auto province = world.machine(world.province);
                std::vector<QUuid> children;
                for (int i = 0; i < 2; ++i) {
                    children.push_back(recordId::create(world.commune.id));
                    pc->write(kinds::Child, children.back(), named(QStringLiteral("Tên %1").arg(i)), 10 + i);
                }
                children.push_back(recordId::create(world.commune.id)); // of which nobody knows yet
                auto copy = pc->copied();
                const Branch ours = writeBranch(*pc, children, random, 100);
                const Branch theirs = writeBranch(*copy, children, random, 100);
                giveAll(*office, pc->held());
                giveAll(*office, copy->held());
                const QByteArray device = pc->device().id;
                const EntryHash counts = ours.entries[random() % ours.entries.size()].hash;
                const auto choice = deviceCare::chooseBranch(office->database(), office->device(), device, counts);
                RC_ASSERT(choice.has_value());
                office->commit(*choice, 200);
                const auto said = deviceCare::issueAgain(office->database(), office->device(), device);
                RC_ASSERT(said.has_value());
                office->commit(*said, 201);
                again += int(said->changes.size());
                office->receive(province->introduction());
                std::vector<Entry> mail = office->held();
                std::shuffle(mail.begin(), mail.end(), random);
                for (Machine* one : { pc.get(), copy.get(), province.get(), office.get() }) {
                    giveAll(*one, mail);
                    RC_ASSERT(one->shared() == office->shared());
                    RC_ASSERT(recordsOtherwise(*one, seen) == std::string());
                    std::map<EntryHash, EntryState> states;
                    for (const auto& [hash, state] : one->states())
                        states[hash] = state;
                    for (const Entry& entry : ours.entries)
                        RC_ASSERT(states.at(entry.hash) == EntryState::Folded);
                    for (const Entry& entry : theirs.entries)
                        RC_ASSERT(states.at(entry.hash) == EntryState::Forked);
                    for (const Branch* branch : { &ours, &theirs })
                        for (const auto& [child, values] : branch->values)
                            for (const auto& [name, value] : values)
                                RC_ASSERT(stands(*one, child, name, value));
                }
            },
            { &seen.conflicts, &again });
    }
};

QTEST_GUILESS_MAIN(TestCopiedLaws)
#include "tst_copied_laws.moc"
