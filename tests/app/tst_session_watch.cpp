// SPDX-License-Identifier: GPL-3.0-or-later
// Session lock and sleep over D-Bus, with a bus of our own and a logind that is played.
#include <QtGlobal>

#ifdef Q_OS_LINUX
#include "app/platform/linux/login_watch.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

/// As much of logind as the program asks for.
class PlayedLogind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    int inhibitors = 0;

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint) { return QDBusObjectPath(u"/org/freedesktop/login1/session/_32"_s); }
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString&, const QString&, const QString& mode)
    {
        if (what != u"sleep"_s || mode != u"delay"_s)
            return {};
        ++inhibitors;
        QFile null(u"/dev/null"_s);
        return null.open(QIODevice::ReadOnly) ? QDBusUnixFileDescriptor(null.handle()) : QDBusUnixFileDescriptor();
    }

Q_SIGNALS:
    void PrepareForSleep(bool start);
};

class PlayedSession : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
Q_SIGNALS:
    void Lock();
};

class TestSessionWatch : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;
    QProcess m_bus;
    QString m_address;
    PlayedLogind m_logind;
    PlayedSession m_session;

    [[nodiscard]] QDBusConnection connection(const QString& name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("dbus-daemon is not installed");
        m_bus.start(u"dbus-daemon"_s,
            { u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:dir="_s + m_home.path() });
        QVERIFY(m_bus.waitForReadyRead(10'000));
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        QDBusConnection logind = connection(u"logind"_s);
        QVERIFY(logind.registerService(u"org.freedesktop.login1"_s));
        const auto all = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;
        QVERIFY(logind.registerObject(u"/org/freedesktop/login1"_s, &m_logind, all));
        QVERIFY(logind.registerObject(u"/org/freedesktop/login1/session/_32"_s, &m_session, all));
        QVERIFY(logind.registerService(u"org.gnome.ScreenSaver"_s));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"logind"_s);
        QDBusConnection::disconnectFromBus(u"program"_s);
        m_bus.kill();
        m_bus.waitForFinished();
    }
    void theRegisterLocksBeforeThePcSleeps()
    {
        LoginWatch watch(connection(u"program"_s), connection(u"program"_s));
        QSignalSpy needed(&watch, &SessionWatch::lockNeeded);
        QTRY_VERIFY(watch.delaysSleep());
        Q_EMIT m_logind.PrepareForSleep(true);
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(watch.delaysSleep()); // still at it
        watch.locked();
        QVERIFY(!watch.delaysSleep());
        Q_EMIT m_logind.PrepareForSleep(false); // awake: nothing to lock, and the next sleep waits again
        QTRY_VERIFY(watch.delaysSleep());
        QCOMPARE(needed.size(), 1);
    }
    void lockingByHandDoesNotGiveUpTheNextSleep()
    {
        LoginWatch watch(connection(u"program"_s), connection(u"program"_s));
        QTRY_VERIFY(watch.delaysSleep());
        watch.locked();
        QVERIFY(watch.delaysSleep());
    }
    void lockingTheSessionLocksTheRegister()
    {
        LoginWatch watch(connection(u"program"_s), connection(u"program"_s));
        QSignalSpy needed(&watch, &SessionWatch::lockNeeded);
        QTRY_VERIFY(watch.delaysSleep()); // by then the session has been asked for, too
        QTRY_VERIFY([&] {
            Q_EMIT m_session.Lock();
            return needed.wait(200);
        }());
    }
    void aDesktopThatLocksByItselfIsHeard_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<bool>("value");
        QTest::addColumn<bool>("locks");
        QTest::newRow("locked") << u"LockedHint"_s << true << true;
        QTest::newRow("another user") << u"Active"_s << false << true;
        QTest::newRow("unlocked") << u"LockedHint"_s << false << false;
        QTest::newRow("back again") << u"Active"_s << true << false;
        QTest::newRow("idle hint") << u"IdleHint"_s << true << false;
    }
    void aDesktopThatLocksByItselfIsHeard()
    {
        QFETCH(QString, property);
        QFETCH(bool, value);
        QFETCH(bool, locks);
        LoginWatch watch(connection(u"program"_s), connection(u"program"_s));
        QSignalSpy needed(&watch, &SessionWatch::lockNeeded);
        QTRY_VERIFY(watch.delaysSleep());
        const auto tell = [](const QString& name, bool on) {
            QDBusMessage changed = QDBusMessage::createSignal(
                u"/org/freedesktop/login1/session/_32"_s, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
            changed << u"org.freedesktop.login1.Session"_s << QVariantMap { { name, on } } << QStringList();
            QVERIFY(QDBusConnection(u"logind"_s).send(changed));
        };
        // The session is found out about beside the rest: tell of a lock until it is heard.
        for (int i = 0; i < 50 && needed.isEmpty(); ++i) {
            tell(u"LockedHint"_s, true);
            needed.wait(200);
        }
        QVERIFY(!needed.isEmpty());
        QTest::qWait(200);
        needed.clear();
        tell(property, value);
        tell(u"LockedHint"_s, true); // so that the end of the waiting is known
        QTRY_VERIFY(needed.size() >= (locks ? 2 : 1));
        QTest::qWait(200);
        QCOMPARE(needed.size(), locks ? 2 : 1);
    }
    void theScreenSaverOfADesktopIsHeard()
    {
        LoginWatch watch(connection(u"program"_s), connection(u"program"_s));
        QSignalSpy needed(&watch, &SessionWatch::lockNeeded);
        const auto tell = [](bool active) {
            QDBusMessage changed =
                QDBusMessage::createSignal(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s);
            changed << active;
            QVERIFY(QDBusConnection(u"logind"_s).send(changed));
        };
        for (int i = 0; i < 50 && needed.isEmpty(); ++i) {
            tell(true);
            needed.wait(200);
        }
        QVERIFY(!needed.isEmpty());
        QTest::qWait(200);
        needed.clear();
        tell(false);
        tell(true);
        QTRY_COMPARE(needed.size(), 1);
    }
    void withoutABusNothingBreaks()
    {
        LoginWatch watch(QDBusConnection(u"none"_s), QDBusConnection(u"none"_s));
        watch.locked();
        QVERIFY(!watch.delaysSleep());
    }
};

QTEST_GUILESS_MAIN(TestSessionWatch)
#include "tst_session_watch.moc"
#else
int main()
{
    return 0;
}
#endif
