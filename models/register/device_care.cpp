// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/device_care.h"

#include "models/records/kinds.h"
#include "models/register/elsewhere.h"

#include <algorithm>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class DeviceCareTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeviceCareTexts)
};

struct Link
{
    qint64 row = 0;
    EntryState state = EntryState::Waiting;
    ChainLink chain;
};

Result<std::vector<Link>> linksOf(Database& database, const QByteArray& device)
{
    std::vector<Link> links;
    auto found = database.query(
        QStringLiteral("SELECT e.id, e.state, e.seq, e.hash, e.body FROM journal_entry e JOIN journal_device d ON d.id "
                       "= e.device WHERE d.device = ? ORDER BY e.seq, e.hash"),
        { device });
    if (!found)
        return fail(found);
    while (found->next()) {
        auto body = entryCodec::decodeBody(found->blob(4));
        if (!body)
            return fail(body);
        links.push_back({ found->integer(0), EntryState(found->integer(1)),
            { found->integer(2), found->blob(3), body->previous } });
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return links;
}

std::vector<SeqRange> absent(const std::vector<Link>& links, qint64 last)
{
    std::vector<SeqRange> ranges;
    qint64 expected = 1;
    for (const Link& link : links) {
        if (link.chain.seq > last)
            break;
        if (link.chain.seq > expected)
            ranges.emplace_back(expected, link.chain.seq - 1);
        expected = link.chain.seq + 1;
    }
    if (expected <= last)
        ranges.emplace_back(expected, last);
    return ranges;
}

Result<void> mayDecide(Database& database, const SigningDevice& writer, const QByteArray& device)
{
    auto found = database.query(QStringLiteral("SELECT office FROM journal_device WHERE device = ?"), { device });
    if (!found)
        return fail(found);
    if (!found->next())
        return fail(ErrorCode::NotFound, DeviceCareTexts::tr("No entry of this device is here. Check its name."));
    if (found->blob(0) != writer.office || device == writer.id)
        return fail(ErrorCode::NotAllowed,
            DeviceCareTexts::tr("An office decides about its own other devices only. Call the office whose device it "
                                "is."));
    return {};
}

Result<Batch> stated(Database& database, const RecordKind& kind, QUuid id, const Values& values)
{
    auto stored = RecordTables(database).load(kind, id);
    if (!stored)
        return fail(stored);
    Batch batch;
    batch.changes.push_back({ &kind, id, *stored ? (*stored)->folded.heads : QList<EntryHash>(), values, false });
    return batch;
}

/// What is to be said again of one record.
struct Again
{
    const RecordKind* kind = nullptr;
    Values values;
    bool deletes = false;
    QSet<EntryHash> after;
    QSet<QByteArray> must; ///< of the values: said here, but not where another history counts
    bool mustDelete = false;
};

Result<QSet<EntryHash>> foldedEntries(Database& database, QUuid record)
{
    QSet<EntryHash> hashes;
    auto found = database.query(
        QStringLiteral("SELECT hash FROM journal_entry WHERE record = ? AND state = 0"), { idBytes(record) });
    if (!found)
        return fail(found);
    while (found->next())
        hashes.insert(found->blob(0));
    return hashes;
}

/// Leaves out what the record says already, or what stands among its open sides.
Result<void> dropKnown(Database& database, QUuid record, Again& again)
{
    auto stored = RecordTables(database).load(*again.kind, record);
    if (!stored)
        return fail(stored);
    if (!*stored)
        return {};
    const FoldedRecord& folded = (*stored)->folded;
    std::erase_if(again.values, [&](const auto& item) {
        if (again.must.contains(item.first))
            return false;
        const auto shown = folded.values.find(item.first);
        if (shown == folded.values.end() ? isNull(item.second) : shown->second == item.second)
            return true;
        const auto open = folded.conflicts.find(item.first);
        return open != folded.conflicts.end()
            && std::any_of(open->second.begin(), open->second.end(),
                [&](const UnbeatenWrite& write) { return write.value == item.second; });
    });
    again.deletes = again.mustDelete || (again.deletes && !folded.deleted);
    return {};
}

bool isSaidAgain(const RecordKind* kind)
{
    return kind && kind != &kinds::Device && !ChainRules::isRule(kind->name);
}

/// The entries of a device that fold here and that another office puts aside.
Result<QSet<EntryHash>> putAsideElsewhere(Database& database, const QByteArray& device, const std::vector<Link>& links)
{
    QSet<EntryHash> hashes;
    auto stretches = elsewhere::putAside(database, device);
    if (!stretches)
        return fail(stretches);
    if (stretches->empty())
        return hashes;
    QHash<EntryHash, const Link*> byHash;
    for (const Link& link : links)
        byHash.insert(link.chain.hash, &link);
    for (const elsewhere::PutAside& stretch : *stretches)
        for (const Link* link = byHash.value(stretch.hash); link && link->chain.seq >= stretch.first;
             link = byHash.value(link->chain.previous))
            if (link->state == EntryState::Folded)
                hashes.insert(link->chain.hash);
    return hashes;
}

struct Said
{
    Entry entry;
    Values values;
};

/// Entries of a record that fold, by their hash.
Result<QHash<EntryHash, Said>> saidOf(Database& database, QUuid record)
{
    const auto rows = idsOf(database.query(
        QStringLiteral("SELECT id FROM journal_entry WHERE record = ? AND state = 0"), { idBytes(record) }));
    if (!rows)
        return fail(rows);
    QHash<EntryHash, Said> said;
    for (const qint64 row : *rows) {
        auto entry = Journal::readEntry(database, row);
        if (!entry)
            return fail(entry);
        auto values = Journal::valuesOf(*entry);
        if (!values)
            return fail(values);
        const EntryHash hash = entry->hash;
        said.insert(hash, { std::move(*entry), std::move(*values) });
    }
    return said;
}

/// True when an entry that rests on this one writes the field, too.
bool isBeaten(const QHash<EntryHash, Said>& said, const EntryHash& hash, const QByteArray& field)
{
    QList<EntryHash> work { hash };
    QSet<EntryHash> seen { hash };
    while (!work.isEmpty()) {
        const EntryHash at = work.takeLast();
        for (auto it = said.cbegin(); it != said.cend(); ++it) {
            if (!it->entry.body.after.contains(at) || seen.contains(it.key()))
                continue;
            if (it->values.contains(field))
                return true;
            seen.insert(it.key());
            work.append(it.key());
        }
    }
    return false;
}

/// What those entries say and nothing that rests on them says anew, by record.
Result<std::map<QByteArray, Again>> notCountedElsewhere(
    Database& database, const QByteArray& device, const std::vector<Link>& links)
{
    std::map<QByteArray, Again> records;
    auto aside = putAsideElsewhere(database, device, links);
    if (!aside)
        return fail(aside);
    QSet<QByteArray> done;
    for (const Link& link : links) {
        if (!aside->contains(link.chain.hash))
            continue;
        auto first = Journal::readEntry(database, link.row);
        if (!first)
            return fail(first);
        const RecordKind* kind = kinds::find(first->body.kind);
        const QByteArray id = idBytes(first->body.record);
        if (!isSaidAgain(kind) || done.contains(id))
            continue;
        done.insert(id);
        auto said = saidOf(database, first->body.record);
        if (!said)
            return fail(said);
        Again again;
        again.kind = kind;
        for (const Link& one : links) {
            const auto of = said->constFind(one.chain.hash);
            if (of == said->cend() || !aside->contains(one.chain.hash))
                continue;
            again.after.insert(one.chain.hash);
            for (const EntryHash& hash : of->entry.body.after)
                again.after.insert(hash);
            for (const auto& [name, value] : of->values) {
                if (isBeaten(*said, one.chain.hash, name))
                    continue;
                if (name == DeletedField)
                    again.deletes = again.mustDelete = true;
                else if (kind->field(name)) {
                    again.values[name] = value;
                    again.must.insert(name);
                }
            }
        }
        if (again.mustDelete || !again.values.empty())
            records.emplace(id, std::move(again));
    }
    return records;
}
} // namespace

