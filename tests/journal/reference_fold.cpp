// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_fold.h"

#include "models/records/kinds.h"

#include <algorithm>
#include <limits>

using namespace maiam;

namespace reference {

namespace {
constexpr qsizetype HashSize = 32;
constexpr qsizetype OwnerSize = 6; ///< the first bytes of a record's id are its office's

bool owns(const QByteArray& office, QUuid record)
{
    return !office.isEmpty() && record.toRfc4122().left(OwnerSize) == office.left(OwnerSize);
}

QByteArray openBytes(const Entry& entry, const char* field)
{
    const auto found = entry.body.open.find(QByteArray(field));
    const auto* bytes = found == entry.body.open.end() ? nullptr : std::get_if<QByteArray>(&found->second);
    return bytes ? *bytes : QByteArray();
}

bool holds(const Entry& entry, IdentityClass identity)
{
    return std::any_of(
        entry.parts.begin(), entry.parts.end(), [&](const IdentityPart& part) { return part.identity == identity; });
}

bool deletes(const Entry& entry)
{
    const auto found = entry.body.open.find(QByteArrayLiteral("deleted"));
    return found != entry.body.open.end() && found->second == Value(qint64(1));
}

/// Choosing to keep a record says nothing of any field, not even of one that was erased or has not come.
bool choosesToKeep(const Entry& entry)
{
    return entry.body.open.empty() && entry.body.commitments.empty();
}
} // namespace

QByteArray officeOf(const Entries& held, const QByteArray& device)
{
    for (const Entry& entry : held)
        if (entry.body.device == device && entry.body.seq == 1 && entry.body.kind == "device")
            return openBytes(entry, "office");
    return {};
}

ErasedParts erased(const Entries& held, const QByteArray& office, const std::set<EntryHash>& agreed)
{
    ErasedParts parts;
    for (const Entry& entry : held) {
        if (entry.body.kind != "erase")
            continue;
        const QByteArray by = officeOf(held, entry.body.device);
        if (!owns(by, entry.body.record) || (by != office && !agreed.contains(entry.hash)))
            continue;
        const QByteArray targets = openBytes(entry, "targets");
        for (qsizetype at = 0; at + HashSize < targets.size(); at += HashSize + 1)
            parts.emplace(targets.mid(at + 1, HashSize), IdentityClass(uchar(targets.at(at))), by);
    }
    return parts;
}

bool isErased(const ErasedParts& erased, const Entry& entry, IdentityClass identity)
{
    const RecordKind* kind = kinds::find(entry.body.kind);
    if (!kind || kind->eraser == Eraser::Nobody)
        return false;
    return std::any_of(erased.begin(), erased.end(), [&](const auto& part) {
        const auto& [hash, named, by] = part;
        return hash == entry.hash && named == identity && owns(by, entry.body.record);
    });
}

Entries withoutErased(Entries entries, const ErasedParts& erased)
{
    for (Entry& entry : entries) {
        const Entry whole = entry;
        std::erase_if(entry.parts, [&](const IdentityPart& part) { return isErased(erased, whole, part.identity); });
    }
    return entries;
}

namespace {
/// Chains and what rests on what, by plain recursion.
class Standing
{
public:
    Standing(const Entries& held, const std::optional<Retired>& retired)
        : m_held(held)
        , m_retired(retired)
    {
        for (const Entry& entry : held)
            m_offices.try_emplace(entry.body.device, officeOf(held, entry.body.device));
    }

