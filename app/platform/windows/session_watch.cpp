// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/session_watch.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QWindow>

#include <windows.h>
#include <wtsapi32.h>

namespace maiam {

namespace {

/// Listens with a window of its own that is never shown: session changes go to windows that ask for them, power changes
/// to every window that is no message-only one.
class WindowsSessionWatch final : public SessionWatch, public QAbstractNativeEventFilter
{
public:
    WindowsSessionWatch()
    {
        m_window.create();
        m_registered = WTSRegisterSessionNotification(handle(), NOTIFY_FOR_THIS_SESSION) != 0;
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~WindowsSessionWatch() override
    {
        QCoreApplication::instance()->removeNativeEventFilter(this);
        if (m_registered)
            WTSUnRegisterSessionNotification(handle());
    }
    Q_DISABLE_COPY_MOVE(WindowsSessionWatch)

    bool nativeEventFilter(const QByteArray& type, void* message, qintptr*) override
    {
        if (type != "windows_generic_MSG" && type != "windows_dispatcher_MSG")
            return false;
        const auto* msg = static_cast<const MSG*>(message);
        if (endsTheSight(*msg))
            Q_EMIT lockNeeded();
        return false; // others may want to know, too
    }

private:
    [[nodiscard]] static bool endsTheSight(const MSG& msg)
    {
        switch (msg.message) {
        case WM_WTSSESSION_CHANGE:
            return msg.wParam == WTS_SESSION_LOCK || msg.wParam == WTS_SESSION_LOGOFF
                || msg.wParam == WTS_CONSOLE_DISCONNECT || msg.wParam == WTS_REMOTE_DISCONNECT;
        case WM_POWERBROADCAST:
            return msg.wParam == PBT_APMSUSPEND;
        case WM_ENDSESSION:
            return msg.wParam != 0;
        default:
            return false;
        }
    }
    [[nodiscard]] HWND handle() const { return reinterpret_cast<HWND>(m_window.winId()); }

    QWindow m_window;
    bool m_registered = false;
};

} // namespace

std::unique_ptr<SessionWatch> platform::watchSession()
{
    return std::make_unique<WindowsSessionWatch>();
}

} // namespace maiam
#endif
