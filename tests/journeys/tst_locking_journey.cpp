// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: it locks in the middle of work, keeps what was typed, closes everything, and leads
// back to where the officer was.
#include "app/demo_register.h"
#include "app/desktop.h"
#include "app/single_instance.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/imports/import_page.h"
#include "ui/people/people_page.h"
#include "ui/reports/report_page.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/refusal_page.h"
#include "ui/shell/settings_page.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPrintDialog>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
const UtcMs Morning = civil::at(QDate(2026, 11, 24), QTime(8, 5));
constexpr int UnlockWithinMs = 60'000;
constexpr KdfCost Least { 64ULL << 20, 2 }; // the least that the program believes

/// What this process holds open below a folder; nothing where the system does not tell.
QStringList heldOpen(const QString& folder)
{
    QStringList held;
    const QDir descriptors(u"/proc/self/fd"_s);
    const QStringList names = descriptors.entryList(QDir::Files | QDir::System);
    for (const QString& name : names) {
        const QString target = QFile::symLinkTarget(descriptors.filePath(name));
        if (target.startsWith(folder) && !target.endsWith(u"register.lock"_s))
            held.append(target);
    }
    return held;
}
} // namespace

class TestLockingJourney : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    QUuid m_case;
    IdleLock::Now m_now { 1h, 1000h };
    std::chrono::milliseconds m_steady { 1000 };
    std::shared_ptr<FixedClock> m_clock;
    std::unique_ptr<Desktop> m_desktop;

    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    [[nodiscard]] LockScreen* lockScreen() const { return window()->findChild<LockScreen*>(); }

    void startProgram()
    {
        DesktopPlaces places;
        places.clock = m_clock;
        places.idleNow = [this] { return m_now; };
        places.steady = [this] { return m_steady; };
        places.settingsFile = m_home->filePath(u"settings.ini"_s);
        places.limits.wanted = Least; // else the first unlock makes the passphrase dearer, which takes its time
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .folder = m_folder }));
        QVERIFY(m_desktop->isLocked());
    }
    /// The old lock screens go with the event loop.
    void type(const QString& passphrase)
    {
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        test::typeText(lockScreen()->findChild<PassphraseField*>(), passphrase);
        QTest::keyClick(test::receiver(lockScreen()->findChild<PassphraseField*>()), Qt::Key_Return);
    }
    void unlock()
    {
        type(Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
    }
    void leaveAlone(std::chrono::milliseconds time)
    {
        m_now.steady += time;
        m_now.wall += time;
        m_desktop->guards().idleLock().check();
    }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }
    [[nodiscard]] QString messageOf(const QWidget* screen) const { return screen->findChild<MessageBar*>()->text(); }
    [[nodiscard]] static QString textsOf(const QWidget* screen)
    {
        QStringList texts;
        for (const auto labels = screen->findChildren<QLabel*>(); const QLabel* label : labels)
            texts.append(label->text());
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = QDir(m_home->path()).canonicalPath() + u"/Sổ trẻ em"_s;
        m_clock = std::make_shared<FixedClock>(Morning);
        NewRegister wanted;
        wanted.folder = m_folder;
        wanted.unit = u"06838"_s;
        wanted.officeName = u"Ủy ban nhân dân xã Bình Liêu"_s;
        wanted.login = u"lan"_s;
        wanted.displayName = u"Hoàng Thị Lan"_s;
        wanted.passphrase = Passphrase;
        wanted.cost = Least;
        auto made = Register::create(wanted, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        Record child = made->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Record file = made->reg->newRecord(kinds::Case);
        m_case = file.id();
        file.set(CaseFields::FileCode, u"BL-2026-0001"_s);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Step, u"intake"_s);
        file.set(CaseFields::Outcome, u"case"_s);
        file.set(CaseFields::Received, std::optional<qint64>(Morning - 6 * 3600'000));
        Batch batch;
        batch.add(child);
        batch.add(file);
        QVERIFY(made->reg->commit(batch).result());
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_desktop.reset();
        m_home.reset();
    }

    void itLocksInTheMiddleOfAWordAndKeepsIt()
    {
        startProgram();
        unlock();
        Q_EMIT window()->mainActionRequested();
        auto* intake = page<IntakePage>();
        QVERIFY(intake);
        test::typeText(intake->editor(CaseFields::Summary), u"Trẻ khóc ở thôn "_s);
        test::composeText(intake->editor(CaseFields::Summary), u"Khe"_s);
        leaveAlone(4min);
        QVERIFY(!m_desktop->isLocked());
        leaveAlone(1min);
        QVERIFY(m_desktop->isLocked());
        QVERIFY(window()->isCovered());
        QCOMPARE(window()->findChildren<Page*>().size(), 0); // nothing that was read is left
        QCOMPARE(heldOpen(m_folder), QStringList());
        unlock();
        QTRY_VERIFY(page<IntakePage>());
        QTRY_COMPARE(page<IntakePage>()->editor(CaseFields::Summary)->raw(), u"Trẻ khóc ở thôn Khe"_s);
        QVERIFY(page<IntakePage>()->isVisible());
    }
    void unlockingLeadsBackToTheStepOfTheCase()
    {
        startProgram();
        unlock();
        window()->openDoor(Door::Cases);
        auto* cases = page<CasesPage>();
        qobject_cast<QLineEdit*>(cases->searchField())->setText(u"tang"_s);
        Q_EMIT cases->caseWanted(m_case);
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        page<CasePage>()->showStep(u"verify"_s);
        QCOMPARE(page<CasePage>()->shownStep(), u"verify"_s);
        m_desktop->lock();
        unlock();
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        QCOMPARE(page<CasePage>()->id(), m_case);
        QTRY_COMPARE(page<CasePage>()->shownStep(), u"verify"_s);
        window()->back();
        QVERIFY(page<CasesPage>());
        QCOMPARE(qobject_cast<QLineEdit*>(page<CasesPage>()->searchField())->text(), u"tang"_s);
    }
    void unlockingLeadsBackToTheMonthOfTheReport()
    {
        startProgram();
        unlock();
        window()->openDoor(Door::Reports);
        const ReportPeriod september = ReportPeriod::month(2026, 9);
        page<ReportPage>()->setPeriod(september);
        m_desktop->lock();
        unlock();
        QTRY_VERIFY(page<ReportPage>());
        QTRY_COMPARE(page<ReportPage>()->period().code(), september.code());
    }
    void anotherStartBeginsWithToday()
    {
        startProgram();
        unlock();
        window()->openDoor(Door::Reports);
        m_desktop->lock();
        m_desktop.reset();
        startProgram();
        unlock();
        QTest::qWait(200);
        QVERIFY(!page<ReportPage>());
    }
    void theMenuDoesNotGrowWithEveryUnlocking()
    {
        startProgram();
        unlock();
        const auto entries = [this] { return window()->findChild<QMenu*>()->actions().size(); };
        const auto before = entries();
        QVERIFY(before >= 3);
        m_desktop->lock();
        QCOMPARE(entries(), 0);
        unlock();
        QCOMPARE(entries(), before);
    }
    void dialogsAndTheClipboardAreClosedToo()
    {
        startProgram();
        unlock();
        bool cancelled = false;
        Questions::ask(window(), { {}, u"Xóa hồ sơ của Tằng Mỹ Ánh?"_s, {}, {}, {}, {} },
            [&](Answer answer) { cancelled = answer == Answer::Cancel; });
        QVERIFY(Questions::isOpen());
        QLineEdit field(u"Tằng Mỹ Ánh"_s);
        field.selectAll();
        field.copy();
        m_desktop->lock();
        QVERIFY(cancelled);
        QVERIFY(!Questions::isOpen());
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (const QWidget* other : windows)
            QVERIFY2(other == window() || !other->isVisible(), other->metaObject()->className());
    }
    void theKeyLocksWhateverIsOpen_data()
    {
        QTest::addColumn<QString>("open");
        for (const char* what : { "nothing", "question", "file dialog", "menu", "list" })
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void theKeyLocksWhateverIsOpen()
    {
        QFETCH(QString, open);
#ifdef Q_OS_WIN
        if (open == u"file dialog"_s)
            QSKIP("Windows' own dialog takes its keys itself");
#endif
        startProgram();
        unlock();
        window()->findChild<QMenu*>()->actions().constLast()->trigger();
        QVERIFY(page<SettingsPage>());
        bool answered = false;
        if (open == u"question"_s)
            Questions::ask(window(), { {}, u"Bỏ qua bước này?"_s, {}, {}, {}, {} }, [&](Answer) { answered = true; });
        else if (open == u"file dialog"_s)
            Questions::openFile(window(), { {}, m_home->path(), {}, {} }, [&](const QString&) { answered = true; });
        else if (open == u"menu"_s)
            window()->findChild<QMenu*>()->popup(QPoint(20, 20));
        else if (open == u"list"_s)
            page<SettingsPage>()->findChild<QComboBox*>()->showPopup();
        const auto front = [] {
            if (QWidget* popup = QApplication::activePopupWidget())
                return popup;
            return QApplication::activeModalWidget();
        };
        if (open != u"nothing"_s)
            QTRY_VERIFY(front());
        QWidget* const to = open == u"nothing"_s ? window() : front();
        QSignalSpy asked(&m_desktop->guards(), &Guards::lockNeeded);
        QSignalSpy shortcut(window(), &MainWindow::lockRequested);
        // As the system sends it. No release: what was in front is gone by then.
        QTest::keyPress(to->windowHandle(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_desktop->isLocked());
        QCOMPARE(asked.size() + shortcut.size(), 1);
        QCOMPARE(answered, open == u"question"_s || open == u"file dialog"_s);
        QVERIFY(!front());
        unlock();
    }
    void nothingIsPrintedFromADialogThatWasOpenWhenItLocked()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows' own dialog would wait for a person: docs/windows-check.md");
#endif
        startProgram();
        unlock();
        window()->openDoor(Door::Reports);
        bool printed = false;
        printing::choose(page<ReportPage>(), u"Báo cáo"_s, [&](const auto&) { printed = true; });
        const auto shown = []() -> QPrintDialog* {
            for (QWidget* top : QApplication::topLevelWidgets())
                if (auto* dialog = qobject_cast<QPrintDialog*>(top); dialog && dialog->isVisible())
                    return dialog;
            return nullptr;
        };
        QTRY_VERIFY(shown());
        const QPointer<QPrintDialog> dialog = shown();
        Q_EMIT dialog->accepted(dialog->printer()); // pressed in the last moment
        m_desktop->lock();
        QVERIFY(!shown());
        QTRY_VERIFY(!dialog);
        QVERIFY(!printed);
        unlock();
    }
    void whoStartsTheProgramAgainWhileItClosesMustUnlock()
    {
        startProgram();
        unlock();
        // The backup on closing waits behind this for a while, as behind a slow stick.
        QSemaphore gate;
        auto* pool = QThreadPool::globalInstance();
        const int threads = pool->maxThreadCount();
        pool->setMaxThreadCount(1);
        pool->start([&gate] { static_cast<void>(gate.tryAcquire(1, 3000)); });
        window()->close();
        QVERIFY(!window()->isVisible());
        QVERIFY(!m_desktop->isLocked());
        bool raised = false;
        std::thread again([this, &raised] {
            SingleInstance second;
            const auto start = second.begin(m_folder);
            raised = start && *start == SingleInstance::Start::Raised;
        });
        QTRY_VERIFY(window()->isVisible());
        gate.release();
        again.join();
        pool->setMaxThreadCount(threads);
        QVERIFY(raised);
        QVERIFY(m_desktop->isLocked());
        unlock(); // and goes on
    }

    void longWorkIsStoppedAndSaidSo()
    {
        startProgram();
        unlock();
        for (QAction* action : window()->findChild<QMenu*>()->actions())
            if (action->text().contains(u"workbook"_s))
                action->trigger();
        QVERIFY(page<ImportPage>());
        page<ImportPage>()->preview(QStringLiteral(MAIAM_FIXTURES "/so-theo-doi-mau.xlsx"));
        QCOMPARE(window()->runningWork().size(), 1);
        m_desktop->lock();
        QCOMPARE(heldOpen(m_folder), QStringList());
        QVERIFY2(messageOf(lockScreen()).contains(u"Stopped by locking"_s), qPrintable(messageOf(lockScreen())));
        unlock();
        QTRY_VERIFY(page<ImportPage>());
    }
    void whatAPageOnlyReadsIsNoWorkThatTheLockHasStopped()
    {
        startProgram();
        unlock();
        for (QAction* action : window()->findChild<QMenu*>()->actions())
            if (action->text().contains(u"Users and keys"_s))
                action->trigger();
        QVERIFY(page<PeoplePage>());
        QVERIFY(page<PeoplePage>()->task()->isRunning());
        m_desktop->lock();
        QVERIFY2(!messageOf(lockScreen()).contains(u"Stopped by locking"_s), qPrintable(messageOf(lockScreen())));
        unlock();
    }
    void aLockInTheMiddleOfOpeningKeepsItLocked()
    {
        startProgram();
        type(Passphrase);
        m_desktop->lock(); // the lid is closed
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(lockScreen()->findChild<PassphraseField*>()->isEnabled(), UnlockWithinMs);
        QVERIFY(m_desktop->isLocked());
        unlock();
    }
    void afterWrongTriesTheNextOneWaitsAlsoAfterARestart()
    {
        startProgram();
        for (int i = 0; i < 3; ++i) {
            type(u"khong phai cau nay"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!messageOf(lockScreen()).isEmpty(), UnlockWithinMs);
            if (i < 2)
                QVERIFY(lockScreen()->findChild<PassphraseField*>()->isEnabled());
            lockScreen()->findChild<MessageBar*>()->clear();
        }
        QVERIFY(!lockScreen()->findChild<PassphraseField*>()->isEnabled());
        m_desktop.reset();
        startProgram();
        QVERIFY(!lockScreen()->findChild<PassphraseField*>()->isEnabled());
        m_steady += 5s;
        m_clock->advance(5000);
        QTRY_VERIFY(lockScreen()->findChild<PassphraseField*>()->isEnabled());
        unlock();
        QTRY_VERIFY2(
            window()->currentPage()->message()->text().contains(u"3"_s), "the officer is told that somebody tried");
    }
    void afterTheWaitTheRightWordsOpen()
    {
        startProgram();
        for (int i = 0; i < 3; ++i) {
            type(u"khong phai cau nay"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!messageOf(lockScreen()).isEmpty(), UnlockWithinMs);
            lockScreen()->findChild<MessageBar*>()->clear();
        }
        auto* passphrase = lockScreen()->findChild<PassphraseField*>();
        QVERIFY(!passphrase->isEnabled());
        QCOMPARE(passphrase->text(), QString()); // else the next words would stand behind the wrong ones
        auto* users = lockScreen()->findChild<QComboBox*>();
        QCOMPARE(window()->focusWidget(), users);
        m_steady += 5s;
        m_clock->advance(5000);
        QTRY_VERIFY(passphrase->isEnabled());
        QCOMPARE(window()->focusWidget(), passphrase->edit());
        QTest::keyClicks(window()->focusWidget(), Passphrase);
        QTest::keyClick(window()->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
    }
    void unlockingLeadsBackToTheSameLetter()
    {
        startProgram();
        unlock();
        window()->openDoor(Door::Cases);
        Q_EMIT page<CasesPage>()->caseWanted(m_case);
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        page<CasePage>()->showStep(u"initial"_s);
        FieldEditor* reason = page<CasePage>()->assessmentForm()->editor(AssessmentFields::Reason);
        test::typeText(reason, u"Có vết bầm ở tay"_s);
        QTextCursor third = qobject_cast<QPlainTextEdit*>(reason->editor())->textCursor();
        third.setPosition(3);
        qobject_cast<QPlainTextEdit*>(reason->editor())->setTextCursor(third);
        m_desktop->lock();
        unlock();
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
        const auto* input = page<CasePage>()->assessmentForm()->editor(AssessmentFields::Reason)->editor();
        const auto* area = qobject_cast<const QPlainTextEdit*>(input);
        QTRY_COMPARE(area->toPlainText(), u"Có vết bầm ở tay"_s);
        QTRY_COMPARE(window()->focusWidget(), input);
        QTRY_COMPARE(area->textCursor().position(), 3);
        QVERIFY(!area->textCursor().hasSelection());
    }
    void theLockScreenSaysWhatFallsDue()
    {
        startProgram();
        unlock();
        QTRY_VERIFY([this] {
            m_desktop->lock();
            const QList<QLabel*> labels = lockScreen()->findChildren<QLabel*>();
            const bool said = std::any_of(labels.begin(), labels.end(),
                [](const QLabel* label) { return label->text().contains(u"14:05"_s); }); // 12 hours from 02:05
            const bool name = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->text().contains(u"Ánh"_s) || label->text().contains(u"BL-2026"_s);
            });
            if (!said)
                unlock();
            return said && !name;
        }());
    }
    void theSettingsHoldAtOnceAndAreKept()
    {
        startProgram();
        unlock();
        window()->findChild<QMenu*>()->actions().constLast()->trigger();
        QVERIFY(page<SettingsPage>());
        Q_EMIT page<SettingsPage>()->changed({ 2min, 100, false });
        leaveAlone(2min);
        QVERIFY(m_desktop->isLocked());
        unlock();
        window()->findChild<QMenu*>()->actions().constLast()->trigger();
        const MainWindow* before = window();
        auto* text = page<SettingsPage>()->findChild<QComboBox*>();
        text->setCurrentIndex(text->findData(150));
        Q_EMIT text->activated(text->currentIndex());
        QTRY_VERIFY(window() != before);
        QCOMPARE(Theme::textPercent(), 150);
        QVERIFY(page<SettingsPage>());
        QVERIFY(window()->isVisible());
        m_desktop.reset();
        QCOMPARE(Settings::read(m_home->filePath(u"settings.ini"_s)), (Settings { 2min, 150, false }));
        Theme::apply(*qApp);
    }
    void theSignerTypedIntoTheSettingsStandsInTheRegisterEvenIfItLocksMeanwhile()
    {
        startProgram();
        unlock();
        window()->findChild<QMenu*>()->actions().constLast()->trigger();
        auto* name = page<SettingsPage>()->findChild<QLineEdit*>(u"signer"_s);
        auto* title = page<SettingsPage>()->findChild<QLineEdit*>(u"signerTitle"_s);
        QVERIFY(name && title);
        test::typeText(name, u"Hoàng Văn Đạt"_s);
        test::typeText(title, u"Phó Chủ tịch"_s);
        m_desktop->lock();
        unlock();
        window()->findChild<QMenu*>()->actions().constLast()->trigger();
        // The page to which unlocking returns may give way to the one from the menu meanwhile: looked up each time.
        const auto textOf = [this](const QString& field) {
            const auto* settings = page<SettingsPage>();
            return settings ? settings->findChild<QLineEdit*>(field)->text() : QString();
        };
        QTRY_COMPARE(textOf(u"signer"_s), u"Hoàng Văn Đạt"_s);
        QTRY_COMPARE(textOf(u"signerTitle"_s), u"Phó Chủ tịch"_s);
    }
    void aDemoRegisterInAnotherFolderOpensAgainAfterALock()
    {
        DesktopPlaces places;
        places.clock = m_clock;
        places.idleNow = [this] { return m_now; };
        places.settingsFile = m_home->filePath(u"settings.ini"_s);
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .demo = true, .folder = m_home->filePath(u"mẫu"_s) }));
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), 2 * UnlockWithinMs);
        m_desktop->lock();
        const QString said = textsOf(lockScreen());
        QVERIFY2(said.contains(u"so lieu mau khong co that"_s), qPrintable(said));
        type(u"so lieu mau khong co that"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
    }
    void whoTookOverTheDemoRegisterOpensItWithAPassphraseOfTheirOwn()
    {
        const QString folder = m_home->filePath(u"mẫu"_s);
        {
            const auto demo = demoRegister::open(folder);
            QVERIFY2(demo, demo ? "" : qPrintable(demo.error().message));
            const Roles both = Role::Officer | Role::Administrator;
            QVERIFY(people::add(**demo, { u"Trần Minh"_s, {}, both }, Passphrase));
            QVERIFY(people::leave(**demo, false));
        }
        DesktopPlaces places;
        places.clock = m_clock;
        places.idleNow = [this] { return m_now; };
        places.settingsFile = m_home->filePath(u"settings.ini"_s);
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .demo = true, .folder = folder }));
        QTRY_VERIFY_WITH_TIMEOUT(lockScreen()->message().contains(u"your own passphrase"_s), UnlockWithinMs);
        QVERIFY(lockScreen()->chosenUser() != QString());
        type(Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        m_desktop->lock();
        QVERIFY2(!textsOf(lockScreen()).contains(demoRegister::passphrase()), "it is not Minh's");
    }
    void aFolderThatIsSyncedIsRefusedBeforeAnythingIsWritten()
    {
        m_folder = m_home->filePath(u"OneDrive/so"_s);
        startProgram();
        QVERIFY(window()->findChild<RefusalPage*>());
        QVERIFY(messageOf(window()->findChild<RefusalPage*>()).contains(u"OneDrive"_s));
        QVERIFY(!QDir(m_folder).exists());
    }
    void aRegisterThatACommandIsWritingIsNotOpened()
    {
        const auto command = RegisterLock::take(m_folder);
        QVERIFY(command);
        startProgram();
        QVERIFY(window()->findChild<RefusalPage*>());
    }
};

QTEST_MAIN(TestLockingJourney)
#include "tst_locking_journey.moc"
