// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"

namespace maiam::papers {

/// A monthly report of a made-up commune: head, three parts, tables, a chart, a signature. Every number has a figure id
/// that begins with "fig-".
Paper sampleReport();

/// The same report as a department would head it, with the body above it named.
Paper sampleProvinceReport();

/// A table of `rows` rows under one header row; row i holds the words "hàng-i", "a-i" and "z-i".
Paper longTable(int rows);

} // namespace maiam::papers
