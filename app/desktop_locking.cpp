// SPDX-License-Identifier: GPL-3.0-or-later
// Locking, and the settings that need the window made anew.
#include "app/demo_register.h"
#include "app/desktop.h"
#include "app/kept_place.h"
#include "app/platform/platform.h"
#include "app/work_pages.h"
#include "ui/backup/restore_page.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/erasures_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/imports/import_page.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/first_start.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_page.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDialog>
#include <QFutureWatcher>
#include <QLineEdit>

namespace maiam {

namespace {
/// Menus, combo lists, print and file dialogs: everything but the window itself.
void closeAllBut(const QWidget* window)
{
    platform::cancelSystemDialogs();
    for (int i = 0; i < 20 && QApplication::activePopupWidget(); ++i)
        QApplication::activePopupWidget()->close();
    const QWidgetList others = QApplication::topLevelWidgets();
    for (QWidget* other : others) {
        if (other == window || !other->isVisible())
            continue;
        if (auto* dialog = qobject_cast<QDialog*>(other))
            dialog->reject();
        else
            other->close();
    }
}

/// What a page says that went wrong; empty when nothing did.
QString errorOn(const QWidget& page)
{
    const auto* message = page.findChild<MessageBar*>();
    return message && !message->isHidden() && message->kind() == MessageBar::Kind::Error ? message->text() : QString();
}

/// Whether this page erases by decision now.
bool isErasing(const Page* page)
{
    const auto* one = qobject_cast<const ErasurePage*>(page);
    const auto* list = qobject_cast<const ErasuresPage*>(page);
    return (one && one->isErasing()) || (list && list->isErasing());
}
} // namespace

void Desktop::lock()
{
    ++m_opening;
    if (!m_register)
        return lockWithoutRegister();
    m_window->keepDrafts();
    const QString stopped = stoppedWork();
    const QJsonObject place = m_pages->place();
    const auto kept = keptPlace::keep(*m_register, place);
    const bool stock = m_demo && m_register->demo() && m_register->user() == m_stockUser;
    const QString name = m_register->userLabel();
    // Covered and painted first: waiting for long work to stop must not leave a case on the screen.
    closeAllBut(m_window.get());
    showLock();
    if (stock) // in the note, where no message takes its place
        m_lock->followNote([this] { return m_due.sentence(m_places.clock->now()); },
            tr("The passphrase of %1 in the demo register is: %2").arg(name, demoRegister::passphrase()));
    m_window->repaint();
    closeRegister(place, kept);
    listUsers(); // a hand-over that had to be waited for may have changed them
    m_wasLocked = true;
    m_guards->closed();
    QStringList said;
    if (!m_looks.empty())
        said.append(
            tr("It could not be recorded yet who opened what before the lock. Make room on the disk and unlock: "
               "then it is recorded. Do not end the program before."));
    said = whatIsUnwritten() + said;
    if (!stopped.isEmpty())
        said.append(stopped);
    if (!said.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Warning, said.join(u' '));
    // Nobody would see the lock behind the closed window, and the program would stay for ever.
    if (std::exchange(m_closing, false) && mayEnd())
        QApplication::quit();
}

/// Which long work is stopped when the pages are closed now, said to the person; empty when there is none. An erasure
/// that is being stored goes on, and nobody knows yet whether this one is.
QString Desktop::stoppedWork() const
{
    QStringList running = m_pages->runningWork();
    bool erases = false;
    bool storesInParts = false;
    const QList<Page*> pages = m_window->openedPages();
    for (const Page* page : pages) {
        if (isErasing(page)) {
            erases = true;
            running.removeOne(page->task()->what());
        }
        storesInParts = storesInParts
            || (page->task()->isRunning()
                && (qobject_cast<const ImportPage*>(page) || qobject_cast<const ExchangePage*>(page)));
    }
    QStringList said;
    if (erases)
        said.append(tr("An erasure was under way. Whether it was carried out stands after unlocking in the list under "
                       "“More → Erasures by decision”."));
    if (!running.isEmpty())
        said.append(tr("Stopped by locking: %1.").arg(running.join(QStringLiteral(", "))));
    if (storesInParts)
        said.append(tr("An import and a package are stored as a whole or not at all; of packages that came in, what "
                       "was taken in stays and receiving them again goes on from there."));
    if (!running.isEmpty())
        said.append(tr("Look after unlocking, and start it again."));
    return said.join(u' ');
}

/// No page stays that shows or takes what opens a register.
void Desktop::lockWithoutRegister()
{
    closeAllBut(m_window.get());
    Questions::cancelAll();
    m_guards->closed();
    if (m_recovery && m_recovery->isBusy())
        return lockWhenDone(*m_recovery);
    if (m_restore && m_restore->isBusy())
        return lockWhenDone(*m_restore);
    if (m_recovery)
        return showLock(); // what was typed from paper goes with its page
    if (m_restore)
        return begin(false); // and so does the key of a backup that was looked into
    if (m_firstStart) {
        m_firstStart->forgetSecrets();
        m_guards->opened(); // new ones will be made
    }
}

/// A recovery or a restore is let end, since half of it helps nobody. It may then leave a key on the screen: the page
/// goes as soon as its work has ended, and is watched until then.
void Desktop::lockWhenDone(QWidget& page)
{
    const QList<QLineEdit*> typed = page.findChildren<QLineEdit*>();
    for (QLineEdit* field : typed)
        field->clear(); // the work took it with it
    const QList<QFutureWatcherBase*> works = page.findChildren<QFutureWatcherBase*>();
    for (QFutureWatcherBase* work : works) // after what the page itself does then
        connect(work, &QFutureWatcherBase::finished, this, &Desktop::lockAfterWork,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
    m_guards->opened();
}

void Desktop::lockAfterWork()
{
    if (m_register)
        return;
    const QWidget* page = m_recovery ? static_cast<QWidget*>(m_recovery) : m_restore;
    const QString error = page ? errorOn(*page) : QString();
    lock();
    if (m_lock && !error.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Error, error);
}

/// Who looked and what was typed, while the disk takes nothing: the program keeps it over a lock, the next unlock
/// writes it.
void Desktop::keepUnwritten()
{
    keepUnwrittenDrafts();
    m_looks = m_register->takeUnwrittenAccess();
    m_looksOf = m_register->office().id;
    if (!m_looks.empty())
        qWarning("%d looks could not be recorded yet.", int(m_looks.size()));
}

void Desktop::closeRegister(const QJsonObject& place, const QFuture<Result<void>>& kept)
{
    closePages();
    if (m_register) {
        keepPlace(place, kept);
        keepUnwritten();
    }
    m_register.reset(); // closes the database; the key is wiped with it
}

void Desktop::closePages()
{
    m_due.detach();
    m_writeAgain.stop();
    // Pages borrow the context, the context the register: they go in this order. Long work stops with its page.
    if (m_window)
        m_window->closeAllPages();
    m_pages.reset();
    m_context.reset();
    if (!m_window)
        return;
    m_window->clearMore();
    m_window->setUser({}, {});
    m_window->setStatus({});
}

void Desktop::showSettings()
{
    auto* page = new SettingsPage(m_settings, CaptureShield::isOffered());
    connect(page, &SettingsPage::changed, this, [this, page](const Settings& settings) {
        const bool anew = settings.textPercent != m_settings.textPercent;
        change(settings);
        page->tellKept(m_settings.write(m_places.settingsFile));
        if (anew) // not from within a page of the old window
            QMetaObject::invokeMethod(this, &Desktop::makeWindowAnew, Qt::QueuedConnection);
    });
    page->addSigner(*m_register);
    m_window->openPage(page);
}

void Desktop::change(const Settings& settings)
{
    m_settings = settings;
    m_guards->apply(m_settings);
}

void Desktop::makeWindowAnew()
{
    if (!m_register)
        return; // locked in between; the next start has the new size
    m_window->keepDrafts();
    const QJsonObject place = m_pages->place();
    const bool checking = m_pages->check().isRunning(); // it stops with the pages, and begins anew with the new ones
    const QRect geometry = m_window->geometry();
    const bool maximized = m_window->isMaximized();
    m_window->closeAllPages();
    m_pages.reset();
    m_context.reset();
    Theme::apply(*qApp, m_settings.textPercent);
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    makeWindow();
    makePages();
    if (checking)
        m_pages->check().start();
    m_pages->returnTo(place); // to the settings, where this was asked for
    if (maximized) {
        m_window->showMaximized();
    } else {
        m_window->setGeometry(geometry);
        m_window->show();
    }
}

} // namespace maiam
