// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/sheet.h"

#include <QByteArray>
#include <QMap>

namespace maiam {

/// What FreeXL leaves out of a sheet of an old Excel workbook, or takes for a number: results of formulas, errors,
/// TRUE and FALSE, comments, merged cells, and whether the sheet is hidden.
struct XlsSheetExtras
{
    QString name;
    bool isHidden = false;
    QMap<int, QMap<int, Cell>> cells; ///< by row, then column, from 0; dates are serials of the 1900 system
    QList<CellComment> comments;
    QList<MergedRows> merged;
};

struct XlsExtras
{
    QList<XlsSheetExtras> sheets; ///< in the workbook's order
    bool comments = false; ///< whether comments could be read (BIFF8: Excel 97 and later)
};

/// Reads them from the bytes of a file ([MS-XLS]); nothing where its form is not understood. Hostile input: nothing is
/// evaluated, every length is checked.
[[nodiscard]] XlsExtras readXlsExtras(const QByteArray& file);

} // namespace maiam
