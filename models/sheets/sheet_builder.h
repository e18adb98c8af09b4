// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_reader.h"

#include <QCoreApplication>

namespace maiam {

/// Collects the cells that a reader finds, in rising order, and keeps the limits for all formats alike.
class SheetBuilder
{
    Q_DECLARE_TR_FUNCTIONS(SheetBuilder)

public:
    explicit SheetBuilder(const WorkbookLimits& limits)
        : m_limits(limits)
    {
    }

    [[nodiscard]] Result<> beginSheet(const QString& name, bool isHidden);
    /// The cells that follow stand in row @p number (from 1), which rises.
    [[nodiscard]] Result<> beginRow(qint64 number);
    /// Puts a cell into column @p column (from 0), which rises within a row; empty cells take no room, but for formulas
    /// without a result.
    [[nodiscard]] Result<> put(qint64 column, Cell cell);
    /// Repeats the current row @p times times more, each below the other.
    [[nodiscard]] Result<> repeatRow(qint64 times);
    /// Hangs a comment on a cell of the current sheet, in any order; row from 1, column from 0.
    [[nodiscard]] Result<> comment(qint64 row, qint64 column, const QString& text);
    /// Notes that cells of the current sheet are merged; only what spans several rows is kept. Rows from 1.
    [[nodiscard]] Result<> merge(qint64 row, qint64 lastRow, qint64 column);
    /// Whether the current row holds anything.
    [[nodiscard]] bool rowIsEmpty() const { return m_row.cells.isEmpty(); }
    /// Everything that was put.
    [[nodiscard]] Result<QList<Sheet>> take();

    [[nodiscard]] const WorkbookLimits& limits() const { return m_limits; }
    /// The refusal for a cell that is too long.
    [[nodiscard]] tl::unexpected<Error> cellTooLong() const;
    /// The refusal for content against the rules of its format.
    [[nodiscard]] static tl::unexpected<Error> damaged(const QString& detail);

private:
    Result<> endRow();

    const WorkbookLimits m_limits;
    QList<Sheet> m_sheets;
    SheetRow m_row;
    qint64 m_rows = 0;
    qint64 m_cells = 0;
};

} // namespace maiam
