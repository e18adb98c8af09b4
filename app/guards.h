// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_shield.h"
#include "app/idle_lock.h"
#include "app/lock_key.h"
#include "app/platform/session_watch.h"
#include "ui/shell/settings.h"
#include "ui/widgets/clipboard_guard.h"

#include <QObject>

#include <memory>

namespace maiam {

/// What watches over an open register: the time without input, Ctrl+L, the session and the PC's sleep, the clipboard,
/// screen capture.
class Guards : public QObject
{
    Q_OBJECT
public:
    explicit Guards(IdleLock::ReadNow idleNow = {}, std::unique_ptr<SessionWatch> session = platform::watchSession());
    void apply(const Settings& settings);
    /// The register has been opened, or a page that shows or takes what opens one.
    void opened();
    /// The register is closed: nothing of it stays on the clipboard, and a PC that waits for us may sleep.
    void closed();
    [[nodiscard]] IdleLock& idleLock() { return m_idle; }

Q_SIGNALS:
    /// The register must be locked now, whatever is going on.
    void lockNeeded();
    /// Windows of the program can be seen in screen captures although they should not.
    void exposed(bool exposed);

private:
    IdleLock m_idle;
    LockKey m_key;
    CaptureShield m_shield;
    ClipboardGuard m_clipboard;
    std::unique_ptr<SessionWatch> m_session;
};

} // namespace maiam
