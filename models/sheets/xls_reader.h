// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_reader.h"

namespace maiam {

/// Reads an old Excel workbook (BIFF 2–8) through FreeXL, and from Excel 5 on what FreeXL leaves out: results of
/// formulas, errors and comments (xls_extras.h). @p bytes is the file's content. FreeXL opens the file by its name, so
/// names that the system's 8-bit encoding does not know are refused with words (on Windows only).
[[nodiscard]] Result<Workbook> readXls(const QString& file, const QByteArray& bytes, const WorkbookLimits& limits);

} // namespace maiam
