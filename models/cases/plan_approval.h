// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/history.h"
#include "models/records/record.h"

#include <optional>
#include <vector>

namespace maiam {

/// The chairman's decision on the plan (phê duyệt kế hoạch, Article 28 of Decree 56/2017), and whether what was
/// approved has been edited since (đã sửa sau khi duyệt; journal.md, law 4).
struct PlanApproval
{
    std::optional<UtcMs> approved; ///< the moment of the decision; nothing while the present plan has none
    std::vector<const Field*> edited; ///< fields of the case that the approval did not know as they are
    bool assessmentEdited = false; ///< Mẫu 02 is another one, or was edited

    [[nodiscard]] bool isEdited() const { return !edited.empty() || assessmentEdited; }
};

namespace planApproval {
/// What a plan rests on: later values of these want another look; what carrying it out brings does not.
[[nodiscard]] const std::vector<const Field*>& subject();
/// Heads as CaseFields::ApprovedHeads keeps them.
[[nodiscard]] QByteArray headsText(QList<EntryHash> heads);
/// The approval of the present plan of this case, from the case's history: the latest entry that named what is
/// approved, or, of earlier versions, the decision itself. What was written on another machine without knowing of the
/// approval counts as edited, whatever the clocks say.
[[nodiscard]] PlanApproval of(
    const Record& file, const std::optional<Record>& assessment, const std::vector<HistoryItem>& history);
} // namespace planApproval

} // namespace maiam
