// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program: it is locked while an erasure is under way.
#include "program_journey.h"

#include "models/records/kinds.h"
#include "ui/cases/field_editor.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/erasure/erasure_page.h"
#include "ui/widgets/message_bar.h"

#include <QSemaphore>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestErasureLockJourney : public test::ProgramJourney
{
    Q_OBJECT

    QUuid m_child;

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    void putClosedCase()
    {
        auto reg = Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Record file = (*reg)->newRecord(kinds::Case);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Received, std::optional<qint64>(SystemClock().now() - 3600'000));
        file.set(CaseFields::Closed, std::optional<qint64>(SystemClock().now()));
        m_child = child.id();
        Batch batch;
        batch.add(child);
        batch.add(file);
        QVERIFY((*reg)->commit(batch).result());
    }
    void typeOrder()
    {
        const auto* erasure = page<ErasurePage>();
        const auto editor = [erasure](const QString& name) { return erasure->findChild<FieldEditor*>(name)->editor(); };
        test::typeText(editor(u"decision"_s), u"125/QĐ-UBND"_s);
        test::typeText(editor(u"decided"_s), u"20/11/2025"_s);
        auto* ground = qobject_cast<QComboBox*>(editor(u"ground"_s));
        ground->setCurrentIndex(ground->findData(u"retention"_s));
        erasure->findChild<PassphraseField*>(u"leaderWords"_s)->setText(test::MinhWords);
        erasure->findChild<PassphraseField*>(u"administratorWords"_s)->setText(test::LanWords);
    }

private Q_SLOTS:
    void init()
    {
        makeRegister();
        addPerson(u"Nguyễn Văn Hùng"_s, Role::Leader);
        putClosedCase();
    }
    void cleanup() { end(); }

    void lockingStopsAnErasureThatHasNotBegunAndSaysNothingThatIsNotSo()
    {
        startProgram();
        chooseUser(u"Lan"_s);
        unlock(test::LanWords);
        window()->openDoor(Door::Children);
        Q_EMIT page<ChildrenPage>()->childWanted(m_child);
        QVERIFY(page<ChildPage>());
        Q_EMIT page<ChildPage>()->erasureWanted(m_child);
        QTRY_VERIFY(page<ErasurePage>() && page<ErasurePage>()->plan());
        typeOrder();
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
