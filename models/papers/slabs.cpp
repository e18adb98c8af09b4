// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/slabs.h"

#include "models/papers/chart_layout.h"
#include "models/papers/paragraph_layout.h"
#include "models/papers/qr_layout.h"

#include <algorithm>

namespace maiam::papers {

namespace {

/// Turns blocks into slabs, one overload per kind of block.
class Cutter
{
public:
    Cutter(qreal width, qreal height)
        : m_width(width)
        , m_height(height)
    {
    }

    void operator()(const Paragraph& paragraph)
    {
        const LaidParagraph laid = layParagraph(paragraph, m_width);
        m_textWidth = laid.lastLineWidth;
        const int count = int(laid.lines.size());
        for (int i = 0; i < count; ++i) {
            Slab slab { laid.lines[i].drawing, laid.lines[i].height };
            slab.spaceBefore = i == 0 ? paragraph.spaceBeforePt : 0;
            slab.spaceAfter = i == count - 1 ? paragraph.spaceAfterPt : 0;
            // no line alone at the foot or the head of a page; of three lines no two pairs can be made
            slab.keepWithNext = i == count - 1 ? paragraph.keepWithNext : (i == 0 || i == count - 2 || count <= 3);
            append(slab);
        }
    }

    void operator()(const Table& table)
    {
        const int first = int(m_slabs.flow.size());
        cutTable(table, m_width, m_height, m_slabs);
        if (m_slabs.flow.size() > first) {
            m_slabs.flow[first].startsPage = m_breakPending;
            m_breakPending = false;
        }
    }

    void operator()(const Chart& chart)
    {
        Slab slab { layChart(chart, m_width), pointsOf(chart.heightMm) };
        slab.spaceBefore = chart.spaceBeforePt;
        slab.spaceAfter = chart.spaceAfterPt;
        append(slab);
    }

    void operator()(const QrCode& code)
    {
        Slab slab { layQrCode(code, m_width), pointsOf(code.sizeMm) };
        slab.spaceBefore = code.spaceBeforePt;
        slab.spaceAfter = code.spaceAfterPt;
        append(slab);
    }

    void operator()(const TwoColumns& columns)
    {
        Slab slab;
        const qreal leftWidth = m_width * std::clamp(columns.leftFraction, 0.1, 0.9);
        const qreal left = stack(slab.drawing, layColumn(columns.left, leftWidth), 0);
        const qreal right = stack(slab.drawing, layColumn(columns.right, m_width - leftWidth), leftWidth);
        slab.height = std::max(left, right);
        slab.spaceBefore = columns.spaceBeforePt;
        slab.spaceAfter = columns.spaceAfterPt;
        append(slab);
    }

    void operator()(const SignatureBlock& signature)
    {
        if (!m_slabs.flow.isEmpty() && !m_breakPending)
            m_slabs.flow.last().keepWithNext = true; // a signature alone on a page could be put under any text
        (*this)(signature.columns);
    }

    void operator()(const RuleLine& rule)
    {
        if (!m_slabs.flow.isEmpty())
            m_slabs.flow.last().keepWithNext = true;
        const qreal base = rule.measure == RuleLine::Measure::OfTextAbove ? m_textWidth : m_width;
        const qreal length = std::min(base * rule.fraction, m_width);
        const qreal left = (m_width - length) / 2;
        Slab slab;
        slab.drawing.rules.append({ QLineF(left, rule.spaceBeforePt, left + length, rule.spaceBeforePt), 0.75 });
        slab.height = rule.spaceBeforePt + 0.75;
        slab.spaceAfter = rule.spaceAfterPt;
        append(slab);
    }

    void operator()(const PageBreak&) { m_breakPending = !m_slabs.flow.isEmpty(); }

    Slabs take() { return std::move(m_slabs); }

private:
    static qreal stack(Drawing& drawing, const QList<Strip>& strips, qreal x)
    {
        qreal y = 0;
        for (const Strip& strip : strips) {
            drawing.add(strip.drawing, QPointF(x, y));
            y += strip.height;
        }
        return y;
    }

    void append(Slab slab)
    {
        slab.startsPage = m_breakPending;
        m_breakPending = false;
        m_slabs.flow.append(std::move(slab));
    }

    qreal m_width;
    qreal m_height;
    qreal m_textWidth = 0;
    bool m_breakPending = false;
    Slabs m_slabs;
};

} // namespace

Slabs cutIntoSlabs(const QList<Block>& blocks, qreal width, qreal height)
{
    Cutter cutter(width, height);
    for (const Block& block : blocks)
        std::visit(cutter, block);
    return cutter.take();
}

} // namespace maiam::papers
