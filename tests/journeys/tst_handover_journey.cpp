// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: the post changes hands, from the menu to the new officer's unlocking.
#include "app/desktop.h"
#include "models/handover/post_change.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/ui/support/fit_check.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/type_text.h"
#include "ui/handover/handover_page.h"
#include "ui/handover/paper_step.h"
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

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString LanWords = u"khong ai biet cau nay"_s;
const QString MinhWords = u"bon mua la rung hoa no"_s;
constexpr int UnlockWithinMs = 60'000;
const KdfCost Least { 64ULL << 20, 2 }; // the least that the program believes
const Roles OfficerAndAdministrator = Roles(Role::Officer) | Role::Administrator;
} // namespace

class TestHandoverJourney : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    std::optional<RecoveryKey> m_envelope;
    std::unique_ptr<Desktop> m_desktop;

    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    [[nodiscard]] LockScreen* lockScreen() const { return window()->findChild<LockScreen*>(); }
    [[nodiscard]] HandoverPage* page() const { return qobject_cast<HandoverPage*>(window()->currentPage()); }
    template <typename W> [[nodiscard]] W* find(const char* name) const
    {
        return page()->findChild<W*>(QLatin1String(name));
    }

    static KdfLimits limits()
    {
        KdfLimits cheap;
        cheap.wanted = Least;
        return cheap;
    }
    void startProgram()
    {
        DesktopPlaces places;
        places.settingsFile = m_home->filePath(u"settings.ini"_s);
        places.limits = limits();
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ u"--register"_s, m_folder }));
    }
    void type(const QString& passphrase)
    {
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        test::typeText(lockScreen()->findChild<PassphraseField*>(), passphrase);
        QTest::keyClick(test::receiver(lockScreen()->findChild<PassphraseField*>()), Qt::Key_Return);
    }
    void unlock(const QString& passphrase)
    {
        type(passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
    }
    [[nodiscard]] QAction* entry(const QString& text) const
    {
        const QList<QAction*> actions = window()->findChild<QMenu*>()->actions();
        const auto found = std::find_if(
            actions.cbegin(), actions.cend(), [&](const QAction* action) { return action->text() == text; });
        return found == actions.cend() ? nullptr : *found;
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
    void addPerson(const QString& name, Roles roles)
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        QVERIFY(people::add(**reg, { name, {}, roles }, MinhWords));
    }
    [[nodiscard]] QStringList openers() const
    {
        QStringList names;
        const auto users = Register::users(m_folder);
        for (const KeysFile::SlotInfo& slot : users.value_or(QList<KeysFile::SlotInfo> {}))
            names.append(slot.label);
        return names;
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
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = QDir(m_home->path()).canonicalPath() + u"/Sổ trẻ em"_s;
        NewRegister wanted;
        wanted.folder = m_folder;
        wanted.unit = u"06838"_s;
        wanted.officeName = u"Ủy ban nhân dân xã Bình Liêu"_s;
        wanted.login = u"lan"_s;
        wanted.displayName = u"Hoàng Thị Lan"_s;
        wanted.post = u"Công chức Văn hóa - Xã hội"_s;
        wanted.passphrase = LanWords;
        wanted.cost = Least;
        wanted.limits = limits();
        auto made = Register::create(wanted);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_envelope = std::move(made->recovery);
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_desktop.reset();
        m_home.reset();
    }

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
        QStringList groups;
        for (const QLabel* label : paper->findChildren<QLabel*>())
            if (label->text().size() == 5 && label->text() == label->text().toUpper())
                groups.append(label->text());
        QCOMPARE(groups.size(), RecoveryKey::Groups);
        const auto fields = paper->findChildren<QLineEdit*>();
        test::typeText(fields.at(0), groups.at(paper->asked().first));
        test::typeText(fields.at(1), groups.at(paper->asked().second));
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChildren<LockScreen*>().size() == 1
                && lockScreen()->findChild<MessageBar*>()->text().contains(u"has been changed"_s),
            UnlockWithinMs);
        m_desktop.reset();
        QVERIFY(!UnlockedFolder::withRecovery(m_folder, *m_envelope));
        QVERIFY(UnlockedFolder::withRecovery(m_folder, *RecoveryKey::parse(groups.join(u'-'))));
    }

    void aColleagueConfirmsWithTheOwnPassphrase()
    {
        addPerson(u"Trần Minh"_s, Role::Viewer);
        startProgram();
        auto* users = lockScreen()->findChild<QComboBox*>();
        for (int i = 0; i < users->count(); ++i)
            if (users->itemText(i).contains(u"Lan"_s))
                users->setCurrentIndex(i);
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
        auto* users = lockScreen()->findChild<QComboBox*>();
        for (int i = 0; i < users->count(); ++i)
            if (users->itemText(i).contains(u"Minh"_s))
                users->setCurrentIndex(i);
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
