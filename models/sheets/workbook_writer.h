// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sheets/sheet.h"

#include <QStringList>

namespace maiam {

/// A table that leaves the program. Cells may be texts, numbers, dates (serials of the 1900 system) and booleans.
struct SheetTable
{
    QString name; ///< of the sheet; what Excel does not allow in it is replaced, and it is cut to 31 characters
    QStringList titles; ///< lines above the table
    QStringList columns; ///< headings
    QList<QList<Cell>> rows;
};

/// Writes an xlsx. It is built in memory and written once, so that no copy of its content stays in a temporary folder
/// or, after a failure, in half a file. Texts are written as texts and never as formulas; those that begin with = + - @
/// carry the mark that keeps them texts when they are edited. InvalidInput without tables; Io, DiskFull, ReadOnly.
[[nodiscard]] Result<> writeWorkbook(const QString& file, const QList<SheetTable>& tables);

/// Writes one table as CSV: UTF-8 with a byte order mark (Excel asks for it), CRLF, cells that could be taken for a
/// formula guarded with an apostrophe.
[[nodiscard]] Result<> writeCsv(const QString& file, const SheetTable& table, QChar separator = u',');

} // namespace maiam
