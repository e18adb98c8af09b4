// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;

namespace maiam {

/// Ctrl+L wherever in the program it is pressed: also in a dialog, a menu or an open list, where Qt does not ask the
/// window's shortcuts. One event filter of the whole application; while it watches, the window's own Ctrl+L is not
/// reached, so that nothing is locked twice.
class LockKey : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Watches from now on, as after unlocking.
    void start();
    /// Watches no longer, as while locked.
    void stop();

Q_SIGNALS:
    /// Ctrl+L was pressed. Sent from the event loop.
    void pressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] static bool isLockKey(const QKeyEvent& event);
};

} // namespace maiam
