// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/two_line_delegate.h"

#include "ui/widgets/progress_bar_with_mark.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

#include <algorithm>

namespace maiam {

namespace {
Tone toneOf(const QModelIndex& index)
{
    return static_cast<Tone>(index.data(role::MeaningTone).toInt());
}

QFont firstLineFont(const QModelIndex& index)
{
    QFont font = Theme::font(TextStyle::Body);
    font.setBold(index.data(role::IsBold).toBool());
    font.setUnderline(index.data(role::IsLink).toBool());
    return font;
}

QColor firstLineColour(const QModelIndex& index)
{
    if (index.data(role::IsLink).toBool())
        return Theme::colours().accent;
    if (index.data(role::IsMuted).toBool())
        return Theme::colours().muted;
    return Theme::ink(toneOf(index));
}
} // namespace

TwoLineDelegate::TwoLineDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void TwoLineDelegate::install(QTableView* table, bool twoLines)
{
    table->setItemDelegate(new TwoLineDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(Theme::scaled(twoLines ? 54 : 38));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QFont header = Theme::font(TextStyle::Secondary);
    header.setBold(true);
    table->horizontalHeader()->setFont(header);
}

int TwoLineDelegate::heightOf(const QTableView* table, int rows)
{
    return table->horizontalHeader()->sizeHint().height() + rows * table->verticalHeader()->defaultSectionSize()
        + 2 * std::max(table->frameWidth(), 1);
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = Theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? c.accentSoft : c.surface);
    painter->setPen(selected && c.highContrast ? QPen(c.ink, 3) : QPen(c.line, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus) && selected)
        painter->fillRect(QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()), c.accent);

    QRect area = option.rect.adjusted(Theme::scaled(10), 0, -Theme::scaled(8), -1);
    const QVariant percent = index.data(role::Percent);
    if (percent.isValid()) {
        const QVariant should = index.data(role::ShouldBePercent);
        const QRect bar(area.x(), area.y(), std::min(Theme::scaled(190), area.width() / 2), area.height());
        const Tone tone = toneOf(index) == Tone::Neutral ? Tone::Accent : toneOf(index);
        ProgressBarWithMark::draw(*painter, bar, percent.toInt(), should.isValid() ? should.toInt() : -1, tone);
        area.setLeft(bar.right() + Theme::scaled(12));
    }
    const QString second = index.data(role::SecondLine).toString();
    const int firstHeight = QFontMetrics(firstLineFont(index)).height();
    const QFont secondFont = Theme::font(TextStyle::Secondary);
    const int secondHeight = second.isEmpty() ? 0 : QFontMetrics(secondFont).height();
    int y = area.y() + std::max(0, (area.height() - firstHeight - secondHeight) / 2);
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const int align = aligned.isValid() ? aligned.toInt() & Qt::AlignHorizontal_Mask : int(Qt::AlignLeft);
    paintLine(painter, QRect(area.x(), y, area.width(), firstHeight), index, align);
    if (!second.isEmpty()) {
        y += firstHeight;
        painter->setFont(secondFont);
        painter->setPen(c.muted);
        painter->drawText(QRect(area.x(), y, area.width(), secondHeight), align | Qt::AlignVCenter,
            QFontMetrics(secondFont).elidedText(second, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

void TwoLineDelegate::paintChip(QPainter* painter, const QRect& rect, const QString& text, int tone) const
{
    const Colours& c = Theme::colours();
    const Tone meant = static_cast<Tone>(tone);
    QFont font = Theme::font(TextStyle::Secondary);
    font.setBold(meant == Tone::Red || meant == Tone::Amber);
    const QFontMetrics metrics(font);
    const int wide = std::min(rect.width(), metrics.horizontalAdvance(text) + Theme::scaled(16));
    const int tall = metrics.height() + Theme::scaled(2);
    const QRectF badge(rect.x(), rect.center().y() - tall / 2.0, wide, tall);
    painter->setPen(c.highContrast ? QPen(c.ink, 1) : QPen(Qt::NoPen));
    painter->setBrush(Theme::ground(meant));
    painter->drawRoundedRect(badge, 4, 4);
    painter->setPen(Theme::ink(meant));
    painter->setFont(font);
    painter->drawText(badge, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, wide - Theme::scaled(8)));
}

void TwoLineDelegate::paintLine(QPainter* painter, const QRect& rect, const QModelIndex& index, int align) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        return;
    if (index.data(role::IsChip).toBool()) {
        paintChip(painter, rect, text, static_cast<int>(toneOf(index)));
        return;
    }
    const QFont font = firstLineFont(index);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    painter->setFont(font);
    painter->setPen(firstLineColour(index));
    const auto found = index.data(role::Found).value<QList<TextRange>>();
    if (found.isEmpty()) {
        painter->drawText(rect, align | Qt::AlignVCenter, shown);
        return;
    }
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange& range : found) {
        if (range.start >= shown.size())
            continue;
        QTextCharFormat format;
        format.setBackground(Theme::colours().mark);
        format.setFontUnderline(Theme::colours().highContrast);
        formats.append({ static_cast<int>(range.start),
            static_cast<int>(std::min(range.length, shown.size() - range.start)), format });
    }
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(painter, rect.topLeft(), formats);
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    const QFontMetrics first(firstLineFont(index));
    const QFontMetrics second(Theme::font(TextStyle::Secondary));
    const QString below = index.data(role::SecondLine).toString();
    int wide = std::max(first.horizontalAdvance(index.data().toString()), second.horizontalAdvance(below));
    if (index.data(role::IsChip).toBool())
        wide += Theme::scaled(12);
    if (index.data(role::Percent).isValid())
        wide += Theme::scaled(202);
    return { wide + Theme::scaled(22), Theme::scaled(below.isEmpty() ? 38 : 54) };
}

} // namespace maiam
