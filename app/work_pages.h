// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backup/backup_watch.h"
#include "ui/handover/handover_work.h"
#include "ui/journal/register_check.h"
#include "ui/people/key_change_page.h"
#include "ui/people/person_page.h"
#include "ui/shell/door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_context.h"

#include <QJsonObject>
#include <QObject>

#include <vector>

namespace maiam {

struct KindOfPage;
class TodayPage;

/// Makes the pages of an open register and leads from one to the other. Lives from unlocking to locking.
class WorkPages : public QObject
{
    Q_OBJECT
public:
    WorkPages(MainWindow& window, WorkContext& context);
    /// Waits for a hand-over that is being carried out, and lets it end as it must.
    ~WorkPages() override;
    Q_DISABLE_COPY_MOVE(WorkPages)

    /// Fills the doors, the foot and the menu, and shows what needs doing.
    void begin();
    /// Opens "Users and keys" (for who may not, nothing) and says what was done.
    void showPeople(const QString& what);

    /// Where the person is: the door, the pages opened over it, and the place in each.
    [[nodiscard]] QJsonObject place() const;
    /// Goes there again after a lock. What is not there any more is left out.
    void returnTo(const QJsonObject& place);

    [[nodiscard]] BackupWatch& backups() { return m_backups; }
    [[nodiscard]] RegisterCheck& check() { return m_check; }
    /// The names of long work that is under way, on a page or without one.
    [[nodiscard]] QStringList runningWork() const;

Q_SIGNALS:
    /// The register is to be replaced by what stands in this backup.
    void restoreWanted(const QString& file);
    /// Thêm → Cài đặt.
    void settingsWanted();
    /// The register key is to be changed: the register must be closed for it.
    void keyChangeWanted(std::shared_ptr<maiam::KeyChange> change);
    /// Who opened the register has handed it over: it must be locked now.
    void leftToSuccessor(const maiam::HandoverDone& done);
    /// How a hand-over ended, when no page is left to say it: the register is being locked.
    void handoverTold(const QString& said, bool done);
    /// Who has opened the register is called so now, and may have another role; `said` is what was done.
    void ownChanged(const QString& name, const QString& said);
    /// Who has opened the register has another passphrase now.
    void ownPassphraseChanged();
    /// A page of users and keys was closed.
    void peopleLeft();

private:
    void makeDoor(Door door);
    Page* makeToday();
    Page* makeCases();
    Page* makeChildren();
    Page* makeActivities();
    Page* makeReports();
    void makeMenu();
    [[nodiscard]] bool opensFor(bool may, const QString& why);
    [[nodiscard]] bool opensForAdministrator();
    [[nodiscard]] bool opensForWriters();
    [[nodiscard]] bool opensForErasers();
    void openPerson(PersonPage::Task task, const Person& person = {});
    void openKeyChange(KeyChangePage::With with);
    void openHandover();
    void endHandover(const HandoverDone& done);
    void tellOfHandover(const Error& error);
    void warnOfBackups(Page* page);
    void warnOfKeys(Page* page);
    void warnOfLonelyKey(TodayPage* page);
    void showHotlines();
    void openIntake();
    void openCase(QUuid file, const QString& step = {});
    void openChild(QUuid child);
    void openExchange();
    void openBackups();
    void openDraft(const QString& form, QUuid record);
    void goOnWithDraft(const QString& form, QUuid record);
    void openImport();
    void openGuide();
    void openReport();
    void openConflicts();
    void openCheck();
    void tellOfCheck();
    void openAccess(const std::vector<QUuid>& records = {});
    void openDevices();
    void openErasures();
    void openErasure(QUuid child);
    void openIncidents();
    void openIncident(QUuid incident);
    void openNotice(QUuid incident);
    void addJournalToMenu();
    static const std::vector<KindOfPage>& kindsOfPages();
    void reopen(const QJsonObject& page);
    void updateStatus();
    [[nodiscard]] bool province() const { return m_context.reg.office().role == OfficeRole::Province; }

    MainWindow& m_window;
    WorkContext& m_context;
    BackupWatch m_backups;
    HandoverWork m_handover;
    RegisterCheck m_check;
};

} // namespace maiam
