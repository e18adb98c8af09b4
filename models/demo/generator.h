// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

namespace maiam::demo {

/// How much fictional data is wanted; the same seed gives the same people.
struct Amount
{
    int children = 0;
    int cases = 0;
    int sessions = 0;
    quint32 seed = 1;
};

/// Fills a demo register (số liệu mẫu) with fictional children, cases over the last two years and sessions. Blocking.
/// Errors: NotAllowed in any register that was not made with --demo; InvalidInput for cases without any child.
[[nodiscard]] Result<void> generate(Register& reg, const Amount& amount);

/// Fills a demo register with a believable commune: 80 children in special circumstances, 85 at risk, a handful of
/// cases in all stages, several empty months, 15 sessions, and one 12-hour clock that is running out. Blocking.
[[nodiscard]] Result<void> believableCommune(Register& reg);

} // namespace maiam::demo
