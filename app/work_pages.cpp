// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work_pages.h"

#include "ui/activities/activities_page.h"
#include "ui/backup/backup_card.h"
#include "ui/backup/backup_page.h"
#include "ui/backup/backup_texts.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/intake_page.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/drafts/drafts_card.h"
#include "ui/exchange/exchange_page.h"
#include "ui/guide/guide_page.h"
#include "ui/imports/import_page.h"
#include "ui/province/board_page.h"
#include "ui/reports/report_page.h"
#include "ui/today/today_page.h"
#include "ui/widgets/message_bar.h"

#include "models/base/when_done.h"
#include "models/register/send_state.h"

#include <QAction>

#include <algorithm>

namespace maiam {

WorkPages::WorkPages(MainWindow& window, WorkContext& context)
    : m_window(window)
    , m_context(context)
    , m_backups(context.reg)
    , m_handover(context.reg)
    , m_check(context.reg)
{
    connect(&m_handover, &HandoverWork::handedOver, this, &WorkPages::endHandover);
    connect(&m_handover, &HandoverWork::failed, this, &WorkPages::tellOfHandover);
    connect(&m_check, &RegisterCheck::ended, this, &WorkPages::tellOfCheck);
}

WorkPages::~WorkPages()
{
    m_handover.finish();
}

void WorkPages::begin()
{
    showHotlines();
    makeMenu();
    // Ctrl+N leads there from everywhere; a letter of its own would be one that no page could use.
    m_window.setMainAction(province() ? tr("Receive a package…") : tr("+ Take a report"));
    connect(&m_window, &MainWindow::mainActionRequested, this, [this] { province() ? openExchange() : openIntake(); });
    m_window.setMainActionShown(roleRule::mayWrite(m_context.reg.roles()));
    connect(&m_window, &MainWindow::doorPageWanted, this, &WorkPages::makeDoor);
    connect(&m_window, &MainWindow::guideRequested, this, &WorkPages::openGuide);
    connect(&m_context.reg, &Register::committed, this, [this] { updateStatus(); });
    connect(&m_backups, &BackupWatch::changed, this, &WorkPages::updateStatus);
    m_window.openDoor(province() ? Door::Reports : Door::Today);
    updateStatus();
    m_backups.begin();
}

void WorkPages::makeDoor(Door door)
{
    switch (door) {
    case Door::Today:
        return m_window.setDoorPage(door, makeToday());
    case Door::Cases:
        return m_window.setDoorPage(door, makeCases());
    case Door::Children:
        return m_window.setDoorPage(door, makeChildren());
    case Door::Activities:
        return m_window.setDoorPage(door, makeActivities());
    case Door::Reports:
        return m_window.setDoorPage(door, makeReports());
    }
}

Page* WorkPages::makeToday()
{
    auto* page = new TodayPage(m_context);
    warnOfLonelyKey(page);
    connect(page, &TodayPage::caseWanted, this, [this](QUuid file) { openCase(file); });
    connect(page, &TodayPage::incidentWanted, this, &WorkPages::openIncident);
    connect(page, &TodayPage::packWanted, this, &WorkPages::openExchange);
    connect(page, &TodayPage::reportWanted, this, [this] { m_window.openDoor(Door::Reports); });
    connect(page, &TodayPage::tasksWanted, this, [this] {
        m_window.openDoor(Door::Activities);
        if (auto* activities = qobject_cast<ActivitiesPage*>(m_window.doorPage(Door::Activities)))
            activities->showTasks({});
    });
    connect(page, &TodayPage::dueCountChanged, this, [this](int count) { m_window.setBadge(Door::Today, count); });
    connect(page, &TodayPage::importedWanted, this, [this] {
        m_window.openDoor(Door::Cases);
        if (auto* cases = qobject_cast<CasesPage*>(m_window.doorPage(Door::Cases)))
            cases->showView(CaseView::Imported);
    });
    connect(page, &TodayPage::sessionWanted, this, [this](QUuid session) {
        m_window.openDoor(Door::Activities);
        if (auto* activities = qobject_cast<ActivitiesPage*>(m_window.doorPage(Door::Activities)))
            activities->openSession(session);
    });
    auto* kept = new DraftsCard(m_context);
    connect(kept, &DraftsCard::draftWanted, this, &WorkPages::goOnWithDraft);
    connect(page, &TodayPage::dueCountChanged, kept, &DraftsCard::refresh); // with every reading of the page
    page->addSideCard(kept);
    warnOfBackups(page);
    warnOfKeys(page);
    return page;
}

void WorkPages::warnOfBackups(Page* page)
{
    auto* card = new BackupCard(m_context.reg, m_backups, page);
    connect(card, &BackupCard::pageWanted, this, &WorkPages::openBackups);
    const auto restore = [this] {
        const KeptBackup* newest = m_backups.state().newest();
        Q_EMIT restoreWanted(newest ? newest->file : QString());
    };
    connect(card, &BackupCard::restoreWanted, this, restore, Qt::QueuedConnection); // the card goes with its page
    page->addSide(card, true); // what it has to say comes before the day's work
}

Page* WorkPages::makeCases()
{
    auto* page = new CasesPage(m_context);
    connect(page, &CasesPage::caseWanted, this, [this](QUuid file) { openCase(file); });
    return page;
}

Page* WorkPages::makeChildren()
{
    auto* page = new ChildrenPage(m_context);
    connect(page, &ChildrenPage::childWanted, this, &WorkPages::openChild);
    return page;
}

Page* WorkPages::makeActivities()
{
    return new ActivitiesPage(m_context);
}

Page* WorkPages::makeReports()
{
    if (province()) {
        auto* board = new BoardPage(m_context);
        connect(board, &BoardPage::reportWanted, this, &WorkPages::openReport);
        connect(board, &BoardPage::draftWanted, this, &WorkPages::goOnWithDraft);
        warnOfBackups(board); // the province's first screen
        warnOfKeys(board);
        return board;
    }
    auto* page = new ReportPage(m_context);
    connect(page, &ReportPage::openCase, this, [this](QUuid file) { openCase(file); });
    connect(page, &ReportPage::openSession, this, [this](QUuid session) {
        m_window.openDoor(Door::Activities);
        if (auto* activities = qobject_cast<ActivitiesPage*>(m_window.doorPage(Door::Activities)))
            activities->openSession(session);
    });
    return page;
}

void WorkPages::makeMenu()
{
    m_window.clearMore(); // somebody else may have been here before
    const QString exchange =
        province() ? tr("Cards, packages and receipts") : tr("Send to and receive from the province");
    if (roleRule::mayWrite(m_context.reg.roles()))
        connect(m_window.addMore(exchange), &QAction::triggered, this, &WorkPages::openExchange);
    if (!province() && roleRule::mayWrite(m_context.reg.roles()))
        connect(m_window.addMore(tr("Take in an old workbook…")), &QAction::triggered, this, &WorkPages::openImport);
    connect(m_window.addMore(tr("Backup")), &QAction::triggered, this, &WorkPages::openBackups);
    connect(m_window.addMore(tr("Differing information")), &QAction::triggered, this, &WorkPages::openConflicts);
    m_window.addMoreSeparator();
    addJournalToMenu();
    m_window.addMoreSeparator();
    if (roleRule::mayAdminister(m_context.reg.roles()))
        connect(m_window.addMore(tr("Users and keys")), &QAction::triggered, this, [this] { showPeople({}); });
    if (roleRule::mayWrite(m_context.reg.roles()) || roleRule::mayAdminister(m_context.reg.roles()))
        connect(m_window.addMore(tr("Hand over the post…")), &QAction::triggered, this, &WorkPages::openHandover);
    connect(m_window.addMore(tr("Change my passphrase…")), &QAction::triggered, this,
        [this] { openPerson(PersonPage::Task::OwnPassphrase); });
    connect(m_window.addMore(tr("Settings…")), &QAction::triggered, this, &WorkPages::settingsWanted);
}

void WorkPages::openImport()
{
    if (province() || !opensForWriters())
        return;
    m_window.openPage(new ImportPage(m_context));
}

void WorkPages::openGuide()
{
    m_window.openPage(new GuidePage);
}

void WorkPages::openReport()
{
    m_window.openPage(new ReportPage(m_context), Door::Reports);
}

void WorkPages::openBackups()
{
    auto* page = new BackupPage(m_context, m_backups);
    connect(page, &BackupPage::restoreWanted, this, &WorkPages::restoreWanted, Qt::QueuedConnection);
    m_window.openPage(page);
}

void WorkPages::openIntake()
{
    if (!opensForWriters())
        return;
    auto* page = new IntakePage(m_context);
    connect(page, &IntakePage::clockConfirmed, &m_backups, &BackupWatch::refresh);
    connect(page, &IntakePage::saved, this, [this](QUuid file, bool assess) {
        m_window.back();
        openCase(file, assess ? QStringLiteral("initial") : QString());
    });
    m_window.openPage(page, Door::Cases);
}

void WorkPages::openCase(QUuid file, const QString& step)
{
    auto* page = new CasePage(m_context, file);
    connect(page, &CasePage::childWanted, this, &WorkPages::openChild);
    connect(page, &CasePage::accessWanted, this, &WorkPages::openAccess);
    m_window.openPage(page, Door::Cases);
    if (!step.isEmpty())
        page->showStep(step);
}

void WorkPages::openChild(QUuid child)
{
    auto* page = new ChildPage(m_context, child);
    connect(page, &ChildPage::caseWanted, this, [this](QUuid file) { openCase(file); });
    connect(page, &ChildPage::accessWanted, this, &WorkPages::openAccess);
    connect(page, &ChildPage::erasureWanted, this, &WorkPages::openErasure);
    m_window.openPage(page, Door::Children);
}

void WorkPages::openExchange()
{
    if (auto allowed = roleRule::checkExchange(m_context.reg.roles()); !allowed) {
        if (Page* page = m_window.currentPage())
            page->message()->showError(allowed.error());
        return;
    }
    m_window.openPage(new ExchangePage(m_context));
}

void WorkPages::showHotlines()
{
    QList<std::pair<int, Hotline>> numbers;
    for (const CatalogueEntry& entry : m_context.catalogues.at(QLatin1String("hotlines")).entries()) {
        const int place = entry.number(QLatin1String("foot"));
        if (place == 0)
            continue;
        const QString shown = entry.text(QLatin1String("shown"));
        const QString name = entry.text(
            m_context.language == CatalogueLanguage::English ? QLatin1String("short_en") : QLatin1String("short_vi"));
        numbers.append({ place, { shown.isEmpty() ? entry.text(QLatin1String("number")) : shown, name } });
    }
    std::sort(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QList<Hotline> hotlines;
    for (const auto& [place, hotline] : std::as_const(numbers))
        hotlines.append(hotline);
    m_window.setHotlines(hotlines);
}

void WorkPages::updateStatus()
{
    const auto read = [](Database& db) { return SendStates::unsentRecords(db); };
    whenDone(this, m_context.reg.read(read), [this](const Result<qint64>& unsent) {
        const QString saved = tr("Saved %1").arg(civil::dateTime(m_context.now()).toString(QStringLiteral("HH:mm")));
        const QString sent = unsent ? tr("Not yet sent: %n record(s)", nullptr, int(*unsent)) : unsent.error().message;
        QStringList parts { saved };
        if (m_backups.isKnown())
            parts.append(BackupTexts::status(m_backups.state(), m_context.now()));
        if (!province())
            parts.append(sent);
        m_window.setStatus(parts.join(QStringLiteral(" · ")));
    });
}

} // namespace maiam
