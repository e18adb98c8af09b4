// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window, locked while no register is open: at the first start, in the middle of a recovery
// and of a look into a backup. Nothing that opens a register stays on the screen, and nothing opens by itself.
#include "program_journey.h"

#include "models/register/register_backups.h"
#include "ui/backup/restore_page.h"
#include "ui/people/key_groups.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/first_start.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::LanWords;
using test::MinhWords;

class TestUnopenedLockJourney : public test::ProgramJourney
{
    Q_OBJECT

    IdleLock::Now m_now { 1h, 1000h };

    void begin()
    {
        DesktopPlaces places;
        places.idleNow = [this] { return m_now; };
        startProgram(places);
    }
    void leaveAlone(std::chrono::milliseconds time)
    {
        m_now.steady += time;
        m_now.wall += time;
        idle().check();
    }
    [[nodiscard]] IdleLock& idle() { return m_desktop->guards().idleLock(); }
    [[nodiscard]] FirstStart* firstStart() const { return window()->findChild<FirstStart*>(); }
    [[nodiscard]] QString said(const QWidget* page) const { return page->findChild<MessageBar*>()->text(); }

    void beginWithoutRegister()
    {
        m_folder = m_home->filePath(u"mới"_s);
        begin();
        QVERIFY(firstStart());
    }
    /// To the step that shows the recovery key. Gives the passphrase.
    QString goToTheRecoveryKey()
    {
        if (firstStart()->currentStep() == 0) {
            firstStart()->findChildren<QRadioButton*>().at(1)->click(); // the provincial office: nothing to look for
            firstStart()->next();
            firstStart()->findChild<PersonStep*>()->findChild<QLineEdit*>()->setText(u"Hoàng Thị Lan"_s);
        }
        firstStart()->next();
        auto* step = firstStart()->findChild<PassphraseStep*>();
        QString words;
        for (const QLabel* label : step->findChildren<QLabel*>())
            if (label->accessibleName().startsWith(u"Offered words"_s))
                words = label->text();
        step->findChildren<PassphraseField*>().last()->setText(words);
        firstStart()->next();
        return words;
    }
    /// Whether this can be read anywhere in the window, also on what is only hidden.
    [[nodiscard]] bool shows(const QString& text) const
    {
        const QList<QLabel*> labels = window()->findChildren<QLabel*>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const QLabel* label) { return label->text().contains(text); });
    }
    RecoveryScreen* recoverUpToTheLastButton()
    {
        for (QPushButton* button : lockScreen()->findChildren<QPushButton*>())
            if (button->text().remove(u'&') == u"Forgotten…"_s)
                button->click();
        QCoreApplication::processEvents();
        auto* screen = window()->findChild<RecoveryScreen*>();
        for (int i = 0; i < RecoveryKey::Groups; ++i)
            screen->entry(0)->group(i + 1)->setText(m_paper->groups().at(i));
        screen->next();
        screen->passphrase()->findChildren<QRadioButton*>().last()->click();
        for (PassphraseField* field : screen->passphrase()->findChildren<PassphraseField*>())
            field->setText(MinhWords);
        screen->next();
        test::copyAndProve(screen->recovery());
        return screen;
    }
    RestorePage* lookInto(const QString& passphrase)
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        const auto made = reg ? RegisterBackups(**reg).make(BackupReason::Day) : fail(reg);
        if (!made)
            return nullptr;
        reg->reset();
        const QDir backups(QDir(m_folder).filePath(u"backups"_s));
        begin();
        lockScreen()->findChild<QPushButton*>(u"restore"_s)->click();
        QCoreApplication::processEvents();
        auto* page = window()->findChild<RestorePage*>();
        page->setFile(backups.filePath(backups.entryList({ u"*.maiam-backup"_s }).value(0)));
        page->findChild<PassphraseField*>()->setText(passphrase);
        page->look();
        return page;
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init() { makeRegister(); }
    void cleanup() { end(); }

    void whatTheFirstStartShowsIsThrownAwayWhenNobodyIsThere()
    {
        beginWithoutRegister();
        leaveAlone(5min); // nothing secret yet: nothing happens
        QCOMPARE(firstStart()->currentStep(), 0);
        QCOMPARE(said(firstStart()), QString());
        const QString words = goToTheRecoveryKey();
        QCOMPARE(firstStart()->currentStep(), 3);
        const QStringList key = firstStart()->answers().recoveryKey;
        QVERIFY(shows(key.first()));
        leaveAlone(4min);
        QCOMPARE(firstStart()->currentStep(), 3);
        leaveAlone(1min);
        QCOMPARE(firstStart()->currentStep(), 1);
        QVERIFY(!shows(key.first()));
        QVERIFY(!shows(words));
        QVERIFY2(said(firstStart()).contains(u"destroy the paper"_s), qPrintable(said(firstStart())));
        QCOMPARE(firstStart()->findChild<PersonStep*>()->findChild<QLineEdit*>()->text(), u"Hoàng Thị Lan"_s);
        QVERIFY(goToTheRecoveryKey() != words);
        QCOMPARE(firstStart()->currentStep(), 3);
        QVERIFY(firstStart()->answers().recoveryKey != key);
        Q_EMIT m_desktop->guards().lockNeeded(); // the session is locked: it is watched still
        QCOMPARE(firstStart()->currentStep(), 1);
    }
    void goingBackDoesNotKeepTheSecretsForWhoPressesNext()
    {
        beginWithoutRegister();
        const QString words = goToTheRecoveryKey();
        while (firstStart()->currentStep() > 0)
            firstStart()->back();
        leaveAlone(5min);
        QCOMPARE(firstStart()->currentStep(), 0);
        QVERIFY(!shows(words));
        QVERIFY(firstStart()->answers().recoveryKey.isEmpty());
    }
    void aRegisterThatIsCreatedBehindALockedSessionDoesNotOpen()
    {
        beginWithoutRegister();
        const QString words = goToTheRecoveryKey();
        test::copyAndProve(firstStart()->findChild<RecoveryStep*>());
        Questions::setNextAnswer(Answer::Accept); // copied by hand
        firstStart()->next();
        QCOMPARE(firstStart()->currentStep(), 4);
        firstStart()->next(); // creates it
        Q_EMIT m_desktop->guards().lockNeeded();
        QTRY_VERIFY_WITH_TIMEOUT(lockScreen(), UnlockWithinMs);
        QVERIFY(m_desktop->isLocked());
        QVERIFY(said(lockScreen()).contains(u"has been created"_s));
        unlock(words);
    }

    void aRecoveryThatEndsAfterTheLockOpensNothing()
    {
        begin();
        const QPointer<RecoveryScreen> screen = recoverUpToTheLastButton();
        screen->next();
        QVERIFY(screen->isBusy());
        m_desktop->lock();
        QVERIFY(screen); // half of it would help nobody
        QVERIFY(idle().isWatching());
        QTRY_VERIFY_WITH_TIMEOUT(!screen, UnlockWithinMs);
        QVERIFY(m_desktop->isLocked());
        QTRY_VERIFY(!idle().isWatching());
        unlock(MinhWords); // the passphrase is set all the same
    }
    void aRecoveryThatFailsAfterTheLockLeavesNoPaperKeyOnTheScreen()
    {
        begin();
        const QPointer<RecoveryScreen> screen = recoverUpToTheLastButton();
        QVERIFY(QFile::remove(QDir(m_folder).filePath(u"register.db"_s)));
        screen->next();
        QVERIFY(screen->isBusy());
        m_desktop->lock();
        QVERIFY(screen->entry(0)->group(1)->text().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!screen, UnlockWithinMs);
        QVERIFY(lockScreen());
        QVERIFY(!said(lockScreen()).isEmpty()); // why
        QVERIFY(!idle().isWatching());
    }
    void aBackupThatWasLookedIntoBehindTheLockIsNotLeftOpen()
    {
        const QPointer<RestorePage> page = lookInto(LanWords);
        QVERIFY(page && page->isBusy());
        leaveAlone(5min);
        QVERIFY(page);
        QVERIFY(idle().isWatching());
        QTRY_VERIFY_WITH_TIMEOUT(!page, UnlockWithinMs);
        QTRY_VERIFY(lockScreen());
        QVERIFY(!idle().isWatching());
        unlock(LanWords);
    }
    void whyABackupCouldNotBeOpenedIsSaidOnTheLock()
    {
        const QPointer<RestorePage> page = lookInto(MinhWords);
        QVERIFY(page && page->isBusy());
        m_desktop->lock();
        QTRY_VERIFY_WITH_TIMEOUT(!page, UnlockWithinMs);
        QVERIFY(lockScreen());
        QVERIFY(!said(lockScreen()).isEmpty());
    }
};

QTEST_MAIN(TestUnopenedLockJourney)
#include "tst_unopened_lock_journey.moc"
