// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person is among the pages, and the way back there after a lock.
#include "app/work_pages.h"
#include "ui/cases/case_page.h"
#include "ui/cases/intake_page.h"
#include "ui/children/child_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/guide/guide_page.h"
#include "ui/handover/handover_page.h"
#include "ui/imports/import_page.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/notice_page.h"
#include "ui/reports/report_page.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// The name of a page that was opened over a door, and the record that it shows; empty for one that is not reopened.
QJsonObject nameOf(const Page* page)
{
    if (const auto* file = qobject_cast<const CasePage*>(page))
        return { { u"page"_s, u"case"_s }, { u"record"_s, file->id().toString(QUuid::WithoutBraces) } };
    if (const auto* child = qobject_cast<const ChildPage*>(page))
        return { { u"page"_s, u"child"_s }, { u"record"_s, child->id().toString(QUuid::WithoutBraces) } };
    if (qobject_cast<const IntakePage*>(page))
        return { { u"page"_s, u"intake"_s } };
    if (qobject_cast<const ExchangePage*>(page))
        return { { u"page"_s, u"exchange"_s } };
    if (qobject_cast<const ImportPage*>(page))
        return { { u"page"_s, u"import"_s } };
    if (qobject_cast<const ReportPage*>(page))
        return { { u"page"_s, u"report"_s } };
    if (qobject_cast<const HandoverPage*>(page))
        return { { u"page"_s, u"handover"_s } };
    if (qobject_cast<const IncidentsPage*>(page))
        return { { u"page"_s, u"incidents"_s } };
    if (const auto* incident = qobject_cast<const IncidentPage*>(page))
        return { { u"page"_s, u"incident"_s }, { u"record"_s, incident->id().toString(QUuid::WithoutBraces) } };
    if (const auto* notice = qobject_cast<const NoticePage*>(page))
        return { { u"page"_s, u"incident-notice"_s }, { u"record"_s, notice->id().toString(QUuid::WithoutBraces) } };
    if (qobject_cast<const GuidePage*>(page))
        return { { u"page"_s, u"guide"_s } };
    return {};
}
} // namespace

QJsonObject WorkPages::place() const
{
    QJsonArray opened;
    const QList<Page*> pages = m_window.openedPages();
    for (const Page* page : pages) {
        QJsonObject one = nameOf(page);
        if (one.isEmpty())
            continue;
        one.insert(u"place"_s, page->place());
        opened.append(one);
    }
    QJsonObject place { { u"door"_s, static_cast<int>(m_window.door()) }, { u"opened"_s, opened } };
    if (const Page* door = m_window.doorPage(m_window.door()))
        place.insert(u"place"_s, door->place());
    return place;
}

void WorkPages::returnTo(const QJsonObject& place)
{
    const int door = place.value("door"_L1).toInt(-1);
    if (door < 0 || door >= DoorCount)
        return;
    m_window.openDoor(static_cast<Door>(door));
    if (Page* page = m_window.doorPage(static_cast<Door>(door)))
        page->returnTo(place.value("place"_L1).toObject());
    const QJsonArray opened = place.value("opened"_L1).toArray();
    for (const QJsonValue& page : opened)
        reopen(page.toObject());
}

void WorkPages::reopen(const QJsonObject& page)
{
    const QString name = page.value("page"_L1).toString();
    const QUuid record(page.value("record"_L1).toString());
    const qsizetype before = m_window.openedPages().size();
    if (name == "case"_L1)
        openCase(record);
    else if (name == "child"_L1)
        openChild(record);
    else if (name == "intake"_L1)
        openIntake();
    else if (name == "exchange"_L1)
        openExchange();
    else if (name == "import"_L1)
        openImport();
    else if (name == "report"_L1)
        openReport();
    else if (name == "handover"_L1)
        openHandover();
    else if (name == "incidents"_L1)
        openIncidents();
    else if (name == "incident"_L1)
        openIncident(record);
    else if (name == "incident-notice"_L1)
        openNotice(record);
    else if (name == "guide"_L1)
        openGuide();
    const QList<Page*> now = m_window.openedPages();
    if (now.size() > before)
        now.constLast()->returnTo(page.value("place"_L1).toObject());
}

} // namespace maiam
