// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program: what is left to do after an erasure stands in one list only, and is not lost unawares.
#include "program_journey.h"

#include "models/records/kinds.h"
#include "ui/cases/field_editor.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/erasure/erasure_page.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestErasureRestJourney : public test::ProgramJourney
{
    Q_OBJECT

    QUuid m_child;

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    /// A child whose case is closed, and a session whose note names it.
    void putChildAndSession()
    {
        auto reg = Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Record file = (*reg)->newRecord(kinds::Case);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Received, std::optional<qint64>(SystemClock().now() - 3600'000));
        file.set(CaseFields::Closed, std::optional<qint64>(SystemClock().now()));
        Record session = (*reg)->newRecord(kinds::Session);
        session.set(SessionFields::Starts, std::optional<qint64>(SystemClock().now() - 7200'000));
        session.set(SessionFields::Note, u"Có em Tằng Mỹ Ánh, lớp 3A"_s);
        m_child = child.id();
        Batch batch;
        for (const Record& record : { child, file, session })
            batch.add(record);
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
    /// The only place that is left.
    [[nodiscard]] QPushButton* link() const
    {
        return page<ErasurePage>()->findChild<QWidget*>(u"doubts"_s)->findChild<QPushButton*>();
    }

private Q_SLOTS:
    void init()
    {
        makeRegister();
        addPerson(u"Nguyễn Văn Hùng"_s, Role::Leader);
        putChildAndSession();
    }
    void cleanup() { end(); }

    void theListOfWhatIsLeftDoesNotGoWithItsOwnLinkUnawares()
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
        Questions::setNextAnswer(Answer::Accept);
        page<ErasurePage>()->erase();
        QTRY_VERIFY_WITH_TIMEOUT(!page<ErasurePage>()->outcome().isEmpty(), UnlockWithinMs);
        QVERIFY(link());
        link()->click();
        QVERIFY(page<ErasurePage>());
        const auto* bar = page<ErasurePage>()->message();
        QVERIFY2(bar->text().contains(u"cannot be made again"_s), qPrintable(bar->text()));
        bar->findChild<QPushButton*>(u"messageAction"_s)->click();
        QVERIFY(!page<ErasurePage>());
        QVERIFY(window()->door() == Door::Activities);
    }
};

QTEST_MAIN(TestErasureRestJourney)
#include "tst_erasure_rest_journey.moc"
