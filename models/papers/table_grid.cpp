// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/table_grid.h"

#include <algorithm>
#include <numeric>

namespace maiam::papers {

QList<GridCell> placeInGrid(const QList<Row>& rows, int columns)
{
    QList<GridCell> placed;
    const int rowCount = int(rows.size());
    QList<QList<bool>> taken(rowCount, QList<bool>(columns, false));
    const auto place = [&](GridCell cell) {
        for (int r = cell.row; r < cell.row + cell.rows; ++r)
            std::fill_n(taken[r].begin() + cell.column, cell.columns, true);
        placed.append(cell);
    };
    for (int r = 0; r < rowCount; ++r) {
        for (const Cell& cell : rows[r].cells) {
            const int column = int(taken[r].indexOf(false));
            if (column < 0)
                break;
            int span = 1;
            while (span < cell.columnSpan && column + span < columns && !taken[r][column + span])
                ++span;
            place({ &cell, r, column, std::clamp(cell.rowSpan, 1, rowCount - r), span });
        }
        for (qsizetype gap = taken[r].indexOf(false); gap >= 0; gap = taken[r].indexOf(false))
            place({ nullptr, r, int(gap), 1, 1 });
    }
    return placed;
}

int columnCount(const Table& table)
{
    if (!table.widths.isEmpty())
        return int(table.widths.size());
    int most = 1;
    for (const QList<Row>* rows : { &table.headerRows, &table.rows }) {
        for (const Row& row : *rows) {
            most = std::max(most,
                std::accumulate(row.cells.cbegin(), row.cells.cend(), 0,
                    [](int sum, const Cell& cell) { return sum + std::max(cell.columnSpan, 1); }));
        }
    }
    return most;
}

QList<qreal> columnEdges(const Table& table, qreal width)
{
    const int count = columnCount(table);
    QList<qreal> parts = table.widths;
    if (std::accumulate(parts.cbegin(), parts.cend(), 0.0) <= 0)
        parts = QList<qreal>(count, 1.0);
    const qreal sum = std::accumulate(parts.cbegin(), parts.cend(), 0.0);
    QList<qreal> edges { 0 };
    qreal x = 0;
    for (const qreal part : std::as_const(parts)) {
        x += part / sum * width;
        edges.append(x);
    }
    return edges;
}

} // namespace maiam::papers
