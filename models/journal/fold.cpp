// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/fold.h"

#include <algorithm>

namespace maiam {

namespace {
using Bits = std::vector<bool>;

bool writesDelete(const Values& values)
{
    const auto found = values.find(QByteArrayLiteral("deleted"));
    return found != values.end() && found->second == Value(qint64(1));
}

/// Says whether the record is deleted: a deletion, or the choice to keep it, which writes nothing (conflicts::choose).
/// An entry of which nothing is left, or of which this program knows no field, has written something all the same.
bool saysOfDeletion(const FoldEntry& entry)
{
    return entry.values.contains(QByteArrayLiteral("deleted")) || entry.blank;
}

/// (time, device) decides what is shown; the hash only makes the order total.
bool showsBefore(const UnbeatenWrite& a, const UnbeatenWrite& b)
{
    return std::tie(a.time, a.device, a.entry) > std::tie(b.time, b.device, b.entry);
}

/// Entries in an order in which each stands behind all that it rests on; those on a missing base keep what is here.
std::vector<size_t> topological(const std::vector<FoldEntry>& entries, const QHash<EntryHash, size_t>& index)
{
    std::vector<size_t> order;
    std::vector<char> mark(entries.size(), 0);
    for (size_t start = 0; start < entries.size(); ++start) {
        std::vector<std::pair<size_t, qsizetype>> stack { { start, 0 } };
        if (mark[start])
            continue;
        mark[start] = 1;
        while (!stack.empty()) {
            auto& [at, next] = stack.back();
            if (next == entries[at].after.size()) {
                order.push_back(at);
                stack.pop_back();
                continue;
            }
            const auto base = index.constFind(entries[at].after[next++]);
            if (base != index.cend() && !mark[*base]) {
                mark[*base] = 1;
                stack.emplace_back(*base, 0);
            }
        }
    }
    return order;
}

std::vector<Bits> ancestorsOf(const std::vector<FoldEntry>& entries, const QHash<EntryHash, size_t>& index)
{
    std::vector<Bits> ancestors(entries.size(), Bits(entries.size(), false));
    for (const size_t at : topological(entries, index)) {
        for (const EntryHash& hash : entries[at].after) {
            const auto base = index.constFind(hash);
            if (base == index.cend())
                continue;
            ancestors[at][*base] = true;
            for (size_t i = 0; i < entries.size(); ++i)
                if (ancestors[*base][i])
                    ancestors[at][i] = true;
        }
    }
    return ancestors;
}

void foldField(FoldedRecord& folded, const QByteArray& name, const std::vector<size_t>& writers,
    const std::vector<FoldEntry>& entries, const std::vector<Bits>& ancestors)
{
    std::vector<UnbeatenWrite> unbeaten;
    for (const size_t writer : writers) {
        const bool beaten =
            std::any_of(writers.begin(), writers.end(), [&](size_t other) { return ancestors[other][writer]; });
        if (!beaten)
            unbeaten.push_back({ entries[writer].hash, entries[writer].time, entries[writer].device,
                entries[writer].values.at(name) });
    }
    std::sort(unbeaten.begin(), unbeaten.end(), showsBefore);
    folded.values[name] = unbeaten.front().value;
    const bool differs = std::any_of(
        unbeaten.begin(), unbeaten.end(), [&](const UnbeatenWrite& w) { return w.value != unbeaten.front().value; });
    if (differs)
        folded.conflicts[name] = std::move(unbeaten);
}

/// Of these entries those that no other of them was based on.
std::vector<size_t> latest(std::vector<size_t> among, const std::vector<Bits>& ancestors)
{
    const std::vector<size_t> all = among;
    std::erase_if(among, [&](size_t one) {
        return std::any_of(all.begin(), all.end(), [&](size_t other) { return ancestors[other][one]; });
    });
    return among;
}

/// A deletion against an edit that did not know of it: both stand in the list and the record stays visible until a
/// person chooses; who edits it meanwhile has not chosen (law 4).
void foldDeletion(FoldedRecord& folded, const std::vector<size_t>& heads, const std::vector<FoldEntry>& entries,
    const std::vector<Bits>& ancestors)
{
    const QByteArray name = QByteArrayLiteral("deleted");
    folded.values.erase(name);
    folded.conflicts.erase(name);
    folded.deleted =
        std::all_of(heads.begin(), heads.end(), [&](size_t head) { return writesDelete(entries[head].values); });
    if (folded.deleted)
        return;
    std::vector<size_t> said;
    for (size_t i = 0; i < entries.size(); ++i)
        if (saysOfDeletion(entries[i]))
            said.push_back(i);
    said = latest(std::move(said), ancestors);
    std::vector<size_t> deletions = said;
    std::erase_if(deletions, [&](size_t one) { return !writesDelete(entries[one].values); });
    std::vector<size_t> beside;
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto unaware = [&](size_t d) { return i != d && !ancestors[i][d] && !ancestors[d][i]; };
        // What somebody decided over since, by deleting or keeping, stands against nothing any more.
        const bool decided = std::any_of(said.begin(), said.end(), [&](size_t later) { return ancestors[later][i]; });
        if (!decided && !writesDelete(entries[i].values) && std::any_of(deletions.begin(), deletions.end(), unaware))
            beside.push_back(i);
    }
    if (beside.empty())
        return;
    std::vector<UnbeatenWrite> sides;
    for (const size_t one : deletions)
        sides.push_back({ entries[one].hash, entries[one].time, entries[one].device, Value(qint64(1)) });
    for (const size_t one : latest(std::move(beside), ancestors))
        sides.push_back({ entries[one].hash, entries[one].time, entries[one].device, Value(qint64(0)) });
    std::sort(sides.begin(), sides.end(), showsBefore);
    folded.conflicts[name] = std::move(sides);
}
} // namespace

