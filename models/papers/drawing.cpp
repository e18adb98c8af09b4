// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/drawing.h"

namespace maiam::papers {

void Drawing::add(const Drawing& other, QPointF offset)
{
    for (PlacedFill fill : other.fills) {
        fill.rect.translate(offset);
        fills.append(fill);
    }
    for (PlacedBar bar : other.bars) {
        bar.rect.translate(offset);
        bars.append(bar);
    }
    for (PlacedRule rule : other.rules) {
        rule.line.translate(offset);
        rules.append(rule);
    }
    for (PlacedLine line : other.lines) {
        line.top += offset;
        for (QRectF& rect : line.figures)
            rect.translate(offset);
        lines.append(line);
    }
    for (PlacedFigure figure : other.figures) {
        figure.rect.translate(offset);
        figures.append(figure);
    }
}

} // namespace maiam::papers
