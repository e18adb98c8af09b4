// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of what the journal promises: differing information, the check, who looked, machines, erasures.
#include "app/work_pages.h"
#include "ui/children/child_page.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/erasures_page.h"
#include "ui/journal/access_page.h"
#include "ui/journal/check_page.h"
#include "ui/journal/conflicts_page.h"
#include "ui/journal/devices_page.h"
#include "ui/widgets/message_bar.h"

#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// Whether a form stands on the page of a door: openDraft() leaves every opened page for it, and they are gone.
bool standsOnDoor(const QString& form)
{
    return form.startsWith("session"_L1) || form.startsWith("task/"_L1) || form.startsWith("remark/"_L1);
}
} // namespace

void WorkPages::addJournalToMenu()
{
    const Roles roles = m_context.reg.roles();
    if (roleRule::mayInspect(roles))
        connect(m_window.addMore(tr("Who looked")), &QAction::triggered, this, [this] { openAccess(); });
    connect(m_window.addMore(tr("Data leaks")), &QAction::triggered, this, &WorkPages::openIncidents);
    connect(m_window.addMore(tr("Check the register")), &QAction::triggered, this, &WorkPages::openCheck);
    if (roleRule::mayAdminister(roles))
        connect(m_window.addMore(tr("Machines")), &QAction::triggered, this, &WorkPages::openDevices);
    if (roleRule::mayErase(roles))
        connect(m_window.addMore(tr("Erasures by decision")), &QAction::triggered, this, &WorkPages::openErasures);
}

void WorkPages::openConflicts()
{
    m_window.openPage(new ConflictsPage(m_context));
}

void WorkPages::openCheck()
{
    m_window.openPage(new CheckPage(m_check));
}

/// Wherever the person is by now: the page of the check may have been left. A question is answered first.
void WorkPages::tellOfCheck()
{
    Page* page = m_window.currentPage();
    if (!m_check.outcome() || qobject_cast<CheckPage*>(page))
        return; // begun anew, or the page itself shows it
    if (!page || page->message()->asks())
        return QTimer::singleShot(std::chrono::seconds(1), this, &WorkPages::tellOfCheck);
    const Result<Verified>& found = m_check.outcome()->found;
    const bool stopped = !found && found.error().code == ErrorCode::Cancelled;
    const MessageBar::Kind kind = stopped ? MessageBar::Kind::Info
        : found && found->ok()            ? MessageBar::Kind::Ok
                                          : MessageBar::Kind::Error;
    page->message()->showMessage(kind, tr("Check of the register: %1").arg(RegisterCheck::sentence(*m_check.outcome())),
        tr("Show the result"), [this] { openCheck(); });
}

QStringList WorkPages::runningWork() const
{
    QStringList running = m_window.runningWork();
    if (m_check.isRunning())
        running.append(RegisterCheck::task());
    running.removeDuplicates(); // its page may be open, even twice
    return running;
}

void WorkPages::openAccess(const std::vector<QUuid>& records)
{
    if (opensFor(roleRule::mayInspect(m_context.reg.roles()),
            tr("Only the administrator and who inspects as a viewer see who looked. Ask the administrator of this "
               "office.")))
        m_window.openPage(new AccessPage(m_context, records));
}

void WorkPages::openDevices()
{
    if (opensForAdministrator())
        m_window.openPage(new DevicesPage(m_context));
}

void WorkPages::openErasures()
{
    if (!opensForErasers())
        return;
    m_check.stop(); // an erasure empties the register's log, which nobody may be reading then
    m_window.openPage(new ErasuresPage(m_context));
}

void WorkPages::openErasure(QUuid child)
{
    if (!opensForErasers())
        return;
    m_check.stop(); // as above
    // Who has the child's file open has said why, where that is asked; a page that waits behind its gate is not open.
    const QList<Page*> opened = m_window.openedPages();
    const bool fileOpen = std::any_of(opened.begin(), opened.end(), [child](const Page* page) {
        const auto* file = qobject_cast<const ChildPage*>(page);
        return file && file->id() == child && !file->isCovered() && !file->title().isEmpty();
    });
    auto* page = new ErasurePage(m_context, child, fileOpen ? Opening::WithReason : Opening::WithoutReason);
    connect(page, &ErasurePage::childWanted, this, &WorkPages::openChild);
    connect(page, &ErasurePage::caseWanted, this, [this](QUuid file) { openCase(file); });
    // After the erasure the page holds the only list of the places that still have the name.
    const auto whenListIsNoted = [this, page](const QString& form, std::function<void()> open) {
        if (page->outcome().isEmpty() || !standsOnDoor(form))
            return open();
        page->message()->showMessage(MessageBar::Kind::Warning,
            tr("That page takes the place of this one, and this list cannot be made again. Note the other places "
               "first."),
            tr("Open it all the same"), std::move(open));
    };
    connect(page, &ErasurePage::formWanted, this, [this, whenListIsNoted](const QString& form, QUuid record) {
        whenListIsNoted(form, [this, form, record] { openDraft(form, record); });
    });
    connect(page, &ErasurePage::draftWanted, this, [this, whenListIsNoted](const QString& form, QUuid record) {
        whenListIsNoted(form, [this, form, record] { goOnWithDraft(form, record); });
    });
    m_window.openPage(page, Door::Children);
}

} // namespace maiam
