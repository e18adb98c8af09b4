// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: the post changes hands, from the menu to the new officer's unlocking.
#include "program_journey.h"

#include "models/drafts/draft.h"
#include "models/handover/post_change.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/ui/support/fit_check.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "ui/handover/handover_page.h"
#include "ui/handover/paper_step.h"
#include "ui/handover/places_step.h"
#include "ui/people/people_page.h"
#include "ui/reports/paper_view.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
using test::LanWords;
using test::MinhWords;

const Roles OfficerAndAdministrator = Roles(Role::Officer) | Role::Administrator;
} // namespace

class TestHandoverJourney : public test::ProgramJourney
{
    Q_OBJECT

    [[nodiscard]] HandoverPage* page() const { return qobject_cast<HandoverPage*>(window()->currentPage()); }
    template <typename W> [[nodiscard]] W* find(const char* name) const
    {
        return page()->findChild<W*>(QLatin1String(name));
    }

    void openWizard()
    {
        QAction* action = entry(u"Hand over the post…"_s);
        QVERIFY(action);
        action->trigger();
        QTRY_VERIFY(page() && page()->currentStep() == 0);
    }
    void press(const char* name)
    {
        auto* button = find<QPushButton>(name);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void next(int step)
    {
        press("next");
        QTRY_COMPARE(page()->currentStep(), step);
    }
    /// The record is read and laid out.
    void waitForRecord()
    {
        QTRY_VERIFY(page()->paperStep()->findChild<PaperView*>()->sheets()->paper().pageCount() > 0);
    }
    void typeNewPassphrase(const QString& words)
    {
        auto* step = page()->findChild<PassphraseStep*>();
        QVERIFY(step && step->isVisible());
        QTest::mouseClick(step->findChildren<QRadioButton*>().last(), Qt::LeftButton);
        for (PassphraseField* field : step->findChildren<PassphraseField*>())
            test::typeText(field, words);
    }
    [[nodiscard]] QStringList openers() const
    {
        QStringList names;
        const auto users = Register::users(m_folder);
        for (const KeysFile::SlotInfo& slot : users.value_or(QList<KeysFile::SlotInfo> {}))
            names.append(slot.label);
        return names;
    }
    /// Up to the last step with the new person's passphrase typed: the button is all that is missing.
    void goToTheEnd(const char* leaving)
    {
        openWizard();
        fillIn();
        QTest::mouseClick(find<QRadioButton>(leaving), Qt::LeftButton, {}, { 8, 8 });
        next(3);
        waitForRecord();
        next(4);
        typeNewPassphrase(MinhWords);
    }
    /// What people typed and did not save, whosever it is.
    [[nodiscard]] qint64 draftsLeft() const
    {
        auto reg = Register::open(m_folder, MinhWords, std::make_shared<SystemClock>(), limits());
        if (!reg)
            return -1;
        const auto count = [](Database& db) -> qint64 {
            auto found = db.query(u"SELECT count(*) FROM draft"_s);
            return found && found->next() ? found->integer(0) : -1;
        };
        return (*reg)->read(count).result();
    }
    [[nodiscard]] bool opens(const QString& words) const
    {
        return Register::open(m_folder, words, std::make_shared<SystemClock>(), limits()).has_value();
    }
    /// Every look of one kind that the register remembers.
    [[nodiscard]] std::vector<AccessEntry> looks(AccessAct act) const
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        if (!reg)
            return {};
        return (*reg)
            ->read([act](Database& db) {
                return accessChain::list(db, { {}, act, {}, {}, {} }).value();
            })
            .result();
    }
    /// A case of a child whose name is known. Returns the case.
    QUuid storeCase()
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        if (!reg)
            return {};
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Record file = (*reg)->newRecord(kinds::Case);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Received, SystemClock().now());
        Batch batch;
        batch.add(child);
        batch.add(file);
        return (*reg)->commit(std::move(batch)).result() ? file.id() : QUuid();
    }
    /// The first two steps, and the name of the new person.
    void fillIn()
    {
        test::typeText(find<QLineEdit>("receiverName"), u"Trần Minh"_s);
        next(1);
        test::typeText(find<QPlainTextEdit>("dossiers"), u"Tủ sắt phòng 203"_s);
        next(2);
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init() { makeRegister(); }
    void cleanup() { end(); }

    void theNewOfficerUnlocksAndTheFormerCannot()
    {
        startProgram();
        unlock(LanWords);
        openWizard();
        press("next"); // no name yet: it says so and stays
        QCOMPARE(page()->currentStep(), 0);
        QVERIFY(find<QLineEdit>("receiverName")->hasFocus());
        QCOMPARE(find<QLineEdit>("receiverPost")->text(), u"Công chức Văn hóa - Xã hội"_s);
        fillIn();
        next(3);
        waitForRecord();
        const QString pdf = m_home->filePath(u"bien-ban.pdf"_s);
        Questions::setNextFileName(pdf);
        press("pdf");
        QTRY_VERIFY(QFile::exists(pdf));
        QTRY_VERIFY(page()->paperStep()->findChild<MessageBar*>()->text().contains(u"unprotected"_s));
        press("back");
        press("back");
        QCOMPARE(page()->currentStep(), 1);
        QCOMPARE(find<QPlainTextEdit>("dossiers")->toPlainText(), u"Tủ sắt phòng 203"_s); // going back loses nothing
        next(2);
        next(3);
        waitForRecord();
        next(4);
        QVERIFY(find<QLabel>("summary")->text().contains(u"Trần Minh"_s));
        QTest::qWait(50); // what will happen stays in sight, whatever has the focus
        QVERIFY(!find<QLabel>("summary")->visibleRegion().isEmpty());
        QCOMPARE(openers(), QStringList { u"Hoàng Thị Lan"_s }); // nothing has changed yet
        press("next");
        QTest::qWait(50);
        QVERIFY(!m_desktop->isLocked()); // the passphrase is missing
        typeNewPassphrase(MinhWords);
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"Trần Minh"_s));
        QCOMPARE(openers(), QStringList { u"Trần Minh"_s });
        unlock(MinhWords);
        QVERIFY(window()->currentPage());
        QVERIFY(!page());
        QVERIFY(entry(u"Users and keys"_s)); // the administrator's role went along
        m_desktop.reset();
        QVERIFY(!Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits()));
    }

    void theRegisterKeyIsChangedBehindTheLock()
    {
        const QString copy = m_home->filePath(u"old.keys"_s);
        QVERIFY(QFile::copy(UnlockedFolder::keysFile(m_folder), copy));
        startProgram();
        unlock(LanWords);
        openWizard();
        fillIn();
        QTest::mouseClick(find<QRadioButton>("removedNewKey"), Qt::LeftButton, {}, { 8, 8 });
        QVERIFY(find<QRadioButton>("removedNewKey")->isChecked());
        QVERIFY(find<QCheckBox>("newRecovery")->isVisible());
        next(3);
        waitForRecord();
        next(4);
        typeNewPassphrase(MinhWords);
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChildren<LockScreen*>().size() == 1
                && lockScreen()->findChild<MessageBar*>()->text().contains(u"has been changed"_s),
            UnlockWithinMs);
        unlock(MinhWords);
        m_desktop.reset();
        // The old keys file opens nothing any more.
        const QString keys = UnlockedFolder::keysFile(m_folder);
        QVERIFY(QFile::remove(keys) && QFile::copy(copy, keys));
        QVERIFY(!Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits()));
    }

    void aNewRecoveryKeyComesAlongWhenItWasReadFromThePaper()
    {
        startProgram();
        unlock(LanWords);
        openWizard();
        fillIn();
        QTest::mouseClick(find<QRadioButton>("removedNewKey"), Qt::LeftButton, {}, { 8, 8 });
        QTest::mouseClick(find<QCheckBox>("newRecovery"), Qt::LeftButton, {}, { 8, 8 });
        next(3);
        waitForRecord();
        next(4);
        typeNewPassphrase(MinhWords);
        auto* paper = page()->findChild<RecoveryStep*>();
        QVERIFY(paper);
        QTRY_VERIFY(paper->isVisible());
        press("next"); // the groups were not read back
        QTest::qWait(50);
        QVERIFY(!m_desktop->isLocked());
        const QStringList groups = test::copyAndProve(paper);
        QCOMPARE(groups.size(), RecoveryKey::Groups);
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChildren<LockScreen*>().size() == 1
                && lockScreen()->findChild<MessageBar*>()->text().contains(u"has been changed"_s),
            UnlockWithinMs);
        QVERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"Seal the new recovery key"_s));
        m_desktop.reset();
        QVERIFY(!UnlockedFolder::withRecovery(m_folder, *m_paper));
        QVERIFY(UnlockedFolder::withRecovery(m_folder, *RecoveryKey::parse(groups.join(u'-'))));
    }

    void whoLooksElsewhereWhileItIsCarriedOutIsLockedOutAllTheSame()
    {
        startProgram();
        unlock(LanWords);
        goToTheEnd("removed");
        press("next");
        window()->openDoor(Door::Cases); // Ctrl+2
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"Trần Minh"_s));
        QCOMPARE(openers(), QStringList { u"Trần Minh"_s });
        unlock(MinhWords);
        m_desktop.reset();
        QVERIFY(!opens(LanWords));
        QCOMPARE(draftsLeft(), 0); // the successor is not offered to hand over once more
    }

    void theRegisterKeyIsChangedEvenWhenThePageWasLeft()
    {
        startProgram();
        unlock(LanWords);
        goToTheEnd("removedNewKey");
        press("next");
        window()->back(); // Alt+Left
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChildren<LockScreen*>().size() == 1
                && lockScreen()->findChild<MessageBar*>()->text().contains(u"has been changed"_s),
            UnlockWithinMs);
        unlock(MinhWords);
    }

    void lockingWhileItIsCarriedOutEndsItWhole()
    {
        startProgram();
        unlock(LanWords);
        goToTheEnd("removed");
        press("next");
        m_desktop->lock();
        QVERIFY(m_desktop->isLocked());
        QVERIFY(!lockScreen()->findChild<MessageBar*>()->text().contains(u"Stopped by locking"_s)); // it was not
        QCOMPARE(openers(), QStringList { u"Trần Minh"_s });
        m_desktop.reset();
        QVERIFY(!opens(LanWords));
        QCOMPARE(draftsLeft(), 0);
    }

    void aHandOverThatFailsIsToldWhereThePersonIsByThen()
    {
        addPerson(u"Trần Minh"_s, Role::Viewer);
        startProgram();
        chooseUser(u"Lan"_s);
        unlock(LanWords);
        openWizard();
        QTest::mouseClick(find<QRadioButton>("colleague"), Qt::LeftButton, {}, { 8, 8 });
        for (int step = 1; step <= 4; ++step) {
            if (step == 4)
                waitForRecord();
            next(step);
        }
        test::typeText(find<PassphraseField>("ownPassphrase"), u"khong phai cau nay"_s);
        press("next");
        window()->openDoor(Door::Cases);
        entry(u"Hand over the post…"_s)->trigger(); // not a second one beside the first
        QVERIFY(!page());
        QTRY_VERIFY_WITH_TIMEOUT(
            window()->currentPage()->message()->text().contains(u"not the passphrase"_s), UnlockWithinMs);
        QVERIFY(!m_desktop->isLocked());
        QCOMPARE(openers().size(), 2);
    }

    void tooLittleMemoryIsSaidAgainAndThePersonIsNotInTheWay()
    {
        DesktopPlaces scarce;
        scarce.settingsFile = m_home->filePath(u"settings.ini"_s);
        scarce.limits = limits();
        scarce.limits.wanted = { 2 * test::LeastCost.memoryBytes, 2 };
        scarce.limits.freeMemoryBytes = test::LeastCost.memoryBytes; // enough to unlock, too little for a new slot
        m_desktop = std::make_unique<Desktop>(scarce);
        QVERIFY(!m_desktop->start({ .folder = m_folder }));
        unlock(LanWords);
        goToTheEnd("removed");
        const auto isSaid = [this] { return page()->message()->text().contains(u"too little free memory"_s); };
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), UnlockWithinMs);
        for (int step = 3; step >= 0; --step) {
            press("back");
            QCOMPARE(page()->currentStep(), step);
        }
        for (int step = 1; step <= 4; ++step) { // nobody is told that the person is here already, or gone
            if (step == 4)
                waitForRecord();
            next(step);
        }
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), UnlockWithinMs);
        QCOMPARE(openers(), QStringList { u"Hoàng Thị Lan"_s });
    }

    void theKeyChangeSaysWhosePassphraseMustGoAlong()
    {
        const auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        HandoverWork work(**reg);
        std::optional<HandoverDone> told;
        connect(&work, &HandoverWork::handedOver, this, [&told](const HandoverDone& done) { told = done; });
        PostChange change;
        change.from = (*reg)->user();
        change.receiver = { u"Trần Minh"_s, {}, OfficerAndAdministrator };
        change.leaving = Leaving::RemovedWithNewKey;
        work.start({ change, MinhWords, true, std::make_shared<KeyChange>(), 0 });
        work.finish();
        QVERIFY(told && told->keyChange && !told->successor.isNull());
        QCOMPARE(told->keyChange->successor, told->successor);
    }

    void requestsThatTheRegisterKnowsNeedNotBeWrittenDown()
    {
        const test::OfficeRegister office;
        HandoverPlacesStep step(*office.context);
        HandoverForm form;
        step.begin(form);
        const auto* known = step.findChild<QLabel*>(u"knownRequests"_s);
        QVERIFY(!known->isVisibleTo(&step)); // there is none
        form.now.erasures = { { u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"Ủy ban nhân dân xã Hải Hòa"_s } };
        step.begin(form);
        QVERIFY(known->isVisibleTo(&step));
        for (const QString& part : { u"125/QĐ-UBND"_s, u"20/11/2026"_s, u"xã Hải Hòa"_s })
            QVERIFY2(known->text().contains(part), qPrintable(known->text()));
    }

    void aColleagueConfirmsWithTheOwnPassphrase()
    {
        addPerson(u"Trần Minh"_s, Role::Viewer);
        startProgram();
        chooseUser(u"Lan"_s);
        unlock(LanWords);
        openWizard();
        QTest::mouseClick(find<QRadioButton>("colleague"), Qt::LeftButton, {}, { 8, 8 });
        QVERIFY(find<QComboBox>("receiver")->currentText().contains(u"Trần Minh"_s));
        next(1);
        next(2);
        QTest::mouseClick(find<QRadioButton>("viewer"), Qt::LeftButton, {}, { 8, 8 });
        next(3);
        waitForRecord();
        next(4);
        auto* own = find<PassphraseField>("ownPassphrase");
        QVERIFY(own->isVisible());
        test::typeText(own, u"khong phai cau nay"_s);
        press("next");
        const auto fault = [own] {
            auto* field = qobject_cast<LabelledField*>(own->parentWidget());
            return field ? field->error() : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(fault().contains(u"not the passphrase"_s), UnlockWithinMs);
        QVERIFY(!m_desktop->isLocked());
        test::typeText(own, MinhWords); // the wrong one is selected, so it is replaced
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QCOMPARE(openers().size(), 2);
        m_desktop.reset();
        const auto former = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(former);
        QCOMPARE((*former)->roles(), Roles(Role::Viewer));
    }

    void aRecordWithNamesStandsInTheListOfEachCase()
    {
        const QUuid file = storeCase();
        QVERIFY(!file.isNull());
        startProgram();
        unlock(LanWords);
        openWizard();
        fillIn();
        next(3);
        waitForRecord();
        for (const bool names : { false, true }) {
            find<QCheckBox>("fullNames")->setChecked(names);
            const QString pdf = m_home->filePath(names ? u"names.pdf"_s : u"codes.pdf"_s);
            Questions::setNextFileName(pdf);
            press("pdf");
            QTRY_VERIFY(QFile::exists(pdf));
            QTRY_VERIFY(page()->paperStep()->findChild<MessageBar*>()->text().contains(QDir::toNativeSeparators(pdf)));
        }
        m_desktop.reset();
        int papers = 0, ofTheCase = 0;
        for (const AccessEntry& one : looks(AccessAct::Exported)) {
            papers += one.note.kind.isEmpty();
            ofTheCase += one.note.record == file;
        }
        QCOMPARE(papers, 2);
        QCOMPARE(ofTheCase, 1); // the one with codes showed nobody who the child is
    }

    void aRecordWithNamesIsNotedEvenWhenTheRegisterLocksWhileItIsWritten()
    {
        const QUuid file = storeCase();
        QVERIFY(!file.isNull());
        startProgram();
        unlock(LanWords);
        openWizard();
        fillIn();
        next(3);
        waitForRecord();
        find<QCheckBox>("fullNames")->setChecked(true);
        const QString pdf = m_home->filePath(u"names.pdf"_s);
        Questions::setNextFileName(pdf);
        press("pdf");
        m_desktop->lock();
        QTRY_VERIFY(QFile::exists(pdf));
        m_desktop.reset();
        const auto exports = looks(AccessAct::Exported);
        QVERIFY(std::any_of(
            exports.begin(), exports.end(), [&](const AccessEntry& one) { return one.note.record == file; }));
    }

    void whatIsTypedOutlivesALock()
    {
        startProgram();
        unlock(LanWords);
        openWizard();
        fillIn();
        QTest::mouseClick(find<QRadioButton>("viewer"), Qt::LeftButton, {}, { 8, 8 });
        press("back");
        test::composeText(find<QPlainTextEdit>("sticks"), u"hai"_s); // a word in the middle of being typed
        m_desktop->lock();
        unlock(LanWords);
        QTRY_VERIFY(page() && page()->currentStep() == 1);
        QCOMPARE(find<QPlainTextEdit>("dossiers")->toPlainText(), u"Tủ sắt phòng 203"_s);
        QCOMPARE(find<QPlainTextEdit>("sticks")->toPlainText(), u"hai"_s);
        QCOMPARE(find<QLineEdit>("receiverName")->text(), u"Trần Minh"_s);
        QVERIFY(find<QRadioButton>("viewer")->isChecked());
    }

    void theLastAdministratorIsToldWhatToDo()
    {
        startProgram();
        unlock(LanWords);
        openWizard();
        auto* administrator = find<QCheckBox>("administrator");
        QVERIFY(administrator->isChecked());
        administrator->setChecked(false);
        fillIn();
        press("next");
        QCOMPARE(page()->currentStep(), 2);
        QVERIFY(page()->message()->text().contains(u"Nobody would be left who administers"_s));
    }

    void anOfficerPrintsAndTheAdministratorCarriesOut()
    {
        addPerson(u"Trần Minh"_s, Role::Officer);
        startProgram();
        chooseUser(u"Minh"_s);
        unlock(MinhWords);
        openWizard();
        test::typeText(find<QLineEdit>("receiverName"), u"Vũ Thị Hoa"_s);
        for (int step = 1; step <= 4; ++step) {
            if (step == 4)
                waitForRecord();
            next(step);
        }
        QVERIFY(!find<QPushButton>("next")->isEnabled());
        QVERIFY(!page()->findChild<PassphraseStep*>()->isVisible());
    }

    void everyStepHasNamesAndNothingCutOff()
    {
        startProgram();
        unlock(LanWords);
        window()->resize(1366, 740);
        openWizard();
        test::typeText(find<QLineEdit>("receiverName"), u"Trần Minh"_s);
        for (int step = 0; step <= 4; ++step) {
            if (step == 4)
                waitForRecord();
            if (step > 0)
                next(step);
            QTest::qWait(100);
            QCOMPARE(test::formFaults(page()), QStringList());
            QCOMPARE(test::cutOff(page()), QStringList());
            QCOMPARE(test::outOfReach(page()), QStringList());
        }
    }
};

QTEST_MAIN(TestHandoverJourney)
#include "tst_handover_journey.moc"
