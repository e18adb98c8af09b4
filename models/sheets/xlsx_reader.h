// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_archive.h"

namespace maiam {

/// Reads SpreadsheetML (ECMA-376), strict or transitional: shared and inline strings, rich text, numbers, dates by
/// style, booleans, errors, the saved values of formulas, and comments.
[[nodiscard]] Result<Workbook> readXlsx(const WorkbookArchive& archive, const WorkbookLimits& limits);

} // namespace maiam
