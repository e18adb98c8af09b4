// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/demo_register.h"
#include "app/first_start_services.h"
#include "app/kept_place.h"
#include "app/work_pages.h"
#include "models/base/when_done.h"
#include "models/register/register_place.h"
#include "models/text/format.h"
#include "models/text/name_order.h"
#include "ui/backup/restore_page.h"
#include "ui/people/role_texts.h"
#include "ui/shell/first_start.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/refusal_page.h"
#include "ui/shell/settings_page.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace maiam {

namespace {
/// Fewer wrong tries than this are an officer's own.
constexpr int TriesWorthTelling = 3;
} // namespace

Desktop::Desktop(DesktopPlaces places)
    : m_places(std::move(places))
    , m_settings(Settings::read(m_places.settingsFile))
{
    connect(&m_writeAgain, &QTimer::timeout, this, &Desktop::writeUnwritten);
}

Desktop::~Desktop()
{
    closeRegister();
}

QString Desktop::defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("registers/register"));
}

bool Desktop::prepare()
{
    auto catalogues = Catalogues::builtIn();
    if (!catalogues) {
        qCritical("maiam: %s", qPrintable(catalogues.error().message));
        return false;
    }
    m_catalogues = std::move(*catalogues);
    auto clock = StatutoryClock::fromCatalogues(*m_catalogues);
    if (!clock) {
        qCritical("maiam: %s", qPrintable(clock.error().message));
        return false;
    }
    m_clock.emplace(std::move(*clock));
    return true;
}

int Desktop::run(const WindowArguments& given)
{
    if (const auto status = start(given))
        return *status;
    const int status = QApplication::exec();
    return m_status != 0 ? m_status : status;
}

std::optional<int> Desktop::start(const WindowArguments& given)
{
    if (!prepare())
        return 1;
    m_demo = given.demo;
    m_folder = !given.folder.isEmpty() ? given.folder : m_demo ? demoRegister::folder() : defaultFolder();
    Theme::apply(*qApp, m_settings.textPercent);
    // The place first: nothing is written, not even a lock, into a folder that is copied to the internet.
    const auto place = registerPlace::check(m_folder);
    const auto instance = place ? m_instance.begin(m_folder) : Result<SingleInstance::Start>(fail(place));
    if (instance && *instance == SingleInstance::Start::Raised)
        return 0;
    connect(&m_instance, &SingleInstance::raiseWanted, this, &Desktop::comeBack);
    m_guards = std::make_unique<Guards>(m_places.idleNow);
    connect(m_guards.get(), &Guards::lockNeeded, this, &Desktop::lock);
    connect(m_guards.get(), &Guards::exposed, this, [this](bool exposed) {
        m_exposed = exposed;
        showNotice();
    });
    makeWindow();
    m_guards->apply(m_settings);
    if (instance)
        begin(m_demo);
    else
        refuse(instance.error().message);
    m_window->showMaximized();
    return std::nullopt;
}

void Desktop::makeWindow()
{
    m_window = std::make_unique<MainWindow>();
    connect(m_window.get(), &MainWindow::lockRequested, this, &Desktop::lock);
    // The window hides itself; the program ends when the day's backup stands.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(m_window.get(), &MainWindow::closing, this, &Desktop::close);
    m_window->setWindowTitle(tr("Mái Ấm"));
}

void Desktop::begin(bool demo)
{
    if (!m_tries) // one run counts in one, also when a restore was left
        m_tries = std::make_shared<FailedUnlocks>(m_folder, m_places.clock, m_places.steady);
    if (demo)
        openDemo();
    else if (Register::exists(m_folder))
        showLock();
    else
        showFirstStart();
}

void Desktop::refuse(const QString& sentence)
{
    m_status = 1;
    auto* page = new RefusalPage(sentence);
    connect(page, &RefusalPage::quitWanted, m_window.get(), &MainWindow::close);
    m_window->showFullPage(page);
}

void Desktop::showFirstStart()
{
    const auto created = [this](std::unique_ptr<Register> reg) {
        if (m_creating == m_opening)
            return work(std::move(reg));
        reg.reset(); // locked meanwhile
        m_guards->closed();
        showLock(tr("The register has been created. Open it with the passphrase that you have chosen."));
    };
    FirstStartServices services = firstStartServices(*m_catalogues, m_folder, created);
    services.create = [this, create = services.create](const auto& answers, auto progress, auto done) {
        m_creating = m_opening;
        create(answers, progress, done);
    };
    m_firstStart = new FirstStart(services);
    m_recovery.clear();
    m_restore.clear();
    connect(m_firstStart, &FirstStart::restoreWanted, this, [this] { showRestore(); });
    m_window->showFullPage(m_firstStart);
    m_guards->opened(); // the words and the key that it offers will open the register
}

