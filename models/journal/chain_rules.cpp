// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/chain_rules.h"

#include "models/journal/fold.h"
#include "models/journal/journal.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <sodium.h>

#include <algorithm>

namespace maiam {

namespace {
constexpr qsizetype MostRanges = 1000;

QByteArray bytesAt(const Values& values, const Field& field)
{
    const auto found = values.find(field.key());
    const auto* bytes = found == values.end() ? nullptr : std::get_if<QByteArray>(&found->second);
    return bytes ? *bytes : QByteArray();
}

qint64 numberAt(const Values& values, const Field& field)
{
    const auto found = values.find(field.key());
    const auto* number = found == values.end() ? nullptr : std::get_if<qint64>(&found->second);
    return number ? *number : 0;
}

QString textAt(const Values& values, const Field& field)
{
    const auto found = values.find(field.key());
    const auto* text = found == values.end() ? nullptr : std::get_if<QString>(&found->second);
    return text ? *text : QString();
}

struct RuleRecord
{
    QByteArray kind;
    QByteArray office;
    std::vector<std::pair<QByteArray, FoldEntry>> entries; ///< with the device each one is about
};

/// The rule entries that count, by record. Only those that a certified device signed are believed.
Result<QHash<QByteArray, RuleRecord>> ruleRecords(Database& database)
{
    struct Row
    {
        qint64 entry;
        QByteArray office, key;
    };
    std::vector<Row> rows;
    {
        auto found = database.query(QStringLiteral(
            "SELECT r.entry, d.office, d.key FROM journal_rule r JOIN journal_entry e ON e.id = r.entry "
            "JOIN journal_device d ON d.id = e.device WHERE d.key IS NOT NULL AND d.office IS NOT NULL"));
        if (!found)
            return fail(found);
        while (found->next())
            rows.push_back({ found->integer(0), found->blob(1), found->blob(2) });
        if (auto done = found->finished(); !done)
            return fail(done);
    }
    QHash<QByteArray, RuleRecord> records;
    for (const Row& row : rows) {
        auto entry = Journal::readEntry(database, row.entry);
        if (!entry)
            return fail(entry);
        const EntryBody& body = entry->body;
        if (body.kind == kinds::Erasure.name || !recordId::ownedBy(body.record, row.office)
            || !isSignedBy(row.key, *entry))
            continue;
        RuleRecord& record = records[idBytes(body.record)];
        record.kind = body.kind;
        record.office = row.office;
        record.entries.emplace_back(body.device,
            FoldEntry {
                entry->hash, body.after, body.time, body.device, row.entry, body.open, false, body.open.empty() });
    }
    return records;
}

QUuid idOf(const QByteArray& kind, const QByteArray& office, const QByteArray& device)
{
    return kind == kinds::Retirement.name ? ChainRules::retirementOf(office, device)
                                          : ChainRules::branchOf(office, device);
}

/// The device that a record of rules is about; empty when its id does not say so.
QByteArray targetOf(const QByteArray& id, const RuleRecord& record)
{
    for (const auto& [writer, entry] : record.entries) {
        const QByteArray device = bytesAt(entry.values, RetirementFields::Device);
        if (device.size() == 16 && idBytes(idOf(record.kind, record.office, device)) == id)
            return device;
    }
    return {};
}

Result<bool> belongsTo(Database& database, const QByteArray& device, const QByteArray& office)
{
    auto found = database.query(
        QStringLiteral("SELECT 1 FROM journal_device WHERE device = ? AND office = ?"), { device, office });
    if (!found)
        return fail(found);
    return found->next();
}
} // namespace

bool isSignedBy(const QByteArray& key, const Entry& entry)
{
    return key.size() == crypto_sign_PUBLICKEYBYTES && entry.signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(reinterpret_cast<const uchar*>(entry.signature.constData()),
               reinterpret_cast<const uchar*>(entry.hash.constData()), size_t(entry.hash.size()),
               reinterpret_cast<const uchar*>(key.constData()))
        == 0;
}

std::vector<SeqRange> seqRanges::intersection(const std::vector<SeqRange>& a, const std::vector<SeqRange>& b)
{
    std::vector<SeqRange> both;
    for (const SeqRange& one : a)
        for (const SeqRange& other : b) {
            const SeqRange common(std::max(one.first, other.first), std::min(one.second, other.second));
            if (common.first <= common.second)
                both.push_back(common);
        }
    return both;
}

std::vector<SeqRange> seqRanges::difference(const std::vector<SeqRange>& a, const std::vector<SeqRange>& b)
{
    std::vector<SeqRange> left = a;
    for (const SeqRange& out : b) {
        std::vector<SeqRange> next;
        for (const SeqRange& range : left) {
            if (range.first < out.first)
                next.emplace_back(range.first, std::min(range.second, out.first - 1));
            if (range.second > out.second)
                next.emplace_back(std::max(range.first, out.second + 1), range.second);
        }
        left = std::move(next);
    }
    return left;
}

bool DeviceRule::isMissing(qint64 first, qint64 last) const
{
    // Ranges are ascending and do not touch, so one of them must hold the whole stretch.
    return std::any_of(missing.begin(), missing.end(),
        [&](const SeqRange& range) { return range.first <= first && last <= range.second; });
}

bool ChainRules::isRule(const QByteArray& kind)
{
    return kind == kinds::Retirement.name || kind == kinds::Branch.name || kind == kinds::Erasure.name;
}

QUuid ChainRules::retirementOf(const QByteArray& office, const QByteArray& device)
{
    return recordId::named(office, "retire/" + device);
}

QUuid ChainRules::branchOf(const QByteArray& office, const QByteArray& device)
{
    return recordId::named(office, "branch/" + device);
}

std::optional<std::vector<SeqRange>> ChainRules::parseRanges(const QString& text)
{
    std::vector<SeqRange> ranges;
    const QStringList pieces = text.split(u',', Qt::SkipEmptyParts);
    if (pieces.size() > MostRanges)
        return std::nullopt;
    for (const QString& piece : pieces) {
        bool firstOk = false, lastOk = false;
        const qint64 first = piece.section(u'-', 0, 0).toLongLong(&firstOk);
        const qint64 last = piece.contains(u'-') ? piece.section(u'-', 1).toLongLong(&lastOk) : (lastOk = true, first);
        const qint64 before = ranges.empty() ? 0 : ranges.back().second;
        if (!firstOk || !lastOk || first < 1 || last < first || first <= before)
            return std::nullopt;
        if (!ranges.empty() && first == before + 1)
            ranges.back().second = last;
        else
            ranges.emplace_back(first, last);
    }
    return ranges;
}

QString ChainRules::rangesText(const std::vector<SeqRange>& ranges)
{
    QStringList pieces;
    for (const auto& [first, last] : ranges)
        pieces.append(first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last));
    return pieces.join(u',');
}

