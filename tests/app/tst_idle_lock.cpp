// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idle_lock.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestIdleLock : public QObject
{
    Q_OBJECT
    IdleLock::Now m_now { 1h, 1000h };
    void pass(std::chrono::milliseconds time)
    {
        m_now.steady += time;
        m_now.wall += time;
    }
    [[nodiscard]] IdleLock::ReadNow clock()
    {
        return [this] { return m_now; };
    }

private Q_SLOTS:
    void itComesAfterTheTimeThatIsSet()
    {
        IdleLock lock(nullptr, clock());
        QSignalSpy idle(&lock, &IdleLock::idle);
        lock.setLimit(5min);
        lock.start();
        pass(5min - 1s);
        lock.check();
        QCOMPARE(idle.size(), 0);
        pass(1s);
        lock.check();
        QCOMPARE(idle.size(), 1);
        lock.check(); // once
        QCOMPARE(idle.size(), 1);
        QVERIFY(!lock.isWatching());
    }
    void theLimitIsOneToThirtyMinutes()
    {
        IdleLock lock(nullptr, clock());
        lock.setLimit(0min);
        QCOMPARE(lock.limit(), 1min);
        lock.setLimit(600min);
        QCOMPARE(lock.limit(), 30min);
    }
    void typingAndMovingPutItOff_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("key") << 0;
        QTest::newRow("word being composed") << 1;
        QTest::newRow("mouse") << 2;
    }
    void typingAndMovingPutItOff()
    {
        QFETCH(int, kind);
        QLineEdit field;
        field.show();
        IdleLock lock(nullptr, clock());
        QSignalSpy idle(&lock, &IdleLock::idle);
        lock.start();
        pass(4min);
        if (kind == 0) {
            QTest::keyClick(&field, Qt::Key_A);
        } else if (kind == 1) {
            QInputMethodEvent composing(u"Mỹ"_s, {});
            QCoreApplication::sendEvent(&field, &composing);
        } else {
            QTest::mouseMove(&field, QPoint(3, 3));
            QTest::mouseMove(&field, QPoint(8, 5));
            QCoreApplication::processEvents();
        }
        pass(4min);
        lock.check();
        QCOMPARE(idle.size(), 0);
        pass(1min);
        lock.check();
        QCOMPARE(idle.size(), 1);
    }
    void whatMovesByItselfDoesNot()
    {
        QLineEdit field;
        field.show();
        IdleLock lock(nullptr, clock());
        QSignalSpy idle(&lock, &IdleLock::idle);
        lock.start();
        pass(4min);
        field.setText(u"cập nhật"_s);
        field.update();
        field.hide();
        field.show();
        QCoreApplication::processEvents();
        pass(1min);
        lock.check();
        QCOMPARE(idle.size(), 1);
    }
    /// The steady clock stands still while the PC sleeps; the key that wakes it must not find the register open.
    void hoursOfSleepCount()
    {
        QLineEdit field;
        IdleLock lock(nullptr, clock());
        QSignalSpy idle(&lock, &IdleLock::idle);
        lock.start();
        m_now.wall += 8h;
        QTest::keyClick(&field, Qt::Key_A);
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(field.text(), QString()); // the key did nothing else
    }
    void aClockSetBackDoesNotHoldItOff()
    {
        IdleLock lock(nullptr, clock());
        QSignalSpy idle(&lock, &IdleLock::idle);
        lock.start();
        m_now.wall -= 24h;
        pass(5min);
        lock.check();
        QCOMPARE(idle.size(), 1);
    }
    void nothingIsWatchedWhileLocked()
    {
        IdleLock lock(nullptr, clock());
        QSignalSpy idle(&lock, &IdleLock::idle);
        lock.start();
        lock.stop();
        pass(1h);
        lock.check();
        QCOMPARE(idle.size(), 0);
        lock.start();
        pass(1min);
        lock.check();
        QCOMPARE(idle.size(), 0); // counted from the unlocking
    }
};

QTEST_MAIN(TestIdleLock)
#include "tst_idle_lock.moc"
