// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/composed_paper.h"
#include "models/papers/paper.h"

namespace maiam::papers {

/// Lays a paper out into pages. Rows stay whole, header rows come again on every page, headings stay with what they
/// head, at least two lines of a paragraph stand on either side of a break, the signature stays with the text before
/// it. Page numbers from page 2 (Decree 30/2020/NĐ-CP, Phụ lục I). Needs a QGuiApplication; any thread.
ComposedPaper composePaper(const Paper& paper);

} // namespace maiam::papers
