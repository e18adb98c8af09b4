// SPDX-License-Identifier: GPL-3.0-or-later
// The paper in the envelope, and a changed register key: what needs the register closed.
#include "app/desktop.h"
#include "app/work_pages.h"
#include "models/base/when_done.h"
#include "models/register/key_change.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QtConcurrentRun>

namespace maiam {

void Desktop::showRecovery()
{
    auto* page = new RecoveryScreen(m_folder, m_places.clock, m_tries, m_places.limits);
    m_lock = nullptr;
    m_recovery = page;
    m_guards->opened(); // a key that was typed and left on the screen is an open register
    connect(
        page, &RecoveryScreen::cancelled, this,
        [this] {
            m_guards->closed();
            showLock();
        },
        Qt::QueuedConnection);
    const auto opened = [this, page, opening = ++m_opening](const std::shared_ptr<std::unique_ptr<Register>>& reg) {
        if (opening != m_opening) { // locked meanwhile: what was opened goes with its pointer
            reg->reset();
            return showLock();
        }
        const QString said = page->printsNewKey()
            ? tr("The passphrase is set. Seal the new recovery key in an envelope for the chairman.")
            : tr("The passphrase is set. The recovery key in the opened envelope still holds: seal it again.");
        m_wasLocked = false;
        work(std::move(*reg));
        if (roleRule::mayAdminister(m_register->roles()))
            m_pages->showPeople(said);
        else if (Page* shown = m_window->currentPage())
            shown->message()->showMessage(MessageBar::Kind::Info, said);
    };
    connect(page, &RecoveryScreen::opened, this, opened, Qt::QueuedConnection);
    m_window->showFullPage(page);
}

namespace {
QString keyChangeText()
{
    return Desktop::tr("The register key is being changed. Leave the PC on; this takes about a minute.");
}
} // namespace

std::shared_ptr<UnlockedFolder> Desktop::closeToChangeKey()
{
    m_window->keepDrafts();
    // Covered first, as on locking. The register's lock stays with the window the whole time.
    showLock();
    m_lock->setBusy(true, keyChangeText());
    m_window->repaint();
    closePages();
    m_guards->closed();
    m_wasLocked = false;
    auto closed = Register::close(std::move(m_register));
    if (closed)
        return std::make_shared<UnlockedFolder>(std::move(*closed));
    showLock(closed.error().message);
    return {};
}

void Desktop::changeKey(std::shared_ptr<KeyChange> change)
{
    if (!m_register)
        return;
    const QUuid user = m_register->user();
    const auto folder = closeToChangeKey();
    if (!folder)
        return;
    open(
        [folder, change, user, clock = m_places.clock]() -> Opened {
            auto changed = KeyChanger::change(std::move(*folder), *change);
            if (!changed)
                return fail(changed);
            return Register::open(std::move(*changed), user, clock);
        },
        [this] {
            m_pages->showPeople(
                tr("The register key has been changed. Old copies of the keys file open nothing here."));
        },
        keyChangeText());
}

void Desktop::leaveToSuccessor(const HandoverDone& done)
{
    m_lastUser = done.successor.toString(QUuid::WithoutBraces);
    if (!m_register) { // locked in between; a key that is to be changed stays due
        m_wasLocked = false;
        if (!m_lock)
            return;
        listUsers();
        return m_lock->showMessage(MessageBar::Kind::Ok, done.said);
    }
    if (done.keyChange)
        return changeKeyBehindLock(done);
    lock();
    m_wasLocked = false; // the place was somebody else's
    m_lock->showMessage(MessageBar::Kind::Ok, done.said);
}

void Desktop::changeKeyBehindLock(const HandoverDone& done)
{
    const auto folder = closeToChangeKey();
    if (!folder)
        return;
    const auto work = [folder, done, clock = m_places.clock]() -> Result<void> {
        auto changed = KeyChanger::change(std::move(*folder), *done.keyChange);
        if (!changed)
            return fail(changed);
        // Opened once, so that the old generation is deleted at once, and closed again: the successor unlocks it.
        const auto opened = Register::open(std::move(*changed), done.successor, clock);
        return opened ? Result<void>() : Result<void>(fail(opened));
    };
    whenDone(this, QtConcurrent::run(work), [this, said = done.said](const Result<void>& changed) {
        if (m_register)
            return; // somebody has unlocked it already
        if (m_closing)
            return QApplication::quit();
        showLock(); // with the people as they are now
        if (changed)
            m_lock->showMessage(MessageBar::Kind::Ok,
                said + u' ' + tr("The register key has been changed. Old copies of the keys file open nothing here."));
        else
            m_lock->showMessage(MessageBar::Kind::Warning,
                said + u' '
                    + tr("The register key could not be changed yet: %1 It is changed under \"More → Users and keys\".")
                          .arg(changed.error().message));
    });
}

} // namespace maiam
