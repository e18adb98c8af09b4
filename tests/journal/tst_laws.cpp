// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's laws as properties over random entries, devices and orders of arrival.
#include "law.h"
#include "machine.h"

#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace maiam;

namespace {

struct World
{
    TestOffice commune = TestOffice::make();
    TestOffice other = TestOffice::make();
    TestOffice province = TestOffice::make();
    QHash<QByteArray, QByteArray> offices { { commune.id, commune.publicKey }, { other.id, other.publicKey },
        { province.id, province.publicKey } };
    std::unique_ptr<Machine> machine(const TestOffice& office) const
    {
        return std::make_unique<Machine>(office.id, office.secretKey, offices);
    }
};

Values randomValues(std::mt19937& random)
{
    Values values;
    const auto pick = [&](int n) { return int(random() % unsigned(n)); };
    if (pick(2))
        values["name"] = QStringLiteral("Tên %1").arg(pick(4));
    if (pick(2))
        values["village"] = QStringLiteral("Thôn %1").arg(pick(3));
    if (pick(2))
        values["sex"] = pick(2) ? QStringLiteral("male") : QStringLiteral("female");
    if (pick(4) == 0)
        values["note"] = Value();
    if (values.empty())
        values["sex"] = QStringLiteral("unknown");
    return values;
}

/// Several machines write and hear of each other now and then; all entries that came about, in causal order.
std::vector<Entry> busyWeeks(
    std::mt19937& random, std::vector<std::unique_ptr<Machine>>& machines, const std::vector<QUuid>& records, int steps)
{
    std::vector<Entry> all;
    for (auto& machine : machines)
        all.push_back(machine->introduction());
    std::vector<size_t> heard(machines.size(), 0);
    for (int step = 0; step < steps; ++step) {
        const size_t who = random() % machines.size();
        if (random() % 3 == 0) {
            for (size_t i = 0; i < all.size(); ++i)
                machines[who]->receive(all[i]);
            continue;
        }
        const QUuid record = records[random() % records.size()];
        const bool deletes = random() % 12 == 0;
        all.push_back(machines[who]->write(
            kinds::Child, record, deletes ? Values() : randomValues(random), 1000 + qint64(random() % 50), deletes));
    }
    return all;
}

} // namespace

class TestLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOrderOfArrivalDoesNotMatter()
    {
        holdsInRandomWorlds("law 2", [](unsigned seed) {
            const World world;
            std::mt19937 random(seed);
            std::vector<std::unique_ptr<Machine>> machines;
            for (int i = 0; i < 3; ++i)
                machines.push_back(world.machine(world.commune));
            std::vector<QUuid> records;
            for (int i = 0; i < 3; ++i)
                records.push_back(recordId::create(world.commune.id));
            std::vector<Entry> all = busyWeeks(random, machines, records, 24);
            auto province = world.machine(world.province);
            auto mirror = world.machine(world.province);
            all.push_back(province->introduction());
            all.push_back(mirror->introduction());
            for (auto* receiver : { province.get(), mirror.get() }) {
                std::vector<Entry> mail = all;
                std::shuffle(mail.begin(), mail.end(), random);
                for (size_t i = 0; i < mail.size(); ++i) {
                    receiver->receive(mail[i]);
                    if (random() % 4 == 0)
                        receiver->receive(mail[random() % (i + 1)]);
                }
            }
            for (auto& machine : machines)
                for (const Entry& entry : all)
                    machine->receive(entry);
            RC_ASSERT(province->shared() == mirror->shared());
            for (auto& machine : machines)
                RC_ASSERT(machine->shared() == province->shared());
            RC_ASSERT(!province->shared().contains(QStringLiteral(" 1\n")));
        });
    }

    void theTablesAreTheFoldOfTheJournal()
    {
        holdsInRandomWorlds("law 1", [](unsigned seed) {
            const World world;
            std::mt19937 random(seed);
            std::vector<std::unique_ptr<Machine>> machines;
            machines.push_back(world.machine(world.commune));
            machines.push_back(world.machine(world.commune));
            const std::vector<QUuid> records { recordId::create(world.commune.id), recordId::create(world.commune.id) };
            const std::vector<Entry> all = busyWeeks(random, machines, records, 20);
            for (auto& machine : machines) {
                for (const Entry& entry : all)
                    machine->receive(entry);
                const QString before = machine->shared();
                RC_ASSERT(machine->foldedAgain() == before);
            }
        });
    }

    void anEditOfWhatWasSeenWinsWhateverTheClocksSay()
    {
        const World world;
        auto a = world.machine(world.commune);
        auto b = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id);
        const Entry first = a->write(kinds::Child, child, { { "name", QStringLiteral("Tằng Mỹ") } }, 9'000'000);
        b->receive(a->introduction());
        b->receive(first);
        const Entry second = b->write(
            kinds::Child, child, { { "name", QStringLiteral("Tằng Mỹ Ánh") } }, 5); // a clock set back by years
        a->receive(b->introduction());
        a->receive(second);
        const auto stored = a->load(kinds::Child, child);
        QCOMPARE(std::get<QString>(stored->folded.values.at("name")), QStringLiteral("Tằng Mỹ Ánh"));
        QVERIFY(!stored->folded.conflicting());
    }

    void twoMachinesThatWroteDifferentlyAreAConflictUntilSomebodyChooses()
    {
        const World world;
        auto a = world.machine(world.commune);
        auto b = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id);
        const Entry first = a->write(kinds::Child, child, { { "village", QStringLiteral("Khu 1") } }, 10);
        b->receive(a->introduction());
        a->receive(b->introduction());
        b->receive(first);
        const Entry ofA = a->write(kinds::Child, child, { { "village", QStringLiteral("Khu 2") } }, 20);
        const Entry ofB = b->write(kinds::Child, child, { { "village", QStringLiteral("Khu 3") } }, 30);
        a->receive(ofB);
        b->receive(ofA);
        const auto open = a->load(kinds::Child, child);
        QCOMPARE(open->folded.conflicts.size(), size_t(1));
        QCOMPARE(open->folded.conflicts.begin()->second.size(), size_t(2));
        QCOMPARE(
            std::get<QString>(open->folded.values.at("village")), QStringLiteral("Khu 3")); // the later clock shows
        QCOMPARE(a->shared(), b->shared());
        const Entry choice = a->write(kinds::Child, child, { { "village", QStringLiteral("Khu 2") } }, 15);
        b->receive(choice);
        QVERIFY(!b->load(kinds::Child, child)->folded.conflicting());
        QCOMPARE(std::get<QString>(b->load(kinds::Child, child)->folded.values.at("village")), QStringLiteral("Khu 2"));
    }

    void aRecordDeletedOnOneMachineAndEditedOnAnotherStaysVisible()
    {
        const World world;
        auto a = world.machine(world.commune);
        auto b = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id);
        const Entry first = a->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 10);
        for (const Entry& entry : { a->introduction(), first })
            b->receive(entry);
        a->receive(b->introduction());
        const Entry deletion = a->write(kinds::Child, child, {}, 20, true);
        QVERIFY(a->load(kinds::Child, child)->folded.deleted);
        const Entry edit = b->write(kinds::Child, child, { { "village", QStringLiteral("Khu 4") } }, 15);
        a->receive(edit);
        b->receive(deletion);
        QVERIFY(!a->load(kinds::Child, child)->folded.deleted);
        QVERIFY(a->load(kinds::Child, child)->folded.conflicting());
        QCOMPARE(a->shared(), b->shared());
    }

    void aKindThatIsLearntByAnUpgradeIsJudgedByItsOwnWriterToo()
    {
        const World world;
        auto commune = world.machine(world.commune);
        auto province = world.machine(world.province);
        const QUuid child = recordId::create(world.commune.id);
        Machine forger(world.other.id, world.other.secretKey, world.offices);
        const Entry genuine = commune->write(kinds::Child, child, { { "sex", QStringLiteral("female") } }, 10);
        Entry forged;
        forged.body = genuine.body;
        forged.body.device = forger.device().id;
        forged.body.seq = 2;
        forged.body.after = { genuine.hash };
        forged.body.open = { { "sex", QStringLiteral("male") } };
        forged.body.previous = forger.introduction().hash;
        resign(forged, forger.device());
        for (const Entry& entry : { commune->introduction(), forger.introduction(), genuine })
            QCOMPARE(province->receive(entry), Arrival::New);
        QCOMPARE(province->receive(forged), Arrival::NotAllowed);
        const QString right = province->shared();
        // As a program that did not know the kind has left it.
        const QByteArray id = child.toRfc4122();
        QVERIFY(
            province->database().run(QStringLiteral("UPDATE journal_entry SET state = 4 WHERE record = ?"), { id }));
        QVERIFY(province->database().run(QStringLiteral("DELETE FROM child WHERE record = ?"), { id }));
        QCOMPARE(province->foldedAgain(), right);
    }

    void nobodyWritesAnotherOfficesRecord()
    {
        const World world;
        auto commune = world.machine(world.commune);
        auto other = world.machine(world.other);
        auto province = world.machine(world.province);
        const QUuid child = recordId::create(world.commune.id);
        const Entry genuine = commune->write(kinds::Child, child, { { "sex", QStringLiteral("female") } }, 10);
        // The other office gets hold of the id and signs an entry of its own for it.
        Machine forger(world.other.id, world.other.secretKey, { { world.other.id, world.other.publicKey } });
        Batch batch;
        batch.changes.push_back(
            { &kinds::Child, child, { genuine.hash }, { { "sex", QStringLiteral("male") } }, false });
        auto transaction = Transaction::begin(forger.database());
        QVERIFY(!forger.journal().append(forger.device(), batch, 11)); // the program itself refuses
        transaction->rollback();
        Entry forged;
        forged.body = genuine.body;
        forged.body.device = forger.device().id;
        forged.body.seq = 2;
        forged.body.after = { genuine.hash };
        forged.body.open = { { "sex", QStringLiteral("male") } };
        forged.body.previous = forger.introduction().hash;
        forged.encoded = entryCodec::encodeBody(forged.body);
        forged.hash = entryCodec::hashBody(forged.encoded);
        forged.signature = QByteArray(64, 0);
        for (const Entry& entry : { commune->introduction(), genuine, forger.introduction() })
            QCOMPARE(province->receive(entry), Arrival::New);
        QCOMPARE(province->receive(forged), Arrival::NotAllowed);
        QCOMPARE(
            std::get<QString>(province->load(kinds::Child, child)->folded.values.at("sex")), QStringLiteral("female"));
    }

    void aDeviceThatItsOfficeDidNotCertifyIsNotBelieved()
    {
        const World world;
        const TestOffice stranger = TestOffice::make();
        Machine fake(world.commune.id, stranger.secretKey, { { world.commune.id, stranger.publicKey } });
        auto province = world.machine(world.province);
        QCOMPARE(province->receive(fake.introduction()), Arrival::NotAllowed);
    }

    void identityThatComesLaterFillsTheRecordAndChangesNothingElse()
    {
        holdsInRandomWorlds("withheld parts", [](unsigned seed) {
            const World world;
            std::mt19937 random(seed);
            std::vector<std::unique_ptr<Machine>> machines;
            machines.push_back(world.machine(world.commune));
            machines.push_back(world.machine(world.commune));
            const std::vector<QUuid> records { recordId::create(world.commune.id) };
            std::vector<Entry> all = busyWeeks(random, machines, records, 12);
            auto full = world.machine(world.province);
            auto late = world.machine(world.province);
            all.push_back(full->introduction());
            all.push_back(late->introduction());
            for (const Entry& entry : all)
                full->receive(entry);
            std::vector<Entry> bare = all;
            for (Entry& entry : bare)
                entry.parts.clear();
            std::shuffle(bare.begin(), bare.end(), random);
            for (const Entry& entry : bare)
                late->receive(entry);
            RC_ASSERT(!late->shared().contains(QStringLiteral("Tên")));
            std::shuffle(all.begin(), all.end(), random);
            for (const Entry& entry : all)
                late->receive(entry);
            RC_ASSERT(late->shared() == full->shared());
        });
    }

    void aFolderCopiedToASecondPcIsNamedAndNeitherBranchCounts()
    {
        holdsInRandomWorlds("law 9, the receiver's side", [](unsigned seed) {
            const World world;
            std::mt19937 random(seed);
            auto pc = world.machine(world.commune);
            auto colleague = world.machine(world.commune);
            const QUuid child = recordId::create(world.commune.id);
            std::vector<Entry> all { pc->introduction(), colleague->introduction() };
            all.push_back(pc->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 10));
            const Entry branchA = pc->write(kinds::Child, child, { { "village", QStringLiteral("Khu 1") } }, 20);
            // The copy writes its own entry with the same number.
            Entry branchB = branchA;
            branchB.parts.clear();
            branchB.body.commitments.clear();
            branchB.body.open = { { "sex", QStringLiteral("male") } };
            branchB.encoded = entryCodec::encodeBody(branchB.body);
            branchB.hash = entryCodec::hashBody(branchB.encoded);
            all.push_back(branchA);
            all.push_back(branchB);
            for (size_t i = 0; i < 4; ++i)
                colleague->receive(all[i == 1 ? 0 : i]);
            if (random() % 2)
                colleague->receive(branchA);
            all.push_back(colleague->write(kinds::Child, child, { { "note", QStringLiteral("x") } }, 30));
            auto one = world.machine(world.province);
            auto two = world.machine(world.province);
            all.push_back(one->introduction());
            all.push_back(two->introduction());
            for (auto* receiver : { one.get(), two.get() }) {
                std::shuffle(all.begin(), all.end(), random);
                for (const Entry& entry : all)
                    receiver->receive(entry);
            }
            RC_ASSERT(one->shared() == two->shared());
            const auto stored = one->load(kinds::Child, child);
            RC_ASSERT(stored.has_value());
            RC_ASSERT(!stored->folded.values.contains("sex"));
            RC_ASSERT(!stored->folded.values.contains("village"));
        });
    }
};

QTEST_GUILESS_MAIN(TestLaws)
#include "tst_laws.moc"
