// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/session_watch.h"

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QList>
#include <QVariantMap>

namespace maiam {

/// org.freedesktop.login1.Manager: tells before the PC sleeps.
class LoginManager : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginManager(const QDBusConnection& bus, QObject* parent);

Q_SIGNALS:
    void PrepareForSleep(bool start);
    void PrepareForShutdown(bool start);
};

/// org.freedesktop.login1.Session: tells when the session is to be locked.
class LoginSession : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginSession(const QDBusConnection& bus, const QString& path, QObject* parent);

Q_SIGNALS:
    void Lock();
};

/// The properties of that session; desktops that lock by themselves set LockedHint.
class LoginProperties : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginProperties(const QDBusConnection& bus, const QString& path, QObject* parent);

Q_SIGNALS:
    void PropertiesChanged(const QString& interface, const QVariantMap& changed, const QStringList& invalidated);
};

/// A desktop's own screen saver, for desktops that do not tell logind.
class ScreenSaver : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    ScreenSaver(const QDBusConnection& bus, const QString& service, const QString& path, const char* interface,
        QObject* parent);

Q_SIGNALS:
    void ActiveChanged(bool active);
};

/// Listens to logind and the desktop's screen saver over D-Bus, and asks logind to wait with sleeping until the
/// register is locked (a "delay" inhibitor). Tests give buses of their own.
class LoginWatch final : public SessionWatch
{
    Q_OBJECT
public:
    LoginWatch(const QDBusConnection& systemBus, const QDBusConnection& sessionBus);
    void locked() override;
    /// Whether the PC waits for us before it sleeps.
    [[nodiscard]] bool delaysSleep() const { return m_delay.isValid(); }

private:
    void watchManager();
    void watchOwnSession();
    void watchDisplaySession();
    void watchSession(const QString& path);
    void watchScreenSavers();
    void delaySleep();

    QDBusConnection m_system;
    QDBusConnection m_session;
    QDBusUnixFileDescriptor m_delay;
    bool m_sleeping = false;
};

} // namespace maiam
