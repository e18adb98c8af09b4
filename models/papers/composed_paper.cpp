// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/composed_paper.h"

#include "models/papers/paper_font.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace maiam::papers {

namespace {

QRectF scaled(const QRectF& rect, qreal factor)
{
    return QRectF(rect.topLeft() * factor, rect.size() * factor);
}

/// Light letters across the page. Drawn as an outline, not as text, so that copying from the file stays readable.
void drawWatermark(QPainter& painter, const QString& text, const PageSetup& setup)
{
    const qreal width = pointsOf(setup.widthMm);
    const qreal height = pointsOf(setup.heightMm);
    QPainterPath letters;
    letters.addText(0, 0, paperFont(20, true, false), text);
    const QRectF box = letters.boundingRect();
    if (box.isEmpty())
        return;
    const qreal scale = std::min(std::hypot(width, height) * 0.6 / box.width(), 8.0);
    painter.save();
    painter.translate(width / 2, height / 2);
    painter.rotate(-std::atan2(height, width) * 180.0 / 3.14159265358979);
    painter.scale(scale, scale);
    painter.translate(-box.center());
    painter.fillPath(letters, QColor(238, 238, 238));
    painter.restore();
}

void hatch(QPainter& painter, const QRectF& rect, bool rising)
{
    constexpr qreal step = 4;
    painter.setPen(QPen(Qt::black, 0.6));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += step) {
        if (rising)
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
        else
            painter.drawLine(QPointF(x, rect.top()), QPointF(x + rect.height(), rect.bottom()));
    }
}

void drawBar(QPainter& painter, const PlacedBar& bar)
{
    painter.save();
    painter.setClipRect(bar.rect, Qt::IntersectClip);
    painter.fillRect(bar.rect, bar.pattern == 2 ? QColor(90, 90, 90) : QColor(Qt::white));
    if (bar.pattern == 0 || bar.pattern == 3)
        hatch(painter, bar.rect, true);
    if (bar.pattern == 3)
        hatch(painter, bar.rect, false);
    painter.restore();
    painter.setPen(QPen(Qt::black, 0.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.rect);
}

void drawText(QPainter& painter, const PlacedLine& line)
{
    painter.save();
    painter.scale(1 / layoutUnitsPerPoint, 1 / layoutUnitsPerPoint);
    line.layout->lineAt(line.line).draw(&painter, line.top * layoutUnitsPerPoint);
    painter.restore();
}

/// A line on the screen whose figures look like links: the words first, then the figures in their colour.
void drawLinkedText(QPainter& painter, const PlacedLine& line, const QColor& link)
{
    const QTextLine text = line.layout->lineAt(line.line);
    const QRectF whole = scaled(text.rect(), 1 / layoutUnitsPerPoint).translated(line.top).adjusted(-20, -4, 20, 4);
    QPainterPath words;
    words.addRect(whole);
    QPainterPath figures;
    for (const QRectF& rect : line.figures)
        figures.addRect(rect);
    painter.save();
    painter.setClipPath(words.subtracted(figures), Qt::IntersectClip);
    drawText(painter, line);
    painter.restore();
    painter.save();
    painter.setClipPath(figures, Qt::IntersectClip);
    painter.setPen(link);
    drawText(painter, line);
    painter.restore();
    const qreal baseline = line.top.y() + text.ascent() / layoutUnitsPerPoint + 1.5;
    painter.setPen(QPen(link, 0.6));
    for (const QRectF& rect : line.figures)
        painter.drawLine(QPointF(rect.left(), baseline), QPointF(rect.right(), baseline));
}

} // namespace

void drawDrawing(QPainter& painter, const Drawing& drawing, qreal dpi, const ScreenLook& look)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(dpi / 72, dpi / 72);
    for (const PlacedFill& fill : drawing.fills)
        painter.fillRect(fill.rect, QColor(fill.gray, fill.gray, fill.gray));
    if (look.link.isValid() && !look.chosenFigure.isEmpty()) {
        QColor soft = look.link;
        soft.setAlpha(48);
        for (const PlacedFigure& figure : drawing.figures)
            if (figure.figure == look.chosenFigure)
                painter.fillRect(figure.rect.adjusted(-2, 0, 2, 0), soft);
    }
    for (const PlacedBar& bar : drawing.bars)
        drawBar(painter, bar);
    for (const PlacedRule& rule : drawing.rules) {
        painter.setPen(QPen(Qt::black, rule.width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(rule.line);
    }
    for (const PlacedLine& line : drawing.lines) {
        painter.setPen(QColor(line.gray, line.gray, line.gray));
        if (look.link.isValid() && !line.figures.isEmpty())
            drawLinkedText(painter, line, look.link);
        else
            drawText(painter, line);
    }
    painter.restore();
}

ComposedPaper::ComposedPaper(PageSetup setup, QString watermark, QList<Drawing> pages)
    : m_setup(setup)
    , m_watermark(std::move(watermark))
    , m_pages(std::move(pages))
{
}

int ComposedPaper::pageCount() const
{
    return int(m_pages.size());
}

const PageSetup& ComposedPaper::setup() const
{
    return m_setup;
}

QSizeF ComposedPaper::pageSize(qreal dpi) const
{
    return QSizeF(m_setup.widthMm, m_setup.heightMm) * dpi / 25.4;
}

void ComposedPaper::drawPage(QPainter& painter, int page, qreal dpi, const ScreenLook& look) const
{
    if (page < 0 || page >= m_pages.size())
        return;
    if (!m_watermark.isEmpty()) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(dpi / 72, dpi / 72);
        drawWatermark(painter, m_watermark, m_setup);
        painter.restore();
    }
    drawDrawing(painter, m_pages[page], dpi, look);
}

QString ComposedPaper::figureAt(int page, QPointF position, qreal dpi) const
{
    const QPointF point = position * 72 / dpi;
    for (const PlacedFigure& figure : m_pages.value(page).figures)
        if (figure.rect.adjusted(-2, -2, 2, 2).contains(point))
            return figure.figure;
    return {};
}

QList<PlacedFigure> ComposedPaper::figures(int page, qreal dpi) const
{
    QList<PlacedFigure> found = m_pages.value(page).figures;
    for (PlacedFigure& figure : found)
        figure.rect = scaled(figure.rect, dpi / 72);
    return found;
}

} // namespace maiam::papers
