// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <QTemporaryDir>

#include <memory>

/// One office PC for the tests: a register's database with a journal of its own, and a key that its office certified.
class Machine
{
public:
    /// `offices`: office id → Ed25519 public key, shared by all machines of a test.
    Machine(const QByteArray& office, const QByteArray& officeSecretKey, const QHash<QByteArray, QByteArray>& offices);

    /// Writes one change; `after` as loaded when nothing is given. Returns the entry as it would travel.
    maiam::Entry write(
        const maiam::RecordKind& kind, QUuid record, const maiam::Values& values, qint64 time, bool deletes = false);
    /// The same, resting on given heads (an edit of what somebody saw earlier).
    maiam::Entry writeAfter(const maiam::RecordKind& kind, QUuid record, const maiam::Values& values,
        const QList<maiam::EntryHash>& after, qint64 time, bool deletes = false);
    /// The same, or nothing where the journal refuses since its device has two histories or was retired.
    std::optional<maiam::Entry> tryWrite(
        const maiam::RecordKind& kind, QUuid record, const maiam::Values& values, qint64 time, bool deletes = false);
    /// Both: resting on given heads, or nothing where the journal refuses.
    std::optional<maiam::Entry> tryWriteAfter(const maiam::RecordKind& kind, QUuid record, const maiam::Values& values,
        const QList<maiam::EntryHash>& after, qint64 time, bool deletes = false);
    /// Commits a batch of one change, or nothing where the journal refuses.
    std::optional<maiam::Entry> tryCommit(const maiam::Batch& one, qint64 time);
    /// Commits a whole batch; the entries as they would travel.
    std::vector<maiam::Entry> commit(const maiam::Batch& batch, qint64 time);
    maiam::Arrival receive(const maiam::Entry& entry);
    /// Several entries at once, as they come with one package.
    void receivePackage(const std::vector<maiam::Entry>& entries);
    /// Goes on under a new id, as a register does that was copied or set back (Register::becomeNewDevice).
    void becomeAnotherDevice(const QByteArray& officeSecretKey);
    /// Erases what a list beside a backup names.
    void adopt(const QByteArray& list);
    /// The same folder on a second PC: everything that is held, and the same device.
    std::unique_ptr<Machine> copied();
    /// Everything that is held, in the order of arrival.
    std::vector<maiam::Entry> held();
    /// Where each held entry stands.
    std::vector<std::pair<maiam::EntryHash, maiam::EntryState>> states();
    /// Agrees to every erasure that has come.
    void confirmErasures();
    /// The tables as reading all chains anew would give them.
    QString recomputed();
    /// All shared tables as text: equal for equal sets of entries.
    QString shared();
    /// The tables as folding every record again would give them.
    QString foldedAgain();
    QList<maiam::EntryHash> heads(const maiam::RecordKind& kind, QUuid record);
    std::optional<maiam::StoredRecord> load(const maiam::RecordKind& kind, QUuid record);
    const maiam::SigningDevice& device() const { return *m_device; }
    /// The device's own first entry.
    const maiam::Entry& introduction() const { return m_introduction; }
    maiam::Database& database() { return *m_database; }
    maiam::Journal& journal() { return *m_journal; }

private:
    Machine(std::unique_ptr<maiam::SigningDevice> device, const QHash<QByteArray, QByteArray>& offices);
    void open();
    void introduce(const QByteArray& officeSecretKey);
    maiam::Entry lastOwn();

    QTemporaryDir m_folder;
    std::unique_ptr<maiam::Database> m_database;
    std::unique_ptr<maiam::Journal> m_journal;
    std::unique_ptr<maiam::SigningDevice> m_device;
    maiam::Entry m_introduction;
    QHash<QByteArray, QByteArray> m_offices;
};

/// Encodes, hashes and signs an entry anew whose body a test has altered: what no program writes.
void resign(maiam::Entry& entry, const maiam::SigningDevice& device);

/// An office's identity for the tests.
struct TestOffice
{
    QByteArray id, publicKey, secretKey;
    static TestOffice make();
};

/// What a device says in its first entry: its key, certified by its office.
maiam::Values introductionOf(const maiam::SigningDevice& device, const QByteArray& officeSecretKey);
/// An entry as the device would sign it, whatever it says: what no program of ours writes.
maiam::Entry signedEntry(const maiam::SigningDevice& device, const maiam::EntryBody& body);

/// A commune and its province, and PCs of theirs.
struct TestWorld
{
    TestOffice commune = TestOffice::make();
    TestOffice province = TestOffice::make();
    QHash<QByteArray, QByteArray> offices { { commune.id, commune.publicKey }, { province.id, province.publicKey } };
    [[nodiscard]] std::unique_ptr<Machine> machine(const TestOffice& office) const
    {
        return std::make_unique<Machine>(office.id, office.secretKey, offices);
    }
};

/// Two PCs of a commune which both hold one child, with these values.
struct OneChild
{
    explicit OneChild(const maiam::Values& values);
    TestWorld world;
    std::unique_ptr<Machine> a = world.machine(world.commune), b = world.machine(world.commune);
    QUuid child;
};

/// All of it arrives, one after the other.
void giveAll(Machine& to, const std::vector<maiam::Entry>& entries);
