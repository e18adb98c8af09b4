// SPDX-License-Identifier: GPL-3.0-or-later
// The paper in the envelope, and a changed register key: what needs the register closed.
#include "app/desktop.h"
#include "app/work_pages.h"
#include "models/register/people.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"

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
        m_pages->showPeople(said);
    };
    connect(page, &RecoveryScreen::opened, this, opened, Qt::QueuedConnection);
    m_window->showFullPage(page);
}

void Desktop::changeKey(std::shared_ptr<KeyChange> change)
{
    if (!m_register)
        return;
    m_window->keepDrafts();
    // Covered first, as on locking. The register's lock stays with the window the whole time.
    showLock(tr("The register key is being changed. Leave the PC on; this takes about a minute."));
    m_window->repaint();
    closePages();
    m_guards->closed();
    m_wasLocked = false;
    const QUuid user = m_register->user();
    auto closed = Register::close(std::move(m_register));
    if (!closed)
        return showLock(closed.error().message);
    const auto folder = std::make_shared<UnlockedFolder>(std::move(*closed));
    open(
        [folder, change, user, clock = m_places.clock]() -> Opened {
            auto changed = KeyChanger::change(std::move(*folder), *change);
            if (!changed)
                return fail(changed);
            return Register::open(std::move(*changed), user, clock);
        },
        [this, change] {
            people::noteKeyChange(*m_register, *change);
            m_pages->showPeople(
                tr("The register key has been changed. Old copies of the keys file open nothing here."));
        });
}

} // namespace maiam
