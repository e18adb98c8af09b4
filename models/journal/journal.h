// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/chain_rules.h"
#include "models/journal/entry.h"
#include "models/journal/record_tables.h"
#include "models/sqlcipher/secret_key.h"

#include <functional>
#include <unordered_map>

namespace maiam {

/// One record's new values, resting on the heads that the form showed.
struct Change
{
    const RecordKind* kind = nullptr;
    QUuid record;
    QList<EntryHash> after;
    Values values;
    bool deletes = false;
};

/// One save: one or more changes that stand or fall together (một lần lưu).
struct Batch
{
    QUuid id = QUuid::createUuid();
    QUuid actor;
    QString reason; ///< a short code such as "import": it stands in the open body and travels, so never free words
    std::vector<Change> changes;

    /// Adds what was changed in a record; nothing when nothing was.
    void add(const Record& record);
    /// Adds the deletion of a record.
    void remove(const Record& record);
};

/// The installation that signs (thiết bị): Ed25519 key, its id, and the office that certified it.
struct SigningDevice
{
    QByteArray id; ///< 16 bytes: the beginning of BLAKE2b-256 of the public key
    QByteArray office; ///< 16 bytes
    QByteArray publicKey;
    SecretKey secretKey; ///< 64 bytes
    QByteArray certificate; ///< the office's Ed25519 signature over "maiam/device/1" ‖ publicKey ‖ office

    /// A new device with a key of its own; uncertified.
    static SigningDevice generate(const QByteArray& office);
    /// The id that belongs to a public key.
    static QByteArray idOf(const QByteArray& publicKey);
};

struct MadeEntry;

/// Where an entry stands in this register.
enum class EntryState : int {
    Folded = 0,
    Waiting = 1, ///< its predecessor or what it rests on has not come (law 5)
    Forked = 2, ///< kept aside: another branch, or beyond its device's retirement (laws 5 and 9)
    NotAllowed = 3, ///< its writer may not write this record (law 7)
    UnknownKind = 4, ///< folded after an upgrade (law 2)
};

/// What became of one entry that came in.
enum class Arrival {
    New,
    Known,
    Waiting,
    Forked,
    NotAllowed,
    Unsettled, ///< Journal::settle() says
};

/// The append-only journal and its fold into the tables. Runs inside the caller's transaction, in the writer's thread.
class Journal
{
public:
    /// Called for each record that the fold wrote, with its row and values; keeps the search index with the tables.
    using Folded =
        std::function<Result<void>(const RecordKind&, qint64 row, const FoldedRecord& before, const FoldedRecord& now)>;
    /// Says whether an office's key may certify devices; null key when the office is unknown.
    using OfficeKeyOf = std::function<QByteArray(const QByteArray& office)>;

    Journal(Database& database, Folded folded, OfficeKeyOf officeKeyOf);

    /// True for what may stand as a reason: nothing, or a code of small letters and hyphens.
    [[nodiscard]] static bool isReasonCode(QStringView reason);
    /// The office that keeps this register: its own erasures hold here at once, others' when it has confirmed them.
    void setOffice(const QByteArray& office) { m_office = office; }
    /// Appends one batch of this device's own (laws 1 and 6). Returns the rows touched through the callback.
    [[nodiscard]] Result<void> append(const SigningDevice& device, const Batch& batch, UtcMs now);
    /// Takes in an entry of another device; repeats and any order are fine (laws 2, 5, 7, 9). Its signature, or that of
    /// a later entry of its chain, has been checked. What depends on rules of chains is settled at the end: see
    /// settle().
    [[nodiscard]] Result<Arrival> receive(const Entry& entry);
    /// Settles what waits for it and writes how far each chain is connected. Call before the transaction is committed.
    [[nodiscard]] Result<void> flush();
    /// Computes anew how chains are read after a fork, a retirement, a choice of branch or an erasure has come, and
    /// folds what that changes. Returns what became of the entries whose state depended on it.
    [[nodiscard]] Result<std::vector<EntryState>> settle();
    /// Deletes the parts that erasures in force name and folds their records again.
    [[nodiscard]] Result<void> applyErasures();
    /// The same for a list that lies beside a backup (erasure::list).
    [[nodiscard]] Result<void> adoptErasures(const QByteArray& list);
    /// Forgets what was cached, after a rollback.
    void forget();
    /// Folds every record again from its entries, as after an upgrade.
    [[nodiscard]] Result<void> refoldAll();
    /// Folds one record from its entries without the tables. Nothing when it has no entry that folds.
    [[nodiscard]] Result<std::optional<FoldedRecord>> foldFromEntries(const RecordKind& kind, QUuid record);
    /// Reads all chains anew and folds what that changes: the state that the held entries alone give.
    [[nodiscard]] Result<void> recompute();
    /// How many entries stand in another state than the held entries give. Writes nothing.
    [[nodiscard]] Result<qint64> wrongStates();
    /// How far a device's chain is connected here: seq and hash; 0 when the device is unknown.
    [[nodiscard]] Result<std::pair<qint64, EntryHash>> reached(const QByteArray& device);
    RecordTables& tables() { return m_tables; }

