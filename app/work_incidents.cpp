// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of data leaks: the list, one leak, its notice.
#include "app/work_pages.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/notice_page.h"

namespace maiam {

void WorkPages::openIncidents()
{
    auto* page = new IncidentsPage(m_context);
    connect(page, &IncidentsPage::incidentWanted, this, &WorkPages::openIncident);
    m_window.openPage(page);
}

void WorkPages::openIncident(QUuid incident)
{
    if (incident.isNull() && !roleRule::mayRecordLeaks(m_context.reg.roles()))
        return;
    auto* page = new IncidentPage(m_context, incident);
    connect(page, &IncidentPage::clockConfirmed, &m_backups, &BackupWatch::refresh);
    connect(page, &IncidentPage::noticeWanted, this, &WorkPages::openNotice);
    connect(page, &IncidentPage::accessWanted, this, &WorkPages::openAccess);
    m_window.openPage(page);
}

void WorkPages::openNotice(QUuid incident)
{
    m_window.openPage(new NoticePage(m_context, incident));
}

} // namespace maiam
