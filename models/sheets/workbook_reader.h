// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sheets/sheet.h"

namespace maiam {

/// How much of a workbook is read at most. What exceeds a limit is refused as a whole, never cut.
struct WorkbookLimits
{
    qint64 fileBytes = 64LL * 1024 * 1024; ///< of the file
    qint64 unpackedBytes = 512LL * 1024 * 1024; ///< of everything in it
    qint64 bombRatio = 400; ///< unpacked to packed, for parts above 16 MiB
    int rows = 200000; ///< that hold something, over all sheets
    int columns = 256;
    qint64 cells = 5000000; ///< that hold something
    int cellCharacters = 32767; ///< what Excel itself allows
    int sheets = 256;
};

/// Reads a workbook (xlsx, ods, xls) or a CSV, by what the file is and not by its name. The file is taken as hostile:
/// no formula is evaluated, no entity expanded, no link followed, no name in it used on the disk. Errors: Io, NotFound;
/// NotAWorkbook, with a sentence on what the file seems to be; Truncated; Damaged; InvalidInput for a limit.
[[nodiscard]] Result<Workbook> readWorkbook(const QString& file, const WorkbookLimits& limits = {});

/// The same from bytes; @p fileName is looked at only to tell a CSV from another text. xls needs the file.
[[nodiscard]] Result<Workbook> readWorkbookBytes(
    const QByteArray& bytes, const QString& fileName, const WorkbookLimits& limits = {});

} // namespace maiam
