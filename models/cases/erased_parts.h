// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/history.h"
#include "models/records/kind.h"

#include <QSet>

#include <utility>
#include <vector>

namespace maiam {

/// What erasures in force have taken of some records (đã hủy theo quyết định), for the pages that show what is left.
struct ErasedParts
{
    std::vector<std::pair<QUuid, IdentityClass>> parts;
    /// The erasures that took them, newest first. None when only the list beside a backup tells of them.
    std::vector<HistoryItem> decisions;

    [[nodiscard]] bool isEmpty() const { return parts.empty(); }
    [[nodiscard]] bool has(QUuid record, IdentityClass identity) const;
};

namespace erasedParts {
/// Goes by the records' own entries, so that it costs next to nothing where nothing was erased. Errors: those of the
/// database.
[[nodiscard]] Result<ErasedParts> of(Database& database, const std::vector<QUuid>& records);
/// Which of these records have lost the part that names the child and the family; for a list's few rows without name.
[[nodiscard]] Result<QSet<QUuid>> nameless(Database& database, const std::vector<QUuid>& records);
} // namespace erasedParts

} // namespace maiam
