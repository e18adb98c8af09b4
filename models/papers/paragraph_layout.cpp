// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/paragraph_layout.h"

#include "models/papers/paper_font.h"

#include <QTextCharFormat>
#include <QTextOption>

#include <algorithm>

namespace maiam::papers {

namespace {

struct FigureRange
{
    QString figure;
    int begin = 0;
    int end = 0;
};

struct Prepared
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    QList<FigureRange> figures;
};

Prepared prepare(const Paragraph& paragraph)
{
    Prepared prepared;
    for (const Run& run : paragraph.runs) {
        QString text = run.text.normalized(QString::NormalizationForm_C);
        text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        const int begin = int(prepared.text.size());
        prepared.text += text;
        QTextLayout::FormatRange range;
        range.start = begin;
        range.length = int(text.size());
        range.format.setFont(paperFont(paragraph.sizePt, run.bold, run.italic));
        if (range.length > 0)
            prepared.formats.append(range);
        if (!run.figure.isEmpty() && range.length > 0)
            prepared.figures.append({ run.figure, begin, begin + range.length });
    }
    return prepared;
}

Qt::Alignment alignmentOf(Align align)
{
    switch (align) {
    case Align::Left:
        return Qt::AlignLeft;
    case Align::Center:
        return Qt::AlignHCenter;
    case Align::Right:
        return Qt::AlignRight;
    case Align::Justify:
        return Qt::AlignJustify;
    }
    return Qt::AlignLeft;
}

/// Sets the lines of a layout into `width` units, moved right by `shift`; units are the layout's.
void setLines(QTextLayout& layout, const Paragraph& paragraph, qreal width, qreal shift)
{
    const qreal left = pointsOf(paragraph.leftIndentMm) * layoutUnitsPerPoint;
    const qreal first = pointsOf(paragraph.firstLineIndentMm) * layoutUnitsPerPoint;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const qreal indent = left + (line.lineNumber() == 0 ? first : 0);
        line.setLeadingIncluded(true);
        line.setLineWidth(std::max(width - indent, layoutUnitsPerPoint));
        line.setPosition(QPointF(indent + shift, 0)); // each line is placed by itself
    }
    layout.endLayout();
}

/// Makes the lines of a centred title about equally long, so that no "2026" stands alone below it.
void balance(QTextLayout& layout, const Paragraph& paragraph, qreal full)
{
    const int lines = layout.lineCount();
    qreal tooNarrow = full / lines / 2;
    qreal enough = full;
    while (enough - tooNarrow > 2 * layoutUnitsPerPoint) {
        const qreal middle = (tooNarrow + enough) / 2;
        setLines(layout, paragraph, middle, 0);
        (layout.lineCount() > lines ? tooNarrow : enough) = middle;
    }
    setLines(layout, paragraph, enough, (full - enough) / 2);
}

std::shared_ptr<QTextLayout> breakLines(const Paragraph& paragraph, const Prepared& prepared, qreal widthPt)
{
    auto layout = std::make_shared<QTextLayout>(prepared.text, paperFont(paragraph.sizePt, false, false));
    layout->setFormats(prepared.formats);
    QTextOption option(alignmentOf(paragraph.align));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    const qreal full = widthPt * layoutUnitsPerPoint;
    setLines(*layout, paragraph, full, 0);
    if (paragraph.align == Align::Center && layout->lineCount() > 1)
        balance(*layout, paragraph, full);
    return layout;
}

void placeFigures(Strip& strip, const QTextLine& line, const QList<FigureRange>& ranges, qreal top, qreal height)
{
    PlacedLine& placed = strip.drawing.lines.first();
    for (const FigureRange& range : ranges) {
        const int begin = std::max(range.begin, line.textStart());
        const int end = std::min(range.end, line.textStart() + line.textLength());
        if (begin >= end)
            continue;
        const qreal x1 = line.cursorToX(begin) / layoutUnitsPerPoint;
        const qreal x2 = line.cursorToX(end) / layoutUnitsPerPoint;
        const QRectF rect = QRectF(x1, top, x2 - x1, height).normalized();
        placed.figures.append(rect);
        strip.drawing.figures.append({ range.figure, rect });
    }
}

} // namespace

LaidParagraph layParagraph(const Paragraph& paragraph, qreal widthPt, int gray)
{
    const Prepared prepared = prepare(paragraph);
    const std::shared_ptr<QTextLayout> layout = breakLines(paragraph, prepared, widthPt);
    LaidParagraph laid;
    for (int number = 0; number < layout->lineCount(); ++number) {
        const QTextLine line = layout->lineAt(number);
        const qreal natural = line.height() / layoutUnitsPerPoint;
        Strip strip;
        strip.height = natural * paragraph.lineSpacing;
        const qreal top = strip.height - natural; // added spacing stands above the letters, as word processors do
        strip.drawing.lines.append(PlacedLine { layout, number, QPointF(0, top), gray });
        placeFigures(strip, line, prepared.figures, top, natural);
        laid.lines.append(strip);
        laid.lastLineWidth = line.naturalTextWidth() / layoutUnitsPerPoint;
    }
    if (laid.lines.isEmpty())
        laid.lines.append(Strip { {}, paragraph.sizePt * 1.15 * paragraph.lineSpacing });
    return laid;
}

QList<Strip> layColumn(const QList<ColumnBlock>& blocks, qreal widthPt)
{
    QList<Strip> strips;
    qreal textWidth = widthPt;
    for (const ColumnBlock& block : blocks) {
        if (const auto* rule = std::get_if<RuleLine>(&block)) {
            const qreal base = rule->measure == RuleLine::Measure::OfTextAbove ? textWidth : widthPt;
            const qreal length = std::min(base * rule->fraction, widthPt);
            Strip strip;
            strip.height = rule->spaceBeforePt + rule->spaceAfterPt;
            const qreal left = (widthPt - length) / 2;
            strip.drawing.rules.append({ QLineF(left, rule->spaceBeforePt, left + length, rule->spaceBeforePt), 0.75 });
            strips.append(strip);
        } else {
            const auto& paragraph = std::get<Paragraph>(block);
            const LaidParagraph laid = layParagraph(paragraph, widthPt);
            textWidth = laid.lastLineWidth;
            if (paragraph.spaceBeforePt > 0)
                strips.append(Strip { {}, paragraph.spaceBeforePt });
            strips.append(laid.lines);
            if (paragraph.spaceAfterPt > 0)
                strips.append(Strip { {}, paragraph.spaceAfterPt });
        }
    }
    return strips;
}

qreal lastLineWidth(const Paragraph& paragraph, qreal widthPt)
{
    return layParagraph(paragraph, widthPt).lastLineWidth;
}

} // namespace maiam::papers
