// SPDX-License-Identifier: GPL-3.0-or-later
// How chains with two branches, retired devices and erased parts are read (laws 5, 9 and 10). What these rules decide
// is computed from the set of held entries alone, so that the order of arrival does not matter.
#include "models/journal/erasure.h"
#include "models/journal/journal.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QCoreApplication>

#include <algorithm>

namespace maiam {

struct Journal::ChainedEntry
{
    qint64 row = 0;
    EntryState before = EntryState::Waiting;
    EntryState now = EntryState::Waiting;
    QList<EntryHash> after;
    const RecordKind* kind = nullptr;
    QUuid record;
};

struct Journal::ChainedDevice
{
    QByteArray id;
    DeviceState state;
    std::vector<ChainLink> links;
    std::vector<ChainedEntry> entries; ///< one for each link
    ChainShape shape;
    std::size_t folded = 0; ///< how many of shape.order fold
};

Result<const ChainRules*> Journal::rules()
{
    if (!m_rules) {
        auto any = anyRule();
        if (!any)
            return fail(any);
        auto read = *any ? ChainRules::read(m_database) : Result<ChainRules>(ChainRules());
        if (!read)
            return fail(read);
        m_rules = std::move(*read);
    }
    return &*m_rules;
}

Result<bool> Journal::anyRule()
{
    if (!m_anyRule) {
        auto found = m_database.query(QStringLiteral("SELECT 1 FROM journal_rule LIMIT 1"));
        if (!found)
            return fail(found);
        m_anyRule = found->next();
    }
    return *m_anyRule;
}

Result<void> Journal::mayAppend(const DeviceState& device, const QByteArray& id)
{
    auto said = rules();
    if (!said)
        return fail(said);
    const DeviceRule* rule = (*said)->of(id);
    // An own entry waits, or a twin's does: a number that follows what folds here would be given twice.
    if (!device.forkedSeq && !(rule && rule->lastSeq) && device.maxSeq > device.foldedSeq)
        return fail(ErrorCode::Conflict,
            QCoreApplication::translate("Journal",
                "Entries of this PC wait for others that have not come or do not count. Nothing was saved. Lock the "
                "register and open it again; it then goes on under a new number, and nothing is mixed up."));
    if (!device.forkedSeq && !(rule && rule->lastSeq))
        return {};
    return fail(ErrorCode::NotAllowed,
        QCoreApplication::translate("Journal",
            "This copy of the register may not write any more: its device has two histories, or was reported as lost. "
            "Nothing was changed; call the administrator of the register."));
}

Result<Arrival> Journal::postpone(const DeviceState& device, const Entry& entry, EntryState state)
{
    auto row = insert(device, entry, state);
    if (!row)
        return fail(row);
    m_unsettled = true;
    m_postponed.push_back(*row);
    return Arrival::Unsettled;
}

/// Whether an entry may be taken in by itself, or only together with all others of its chain.
Result<Journal::Place> Journal::placeOf(const DeviceState& device, const Entry& entry)
{
    const EntryBody& body = entry.body;
    if (m_unsettled)
        return Place::Unsettled;
    if (body.seq == 1) {
        auto any = anyRule(); // it may be what makes a rule count
        if (!any)
            return fail(any);
        if (*any)
            return Place::Unsettled;
    }
    auto said = rules();
    if (!said)
        return fail(said);
    const bool extends =
        body.seq > device.maxSeq && body.seq == device.foldedSeq + 1 && body.previous == device.foldedHash;
    if (const DeviceRule* rule = (*said)->of(body.device))
        return extends && !device.forkedSeq && !rule->lastSeq ? Place::Chain : Place::Unsettled;
    if (device.forkedSeq && body.seq >= *device.forkedSeq)
        return Place::Aside;
    if (extends)
        return Place::Chain;
    // Two neighbours that do not fit show a second branch.
    auto near = m_database.query(QStringLiteral("SELECT seq, hash, body FROM journal_entry WHERE device = ? AND seq IN "
                                                "(?, ?)"),
        { device.row, body.seq - 1, body.seq + 1 });
    if (!near)
        return fail(near);
    bool anyBefore = false, fitsBefore = false;
    while (near->next()) {
        if (near->integer(0) < body.seq) {
            anyBefore = true;
            fitsBefore = fitsBefore || near->blob(1) == body.previous;
            continue;
        }
        auto next = entryCodec::decodeBody(near->blob(2));
        if (!next)
            return fail(next);
        if (next->previous != entry.hash)
            return Place::Unsettled;
    }
    return anyBefore && !fitsBefore ? Place::Unsettled : Place::Chain;
}

Result<std::vector<EntryState>> Journal::settle()
{
    std::vector<EntryState> became;
    if (!m_unsettled && !m_erasuresCame)
        return became;
    const std::vector<qint64> postponed = std::move(m_postponed);
    const auto changed = std::move(m_changedParts);
    if (m_unsettled)
        if (auto done = recomputeStates(); !done)
            return fail(done);
    if (auto done = applyErasures(); !done)
        return fail(done);
    for (const auto& [kind, record] : changed)
        if (auto done = refold(*kind, record); !done)
            return fail(done);
    for (const qint64 row : postponed) {
        auto found = m_database.query(QStringLiteral("SELECT state FROM journal_entry WHERE id = ?"), { row });
        if (!found)
            return fail(found);
        became.push_back(found->next() ? EntryState(found->integer(0)) : EntryState::Waiting);
    }
    return became;
}

Result<void> Journal::readChain(ChainedDevice& device)
{
    auto found = m_database.query(QStringLiteral("SELECT id, state, hash, body FROM journal_entry WHERE device = ? "
                                                 "ORDER BY seq, hash"),
        { device.state.row });
    if (!found)
        return fail(found);
    QList<qint64> first;
    while (found->next()) {
        auto body = entryCodec::decodeBody(found->blob(3));
        if (!body)
            return fail(body);
        if (body->seq == 1)
            first.append(found->integer(0));
        device.links.push_back({ body->seq, found->blob(2), body->previous });
        device.entries.push_back({ found->integer(0), EntryState(found->integer(1)), EntryState::Waiting, body->after,
            kinds::find(body->kind), body->record });
    }
    if (auto done = found->finished(); !done)
        return done;
    for (const qint64 row : std::as_const(first)) {
        auto entry = readEntry(m_database, row);
        if (!entry)
            return fail(entry);
        if (certifies(device.state, *entry))
            break;
    }
    return {};
}

Result<std::vector<Journal::ChainedDevice>> Journal::chainedDevices(bool writes)
{
    std::vector<ChainedDevice> devices;
    {
        auto found = m_database.query(QStringLiteral("SELECT id, device, office, key FROM journal_device"));
        if (!found)
            return fail(found);
        while (found->next()) {
            ChainedDevice device;
            device.id = found->blob(1);
            device.state.row = found->integer(0);
            device.state.office = found->blob(2);
            device.state.key = found->blob(3);
            devices.push_back(std::move(device));
        }
        if (auto done = found->finished(); !done)
            return fail(done);
    }
    for (ChainedDevice& device : devices) {
        if (auto done = readChain(device); !done)
            return fail(done);
        if (!writes)
            continue;
        // Rules are read by office and key, so these are written first.
        if (auto done = m_database.run(QStringLiteral("UPDATE journal_device SET office = ?, key = ? WHERE id = ?"),
                { device.state.office, device.state.key, device.state.row });
            !done)
            return fail(done);
    }
    return devices;
}

/// Rare and over all devices, since what rests on a withdrawn branch is withdrawn too, on every device.
Result<void> Journal::recomputeStates()
{
    if (auto done = flushDevices(); !done)
        return done;
    auto devices = computedStates(true);
    if (!devices)
        return fail(devices);
    return storeChains(*devices);
}

Result<std::vector<Journal::ChainedDevice>> Journal::computedStates(bool writes)
{
    auto devices = chainedDevices(writes);
    if (!devices)
        return devices;
    m_rules.reset();
    auto said = rules();
    if (!said)
        return fail(said);
    for (ChainedDevice& device : *devices) {
        device.shape = ChainShape::of(device.links, (*said)->of(device.id));
        for (std::size_t i = 0; i < device.links.size(); ++i)
            if (device.shape.aside[i])
                device.entries[i].now = EntryState::Forked;
    }
    if (auto done = foldChains(*devices, **said); !done)
        return fail(done);
    return devices;
}

Result<void> Journal::recompute()
{
    m_unsettled = true;
    return flush();
}

Result<qint64> Journal::wrongStates()
{
    auto devices = computedStates(false);
    if (!devices)
        return fail(devices);
    qint64 wrong = 0;
    for (const ChainedDevice& device : *devices)
        for (const ChainedEntry& entry : device.entries)
            wrong += entry.now != entry.before;
    return wrong;
}

/// Lets every chain go as far as what its entries rest on is there.
Result<void> Journal::foldChains(std::vector<ChainedDevice>& devices, const ChainRules& said)
{
    // By record: what an entry rests on is an entry of its own record, as where entries come one by one.
    QSet<std::pair<QUuid, EntryHash>> there;
    bool progress = true;
    while (progress) {
        progress = false;
        for (ChainedDevice& device : devices) {
            while (device.folded < device.shape.order.size()) {
                const std::size_t at = device.shape.order[device.folded];
                ChainedEntry& entry = device.entries[at];
                const auto isThere = [&](const EntryHash& hash) { return there.contains({ entry.record, hash }); };
                if (!said.excuses(device.state.office) && !std::all_of(entry.after.begin(), entry.after.end(), isThere))
                    break;
                if (auto done = admitChained(device, at); !done)
                    return done;
                there.insert({ entry.record, device.links[at].hash });
                ++device.folded;
                progress = true;
            }
        }
    }
    return {};
}

Result<void> Journal::admitChained(ChainedDevice& device, std::size_t at)
{
    ChainedEntry& entry = device.entries[at];
    // Behind a gap no chain of hashes vouches for an entry, nor for one that never folded: its own signature does.
    const bool behindGap = device.folded >= device.shape.gapAt;
    const bool vouched = !behindGap && entry.before == EntryState::Folded && device.links[at].seq > 1;
    if (vouched) {
        entry.now = allowedTo(device.state, entry.kind, entry.record);
        return {};
    }
    auto whole = readEntry(m_database, entry.row);
    if (!whole)
        return fail(whole);
    entry.now = isSignedBy(device.state.key, *whole) ? admit(device.state, *whole) : EntryState::NotAllowed;
    return {};
}

Result<void> Journal::storeChains(const std::vector<ChainedDevice>& devices)
{
    QHash<QByteArray, const RecordKind*> changed;
    for (const ChainedDevice& device : devices) {
        const bool any = device.folded > 0;
        const ChainLink last = any ? device.links[device.shape.order[device.folded - 1]] : ChainLink();
        if (auto done = m_database.run(QStringLiteral("UPDATE journal_device SET folded_seq = ?, folded_hash = ?, "
                                                      "forked_seq = ? WHERE id = ?"),
                { last.seq, any ? QVariant(last.hash) : QVariant(),
                    device.shape.forkedSeq ? QVariant(*device.shape.forkedSeq) : QVariant(), device.state.row });
            !done)
            return done;
        for (const ChainedEntry& entry : device.entries) {
            if (entry.now == entry.before)
                continue;
            if (auto done = setState(entry.row, entry.now); !done)
                return done;
            if (entry.kind && (entry.now == EntryState::Folded || entry.before == EntryState::Folded))
                changed.insert(QByteArray(entry.kind->name) + '/' + idBytes(entry.record), entry.kind);
        }
    }
    const bool erasures = m_erasuresCame;
    auto said = std::move(m_rules);
    forget();
    m_rules = std::move(said);
    m_erasuresCame = erasures;
    for (auto it = changed.cbegin(); it != changed.cend(); ++it)
        if (auto done = refold(**it, QUuid::fromRfc4122(it.key().right(16))); !done)
            return done;
    return {};
}

/// Entries of kinds that this program has only now learnt may be rules.
Result<void> Journal::learnRules()
{
    QList<qint64> rows;
    {
        auto found = m_database.query(
            QStringLiteral("SELECT id, body FROM journal_entry WHERE state <> 0 AND id NOT IN (SELECT entry FROM "
                           "journal_rule)"));
        if (!found)
            return fail(found);
        while (found->next()) {
            auto body = entryCodec::decodeBody(found->blob(1));
            if (!body)
                return fail(body);
            if (ChainRules::isRule(body->kind))
                rows.append(found->integer(0));
        }
        if (auto done = found->finished(); !done)
            return done;
    }
    for (const qint64 row : std::as_const(rows))
        if (auto done = m_database.run(QStringLiteral("INSERT INTO journal_rule(entry) VALUES (?)"), { row }); !done)
            return done;
    if (rows.isEmpty())
        return {};
    m_anyRule = true;
    m_unsettled = true;
    m_erasuresCame = true;
    if (auto settled = settle(); !settled)
        return fail(settled);
    return {};
}

Result<bool> Journal::anyErased()
{
    if (!m_anyErased) {
        auto found = m_database.query(QStringLiteral("SELECT 1 FROM erased_part LIMIT 1"));
        if (!found)
            return fail(found);
        m_anyErased = found->next();
    }
    return *m_anyErased;
}

/// The classes of an entry that an erasure in force names.
Result<QSet<int>> Journal::erasedClasses(const Entry& entry)
{
    QSet<int> gone;
    auto any = anyErased();
    if (!any)
        return fail(any);
    if (!*any)
        return gone;
    auto found =
        m_database.query(QStringLiteral("SELECT identity, office FROM erased_part WHERE hash = ?"), { entry.hash });
    if (!found)
        return fail(found);
    while (found->next())
        if (erasure::mayErase(found->blob(1), entry.body))
            gone.insert(int(found->integer(0)));
    return gone;
}

/// The entry without the parts that an erasure in force names; nothing when it may come in as it is.
Result<std::optional<Entry>> Journal::withoutErased(const Entry& entry)
{
    if (entry.parts.empty())
        return std::optional<Entry>();
    auto gone = erasedClasses(entry);
    if (!gone)
        return fail(gone);
    if (gone->isEmpty())
        return std::optional<Entry>();
    Entry cleaned = entry;
    std::erase_if(cleaned.parts, [&](const IdentityPart& part) { return gone->contains(int(part.identity)); });
    return std::optional(std::move(cleaned));
}

Result<void> Journal::applyErasures()
{
    m_erasuresCame = false;
    auto changed = erasure::apply(m_database, m_office);
    if (!changed)
        return fail(changed);
    return refoldErased(*changed);
}

Result<void> Journal::adoptErasures(const QByteArray& list)
{
    auto changed = erasure::adopt(m_database, list);
    if (!changed)
        return fail(changed);
    return refoldErased(*changed);
}

Result<void> Journal::refoldErased(const std::vector<std::pair<const RecordKind*, QUuid>>& changed)
{
    m_anyErased.reset();
    for (const auto& [kind, record] : changed)
        if (auto done = refold(*kind, record); !done)
            return done;
    return {};
}

} // namespace maiam