Result<std::vector<DeviceStanding>> deviceCare::read(Database& database)
{
    std::vector<DeviceStanding> all;
    {
        auto found = database.query(
            // Counted once for all devices, by the index of the few that do not fold.
            QStringLiteral("SELECT d.device, d.office, d.folded_seq, d.forked_seq, coalesce(u.waiting, 0), "
                           "coalesce(u.aside, 0) FROM journal_device d LEFT JOIN (SELECT e.device AS device, "
                           "sum(e.state = 1) AS waiting, sum(e.state = 2) AS aside FROM journal_entry e INDEXED BY "
                           "journal_entry_unfolded WHERE e.state <> 0 AND e.state IN (1, 2) GROUP BY e.device) u "
                           "ON u.device = d.id ORDER BY d.office, d.id"));
        if (!found)
            return fail(found);
        while (found->next()) {
            DeviceStanding one;
            one.device = found->blob(0);
            one.office = found->blob(1);
            one.connected = found->integer(2);
            if (!found->isNull(3))
                one.forkedSeq = found->integer(3);
            one.waiting = found->integer(4);
            one.aside = found->integer(5);
            all.push_back(std::move(one));
        }
        if (auto done = found->finished(); !done)
            return fail(done);
    }
    auto rules = ChainRules::read(database);
    if (!rules)
        return fail(rules);
    auto furthest = elsewhere::furthest(database);
    if (!furthest)
        return fail(furthest);
    for (DeviceStanding& one : all) {
        one.elsewhere = furthest->value(one.device).first;
        auto left = unsaid(database, one.device);
        if (!left)
            return fail(left);
        one.unsaid = *left;
        const DeviceRule* rule = rules->of(one.device);
        if (rule)
            one.retiredAt = rule->lastSeq;
        if (!rule && one.aside == 0)
            continue;
        auto links = linksOf(database, one.device);
        if (!links)
            return fail(links);
        if (rule && rule->lastSeq)
            one.lost = seqRanges::intersection(absent(*links, *rule->lastSeq), rule->missing);
        QSet<EntryHash> continued;
        for (const Link& link : *links)
            continued.insert(link.chain.previous);
        for (const Link& link : *links)
            if (!continued.contains(link.chain.hash))
                one.tips.emplace_back(link.chain.seq, link.chain.hash);
        std::sort(one.tips.begin(), one.tips.end(), std::greater<>());
    }
    return all;
}

