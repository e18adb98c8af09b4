// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"

namespace maiam::papers {

/// The two sheets of the escrow (hai phần ký gửi), one a page: together they open the register, one alone says nothing.
/// Each goes in an envelope of its own to another person of the province.
[[nodiscard]] Paper escrowPaper(const QString& office, const QList<QStringList>& shares);

} // namespace maiam::papers
