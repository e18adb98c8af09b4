// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/entry.h"

namespace maiam {

/// What the fold needs of one entry of a record.
struct FoldEntry
{
    EntryHash hash;
    QList<EntryHash> after;
    UtcMs time = 0;
    QByteArray device;
    qint64 row = 0; ///< local row of the entry; never decides anything shared
    Values values; ///< open fields and the identity parts that are held
    bool incomplete = false; ///< a committed part is not held
    bool blank = false; ///< it never said anything of any field: the choice to keep (conflicts::choose)
};

/// A write of one field that no other write of it was based on.
struct UnbeatenWrite
{
    EntryHash entry;
    UtcMs time = 0;
    QByteArray device;
    Value value;
};

/// A record as its entries say it is. Equal sets of entries give equal results, whatever their order (law 2).
struct FoldedRecord
{
    Values values;
    bool deleted = false;
    bool incomplete = false;
    QList<EntryHash> heads; ///< ascending
    std::map<QByteArray, std::vector<UnbeatenWrite>, CanonicalOrder> conflicts; ///< field → writes, the shown one first
    qint64 lastEntry = 0;

    [[nodiscard]] bool conflicting() const { return !conflicts.empty(); }
};

namespace fold {
/// Folds all entries of one record (laws 2–4). The entries' order does not matter; repeats count once.
[[nodiscard]] FoldedRecord record(std::vector<FoldEntry> entries);
/// True when the entry rests on exactly the record's heads, so that apply() gives what record() would.
[[nodiscard]] bool appliesDirectly(const FoldedRecord& state, const FoldEntry& entry);
/// Applies an entry that rests on the heads.
void apply(FoldedRecord& state, const FoldEntry& entry);
} // namespace fold

} // namespace maiam
