// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steady_scroll_area.h"

#include "ui/widgets/labelled_field.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace maiam {

SteadyScrollArea::SteadyScrollArea(QWidget* parent)
    : QScrollArea(parent)
{
    // Queued: a form that has just come has no size yet.
    connect(qApp, &QApplication::focusChanged, this, &SteadyScrollArea::showFocused, Qt::QueuedConnection);
}

void SteadyScrollArea::showFocused()
{
    QWidget* focused = QApplication::focusWidget();
    if (!widget() || !focused || !widget()->isAncestorOf(focused) || !focused->isVisibleTo(widget()))
        return;
    // A list that is larger than the view stays where it is, and a page is not opened at its last button.
    if (focused->height() >= viewport()->height() || qobject_cast<QAbstractButton*>(focused))
        return;
    // Its label, its hint and what is wrong with it belong to a field.
    QWidget* field = focused;
    while (field != widget() && !qobject_cast<LabelledField*>(field))
        field = field->parentWidget();
    settle(focused);
    bring(focused, Theme::scaled(space::XL));
    if (field != widget() && field->height() <= viewport()->height())
        bring(field, 0);
}

void SteadyScrollArea::reveal(QWidget* widget)
{
    for (QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<SteadyScrollArea*>(above); area && area->isAncestorOf(widget)) {
            // Later: what has just come has no place yet.
            QTimer::singleShot(0, widget, [area, widget] {
                if (!area->widget() || !area->widget()->isAncestorOf(widget) || !widget->isVisibleTo(area))
                    return;
                area->settle(widget);
                area->bring(widget, 0);
            });
            return;
        }
}

/// Lays out now what waits to be laid out around a part of the content, from the inside out: a line that has just come
/// under a field would else have no place yet.
void SteadyScrollArea::settle(const QWidget* part)
{
    for (const QWidget* one = part; one && one != viewport(); one = one->parentWidget())
        if (one->layout())
            one->layout()->activate();
    decide();
    QEvent wanted(QEvent::LayoutRequest);
    QScrollArea::event(&wanted);
}

/// Moves as little as brings a part of the content into sight; of what is larger than the view its beginning. Qt's own
/// ensureWidgetVisible() is content with the place where somebody types, so that half a field stays hidden.
void SteadyScrollArea::bring(const QWidget* part, int margin)
{
    const QRect place(part->mapTo(widget(), QPoint()), part->size());
    const auto move = [](QScrollBar* bar, int from, int length, int room, int extra) {
        if (from >= bar->value() && from + length <= bar->value() + room)
            return;
        extra = std::clamp(extra, 0, std::max(0, (room - length) / 2));
        const bool above = from < bar->value() || length > room;
        bar->setValue(above ? from - extra : from + length + extra - room);
    };
    move(horizontalScrollBar(), place.left(), place.width(), viewport()->width(), 0);
    move(verticalScrollBar(), place.top(), place.height(), viewport()->height(), margin);
}

bool SteadyScrollArea::focusNextPrevChild(bool next)
{
    if (!QWidget::focusNextPrevChild(next))
        return false;
    // Of what is larger than the view Qt would bring the middle into sight.
    QWidget* focused = focusWidget();
    if (focused && focused->height() < viewport()->height())
        ensureWidgetVisible(focused);
    return true;
}

void SteadyScrollArea::resizeEvent(QResizeEvent* event)
{
    decide();
    const QWidget* focused = QApplication::focusWidget();
    const int before = event->oldSize().height();
    bool inSight = false;
    if (widget() && focused && widget()->isAncestorOf(focused)) {
        const int top = focused->mapTo(widget(), QPoint()).y() - verticalScrollBar()->value();
        inSight = top < before && top + focused->height() > 0;
    }
    QScrollArea::resizeEvent(event);
    // A message that has come above must not push what somebody is typing into out of sight.
    if (inSight && event->size().height() < before)
        QTimer::singleShot(0, this, &SteadyScrollArea::showFocused);
}

bool SteadyScrollArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        decide();
    if (watched != widget() || event->type() != QEvent::Resize)
        return QScrollArea::eventFilter(watched, event);
    // Qt answers a new size of the content with another one, and where the two never agree it does so without end.
    if (m_settling)
        return false;
    const QScopedValueRollback settling(m_settling, true);
    return QScrollArea::eventFilter(watched, event);
}

void SteadyScrollArea::decide()
{
    const QLayout* layout = widget() ? widget()->layout() : nullptr;
    if (!layout)
        return;
    const int across = width() - 2 * frameWidth();
    const int wanted =
        layout->hasHeightForWidth() ? layout->totalHeightForWidth(across) : layout->totalSizeHint().height();
    const int least = std::max(wanted, layout->totalMinimumSize().height());
    const auto policy = least > height() - 2 * frameWidth() ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff;
    if (policy != verticalScrollBarPolicy())
        setVerticalScrollBarPolicy(policy);
}

} // namespace maiam
