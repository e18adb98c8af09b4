// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/erased_parts.h"

#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/records/record.h"
#include "models/records/record_id.h"
#include "models/register/identity_store.h"

#include <algorithm>

namespace maiam {

namespace {
struct TakenPart
{
    EntryHash entry;
    IdentityClass identity = IdentityClass::Open;
};

/// From the record's few entries, not from all that was ever erased: entries are not found by their hash.
Result<std::vector<TakenPart>> takenOf(Database& database, QUuid record)
{
    std::vector<TakenPart> taken;
    auto found = database.query(QStringLiteral("SELECT e.hash, p.identity, p.office FROM journal_entry e CROSS JOIN "
                                               "erased_part p ON p.hash = e.hash WHERE e.record = ?"),
        { idBytes(record) });
    if (!found)
        return fail(found);
    while (found->next())
        if (recordId::ownedBy(record, found->blob(2))) // what another office only names is still here
            taken.push_back({ found->blob(0), IdentityClass(found->integer(1)) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return taken;
}

/// The erasures in force that name one of these entries, as their own history tells them.
Result<std::vector<HistoryItem>> decisionsOn(Database& database, const QSet<EntryHash>& entries)
{
    auto office = identityStore::officeId(database);
    if (!office)
        return fail(office);
    auto erasures = erasure::all(database, *office);
    if (!erasures)
        return fail(erasures);
    std::vector<HistoryItem> decisions;
    for (const Erasure& one : *erasures) {
        const auto names = [&](const ErasureTarget& target) { return entries.contains(target.entry); };
        if (!one.inForce || std::none_of(one.targets.begin(), one.targets.end(), names))
            continue;
        auto items = history(database, kinds::Erasure, one.record);
        if (!items)
            return fail(items);
        for (HistoryItem& item : *items)
            if (item.entry == one.hash)
                decisions.push_back(std::move(item));
    }
    std::stable_sort(
        decisions.begin(), decisions.end(), [](const HistoryItem& a, const HistoryItem& b) { return a.at > b.at; });
    return decisions;
}
} // namespace

bool ErasedParts::has(QUuid record, IdentityClass identity) const
{
    return std::find(parts.begin(), parts.end(), std::pair(record, identity)) != parts.end();
}

Result<ErasedParts> erasedParts::of(Database& database, const std::vector<QUuid>& records)
{
    ErasedParts erased;
    QSet<EntryHash> entries;
    for (const QUuid record : records) {
        auto taken = takenOf(database, record);
        if (!taken)
            return fail(taken);
        for (const TakenPart& part : *taken) {
            entries.insert(part.entry);
            if (!erased.has(record, part.identity))
                erased.parts.emplace_back(record, part.identity);
        }
    }
    if (erased.isEmpty())
        return erased;
    auto decisions = decisionsOn(database, entries);
    if (!decisions)
        return fail(decisions);
    erased.decisions = std::move(*decisions);
    return erased;
}

Result<QSet<QUuid>> erasedParts::nameless(Database& database, const std::vector<QUuid>& records)
{
    QSet<QUuid> erased;
    if (records.empty())
        return erased;
    // At the province names are withheld as a rule: where nothing was erased, no row is asked for.
    auto any = database.query(QStringLiteral("SELECT 1 FROM erased_part LIMIT 1"));
    if (!any)
        return fail(any);
    if (!any->next())
        return erased;
    for (const QUuid record : records) {
        auto taken = takenOf(database, record);
        if (!taken)
            return fail(taken);
        if (std::any_of(taken->begin(), taken->end(),
                [](const TakenPart& part) { return part.identity == IdentityClass::Subject; }))
            erased.insert(record);
    }
    return erased;
}

} // namespace maiam
