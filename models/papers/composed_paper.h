// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/drawing.h"
#include "models/papers/paper.h"

#include <QColor>
#include <QSizeF>

class QPainter;

namespace maiam::papers {

/// How a page is drawn on the screen. Nothing of this reaches a printer or a file.
struct ScreenLook
{
    QColor link = QColor(); ///< invalid: figures look like any text; else coloured and underlined
    QString chosenFigure = {}; ///< the figure to be shown as chosen, or empty
};

/// A paper laid out into pages. A value, cheap to copy. Drawn only in the thread that composed it: its lines hold the
/// font engines of that thread, which end with it.
/// Positions are in the pixels of the `dpi` given, from the page's top left corner; pages count from 0.
class ComposedPaper
{
public:
    ComposedPaper() = default;

    /// Pages as drawn by the composer, in points.
    ComposedPaper(PageSetup setup, QString watermark, QList<Drawing> pages);

    /// Number of pages, at least 1 once composed.
    int pageCount() const;

    /// The page set-up the paper was composed for.
    const PageSetup& setup() const;

    /// Size of a page in pixels.
    QSizeF pageSize(qreal dpi) const;

    /// Draws a page: the one function for screen, printer and PDF. The painter's origin is the page's corner; the
    /// white of the paper is the caller's. Does nothing for a page that is not there.
    void drawPage(QPainter& painter, int page, qreal dpi, const ScreenLook& look = {}) const;

    /// The figure at a point of a page, with 2 points of tolerance; empty where there is none.
    QString figureAt(int page, QPointF position, qreal dpi) const;

    /// All figures of a page with their places, in reading order; one broken over two lines comes twice.
    QList<PlacedFigure> figures(int page, qreal dpi) const;

private:
    PageSetup m_setup;
    QString m_watermark;
    QList<Drawing> m_pages;
};

/// Draws things in points at the painter's origin; used for pages and for pictures of charts.
void drawDrawing(QPainter& painter, const Drawing& drawing, qreal dpi, const ScreenLook& look = {});

} // namespace maiam::papers
