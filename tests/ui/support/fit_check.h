// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QTextBrowser>
#include <QWidget>

namespace maiam::test {

/// How a fault names a widget.
inline QString nameOf(const QWidget* widget)
{
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const QString text = label ? label->text() : button ? button->text() : widget->accessibleName();
    return QStringLiteral("%1 '%2' %3×%4")
        .arg(QLatin1String(widget->metaObject()->className()), text.left(40))
        .arg(widget->width())
        .arg(widget->height());
}

/// What a person could not read to its end on a page: what stands over its parent's right edge, what would have to be
/// pushed sideways, texts that are narrower or lower than their words. One line for each fault.
inline QStringList cutOff(const QWidget* page)
{
    QStringList faults;
    const auto widgets = page->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisibleTo(page))
            continue;
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
            area && area->horizontalScrollBar()->maximum() > 0)
            faults.append(
                QStringLiteral("moves sideways by %1: ").arg(area->horizontalScrollBar()->maximum()) + nameOf(widget));
        const QWidget* parent = widget->parentWidget();
        if (parent->layout() && widget->geometry().right() >= parent->width())
            faults.append(QStringLiteral("over the right edge of %1: ").arg(parent->width()) + nameOf(widget));
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label && !qobject_cast<const ElidedLabel*>(label) && !label->text().isEmpty()) {
            const bool wraps = label->wordWrap();
            if (!wraps && label->width() < label->minimumSizeHint().width())
                faults.append(QStringLiteral("text cut off: ") + nameOf(label));
            if (wraps && label->heightForWidth(label->width()) > label->height())
                faults.append(QStringLiteral("needs a height of %1: ").arg(label->heightForWidth(label->width()))
                    + nameOf(label));
        }
        if (qobject_cast<const QPushButton*>(widget) && widget->width() < widget->minimumSizeHint().width())
            faults.append(QStringLiteral("text cut off: ") + nameOf(widget));
    }
    return faults;
}

/// What a person without a mouse could not do on a page: inputs and buttons that Tab does not reach, and those that it
/// does not leave, or leaves only to come back to them. One line for each fault.
inline QStringList outOfReach(QWidget* page)
{
    QStringList faults;
    QSet<const QWidget*> reached;
    QStringList way;
    page->setFocus(); // else a page without a search has it nowhere
    QWidget* before = QApplication::focusWidget();
    const QWidget* first = nullptr;
    for (int i = 0; i < 300; ++i) {
        QTest::keyClick(before ? before : page, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now && now == before && qobject_cast<QTextBrowser*>(now))
            continue; // from link to link
        if (!now || now == before) {
            faults.append(QStringLiteral("Tab does not leave ") + (now ? nameOf(now) : QStringLiteral("the page")));
            break;
        }
        if (reached.contains(now)) { // once around
            if (now != first)
                faults.append(QStringLiteral("Tab goes round in circles at ") + nameOf(now));
            break;
        }
        if (!first)
            first = now;
        reached.insert(now);
        way.append(nameOf(now));
        before = now;
    }
    const auto widgets = page->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool wanted = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isEnabled()
            && widget->isVisibleTo(page);
        // Of radio buttons Tab reaches one; the arrows lead on.
        if (wanted && !reached.contains(widget) && !qobject_cast<const QRadioButton*>(widget))
            faults.append(QStringLiteral("not reached by Tab: ") + nameOf(widget));
    }
    if (!faults.isEmpty())
        faults.append(QStringLiteral("Tab went: ") + way.join(QStringLiteral(" → ")));
    return faults;
}

} // namespace maiam::test
