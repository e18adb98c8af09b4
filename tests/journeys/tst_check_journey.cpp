// SPDX-License-Identifier: GPL-3.0-or-later
// The check of the register goes on while an officer works elsewhere, and tells its end wherever the officer is.
#include "program_journey.h"

#include "ui/journal/check_page.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
constexpr int SlowMs = 60'000;

/// Holds back what is begun beside the windows, as a large register does.
class SlowPool
{
public:
    SlowPool()
    {
        m_pool->setMaxThreadCount(1);
        m_pool->start([this] { static_cast<void>(m_gate.tryAcquire(1, SlowMs)); });
    }
    ~SlowPool()
    {
        m_gate.release();
        m_pool->setMaxThreadCount(m_threads);
        m_pool->waitForDone();
    }
    Q_DISABLE_COPY_MOVE(SlowPool)

private:
    QThreadPool* m_pool = QThreadPool::globalInstance();
    int m_threads = m_pool->maxThreadCount();
    QSemaphore m_gate;
};
} // namespace

class TestCheckJourney : public test::ProgramJourney
{
    Q_OBJECT

    [[nodiscard]] CheckPage* checkPage() const { return qobject_cast<CheckPage*>(window()->currentPage()); }
    void openCheck()
    {
        entry(u"Check the register"_s)->trigger();
        QVERIFY(checkPage());
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        makeRegister();
        startProgram();
        unlock(test::LanWords);
    }
    void cleanup() { end(); }

    void whoLeavesThePageFindsTheCheckAgainAndIsToldItsEnd()
    {
        {
            const SlowPool slow;
            openCheck();
            checkPage()->run();
            const QPointer<CheckPage> left = checkPage();
            window()->openDoor(Door::Children);
            QTRY_VERIFY(!left);
            openCheck(); // it is under way
            QVERIFY(checkPage()->task()->isRunning());
            QVERIFY(checkPage()->result().isEmpty());
            window()->openDoor(Door::Children);
        }
        const MessageBar* told = window()->currentPage()->message();
        QTRY_VERIFY_WITH_TIMEOUT(told->text().contains(u"were checked"_s), SlowMs);
        QCOMPARE(told->kind(), MessageBar::Kind::Ok);
        told->findChild<QPushButton*>(u"messageAction"_s)->click();
        QVERIFY(checkPage());
        QVERIFY2(checkPage()->result().contains(u"were checked"_s), qPrintable(checkPage()->result()));
        QVERIFY(!checkPage()->task()->isRunning());
    }

    void aQuestionOnThePageIsAnsweredFirst()
    {
        bool answered = false;
        {
            const SlowPool slow;
            openCheck();
            checkPage()->run();
            window()->openDoor(Door::Children);
            window()->currentPage()->message()->showChoice(
                MessageBar::Kind::Info, u"A draft"_s, u"Go on"_s, [&] { answered = true; }, u"Throw away"_s, [] {});
        }
        const MessageBar* told = window()->currentPage()->message();
        QTest::qWait(1500);
        QCOMPARE(told->text(), u"A draft"_s);
        told->findChild<QPushButton*>(u"messageAction"_s)->click();
        QVERIFY(answered);
        QTRY_VERIFY_WITH_TIMEOUT(told->text().contains(u"were checked"_s), SlowMs);
    }

    void itStopsBeforeAnErasureWhichEmptiesTheLog()
    {
        {
            const SlowPool slow;
            openCheck();
            checkPage()->run();
            entry(u"Erasures by decision"_s)->trigger();
        }
        const MessageBar* told = window()->currentPage()->message();
        QTRY_VERIFY_WITH_TIMEOUT(told->text().contains(u"Check of the register"_s), SlowMs);
        QCOMPARE(told->kind(), MessageBar::Kind::Info); // stopped: neither in order nor damaged
    }

    void lockingStopsItAndSaysSo()
    {
        openCheck();
        checkPage()->run();
        window()->openDoor(Door::Children);
        m_desktop->lock();
        const QString said = lockScreen()->findChild<MessageBar*>()->text();
        QVERIFY2(said.contains(u"Checking the register"_s), qPrintable(said));
    }
};

QTEST_MAIN(TestCheckJourney)
#include "tst_check_journey.moc"