    EntryState of(const Entry& entry)
    {
        if (isAside(entry))
            return EntryState::Forked;
        if (!isPlaced(entry))
            return EntryState::Waiting;
        return owns(m_offices.at(entry.body.device), entry.body.record) ? EntryState::Folded : EntryState::NotAllowed;
    }

private:
    /// Law 9: the lowest number of the device under which two hashes are seen; an entry also shows its predecessor's.
    qint64 forkOf(const QByteArray& device)
    {
        const auto known = m_forks.find(device);
        if (known != m_forks.end())
            return known->second;
        std::map<qint64, std::set<EntryHash>> seen;
        for (const Entry& entry : m_held) {
            if (entry.body.device != device)
                continue;
            seen[entry.body.seq].insert(entry.hash);
            if (entry.body.seq > 1)
                seen[entry.body.seq - 1].insert(entry.body.previous);
        }
        qint64 fork = std::numeric_limits<qint64>::max();
        for (const auto& [seq, hashes] : seen)
            if (hashes.size() > 1)
                fork = std::min(fork, seq);
        m_forks[device] = fork;
        return fork;
    }
    bool isRetired(const QByteArray& device) const { return m_retired && m_retired->device == device; }
    bool isAside(const Entry& entry)
    {
        const bool beyond = isRetired(entry.body.device) && entry.body.seq > m_retired->last;
        return beyond || entry.body.seq >= forkOf(entry.body.device);
    }
    /// What waited for a device that was given up folds, whatever it rests on.
    bool isExcused(const Entry& entry) const
    {
        return m_retired && !m_offices.at(entry.body.device).isEmpty() && m_offices.contains(m_retired->device)
            && m_offices.at(entry.body.device) == m_offices.at(m_retired->device);
    }
    bool isPlaced(const Entry& entry)
    {
        const auto known = m_placed.find(entry.hash);
        if (known != m_placed.end())
            return known->second;
        const bool placed = !m_offices.at(entry.body.device).isEmpty() && !isAside(entry) && followsOn(entry)
            && (isExcused(entry)
                || std::all_of(entry.body.after.begin(), entry.body.after.end(),
                    [&](const EntryHash& base) { return isPlaced(base, entry.body.record); }));
        return m_placed[entry.hash] = placed;
    }
    bool isPlaced(const EntryHash& base, QUuid record)
    {
        return std::any_of(m_held.begin(), m_held.end(),
            [&](const Entry& entry) { return entry.hash == base && entry.body.record == record && isPlaced(entry); });
    }
    /// Every number before it is here and placed, or was given up.
    bool followsOn(const Entry& entry)
    {
        for (qint64 seq = entry.body.seq - 1; seq >= 1; --seq) {
            const auto before = std::find_if(m_held.begin(), m_held.end(),
                [&](const Entry& one) { return one.body.device == entry.body.device && one.body.seq == seq; });
            if (before != m_held.end())
                return (seq < entry.body.seq - 1 || before->hash == entry.body.previous) && isPlaced(*before);
            if (!isRetired(entry.body.device) || !m_retired->missing.contains(seq))
                return false;
        }
        return true;
    }

    const Entries& m_held;
    const std::optional<Retired>& m_retired;
    std::map<QByteArray, QByteArray> m_offices;
    std::map<QByteArray, qint64> m_forks;
    std::map<EntryHash, bool> m_placed;
};
} // namespace

States states(const Entries& held, const std::optional<Retired>& retired)
{
    Standing standing(held, retired);
    States all;
    for (const Entry& entry : held)
        all[entry.hash] = standing.of(entry);
    return all;
}

std::vector<qint64> missing(const Entries& held, const QByteArray& device, const std::optional<Retired>& retired)
{
    const bool isRetired = retired && retired->device == device;
    std::set<qint64> here;
    for (const Entry& entry : held)
        if (entry.body.device == device)
            here.insert(entry.body.seq);
    std::vector<qint64> numbers;
    const qint64 highest = here.empty() ? 0 : *here.rbegin();
    for (qint64 seq = 1; seq < highest; ++seq) {
        const bool given = isRetired && (retired->missing.contains(seq) || seq > retired->last);
        if (!here.contains(seq) && !given)
            numbers.push_back(seq);
    }
    return numbers;
}

namespace {
/// Who rests on whom through `after`, among the entries that count.
class Descent
{
public:
    explicit Descent(const Entries& entries)
    {
        for (const Entry& entry : entries)
            m_entries.emplace(entry.hash, &entry);
    }
    bool restsOn(const EntryHash& later, const EntryHash& earlier) { return ancestors(later).contains(earlier); }

private:
    const std::set<EntryHash>& ancestors(const EntryHash& hash)
    {
        const auto known = m_ancestors.find(hash);
        if (known != m_ancestors.end())
            return known->second;
        std::set<EntryHash> all;
        for (const EntryHash& base : m_entries.at(hash)->body.after) {
            if (!m_entries.contains(base))
                continue;
            all.insert(base);
            const std::set<EntryHash>& further = ancestors(base);
            all.insert(further.begin(), further.end());
        }
        return m_ancestors.emplace(hash, std::move(all)).first->second;
    }

