// SPDX-License-Identifier: GPL-3.0-or-later
// Laws 1–5, 9 and 10 together: copied folders, lost devices, chosen branches, erasures and withheld parts, in any
// order.
#include "law.h"
#include "witness.h"

#include "models/journal/chain_rules.h"
#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace maiam;

namespace {

using World = TestWorld;

Values retirement(const QByteArray& device, qint64 last, const EntryHash& hash, const QString& missing)
{
    return { { "device", device }, { "last_seq", last }, { "last_hash", hash }, { "missing", missing } };
}

Values branch(const QByteArray& device, qint64 seq, const EntryHash& hash)
{
    return { { "device", device }, { "seq", seq }, { "hash", hash } };
}

Values erasureOf(std::vector<ErasureTarget> targets)
{
    return { { "targets", erasure::encode(std::move(targets)) }, { "decision", QStringLiteral("12/QĐ-UBND") },
        { "ground", QStringLiteral("mistaken") } };
}

EntryState stateOf(Machine& machine, const EntryHash& hash)
{
    auto found = machine.database().query(QStringLiteral("SELECT state FROM journal_entry WHERE hash = ?"), { hash });
    return found && found->next() ? EntryState(found->integer(0)) : EntryState::UnknownKind;
}

std::optional<qint64> forkedAt(Machine& machine, const QByteArray& device)
{
    auto found =
        machine.database().query(QStringLiteral("SELECT forked_seq FROM journal_device WHERE device = ?"), { device });
    return found && found->next() && !found->isNull(0) ? std::optional(found->integer(0)) : std::nullopt;
}

/// The lines in which two machines' tables differ; empty when they are equal.
std::string difference(const QString& a, const QString& b)
{
    const QStringList ofA = a.split(u'\n'), ofB = b.split(u'\n');
    QStringList lines;
    for (const QString& line : ofA)
        if (!ofB.contains(line))
            lines.append(QStringLiteral("- ") + line);
    for (const QString& line : ofB)
        if (!ofA.contains(line))
            lines.append(QStringLiteral("+ ") + line);
    return lines.join(u'\n').toStdString();
}

/// Some busy months of an office with several PCs: people write and hear of each other, folders are copied, PCs are
/// lost with what nobody had heard yet, branches are chosen, parts are erased.
class Months
{
public:
    Months(const World& world, unsigned seed)
        : m_world(world)
        , m_random(seed)
    {
        for (int i = 0; i < 3; ++i)
            add(m_world.machine(m_world.commune));
        for (int i = 0; i < 3; ++i)
            m_records.push_back(recordId::create(m_world.commune.id));
    }

    void pass(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            const size_t who = pick(m_machines.size());
            switch (pick(16)) {
            case 0:
                copy(who);
                break;
            case 1:
                lose(who);
                break;
            case 2:
            case 3:
                choose(who);
                break;
            case 4:
                erase(who);
                break;
            case 5:
            case 6:
            case 7:
                giveAll(*m_machines[who], all);
                break;
            default:
                write(who);
            }
        }
    }