    /// Reads an entry with its parts by its row.
    [[nodiscard]] static Result<Entry> readEntry(Database& database, qint64 row);
    /// The values of an entry's open map and held parts.
    [[nodiscard]] static Result<Values> valuesOf(const Entry& entry);

private:
    struct DeviceState
    {
        qint64 row = 0;
        QByteArray office;
        QByteArray key;
        qint64 foldedSeq = 0;
        EntryHash foldedHash;
        qint64 maxSeq = 0;
        std::optional<qint64> forkedSeq;
        bool dirty = false;
    };

    Result<DeviceState*> device(const QByteArray& id);
    enum class Place { Chain, Aside, Unsettled };
    struct ChainedEntry;
    struct ChainedDevice;

    Result<void> flushDevices();
    Result<qint64> insert(const DeviceState& device, const Entry& entry, EntryState state);
    Result<Arrival> postpone(const DeviceState& device, const Entry& entry, EntryState state);
    Result<Place> placeOf(const DeviceState& device, const Entry& entry);
    Result<const ChainRules*> rules();
    Result<bool> anyRule();
    Result<void> mayAppend(const DeviceState& device, const QByteArray& id);
    Result<bool> anyErased();
    Result<std::optional<Entry>> withoutErased(const Entry& entry);
    Result<QSet<int>> erasedClasses(const Entry& entry);
    Result<FoldEntry> foldEntryOf(const RecordKind& kind, const Entry& entry, Values values, qint64 row);
    Result<void> learnRules();
    Result<void> judgeLearntKinds();
    Result<void> refoldErased(const std::vector<std::pair<const RecordKind*, QUuid>>& changed);
    Result<void> setState(qint64 row, EntryState state);
    Result<std::optional<Batch>> restingOnWhatCounts(const Batch& batch);
    Result<void> appendOne(DeviceState& device, MadeEntry& made);
    Result<Arrival> arriveAgain(DeviceState& device, const Entry& entry, qint64 row, const EntryHash& held);
    Result<void> rememberOffice(DeviceState& device, const Entry& entry);
    Result<bool> eligible(const DeviceState& device, const Entry& entry, const std::optional<StoredRecord>& stored);
    bool certifies(DeviceState& device, const Entry& entry) const;
    [[nodiscard]] EntryState admit(DeviceState& device, const Entry& entry) const;
    [[nodiscard]] static EntryState allowedTo(const DeviceState& device, const RecordKind* kind, QUuid record);
    Result<void> foldIn(const DeviceState& device, const RecordKind& kind, const Entry& entry, Values values,
        qint64 row, const std::optional<StoredRecord>& stored);
    Result<void> refold(const RecordKind& kind, QUuid record);
    Result<void> wake(const QByteArray& deviceId, QUuid record);
    Result<bool> tryWaiting(qint64 row);
    Result<void> recomputeStates();
    Result<std::vector<ChainedDevice>> chainedDevices(bool writes);
    Result<std::vector<ChainedDevice>> computedStates(bool writes);
    Result<void> readChain(ChainedDevice& device);
    Result<void> foldChains(std::vector<ChainedDevice>& devices, const ChainRules& rules);
    Result<void> admitChained(ChainedDevice& device, std::size_t at);
    Result<void> storeChains(const std::vector<ChainedDevice>& devices);
    Result<void> writeFolded(const RecordKind& kind, QUuid record, const FoldedRecord& now,
        const std::optional<StoredRecord>& before, const QByteArray& owner);

    Database& m_database;
    RecordTables m_tables;
    Folded m_folded;
    OfficeKeyOf m_officeKeyOf;
    std::unordered_map<std::string, DeviceState> m_devices;
    bool m_anyWaiting = true;
    QByteArray m_office;
    std::optional<ChainRules> m_rules; ///< read when first asked for
    std::optional<bool> m_anyRule;
    std::optional<bool> m_anyErased;
    bool m_unsettled = false; ///< chains must be read anew before the transaction ends
    bool m_erasuresCame = false;
    std::vector<qint64> m_postponed; ///< rows of entries whose state depends on that
    std::vector<std::pair<const RecordKind*, QUuid>> m_changedParts; ///< records to fold again then
};

} // namespace maiam
