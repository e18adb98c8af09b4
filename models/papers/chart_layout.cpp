// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/chart_layout.h"

#include "models/papers/paragraph_layout.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace maiam::papers {

namespace {

constexpr qreal smallPt = 9;
constexpr qreal smallLine = 11;
constexpr int mostSeries = 4;

QString numberText(qreal value)
{
    const QLocale vietnamese(QLocale::Vietnamese, QLocale::Vietnam);
    return std::floor(value) == value ? vietnamese.toString(qint64(value)) : vietnamese.toString(value, 'f', 1);
}

/// Writes text centred in a column; returns its height.
qreal write(Drawing& drawing, const QString& text, QRectF column, Align align, bool bold = false, qreal size = smallPt)
{
    Paragraph paragraph { { Run { text, bold } }, align, size };
    qreal y = column.top();
    for (const Strip& strip : layParagraph(paragraph, column.width()).lines) {
        drawing.add(strip.drawing, QPointF(column.left(), y));
        y += strip.height;
    }
    return y - column.top();
}

qreal writeLegend(Drawing& drawing, const QList<Series>& series, qreal top, qreal width)
{
    const qreal each = width / qreal(series.size());
    for (int i = 0; i < series.size(); ++i) {
        const qreal left = each * i;
        drawing.bars.append({ QRectF(left, top + 2, 14, 8), i });
        write(drawing, series[i].name, QRectF(left + 18, top, each - 20, smallLine), Align::Left);
    }
    return smallLine + 6;
}

qreal largest(const QList<Series>& series)
{
    qreal most = 0;
    for (const Series& one : series)
        for (const qreal value : one.values)
            most = std::max(most, value);
    return most;
}

} // namespace

Drawing layChart(const Chart& chart, qreal widthPt)
{
    Drawing drawing;
    const QList<Series> series = chart.series.mid(0, mostSeries);
    const qreal height = pointsOf(chart.heightMm);
    qreal top = 0;
    if (!chart.title.isEmpty())
        top += write(drawing, chart.title, QRectF(0, 0, widthPt, 14), Align::Center, true, 12) + 4;
    if (series.size() > 1)
        top += writeLegend(drawing, series, top, widthPt);

    const int groups = int(chart.labels.size());
    if (groups == 0 || series.isEmpty())
        return drawing;
    const qreal group = widthPt / groups;
    qreal labelHeight = smallLine;
    Drawing labels;
    for (int i = 0; i < groups; ++i)
        labelHeight = std::max(
            labelHeight, write(labels, chart.labels[i], QRectF(group * i + 1, 0, group - 2, smallLine), Align::Center));
    const qreal base = height - labelHeight - 3;
    drawing.add(labels, QPointF(0, base + 3));
    drawing.rules.append({ QLineF(0, base, widthPt, base), 0.75 });

    top += smallLine; // room for the value above the tallest bar
    const qreal most = largest(series);
    const qreal barWidth = group * 0.7 / qreal(series.size());
    for (int i = 0; i < groups; ++i) {
        for (int s = 0; s < series.size(); ++s) {
            const qreal value = std::max(0.0, series[s].values.value(i, 0));
            const qreal barHeight = most > 0 ? std::max(0.0, base - top) * value / most : 0;
            const qreal left = group * i + group * 0.15 + barWidth * s;
            if (barHeight > 0)
                drawing.bars.append({ QRectF(left, base - barHeight, barWidth, barHeight), s });
            if (value <= 0 && series.size() > 1)
                continue; // noughts beside the bars of others would be read as theirs
            const qreal middle = left + barWidth / 2;
            write(drawing, numberText(value), QRectF(middle - 20, base - barHeight - smallLine, 40, smallLine),
                Align::Center);
        }
    }
    return drawing;
}

} // namespace maiam::papers
