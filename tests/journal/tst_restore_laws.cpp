// SPDX-License-Identifier: GPL-3.0-or-later
// Laws 9 and 10 where registers are set back to an earlier day: no number is given twice, nothing that anybody else
// holds is lost, and what was erased since the backup is gone before anybody looks.
#include "law.h"
#include "witness.h"

#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/own_device.h"
#include "models/register/register.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace maiam;

/// What came to pass; not without a name, since properties take it along.
struct SetBacks
{
    int lost = 0; ///< set back, and what had been written since was gone
    int imaged = 0; ///< the whole disk was set back, with what is remembered outside the folder
    int goesOn = 0; ///< set back to where it stood
    int copies = 0, erasures = 0;
    int erasedAgain = 0; ///< parts that a backup brought back, and that its list took away
};

namespace {

/// One installation: the register, its last backup, and what is remembered outside its folder.
struct Installation
{
    std::unique_ptr<Witness> now, backup;
    std::optional<OwnDevice::Last> remembered, rememberedAtBackup;
};

/// An office whose PCs are set back to their backups now and then, and a province that never is.
class Months
{
public:
    Months(unsigned seed, SetBacks& happened, Sights& seen)
        : m_random(seed)
        , m_happened(happened)
        , m_seen(seen)
    {
        m_reader = std::make_unique<Witness>(machine(m_province));
        keep(m_reader->machine().introduction());
        for (int i = 0; i < 3; ++i) {
            m_pcs.push_back({ std::make_unique<Witness>(machine(m_commune)), nullptr, {}, {} });
            keep(m_pcs.back().now->machine().introduction());
            remember(m_pcs.back());
            m_records.push_back(recordId::create(m_commune.id));
        }
    }

    void pass(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            Installation& pc = m_pcs[pick(m_pcs.size())];
            switch (pick(24)) {
            case 0:
            case 1:
            case 2:
                backUp(pc);
                break;
            case 3:
            case 4:
                setBack(pc);
                break;
            case 5:
            case 6:
                setBackWithTheWholeDisk(pc);
                break;
            case 7:
                copyElsewhere(pc);
                break;
            case 8:
            case 9:
                erase(pc);
                break;
            case 10:
            case 11:
            case 12:
                hear(*pc.now);
                break;
            case 13:
            case 14:
            case 15:
                hear(*m_reader);
                break;
            default:
                write(pc);
            }
        }
    }