const DeviceRule* ChainRules::of(const QByteArray& device) const
{
    const auto found = m_rules.constFind(device);
    return found == m_rules.cend() ? nullptr : &*found;
}

Result<ChainRules> ChainRules::read(Database& database)
{
    ChainRules rules;
    auto records = ruleRecords(database);
    if (!records)
        return fail(records);
    for (auto it = records->begin(); it != records->end(); ++it) {
        const QByteArray device = targetOf(it.key(), *it);
        if (device.isEmpty())
            continue;
        auto own = belongsTo(database, device, it->office);
        if (!own)
            return fail(own);
        if (!*own)
            continue;
        std::vector<FoldEntry> said;
        for (const auto& [writer, entry] : it->entries)
            if (writer != device)
                said.push_back(entry);
        if (said.empty())
            continue;
        const FoldedRecord folded = fold::record(std::move(said));
        if (folded.deleted)
            continue;
        DeviceRule& rule = rules.m_rules[device];
        if (it->kind == kinds::Branch.name) {
            rule.anchors.emplace_back(
                numberAt(folded.values, BranchFields::Seq), bytesAt(folded.values, BranchFields::Hash));
            rules.m_excused.insert(it->office);
            continue;
        }
        rule.lastSeq = numberAt(folded.values, RetirementFields::LastSeq);
        const QByteArray hash = bytesAt(folded.values, RetirementFields::LastHash);
        if (hash.size() == 32)
            rule.anchors.emplace_back(*rule.lastSeq, hash);
        const auto missing = parseRanges(textAt(folded.values, RetirementFields::Missing));
        rule.missing = missing.value_or(std::vector<SeqRange>());
        rules.m_excused.insert(it->office);
    }
    for (DeviceRule& rule : rules.m_rules)
        std::sort(rule.anchors.begin(), rule.anchors.end(), std::greater<>());
    return rules;
}

