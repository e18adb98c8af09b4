// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journal.h"

#include "models/base/raw_bytes.h"
#include "models/journal/entry_maker.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>

namespace maiam {

namespace {
/// Only what this program's declaration knows is folded; the rest waits in the journal for an upgrade.
void keepKnownFields(const RecordKind& kind, Values& values)
{
    std::erase_if(values, [&](const auto& item) { return item.first != DeletedField && !kind.field(item.first); });
}
} // namespace

void Batch::add(const Record& record)
{
    Values changed = record.changes();
    if (!changed.empty())
        changes.push_back({ &record.kind(), record.id(), record.heads(), std::move(changed), false });
}

void Batch::remove(const Record& record)
{
    changes.push_back({ &record.kind(), record.id(), record.heads(), {}, true });
}

QByteArray SigningDevice::idOf(const QByteArray& publicKey)
{
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar*>(hash.data()), 32, raw(publicKey), size_t(publicKey.size()), nullptr, 0);
    return hash.left(16);
}

SigningDevice SigningDevice::generate(const QByteArray& office)
{
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    SecretKey secret = SecretKey::random(crypto_sign_SECRETKEYBYTES);
    crypto_sign_keypair(reinterpret_cast<uchar*>(publicKey.data()), secret.writable());
    return { idOf(publicKey), office, publicKey, std::move(secret), {} };
}

Journal::Journal(Database& database, Folded folded, OfficeKeyOf officeKeyOf)
    : m_database(database)
    , m_tables(database)
    , m_folded(std::move(folded))
    , m_officeKeyOf(std::move(officeKeyOf))
{
}

Result<Values> Journal::valuesOf(const Entry& entry)
{
    Values all = entry.body.open;
    for (const IdentityPart& part : entry.parts) {
        auto values = entryCodec::decodeValues(part.bytes);
        if (!values)
            return fail(values);
        all.merge(*values);
    }
    return all;
}

Result<FoldEntry> Journal::foldEntryOf(const RecordKind& kind, const Entry& entry, Values values, qint64 row)
{
    keepKnownFields(kind, values);
    // What was erased is not expected any more.
    qint64 withheld = qint64(entry.body.commitments.size()) - qint64(entry.parts.size());
    if (withheld > 0) {
        auto erased = erasedClasses(entry);
        if (!erased)
            return fail(erased);
        for (const IdentityPart& part : entry.parts)
            erased->remove(int(part.identity));
        withheld -= std::count_if(erased->begin(), erased->end(),
            [&](int identity) { return entry.body.commitments.contains(IdentityClass(identity)); });
    }
    return FoldEntry { entry.hash, entry.body.after, entry.body.time, entry.body.device, row, std::move(values),
        withheld > 0, entry.body.open.empty() && entry.body.commitments.empty() };
}

void Journal::forget()
{
    m_devices.clear();
    m_anyWaiting = true;
    m_rules.reset();
    m_anyRule.reset();
    m_anyErased.reset();
    m_unsettled = false;
    m_erasuresCame = false;
    m_postponed.clear();
    m_changedParts.clear();
}

Result<Journal::DeviceState*> Journal::device(const QByteArray& id)
{
    const auto known = m_devices.find(id.toStdString());
    if (known != m_devices.end())
        return &known->second;
    auto found = m_database.query(
        QStringLiteral(
            "SELECT id, office, key, folded_seq, folded_hash, forked_seq, "
            "(SELECT max(seq) FROM journal_entry WHERE device = d.id) FROM journal_device d WHERE device = ?"),
        { id });
    if (!found)
        return fail(found);
    DeviceState state;
    if (found->next()) {
        state = { found->integer(0), found->blob(1), found->blob(2), found->integer(3), found->blob(4),
            found->integer(6), {}, false };
        if (!found->isNull(5))
            state.forkedSeq = found->integer(5);
    } else {
        if (auto made = m_database.run(QStringLiteral("INSERT INTO journal_device(device) VALUES (?)"), { id }); !made)
            return fail(made);
        state.row = m_database.lastInsertId();
    }
    return &m_devices.emplace(id.toStdString(), std::move(state)).first->second;
}

Result<void> Journal::flush()
{
    if (auto settled = settle(); !settled)
        return fail(settled);
    return flushDevices();
}

