// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft.h"
#include "models/journal/erasure.h"

#include <vector>

namespace maiam {

/// How a text that may speak of a person stands in its record.
enum class DoubtState {
    Shown, ///< whoever opens the record reads it
    Differing, ///< the side of a conflict that is not shown
    Former, ///< in the record's history, or in a deleted record
    Aside, ///< in entries that are not folded: they wait, or another history counts
};

/// A text of a record that an erasure does not name and that may speak of the same person, in all the entries that hold
/// it: a human looks at it.
struct ErasureDoubt
{
    const RecordKind* kind = nullptr; ///< null for one of a newer program
    QUuid record;
    QUuid page; ///< the child, case, session or data leak on whose page it stands; null where there is none
    QString code; ///< of the file, or the record's day; never a child's name; may be empty
    const Field* field = nullptr; ///< null for one of a newer program
    DoubtState state = DoubtState::Shown;
    QString excerpt; ///< the words around the name or number, one line; empty where access to the file is restricted
    std::vector<ErasureTarget> targets; ///< the parts that hold it
    std::vector<const Field*> along; ///< what else stands in these parts
    QStringList refusals; ///< why it cannot be erased along, whole sentences; empty when it may
};

/// What somebody has typed and not saved, and that may speak of the same person.
struct DraftDoubt
{
    DraftKey key;
    int place = 0;
    QUuid user;
    UtcMs saved = 0;
    QString who; ///< full name; empty when unknown here
    QString code; ///< of the file that it belongs to; may be empty
};

/// What an erasure does not name.
struct ErasureDoubts
{
    bool searched = false; ///< false when neither a full name nor a number of the child is held
    std::vector<ErasureDoubt> texts;
    std::vector<DraftDoubt> drafts; ///< newest first
};

/// Looking for what an erasure does not name (journal.md, law 10): in every identity part that is held, of former texts
/// and of hidden sides of conflicts too, and in everybody's drafts.
namespace erasureDoubts {
/// Looks for every full name and number that the child's own record has had, outside the @p named records. Reads all
/// parts: call it on a connection of its own. @p office: this one's.
[[nodiscard]] Result<ErasureDoubts> find(Database& database, const QByteArray& office, QUuid child,
    const std::vector<std::pair<const RecordKind*, QUuid>>& named);
/// Why these parts of a record may not be erased along, whole sentences; empty when they may.
[[nodiscard]] Result<QStringList> refusals(
    Database& database, const QByteArray& office, QUuid record, const std::vector<ErasureTarget>& targets);
} // namespace erasureDoubts

} // namespace maiam
