// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>

namespace maiam::papers {

/// A number of a report on the page: which one, and where (points from the page's top left corner).
struct PlacedFigure
{
    QString figure;
    QRectF rect;
};

/// One line of a text layout; `top` is the top left corner of the paragraph's column at that line, in points.
struct PlacedLine
{
    std::shared_ptr<QTextLayout> layout;
    int line = 0;
    QPointF top;
    int gray = 0; ///< 0 black … 255 white
    QList<QRectF> figures = {}; ///< parts of the line that show figures
};

/// A drawn line in points.
struct PlacedRule
{
    QLineF line;
    qreal width = 0.5;
};

/// A filled area, behind the text.
struct PlacedFill
{
    QRectF rect;
    int gray = 242;
};

/// A bar of a chart; the pattern (0–3) tells the series apart without colour.
struct PlacedBar
{
    QRectF rect;
    int pattern = 0;
};

/// Things to draw, in points: a page, or a piece of one before it has found its page.
struct Drawing
{
    QList<PlacedFill> fills = {};
    QList<PlacedBar> bars = {};
    QList<PlacedRule> rules = {};
    QList<PlacedLine> lines = {};
    QList<PlacedFigure> figures = {};

    /// Takes over all of `other`, moved by `offset`.
    void add(const Drawing& other, QPointF offset);
};

} // namespace maiam::papers