QStringList deviceCare::sentences(const DeviceStanding& standing, const QString& name)
{
    QStringList said;
    if (standing.forkedSeq)
        said.append(DeviceCareTexts::tr("Device %1 has two histories from entry %2 on. Neither counts from there until "
                                        "its office says which one does.")
                        .arg(name)
                        .arg(*standing.forkedSeq));
    else if (standing.aside > 0)
        said.append(
            DeviceCareTexts::tr("Device %1: %n entries that do not count are kept aside.", nullptr, int(standing.aside))
                .arg(name));
    if (standing.unsaid > 0)
        said.append(DeviceCareTexts::tr("Device %1: the other office does not count what stands last in %n records. It "
                                        "is to be said again.",
            nullptr, int(standing.unsaid))
                        .arg(name));
    if (standing.retiredAt)
        said.append(
            DeviceCareTexts::tr("Device %1 was reported as lost after entry %2.").arg(name).arg(*standing.retiredAt));
    if (!standing.lost.empty()) {
        QString ranges = ChainRules::rangesText(standing.lost);
        ranges.replace(u'-', u'–');
        ranges.replace(QStringLiteral(","), QStringLiteral(", "));
        said.append(DeviceCareTexts::tr("Device %1: entries %2 are lost for good.").arg(name, ranges));
    }
    return said;
}

Result<Batch> deviceCare::retire(Database& database, const SigningDevice& writer, const QByteArray& device,
    qint64 lastSeq, const EntryHash& lastHash)
{
    if (auto allowed = mayDecide(database, writer, device); !allowed)
        return fail(allowed);
    auto links = linksOf(database, device);
    if (!links)
        return fail(links);
    if (lastSeq == 0) {
        auto furthest = elsewhere::furthest(database);
        if (!furthest)
            return fail(furthest);
        if (const auto held = furthest->constFind(device); held != furthest->cend())
            return retire(database, writer, device, held->first, held->second);
        auto last = std::find_if(
            links->rbegin(), links->rend(), [](const Link& link) { return link.state != EntryState::Forked; });
        if (last == links->rend())
            return fail(ErrorCode::NotFound,
                DeviceCareTexts::tr("No entry of this device counts yet. Choose which of its histories counts first."));
        return retire(database, writer, device, last->chain.seq, last->chain.hash);
    }
    if (lastHash.size() != 32 || lastSeq < 1)
        return fail(ErrorCode::InvalidInput,
            DeviceCareTexts::tr(
                "The last entry must be named by its number and its hash, as the other side holds it."));
    std::vector<SeqRange> missing = absent(*links, lastSeq);
    const bool isHere =
        std::any_of(links->begin(), links->end(), [&](const Link& link) { return link.chain.hash == lastHash; });
    if (!isHere) {
        // Where the histories part, what stands here under these numbers is not what is named.
        auto stretches = elsewhere::putAside(database, device);
        if (!stretches)
            return fail(stretches);
        qint64 from = lastSeq + 1;
        for (const elsewhere::PutAside& stretch : *stretches)
            from = std::min(from, stretch.first);
        if (from <= lastSeq) {
            missing = seqRanges::difference(missing, { SeqRange(from, lastSeq) });
            missing.emplace_back(from, lastSeq);
        }
    }
    return stated(database, kinds::Retirement, ChainRules::retirementOf(writer.office, device),
        { { RetirementFields::Device.key(), device }, { RetirementFields::LastSeq.key(), lastSeq },
            { RetirementFields::LastHash.key(), lastHash },
            { RetirementFields::Missing.key(), ChainRules::rangesText(missing) } });
}

