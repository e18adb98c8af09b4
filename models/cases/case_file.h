// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_list.h"
#include "models/cases/erased_parts.h"
#include "models/cases/plan_approval.h"
#include "models/journal/history.h"
#include "models/records/record.h"

#include <optional>
#include <vector>

namespace maiam {

/// A field for which two machines wrote different values without knowing of each other (hai máy ghi khác nhau).
struct FieldConflict
{
    /// One of the values.
    struct Side
    {
        Value value;
        UtcMs at = 0;
    };
    const RecordKind* kind = nullptr;
    QUuid record;
    QList<EntryHash> heads; ///< what a choice rests on: all of them
    const Field* field = nullptr;
    std::vector<Side> sides; ///< the shown one first
};

/// Everything that the page of one case shows (một hồ sơ).
struct CaseFile
{
    CaseRow row;
    Record file;
    std::optional<Record> child; ///< nothing while the child's record has not come
    std::optional<Record> assessment; ///< the latest Mẫu 02
    std::vector<HistoryItem> history; ///< of case, child and assessments, and what was erased of them; newest first
    std::vector<FieldConflict> conflicts;
    PlanApproval approval;
    ErasedParts erased; ///< of case, child and assessments
};

/// Reads whole cases.
namespace caseFile {
/// Errors: NotFound for a case that is not in the register; Restricted, see restrictedAccess::check().
[[nodiscard]] Result<CaseFile> read(Database& database, QUuid id, Opening opening = Opening::WithoutReason);
/// The fields of a record about which two machines differ.
[[nodiscard]] Result<std::vector<FieldConflict>> conflictsOf(Database& database, const RecordKind& kind, QUuid record);
} // namespace caseFile

} // namespace maiam
