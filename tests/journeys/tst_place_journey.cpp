// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: unlocking leads back to the page that was open, whichever it was, with what was
// typed there, but for passphrases and keys; and nobody is led to where they may not go.
#include "program_journey.h"

#include "models/cases/erasure_work.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "ui/activities/activities_page.h"
#include "ui/cases/case_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/step_form.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/drafts/drafts_card.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/erasure_page.h"
#include "ui/guide/guide_page.h"
#include "ui/imports/import_page.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/journal/access_page.h"
#include "ui/people/key_change_page.h"
#include "ui/people/people_page.h"
#include "ui/people/person_page.h"
#include "ui/people/role_chooser.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestPlaceJourney : public test::ProgramJourney
{
    Q_OBJECT

    QUuid m_case;
    QUuid m_child;

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    /// The register while the window has it locked, or does not run.
    std::unique_ptr<Register> openBeside()
    {
        auto opened = Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    void putClosedCase()
    {
        const auto reg = openBeside();
        Record child = reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        child.set(ChildFields::FileCode, u"BL-TE-014"_s);
        Record file = reg->newRecord(kinds::Case);
        file.set(CaseFields::FileCode, u"BL-2026-0001"_s);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Step, u"closed"_s);
        file.set(CaseFields::Outcome, u"case"_s);
        const UtcMs now = SystemClock().now();
        file.set(CaseFields::Received, std::optional<qint64>(now - 6 * 3600'000));
        file.set(CaseFields::Closed, std::optional<qint64>(now - 3600'000));
        m_child = child.id();
        m_case = file.id();
        Batch batch;
        batch.add(child);
        batch.add(file);
        QVERIFY(reg->commit(batch).result());
    }
    void begin()
    {
        startProgram();
        unlock(test::LanWords);
        window()->openDoor(Door::Children);
    }
    void lockAndUnlock()
    {
        m_desktop->lock();
        QVERIFY(!window()->currentPage());
        unlock(test::LanWords);
    }
    void openChild()
    {
        Q_EMIT page<ChildrenPage>()->childWanted(m_child);
        QVERIFY(page<ChildPage>());
    }
    void openPeople()
    {
        QVERIFY(entry(u"Users and keys"_s));
        entry(u"Users and keys"_s)->trigger();
        QVERIFY(page<PeoplePage>());
        QTRY_COMPARE(page<PeoplePage>()->people().size(), size_t(1));
    }
    /// What stands in the passphrases of the page in front.
    [[nodiscard]] QString secrets() const
    {
        QString typed;
        for (const PassphraseField* field : window()->currentPage()->findChildren<PassphraseField*>())
            typed += field->text();
        return typed;
    }
    [[nodiscard]] QString textIn(const QString& field) const
    {
        const auto* line = window()->currentPage() ? window()->currentPage()->findChild<QLineEdit*>(field) : nullptr;
        return line ? line->text() : QString();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        makeRegister();
        putClosedCase();
    }
    void cleanup() { end(); }

    void unlockingLeadsBackToEveryPageUnderMore()
    {
        begin();
        const auto menu = [this] { return window()->findChild<QMenu*>()->actions(); };
        QVERIFY(menu().size() >= 13);
        for (int i = 0; i < menu().size(); ++i) {
            if (menu().at(i)->isSeparator())
                continue;
            const QString text = menu().at(i)->text();
            menu().at(i)->trigger();
            const QByteArray shown = window()->currentPage()->metaObject()->className();
            QVERIFY2(shown != "maiam::ChildrenPage", qPrintable(text));
            lockAndUnlock();
            const auto isBack = [&] {
                return window()->currentPage() && shown == window()->currentPage()->metaObject()->className();
            };
            QTRY_VERIFY2(isBack(), qPrintable(text + u" is gone after unlocking"_s));
            window()->back();
            QVERIFY2(page<ChildrenPage>(), qPrintable(text));
        }
    }
    void unlockingLeadsBackToTheDecisionToErase()
    {
        begin();
        openChild();
        Q_EMIT page<ChildPage>()->erasureWanted(m_child);
        QVERIFY(page<ErasurePage>());
        QTRY_VERIFY(page<ErasurePage>()->plan());
        test::typeText(page<ErasurePage>()->findChild<FieldEditor*>(u"decision"_s)->editor(), u"125/QĐ-UBND"_s);
        page<ErasurePage>()->findChild<QCheckBox*>(u"suspect"_s)->setChecked(false);
        page<ErasurePage>()->findChild<PassphraseField*>(u"administratorWords"_s)->setText(test::LanWords);
        lockAndUnlock();
        QTRY_VERIFY(page<ErasurePage>());
        QCOMPARE(page<ErasurePage>()->id(), m_child);
        const auto decision = [this] { return page<ErasurePage>()->findChild<FieldEditor*>(u"decision"_s)->raw(); };
        QTRY_COMPARE(decision(), u"125/QĐ-UBND"_s);
        QVERIFY(!page<ErasurePage>()->findChild<QCheckBox*>(u"suspect"_s)->isChecked());
        QVERIFY(page<ErasurePage>()->findChild<QCheckBox*>(u"reporter"_s)->isChecked());
        QCOMPARE(secrets(), QString());
        window()->back();
        QVERIFY(page<ChildPage>());
    }
    void aNameThatWasSearchedForGoesWithItsErasure()
    {
        addPerson(u"Nguyễn Văn Hùng"_s, Role::Leader);
        const auto kept = [this] { // what the register remembers of where people were
            const auto reg = openBeside();
            return reg
                ->read([](Database& db) {
                    QByteArray all;
                    auto found = db.query(u"SELECT value FROM setting WHERE name GLOB 'place/*'"_s);
                    while (found && found->next())
                        all += found->blob(0);
                    return all;
                })
                .result();
        };
        const auto searchAndLock = [this] {
            page<ChildrenPage>()->returnTo({ { u"search"_s, u"Tằng Mỹ"_s } });
            m_desktop->lock();
        };
        begin();
        searchAndLock();
        QVERIFY(kept().contains("Tằng Mỹ"));
        {
            const auto reg = openBeside();
            const auto everybody = people::list(*reg);
            QVERIFY(everybody);
            const auto leader = std::find_if(
                everybody->begin(), everybody->end(), [](const Person& one) { return one.roles == Role::Leader; });
            QVERIFY(leader != everybody->end());
            const auto erased = erasureWork::carryOut(
                *reg, { m_child, {}, u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"retention"_s, leader->id, reg->user() });
            QVERIFY2(erased, erased ? "" : qPrintable(erased.error().message));
        }
        QCOMPARE(kept(), QByteArray());
        unlock(test::LanWords);
        window()->openDoor(Door::Children);
        searchAndLock(); // the page still stood there with the name when it was erased, as far as anybody knows
        QVERIFY(!kept().isEmpty());
        QVERIFY(!kept().contains("Tằng"));
    }
    void unlockingLeadsBackToTheNewPersonButNotToThePassphrase()
    {
        begin();
        openPeople();
        Q_EMIT page<PeoplePage>()->addWanted();
        QVERIFY(page<PersonPage>());
        test::typeText(page<PersonPage>()->findChild<QLineEdit*>(u"name"_s), u"Trần Minh"_s);
        page<PersonPage>()->findChild<RoleChooser*>()->setRoles(Role::Leader);
        for (PassphraseField* field : page<PersonPage>()->findChildren<PassphraseField*>())
            field->setText(test::MinhWords);
        lockAndUnlock();
        QTRY_VERIFY(page<PersonPage>());
        QTRY_COMPARE(textIn(u"name"_s), u"Trần Minh"_s);
        QVERIFY(page<PersonPage>()->findChild<RoleChooser*>()->roles() == Roles(Role::Leader));
        QCOMPARE(secrets(), QString());
        window()->back();
        QVERIFY(page<PeoplePage>());
    }
    void unlockingLeadsBackToAPersonWhoIsBeingChanged()
    {
        begin();
        openPeople();
        const Person lan = page<PeoplePage>()->people().front();
        Q_EMIT page<PeoplePage>()->editWanted(lan);
        page<PersonPage>()->findChild<QLineEdit*>(u"post"_s)->clear();
        test::typeText(page<PersonPage>()->findChild<QLineEdit*>(u"post"_s), u"Phó Chủ tịch"_s);
        lockAndUnlock();
        QTRY_VERIFY(page<PersonPage>());
        QCOMPARE(page<PersonPage>()->id(), lan.id);
        QTRY_COMPARE(textIn(u"post"_s), u"Phó Chủ tịch"_s);
        QCOMPARE(textIn(u"name"_s), lan.name);
    }
    void aNewKeyThatStoodThereIsAnotherOneAfterwardsAndThisIsSaid()
    {
        begin();
        openPeople();
        Q_EMIT page<PeoplePage>()->escrowWanted();
        QVERIFY(page<KeyChangePage>());
        const QList<QStringList> before = page<KeyChangePage>()->shares();
        QCOMPARE(before.size(), 2);
        lockAndUnlock();
        QTRY_VERIFY(page<KeyChangePage>());
        QCOMPARE(page<KeyChangePage>()->shares().size(), 2);
        QVERIFY(page<KeyChangePage>()->shares() != before);
        QVERIFY(page<KeyChangePage>()->message()->text().contains(u"kept nowhere"_s));
    }
    void unlockingLeadsBackToWhoLookedAtThisFile()
    {
        begin();
        openChild();
        Q_EMIT page<ChildPage>()->accessWanted({ m_child });
        QVERIFY(page<AccessPage>());
        const QString title = page<AccessPage>()->title();
        const auto choice = [this](const QString& name) {
            return page<AccessPage>() ? page<AccessPage>()->findChild<QComboBox*>(name) : nullptr;
        };
        QTRY_COMPARE(choice(u"user"_s)->count(), 2);
        choice(u"user"_s)->setCurrentIndex(1);
        choice(u"act"_s)->setCurrentIndex(2);
        lockAndUnlock();
        QTRY_VERIFY(page<AccessPage>());
        QCOMPARE(page<AccessPage>()->title(), title); // of this file, not of all
        QTRY_COMPARE(choice(u"act"_s)->currentIndex(), 2);
        QTRY_COMPARE(choice(u"user"_s)->currentIndex(), 1);
    }
    void unlockingLeadsBackToThePageOfTheGuide()
    {
        begin();
        Q_EMIT window()->guideRequested();
        QVERIFY(page<GuidePage>());
        const auto browser = [this] { return page<GuidePage>()->findChild<QTextBrowser*>(); };
        browser()->setSource(QUrl(u"qrc:/guide/user-guide/sao-luu.md"_s), QTextDocument::MarkdownResource);
        lockAndUnlock();
        QTRY_VERIFY(page<GuidePage>());
        QCOMPARE(browser()->source(), QUrl(u"qrc:/guide/user-guide/sao-luu.md"_s));
    }
    void unlockingLeadsBackToALeakThatIsBeingRecorded()
    {
        begin();
        entry(u"Data leaks"_s)->trigger();
        Q_EMIT page<IncidentsPage>()->incidentWanted({});
        QVERIFY(page<IncidentPage>());
        lockAndUnlock();
        QTRY_VERIFY(page<IncidentPage>());
        window()->back();
        QVERIFY(page<IncidentsPage>());
    }
    void aReasonTypedIntoAQuestionIsThereWhenItIsAskedAgain()
    {
        begin();
        openChild();
        Q_EMIT page<ChildPage>()->caseWanted(m_case);
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        const auto form = [this] { return page<CasePage>()->findChild<StepForm*>(); };
        QTRY_VERIFY(form());
        form()->moveTo(u"review"_s);
        const auto reason = [this] {
            const auto* dialog = window()->findChild<QDialog*>();
            return dialog ? dialog->findChild<QPlainTextEdit*>() : nullptr;
        };
        QTRY_VERIFY(reason());
        test::typeText(reason(), u"Trẻ lại bị đánh"_s);
        lockAndUnlock();
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        QVERIFY(!Questions::isOpen());
        QTRY_VERIFY(form() && form()->draft()->isTouched()); // gone on with, nobody was asked
        form()->moveTo(u"review"_s);
        QTRY_VERIFY(reason());
        QCOMPARE(reason()->toPlainText(), u"Trẻ lại bị đánh"_s);
        Questions::cancelAll();
    }
    void unlockingLeadsBackToASessionThatIsBeingPlanned()
    {
        begin();
        window()->openDoor(Door::Activities);
        page<ActivitiesPage>()->openNewSession(u"class-children"_s);
        test::typeText(page<ActivitiesPage>()->findChild<QLineEdit*>(u"title"_s), u"An toàn trên mạng"_s);
        lockAndUnlock();
        QTRY_VERIFY(page<ActivitiesPage>());
        QTRY_COMPARE(textIn(u"title"_s), u"An toàn trên mạng"_s);
        QCOMPARE(page<ActivitiesPage>()->findChild<QComboBox*>(u"state"_s)->currentData().toString(), u"planned"_s);
        QCOMPARE(
            page<ActivitiesPage>()->findChild<QComboBox*>(u"type"_s)->currentData().toString(), u"class-children"_s);
    }
    void unlockingLeadsBackToTheTaskAndItsNote()
    {
        begin();
        window()->openDoor(Door::Activities);
        page<ActivitiesPage>()->showTasks(u"2.d"_s);
        const auto task = [this] {
            return page<ActivitiesPage>() ? page<ActivitiesPage>()->place().value("task"_L1).toString() : QString();
        };
        QTRY_COMPARE(task(), u"2.d"_s);
        test::typeText(page<ActivitiesPage>()->findChild<QLineEdit*>(u"taskNote"_s), u"Đã mời trường"_s);
        lockAndUnlock();
        QTRY_COMPARE(task(), u"2.d"_s);
        QTRY_COMPARE(textIn(u"taskNote"_s), u"Đã mời trường"_s);
    }
    void unlockingLeadsBackToTheOldWorkbookAndItsColumns()
    {
        begin();
        for (QAction* action : window()->findChild<QMenu*>()->actions())
            if (action->text().contains(u"workbook"_s))
                action->trigger();
        QVERIFY(page<ImportPage>());
        page<ImportPage>()->preview(QStringLiteral(MAIAM_FIXTURES) + u"/so-theo-doi-mau.xlsx"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page<ImportPage>()->plan(), UnlockWithinMs);
        ColumnChoice::Columns columns = page<ImportPage>()->plan()->sheets;
        const SheetColumn* mother = columns.front().second.find(ColumnUse::Mother);
        QVERIFY(mother);
        columns.front().second.correct(mother->index, ColumnUse::Carer);
        page<ImportPage>()->preview(QStringLiteral(MAIAM_FIXTURES) + u"/so-theo-doi-mau.xlsx"_s, columns);
        const auto corrected = [this] {
            const ImportPlan* plan = page<ImportPage>() ? page<ImportPage>()->plan() : nullptr;
            return plan && plan->sheets.front().second.find(ColumnUse::Carer)
                && !plan->sheets.front().second.find(ColumnUse::Mother);
        };
        QTRY_VERIFY_WITH_TIMEOUT(corrected(), UnlockWithinMs);
        lockAndUnlock();
        QTRY_VERIFY_WITH_TIMEOUT(corrected(), UnlockWithinMs);
    }
    void theListOfDraftsLeadsToThePageOfEach()
    {
        {
            const auto reg = openBeside();
            const auto leave = [user = reg->user(), file = m_case](Database& database) -> Result<void> {
                for (const DraftKey& key : { DraftKey { u"plan-start"_s, file }, DraftKey { u"import"_s, {} } })
                    if (auto done = drafts::keep(database, { key, 1, { { u"start"_s, u"hôm"_s } }, {} }, user); !done)
                        return done;
                return {};
            };
            QVERIFY(reg->writeLocal(leave).result());
        }
        begin();
        openChild();
        for (const auto& [field, code] :
            { std::pair(u"holdGround"_s, u"proceedings"_s), std::pair(u"restrictionGround"_s, u"carer"_s) })
        {
            auto* choice = qobject_cast<QComboBox*>(page<ChildPage>()->findChild<FieldEditor*>(field)->editor());
            choice->setCurrentIndex(choice->findData(code));
        }
        const auto follow = [this](const QString& text) {
            window()->openDoor(Door::Today);
            QPushButton* link = nullptr;
            const bool there = QTest::qWaitFor([&] {
                for (QPushButton* one : window()->currentPage()->findChild<DraftsCard*>()->findChildren<QPushButton*>())
                    if (one->text().contains(text))
                        link = one;
                return link != nullptr;
            });
            if (there)
                link->click();
            return window()->currentPage();
        };
        for (const QString& form : { u"reason to keep"_s, u"restricted access"_s }) {
            const auto* child = qobject_cast<ChildPage*>(follow(form));
            QVERIFY2(child, qPrintable(form));
            QCOMPARE(child->id(), m_child);
        }
        const auto* file = qobject_cast<CasePage*>(follow(u"start of the plan"_s));
        QVERIFY(file);
        QCOMPARE(file->id(), m_case);
        QVERIFY(qobject_cast<ImportPage*>(follow(u"old workbook"_s)));
    }
    void whoMayNotGoThereAnyMoreIsNotLedBackThere()
    {
        begin();
        openPeople();
        Q_EMIT page<PeoplePage>()->addWanted();
        m_desktop->lock();
        {
            const auto reg = openBeside();
            const Roles both = Role::Officer | Role::Administrator;
            QVERIFY(people::add(*reg, { u"Trần Minh"_s, {}, both }, test::MinhWords));
            QVERIFY(people::change(*reg, reg->user(), { u"Hoàng Thị Lan"_s, {}, Role::Officer }));
        }
        unlock(test::LanWords);
        QTRY_VERIFY(page<ChildrenPage>());
        QVERIFY(!entry(u"Users and keys"_s));
    }
};

QTEST_MAIN(TestPlaceJourney)
#include "tst_place_journey.moc"
