// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <variant>

namespace maiam::papers {

/// A stretch of text in one look. `figure` says which number of a report the run shows, so that the screen can make it
/// a link; it is never written into a file or onto a printer. A line feed in `text` breaks the line.
struct Run
{
    QString text;
    bool bold = false;
    bool italic = false;
    QString figure = {};
};

/// Where the lines of a paragraph stand between its edges.
enum class Align { Left, Center, Right, Justify };

/// A paragraph. Lengths in millimetres or points as named; line spacing is a factor of the font's own (1.0 = single).
struct Paragraph
{
    QList<Run> runs;
    Align align = Align::Justify;
    qreal sizePt = 14;
    qreal firstLineIndentMm = 0;
    qreal leftIndentMm = 0;
    qreal spaceBeforePt = 0;
    qreal spaceAfterPt = 0;
    qreal lineSpacing = 1.0;
    bool keepWithNext = false;
};

/// A horizontal line of 0.75 pt, centred in its column: a fraction of the column, or of the text line just above it.
struct RuleLine
{
    enum class Measure { OfColumn, OfTextAbove };
    Measure measure = Measure::OfColumn;
    qreal fraction = 0.4;
    qreal spaceBeforePt = 1;
    qreal spaceAfterPt = 4;
};

/// What may stand in a column of a two-column block.
using ColumnBlock = std::variant<Paragraph, RuleLine>;

/// Two columns side by side without borders (tên cơ quan | Quốc hiệu), never split by a page break.
struct TwoColumns
{
    QList<ColumnBlock> left;
    QList<ColumnBlock> right;
    qreal leftFraction = 0.5; ///< of the body's width, 0.1–0.9
    qreal spaceBeforePt = 0;
    qreal spaceAfterPt = 0;
};

/// The end of a document: nơi nhận left, signer right. Stays on one page, together with the last lines before it.
struct SignatureBlock
{
    TwoColumns columns;
};

/// A cell of a table. `rowSpan` counts only in header rows; body rows may break onto the next page between any two.
struct Cell
{
    QList<Paragraph> paragraphs;
    int columnSpan = 1;
    int rowSpan = 1;
};

/// A row of a table; never split across pages unless it is taller than a page.
struct Row
{
    QList<Cell> cells;
};

/// A table over the body's full width. Header rows are shaded and repeated at the top of every page the table reaches.
struct Table
{
    QList<qreal> widths; ///< one per column, as parts of their sum
    QList<Row> headerRows;
    QList<Row> rows;
    bool borders = true;
    bool middle = true; ///< cells centred vertically, else at the top
    qreal spaceBeforePt = 4;
    qreal spaceAfterPt = 6;
};

/// One set of bars of a chart; values below zero are drawn as zero.
struct Series
{
    QString name;
    QList<qreal> values;
};

/// A bar chart in black-and-white patterns, so that a copying machine does not lose it. Up to four series.
struct Chart
{
    QString title;
    QList<QString> labels;
    QList<Series> series;
    qreal heightMm = 60;
    qreal spaceBeforePt = 4;
    qreal spaceAfterPt = 8;
};

/// A QR code in the middle of the column: square modules in black, with the white edge that readers need.
struct QrCode
{
    QString text; ///< ASCII; up to 200 characters
    qreal sizeMm = 35; ///< of the square with its edge
    qreal spaceBeforePt = 4;
    qreal spaceAfterPt = 4;
};

/// What follows begins on a new page.
struct PageBreak
{
};

/// One part of a paper, from top to bottom.
using Block = std::variant<Paragraph, Table, Chart, QrCode, TwoColumns, SignatureBlock, RuleLine, PageBreak>;

/// Page in millimetres, with the margins of Decree 30/2020/NĐ-CP, Phụ lục I (top and bottom 20–25, left 30–35,
/// right 15–20). Page numbers are Arabic, centred in the top margin, from page 2, unless the paper bears none.
struct PageSetup
{
    qreal widthMm = 210;
    qreal heightMm = 297;
    qreal topMm = 20;
    qreal bottomMm = 20;
    qreal leftMm = 30;
    qreal rightMm = 20;
    qreal pageNumberPt = 13;
    bool numbered = true; ///< false: sheets that go to different people
};

/// A whole paper as one value: the same value goes to the screen, the printer, PDF and ODT.
struct Paper
{
    PageSetup page;
    QString banner; ///< on every page, e.g. "SỐ LIỆU MẪU" for demo registers; empty for none
    QString draftLine; ///< in the bottom margin of every page, e.g. that the figures are not closed yet; empty for none
    QList<Block> blocks;
};

/// Points of a length in millimetres.
constexpr qreal pointsOf(qreal millimetres)
{
    return millimetres * 72.0 / 25.4;
}

} // namespace maiam::papers
