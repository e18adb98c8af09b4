// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/demo_register.h"
#include "app/first_start_services.h"
#include "app/work_pages.h"
#include "models/base/when_done.h"
#include "ui/people/recovery_screen.h"
#include "ui/people/role_texts.h"
#include "ui/shell/first_start.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace maiam {

namespace {
using Opening = std::shared_ptr<Result<std::unique_ptr<Register>>>;
} // namespace

Desktop::Desktop() = default;

Desktop::~Desktop()
{
    // Pages borrow the context, the context the register: they go in this order.
    if (m_window)
        m_window->closeAllPages();
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

int Desktop::run(const QStringList& arguments)
{
    if (!prepare())
        return 1;
    const bool demo = arguments.contains(QStringLiteral("--demo"));
    const qsizetype named = arguments.indexOf(QStringLiteral("--register"));
    const QString folder = named >= 0 && named + 1 < arguments.size() ? arguments[named + 1]
        : demo                                                        ? demoRegister::folder()
                                                                      : defaultFolder();
    Theme::apply(*qApp);
    m_window = std::make_unique<MainWindow>();
    connect(m_window.get(), &MainWindow::lockRequested, this, [this] { lock(); });
    connect(m_window.get(), &MainWindow::closing, qApp, &QApplication::quit);
    m_window->setWindowTitle(tr("Mái Ấm"));
    begin(folder, demo);
    m_window->showMaximized();
    return QApplication::exec();
}

void Desktop::begin(const QString& folder, bool demo)
{
    m_folder = folder;
    if (demo)
        openDemo();
    else if (Register::exists(folder))
        showLock();
    else
        showFirstStart();
}

void Desktop::showFirstStart()
{
    auto* page = new FirstStart(
        firstStartServices(*m_catalogues, m_folder, [this](std::unique_ptr<Register> reg) { work(std::move(reg)); }));
    m_window->showFullPage(page);
}

void Desktop::showLock(const QString& message)
{
    m_lock = new LockScreen;
    m_lock->setOffice(tr("Child-protection register"));
    auto people = Register::users(m_folder);
    if (people) {
        QList<LockUser> users;
        for (const KeysFile::SlotInfo& slot : std::as_const(*people))
            users.append({ slot.user.toString(QUuid::WithoutBraces),
                tr("%1 — %2", "name, post").arg(slot.label, RoleTexts::name(roleCode::read(slot.role))) });
        m_lock->setUsers(users);
    } else {
        m_lock->showMessage(MessageBar::Kind::Error, people.error().message);
    }
    if (!message.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Info, message);
    connect(m_lock, &LockScreen::unlockRequested, this,
        [this](const QString& user, const QString& passphrase) { unlock(QUuid(user), passphrase); });
    connect(m_lock, &LockScreen::forgotten, this, &Desktop::showRecovery);
    m_window->showFullPage(m_lock);
}

void Desktop::unlock(const QUuid& user, const QString& passphrase)
{
    m_lock->setBusy(true);
    auto* watcher = new QFutureWatcher<Opening>(this);
    connect(watcher, &QFutureWatcher<Opening>::finished, this, [this, watcher] {
        const Opening opened = watcher->result();
        watcher->deleteLater();
        m_lock->setBusy(false);
        if (!*opened) {
            m_lock->showMessage(MessageBar::Kind::Error, opened->error().message);
            return;
        }
        m_lock->clear();
        work(std::move(**opened));
    });
    watcher->setFuture(QtConcurrent::run([folder = m_folder, user, passphrase] {
        return std::make_shared<Result<std::unique_ptr<Register>>>(Register::open(folder, user, passphrase));
    }));
}

void Desktop::openDemo()
{
    m_lock = new LockScreen;
    m_lock->setOffice(tr("Demo register: all people in it are fictional"));
    m_lock->setBusy(true);
    m_window->showFullPage(m_lock);
    auto* watcher = new QFutureWatcher<Opening>(this);
    connect(watcher, &QFutureWatcher<Opening>::finished, this, [this, watcher] {
        const Opening opened = watcher->result();
        watcher->deleteLater();
        m_lock->setBusy(false);
        if (*opened)
            work(std::move(**opened));
        else
            m_lock->showMessage(MessageBar::Kind::Error, opened->error().message);
    });
    watcher->setFuture(QtConcurrent::run([folder = m_folder] {
        return std::make_shared<Result<std::unique_ptr<Register>>>(demoRegister::open(folder));
    }));
}

void Desktop::work(std::unique_ptr<Register> reg)
{
    m_lock = nullptr;
    m_register = std::move(reg);
    const CatalogueLanguage language = CatalogueLanguage::Vietnamese;
    m_context = std::make_unique<WorkContext>(WorkContext { *m_register, *m_catalogues, *m_clock, language });
    m_pages = std::make_unique<WorkPages>(*m_window, *m_context);
    // Not at once: the page that asks goes with all others.
    connect(m_pages.get(), &WorkPages::keyChangeWanted, this, &Desktop::changeKey, Qt::QueuedConnection);
    m_window->setWindowTitle(tr("Mái Ấm — %1").arg(m_register->office().name));
    m_window->setUser(m_register->userLabel(), RoleTexts::name(m_register->roles()));
    QStringList notices;
    if (m_register->demo())
        notices.append(tr("DEMO DATA — all people in this register are fictional"));
    if (!roleRule::mayWrite(m_register->roles()))
        notices.append(tr("Read only: what you change in cases is not stored"));
    m_window->setNotice(notices.join(QStringLiteral(" · ")));
    m_window->showWork();
    m_pages->begin();
}

void Desktop::lock()
{
    if (!m_register)
        return;
    commitPendingInput();
    m_window->closeAllPages();
    m_pages.reset();
    m_context.reset();
    const bool demo = m_register->demo() && m_folder == demoRegister::folder();
    m_register.reset(); // closes the database; the key is wiped with it
    m_window->setUser({}, {});
    m_window->setStatus({});
    showLock(demo ? tr("The passphrase of the demo register is: %1").arg(demoRegister::passphrase()) : QString());
}

void Desktop::showRecovery()
{
    auto* page = new RecoveryScreen(m_folder, std::make_shared<SystemClock>());
    m_lock = nullptr;
    connect(page, &RecoveryScreen::cancelled, this, [this] { showLock(); });
    connect(page, &RecoveryScreen::opened, this, [this, page](const std::shared_ptr<std::unique_ptr<Register>>& reg) {
        const QString said = page->printsNewKey()
            ? tr("The passphrase is set. Seal the new recovery key in an envelope for the chairman.")
            : tr("The passphrase is set. The recovery key in the opened envelope still holds: seal it again.");
        work(std::move(*reg));
        m_pages->showPeople(said);
    });
    m_window->showFullPage(page);
}

void Desktop::changeKey(std::shared_ptr<KeyChange> change)
{
    if (!m_register)
        return;
    commitPendingInput();
    m_window->closeAllPages();
    m_pages.reset();
    m_context.reset();
    const QUuid user = m_register->user();
    auto closed = Register::close(std::move(m_register));
    if (!closed) {
        showLock(closed.error().message);
        return;
    }
    showLock(tr("The register key is being changed. Leave the PC on; this takes about a minute."));
    m_lock->setBusy(true);
    auto unlocked = std::make_shared<UnlockedFolder>(std::move(*closed));
    whenDone(this, QtConcurrent::run([unlocked, change, user] {
        const auto run = [&]() -> Result<std::unique_ptr<Register>> {
            auto changed = KeyChanger::change(std::move(*unlocked), *change);
            if (!changed)
                return fail(changed);
            return Register::open(std::move(*changed), user);
        };
        return std::make_shared<Result<std::unique_ptr<Register>>>(run());
    }),
        [this](const Opening& opened) {
            m_lock->setBusy(false);
            if (!*opened) {
                m_lock->showMessage(MessageBar::Kind::Error, opened->error().message);
                return;
            }
            work(std::move(**opened));
            m_pages->showPeople(
                tr("The register key has been changed. Old copies of the keys file open nothing here."));
        });
}

} // namespace maiam
