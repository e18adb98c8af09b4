// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace maiam {

/// One cell of a workbook, as it stands: nothing is guessed, mended or evaluated.
struct Cell
{
    /// What the workbook says that the cell holds.
    enum class Type : quint8 {
        Empty,
        Text,
        Number,
        DateSerial, ///< a number with the form of a date or time: days, with the day as the fraction
        Boolean,
        Error, ///< "#N/A" and the like
    };

    Type type = Type::Empty;
    bool isFormula = false; ///< the value is what the formula gave when the file was saved
    double number = 0; ///< of a number, date (days since the workbook's epoch) or boolean (0, 1)
    QString text; ///< of a text, untouched; of others as the file writes it

    [[nodiscard]] static Cell ofText(const QString& text);
    [[nodiscard]] static Cell ofNumber(double number);
    /// A date as a serial of the 1900 system. Nothing before 1900-03-01, which workbooks count wrongly: a text then.
    [[nodiscard]] static Cell ofDate(QDate date);
    [[nodiscard]] static Cell ofBoolean(bool value);

    /// A formula that was never worked out, as programs write it that make workbooks without opening them.
    [[nodiscard]] static Cell ofUnsolvedFormula();

    [[nodiscard]] bool isEmpty() const { return type == Type::Empty; }
    /// Whether a formula stands here whose result the file does not hold: empty, but not blank.
    [[nodiscard]] bool isUnsolved() const { return isEmpty() && isFormula; }
    /// What a person would read: the text; a whole number without a fraction; a date as it was declared, ISO 8601.
    [[nodiscard]] QString asText(bool date1904 = false) const;
    /// The day and time of a DateSerial; nothing for other cells, times without a day, and serials outside 1900–9999.
    [[nodiscard]] std::optional<QDateTime> asDateTime(bool date1904 = false) const;
};

/// A row that holds something.
struct SheetRow
{
    int number = 0; ///< as the workbook shows it, from 1
    QList<Cell> cells; ///< from column A; nothing stands behind the last one

    /// The cell in column @p column (from 0), empty beyond the last.
    [[nodiscard]] Cell at(qsizetype column) const { return cells.value(column); }
};

/// What somebody has hung on a cell (ghi chú của ô), which may itself be empty.
struct CellComment
{
    int row = 0; ///< as the workbook shows it, from 1
    int column = 0; ///< from 0
    QString text;
};

/// Cells of one column that were merged over several rows (ô gộp): their value stands in the first row only.
struct MergedRows
{
    int row = 0; ///< the first, as the workbook shows it
    int lastRow = 0;
    int column = 0; ///< the leftmost, from 0
};

/// A table of a workbook. Merged cells hold their value in the first one only, as in the file.
struct Sheet
{
    QString name;
    bool isHidden = false;
    QList<SheetRow> rows; ///< in rising order; empty rows are left out
    int columns = 0; ///< of the widest row
    QList<CellComment> comments; ///< by row and column
    QList<MergedRows> merged; ///< in the file's order; those within one row are left out

    /// The number of the last row that holds something.
    [[nodiscard]] int lastRow() const { return rows.isEmpty() ? 0 : rows.last().number; }
};

/// A whole file of tables.
struct Workbook
{
    /// How a CSV's bytes became text. Workbooks are always Unicode.
    enum class Encoding {
        Unicode,
        Bytes, ///< not UTF-8: each byte became the character of its number, so that old encodings can be recognised
    };

    QList<Sheet> sheets;
    bool date1904 = false; ///< serials count from 1904-01-01 (old Macintosh files)
    Encoding encoding = Encoding::Unicode;
    bool commentsUnread = false; ///< there may be comments, but files of this age do not give them
};

} // namespace maiam