void Desktop::showRestore(const QString& file)
{
    auto* page = new RestorePage(m_folder, m_tries, m_places.limits);
    ++m_opening; // nothing that is still being opened may come over it
    m_lock = nullptr;
    m_restore = page;
    m_guards->opened(); // the key of a backup that was looked into is an open register
    const auto left = [this] {
        m_guards->closed();
        begin(false);
    };
    connect(page, &RestorePage::left, this, left, Qt::QueuedConnection);
    const auto done = [this](const Restored& restored) {
        m_guards->closed();
        m_due.forget(); // it spoke of the register that is no longer here
        QString text = tr("The register has been restored from the backup of %1. Open it with the passphrase of that "
                          "day; who has only the recovery key or the two escrow sheets presses “Forgotten…”.")
                           .arg(formatDateTime(restored.manifest.made));
        if (!restored.before.isEmpty())
            text += u' '
                + tr("The former one is kept in %1. Who looked since the backup stands in it alone and must be found "
                     "for 12 months: lock that folder away until %2, then delete it.")
                      .arg(QDir::toNativeSeparators(restored.before),
                          formatDate(civil::date(m_places.clock->now()).addMonths(12)));
        showLock(text);
    };
    connect(page, &RestorePage::restored, this, done, Qt::QueuedConnection);
    m_window->showFullPage(page);
    if (!file.isEmpty())
        page->setFile(file);
}

void Desktop::close()
{
    if (!m_pages)
        return mayEnd() ? QApplication::quit() : void();
    m_closing = true;
    m_pages->check().stop(); // what it reads keeps the log from being emptied
    m_pages->backups().finish([this](const Result<void>& told) {
        if (!m_closing)
            return; // somebody came back meanwhile
        if (told)
            return leaveWhenAllStands();
        // Not from within the pages that tell it: they go when the register is locked.
        QMetaObject::invokeMethod(
            this, [this, why = told.error().message] { closingFailed(why); }, Qt::QueuedConnection);
    });
}

/// Who opened what, and what was typed, must not go with the program; the lock says it when the disk does not take it.
void Desktop::leaveWhenAllStands()
{
    static_cast<void>(unwrittenDrafts::write(*m_register)); // the writer comes to it before what is waited for
    whenDone(this, m_register->writeAccess(), [this](const Result<void>& written) {
        if (!m_closing)
            return; // somebody came back meanwhile
        if (written && m_register->unwritten().isEmpty())
            return QApplication::quit();
        QMetaObject::invokeMethod(this, &Desktop::comeBack, Qt::QueuedConnection);
    });
}

LockScreen* Desktop::makeLock(const QString& office)
{
    m_lock = new LockScreen;
    m_firstStart.clear(); // whatever was in front gives way
    m_recovery.clear();
    m_restore.clear();
    m_lock->setOffice(office);
    m_lock->followNote([this] { return m_due.sentence(m_places.clock->now()); });
    m_lock->followWait([tries = m_tries] { return LockScreen::Wait { tries->failures(), tries->wait() }; });
    m_window->showFullPage(m_lock);
    return m_lock;
}

/// Who may open the register, as its keys file says now, in the order of "Users and keys".
void Desktop::listUsers()
{
    auto people = Register::users(m_folder);
    if (people) {
        // Who set the register up stands there until somebody has opened it.
        if (m_lastUser.isEmpty() && !people->isEmpty())
            m_lastUser = people->constFirst().user.toString(QUuid::WithoutBraces);
        std::sort(people->begin(), people->end(),
            [](const auto& one, const auto& other) { return personSortKey(one.label) < personSortKey(other.label); });
        QList<LockUser> users;
        for (const KeysFile::SlotInfo& slot : std::as_const(*people))
            users.append(
                { slot.user.toString(QUuid::WithoutBraces), RoleTexts::person(slot.label, roleCode::read(slot.role)) });
        m_lock->setUsers(users, m_lastUser);
    } else {
        const ErrorCode code = people.error().code;
        const bool keys = code == ErrorCode::KeysMissing || code == ErrorCode::KeysDamaged;
        m_lock->showMessage(MessageBar::Kind::Error,
            keys ? people.error().message + u' ' + tr("Press “Forgotten…”, then “Put back the keys of a backup…”.")
                 : people.error().message);
    }
}

