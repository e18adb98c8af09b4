// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handover/handover.h"
#include "models/papers/paper.h"

namespace maiam {
class Catalogues;
}

namespace maiam::papers {

/// The tables of the record of a hand-over, and the Vietnamese words in their cells.
namespace handoverTables {
/// Open cases: code and child, step, clocks, next act.
[[nodiscard]] Table cases(const Handover& handed, const Catalogues& catalogues, bool fullNames);
/// Packages without a receipt.
[[nodiscard]] Table packages(const std::vector<UnreceiptedPackage>& packages);
/// Sessions: when, type and subject, where.
[[nodiscard]] Table sessions(const std::vector<SessionRow>& sessions, const Catalogues& catalogues);
/// Tasks of the directive: code, task, part, state and note.
[[nodiscard]] Table tasks(const std::vector<TaskProgress>& tasks, const Catalogues& catalogues);
/// Where things lie: what, where; a dotted line where nothing was written. @p newRecoveryKey: the envelope that is
/// there holds the former key.
[[nodiscard]] Table places(const HandoverWords& words, bool newRecoveryKey);
/// "T. M. Á.", or the whole name; what is not known says so.
[[nodiscard]] QString child(const CaseRow& file, bool fullName);
/// "Biện pháp khẩn cấp,\n12 giờ: đến 11:40 ngày 24/11/2026 (QUÁ HẠN)": each by its name, for only the first one's act
/// stands beside them.
[[nodiscard]] QString clock(const ClockState& state, const Catalogues& catalogues);
/// What is to be done next in a case.
[[nodiscard]] QString nextAct(const HandedCase& one, const Catalogues& catalogues);
/// What a conflict is about: "Hồ sơ BL-2026-0031".
[[nodiscard]] QString conflict(const OpenConflict& conflict);
} // namespace handoverTables

} // namespace maiam::papers
