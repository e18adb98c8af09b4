// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/drawing.h"
#include "models/papers/paper.h"

namespace maiam::papers {

/// A line or other unbreakable piece, to be stacked downwards.
struct Strip
{
    Drawing drawing;
    qreal height = 0; ///< points
};

/// A paragraph broken into lines; the spaces around it are the paragraph's own.
struct LaidParagraph
{
    QList<Strip> lines; ///< at least one, also for an empty paragraph
    qreal lastLineWidth = 0; ///< points of ink in the last line, for a rule as long as the text
};

/// Breaks a paragraph into lines for a column of `widthPt` points. Text is set in NFC, grey as told (0 black).
LaidParagraph layParagraph(const Paragraph& paragraph, qreal widthPt, int gray = 0);

/// Stacks paragraphs and rules in a column of `widthPt` points; spaces are part of the strips' heights.
QList<Strip> layColumn(const QList<ColumnBlock>& blocks, qreal widthPt);

/// Width in points of the last line of a paragraph that has `widthPt` points of room.
qreal lastLineWidth(const Paragraph& paragraph, qreal widthPt);

} // namespace maiam::papers
