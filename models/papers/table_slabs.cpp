// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/paragraph_layout.h"
#include "models/papers/slabs.h"
#include "models/papers/table_grid.h"

#include <algorithm>
#include <numeric>

namespace maiam::papers {

namespace {

constexpr qreal sidePadding = 3.5;
constexpr qreal topPadding = 2.5;

/// A cell with its lines, or the part of them that stands on one page.
struct LaidCell
{
    GridCell place;
    QList<Strip> strips;

    qreal height() const
    {
        return 2 * topPadding + std::accumulate(strips.cbegin(), strips.cend(), 0.0, [](qreal sum, const Strip& s) {
            return sum + s.height;
        });
    }
};

class TableCutter
{
public:
    TableCutter(const Table& table, qreal width)
        : m_table(table)
        , m_edges(columnEdges(table, width))
    {
    }

    QList<LaidCell> lay(const QList<Row>& rows) const
    {
        QList<LaidCell> laid;
        for (const GridCell& place : placeInGrid(rows, int(m_edges.size()) - 1)) {
            LaidCell cell { place, {} };
            if (place.cell) {
                const qreal width = m_edges[place.column + place.columns] - m_edges[place.column];
                QList<ColumnBlock> blocks;
                for (const Paragraph& paragraph : place.cell->paragraphs)
                    blocks.append(paragraph);
                cell.strips = layColumn(blocks, std::max(width - 2 * sidePadding, 1.0));
            }
            laid.append(cell);
        }
        return laid;
    }

    Slab draw(const QList<LaidCell>& cells, int rowCount, bool header) const
    {
        const QList<qreal> tops = rowTops(cells, rowCount);
        Slab slab;
        slab.height = tops.last();
        for (const LaidCell& cell : cells) {
            const GridCell& place = cell.place;
            const QRectF rect(QPointF(m_edges[place.column], tops[place.row]),
                QPointF(m_edges[place.column + place.columns], tops[place.row + place.rows]));
            if (header && m_table.borders)
                slab.drawing.fills.append({ rect });
            qreal y = rect.top() + topPadding;
            if (header || m_table.middle)
                y += std::max(0.0, (rect.height() - cell.height()) / 2);
            for (const Strip& strip : cell.strips) {
                slab.drawing.add(strip.drawing, QPointF(rect.left() + sidePadding, y));
                y += strip.height;
            }
            if (m_table.borders)
                frame(slab.drawing, rect);
        }
        return slab;
    }

    /// Cuts a row that is taller than a page into rows that are not.
    static QList<QList<LaidCell>> split(const QList<LaidCell>& row, qreal room)
    {
        QList<QList<LaidCell>> pieces;
        QList<qsizetype> next(row.size(), 0);
        const auto unfinished = [&] {
            for (qsizetype i = 0; i < row.size(); ++i)
                if (next[i] < row[i].strips.size())
                    return true;
            return false;
        };
        do {
            QList<LaidCell> piece;
            for (qsizetype i = 0; i < row.size(); ++i) {
                LaidCell part { row[i].place, {} };
                qreal height = 2 * topPadding;
                while (next[i] < row[i].strips.size()
                    && (part.strips.isEmpty() || height + row[i].strips[next[i]].height <= room)) {
                    height += row[i].strips[next[i]].height;
                    part.strips.append(row[i].strips[next[i]++]);
                }
                piece.append(part);
            }
            pieces.append(piece);
        } while (unfinished());
        return pieces;
    }

private:
    QList<qreal> rowTops(const QList<LaidCell>& cells, int rowCount) const
    {
        QList<qreal> heights(rowCount, 0);
        for (const LaidCell& cell : cells)
            if (cell.place.rows == 1)
                heights[cell.place.row] = std::max(heights[cell.place.row], cell.height());
        for (const LaidCell& cell : cells) {
            const int last = cell.place.row + cell.place.rows;
            const qreal have = std::accumulate(heights.cbegin() + cell.place.row, heights.cbegin() + last, 0.0);
            heights[last - 1] += std::max(0.0, cell.height() - have);
        }
        QList<qreal> tops { 0 };
        for (const qreal height : std::as_const(heights))
            tops.append(tops.last() + height);
        return tops;
    }

    static void frame(Drawing& drawing, const QRectF& rect)
    {
        drawing.rules.append({ QLineF(rect.topLeft(), rect.topRight()) });
        drawing.rules.append({ QLineF(rect.bottomLeft(), rect.bottomRight()) });
        drawing.rules.append({ QLineF(rect.topLeft(), rect.bottomLeft()) });
        drawing.rules.append({ QLineF(rect.topRight(), rect.bottomRight()) });
    }

    const Table& m_table;
    QList<qreal> m_edges;
};

} // namespace

void cutTable(const Table& table, qreal width, qreal height, Slabs& slabs)
{
    const TableCutter cutter(table, width);
    const qsizetype first = slabs.flow.size();
    int head = -1;
    qreal headHeight = 0;
    if (!table.headerRows.isEmpty()) {
        Slab slab = cutter.draw(cutter.lay(table.headerRows), int(table.headerRows.size()), true);
        slab.keepWithNext = !table.rows.isEmpty();
        headHeight = slab.height;
        if (headHeight < height / 2) { // a head that fills the page would leave no room for rows
            head = int(slabs.heads.size());
            slabs.heads.append(slab);
        }
        slabs.flow.append(slab);
    }
    for (const Row& row : table.rows) {
        const QList<LaidCell> cells = cutter.lay({ row });
        const qreal room = height - (head < 0 ? 0 : headHeight);
        const QList<QList<LaidCell>> pieces = TableCutter::split(cells, room);
        const bool whole = pieces.size() == 1;
        for (const QList<LaidCell>& piece : pieces) {
            Slab slab = cutter.draw(whole ? cells : piece, 1, false);
            slab.repeatedHead = head;
            slabs.flow.append(slab);
        }
    }
    if (slabs.flow.size() > first) {
        slabs.flow[first].spaceBefore = table.spaceBeforePt;
        slabs.flow.last().spaceAfter = table.spaceAfterPt;
    }
}

} // namespace maiam::papers
