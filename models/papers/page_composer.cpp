// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/page_composer.h"

#include "models/papers/paragraph_layout.h"
#include "models/papers/slabs.h"

#include <algorithm>

namespace maiam::papers {

namespace {

/// Puts slabs onto pages, from top to bottom.
class Paginator
{
public:
    Paginator(const PageSetup& setup, const QList<Slab>& heads)
        : m_left(pointsOf(setup.leftMm))
        , m_top(pointsOf(setup.topMm))
        , m_height(std::max(pointsOf(setup.heightMm - setup.topMm - setup.bottomMm), 1.0))
        , m_heads(heads)
    {
        m_pages.append(Drawing());
    }

    void run(const QList<Slab>& flow)
    {
        for (qsizetype begin = 0; begin < flow.size();) {
            qsizetype end = begin + 1;
            while (end < flow.size() && flow[end - 1].keepWithNext && !flow[end].startsPage)
                ++end;
            placeGroup(flow, begin, end);
            begin = end;
        }
    }

    QList<Drawing> take() { return std::move(m_pages); }

private:
    /// A hair of tolerance, so that sums of fractions do not push a fitting row over.
    bool fits(qreal height) const { return m_y + height <= m_height + 0.01; }

    qreal heightOf(const QList<Slab>& flow, qsizetype begin, qsizetype end) const
    {
        qreal height = 0;
        qreal space = m_fresh ? -1 : m_space; // below 0: nothing above yet, so no space either
        for (qsizetype i = begin; i < end; ++i) {
            if (space >= 0)
                height += space + flow[i].spaceBefore;
            height += flow[i].height;
            space = flow[i].spaceAfter;
        }
        return height;
    }

    void placeGroup(const QList<Slab>& flow, qsizetype begin, qsizetype end)
    {
        const Slab& first = flow[begin];
        if (first.startsPage || (!m_fresh && !fits(heightOf(flow, begin, end))))
            startPage(first);
        for (qsizetype i = begin; i < end; ++i) {
            // only a group taller than a page is cut here
            if (!m_fresh && !fits(m_space + flow[i].spaceBefore + flow[i].height))
                startPage(flow[i]);
            place(flow[i]);
        }
    }

    void startPage(const Slab& first)
    {
        if (!m_fresh)
            m_pages.append(Drawing());
        m_y = 0;
        m_space = 0;
        m_fresh = true;
        if (first.repeatedHead >= 0)
            place(m_heads[first.repeatedHead]);
    }

    void place(const Slab& slab)
    {
        if (!m_fresh)
            m_y += m_space + slab.spaceBefore;
        m_pages.last().add(slab.drawing, QPointF(m_left, m_top + m_y));
        m_y += slab.height;
        m_space = slab.spaceAfter;
        m_fresh = false;
    }

    qreal m_left;
    qreal m_top;
    qreal m_height;
    QList<Slab> m_heads;
    QList<Drawing> m_pages;
    qreal m_y = 0;
    qreal m_space = 0;
    bool m_fresh = true;
};

void addLine(Drawing& page, const QString& text, const Paragraph& look, QRectF area, int gray)
{
    Paragraph paragraph = look;
    paragraph.runs = { Run { text, !paragraph.runs.isEmpty() && paragraph.runs.first().bold,
        !paragraph.runs.isEmpty() && paragraph.runs.first().italic } };
    const LaidParagraph laid = layParagraph(paragraph, area.width(), gray);
    page.add(laid.lines.first().drawing, QPointF(area.left(), area.center().y() - laid.lines.first().height / 2));
}

void addMargins(QList<Drawing>& pages, const Paper& paper)
{
    const PageSetup& setup = paper.page;
    const qreal left = pointsOf(setup.leftMm);
    const qreal width = pointsOf(setup.widthMm - setup.leftMm - setup.rightMm);
    // a little below the middle of the margin: printers leave the outer 5 mm white
    const QRectF top(left, pointsOf(setup.topMm * 0.25), width, pointsOf(setup.topMm * 0.65));
    const QRectF bottom(left, pointsOf(setup.heightMm - setup.bottomMm * 0.9), width, pointsOf(setup.bottomMm * 0.55));
    for (int i = 0; i < pages.size(); ++i) {
        if (i > 0 && setup.numbered)
            addLine(pages[i], QString::number(i + 1), { {}, Align::Center, setup.pageNumberPt }, top, 0);
        if (!paper.banner.isEmpty())
            addLine(pages[i], paper.banner, { { Run { {}, true } }, Align::Left, 11 }, top, 110);
        if (!paper.draftLine.isEmpty())
            addLine(pages[i], paper.draftLine, { { Run { {}, false, true } }, Align::Center, 10 }, bottom, 60);
    }
}

} // namespace

ComposedPaper composePaper(const Paper& paper)
{
    const PageSetup& setup = paper.page;
    const qreal width = std::max(pointsOf(setup.widthMm - setup.leftMm - setup.rightMm), 1.0);
    const qreal height = std::max(pointsOf(setup.heightMm - setup.topMm - setup.bottomMm), 1.0);
    const Slabs slabs = cutIntoSlabs(paper.blocks, width, height);
    Paginator paginator(setup, slabs.heads);
    paginator.run(slabs.flow);
    QList<Drawing> pages = paginator.take();
    addMargins(pages, paper);
    return ComposedPaper(setup, paper.banner, pages);
}

} // namespace maiam::papers
