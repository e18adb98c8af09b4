// SPDX-License-Identifier: GPL-3.0-or-later
// Locking, and the settings that need the window made anew.
#include "app/demo_register.h"
#include "app/desktop.h"
#include "app/kept_place.h"
#include "app/platform/platform.h"
#include "app/work_pages.h"
#include "ui/backup/restore_page.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/first_start.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_page.h"
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
} // namespace

void Desktop::lock()
{
    ++m_opening;
    if (!m_register)
        return lockWithoutRegister();
    m_window->keepDrafts();
    const QString stopped = stoppedWork();
    keptPlace::keep(*m_register, m_pages->place());
    const bool demo = m_register->demo() && m_demo;
    // Covered and painted first: waiting for long work to stop must not leave a case on the screen.
    closeAllBut(m_window.get());
    showLock(demo ? tr("The passphrase of the demo register is: %1").arg(demoRegister::passphrase()) : QString());
    m_window->repaint();
    closeRegister();
    listUsers(); // a hand-over that had to be waited for may have changed them
    m_wasLocked = true;
    m_guards->closed();
    QStringList said;
    if (!m_looks.empty())
        said.append(
            tr("It could not be recorded yet who opened what before the lock. Make room on the disk and unlock: "
               "then it is recorded. Do not end the program before."));
    if (!stopped.isEmpty())
        said.append(stopped);
    if (!said.isEmpty())
        m_lock->showMessage(MessageBar::Kind::Warning, said.join(u' '));
    if (m_closing)
        QApplication::quit(); // nobody would see the lock behind the closed window, and the program would stay for ever
}

/// Which long work is stopped when the pages are closed now, said to the person; empty when there is none.
QString Desktop::stoppedWork() const
{
    const QStringList running = m_window->runningWork();
    return running.isEmpty()
        ? QString()
        : tr("Stopped by locking: %1. An import and a package are stored as a whole or not at all; "
             "of packages that came in, what was taken in stays and receiving them again goes on "
             "from there. Look after unlocking, and start it again.")
              .arg(running.join(QStringLiteral(", ")));
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

/// Who looked, while the disk takes nothing: the program keeps it over a lock, the next unlock writes it.
void Desktop::keepUnwrittenLooks()
{
    m_looks = m_register->takeUnwrittenAccess();
    m_looksOf = m_register->office().id;
    if (!m_looks.empty())
        qWarning("%d looks could not be recorded yet.", int(m_looks.size()));
}

void Desktop::closeRegister()
{
    closePages();
    if (m_register)
        keepUnwrittenLooks();
    m_register.reset(); // closes the database; the key is wiped with it
}

void Desktop::closePages()
{
    m_due.detach();
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
    const QRect geometry = m_window->geometry();
    const bool maximized = m_window->isMaximized();
    m_window->closeAllPages();
    m_pages.reset();
    m_context.reset();
    Theme::apply(*qApp, m_settings.textPercent);
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    makeWindow();
    makePages();
    m_pages->returnTo(place); // to the settings, where this was asked for
    if (maximized) {
        m_window->showMaximized();
    } else {
        m_window->setGeometry(geometry);
        m_window->show();
    }
}

} // namespace maiam
