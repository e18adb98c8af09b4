// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/linux/login_watch.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
const QString Service = QStringLiteral("org.freedesktop.login1");
const QString ManagerPath = QStringLiteral("/org/freedesktop/login1");
constexpr const char* ManagerInterface = "org.freedesktop.login1.Manager";
constexpr const char* SessionInterface = "org.freedesktop.login1.Session";
} // namespace

LoginManager::LoginManager(const QDBusConnection& bus, QObject* parent)
    : QDBusAbstractInterface(Service, ManagerPath, ManagerInterface, bus, parent)
{
}

LoginSession::LoginSession(const QDBusConnection& bus, const QString& path, QObject* parent)
    : QDBusAbstractInterface(Service, path, SessionInterface, bus, parent)
{
}

LoginProperties::LoginProperties(const QDBusConnection& bus, const QString& path, QObject* parent)
    : QDBusAbstractInterface(Service, path, "org.freedesktop.DBus.Properties", bus, parent)
{
}

ScreenSaver::ScreenSaver(
    const QDBusConnection& bus, const QString& service, const QString& path, const char* interface, QObject* parent)
    : QDBusAbstractInterface(service, path, interface, bus, parent)
{
}

LoginWatch::LoginWatch(const QDBusConnection& systemBus, const QDBusConnection& sessionBus)
    : m_system(systemBus)
    , m_session(sessionBus)
{
    if (m_system.isConnected()) {
        watchManager();
        watchOwnSession();
        delaySleep();
    }
    if (m_session.isConnected())
        watchScreenSavers();
}

void LoginWatch::watchManager()
{
    auto* manager = new LoginManager(m_system, this);
    connect(manager, &LoginManager::PrepareForSleep, this, [this](bool start) {
        m_sleeping = start;
        if (start)
            Q_EMIT lockNeeded();
        else
            delaySleep(); // awake again: the next sleep waits for us, too
    });
    connect(manager, &LoginManager::PrepareForShutdown, this, [this](bool start) {
        if (start)
            Q_EMIT lockNeeded();
    });
}

void LoginWatch::watchOwnSession()
{
    QDBusMessage ask =
        QDBusMessage::createMethodCall(Service, ManagerPath, QLatin1StringView(ManagerInterface), u"GetSessionByPID"_s);
    ask << quint32(QCoreApplication::applicationPid());
    auto* answer = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusObjectPath> path = *answer;
        answer->deleteLater();
        if (path.isValid())
            return watchSession(path.value().path());
        watchDisplaySession();
    });
}

/// Started by the user's service manager, a program belongs to no session; then the one with the user's screen counts.
void LoginWatch::watchDisplaySession()
{
    QDBusMessage ask = QDBusMessage::createMethodCall(
        Service, ManagerPath + u"/user/self"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << u"org.freedesktop.login1.User"_s << u"Display"_s;
    auto* answer = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> display = *answer;
        answer->deleteLater();
        if (!display.isValid())
            return;
        const auto pair = display.value().variant().value<QDBusArgument>();
        if (pair.currentType() != QDBusArgument::StructureType)
            return;
        QString id;
        QDBusObjectPath path;
        pair.beginStructure();
        pair >> id >> path;
        pair.endStructure();
        if (!path.path().isEmpty())
            watchSession(path.path());
    });
}

void LoginWatch::watchSession(const QString& path)
{
    auto* session = new LoginSession(m_system, path, this);
    connect(session, &LoginSession::Lock, this, &LoginWatch::lockNeeded);
    auto* properties = new LoginProperties(m_system, path, this);
    connect(properties, &LoginProperties::PropertiesChanged, this, [this](const QString&, const QVariantMap& changed) {
        const bool away = changed.contains(u"Active"_s) && !changed.value(u"Active"_s).toBool();
        if (changed.value(u"LockedHint"_s).toBool() || away)
            Q_EMIT lockNeeded();
    });
}

void LoginWatch::watchScreenSavers()
{
    const std::pair<const char*, const char*> savers[] = { { "org.freedesktop.ScreenSaver", "/ScreenSaver" },
        { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver" },
        { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver" }, { "org.mate.ScreenSaver", "/org/mate/ScreenSaver" },
        { "org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver" },
        { "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver" } };
    for (const auto& [name, path] : savers) {
        auto* saver = new ScreenSaver(m_session, QLatin1StringView(name), QLatin1StringView(path), name, this);
        connect(saver, &ScreenSaver::ActiveChanged, this, [this](bool active) {
            if (active)
                Q_EMIT lockNeeded();
        });
    }
}

void LoginWatch::delaySleep()
{
    QDBusMessage ask =
        QDBusMessage::createMethodCall(Service, ManagerPath, QLatin1StringView(ManagerInterface), u"Inhibit"_s);
    ask << u"sleep"_s << u"Mái Ấm"_s << tr("The register is being locked") << u"delay"_s;
    auto* answer = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> delay = *answer;
        answer->deleteLater();
        if (delay.isValid())
            m_delay = delay.value();
    });
}

void LoginWatch::locked()
{
    if (m_sleeping)
        m_delay = QDBusUnixFileDescriptor(); // closing it lets the PC sleep
}

std::unique_ptr<SessionWatch> platform::watchSession()
{
    return std::make_unique<LoginWatch>(QDBusConnection::systemBus(), QDBusConnection::sessionBus());
}

} // namespace maiam