    void meet()
    {
        for (Witness* one : everybody()) {
            std::vector<Entry> mail = present();
            std::shuffle(mail.begin(), mail.end(), m_random);
            one->receivePackage(mail);
            one->confirmErasures();
        }
    }
    std::vector<Witness*> everybody()
    {
        std::vector<Witness*> list { m_reader.get() };
        for (const Installation& pc : m_pcs)
            list.push_back(pc.now.get());
        return list;
    }
    /// What is left in the world.
    std::vector<Entry> present()
    {
        std::vector<Entry> left;
        const std::vector<Witness*> all = everybody();
        for (const Entry& entry : ever)
            if (std::any_of(all.begin(), all.end(), [&](Witness* one) { return one->knows(entry.hash); }))
                left.push_back(entry);
        return left;
    }
    std::vector<Entry> ever; ///< all that was ever written, each behind what it rests on
    std::set<EntryHash> acknowledged; ///< came to a register that was never set back

private:
    std::size_t pick(std::size_t n) { return m_random() % n; }
    std::unique_ptr<Machine> machine(const TestOffice& office) const
    {
        return std::make_unique<Machine>(office.id, office.secretKey, m_offices);
    }
    void keep(const std::optional<Entry>& entry)
    {
        RC_ASSERT(entry.has_value()); // nobody's device has two histories here, so nobody is refused
        ever.push_back(*entry);
    }
    static void remember(Installation& pc)
    {
        Machine& machine = pc.now->machine();
        const auto [seq, hash] = machine.journal().reached(machine.device().id).value();
        pc.remembered = OwnDevice::Last { machine.device().id, seq, hash };
    }
    void write(Installation& pc)
    {
        Values values { { "sex", QStringLiteral("%1").arg(pick(3)) } };
        if (pick(2))
            values["name"] = QStringLiteral("Tên %1").arg(pick(4));
        if (pick(3) == 0)
            values["note"] = QStringLiteral("Ghi %1").arg(pick(4));
        keep(pc.now->write(kinds::Child, m_records[pick(m_records.size())], values, 1000 + qint64(pick(50)), false));
        remember(pc);
    }
    void hear(Witness& who)
    {
        std::vector<Entry> mail = present();
        mail.resize(mail.size() - std::min(mail.size() - 1, pick(5)));
        if (&who == m_reader.get())
            for (const Entry& entry : mail)
                acknowledged.insert(entry.hash);
        who.receivePackage(mail);
    }
    void backUp(Installation& pc)
    {
        pc.backup = pc.now->copied();
        pc.rememberedAtBackup = pc.remembered;
    }
    /// The order is on its way before anything else happens: what only a lost disk has ordered is no order.
    void erase(Installation& pc)
    {
        std::vector<ErasureTarget> targets;
        const std::vector<Entry> left = present();
        for (int i = 0; i < 4; ++i) {
            const Entry& entry = left[pick(left.size())];
            for (const auto& [identity, commitment] : entry.body.commitments)
                targets.push_back({ identity, entry.hash });
        }
        if (targets.empty())
            return;
        keep(pc.now->write(kinds::Erasure, recordId::create(m_commune.id),
            { { "targets", erasure::encode(std::move(targets)) } }, 1000 + qint64(pick(50))));
        remember(pc);
        for (const Entry& entry : present())
            acknowledged.insert(entry.hash);
        m_reader->receivePackage(present());
        ++m_happened.erasures;
    }

    /// The folder as the backup has it, and beside it the list of what was erased since; nobody has looked at it yet.
    void restore(Installation& pc)
    {
        const QByteArray list = erasure::list(pc.now->machine().database()).value();
        const reference::ErasedParts erased = pc.now->erased();
        pc.now = std::move(pc.backup);
        const std::size_t before = partsHeld(*pc.now);
        pc.now->adopt(list, erased);
        m_happened.erasedAgain += int(before - partsHeld(*pc.now));
        RC_ASSERT(pc.now->differences(m_seen) == std::string());
    }
    /// The program opens the register: it goes on under its id only when nothing is missing.
    void open(Installation& pc, bool isWhole)
    {
        Machine& machine = pc.now->machine();
        const bool same = ownDevice::mayGoOn(machine.database(), machine.device(), pc.remembered).value();
        RC_ASSERT(same == isWhole);
        if (same)
            return;
        pc.now->becomeAnotherDevice(m_commune.secretKey);
        keep(machine.introduction());
        remember(pc);
    }
    void setBack(Installation& pc)
    {
        if (!pc.backup)
            return;
        restore(pc);
        // The backup may be of a time before the PC took its present id.
        const bool isWhole =
            pc.remembered->device == pc.now->machine().device().id && pc.now->knows(pc.remembered->hash);
        ++(isWhole ? m_happened.goesOn : m_happened.lost);
        open(pc, isWhole);
    }
    /// Nothing on the disk tells of it; but the province names what it holds, before anything is written.
    void setBackWithTheWholeDisk(Installation& pc)
    {
        const bool isKnown = pc.backup && pc.remembered && m_reader->knows(pc.remembered->hash);
        if (!isKnown)
            return;
        restore(pc);
        pc.remembered = pc.rememberedAtBackup;
        Machine& machine = pc.now->machine();
        const QByteArray device = machine.device().id;
        const bool isWhole = pc.remembered && pc.remembered->device == device;
        const qint64 here = machine.journal().reached(device).value().first;
        const bool isAhead = m_reader->machine().journal().reached(device).value().first > here;
        if (isAhead)
            RC_ASSERT(ownDevice::heldElsewhere(machine.database(), device).has_value());
        m_happened.imaged += isAhead;
        open(pc, isWhole && !isAhead);
    }
    void copyElsewhere(Installation& pc)
    {
        if (m_pcs.size() > 4)
            return;
        m_pcs.push_back({ pc.now->copied(), nullptr, {}, {} }); // nothing is remembered there
        open(m_pcs.back(), false);
        ++m_happened.copies;
    }
    static std::size_t partsHeld(Witness& at)
    {
        std::size_t count = 0;
        for (const Entry& entry : at.machine().held())
            count += entry.parts.size();
        return count;
    }