Result<void> Journal::flushDevices()
{
    for (auto& [id, state] : m_devices) {
        if (!state.dirty)
            continue;
        auto done = m_database.run(QStringLiteral("UPDATE journal_device SET office = ?, key = ?, folded_seq = ?, "
                                                  "folded_hash = ?, forked_seq = ? WHERE id = ?"),
            { state.office, state.key, state.foldedSeq, state.foldedHash,
                state.forkedSeq ? QVariant(*state.forkedSeq) : QVariant(), state.row });
        if (!done)
            return done;
        state.dirty = false;
    }
    return {};
}

Result<std::pair<qint64, EntryHash>> Journal::reached(const QByteArray& deviceId)
{
    auto found = m_database.query(
        QStringLiteral("SELECT folded_seq, folded_hash FROM journal_device WHERE device = ?"), { deviceId });
    if (!found)
        return fail(found);
    if (!found->next())
        return std::pair<qint64, EntryHash>();
    return std::pair(found->integer(0), found->blob(1));
}

Result<qint64> Journal::insert(const DeviceState& device, const Entry& entry, EntryState state)
{
    {
        Statement insert = m_database.prepared(QStringLiteral("INSERT INTO journal_entry(device, seq, record, state, "
                                                              "hash, signature, body) VALUES (?, ?, ?, ?, ?, ?, ?)"));
        insert.bind(0, device.row);
        insert.bind(1, entry.body.seq);
        insert.bind(2, idBytes(entry.body.record));
        insert.bind(3, qint64(state));
        insert.bind(4, entry.hash);
        insert.bind(5, entry.signature);
        insert.bind(6, entry.encoded);
        if (auto done = insert.exec(); !done)
            return fail(done);
    }
    const qint64 row = m_database.lastInsertId();
    for (const IdentityPart& part : entry.parts) {
        Statement statement = m_database.prepared(
            QStringLiteral("INSERT INTO identity_part(entry, identity, salt, bytes) VALUES (?, ?, ?, ?)"));
        statement.bind(0, row);
        statement.bind(1, qint64(part.identity));
        statement.bind(2, part.salt);
        statement.bind(3, part.bytes);
        if (auto done = statement.exec(); !done)
            return fail(done);
    }
    if (ChainRules::isRule(entry.body.kind)) {
        if (auto done = m_database.run(QStringLiteral("INSERT INTO journal_rule(entry) VALUES (?)"), { row }); !done)
            return fail(done);
        m_anyRule = true;
        m_erasuresCame = m_erasuresCame || entry.body.kind == kinds::Erasure.name;
        m_unsettled = m_unsettled || entry.body.kind != kinds::Erasure.name;
    }
    return row;
}

Result<void> Journal::setState(qint64 row, EntryState state)
{
    return m_database.run(QStringLiteral("UPDATE journal_entry SET state = ? WHERE id = ?"), { qint64(state), row });
}

