// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/journal/entry.h"
#include "models/sqlcipher/database.h"

#include <optional>
#include <vector>

namespace maiam {

/// One part that is to go: a class of one entry.
struct ErasureTarget
{
    IdentityClass identity = IdentityClass::Subject;
    EntryHash entry;

    friend bool operator==(const ErasureTarget&, const ErasureTarget&) = default;
};

/// An erasure as its entry says it (journal.md, law 10).
struct Erasure
{
    EntryHash hash;
    QUuid record;
    QByteArray office; ///< whose device wrote it
    UtcMs at = 0; ///< the writing PC's clock
    QString decision; ///< number and symbol: "125/QĐ-UBND"
    QString decided; ///< its date, ISO
    QString ground; ///< code of the catalogue "erasure-grounds"
    QUuid leader;
    QUuid administrator;
    std::vector<ErasureTarget> targets;
    bool inForce = false; ///< this register has erased; otherwise it is a request to confirm
};

/// Erasures in the journal. They are read from all held entries of their kind that a certified device has signed, so
/// that it does not matter when they come.
namespace erasure {
/// The value of the field "targets": 33 bytes each, ascending, without repeats.
[[nodiscard]] QByteArray encode(std::vector<ErasureTarget> targets);
/// Errors: Damaged.
[[nodiscard]] Result<std::vector<ErasureTarget>> decode(const QByteArray& bytes);
/// Whether an erasure of that office may touch that entry (law 7): its own record, of a kind that may be erased.
[[nodiscard]] bool mayErase(const QByteArray& office, const EntryBody& body);
/// Every erasure that is held, those of this office and those in force first seen last. @p ownOffice may be empty.
[[nodiscard]] Result<std::vector<Erasure>> all(Database& database, const QByteArray& ownOffice);
/// Deletes parts and drafts that erasures in force name, as far as they are held, and remembers the rest, so that it is
/// dropped when it comes. Returns the records to fold again. Inside the caller's transaction.
[[nodiscard]] Result<std::vector<std::pair<const RecordKind*, QUuid>>> apply(
    Database& database, const QByteArray& ownOffice);
/// Deletes everybody's drafts of a record, and those that lean on it. Inside the caller's transaction.
[[nodiscard]] Result<void> dropDrafts(Database& database, QUuid record);
/// What has been erased here, for a backup to carry beside itself: hashes and classes, no names. Empty when nothing
/// was.
[[nodiscard]] Result<QByteArray> list(Database& database);
/// Two such lists in one. Errors: Damaged.
[[nodiscard]] Result<QByteArray> united(const QByteArray& one, const QByteArray& other);
/// Whether such a list can be read. Errors: Damaged.
[[nodiscard]] Result<void> check(const QByteArray& list);
/// Erases in a restored register what such a list names, before anybody looks at it. As apply(). Errors: Damaged.
[[nodiscard]] Result<std::vector<std::pair<const RecordKind*, QUuid>>> adopt(
    Database& database, const QByteArray& list);
/// Parts that are still here although an erasure in force names them: there must be none.
[[nodiscard]] Result<qint64> left(Database& database);
} // namespace erasure

} // namespace maiam
