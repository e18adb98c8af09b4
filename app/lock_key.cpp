// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lock_key.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace maiam {

void LockKey::start()
{
    QCoreApplication::instance()->installEventFilter(this); // once only, however often it is called
}

void LockKey::stop()
{
    QCoreApplication::instance()->removeEventFilter(this);
}

bool LockKey::isLockKey(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers unimportant = Qt::KeypadModifier | Qt::GroupSwitchModifier;
    return event.key() == Qt::Key_L && (event.modifiers() & ~unimportant) == Qt::ControlModifier;
}

bool LockKey::eventFilter(QObject* watched, QEvent* event)
{
    const bool press = event->type() == QEvent::KeyPress;
    if ((!press && event->type() != QEvent::ShortcutOverride) || !isLockKey(*static_cast<QKeyEvent*>(event)))
        return QObject::eventFilter(watched, event);
    // An override that is accepted is no shortcut: the key press itself comes next, and to here only.
    event->accept();
    // The lock comes after the key: it deletes the very widget that the key was for.
    if (press && !static_cast<QKeyEvent*>(event)->isAutoRepeat())
        QMetaObject::invokeMethod(this, &LockKey::pressed, Qt::QueuedConnection);
    return true;
}

} // namespace maiam
