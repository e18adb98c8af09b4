// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steady_scroll_area.h"

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScopedValueRollback>
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
    if (focused->height() < viewport()->height() && !qobject_cast<QAbstractButton*>(focused))
        ensureWidgetVisible(focused, 0, Theme::scaled(space::XL));
}

void SteadyScrollArea::reveal(QWidget* widget)
{
    for (QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<SteadyScrollArea*>(above); area && area->isAncestorOf(widget)) {
            // Later: what has just come has no place yet.
            QTimer::singleShot(0, widget, [area, widget] { area->ensureWidgetVisible(widget, 0, 0); });
            return;
        }
}

void SteadyScrollArea::resizeEvent(QResizeEvent* event)
{
    decide();
    QScrollArea::resizeEvent(event);
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
