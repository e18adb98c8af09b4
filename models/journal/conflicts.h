// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <QString>

namespace maiam {

/// One of the values that stand against each other.
struct ConflictSide
{
    Value value; ///< for a deletion against an edit: 1 deletes, 0 keeps
    UtcMs at = 0;
    QString who; ///< full name; empty for the program itself or a user who is not known here
    QByteArray device;
    EntryHash entry;
};

/// What two machines wrote of one record without knowing of each other, until a person chooses (thông tin trái nhau;
/// journal.md, laws 3 and 4).
struct Conflict
{
    const RecordKind* kind = nullptr;
    QUuid record;
    QString title; ///< a name or code by which a person knows the record; may be empty
    QList<EntryHash> heads; ///< what a choice rests on: all of them
    const Field* field = nullptr; ///< null where one machine deleted the record and another went on writing
    std::vector<ConflictSide> sides; ///< the shown one first; equal values once

    [[nodiscard]] bool isDeletion() const { return field == nullptr; }
};

/// Open conflicts, and choosing.
namespace conflicts {
/// Of one record.
[[nodiscard]] Result<std::vector<Conflict>> of(Database& database, const RecordKind& kind, QUuid record);
/// Of all records, at most @p limit, kind by kind.
[[nodiscard]] Result<std::vector<Conflict>> all(Database& database, std::size_t limit = 500);
/// How many records stand in conflict.
[[nodiscard]] Result<qint64> count(Database& database);
/// The entry that settles it; the other values stay in the history. @p side: index into sides.
[[nodiscard]] Batch choose(const Conflict& conflict, std::size_t side);
} // namespace conflicts

} // namespace maiam