Result<Batch> deviceCare::chooseBranch(
    Database& database, const SigningDevice& writer, const QByteArray& device, const EntryHash& entry)
{
    if (auto allowed = mayDecide(database, writer, device); !allowed)
        return fail(allowed);
    auto links = linksOf(database, device);
    if (!links)
        return fail(links);
    const auto named =
        std::find_if(links->begin(), links->end(), [&](const Link& link) { return link.chain.hash == entry; });
    if (named == links->end())
        return fail(ErrorCode::NotFound, DeviceCareTexts::tr("This entry is not here, so it cannot be chosen."));
    return stated(database, kinds::Branch, ChainRules::branchOf(writer.office, device),
        { { BranchFields::Device.key(), device }, { BranchFields::Seq.key(), named->chain.seq },
            { BranchFields::Hash.key(), entry } });
}

Result<qint64> deviceCare::unsaid(Database& database, const QByteArray& device)
{
    auto stretches = elsewhere::putAside(database, device);
    if (!stretches)
        return fail(stretches);
    if (stretches->empty())
        return 0;
    auto links = linksOf(database, device);
    if (!links)
        return fail(links);
    auto records = notCountedElsewhere(database, device, *links);
    if (!records)
        return fail(records);
    return qint64(records->size());
}

Result<Batch> deviceCare::issueAgain(Database& database, const SigningDevice& writer, const QByteArray& device)
{
    if (auto allowed = mayDecide(database, writer, device); !allowed)
        return fail(allowed);
    auto forked = database.query(QStringLiteral("SELECT forked_seq FROM journal_device WHERE device = ?"), { device });
    if (!forked)
        return fail(forked);
    if (forked->next() && !forked->isNull(0))
        return fail(ErrorCode::NotAllowed,
            DeviceCareTexts::tr("First choose which of the two histories counts; then the other one's content can be "
                                "taken over."));
    auto links = linksOf(database, device);
    if (!links)
        return fail(links);
    auto elsewhereAside = notCountedElsewhere(database, device, *links);
    if (!elsewhereAside)
        return fail(elsewhereAside);
    std::map<QByteArray, Again> records = std::move(*elsewhereAside);
    for (const Link& link : *links) {
        if (link.state != EntryState::Forked)
            continue;
        auto entry = Journal::readEntry(database, link.row);
        if (!entry)
            return fail(entry);
        const RecordKind* kind = kinds::find(entry->body.kind);
        if (!isSaidAgain(kind))
            continue;
        auto values = Journal::valuesOf(*entry);
        if (!values)
            return fail(values);
        Again& again = records[idBytes(entry->body.record)];
        again.kind = kind;
        again.deletes = values->erase(QByteArrayLiteral("deleted")) > 0;
        for (auto& [name, value] : *values)
            if (kind->field(name))
                again.values[name] = std::move(value);
        for (const EntryHash& hash : std::as_const(entry->body.after))
            again.after.insert(hash);
    }
    Batch batch;
    batch.reason = IssuedAgain;
    for (auto& [id, again] : records) {
        const QUuid record = QUuid::fromRfc4122(id);
        auto there = foldedEntries(database, record);
        if (!there)
            return fail(there);
        if (auto done = dropKnown(database, record, again); !done)
            return fail(done);
        if (again.values.empty() && !again.deletes)
            continue;
        again.after.intersect(*there); // what they rested on and what counts here
        batch.changes.push_back({ again.kind, record, QList<EntryHash>(again.after.begin(), again.after.end()),
            again.deletes ? Values() : again.values, again.deletes });
    }
    return batch;
}

} // namespace maiam
