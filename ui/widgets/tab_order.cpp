// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_order.h"

#include <QGridLayout>
#include <QWidget>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace maiam {

namespace {
/// What hands the focus on to a part of itself, as a field with its label does.
bool handsOn(const QWidget* one)
{
    return one->focusProxy() && one->isAncestorOf(one->focusProxy());
}

/// What takes the focus itself: not what hands it on.
bool isStop(const QWidget* one)
{
    return (one->focusPolicy() & Qt::TabFocus) && !one->focusProxy();
}

/// The widgets of a layout as they are read: line by line, left before right.
void addLaidOut(const QLayout* layout, QList<QWidget*>& parts)
{
    std::vector<int> items(size_t(layout->count()));
    std::iota(items.begin(), items.end(), 0);
    if (const auto* grid = qobject_cast<const QGridLayout*>(layout)) {
        const auto placeOf = [grid](int item) {
            std::pair<int, int> place;
            int rows = 0, columns = 0;
            grid->getItemPosition(item, &place.first, &place.second, &rows, &columns);
            return place;
        };
        std::stable_sort(items.begin(), items.end(), [&](int a, int b) { return placeOf(a) < placeOf(b); });
    }
    for (const int item : items) {
        if (QWidget* widget = layout->itemAt(item)->widget())
            parts.append(widget);
        else if (const QLayout* inner = layout->itemAt(item)->layout())
            addLaidOut(inner, parts);
    }
}

QList<QWidget*> partsOf(const QWidget* whole)
{
    QList<QWidget*> parts;
    // What hands the focus on is put before the first that was made in it by Qt itself: that one stays the first.
    if (whole->layout() && !handsOn(whole))
        addLaidOut(whole->layout(), parts);
    const auto all = whole->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    for (QWidget* one : all)
        if (!parts.contains(one))
            parts.append(one);
    parts.removeIf([](const QWidget* one) { return one->isWindow(); }); // a list that pops up
    return parts;
}

void collect(QWidget* part, QList<QWidget*>& chain)
{
    // An input's inner part that hands the focus back to it goes along with it.
    if (!part->focusProxy() || handsOn(part))
        chain.append(part);
    const QList<QWidget*> parts = partsOf(part);
    for (QWidget* one : parts)
        collect(one, chain);
}

/// A widget that is made a stop of its own for as long as the order is set.
struct Borrowed
{
    QWidget* widget;
    QWidget* proxy;
    Qt::FocusPolicy policy;
};
} // namespace

void tabOrder::through(const QList<QWidget*>& parts)
{
    QList<QWidget*> chain;
    for (QWidget* part : parts)
        collect(part, chain);
    // Qt keeps every widget in its chain, and moves only stops. A field left behind where it stood would lead Tab from
    // there to its input, again and again.
    std::vector<Borrowed> borrowed;
    for (QWidget* one : std::as_const(chain)) {
        if (isStop(one))
            continue;
        QWidget* proxy = one->focusProxy();
        one->setFocusProxy(nullptr); // first: it would hand the policy on
        borrowed.push_back({ one, proxy, one->focusPolicy() });
        one->setFocusPolicy(Qt::TabFocus);
    }
    for (qsizetype i = 1; i < chain.size(); ++i)
        QWidget::setTabOrder(chain.at(i - 1), chain.at(i));
    for (const Borrowed& one : borrowed) {
        one.widget->setFocusPolicy(one.policy);
        if (one.proxy)
            one.widget->setFocusProxy(one.proxy);
    }
}

QWidget* tabOrder::first(QWidget* part)
{
    QList<QWidget*> chain;
    collect(part, chain);
    const auto seen = std::find_if(chain.begin(), chain.end(),
        [](const QWidget* one) { return isStop(one) && one->isVisible() && one->isEnabled(); });
    return seen == chain.end() ? nullptr : *seen;
}

} // namespace maiam