void Desktop::showLock(const QString& message)
{
    makeLock(tr("Child-protection register"));
    listUsers();
    if (!message.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Info, message);
    if (const QStringList held = whatIsUnwritten(); !held.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Warning, (QStringList { m_lock->message() } + held).join(u' ').trimmed());
    connect(m_lock, &LockScreen::unlockRequested, this, [this](const QString& user, const QString& passphrase) {
        m_failedBefore = m_tries->failures();
        const auto unlock = [tries = m_tries, folder = m_folder, user = QUuid(user), passphrase, places = m_places] {
            return tries->attempt(
                [&] { return Register::open(folder, user, passphrase, places.clock, places.limits); });
        };
        open(unlock, [this, stock = passphrase == demoRegister::passphrase()] {
            m_stockUser = stock ? m_register->user() : QUuid();
        });
    });
    connect(m_lock, &LockScreen::forgotten, this, &Desktop::showRecovery, Qt::QueuedConnection);
    connect(
        m_lock, &LockScreen::restoreWanted, this, [this] { showRestore(); }, Qt::QueuedConnection);
}

void Desktop::openDemo()
{
    const QString office = tr("Demo register: all people in it are fictional");
    if (Register::exists(m_folder)) {
        showLock(); // those who took over in it have passphrases of their own
        m_lock->setOffice(office);
    } else {
        makeLock(office);
    }
    const auto work = [folder = m_folder]() -> Opened {
        auto opened = demoRegister::open(folder);
        if (!opened && opened.error().code == ErrorCode::WrongPassphrase)
            return fail(ErrorCode::WrongPassphrase,
                tr("Nobody opens this demo register with the passphrase that it was made with any more. Choose your "
                   "name and type your own passphrase."));
        return opened;
    };
    open(work, [this] { m_stockUser = m_register->user(); });
}

void Desktop::open(std::function<Opened()> open, std::function<void()> then, const QString& doing)
{
    m_lock->setBusy(true, doing);
    const auto task = [open = std::move(open)] { return std::make_shared<Opened>(open()); };
    whenDone(this, QtConcurrent::run(task),
        [this, then = std::move(then), changed = !doing.isEmpty(), opening = ++m_opening](
            const std::shared_ptr<Opened>& opened) {
            const QString said = changed && *opened ? keyChangedText() : changed ? opened->error().message : QString();
            if (opening != m_opening) // the session was locked meanwhile: what was opened goes with its last pointer
                return m_lock ? showLock(said) : void();
            if (std::exchange(m_closing, false)) // the window was closed while a key was changed: nobody is there
                return mayEnd() ? QApplication::quit() : showLock(said);
            m_lock->setBusy(false);
            if (!*opened) {
                m_lock->showMessage(
                    MessageBar::Kind::Error, (QStringList { opened->error().message } + whatIsUnwritten()).join(u' '));
                return m_lock->followWait([tries = m_tries] {
                    return LockScreen::Wait { tries->failures(), tries->wait() };
                });
            }
            m_lock->clear();
            work(std::move(**opened));
            if (then)
                then();
        });
}

void Desktop::work(std::unique_ptr<Register> reg)
{
    m_lock = nullptr;
    m_register = std::move(reg);
    m_register->countTriesWith(m_tries);
    m_lastUser = m_register->user().toString(QUuid::WithoutBraces);
    putUnwrittenBack();
    makePages();
    m_window->showWork();
    m_due.attach(*m_register, *m_clock);
    m_guards->opened();
    noteUnlock();
    returnToPlace();
}

/// The unlock, and the failed ones before it, go into the chain of looking; then the file with their count may go.
void Desktop::noteUnlock()
{
    if (m_register->office().id == m_looksOf)
        m_register->noteAgain(std::exchange(m_looks, {}));
    m_register->noteAccess(AccessAct::Unlocked);
    const FailedUnlocks::Untaken failed = m_tries ? m_tries->untaken() : FailedUnlocks::Untaken();
    if (failed.count == 0)
        return;
    // Recorded or not at all: what cannot be written now is taken in again next time.
    whenDone(m_register.get(), m_register->recordAccess(AccessAct::FailedUnlock, nullptr, { QUuid() }, failed.count),
        [tries = m_tries](const Result<void>& written) {
            if (written)
                static_cast<void>(tries->taken());
        });
}

