// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

#include <QCoreApplication>

namespace maiam {

/// How much fictional data is wanted. Equal sizes, seeds and clocks give equal figures; ids are always new.
struct DemoSize
{
    int children = 80;
    int cases = 10; ///< need at least one child
    int sessions = 15;
    quint32 seed = 1;
};

/// What was written.
struct DemoFigures
{
    int children = 0;
    int cases = 0;
    int sessions = 0;
};

/// Fictional children, cases and sessions (dữ liệu hư cấu), for demo registers only: nobody in them exists. Blocking.
/// Errors: NotAllowed in a register that is no demo; whatever the register says.
namespace demo {
/// Any number of them, cases spread over three years; stored some thousands at a time.
[[nodiscard]] Result<DemoFigures> generate(Register& reg, const DemoSize& size);
/// A commune as one meets it: 80 children in special circumstances, 85 at risk, cases in every stage over two years
/// with months that have none, sessions held and two planned this week, remarks, task states, and one report that
/// came in nine hours ago and waits for its assessment.
[[nodiscard]] Result<DemoFigures> believableCommune(Register& reg);
} // namespace demo

} // namespace maiam
