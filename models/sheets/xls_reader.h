// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_reader.h"

namespace maiam {

/// Reads an old Excel workbook (BIFF 2–8) through FreeXL. It opens the file by its name, so names that the system's
/// 8-bit encoding does not know are refused with words (on Windows only).
[[nodiscard]] Result<Workbook> readXls(const QString& file, const WorkbookLimits& limits);

} // namespace maiam