    std::mt19937 m_random;
    SetBacks& m_happened;
    Sights& m_seen;
    TestOffice m_commune = TestOffice::make(), m_province = TestOffice::make();
    QHash<QByteArray, QByteArray> m_offices { { m_commune.id, m_commune.publicKey },
        { m_province.id, m_province.publicKey } };
    std::vector<Installation> m_pcs;
    std::unique_ptr<Witness> m_reader;
    std::vector<QUuid> m_records;
};

/// All that a register holds.
std::vector<Entry> heldIn(Register& reg)
{
    return reg
        .read([](Database& db) {
            std::vector<qint64> rows;
            auto found = db.query(QStringLiteral("SELECT id FROM journal_entry ORDER BY id"));
            while (found && found->next())
                rows.push_back(found->integer(0));
            std::vector<Entry> entries;
            for (const qint64 row : rows)
                entries.push_back(Journal::readEntry(db, row).value());
            return entries;
        })
        .result();
}

qint64 notFoldedIn(Register& reg)
{
    return reg
        .read([](Database& db) {
            auto found = db.query(QStringLiteral("SELECT count(*) FROM journal_entry WHERE state <> 0"));
            return found && found->next() ? found->integer(0) : qint64(-1);
        })
        .result();
}

/// A register's folder that is kept, set back and copied as a person does it with the program closed.
class Folders
{
public:
    explicit Folders(unsigned seed)
        : m_random(seed)
    {
        m_reg = std::move(Register::create(test::wantedRegister(m_folder), m_clock).value().reg);
        note();
    }
    void pass(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            switch (m_random() % 5) {
            case 0:
                m_reg.reset();
                copy(m_folder, m_kept);
                m_reg = open(m_folder);
                break;
            case 1:
                setBack();
                break;
            case 2:
                m_reg.reset();
                copy(m_folder, m_elsewhere);
                m_reg = open(m_folder);
                {
                    auto other = open(m_elsewhere);
                    write(*other);
                    note(*other);
                }
                break;
            default:
                write(*m_reg);
                note();
            }
        }
    }
    /// The register hears of everything that was ever written.
    void meet()
    {
        std::vector<Entry> all;
        for (const auto& [hash, entry] : m_ever)
            all.push_back(entry);
        if (!m_reg->receive(all).result())
            qFatal("not received");
    }
    [[nodiscard]] Register& reg() { return *m_reg; }
    [[nodiscard]] const std::map<EntryHash, Entry>& ever() const { return m_ever; }
    int lost = 0; ///< set back, and what had been written since was gone

