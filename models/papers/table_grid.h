// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"

namespace maiam::papers {

/// A cell with its place in the grid of its rows.
struct GridCell
{
    const Cell* cell = nullptr; ///< null where the rows give no cell; an empty one is drawn
    int row = 0;
    int column = 0;
    int rows = 1;
    int columns = 1;
};

/// Places the cells of consecutive rows in a grid of `columns` columns, spans included, and fills gaps with empty
/// cells of one by one. Row spans end at the last row given. The rows must outlive the answer.
QList<GridCell> placeInGrid(const QList<Row>& rows, int columns);

/// Left edges of the columns and the right edge of the last one, for a table of `width` points.
QList<qreal> columnEdges(const Table& table, qreal width);

/// Number of columns of a table: of its widths, or of its longest row where no widths are given.
int columnCount(const Table& table);

} // namespace maiam::papers
