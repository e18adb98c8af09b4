// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/papers/paper.h"

#include <QStringList>

namespace maiam::papers {

/// What stands on both escrow sheets besides the keys: by it somebody tells which two belong together.
struct EscrowSheets
{
    QString office;
    QString user; ///< who prints them
    UtcMs printed = 0;
};

/// The two sheets of the escrow (hai phần ký gửi), one a page: together they open the register, one alone says nothing.
/// Each goes in an envelope of its own to another person of the province.
[[nodiscard]] Paper escrowPaper(const EscrowSheets& sheets, const QList<QStringList>& shares);

} // namespace maiam::papers
