// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program: it is locked while an erasure is under way.
#include "erasure_program_journey.h"

#include "ui/widgets/message_bar.h"

#include <QSemaphore>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestErasureLockJourney : public test::ErasureProgramJourney
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeOffice(); }
    void cleanup() { end(); }

    void lockingStopsAnErasureThatHasNotBegunAndSaysNothingThatIsNotSo()
    {
        prepareErasure();
        auto* pool = QThreadPool::globalInstance();
        const int threads = pool->maxThreadCount();
        pool->waitForDone();
        QSemaphore gate;
        pool->setMaxThreadCount(1);
        pool->start([&gate] { static_cast<void>(gate.tryAcquire(1, 2000)); }); // the erasure waits behind it
        Questions::setNextAnswer(Answer::Accept);
        page<ErasurePage>()->erase();
        QVERIFY(page<ErasurePage>()->isErasing());
        m_desktop->lock();
        gate.release();
        pool->setMaxThreadCount(threads);
        const auto* bar = lockScreen()->findChild<MessageBar*>();
        QVERIFY2(bar->text().contains(u"An erasure was under way"_s), qPrintable(bar->text()));
        QVERIFY2(!bar->text().contains(u"Stopped by locking"_s), qPrintable(bar->text()));
        QVERIFY2(!bar->text().contains(u"package"_s), qPrintable(bar->text()));
        const auto reg = Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        QVERIFY((*reg)->record(kinds::Child, m_child)->has(ChildFields::Name)); // it was stopped before it was stored
    }
};

QTEST_MAIN(TestErasureLockJourney)
#include "tst_erasure_lock_journey.moc"
