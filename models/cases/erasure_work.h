// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_doubts.h"
#include "models/journal/erasure.h"
#include "models/register/register.h"

#include <QDate>
#include <QHash>
#include <QSet>

#include <atomic>
#include <functional>

namespace maiam {

/// What an erasure about one child would take (hủy dữ liệu theo quyết định; journal.md, law 10), and where copies are.
/// What it does not name is looked for by erasureDoubts::find.
struct ErasurePlan
{
    QUuid child;
    std::vector<std::pair<const RecordKind*, QUuid>> records; ///< the child, its cases and their assessments
    std::vector<ErasureTarget> targets; ///< what an earlier erasure has taken is not among them
    bool erasedBefore = false; ///< an earlier erasure has taken some of it
    int drafts = 0; ///< unsaved forms of these records, of everybody: they go along; without those of this decision
    QStringList packages; ///< files that carried entries of these records to another office, without any name
    std::vector<AccessEntry> looks; ///< newest first: when somebody printed these records or put them into a file
    std::vector<AccessEntry> exports; ///< the same of what may hold any record: a backup or hand-over record as a file
    QStringList refusals; ///< whole sentences; empty when it may be ordered
};

/// A decision to erase.
struct ErasureOrder
{
    QUuid child;
    QSet<IdentityClass> classes; ///< which parts; all four when empty
    QString decision; ///< number and symbol as printed: "125/QĐ-UBND"
    QDate decided; ///< the decision's date
    QString ground; ///< code of the catalogue "erasure-grounds"
    QUuid leader; ///< two different people agree, each with the role that the law asks for
    QUuid administrator;
    std::vector<ErasureDoubt> texts = {}; ///< of other records, that a person has chosen to go along
    std::vector<DraftDoubt> drafts = {}; ///< the same of drafts
};

/// Why a child's record or one of its cases must be kept, whatever is asked.
struct Hold
{
    const RecordKind* kind = nullptr;
    QUuid about;
    QString ground; ///< code of the catalogue "hold-grounds"
    UtcMs since = 0;
};

/// Erasures: planned, ordered, confirmed. The default answer to a request is restricted access, not this.
namespace erasureWork {
/// Errors: NotFound.
[[nodiscard]] Result<ErasurePlan> plan(Database& database, QUuid child, const QSet<IdentityClass>& classes = {});
/// A batch whose entry erases when it is committed; drafts are carryOut()'s. Errors: NotAllowed (roles, one person
/// twice, an open case, a hold, a chosen text that must stay), InvalidInput (no decision number, no ground, nothing to
/// erase).
[[nodiscard]] Result<Batch> order(Database& database, const QByteArray& office, const ErasureOrder& wanted);
/// Whether this is a decision's number and symbol as an erasure keeps it in the open: "125/QĐ-UBND". Capitals only, so
/// that no name can stand there.
[[nodiscard]] bool isDecisionNumber(const QString& text);
/// How long an erasure can be stopped, and who is told when it cannot any more. Both from the thread of the erasure.
struct Stop
{
    const std::atomic_bool* cancelled = nullptr;
    std::function<void()> tooLate = {}; ///< it is being stored now
};
/// Erases what an order names, empties index and log of it, and puts it on the list beside the backups. The one who has
/// opened the register is one of the two. Gives what could not be done yet of the last two, in words; the erasure holds
/// all the same. Blocks: call it outside the interface thread. Errors: as order(), Cancelled when it was stopped before
/// it was stored. Stopped later, a second place of backups that hangs is left alone; nothing else is.
[[nodiscard]] Result<QStringList> carryOut(Register& reg, const ErasureOrder& wanted, const Stop& stop = {});
/// Erasures of other offices that this one has not confirmed yet: requests.
[[nodiscard]] Result<std::vector<Erasure>> requests(Database& database, const QByteArray& ownOffice);
/// This office agrees to another's erasure, by the same two roles; as carryOut(). Errors: as carryOut(), NotFound,
/// NotAllowed while a case of it is open here or a file must be kept.
[[nodiscard]] Result<QStringList> confirm(
    Register& reg, const EntryHash& erasure, QUuid leader, QUuid administrator, const Stop& stop = {});
/// When this office agreed to another's erasure, and who the two were.
struct Confirmation
{
    UtcMs at = 0;
    QUuid leader;
    QUuid administrator;
};
/// Those of all erasures of other offices that are in force here, by the hash of the erasure.
[[nodiscard]] Result<QHash<EntryHash, Confirmation>> confirmations(Database& database);
/// The codes of the files that erasures name, children first, in the order of @p erasures; empty where none is known
/// here. Reads the journal once: call it outside the interface thread.
[[nodiscard]] Result<std::vector<QStringList>> codesOf(Database& database, const std::vector<Erasure>& erasures);
/// Whether two users may decide together: NotAllowed with the reason otherwise.
[[nodiscard]] Result<void> mayDecide(Database& database, QUuid leader, QUuid administrator);
/// Why nothing of the file that a record belongs to may be erased at present (an open case, a hold), whole sentences.
[[nodiscard]] Result<QStringList> reasonsToKeep(Database& database, const RecordKind& kind, QUuid record);
/// What holds the records of a child at present, as far as the tables know them: quick, for a page.
[[nodiscard]] Result<std::vector<Hold>> holds(Database& database, QUuid child);
/// The same of certain records, such as a plan's, which also names what only waits.
[[nodiscard]] Result<std::vector<Hold>> holdsOn(
    Database& database, const std::vector<std::pair<const RecordKind*, QUuid>>& records);
/// A reason to keep a record, or its end. Errors: InvalidInput.
[[nodiscard]] Result<Batch> hold(
    Database& database, const QByteArray& office, QUuid about, const QString& ground, UtcMs now, bool lift = false);
} // namespace erasureWork

} // namespace maiam
