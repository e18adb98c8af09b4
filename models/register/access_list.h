// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/access_chain.h"

namespace maiam {

/// One line of the list of who looked: a look out of the chain of looking, or a change out of the journal.
struct AccessLine
{
    /// What a change did, where its entry says more than that something was changed.
    enum class Change { Any, HoldBegun, HoldEnded, RestrictionBegun, RestrictionEnded };

    /// Nothing: a change. It has no number among the acts, so that none can get into the chain.
    std::optional<AccessAct> act;
    Change change = Change::Any;
    UtcMs at = 0;
    QUuid user; ///< null for what the program wrote by itself
    QString who; ///< full name, or the office whose machine wrote it; empty when unknown here
    bool elsewhere = false; ///< another office's machine wrote it
    QString with; ///< who else agreed, by name: an erasure needs two
    QByteArray device;
    qint64 seq = 0; ///< in the device's chain of looking or, for a change, of entries
    QByteArray kind; ///< empty for what concerns no single record
    QUuid record;
    qint64 count = 1; ///< as in AccessNote; of a change: the records of one save
    QString code; ///< as in AccessEntry: never a child's name
};

/// Which lines the list shows.
struct AccessQuestion
{
    /// With an act there are no changes. A child among the records brings its cases along, unless a case is named too;
    /// a case brings its assessments, and both the reasons to keep them and the restriction of access.
    AccessFilter filter;
    bool changesOnly = false;
    /// Whose machines' changes are listed; those of other offices stand in the lists of single records only.
    QByteArray office;
};

/// The newest lines that a question asks for.
struct AccessLines
{
    std::vector<AccessLine> lines;
    bool more = false; ///< there are older ones
};

/// Who looked at, printed, sent and changed what, and when (ai đã xem, ai đã sửa): the chain of looking and the journal
/// as one list, newest first. What is done with people or erased stands in both: as its act where that was noted, else
/// as a change.
namespace accessList {
/// A save of more records than that is one line without a record: an import writes thousands at once.
inline constexpr std::size_t MostTogether = 5;

/// Reads it in one unchanging view. What an entry says of time and person stands in its body alone, so a machine's
/// chain of entries is read from its end: as far as the question reaches back, or until enough was found. A whole chain
/// is read (250,000 entries a second) only when somebody asks for all the time and little of it fits.
[[nodiscard]] Result<AccessLines> read(Database& database, const AccessQuestion& question, std::size_t limit);
/// When the first look or entry of this office was written; \a now when there is none.
[[nodiscard]] Result<UtcMs> oldest(Database& database, const QByteArray& office, UtcMs now);
} // namespace accessList

} // namespace maiam
