// SPDX-License-Identifier: GPL-3.0-or-later
// The paper in the envelope, and a changed register key: what needs the register closed.
#include "app/desktop.h"
#include "app/work_pages.h"
#include "models/base/when_done.h"
#include "models/register/key_change.h"
#include "ui/people/keys_card.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QtConcurrentRun>

#include <utility>

namespace maiam {

namespace {
QString recoveredText(const RecoveryScreen& page, Roles roles)
{
    QStringList sentences { Desktop::tr("The passphrase is set.") };
    if (page.printsNewKey())
        sentences.append(Desktop::tr("Seal the new recovery key in an envelope for the chairman."));
    else if (!page.usedEscrow())
        sentences.append(Desktop::tr("The recovery key in the opened envelope still holds: seal it again."));
    if (page.usedEscrow())
        sentences.append(roleRule::mayAdminister(roles)
                ? Desktop::tr("The two escrow sheets open nothing any more: destroy them, and print new ones under "
                              "\"More → Users and keys\".")
                : Desktop::tr("The two escrow sheets open nothing any more: destroy them, and ask the administrator to "
                              "print new ones."));
    return sentences.join(u' ');
}
} // namespace

void Desktop::showRecovery()
{
    auto* page = new RecoveryScreen(m_folder, m_places.clock, m_tries, m_places.limits);
    if (m_lock && !m_lock->chosenUser().isEmpty())
        m_lastUser = m_lock->chosenUser();
    page->choosePerson(QUuid(m_lastUser));
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
        const QString said = recoveredText(*page, (*reg)->roles());
        if (opening != m_opening) { // locked meanwhile: what was opened goes with its pointer
            reg->reset();
            return showLock(said);
        }
        m_wasLocked = false;
        m_stockUser = QUuid(); // the new passphrase is the person's own
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
/// What a change of the key came to, and what had to stop for it or is not written yet.
QString withAlso(const QString& said, const QString& also)
{
    return also.isEmpty() ? said : said + u' ' + also;
}

/// What is to be done with the papers once the new key holds.
QString paperText(const KeyChangeDue& due)
{
    return due.recovery ? u' ' + Desktop::tr("Seal the new recovery key, and destroy the former sheet.") : QString();
}

QString keyChangeText()
{
    return Desktop::tr("The register key is being changed. Leave the PC on; this takes about a minute.");
}
} // namespace

QString Desktop::keyChangedText()
{
    return tr("The register key has been changed. Old copies of the keys file open nothing here.");
}

Result<UnlockedFolder> Desktop::closeToChangeKey(const KeyChange& change)
{
    m_window->keepDrafts();
    // Covered first, as on locking. The register's lock stays with the window the whole time.
    showLock();
    m_lock->setBusy(true, keyChangeText());
    m_window->repaint();
    closePages();
    m_guards->closed();
    m_wasLocked = false;
    const std::size_t heldBefore = m_heldDrafts.size(); // of another key, which opens nothing here
    keepUnwritten();
    if (m_heldDrafts.size() > heldBefore) { // sealed with the key that is to go; what takes no draft takes no register
        m_register.reset();
        return tl::unexpected<Error>(m_heldDrafts.back().drafts.why);
    }
    return Register::close(std::move(m_register), change);
}

void Desktop::changeKey(std::shared_ptr<KeyChange> change)
{
    if (!m_register)
        return;
    const QUuid user = m_register->user();
    const QString stopped = stoppedWork();
    auto closed = closeToChangeKey(*change);
    if (!closed) {
        showLock(withAlso(closed.error().message, stopped));
        if (std::exchange(m_closing, false) && mayEnd())
            QApplication::quit();
        return;
    }
    const auto folder = std::make_shared<UnlockedFolder>(std::move(*closed));
    open(
        [folder, change, user, clock = m_places.clock]() -> Opened {
            auto changed = KeyChanger::change(std::move(*folder), *change);
            if (!changed)
                return fail(changed);
            return Register::open(std::move(*changed), user, clock);
        },
        [this, stopped, due = change->due()] {
            m_pages->showPeople(withAlso(keyChangedText() + paperText(due), stopped));
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
        if (done.keyChange)
            return m_lock->showMessage(
                MessageBar::Kind::Warning, done.said + u' ' + KeysCard::whyDue(done.keyChange->due()));
        return m_lock->showMessage(MessageBar::Kind::Ok, done.said);
    }
    if (done.keyChange)
        return changeKeyBehindLock(done);
    lock();
    m_wasLocked = false; // the place was somebody else's
    const QString before = m_lock->message(); // what had to stop, what could not be recorded yet
    m_lock->showMessage(before.isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning,
        before.isEmpty() ? done.said : done.said + u' ' + before);
}

void Desktop::changeKeyBehindLock(const HandoverDone& done)
{
    const QString said = withAlso(done.said, stoppedWork());
    auto closed = closeToChangeKey(*done.keyChange);
    if (!closed)
        return tellKeyChange(said, { false, fail(closed) }, done.keyChange->due());
    const auto folder = std::make_shared<UnlockedFolder>(std::move(*closed));
    const auto work = [folder, done, place = m_folder, clock = m_places.clock]() -> KeyChangeEnd {
        auto changed = KeyChanger::change(std::move(*folder), *done.keyChange);
        if (!changed)
            return { KeyChanger::isDecided(place), fail(changed) };
        // Opened once, so that the old generation is deleted at once, and closed again: the successor unlocks it.
        const auto opened = Register::open(std::move(*changed), done.successor, clock);
        return { true, opened ? Result<void>() : Result<void>(fail(opened)) };
    };
    whenDone(this, QtConcurrent::run(work), [this, said, due = done.keyChange->due()](const KeyChangeEnd& end) {
        if (!m_register) // else somebody has unlocked it already
            tellKeyChange(said, end, due);
    });
}

/// On the lock, with the people as they are now. Once the new key is decided the new paper holds, whatever failed then.
void Desktop::tellKeyChange(const QString& said, const KeyChangeEnd& end, const KeyChangeDue& due)
{
    if (std::exchange(m_closing, false) && mayEnd())
        return QApplication::quit();
    showLock();
    const QString held = whatIsUnwritten().join(u' ');
    if (end.done)
        return m_lock->showMessage(held.isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning,
            withAlso(said + u' ' + keyChangedText() + paperText(due), held));
    const QString why = end.done.error().message;
    const QString failed = end.decided
        ? why
        : tr("The register key could not be changed yet: %1 It is changed under \"More → Users and keys\".").arg(why)
            + u' ' + KeysCard::whyDue(due);
    m_lock->showMessage(MessageBar::Kind::Warning, withAlso(said + u' ' + failed, held));
}

} // namespace maiam
