// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/vocabulary.h"
#include "models/sheets/sheet.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace maiam {

/// The letters of a column: 0 is A, 26 is AA.
[[nodiscard]] QString columnLetter(int column);

/// One column of the sheet and what it was recognised as. A screen lets the officer correct `use`.
struct SheetColumn
{
    int index = 0; ///< from 0
    QString title; ///< as in the header, with the title above it: "Giới tính – Nam"
    QStringList headers; ///< the header cells by themselves, to know a header that is repeated on a later page
    ColumnUse use = ColumnUse::Unknown;

    [[nodiscard]] QString letter() const { return columnLetter(index); }
};

/// Where a sheet's header stands and what its columns hold.
struct ColumnMap
{
    int firstHeaderRow = 0; ///< number of the row as shown; 0: no header was found
    int lastHeaderRow = 0; ///< the data begins below
    std::vector<SheetColumn> columns; ///< every column with a title or a value, from left to right

    /// The first column of that use, or null.
    [[nodiscard]] const SheetColumn* find(ColumnUse use) const;
    /// The officer says what a column holds. Another column that was taken for the same goes to the note then, except
    /// remarks, of which there may be several.
    void correct(int index, ColumnUse use);
    /// Whether rows can be read: a header with the child's name was found.
    [[nodiscard]] bool usable() const { return firstHeaderRow > 0 && find(ColumnUse::Name); }
};

/// The columns of a workbook's sheets, by name of the sheet.
using SheetColumns = std::vector<std::pair<QString, ColumnMap>>;

/// What columns were taken as, as a text that is kept while the workbook is put away.
namespace columnUses {
[[nodiscard]] QString kept(const SheetColumns& columns);
/// Takes columns as it was kept. One that has another title now, or is gone, stays as it was recognised.
void takeAgain(SheetColumns& columns, const QString& kept);
} // namespace columnUses

/// Finds the header (one or two rows, possibly with a row of column numbers below) among the first rows of a sheet and
/// names its columns. Not usable where there is none.
[[nodiscard]] ColumnMap recognise(const Sheet& sheet, const Vocabulary& vocabulary);

} // namespace maiam
