// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of what the journal promises: differing information, the check, who looked, machines, erasures.
#include "app/work_pages.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/erasures_page.h"
#include "ui/journal/access_page.h"
#include "ui/journal/check_page.h"
#include "ui/journal/conflicts_page.h"
#include "ui/journal/devices_page.h"

namespace maiam {

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
    m_window.openPage(new CheckPage(m_context));
}

void WorkPages::openAccess(const std::vector<QUuid>& records)
{
    if (roleRule::mayInspect(m_context.reg.roles()))
        m_window.openPage(new AccessPage(m_context, records));
}

void WorkPages::openDevices()
{
    if (roleRule::mayAdminister(m_context.reg.roles()))
        m_window.openPage(new DevicesPage(m_context));
}

void WorkPages::openErasures()
{
    if (roleRule::mayErase(m_context.reg.roles()))
        m_window.openPage(new ErasuresPage(m_context));
}

void WorkPages::openErasure(QUuid child)
{
    if (!roleRule::mayErase(m_context.reg.roles()))
        return;
    auto* page = new ErasurePage(m_context, child);
    connect(page, &ErasurePage::childWanted, this, &WorkPages::openChild);
    connect(page, &ErasurePage::caseWanted, this, [this](QUuid file) { openCase(file); });
    m_window.openPage(page, Door::Children);
}

} // namespace maiam
