// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person is among the pages, and the ways back there: after a lock, and to a draft.
#include "app/returned_focus.h"
#include "app/work_pages.h"
#include "ui/activities/activities_page.h"
#include "ui/backup/backup_page.h"
#include "ui/cases/case_page.h"
#include "ui/cases/intake_page.h"
#include "ui/children/child_page.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/erasures_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/guide/guide_page.h"
#include "ui/handover/handover_page.h"
#include "ui/imports/import_page.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/notice_page.h"
#include "ui/journal/access_page.h"
#include "ui/journal/check_page.h"
#include "ui/journal/conflicts_page.h"
#include "ui/journal/devices_page.h"
#include "ui/people/people_page.h"
#include "ui/reports/report_page.h"
#include "ui/shell/settings_page.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

/// A kind of page that is opened over a door: how it is called in what is kept, and the way in, which opens nothing for
/// who may not go there.
struct KindOfPage
{
    using Open = void (*)(WorkPages& pages, QUuid record, const QJsonObject& place);
    QLatin1StringView name;
    const QMetaObject* type;
    QUuid (*record)(const Page* page); ///< which record it shows; null for none
    Open open;
};

namespace {
template <typename P> QUuid recordOf(const Page* page)
{
    if constexpr (requires(const P& shown) { QUuid(shown.id()); })
        return static_cast<const P*>(page)->id();
    else
        return {};
}

template <typename P> KindOfPage kindOf(QLatin1StringView name, KindOfPage::Open open)
{
    return { name, &P::staticMetaObject, &recordOf<P>, open };
}

/// Somebody of whom only the id is kept.
Person personOf(QUuid id)
{
    Person person;
    person.id = id;
    return person;
}
} // namespace

const std::vector<KindOfPage>& WorkPages::kindsOfPages()
{
    using W = WorkPages;
    using O = const QJsonObject&;
    static const std::vector<KindOfPage> kinds {
        kindOf<CasePage>("case"_L1, [](W& pages, QUuid file, O) { pages.openCase(file); }),
        kindOf<ChildPage>("child"_L1, [](W& pages, QUuid child, O) { pages.openChild(child); }),
        kindOf<IntakePage>("intake"_L1, [](W& pages, QUuid, O) { pages.openIntake(); }),
        kindOf<ExchangePage>("exchange"_L1, [](W& pages, QUuid, O) { pages.openExchange(); }),
        kindOf<ImportPage>("import"_L1, [](W& pages, QUuid, O) { pages.openImport(); }),
        kindOf<ReportPage>("report"_L1, [](W& pages, QUuid, O) { pages.openReport(); }),
        kindOf<BackupPage>("backup"_L1, [](W& pages, QUuid, O) { pages.openBackups(); }),
        kindOf<HandoverPage>("handover"_L1, [](W& pages, QUuid, O) { pages.openHandover(); }),
        kindOf<PeoplePage>("people"_L1, [](W& pages, QUuid, O) { pages.showPeople({}); }),
        kindOf<PersonPage>("person"_L1,
            [](W& pages, QUuid person, O place) { pages.openPerson(PersonPage::taskOf(place), personOf(person)); }),
        kindOf<KeyChangePage>(
            "key-change"_L1, [](W& pages, QUuid, O place) { pages.openKeyChange(KeyChangePage::withOf(place)); }),
        kindOf<AccessPage>(
            "access"_L1, [](W& pages, QUuid, O place) { pages.openAccess(AccessPage::recordsOf(place)); }),
        kindOf<CheckPage>("check"_L1, [](W& pages, QUuid, O) { pages.openCheck(); }),
        kindOf<ConflictsPage>("conflicts"_L1, [](W& pages, QUuid, O) { pages.openConflicts(); }),
        kindOf<DevicesPage>("devices"_L1, [](W& pages, QUuid, O) { pages.openDevices(); }),
        kindOf<ErasuresPage>("erasures"_L1, [](W& pages, QUuid, O) { pages.openErasures(); }),
        kindOf<ErasurePage>("erasure"_L1, [](W& pages, QUuid child, O) { pages.openErasure(child); }),
        kindOf<IncidentsPage>("incidents"_L1, [](W& pages, QUuid, O) { pages.openIncidents(); }),
        kindOf<IncidentPage>("incident"_L1, [](W& pages, QUuid incident, O) { pages.openIncident(incident); }),
        kindOf<NoticePage>("incident-notice"_L1, [](W& pages, QUuid incident, O) { pages.openNotice(incident); }),
        kindOf<GuidePage>("guide"_L1, [](W& pages, QUuid, O) { pages.openGuide(); }),
        kindOf<SettingsPage>("settings"_L1, [](W& pages, QUuid, O) { Q_EMIT pages.settingsWanted(); }),
    };
    return kinds;
}