bool Journal::isReasonCode(QStringView reason)
{
    return reason.size() <= 40
        && std::all_of(reason.begin(), reason.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
}

Result<void> Journal::append(const SigningDevice& signer, const Batch& batch, UtcMs now)
{
    if (!isReasonCode(batch.reason))
        return fail(ErrorCode::Internal,
            QCoreApplication::translate(
                "Journal", "A reason in free words may not stand in the open part of an entry. Nothing was changed."));
    auto state = device(signer.id);
    if (!state)
        return fail(state);
    if (auto allowed = mayAppend(**state, signer.id); !allowed)
        return allowed;
    auto resting = restingOnWhatCounts(batch);
    if (!resting)
        return fail(resting);
    EntryMaker maker(signer, *resting ? **resting : batch, now, (*state)->foldedSeq, (*state)->foldedHash);
    for (;;) {
        auto made = maker.next();
        if (!made)
            return fail(made);
        if (made->empty())
            return {};
        for (MadeEntry& one : *made)
            if (auto done = appendOne(**state, one); !done)
                return done;
    }
}

/// A form can rest on an entry that was put aside while it was open. The entry would fold here and wait everywhere
/// else, so it names only what counts. Nothing when the batch is right as it is.
Result<std::optional<Batch>> Journal::restingOnWhatCounts(const Batch& batch)
{
    std::optional<Batch> mended;
    for (size_t i = 0; i < batch.changes.size(); ++i) {
        const Change& change = batch.changes[i];
        if (change.after.isEmpty())
            continue;
        auto stored = m_tables.load(*change.kind, change.record);
        if (!stored)
            return fail(stored);
        const auto isHead = [&](const EntryHash& hash) { return *stored && (*stored)->folded.heads.contains(hash); };
        if (std::all_of(change.after.begin(), change.after.end(), isHead))
            continue;
        QSet<EntryHash> counting;
        auto found = m_database.query(QStringLiteral("SELECT hash FROM journal_entry WHERE record = ? AND state = 0"),
            { idBytes(change.record) });
        if (!found)
            return fail(found);
        while (found->next())
            counting.insert(found->blob(0));
        if (auto done = found->finished(); !done)
            return fail(done);
        for (const Change& earlier : batch.changes) // of this batch: not written yet
            if (&earlier != &change && earlier.record == change.record)
                counting.unite(QSet<EntryHash>(change.after.begin(), change.after.end()));
        const auto counts = [&](const EntryHash& hash) { return counting.contains(hash); };
        if (std::all_of(change.after.begin(), change.after.end(), counts))
            continue;
        if (!mended)
            mended = batch;
        mended->changes[i].after.removeIf([&](const EntryHash& hash) { return !counts(hash); });
    }
    return mended;
}

Result<void> Journal::appendOne(DeviceState& state, MadeEntry& made)
{
    const Entry& entry = made.entry;
    if (admit(state, entry) != EntryState::Folded)
        return fail(ErrorCode::NotAllowed,
            QCoreApplication::translate("Journal",
                "This record belongs to another office, so it cannot be changed here. Ask that office, or wait "
                "until the case is handed over."));
    auto row = insert(state, entry, EntryState::Folded);
    if (!row)
        return fail(row);
    if (auto done = rememberOffice(state, entry); !done)
        return done;
    const RecordKind* kind = kinds::find(entry.body.kind);
    auto stored = m_tables.load(*kind, entry.body.record);
    if (!stored)
        return fail(stored);
    if (auto done = foldIn(state, *kind, entry, std::move(made.values), *row, *stored); !done)
        return done;
    state.foldedSeq = entry.body.seq;
    state.maxSeq = std::max(state.maxSeq, entry.body.seq); // a copied PC's may wait here already
    state.foldedHash = entry.hash;
    state.dirty = true;
    return {};
}

bool Journal::certifies(DeviceState& device, const Entry& entry) const
{
    const auto field = [&](const Field& f) {
        const auto found = entry.body.open.find(f.key());
        const auto* bytes = found == entry.body.open.end() ? nullptr : std::get_if<QByteArray>(&found->second);
        return bytes ? *bytes : QByteArray();
    };
    const QByteArray key = field(DeviceFields::Key);
    const QByteArray office = field(DeviceFields::Office);
    const QByteArray certificate = field(DeviceFields::Certificate);
    const QByteArray officeKey = m_officeKeyOf(office);
    if (entry.body.kind != kinds::Device.name || key.size() != 32 || office.size() != 16 || certificate.size() != 64
        || officeKey.size() != 32)
        return false;
    const QByteArray message = QByteArrayLiteral("maiam/device/1") + key + office;
    if (SigningDevice::idOf(key) != entry.body.device
        || crypto_sign_verify_detached(raw(certificate), raw(message), size_t(message.size()), raw(officeKey)) != 0
        || !isSignedBy(key, entry))
        return false;
    device.key = key;
    device.office = office;
    return true;
}

EntryState Journal::admit(DeviceState& device, const Entry& entry) const
{
    // A device that was certified once stays so, also when its office has a new key since.
    const auto office = entry.body.open.find(DeviceFields::Office.key());
    const bool certified =
        !device.key.isEmpty() && office != entry.body.open.end() && office->second == Value(device.office);
    if (entry.body.seq == 1 && !certified && !certifies(device, entry))
        return EntryState::NotAllowed;
    return allowedTo(device, kinds::find(entry.body.kind), entry.body.record);
}

EntryState Journal::allowedTo(const DeviceState& device, const RecordKind* kind, QUuid record)
{
    if (device.key.isEmpty())
        return EntryState::NotAllowed;
    if (!kind)
        return EntryState::UnknownKind;
    const bool allowed = kind->writer == Writer::OwnerOffice && recordId::ownedBy(record, device.office);
    return allowed ? EntryState::Folded : EntryState::NotAllowed;
}

/// A refold reads the office from the table, so a device's first entry is written through at once.
Result<void> Journal::rememberOffice(DeviceState& device, const Entry& entry)
{
    if (entry.body.seq != 1)
        return {};
    device.dirty = true;
    return flushDevices();
}

Result<bool> Journal::eligible(const DeviceState& device, const Entry& entry, const std::optional<StoredRecord>& stored)
{
    const bool forked = device.forkedSeq && entry.body.seq >= *device.forkedSeq;
    if (forked || entry.body.seq != device.foldedSeq + 1 || entry.body.previous != device.foldedHash)
        return false;
    auto said = rules();
    if (!said)
        return fail(said);
    if ((*said)->excuses(device.office))
        return true;
    const auto isHead = [&](const EntryHash& hash) { return stored && stored->folded.heads.contains(hash); };
    if (std::all_of(entry.body.after.begin(), entry.body.after.end(), isHead))
        return true;
    QSet<EntryHash> held;
    auto found =
        m_database.query(QStringLiteral("SELECT hash FROM journal_entry WHERE record = ? AND state NOT IN (1, 2)"),
            { idBytes(entry.body.record) });
    if (!found)
        return fail(found);
    while (found->next())
        held.insert(found->blob(0));
    return std::all_of(
        entry.body.after.begin(), entry.body.after.end(), [&](const EntryHash& hash) { return held.contains(hash); });
}

Result<Arrival> Journal::receive(const Entry& given)
{
    auto cleaned = withoutErased(given);
    if (!cleaned)
        return fail(cleaned);
    const Entry& entry = *cleaned ? **cleaned : given;
    auto state = device(entry.body.device);
    if (!state)
        return fail(state);
    DeviceState& from = **state;
    if (entry.body.seq <= from.maxSeq) {
        auto held = m_database.query(
            QStringLiteral("SELECT id, hash FROM journal_entry WHERE device = ? AND seq = ? ORDER BY hash = ? DESC"),
            { from.row, entry.body.seq, entry.hash });
        if (!held)
            return fail(held);
        if (held->next()) {
            const qint64 row = held->integer(0);
            const EntryHash hash = held->blob(1);
            return arriveAgain(from, entry, row, hash);
        }
    }
    auto place = placeOf(from, entry);
    if (!place)
        return fail(place);
    from.maxSeq = std::max(from.maxSeq, entry.body.seq);
    if (*place == Place::Unsettled)
        return postpone(from, entry, EntryState::Waiting);
    if (*place == Place::Aside) {
        if (auto row = insert(from, entry, EntryState::Forked); !row)
            return fail(row);
        return Arrival::Forked;
    }
    const RecordKind* kind = kinds::find(entry.body.kind);
    auto stored = kind ? m_tables.load(*kind, entry.body.record) : Result<std::optional<StoredRecord>>(std::nullopt);
    if (!stored)
        return fail(stored);
    auto ready = eligible(from, entry, *stored);
    if (!ready)
        return fail(ready);
    if (!*ready) {
        if (auto row = insert(from, entry, EntryState::Waiting); !row)
            return fail(row);
        m_anyWaiting = true;
        return Arrival::Waiting;
    }
    const EntryState admitted = admit(from, entry);
    auto row = insert(from, entry, admitted);
    if (!row)
        return fail(row);
    if (auto done = rememberOffice(from, entry); !done)
        return fail(done);
    if (admitted == EntryState::Folded) {
        auto values = valuesOf(entry);
        if (!values)
            return fail(values);
        if (auto done = foldIn(from, *kind, entry, std::move(*values), *row, *stored); !done)
            return fail(done);
    }
    from.foldedSeq = entry.body.seq;
    from.foldedHash = entry.hash;
    from.dirty = true;
    if (m_anyWaiting)
        if (auto done = wake(entry.body.device, entry.body.record); !done)
            return fail(done);
    return admitted == EntryState::NotAllowed ? Arrival::NotAllowed : Arrival::New;
}

Result<Arrival> Journal::arriveAgain(DeviceState& from, const Entry& entry, qint64 row, const EntryHash& held)
{
    if (held != entry.hash)
        return postpone(from, entry, EntryState::Forked);
    bool gained = false;
    for (const IdentityPart& part : entry.parts) {
        if (auto done = m_database.run(
                QStringLiteral("INSERT OR IGNORE INTO identity_part(entry, identity, salt, bytes) VALUES (?, ?, ?, ?)"),
                { row, qint64(part.identity), part.salt, part.bytes });
            !done)
            return fail(done);
        gained = gained || m_database.changes() > 0;
    }
    const RecordKind* kind = kinds::find(entry.body.kind);
    if (gained && kind) {
        if (m_unsettled)
            m_changedParts.emplace_back(kind, entry.body.record);
        else if (auto done = refold(*kind, entry.body.record); !done)
            return fail(done);
    }
    return Arrival::Known;
}

Result<void> Journal::foldIn(const DeviceState& from, const RecordKind& kind, const Entry& entry, Values values,
    qint64 row, const std::optional<StoredRecord>& stored)
{
    auto folding = foldEntryOf(kind, entry, std::move(values), row);
    if (!folding)
        return fail(folding);
    FoldedRecord state = stored ? stored->folded : FoldedRecord();
    if (!fold::appliesDirectly(state, *folding))
        return refold(kind, entry.body.record);
    fold::apply(state, *folding);
    return writeFolded(kind, entry.body.record, state, stored, from.office);
}

Result<void> Journal::writeFolded(const RecordKind& kind, QUuid record, const FoldedRecord& now,
    const std::optional<StoredRecord>& before, const QByteArray& owner)
{
    auto row = m_tables.store(kind, record, owner, now, before ? before->row : 0);
    if (!row)
        return fail(row);
    return m_folded(kind, *row, before ? before->folded : FoldedRecord(), now);
}

Result<Entry> Journal::readEntry(Database& database, qint64 row)
{
    Entry entry;
    {
        auto found =
            database.query(QStringLiteral("SELECT body, hash, signature FROM journal_entry WHERE id = ?"), { row });
        if (!found)
            return fail(found);
        if (!found->next())
            return fail(ErrorCode::NotFound,
                QCoreApplication::translate(
                    "Journal", "An entry of the journal is missing. Run the check of the register."));
        entry.encoded = found->blob(0);
        entry.hash = found->blob(1);
        entry.signature = found->blob(2);
    }
    auto body = entryCodec::decodeBody(entry.encoded);
    if (!body)
        return fail(body);
    entry.body = std::move(*body);
    auto parts = database.query(
        QStringLiteral("SELECT identity, salt, bytes FROM identity_part WHERE entry = ? ORDER BY identity"), { row });
    if (!parts)
        return fail(parts);
    while (parts->next())
        entry.parts.push_back({ IdentityClass(parts->integer(0)), parts->blob(1), parts->blob(2) });
    return entry;
}

Result<std::optional<FoldedRecord>> Journal::foldFromEntries(const RecordKind& kind, QUuid record)
{
    QList<qint64> rows;
    {
        auto found = m_database.query(
            QStringLiteral("SELECT id FROM journal_entry WHERE record = ? AND state = 0"), { idBytes(record) });
        if (!found)
            return fail(found);
        while (found->next())
            rows.append(found->integer(0));
    }
    std::vector<FoldEntry> entries;
    for (const qint64 row : rows) {
        auto entry = readEntry(m_database, row);
        if (!entry)
            return fail(entry);
        if (entry->body.kind != kind.name)
            continue;
        auto values = valuesOf(*entry);
        if (!values)
            return fail(values);
        auto folding = foldEntryOf(kind, *entry, std::move(*values), row);
        if (!folding)
            return fail(folding);
        entries.push_back(std::move(*folding));
    }
    if (entries.empty())
        return std::optional<FoldedRecord>();
    return std::optional(fold::record(std::move(entries)));
}

Result<void> Journal::refold(const RecordKind& kind, QUuid record)
{
    auto now = foldFromEntries(kind, record);
    if (!now)
        return fail(now);
    auto before = m_tables.load(kind, record);
    if (!before)
        return fail(before);
    if (*now) {
        auto owner = m_database.query(
            QStringLiteral(
                "SELECT d.office FROM journal_entry e JOIN journal_device d ON d.id = e.device WHERE e.id = ?"),
            { (*now)->lastEntry });
        if (!owner)
            return fail(owner);
        const QByteArray office = owner->next() ? owner->blob(0) : QByteArray();
        return writeFolded(kind, record, **now, *before, office);
    }
    if (!*before)
        return {};
    if (auto done = m_tables.remove(kind, (*before)->row); !done)
        return done;
    return m_folded(kind, (*before)->row, (*before)->folded, FoldedRecord());
}

} // namespace maiam