FoldedRecord fold::record(std::vector<FoldEntry> entries)
{
    std::sort(entries.begin(), entries.end(), [](const FoldEntry& a, const FoldEntry& b) { return a.hash < b.hash; });
    entries.erase(std::unique(entries.begin(), entries.end(),
                      [](const FoldEntry& a, const FoldEntry& b) { return a.hash == b.hash; }),
        entries.end());
    FoldedRecord folded;
    if (entries.empty())
        return folded;

    QHash<EntryHash, size_t> index;
    for (size_t i = 0; i < entries.size(); ++i)
        index.insert(entries[i].hash, i);
    const std::vector<Bits> ancestors = ancestorsOf(entries, index);

    std::vector<size_t> heads;
    std::map<QByteArray, std::vector<size_t>, CanonicalOrder> writers;
    for (size_t i = 0; i < entries.size(); ++i) {
        const bool head = std::none_of(ancestors.begin(), ancestors.end(), [&](const Bits& bits) { return bits[i]; });
        if (head)
            heads.push_back(i);
        folded.incomplete = folded.incomplete || entries[i].incomplete;
        for (const auto& [name, value] : entries[i].values)
            writers[name].push_back(i);
    }
    for (const auto& [name, list] : writers)
        foldField(folded, name, list, entries, ancestors);
    foldDeletion(folded, heads, entries, ancestors);

    for (const size_t h : heads)
        folded.heads.append(entries[h].hash);
    const size_t last = *std::max_element(heads.begin(), heads.end(), [&](size_t a, size_t b) {
        return std::tie(entries[a].time, entries[a].device, entries[a].hash)
            < std::tie(entries[b].time, entries[b].device, entries[b].hash);
    });
    folded.lastEntry = entries[last].row;
    return folded;
}

bool fold::appliesDirectly(const FoldedRecord& state, const FoldEntry& entry)
{
    if (state.heads.size() != entry.after.size())
        return false;
    QList<EntryHash> after = entry.after;
    std::sort(after.begin(), after.end());
    return after == state.heads;
}

void fold::apply(FoldedRecord& state, const FoldEntry& entry)
{
    for (const auto& [name, value] : entry.values) {
        state.values[name] = value;
        state.conflicts.erase(name);
    }
    const QByteArray name = QByteArrayLiteral("deleted");
    state.values.erase(name);
    if (saysOfDeletion(entry))
        state.conflicts.erase(name);
    state.deleted = writesDelete(entry.values);
    state.incomplete = state.incomplete || entry.incomplete;
    state.heads = { entry.hash };
    state.lastEntry = entry.row;
}

} // namespace maiam
