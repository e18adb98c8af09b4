// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: "Forgotten…" with the paper from the envelope, and the register key changed.
#include "program_journey.h"

#include "app/demo_register.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "models/register/register_backups.h"
#include "models/register/register_lock.h"
#include "ui/backup/restore_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/people/key_change_page.h"
#include "ui/people/key_groups.h"
#include "ui/people/people_page.h"
#include "ui/people/person_page.h"
#include "ui/people/recovery_screen.h"
#include "ui/people/role_chooser.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_column.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
using test::LanWords;
using test::MinhWords;

void typeKey(KeyEntry* entry, const RecoveryKey& key)
{
    entry->clear();
    for (int i = 0; i < RecoveryKey::Groups; ++i)
        entry->group(i + 1)->setText(key.groups().at(i));
}
} // namespace

class TestKeyJourney : public test::ProgramJourney
{
    Q_OBJECT

    std::chrono::milliseconds m_steady { 1000 };

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    void startProgram()
    {
        DesktopPlaces places;
        places.steady = [this] { return m_steady; };
        ProgramJourney::startProgram(places);
    }
    void choose(const QString& text)
    {
        QAction* action = entry(text);
        QVERIFY2(action, qPrintable(u"not in the menu: "_s + text));
        action->trigger();
    }
    RecoveryScreen* forget()
    {
        for (QPushButton* button : lockScreen()->findChildren<QPushButton*>())
            if (button->text().remove(u'&') == u"Forgotten…"_s)
                button->click();
        QTest::qWait(0);
        return window()->findChild<RecoveryScreen*>();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init() { makeRegister(); }
    void cleanup() { end(); }

    void thePaperFromTheEnvelopeLeadsBackToWork()
    {
        startProgram();
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        QTRY_VERIFY(screen->entry(0)->group(1)->hasFocus());
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->currentStep(), 1);
        screen->passphrase()->findChildren<QRadioButton*>().last()->click();
        for (PassphraseField* field : screen->passphrase()->findChildren<PassphraseField*>())
            field->setText(MinhWords);
        screen->next();
        QCOMPARE(screen->currentStep(), 2);
        const QStringList groups = test::copyAndProve(screen->recovery());
        QCOMPARE(groups.size(), RecoveryKey::Groups);
        screen->next();
        QVERIFY(screen->isBusy());
        QVERIFY(!screen->recovery()->isVisible()); // nothing secret stands there while it works
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(page<PeoplePage>());
        QTRY_VERIFY(page<PeoplePage>()->message()->text().contains(u"Seal the new recovery key"_s));
        m_desktop->lock();
        type(LanWords);
        QTRY_VERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"not right"_s));
        QVERIFY(m_desktop->isLocked());
        m_desktop.reset();
        QVERIFY(!UnlockedFolder::withRecovery(m_folder, *m_paper));
        QVERIFY(UnlockedFolder::withRecovery(m_folder, *RecoveryKey::parse(groups.join(u'-'))));
        QVERIFY(Register::open(m_folder, MinhWords));
    }

    void whoStandsOnTheLockGetsTheNewPassphrase()
    {
        addPerson(u"Vũ Thị An"_s, Role::Viewer);
        startProgram();
        auto* users = lockScreen()->findChild<QComboBox*>();
        QCOMPARE(users->itemText(0), u"Vũ Thị An — Viewer"_s); // in the order of "Users and keys"
        QVERIFY(users->currentText().startsWith(u"Hoàng Thị Lan"_s)); // whose register it is
        chooseUser(u"Vũ Thị An"_s);
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->findChild<QComboBox*>(u"person"_s)->currentText(), u"Vũ Thị An — Viewer"_s);
        screen->back();
        screen->back();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QVERIFY(lockScreen()->findChild<QComboBox*>()->currentText().startsWith(u"Vũ Thị An"_s));
    }

    void aNewNameStandsInTheCornerAndANewRoleBeginsWithALock()
    {
        const auto says = [this](const QString& text) {
            const auto labels = window()->findChild<NavigationColumn*>()->findChildren<QLabel*>();
            return std::any_of(
                labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
        };
        addPerson(u"Trần Minh"_s, Role::Officer | Role::Administrator);
        startProgram();
        unlock(LanWords);
        QVERIFY(says(u"Officer, administrator"_s));
        const auto edit = [this] {
            choose(u"Users and keys"_s);
            QTRY_COMPARE(page<PeoplePage>()->people().size(), size_t(2));
            page<PeoplePage>()->findChild<QPushButton*>(u"edit"_s)->click(); // Lan, before Minh
            QTRY_VERIFY(page<PersonPage>());
        };
        edit();
        page<PersonPage>()->findChild<QLineEdit*>(u"name"_s)->setText(u"Hoàng Thị Lan Anh"_s);
        page<PersonPage>()->save();
        QTRY_VERIFY(!page<PersonPage>() && says(u"Hoàng Thị Lan Anh"_s));
        QVERIFY(!m_desktop->isLocked());
        window()->openDoor(Door::Today);
        edit();
        QCOMPARE(page<PersonPage>()->findChild<QLineEdit*>(u"name"_s)->text(), u"Hoàng Thị Lan Anh"_s);
        page<PersonPage>()->findChild<RoleChooser*>()->setRoles(Role::Officer);
        Questions::setNextAnswer(Answer::Accept);
        page<PersonPage>()->save();
        QTRY_VERIFY(m_desktop->isLocked());
        QTRY_VERIFY(lockScreen()->message().contains(u"Your role has changed"_s));
        unlock(LanWords);
        QVERIFY(says(u"Officer"_s));
        QVERIFY(!entry(u"Users and keys"_s));
    }

    void aWrongPaperKeyMakesTheNextTryWait()
    {
        startProgram();
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        for (int i = 0; i < 3; ++i) {
            typeKey(screen->entry(0), RecoveryKey::random());
            screen->next();
            QCOMPARE(screen->currentStep(), 0);
        }
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->currentStep(), 0); // the right one, too early
        QVERIFY(screen->message()->text().contains(u"Wait"_s));
        m_steady += 6s;
        screen->next();
        QCOMPARE(screen->currentStep(), 1);
    }

    void lockingTheSessionTakesTheTypedPaperAway()
    {
        startProgram();
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->currentStep(), 1);
        Q_EMIT m_desktop->guards().lockNeeded();
        QTRY_VERIFY(!screen);
        QVERIFY(m_desktop->isLocked());
        unlock(LanWords);
    }

    void nothingLeadsAwayWhileTheRegisterIsBeingOpened()
    {
        startProgram();
        type(LanWords);
        auto* restore = lockScreen()->findChild<QPushButton*>(u"restore"_s);
        QVERIFY(restore && !restore->isEnabled());
        restore->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QVERIFY(!window()->findChild<RestorePage*>());
    }

    void lockingTheSessionTakesTheKeyOfABackupAway()
    {
        startProgram();
        lockScreen()->findChild<QPushButton*>(u"restore"_s)->click();
        QTRY_VERIFY(window()->findChild<RestorePage*>());
        m_desktop->lock();
        QTRY_VERIFY(!window()->findChild<RestorePage*>());
        unlock(LanWords);
    }

    void leavingARestoreDoesNotShortenTheWait()
    {
        const auto clock = std::make_shared<FixedClock>(SystemClock().now());
        DesktopPlaces places;
        places.clock = clock;
        places.steady = [this] { return m_steady; };
        ProgramJourney::startProgram(places);
        for (int i = 0; i < 3; ++i) {
            type(u"khong phai cau nay"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!lockScreen()->message().isEmpty(), UnlockWithinMs);
            lockScreen()->findChild<MessageBar*>()->clear();
        }
        QVERIFY(!lockScreen()->findChild<PassphraseField*>()->isEnabled());
        clock->advance(3'600'000); // somebody sets the PC's clock forward
        lockScreen()->findChild<QPushButton*>(u"restore"_s)->click();
        QTRY_VERIFY(window()->findChild<RestorePage*>());
        QPointer<RestorePage> restore = window()->findChild<RestorePage*>();
        Q_EMIT restore->left();
        QTRY_VERIFY(!restore);
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QVERIFY(!lockScreen()->findChild<PassphraseField*>()->isEnabled());
    }

    void theDemoRegisterNamesNoPassphraseThatHoldsNoMore()
    {
        DesktopPlaces places;
        places.settingsFile = m_home->filePath(u"settings.ini"_s);
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .demo = true, .folder = m_home->filePath(u"mẫu"_s) }));
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), 2 * UnlockWithinMs);
        const auto named = [this] {
            const auto labels = lockScreen()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                [](const QLabel* label) { return label->text().contains(demoRegister::passphrase()); });
        };
        m_desktop->lock();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QVERIFY(named());
        unlock(demoRegister::passphrase());
        choose(u"Change my passphrase…"_s);
        QVERIFY(page<PersonPage>());
        auto* step = page<PersonPage>()->findChild<PassphraseStep*>();
        step->findChildren<QRadioButton*>().last()->click();
        for (PassphraseField* field : step->findChildren<PassphraseField*>())
            field->setText(MinhWords);
        page<PersonPage>()->findChildren<PassphraseField*>().first()->setText(demoRegister::passphrase());
        page<PersonPage>()->save();
        QTRY_VERIFY_WITH_TIMEOUT(!page<PersonPage>(), UnlockWithinMs);
        m_desktop->lock();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QVERIFY(!named());
        unlock(MinhWords);
        m_desktop->lock();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QVERIFY(!named());
    }

    void guessingOnABackupIsSlowedAndCountsAtTheLock()
    {
        QString file;
        {
            auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
            QVERIFY(reg);
            auto made = RegisterBackups(**reg).make(BackupReason::ByHand);
            QVERIFY(made);
            file = made->file;
        }
        startProgram();
        lockScreen()->findChild<QPushButton*>(u"restore"_s)->click();
        QTRY_VERIFY(window()->findChild<RestorePage*>());
        QPointer<RestorePage> restore = window()->findChild<RestorePage*>();
        restore->setFile(file);
        const auto tryIt = [&](const QString& words) {
            restore->findChild<PassphraseField*>()->setText(words);
            restore->look();
            QTRY_VERIFY_WITH_TIMEOUT(!restore->isBusy() && !restore->shown().isEmpty(), UnlockWithinMs);
        };
        for (int i = 0; i < 3; ++i) {
            tryIt(u"khong phai cau nay"_s);
            QVERIFY(restore->shown().contains(u"does not open this backup"_s));
        }
        tryIt(LanWords);
        QVERIFY(!restore->hasLooked()); // the right one, too early
        QVERIFY(restore->shown().contains(u"Wait"_s));
        Q_EMIT restore->left();
        QTRY_VERIFY(!restore);
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QVERIFY(!lockScreen()->findChild<PassphraseField*>()->isEnabled()); // the lock knows of it
        m_steady += 6s;
        QTRY_VERIFY(lockScreen()->findChild<PassphraseField*>()->isEnabled());
        unlock(LanWords);
    }

    void theKeyIsChangedAndTheDraftIsStillThere()
    {
        addPerson(u"Trần Minh"_s, Role::Officer);
        startProgram();
        unlock(LanWords);
        Q_EMIT window()->mainActionRequested();
        QVERIFY(page<IntakePage>());
        test::typeText(page<IntakePage>()->editor(CaseFields::Summary), u"Trẻ khóc ở thôn Khe"_s);
        choose(u"Users and keys"_s);
        QTRY_COMPARE(page<PeoplePage>()->people().size(), size_t(2));
        page<PeoplePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(page<KeyChangePage>());
        QTRY_VERIFY(page<KeyChangePage>()->findChild<QLabel*>(u"who"_s)->text().contains(u"Trần Minh"_s));
        page<KeyChangePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(m_desktop->isLocked());
        QVERIFY(!RegisterLock::take(m_folder)); // nobody comes between
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(page<PeoplePage>());
        QTRY_VERIFY(page<PeoplePage>()->message()->text().contains(u"has been changed"_s));
        window()->back();
        Q_EMIT window()->mainActionRequested();
        QPushButton* take = nullptr;
        const auto offer = [&] {
            for (const MessageBar* bar : page<IntakePage>()->findChildren<MessageBar*>(u"draftOffer"_s))
                if (bar->isVisibleTo(page<IntakePage>()))
                    take = bar->findChild<QPushButton*>(u"messageAction"_s);
            return take;
        };
        QTRY_VERIFY(page<IntakePage>() && offer());
        take->click();
        QTRY_COMPARE(page<IntakePage>()->editor(CaseFields::Summary)->raw(), u"Trẻ khóc ở thôn Khe"_s);
        m_desktop.reset();
        for (const QString& words : { LanWords, MinhWords })
            QVERIFY(Register::open(m_folder, words, std::make_shared<SystemClock>(), limits()));
    }

    void aKeyChangeThatIsLockedInTheMiddleEndsAtTheLock()
    {
        startProgram();
        unlock(LanWords);
        choose(u"Users and keys"_s);
        QTRY_COMPARE(page<PeoplePage>()->people().size(), size_t(1));
        page<PeoplePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(page<KeyChangePage>());
        QTRY_VERIFY(page<KeyChangePage>()->findChild<QLabel*>(u"who"_s)->text().contains(u"Lan"_s));
        page<KeyChangePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(m_desktop->isLocked());
        m_desktop->lock(); // the session goes while it works
        QTRY_VERIFY_WITH_TIMEOUT(lockScreen()->findChild<QComboBox*>()->isEnabled(), UnlockWithinMs);
        QVERIFY(m_desktop->isLocked());
        unlock(LanWords);
    }

    void whoOnlyLooksIsToldAndOfferedNothingToWrite()
    {
        addPerson(u"Người Xem"_s, Role::Viewer);
        startProgram();
        QTRY_COMPARE(lockScreen()->findChild<QComboBox*>()->count(), 2);
        auto* users = lockScreen()->findChild<QComboBox*>();
        users->setCurrentIndex(users->findText(u"Người Xem — Viewer"_s));
        QVERIFY(users->currentIndex() >= 0);
        unlock(MinhWords);
        bool told = false;
        for (const QLabel* label : window()->findChildren<QLabel*>())
            told = told || (label->isVisible() && label->text().contains(u"Read only"_s));
        QVERIFY(told);
        QVERIFY(!entry(u"Users and keys"_s));
        QVERIFY(!entry(u"Take in an old workbook…"_s));
        QVERIFY(!entry(u"Send to and receive from the province"_s));
        QVERIFY(entry(u"Change my passphrase…"_s));
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY(!page<IntakePage>());
    }

    void aMissingKeysFileIsPutBackFromABackup()
    {
        const QString copy = m_home->filePath(u"register.keys"_s);
        const QString keys = QDir(m_folder).filePath(u"register.keys"_s);
        QVERIFY(QFile::rename(keys, copy));
        startProgram();
        QVERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"Forgotten…"_s));
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        Questions::setNextFileName(copy);
        screen->findChild<QPushButton*>(u"keysBack"_s)->click();
        QTRY_VERIFY(QFile::exists(keys));
        screen->back();
        unlock(LanWords);
    }
};

QTEST_MAIN(TestKeyJourney)
#include "tst_key_journey.moc"
