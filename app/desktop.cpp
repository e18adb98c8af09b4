// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/demo_register.h"
#include "app/first_start_services.h"
#include "app/work_pages.h"
#include "ui/backup/restore_page.h"
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

QString postOf(const QString& role)
{
    if (role == QStringLiteral("leader"))
        return Desktop::tr("Leader");
    if (role == QStringLiteral("viewer"))
        return Desktop::tr("Viewer");
    if (role == QStringLiteral("administrator"))
        return Desktop::tr("Administrator");
    return Desktop::tr("Officer");
}
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
    // The window hides itself; the program ends when the day's backup stands.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(m_window.get(), &MainWindow::closing, this, &Desktop::close);
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
    connect(page, &FirstStart::restoreWanted, this, [this] { showRestore(); });
    m_window->showFullPage(page);
}

void Desktop::showRestore(const QString& file)
{
    auto* page = new RestorePage(m_folder);
    connect(
        page, &RestorePage::left, this, [this] { begin(m_folder, false); }, Qt::QueuedConnection);
    const auto done = [this](const Restored& restored) {
        QString text = tr("The register of %1 has been restored. Open it with the passphrase of that day.")
                           .arg(civil::dateTime(restored.manifest.made).toString(QStringLiteral("dd/MM/yyyy HH:mm")));
        if (!restored.before.isEmpty())
            text += u' '
                + tr("The former one is kept in %1. When you no longer need it, delete that folder.")
                      .arg(QDir::toNativeSeparators(restored.before));
        showLock(text);
    };
    connect(page, &RestorePage::restored, this, done, Qt::QueuedConnection);
    m_window->showFullPage(page);
    if (!file.isEmpty())
        page->setFile(file);
}

void Desktop::close()
{
    if (m_pages)
        m_pages->backups().finish([] { QApplication::quit(); });
    else
        QApplication::quit();
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
                tr("%1 — %2", "name, post").arg(slot.label, postOf(slot.role)) });
        m_lock->setUsers(users);
    } else {
        m_lock->showMessage(MessageBar::Kind::Error, people.error().message);
    }
    if (!message.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Info, message);
    connect(m_lock, &LockScreen::unlockRequested, this,
        [this](const QString& user, const QString& passphrase) { unlock(QUuid(user), passphrase); });
    connect(m_lock, &LockScreen::forgotten, this, [this] {
        m_lock->showMessage(MessageBar::Kind::Info,
            tr("The chairman keeps the recovery key in a sealed envelope. Opening with it comes with a later version; "
               "the key stays valid."));
    });
    connect(
        m_lock, &LockScreen::restoreWanted, this, [this] { showRestore(); }, Qt::QueuedConnection);
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
    m_window->setWindowTitle(tr("Mái Ấm — %1").arg(m_register->office().name));
    m_window->setUser(m_register->userLabel(), tr("Officer"));
    m_window->setNotice(m_register->demo() ? tr("DEMO DATA — all people in this register are fictional") : QString());
    connect(
        m_pages.get(), &WorkPages::restoreWanted, this,
        [this](const QString& file) {
            lock();
            showRestore(file);
        },
        Qt::QueuedConnection);
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

} // namespace maiam