    std::map<EntryHash, const Entry*> m_entries;
    std::map<EntryHash, std::set<EntryHash>> m_ancestors;
};

using Writes = std::vector<UnbeatenWrite>;

/// "The one with the highest (time, device) shows." Of one device's at one time, which the law leaves open, the hash.
void sortShownFirst(Writes& writes)
{
    std::sort(writes.begin(), writes.end(), [](const UnbeatenWrite& a, const UnbeatenWrite& b) {
        return std::tie(a.time, a.device, a.entry) > std::tie(b.time, b.device, b.entry);
    });
}

/// "Write A of a field beats write B only when B's entry is an ancestor of A's through after."
Writes unbeaten(const Writes& writes, Descent& descent)
{
    Writes left;
    for (const UnbeatenWrite& write : writes) {
        const auto beats = [&](const UnbeatenWrite& other) { return descent.restsOn(other.entry, write.entry); };
        if (std::none_of(writes.begin(), writes.end(), beats))
            left.push_back(write);
    }
    sortShownFirst(left);
    return left;
}

/// "Several unbeaten writes of one field with different values are a conflict … all of them stand in the list."
void foldOneField(FoldedRecord& now, const QByteArray& name, const Writes& writes, Descent& descent)
{
    Writes left = unbeaten(writes, descent);
    const Value shown = left.front().value;
    if (!isNull(shown))
        now.values[name] = shown;
    if (std::any_of(left.begin(), left.end(), [&](const UnbeatenWrite& write) { return write.value != shown; }))
        now.conflicts[name] = std::move(left);
}

/// "Delete against a concurrent edit is a conflict and the record stays visible", until a person chooses: who deletes
/// or chooses to keep has decided over all that the choice rests on, and nobody else has.
void foldWhetherDeleted(FoldedRecord& now, const Entries& counting, Descent& descent)
{
    now.deleted = std::all_of(counting.begin(), counting.end(),
        [&](const Entry& entry) { return !now.heads.contains(entry.hash) || deletes(entry); });
    if (now.deleted)
        return;
    Writes deletions, others;
    for (const Entry& entry : counting) {
        const bool decided = std::any_of(counting.begin(), counting.end(), [&](const Entry& later) {
            return (deletes(later) || choosesToKeep(later)) && descent.restsOn(later.hash, entry.hash);
        });
        if (decided)
            continue;
        const qint64 says = deletes(entry) ? 1 : 0;
        (says == 1 ? deletions : others).push_back({ entry.hash, entry.body.time, entry.body.device, Value(says) });
    }
    Writes unaware;
    for (const UnbeatenWrite& other : others) {
        const auto isConcurrent = [&](const UnbeatenWrite& deletion) {
            return !descent.restsOn(other.entry, deletion.entry) && !descent.restsOn(deletion.entry, other.entry);
        };
        if (std::any_of(deletions.begin(), deletions.end(), isConcurrent))
            unaware.push_back(other);
    }
    if (unaware.empty())
        return;
    Writes sides = unbeaten(unaware, descent);
    sides.insert(sides.end(), deletions.begin(), deletions.end());
    sortShownFirst(sides);
    now.conflicts[QByteArrayLiteral("deleted")] = std::move(sides);
}

Values saidBy(const RecordKind& kind, const Entry& entry)
{
    Values all = entry.body.open;
    for (const IdentityPart& part : entry.parts)
        for (const auto values = entryCodec::decodeValues(part.bytes); const auto& [name, value] : values.value())
            all[name] = value;
    std::erase_if(all, [&](const auto& item) { return !kind.field(item.first); });
    return all;
}
} // namespace

FoldedRecord record(const RecordKind& kind, const Entries& counting, const ErasedParts& erased)
{
    FoldedRecord now;
    Descent descent(counting);
    std::map<QByteArray, Writes> writes;
    for (const Entry& entry : counting) {
        const bool named = std::any_of(counting.begin(), counting.end(),
            [&](const Entry& other) { return other.body.after.contains(entry.hash); });
        if (!named)
            now.heads.append(entry.hash);
        for (const auto& [name, value] : saidBy(kind, entry))
            writes[name].push_back({ entry.hash, entry.body.time, entry.body.device, value });
        for (const auto& [identity, commitment] : entry.body.commitments)
            if (!holds(entry, identity) && !isErased(erased, entry, identity))
                now.incomplete = true;
    }
    std::sort(now.heads.begin(), now.heads.end());
    for (const auto& [name, list] : writes)
        foldOneField(now, name, list, descent);
    foldWhetherDeleted(now, counting, descent);
    return now;
}

namespace {
QString inWords(const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* text = std::get_if<QString>(&value))
        return u'"' + *text + u'"';
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QString::fromLatin1(bytes->toHex());
    return QStringLiteral("-");
}

QString inWords(const FoldedRecord& record)
{
    QStringList said;
    for (const auto& [name, value] : record.values)
        said.append(QString::fromLatin1(name) + u'=' + inWords(value));
    if (record.deleted)
        said.append(QStringLiteral("deleted"));
    if (record.incomplete)
        said.append(QStringLiteral("incomplete"));
    for (const EntryHash& head : record.heads)
        said.append(QStringLiteral("head ") + QString::fromLatin1(head.toHex().left(8)));
    for (const auto& [name, sides] : record.conflicts) {
        QStringList all;
        for (const UnbeatenWrite& side : sides)
            all.append(QStringLiteral("%1 by %2 at %3 of %4")
                           .arg(inWords(side.value), QString::fromLatin1(side.entry.toHex().left(8)))
                           .arg(side.time)
                           .arg(QString::fromLatin1(side.device.toHex().left(8))));
        said.append(QString::fromLatin1(name) + QStringLiteral(": ") + all.join(QStringLiteral(" / ")));
    }
    return said.join(QStringLiteral(", "));
}
} // namespace

std::string difference(const FoldedRecord& program, const FoldedRecord& law)
{
    const QString is = inWords(program), shouldBe = inWords(law);
    return is == shouldBe ? std::string() : QStringLiteral("shows {%1} and not {%2}").arg(is, shouldBe).toStdString();
}

} // namespace reference