private:
    void setBack()
    {
        if (!QDir(m_kept).exists())
            return;
        const std::vector<Entry> before = heldIn(*m_reg);
        m_reg.reset();
        copy(m_kept, m_folder);
        m_reg = open(m_folder);
        std::set<EntryHash> now;
        for (const Entry& entry : heldIn(*m_reg))
            now.insert(entry.hash);
        lost +=
            !std::all_of(before.begin(), before.end(), [&](const Entry& entry) { return now.contains(entry.hash); });
        note();
    }
    std::unique_ptr<Register> open(const QString& folder)
    {
        auto opened = Register::open(folder, test::LanWords, m_clock, KdfLimits::forTests());
        if (!opened)
            qFatal("%s / %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    static void copy(const QString& from, const QString& to)
    {
        QDir(to).removeRecursively();
        QDir().mkpath(to);
        for (const QString& name : QDir(from).entryList(QDir::Files))
            if (!QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)))
                qFatal("not copied");
    }
    void write(Register& reg)
    {
        Record child = reg.newRecord(kinds::Child);
        child.set(ChildFields::Name, QStringLiteral("Tên %1").arg(m_random() % 4));
        Batch batch;
        batch.add(child);
        if (auto done = reg.commit(batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    void note() { note(*m_reg); }
    void note(Register& reg)
    {
        for (const Entry& entry : heldIn(reg))
            m_ever.emplace(entry.hash, entry);
    }

    std::mt19937 m_random;
    QTemporaryDir m_home;
    QString m_folder = m_home.filePath(QStringLiteral("Sổ")), m_kept = m_home.filePath(QStringLiteral("để dành")),
            m_elsewhere = m_home.filePath(QStringLiteral("máy khác"));
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 5)));
    std::unique_ptr<Register> m_reg;
    std::map<EntryHash, Entry> m_ever;
};

/// Every number of every device stands for one entry.
bool noNumberTwice(const std::vector<Entry>& entries)
{
    std::set<std::pair<QByteArray, qint64>> numbers;
    return std::all_of(entries.begin(), entries.end(),
        [&](const Entry& entry) { return numbers.emplace(entry.body.device, entry.body.seq).second; });
}

} // namespace

class TestRestoreLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsSetBackGivesNoNumberTwiceAndLosesNothingThatAnybodyHolds()
    {
        SetBacks happened;
        Sights seen;
        holdsInRandomWorlds("laws 9 and 10, set back",
            [&](unsigned seed) {
                Months months(seed, happened, seen);
                months.pass(64);
                RC_ASSERT(noNumberTwice(months.ever)); // also of what nobody has any more
                const std::vector<Entry> left = months.present();
                std::set<EntryHash> there;
                for (const Entry& entry : left)
                    there.insert(entry.hash);
                for (const EntryHash& hash : months.acknowledged)
                    RC_ASSERT(there.contains(hash));
                months.meet();
                const QString expected = months.everybody().front()->machine().shared();
                for (Witness* one : months.everybody()) {
                    RC_ASSERT(one->differences(seen) == std::string());
                    RC_ASSERT(one->machine().shared() == expected);
                    std::set<EntryHash> folded;
                    for (const auto& [hash, state] : one->machine().states())
                        if (state == EntryState::Folded)
                            folded.insert(hash);
                    RC_ASSERT(folded == there); // nothing waits for what is lost, nothing is put aside
                }
            },
            { &happened.lost, &happened.imaged, &happened.goesOn, &happened.copies, &happened.erasures,
                &happened.erasedAgain, &seen.conflicts });
    }

    /// The same with whole registers, which see for themselves that they were set back; a few worlds, for they are
    /// slow.
    void aRegisterThatIsSetBackGivesNoNumberTwice()
    {
        int lost = 0;
        for (const unsigned seed : { 1U, 2U, 3U }) {
            Folders folders(seed);
            folders.pass(14);
            std::vector<Entry> all;
            for (const auto& [hash, entry] : folders.ever())
                all.push_back(entry);
            QVERIFY(noNumberTwice(all));
            folders.meet();
            QCOMPARE(heldIn(folders.reg()).size(), all.size());
            QCOMPARE(notFoldedIn(folders.reg()), 0);
            lost += folders.lost;
        }
        QVERIFY(lost > 0);
    }
};

QTEST_GUILESS_MAIN(TestRestoreLaws)
#include "tst_restore_laws.moc"