namespace {
/// The numbers whose entry is settled by an anchor: the anchor and what it rests on, as far as it is held.
QHash<qint64, EntryHash> settled(const std::vector<ChainLink>& links, const DeviceRule& rule)
{
    QHash<EntryHash, const ChainLink*> byHash;
    for (const ChainLink& link : links)
        byHash.insert(link.hash, &link);
    QHash<qint64, EntryHash> at;
    for (const auto& [anchorSeq, anchorHash] : rule.anchors) {
        qint64 seq = anchorSeq;
        EntryHash hash = anchorHash;
        while (seq >= 1 && !at.contains(seq)) {
            at.insert(seq, hash);
            const ChainLink* link = byHash.value(hash);
            if (!link || link->seq != seq)
                break;
            hash = link->previous;
            --seq;
        }
    }
    return at;
}

class Shaper
{
public:
    Shaper(const std::vector<ChainLink>& links, const DeviceRule* rule)
        : m_links(links)
        , m_rule(rule)
    {
        if (rule)
            m_settled = settled(links, *rule);
        for (auto it = m_settled.cbegin(); it != m_settled.cend(); ++it)
            m_lowest = std::min(m_lowest, it.key());
        m_shape.aside.assign(links.size(), false);
    }

    ChainShape shape()
    {
        std::vector<std::size_t> before;
        qint64 seqBefore = 0;
        for (std::size_t at = 0; at < m_links.size();) {
            const qint64 seq = m_links[at].seq;
            if (seqBefore != seq - 1)
                before.clear();
            std::vector<std::size_t> valid;
            for (; at < m_links.size() && m_links[at].seq == seq; ++at) {
                m_shape.aside[at] = isAside(m_links[at], before);
                if (m_shape.aside[at])
                    m_asideHashes.insert(m_links[at].hash);
                else
                    valid.push_back(at);
            }
            lookForFork(seq, before, valid);
            m_valid.insert(m_valid.end(), valid.begin(), valid.end());
            before = std::move(valid);
            seqBefore = seq;
        }
        walk();
        return std::move(m_shape);
    }

private:
    bool follows(const ChainLink& link, const std::vector<std::size_t>& before) const
    {
        return before.empty() || std::any_of(before.begin(), before.end(), [&](std::size_t i) {
            return m_links[i].hash == link.previous;
        });
    }
    bool isAside(const ChainLink& link, const std::vector<std::size_t>& before) const
    {
        if (m_rule && m_rule->lastSeq && link.seq > *m_rule->lastSeq)
            return true;
        const auto said = m_settled.constFind(link.seq);
        if (said != m_settled.cend())
            return *said != link.hash;
        const auto saidBefore = m_settled.constFind(link.seq - 1);
        if ((saidBefore != m_settled.cend() && *saidBefore != link.previous) || m_asideHashes.contains(link.previous))
            return true;
        // Behind the point that was settled, what does not follow on is the other branch's.
        return m_lowest < link.seq && !follows(link, before);
    }
    void lookForFork(qint64 seq, const std::vector<std::size_t>& before, const std::vector<std::size_t>& valid)
    {
        const auto fork = [this](qint64 from) { m_shape.forkedSeq = std::min(m_shape.forkedSeq.value_or(from), from); };
        if (valid.size() > 1)
            fork(seq);
        for (const std::size_t i : valid)
            if (!follows(m_links[i], before))
                fork(seq - 1); // two entries carry the number before: the one that is held and the one it names
    }
    void walk()
    {
        qint64 seq = 0;
        EntryHash hash;
        bool gap = false;
        bool ended = false;
        for (const std::size_t i : m_valid) {
            const ChainLink& link = m_links[i];
            if (m_shape.forkedSeq && link.seq >= *m_shape.forkedSeq) {
                m_shape.aside[i] = true;
                continue;
            }
            const bool next = link.seq == seq + 1 && link.previous == hash;
            const bool jumps = m_rule && link.seq > seq + 1 && m_rule->isMissing(seq + 1, link.seq - 1);
            ended = ended || !(next || jumps);
            if (ended)
                continue;
            if (jumps && !gap) {
                gap = true;
                m_shape.gapAt = m_shape.order.size();
            }
            m_shape.order.push_back(i);
            seq = link.seq;
            hash = link.hash;
        }
        if (!gap)
            m_shape.gapAt = m_shape.order.size();
    }

    const std::vector<ChainLink>& m_links;
    const DeviceRule* m_rule;
    QHash<qint64, EntryHash> m_settled;
    qint64 m_lowest = std::numeric_limits<qint64>::max();
    QSet<EntryHash> m_asideHashes;
    std::vector<std::size_t> m_valid;
    ChainShape m_shape;
};
} // namespace

ChainShape ChainShape::of(const std::vector<ChainLink>& links, const DeviceRule* rule)
{
    return Shaper(links, rule).shape();
}

} // namespace maiam
