// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>

namespace maiam {

void WheelGuard::install()
{
    QCoreApplication* app = QCoreApplication::instance();
    if (!app->findChild<WheelGuard*>({}, Qt::FindDirectChildrenOnly))
        app->installEventFilter(new WheelGuard(app));
}

/// The choice list or field that this is; null for everything else, also for the list that hangs open below it.
QWidget* WheelGuard::choiceFor(QObject* watched)
{
    if (qobject_cast<QComboBox*>(watched) || qobject_cast<QAbstractSpinBox*>(watched))
        return static_cast<QWidget*>(watched);
    return nullptr;
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Polish && event->type() != QEvent::Wheel)
        return false;
    QWidget* choice = choiceFor(watched);
    if (!choice)
        return false;
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // so that what is around it scrolls
        return true;
    }
    // The wheel does not take the focus either.
    choice->setFocusPolicy(Qt::FocusPolicy(choice->focusPolicy() & ~(Qt::WheelFocus & ~Qt::StrongFocus)));
    return false;
}

} // namespace maiam
