// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kind.h"
#include "models/sqlcipher/database.h"

#include <QList>
#include <QUuid>

#include <atomic>

namespace maiam {

/// Checks what stands beside the fields of a record: its office, its place in the order of names, the key by which
/// look-alikes are found, and its words in the search (journal.md, law 1). A name that stayed in the search after an
/// erasure, or a child that no search finds, would stand here.
namespace tableCheck {
/// The records of a kind whose row or words are not what they should be; null for words without a record. Errors: those
/// of the database; a stop ends the list early.
[[nodiscard]] Result<QList<QUuid>> wrongRows(
    Database& database, const RecordKind& kind, const std::atomic_bool* cancelled = nullptr);
} // namespace tableCheck

} // namespace maiam