void Desktop::makePages()
{
    m_context.reset(new WorkContext { *m_register, *m_catalogues, *m_clock, CatalogueLanguage::Vietnamese });
    m_pages = std::make_unique<WorkPages>(*m_window, *m_context);
    connect(m_pages.get(), &WorkPages::settingsWanted, this, &Desktop::showSettings);
    // Neither at once: the page that asks goes with all others.
    connect(m_pages.get(), &WorkPages::keyChangeWanted, this, &Desktop::changeKey, Qt::QueuedConnection);
    connect(m_pages.get(), &WorkPages::leftToSuccessor, this, &Desktop::leaveToSuccessor, Qt::QueuedConnection);
    connect(m_pages.get(), &WorkPages::ownChanged, this, &Desktop::takeOwnChange, Qt::QueuedConnection);
    connect(m_pages.get(), &WorkPages::ownPassphraseChanged, this, [this] { m_stockUser = QUuid(); });
    const auto told = [this](const QString& said, bool done) {
        if (m_lock)
            m_lock->showMessage(done ? MessageBar::Kind::Ok : MessageBar::Kind::Error, said);
    };
    connect(m_pages.get(), &WorkPages::handoverTold, this, told, Qt::QueuedConnection);
    const auto restore = [this](const QString& file) {
        lock();
        showRestore(file);
    };
    connect(m_pages.get(), &WorkPages::restoreWanted, this, restore, Qt::QueuedConnection);
    connect(&m_pages->backups(), &BackupWatch::changed, this, &Desktop::showNotice);
    m_window->setWindowTitle(tr("Mái Ấm — %1").arg(m_register->office().name));
    m_rolesShown = m_register->roles();
    m_window->setUser(m_register->userLabel(), RoleTexts::name(m_rolesShown));
    showNotice();
    m_pages->begin();
}

/// Every page, the menu and the notice were made for what the person could do until now.
void Desktop::takeOwnChange(const QString& name, const QString& said)
{
    if (!m_register)
        return; // locked in between
    m_register->setUserLabel(name);
    if (m_register->roles() == m_rolesShown)
        return m_window->setUser(name, RoleTexts::name(m_rolesShown));
    lock();
    m_wasLocked = false; // the place belonged to the former role
    const QString before = m_lock->message(); // what had to stop, what could not be recorded yet
    QStringList text { said, tr("Your role has changed. Open the register again to work in the new one."), before };
    text.removeAll(QString());
    m_lock->showMessage(
        before.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Warning, text.join(QLatin1Char(' ')));
}

void Desktop::returnToPlace()
{
    const bool back = std::exchange(m_wasLocked, false);
    const QPointer<Page> first = m_window->currentPage();
    const QJsonObject held = heldPlace();
    whenDone(m_pages.get(), keptPlace::take(*m_register), [this, back, first, held](const QJsonObject& place) {
        if (back && first == m_window->currentPage()) // or somebody has gone on meanwhile
            m_pages->returnTo(held.isEmpty() ? place : held);
        QStringList said { stillUnwrittenText() };
        m_toldUnwritten = !said.constFirst().isEmpty();
        if (m_failedBefore >= TriesWorthTelling)
            said.append(tr("Before this unlock the passphrase was wrong %1 times. If that was not you, somebody tried "
                           "to open the register: tell the administrator.")
                            .arg(m_failedBefore));
        m_failedBefore = 0;
        said.removeAll(QString());
        if (!said.isEmpty() && m_window->currentPage())
            m_window->currentPage()->message()->showMessage(MessageBar::Kind::Warning, said.join(u' '));
    });
}

void Desktop::comeBack()
{
    // Who closed the program has gone; who starts it again, or finds its window again, says who they are.
    if (std::exchange(m_closing, false) && m_register)
        lock();
    comeToFront();
}

void Desktop::closingFailed(const QString& why)
{
    if (!m_closing)
        return; // somebody came back meanwhile
    comeBack();
    if (!m_lock)
        return;
    const QString also = m_lock->message(); // what locking had to say
    const QString said = tr("The backup on closing was not made: %1 Close the window once more to leave without it, or "
                            "unlock and look under “More → Backups”.")
                             .arg(why);
    m_lock->showMessage(MessageBar::Kind::Warning, also.isEmpty() ? said : also + u' ' + said);
}

void Desktop::comeToFront()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::showNotice()
{
    QStringList notices;
    if (m_register && m_register->demo())
        notices.append(tr("DEMO DATA — all people in this register are fictional"));
    if (m_register && m_register->isReadOnly())
        notices.append(
            tr("Written by a newer Mái Ấm: this one only shows the register and stores nothing — install the "
               "newer program"));
    else if (m_register && !roleRule::mayWrite(m_register->roles()))
        notices.append(tr("Read only: what you change in cases is not stored"));
    if (m_pages && m_pages->backups().state().isRegisterDamaged())
        notices.append(
            tr("A part of the register's file is damaged: stop entering data, and restore the newest backup"));
    if (m_exposed)
        notices.append(tr("This PC does not keep the windows out of screen captures"));
    m_window->setNotice(notices.join(QStringLiteral(" · ")));
}

} // namespace maiam
