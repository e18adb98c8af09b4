// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window, opened by a viewer (an inspector, say): everything can be read and copied, nothing
// is offered that could not be done.
#include "program_journey.h"

#include "models/cases/case_work.h"
#include "models/records/kinds.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/session_editor.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/step_form.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestViewerJourney : public test::ProgramJourney
{
    Q_OBJECT

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }
    void putCaseAndSession()
    {
        auto reg = Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        const UtcMs now = SystemClock().now();
        Record file = (*reg)->newRecord(kinds::Case);
        file.set(CaseFields::Received, std::optional(now - 3600 * 1000));
        file.set(CaseFields::Summary, u"Trẻ bị đánh"_s);
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        auto batch = CaseWork::takeReport(file, child, u"BL-2026-001"_s, u"TE-001"_s, now);
        QVERIFY(batch);
        Record session = (*reg)->newRecord(kinds::Session);
        session.set(SessionFields::Type, u"class-children"_s);
        session.set(SessionFields::Starts, std::optional(now - 3600 * 1000));
        session.set(SessionFields::State, u"held"_s);
        batch->add(session);
        QVERIFY((*reg)->commit(*batch).result());
    }
    void startAs(const QString& name, const QString& words)
    {
        startProgram();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        chooseUser(name);
        unlock(words);
    }
    void openFirst(const QString& table)
    {
        auto* list = window()->currentPage()->findChild<QTableView*>(table);
        QVERIFY(list);
        // Rows are counted first and read afterwards.
        QTRY_VERIFY(list->model()->rowCount() > 0
            && !list->model()->index(0, 0).data(int(role::RecordId)).toString().isEmpty());
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
    }
    /// Inputs on the page that would take a letter, and buttons with these names.
    [[nodiscard]] QStringList writable(const QStringList& acts) const
    {
        QStringList found;
        const QWidget* shown = window()->currentPage();
        for (const auto* line : shown->findChildren<QLineEdit*>())
            if (line->isVisible() && line->isEnabled() && !line->isReadOnly())
                found.append(line->objectName() + line->accessibleName());
        for (const auto* area : shown->findChildren<QPlainTextEdit*>())
            if (area->isVisible() && !area->isReadOnly())
                found.append(area->objectName() + area->accessibleName());
        for (const auto* button : shown->findChildren<QPushButton*>())
            if (button->isVisible() && acts.contains(button->text().remove(u'&')))
                found.append(button->text());
        return found;
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        makeRegister();
        putCaseAndSession();
        addPerson(u"Trần Minh"_s, Role::Viewer);
    }
    void cleanup() { end(); }

    void aCaseIsReadStepByStep()
    {
        startAs(u"Minh"_s, test::MinhWords);
        window()->openDoor(Door::Cases);
        openFirst(page<CasesPage>()->findChild<QTableView*>()->objectName());
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        const QStringList acts { u"Save without going on"_s, u"Save Form 02"_s, u"Record the decision"_s, u"Edit"_s,
            u"Edit child and contact"_s, u"Go on to “Initial assessment”"_s, u"Close the case"_s };
        for (const char* step : { "intake", "initial", "verify", "plan", "approval", "carry-out", "review", "closed" })
        {
            page<CasePage>()->showStep(QLatin1String(step));
            QTest::qWait(20);
            QCOMPARE(writable(acts), QStringList());
        }
        page<CasePage>()->showStep(u"intake"_s);
        QVERIFY(page<CasePage>()->findChild<StepForm*>()->isVisible()); // what was written is there to be read
    }

    void todayAndTheBackupsOfferNothingThatAViewerMayNotDo()
    {
        startAs(u"Minh"_s, test::MinhWords);
        QPushButton* go = nullptr;
        QTRY_VERIFY((go = window()->currentPage()->findChild<QPushButton*>(u"doNow"_s)));
        QCOMPARE(go->text(), u"Open"_s);
        entry(u"Backup"_s)->trigger();
        QVERIFY(writable({ u"Try a restore"_s }).size() == 1); // the page is there
        QCOMPARE(writable({ u"Restore…"_s, u"Choose a second place…"_s, u"Use none"_s }), QStringList());
    }

    void anOfficerIsOfferedAllOfIt()
    {
        startAs(u"Lan"_s, test::LanWords);
        window()->openDoor(Door::Cases);
        openFirst(page<CasesPage>()->findChild<QTableView*>()->objectName());
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        page<CasePage>()->showStep(u"plan"_s);
        QTRY_VERIFY(writable({ u"Save without going on"_s }).contains(u"&Save without going on"_s));
        QVERIFY(writable({}).size() > 1);
    }

    void aSessionAndATaskAreRead()
    {
        startAs(u"Minh"_s, test::MinhWords);
        window()->openDoor(Door::Activities);
        const QStringList acts { u"+ Record a session"_s, u"Save"_s, u"Delete the session"_s, u"+ Plan a session"_s };
        QCOMPARE(writable(acts), QStringList());
        openFirst(u"sessions"_s);
        auto* editor = page<ActivitiesPage>()->findChild<SessionEditor*>();
        QTRY_VERIFY(editor->isOpen() && editor->isVisible());
        QTRY_COMPARE(writable(acts), QStringList());
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(editor->isOpen());
        page<ActivitiesPage>()->showTasks(u"2.c"_s);
        auto* note = page<ActivitiesPage>()->findChild<QLineEdit*>(u"taskNote"_s);
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(writable(acts), QStringList());
    }
};

QTEST_MAIN(TestViewerJourney)
#include "tst_viewer_journey.moc"
