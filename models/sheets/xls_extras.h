// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/sheet.h"

#include <QByteArray>
#include <QHash>
#include <QPoint>

namespace maiam {

/// What FreeXL leaves out of a sheet of an old Excel workbook, or takes for a number: results of formulas, errors,
/// TRUE and FALSE, comments, merged cells, and whether the sheet is hidden.
struct XlsSheetExtras
{
    QString name;
    bool isHidden = false;
    QHash<QPoint, Cell> cells; ///< by column and row, from 0; dates are serials of the 1900 system
    QList<CellComment> comments;
    QList<MergedRows> merged;
    int rows = 0; ///< as far as there are such cells
    int columns = 0;
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
