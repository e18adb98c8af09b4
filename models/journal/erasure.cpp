// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/erasure.h"

#include "models/base/cbor.h"
#include "models/journal/chain_rules.h"
#include "models/journal/journal.h"
#include "models/journal/kept_places.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <tuple>

namespace maiam {

namespace {
constexpr qsizetype TargetSize = 33;

struct Held
{
    qint64 row = 0;
    QByteArray office;
    QByteArray key;
};

Result<std::vector<Held>> heldErasures(Database& database)
{
    std::vector<Held> held;
    auto found = database.query(
        QStringLiteral("SELECT r.entry, d.office, d.key FROM journal_rule r JOIN journal_entry e ON e.id = r.entry "
                       "JOIN journal_device d ON d.id = e.device WHERE d.key IS NOT NULL AND d.office IS NOT NULL "
                       "ORDER BY r.entry"));
    if (!found)
        return fail(found);
    while (found->next())
        held.push_back({ found->integer(0), found->blob(1), found->blob(2) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return held;
}

Result<QSet<QByteArray>> confirmed(Database& database)
{
    QSet<QByteArray> hashes;
    auto found = database.query(QStringLiteral("SELECT hash FROM erasure_in_force"));
    if (!found)
        return fail(found);
    while (found->next())
        hashes.insert(found->blob(0));
    return hashes;
}

template <typename T> T valueOf(const Values& values, const Field& field)
{
    const auto found = values.find(field.key());
    const auto* value = found == values.end() ? nullptr : std::get_if<T>(&found->second);
    return value ? *value : T();
}

using Targets = QHash<QByteArray, std::vector<std::pair<IdentityClass, QByteArray>>>; ///< entry → class, office

/// Targets that are named for the first time.
Result<Targets> remember(Database& database, const std::vector<Erasure>& erasures)
{
    Targets fresh;
    for (const Erasure& one : erasures) {
        if (!one.inForce)
            continue;
        for (const ErasureTarget& target : one.targets) {
            if (auto done = database.run(
                    QStringLiteral("INSERT OR IGNORE INTO erased_part(hash, identity, office) VALUES (?, ?, ?)"),
                    { target.entry, qint64(target.identity), one.office });
                !done)
                return fail(done);
            if (database.changes() > 0)
                fresh[target.entry].emplace_back(target.identity, one.office);
        }
    }
    return fresh;
}

struct Match
{
    qint64 row = 0;
    EntryBody body;
    EntryHash hash;
};

/// The held ones among the named entries. Hashes have no index, since nothing else looks for them: one pass.
Result<std::vector<Match>> matches(Database& database, const Targets& targets)
{
    std::vector<Match> found;
    auto rows = database.query(QStringLiteral("SELECT id, hash, body FROM journal_entry"));
    if (!rows)
        return fail(rows);
    while (rows->next()) {
        if (!targets.contains(rows->blob(1)))
            continue;
        auto body = entryCodec::decodeBody(rows->blob(2));
        if (!body)
            return fail(body);
        found.push_back({ rows->integer(0), std::move(*body), rows->blob(1) });
    }
    if (auto done = rows->finished(); !done)
        return fail(done);
    return found;
}
} // namespace

QByteArray erasure::encode(std::vector<ErasureTarget> targets)
{
    const auto order = [](const ErasureTarget& t) { return std::tie(t.entry, t.identity); };
    std::sort(targets.begin(), targets.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    QByteArray bytes;
    for (const ErasureTarget& target : targets) {
        bytes.append(char(target.identity));
        bytes.append(target.entry);
    }
    return bytes;
}

Result<std::vector<ErasureTarget>> erasure::decode(const QByteArray& bytes)
{
    std::vector<ErasureTarget> targets;
    if (bytes.size() % TargetSize != 0)
        return fail(ErrorCode::Damaged,
            QCoreApplication::translate("Journal", "An erasure cannot be read. Run the check of the register."));
    for (qsizetype at = 0; at < bytes.size(); at += TargetSize) {
        const int identity = uchar(bytes.at(at));
        if (identity < 1 || identity > IdentityClassCount)
            return fail(ErrorCode::Damaged,
                QCoreApplication::translate("Journal", "An erasure cannot be read. Run the check of the register."));
        targets.push_back({ IdentityClass(identity), bytes.mid(at + 1, TargetSize - 1) });
    }
    return targets;
}

bool erasure::mayErase(const QByteArray& office, const EntryBody& body)
{
    const RecordKind* kind = kinds::find(body.kind);
    return kind && kind->eraser == Eraser::OwnerLeaderAndAdministrator && recordId::ownedBy(body.record, office);
}

Result<void> erasure::dropDrafts(Database& database, QUuid record)
{
    return database.run(QStringLiteral("DELETE FROM draft WHERE record = ? OR instr(content, ?) > 0"),
        { idBytes(record), record.toString(QUuid::WithoutBraces).toUtf8() });
}

Result<std::vector<Erasure>> erasure::all(Database& database, const QByteArray& ownOffice)
{
    auto held = heldErasures(database);
    if (!held)
        return fail(held);
    auto said = confirmed(database);
    if (!said)
        return fail(said);
    std::vector<Erasure> erasures;
    for (const Held& row : *held) {
        auto entry = Journal::readEntry(database, row.row);
        if (!entry)
            return fail(entry);
        const EntryBody& body = entry->body;
        if (body.kind != kinds::Erasure.name || !recordId::ownedBy(body.record, row.office)
            || !isSignedBy(row.key, *entry))
            continue;
        auto targets = decode(valueOf<QByteArray>(body.open, ErasureFields::Targets));
        if (!targets)
            continue; // signed nonsense erases nothing
        Erasure one;
        one.hash = entry->hash;
        one.record = body.record;
        one.office = row.office;
        one.at = body.time;
        one.decision = valueOf<QString>(body.open, ErasureFields::Decision);
        one.decided = valueOf<QString>(body.open, ErasureFields::Decided);
        one.ground = valueOf<QString>(body.open, ErasureFields::Ground);
        one.leader = QUuid::fromRfc4122(valueOf<QByteArray>(body.open, ErasureFields::Leader));
        one.administrator = QUuid::fromRfc4122(valueOf<QByteArray>(body.open, ErasureFields::Administrator));
        one.targets = std::move(*targets);
        one.inForce = row.office == ownOffice || said->contains(entry->hash);
        erasures.push_back(std::move(one));
    }
    return erasures;
}

namespace {
/// Deletes what is held of the targets, and drafts that lean on it.
Result<std::vector<std::pair<const RecordKind*, QUuid>>> eraseHeld(Database& database, const Targets& targets)
{
    std::vector<std::pair<const RecordKind*, QUuid>> changed;
    if (targets.isEmpty())
        return changed;
    auto found = matches(database, targets);
    if (!found)
        return fail(found);
    for (const Match& match : *found) {
        bool any = false;
        for (const auto& [identity, office] : targets.value(match.hash)) {
            if (!erasure::mayErase(office, match.body))
                continue;
            any = true;
            if (auto done = database.run(QStringLiteral("DELETE FROM identity_part WHERE entry = ? AND identity = ?"),
                    { match.row, qint64(identity) });
                !done)
                return fail(done);
        }
        if (!any)
            continue;
        if (auto done = erasure::dropDrafts(database, match.body.record); !done)
            return fail(done);
        const std::pair<const RecordKind*, QUuid> record(kinds::find(match.body.kind), match.body.record);
        if (std::find(changed.begin(), changed.end(), record) == changed.end())
            changed.push_back(record);
    }
    // Where people were when they locked may hold a name that was searched for.
    if (!changed.empty())
        if (auto done = keptPlaces::forgetAll(database); !done)
            return fail(done);
    return changed;
}

} // namespace

Result<std::vector<std::pair<const RecordKind*, QUuid>>> erasure::apply(Database& database, const QByteArray& ownOffice)
{
    auto erasures = all(database, ownOffice);
    if (!erasures)
        return fail(erasures);
    auto fresh = remember(database, *erasures);
    if (!fresh)
        return fail(fresh);
    return eraseHeld(database, *fresh);
}

namespace {
/// Hash, class and office of one erased part, in the order in which a list has them.
using ListedPart = std::tuple<QByteArray, qint64, QByteArray>;

QByteArray encodeList(const std::set<ListedPart>& parts)
{
    if (parts.empty())
        return {};
    CborWriter out;
    out.array(2).text(u"maiam/erasures/1").array(parts.size());
    for (const auto& [hash, identity, office] : parts)
        out.array(3).bytes(hash).unsignedInt(quint64(identity)).bytes(office);
    return out.take();
}
} // namespace

Result<QByteArray> erasure::list(Database& database)
{
    std::set<ListedPart> parts;
    auto found = database.query(QStringLiteral("SELECT hash, identity, office FROM erased_part"));
    if (!found)
        return fail(found);
    while (found->next())
        parts.emplace(found->blob(0), found->integer(1), found->blob(2));
    if (auto done = found->finished(); !done)
        return fail(done);
    return encodeList(parts);
}

namespace {
Result<Targets> decodeList(const QByteArray& list)
{
    const auto damaged = [] {
        return fail(ErrorCode::Damaged,
            QCoreApplication::translate("Journal",
                "The list of erasures that belongs to this backup cannot be read. Take another copy of the backup."));
    };
    CborReader in(list);
    QByteArrayView format;
    quint64 count = 0;
    if (!in.arrayOf(2) || !in.text(format) || format != "maiam/erasures/1" || !in.array(count))
        return damaged();
    Targets targets;
    for (quint64 i = 0; i < count; ++i) {
        QByteArrayView hash, office;
        quint64 identity = 0;
        if (!in.arrayOf(3) || !in.bytes(hash) || hash.size() != 32 || !in.unsignedInt(identity) || identity < 1
            || identity > IdentityClassCount || !in.bytes(office) || office.size() != 16)
            return damaged();
        targets[hash.toByteArray()].emplace_back(IdentityClass(identity), office.toByteArray());
    }
    if (!in.atEnd())
        return damaged();
    return targets;
}
} // namespace

Result<QByteArray> erasure::united(const QByteArray& one, const QByteArray& other)
{
    std::set<ListedPart> parts;
    for (const QByteArray& list : { one, other }) {
        auto targets = decodeList(list);
        if (!targets)
            return fail(targets);
        for (auto it = targets->cbegin(); it != targets->cend(); ++it)
            for (const auto& [identity, office] : *it)
                parts.emplace(it.key(), qint64(identity), office);
    }
    return encodeList(parts);
}

Result<void> erasure::check(const QByteArray& list)
{
    auto targets = decodeList(list);
    return targets ? Result<void>() : Result<void>(fail(targets));
}

Result<std::vector<std::pair<const RecordKind*, QUuid>>> erasure::adopt(Database& database, const QByteArray& list)
{
    auto targets = decodeList(list);
    if (!targets)
        return fail(targets);
    for (auto it = targets->cbegin(); it != targets->cend(); ++it)
        for (const auto& [identity, office] : *it)
            if (auto done = database.run(
                    QStringLiteral("INSERT OR IGNORE INTO erased_part(hash, identity, office) VALUES (?, ?, ?)"),
                    { it.key(), qint64(identity), office });
                !done)
                return fail(done);
    return eraseHeld(database, *targets);
}

Result<qint64> erasure::left(Database& database)
{
    qint64 count = 0;
    auto found = database.query(
        QStringLiteral("SELECT g.office, e.body FROM identity_part p JOIN journal_entry e ON e.id = p.entry JOIN "
                       "erased_part g ON g.hash = e.hash AND g.identity = p.identity"));
    if (!found)
        return fail(found);
    while (found->next()) {
        auto body = entryCodec::decodeBody(found->blob(1));
        if (!body)
            return fail(body);
        count += mayErase(found->blob(0), *body) ? 1 : 0;
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return count;
}

} // namespace maiam
