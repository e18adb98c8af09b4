// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_reader.h"

namespace maiam {

/// Reads a CSV (RFC 4180, with commas, semicolons or tabs): UTF-8, UTF-16 with a byte order mark, or else bytes as they
/// are (Workbook::Encoding::Bytes). Every cell is a text; the apostrophe with which our own CSV guards a cell is taken
/// off again. Truncated: a quotation mark never closes.
[[nodiscard]] Result<Workbook> readCsv(const QByteArray& bytes, const WorkbookLimits& limits);

} // namespace maiam