QJsonObject WorkPages::place() const
{
    QJsonArray opened;
    const QList<Page*> pages = m_window.openedPages();
    for (const Page* page : pages)
        for (const KindOfPage& kind : kindsOfPages())
            if (page->metaObject() == kind.type)
                opened.append(QJsonObject { { u"page"_s, kind.name },
                    { u"record"_s, kind.record(page).toString(QUuid::WithoutBraces) }, { u"place"_s, page->place() } });
    QJsonObject place { { u"door"_s, static_cast<int>(m_window.door()) }, { u"opened"_s, opened } };
    if (const Page* door = m_window.doorPage(m_window.door()))
        place.insert(u"place"_s, door->place());
    const Page* front = pages.isEmpty() ? m_window.doorPage(m_window.door()) : pages.constLast();
    if (front)
        place.insert(u"focus"_s, returnedFocus::of(front));
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
    if (Page* front = m_window.currentPage())
        returnedFocus::put(front, place.value("focus"_L1).toObject());
}

void WorkPages::reopen(const QJsonObject& page)
{
    const QString name = page.value("page"_L1).toString();
    const auto& kinds = kindsOfPages();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const KindOfPage& one) { return name == one.name; });
    if (kind == kinds.end())
        return;
    const QJsonObject place = page.value("place"_L1).toObject();
    const qsizetype before = m_window.openedPages().size();
    kind->open(*this, QUuid(page.value("record"_L1).toString()), place);
    const QList<Page*> now = m_window.openedPages();
    if (now.size() > before)
        now.constLast()->returnTo(place);
}

/// Who chooses a draft in the list has answered already: its form takes it up without asking.
void WorkPages::goOnWithDraft(const QString& form, QUuid record)
{
    openDraft(form, record);
    Page* page = m_window.currentPage();
    if (!page)
        return;
    const bool ofStep = form.startsWith(u"step/"_s);
    if (qobject_cast<CasePage*>(page) && (ofStep || form == u"assessment"_s)) // its form comes with the case
        return page->returnTo({ { u"step"_s, ofStep ? form.mid(5) : u"initial"_s }, { u"draft"_s, true } });
    const auto forms = page->findChildren<FormDraft*>();
    for (FormDraft* one : forms)
        one->resume({ form, record });
}

void WorkPages::openDraft(const QString& form, QUuid record)
{
    if (form == u"intake")
        return openIntake();
    if (form == u"child" || form == u"restriction" || form == u"hold")
        return openChild(record);
    if (form == u"child-and-contact" || form == u"plan-start")
        return openCase(record);
    if (form == u"assessment")
        return openCase(record, QStringLiteral("initial"));
    if (form.startsWith(u"step/"))
        return openCase(record, form.mid(5));
    if (form.startsWith(u"remark/")) {
        m_window.openDoor(Door::Reports);
        if (province())
            openReport(); // its door is the board
        auto* reports = qobject_cast<ReportPage*>(m_window.currentPage());
        if (const auto period = ReportPeriod::parse(form.section(u'/', 1, 1)); reports && period)
            reports->setPeriod(*period);
        return;
    }
    if (form == postChange::DraftForm)
        return openHandover();
    if (form == u"person-new")
        return openPerson(PersonPage::Task::Add);
    if (form == u"person")
        return openPerson(PersonPage::Task::Edit, personOf(record));
    if (form == u"erasure")
        return openErasure(record);
    if (form == u"import")
        return openImport();
    if (form == u"office-card")
        return openExchange();
    if (form == u"signer")
        return Q_EMIT settingsWanted();
    if (form == u"incident" || form == u"incident-new")
        return openIncident(record);
    if (form == u"incident-notice")
        return openNotice(record);
    m_window.openDoor(Door::Activities);
    auto* activities = qobject_cast<ActivitiesPage*>(m_window.doorPage(Door::Activities));
    if (activities && form == u"session-new")
        activities->goOnWithNewSession();
    else if (activities && form.startsWith(u"session-plan/"))
        activities->goOnWithNewSession(form.section(u'/', 1, 1));
    else if (activities && form == u"session")
        activities->openSession(record);
    else if (activities)
        activities->showTasks(form.section(u'/', 1, 1));
}

} // namespace maiam