    std::vector<Entry> all; ///< what is left in the world
    std::vector<Entry> ever; ///< with what is lost
    std::set<QByteArray> copied; ///< devices of which there were two
    [[nodiscard]] std::vector<std::unique_ptr<Machine>>& machines() { return m_machines; }

private:
    size_t pick(size_t n) { return m_random() % n; }
    void add(std::unique_ptr<Machine> machine)
    {
        all.push_back(machine->introduction());
        m_machines.push_back(std::move(machine));
    }
    void keep(const std::optional<Entry>& entry)
    {
        if (!entry)
            return;
        all.push_back(*entry);
        ever.push_back(*entry);
    }
    void copy(size_t who)
    {
        if (m_machines.size() >= 6)
            return;
        copied.insert(m_machines[who]->device().id);
        m_machines.push_back(m_machines[who]->copied());
    }
    void write(size_t who)
    {
        Values values;
        values["sex"] = pick(2) ? QStringLiteral("male") : QStringLiteral("female");
        if (pick(2))
            values["name"] = QStringLiteral("Tên %1").arg(pick(4));
        if (pick(3) == 0)
            values["note"] = QStringLiteral("Ghi %1").arg(pick(4));
        const bool deletes = pick(15) == 0;
        keep(m_machines[who]->tryWrite(
            kinds::Child, m_records[pick(m_records.size())], deletes ? Values() : values, time(), deletes));
    }
    /// A PC goes for good; of what nobody else has heard, some is lost with it. A colleague reports it.
    void lose(size_t who)
    {
        if (m_machines.size() < 3)
            return;
        const QByteArray device = m_machines[who]->device().id;
        std::vector<SeqRange> missing;
        qint64 last = 1;
        EntryHash lastHash = m_machines[who]->introduction().hash;
        const auto heard = [&](const Entry& entry) {
            return std::any_of(m_machines.begin(), m_machines.end(), [&](const auto& machine) {
                return machine != m_machines[who] && stateOf(*machine, entry.hash) != EntryState::UnknownKind;
            });
        };
        std::vector<Entry> left;
        for (const Entry& entry : all) {
            if (entry.body.device == device && entry.body.seq > 1 && !heard(entry) && pick(3) == 0) {
                missing.emplace_back(entry.body.seq, entry.body.seq);
                continue;
            }
            left.push_back(entry);
            if (entry.body.device == device && entry.body.seq > last) {
                last = entry.body.seq;
                lastHash = entry.hash;
            }
        }
        all = std::move(left);
        m_machines.erase(m_machines.begin() + qsizetype(who));
        std::sort(missing.begin(), missing.end());
        missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
        std::erase_if(missing, [&](const SeqRange& range) { return range.first > last; });
        Machine& reporter = *m_machines[pick(m_machines.size())];
        keep(reporter.tryWrite(kinds::Retirement, ChainRules::retirementOf(m_world.commune.id, device),
            retirement(device, last, lastHash, ChainRules::rangesText(missing)), time()));
        if (m_machines.size() < 3)
            add(m_world.machine(m_world.commune));
    }
    /// Says of some device which entry stands on the branch that counts.
    void choose(size_t who)
    {
        const Entry& entry = all[pick(all.size())];
        keep(m_machines[who]->tryWrite(kinds::Branch, ChainRules::branchOf(m_world.commune.id, entry.body.device),
            branch(entry.body.device, entry.body.seq, entry.hash), time()));
    }
    void erase(size_t who)
    {
        std::vector<ErasureTarget> targets;
        for (int i = 0; i < 2; ++i) {
            const Entry& entry = all[pick(all.size())];
            for (const auto& [identity, commitment] : entry.body.commitments)
                targets.push_back({ identity, entry.hash });
        }
        if (!targets.empty())
            keep(m_machines[who]->tryWrite(
                kinds::Erasure, recordId::create(m_world.commune.id), erasureOf(targets), time()));
    }
    qint64 time() { return 1000 + qint64(pick(50)); }

    const World& m_world;
    std::mt19937 m_random;
    std::vector<std::unique_ptr<Machine>> m_machines;
    std::vector<QUuid> m_records;
};

/// In what the parts that a machine holds differ from all that were written, less those that are erased (law 10).
std::string partsOtherwise(Machine& machine, const std::vector<Entry>& all, const reference::ErasedParts& erased)
{
    std::map<EntryHash, std::set<IdentityClass>> held;
    for (const Entry& entry : machine.held())
        for (const IdentityPart& part : entry.parts)
            held[entry.hash].insert(part.identity);
    std::string other;
    for (const Entry& entry : all)
        for (const auto& [identity, commitment] : entry.body.commitments)
            if (held[entry.hash].contains(identity) == reference::isErased(erased, entry, identity))
                other +=
                    "part " + std::to_string(int(identity)) + " of " + entry.hash.toHex().left(8).toStdString() + "\n";
    return other;
}

} // namespace

class TestChainLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverHappensEqualEntriesGiveEqualTables()
    {
        int forks = 0, retired = 0, chosen = 0, erased = 0;
        Sights seen;
        holdsInRandomWorlds("laws 1–5, 9, 10",
            [&](unsigned drawn) {
                const World world;
                // In these months an entry of a copied PC comes twice, and its twin has written between: it broke
                // law 5 once.
                const unsigned seed = drawn % 8 == 0 ? 4147 : drawn;
                std::mt19937 random(seed);
                Months months(world, seed);
                months.pass(60);
                std::vector<std::unique_ptr<Machine>> offices;
                for (int i = 0; i < 2; ++i)
                    offices.push_back(world.machine(world.province));
                offices.push_back(world.machine(world.commune));
                std::vector<Entry> all = months.all;
                for (auto& office : offices)
                    all.push_back(office->introduction());
                for (auto& office : offices) {
                    std::vector<Entry> mail = all;
                    std::shuffle(mail.begin(), mail.end(), random);
                    for (size_t i = 0; i < mail.size(); ++i) {
                        Entry bare = mail[i];
                        bare.parts.clear();
                        office->receive(random() % 3 ? mail[i] : bare);
                        if (random() % 4 == 0)
                            office->receive(mail[random() % (i + 1)]);
                        if (random() % 20 == 0)
                            office->confirmErasures();
                    }
                    giveAll(*office, all);
                }
                for (auto& machine : months.machines()) {
                    giveAll(*machine, all);
                    offices.push_back(std::move(machine));
                }
                for (auto& office : offices)
                    office->confirmErasures();
                std::set<EntryHash> agreed;
                for (const Entry& entry : all)
                    agreed.insert(entry.hash);
                const reference::ErasedParts gone = reference::erased(all, world.commune.id, agreed);
                const QString expected = offices.front()->shared();
                for (auto& office : offices) {
                    RC_ASSERT(recordsOtherwise(*office, seen) == std::string());
                    RC_ASSERT(partsOtherwise(*office, all, gone) == std::string());
                    RC_ASSERT(difference(office->shared(), expected) == std::string());
                    RC_ASSERT(office->journal().wrongStates().value() == 0);
                    RC_ASSERT(difference(office->foldedAgain(), expected) == std::string());
                    RC_ASSERT(difference(office->recomputed(), expected) == std::string());
                    RC_ASSERT(erasure::left(office->database()).value() == 0);
                }
                for (const Entry& entry : all) {
                    retired += entry.body.kind == kinds::Retirement.name;
                    chosen += entry.body.kind == kinds::Branch.name;
                    erased += entry.body.kind == kinds::Erasure.name;
                    forks += forkedAt(*offices.front(), entry.body.device).has_value();
                }
            },
            { &forks, &retired, &chosen, &erased, &seen.conflicts, &seen.deletionConflicts });
    }

    void whoWasNotCopiedGivesNoNumberTwiceWhateverTheOthersDo()
    {
        int copies = 0;
        holdsInRandomWorlds("law 9, the writer's side",
            [&](unsigned seed) {
                const World world;
                Months months(world, seed);
                months.pass(60);
                std::set<std::pair<QByteArray, qint64>> numbers;
                for (const Entry& entry : months.ever) {
                    const bool isNew = numbers.emplace(entry.body.device, entry.body.seq).second;
                    RC_ASSERT(isNew || months.copied.contains(entry.body.device));
                }
                copies += int(months.copied.size());
            },
            { &copies });
    }

    void whatWaitedForALostPcFoldsAndTheGapStaysNamed()
    {
        const World world;
        auto lost = world.machine(world.commune);
        auto colleague = world.machine(world.commune);
        auto province = world.machine(world.province);
        std::vector<Entry> written;
        std::vector<QUuid> children;
        for (int i = 0; i < 6; ++i) {
            children.push_back(recordId::create(world.commune.id));
            written.push_back(
                lost->write(kinds::Child, children.back(), { { "sex", QStringLiteral("male") } }, 10 + i));
        }
        // Entries 3 and 4 were on a stick that nobody finds.
        giveAll(*province, { colleague->introduction(), lost->introduction(), written[0], written[3], written[4] });
        QCOMPARE(stateOf(*province, written[3].hash), EntryState::Waiting);
        colleague->receive(lost->introduction());
        const Entry report =
            colleague->write(kinds::Retirement, ChainRules::retirementOf(world.commune.id, lost->device().id),
                retirement(lost->device().id, 6, written[4].hash, QStringLiteral("3-4")), 100);
        province->receive(report);
        QCOMPARE(stateOf(*province, written[3].hash), EntryState::Folded);
        QCOMPARE(stateOf(*province, written[4].hash), EntryState::Folded);
        QVERIFY(province->load(kinds::Child, children[3]).has_value());
        // Nothing beyond the last number folds, whoever brings it.
        province->receive(written[5]);
        QCOMPARE(stateOf(*province, written[5].hash), EntryState::Forked);
        QVERIFY(!province->load(kinds::Child, children[5]).has_value());
        // The stick is found after all.
        giveAll(*province, { written[1], written[2] });
        QVERIFY(province->load(kinds::Child, children[1]).has_value());
        QVERIFY(province->load(kinds::Child, children[2]).has_value());
        const DeviceRule* rule = nullptr;
        const ChainRules rules = ChainRules::read(province->database()).value();
        rule = rules.of(lost->device().id);
        QVERIFY(rule);
        QCOMPARE(rule->missing, (std::vector<SeqRange> { { 3, 4 } }));
    }

    void anEntryBehindAGapNeedsItsOwnSignature()
    {
        const World world;
        auto lost = world.machine(world.commune);
        auto colleague = world.machine(world.commune);
        auto province = world.machine(world.province);
        lost->write(kinds::Child, recordId::create(world.commune.id), { { "sex", QStringLiteral("male") } }, 1);
        Entry third =
            lost->write(kinds::Child, recordId::create(world.commune.id), { { "sex", QStringLiteral("male") } }, 2);
        third.signature[5] = char(third.signature[5] ^ 1);
        colleague->receive(lost->introduction());
        const Entry report =
            colleague->write(kinds::Retirement, ChainRules::retirementOf(world.commune.id, lost->device().id),
                retirement(lost->device().id, 3, third.hash, QStringLiteral("2")), 100);
        giveAll(*province, { lost->introduction(), third, colleague->introduction(), report });
        QCOMPARE(stateOf(*province, third.hash), EntryState::NotAllowed);
    }

    void anEntryRestsOnEntriesOfItsOwnRecordOnly()
    {
        const World world;
        auto pc = world.machine(world.commune);
        auto colleague = world.machine(world.commune);
        const Entry other =
            pc->write(kinds::Child, recordId::create(world.commune.id), { { "sex", QStringLiteral("male") } }, 1);
        // No program writes this: it names another record's entry as what it rests on.
        Entry crafted =
            pc->write(kinds::Child, recordId::create(world.commune.id), { { "sex", QStringLiteral("female") } }, 2);
        crafted.body.after = { other.hash };
        resign(crafted, pc->device());
        auto reader = world.machine(world.province);
        giveAll(*reader, { pc->introduction(), other, crafted });
        QCOMPARE(stateOf(*reader, crafted.hash), EntryState::Waiting);
        QCOMPARE(reader->journal().wrongStates().value(), 0);
        const QString before = reader->shared();
        QCOMPARE(reader->recomputed(), before);
        // The same entries at once, read as a whole since a rule is among them.
        giveAll(*reader, { colleague->introduction() });
        QCOMPARE(stateOf(*reader, crafted.hash), EntryState::Waiting);
    }

    void nobodyRetiresAnotherOfficesDeviceNorItsOwn()
    {
        const World world;
        auto pc = world.machine(world.commune);
        auto other = world.machine(world.province);
        auto reader = world.machine(world.province);
        const QUuid child = recordId::create(world.commune.id);
        const Entry first = pc->write(kinds::Child, child, { { "sex", QStringLiteral("male") } }, 1);
        const Entry forged =
            other->write(kinds::Retirement, ChainRules::retirementOf(world.province.id, pc->device().id),
                retirement(pc->device().id, 1, pc->introduction().hash, QString()), 2);
        const Entry itself = pc->write(kinds::Retirement, ChainRules::retirementOf(world.commune.id, pc->device().id),
            retirement(pc->device().id, 1, pc->introduction().hash, QString()), 3);
        giveAll(*reader, { pc->introduction(), other->introduction(), forged, first, itself });
        QVERIFY(reader->load(kinds::Child, child).has_value());
        QVERIFY(ChainRules::read(reader->database())->isEmpty());
    }

    void theBranchThatTheOfficeNamesGoesOnAndTheOtherStaysAside()
    {
        const World world;
        auto pc = world.machine(world.commune);
        auto colleague = world.machine(world.commune);
        auto province = world.machine(world.province);
        const QUuid child = recordId::create(world.commune.id);
        std::vector<Entry> mail { pc->introduction(), colleague->introduction() };
        mail.push_back(pc->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 1));
        auto copy = pc->copied();
        const Entry ours = pc->write(kinds::Child, child, { { "village", QStringLiteral("Khu 1") } }, 2);
        const Entry ours2 = pc->write(kinds::Child, child, { { "school", QStringLiteral("A") } }, 3);
        const Entry theirs = copy->write(kinds::Child, child, { { "village", QStringLiteral("Khu 2") } }, 4);
        const Entry theirs2 = copy->write(kinds::Child, child, { { "school", QStringLiteral("B") } }, 5);
        giveAll(*province, mail);
        giveAll(*province, { ours, theirs2, theirs });
        QCOMPARE(forkedAt(*province, pc->device().id), std::optional<qint64>(3));
        QCOMPARE(stateOf(*province, ours.hash), EntryState::Forked);
        colleague->receive(pc->introduction());
        const Entry choice = colleague->write(kinds::Branch, ChainRules::branchOf(world.commune.id, pc->device().id),
            branch(pc->device().id, 3, ours.hash), 6);
        province->receive(choice);
        province->receive(ours2);
        QVERIFY(!forkedAt(*province, pc->device().id));
        QCOMPARE(stateOf(*province, ours.hash), EntryState::Folded);
        QCOMPARE(stateOf(*province, ours2.hash), EntryState::Folded);
        QCOMPARE(stateOf(*province, theirs.hash), EntryState::Forked);
        QCOMPARE(stateOf(*province, theirs2.hash), EntryState::Forked);
        const auto stored = province->load(kinds::Child, child);
        QCOMPARE(std::get<QString>(stored->folded.values.at("village")), QStringLiteral("Khu 1"));
        QCOMPARE(std::get<QString>(stored->folded.values.at("school")), QStringLiteral("A"));
        // It goes on from there one by one.
        const Entry later = pc->write(kinds::Child, child, { { "village", QStringLiteral("Khu 9") } }, 7);
        QCOMPARE(province->receive(later), Arrival::New);
        QCOMPARE(std::get<QString>(province->load(kinds::Child, child)->folded.values.at("village")),
            QStringLiteral("Khu 9"));
    }

    void whoHoldsWhatATwinWroteAheadWritesNothingUnderThatNumber()
    {
        const World world;
        auto pc = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id);
        pc->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 1);
        auto copy = pc->copied();
        pc->write(kinds::Child, child, { { "sex", QStringLiteral("female") } }, 2);
        const Entry ahead = pc->write(kinds::Child, child, { { "sex", QStringLiteral("male") } }, 3);
        QCOMPARE(copy->receive(ahead), Arrival::Waiting); // the one before it has not come
        // The number that follows what folds here may be given already: nothing is written under it.
        QVERIFY(!copy->tryWrite(kinds::Child, child, { { "village", QStringLiteral("Khu 2") } }, 4));
        const size_t held = copy->held().size();
        QCOMPARE(copy->receive(ahead), Arrival::Known);
        QCOMPARE(copy->held().size(), held); // stored twice it would look like a second branch
    }

    void anErasedNameLeavesAndDoesNotComeBack()
    {
        const World world;
        auto pc = world.machine(world.commune);
        auto province = world.machine(world.province);
        const QUuid child = recordId::create(world.commune.id);
        const Entry first = pc->write(
            kinds::Child, child, { { "name", QStringLiteral("Tằng Mỹ Ánh") }, { "sex", QStringLiteral("female") } }, 1);
        giveAll(*province, { pc->introduction(), first });
        QVERIFY(province->shared().contains(QStringLiteral("Tằng")));
        const Entry order = pc->write(kinds::Erasure, recordId::create(world.commune.id),
            erasureOf({ { IdentityClass::Subject, first.hash } }), 2);
        QVERIFY(!pc->shared().contains(QStringLiteral("Tằng")));
        QVERIFY(pc->load(kinds::Child, child)->folded.values.contains("sex"));
        QVERIFY(!pc->load(kinds::Child, child)->folded.incomplete);
        province->receive(order); // a request until the office itself agrees
        QVERIFY(province->shared().contains(QStringLiteral("Tằng")));
        province->confirmErasures();
        QVERIFY(!province->shared().contains(QStringLiteral("Tằng")));
        for (Machine* machine : { pc.get(), province.get() }) {
            QCOMPARE(machine->receive(first), Arrival::Known); // late, with its part
            QVERIFY(!machine->shared().contains(QStringLiteral("Tằng")));
        }
    }

    void nobodyErasesWhatIsNotItsOwnNorWhatMayNotBeErased()
    {
        const World world;
        auto pc = world.machine(world.commune);
        auto other = world.machine(world.province);
        const QUuid child = recordId::create(world.commune.id);
        const QUuid task = recordId::create(world.commune.id);
        const Entry first = pc->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 1);
        const Entry note = pc->write(kinds::Task, task, { { "note", QStringLiteral("Ghi chú") } }, 2);
        const Entry foreign = other->write(kinds::Erasure, recordId::create(world.province.id),
            erasureOf({ { IdentityClass::Subject, first.hash } }), 3);
        const Entry own = pc->write(kinds::Erasure, recordId::create(world.commune.id),
            erasureOf({ { IdentityClass::Narrative, note.hash } }), 4);
        giveAll(*other, { pc->introduction(), first, note, own });
        giveAll(*pc, { other->introduction(), foreign });
        for (Machine* machine : { pc.get(), other.get() }) {
            machine->confirmErasures();
            QVERIFY(machine->shared().contains(QStringLiteral("'An'")));
            QVERIFY(machine->shared().contains(QStringLiteral("Ghi chú")));
        }
    }
};

QTEST_GUILESS_MAIN(TestChainLaws)
#include "tst_chain_laws.moc"
