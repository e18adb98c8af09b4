// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_archive.h"

namespace maiam {

/// Reads the tables of an OpenDocument spreadsheet (ISO/IEC 26300). Dates become serials of the 1900 system; repeated
/// rows and cells are written out within the limits; drawings are passed over.
[[nodiscard]] Result<Workbook> readOds(const WorkbookArchive& archive, const WorkbookLimits& limits);

} // namespace maiam
