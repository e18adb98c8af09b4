// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handover/handover.h"
#include "models/handover/post_change.h"
#include "models/papers/paper.h"

#include <optional>

namespace maiam {
class Catalogues;
}

namespace maiam::papers {

/// Who signs the record of a hand-over.
struct HandoverParties
{
    PersonData giver;
    PersonData receiver;
    std::optional<Leaving> leaving; ///< nothing: not decided, boxes are left to be ticked by hand
    bool newRecoveryKey = false; ///< one is printed along, and the envelope that is there opens nothing then
};

/// What stands on the record besides its content.
struct HandoverPaperOptions
{
    bool demo = false; ///< "SỐ LIỆU MẪU" on every page
    bool fullNames = false; ///< the children's full names; else initials beside the case's code
};

/// The record of a hand-over (Biên bản bàn giao) in the layout of Decree 30/2020/NĐ-CP: open cases with clocks and next
/// act, what waits for an answer, what was not sent, coming sessions, open tasks, backups and keys, where things lie;
/// three signatures. Vietnamese whatever the interface speaks. A child is named by code and initials unless full names
/// are asked for: the paper is filed, and whoever opens the cupboard reads it.
[[nodiscard]] Paper handoverPaper(const Handover& handed, const HandoverParties& parties, const HandoverWords& words,
    const Catalogues& catalogues, const HandoverPaperOptions& options = {});

/// The title for the file's properties; names nobody.
[[nodiscard]] QString handoverTitle();

} // namespace maiam::papers
