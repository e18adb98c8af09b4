// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_context.h"

#include <QJsonObject>
#include <QObject>

namespace maiam {

/// Makes the pages of an open register and leads from one to the other. Lives from unlocking to locking.
class WorkPages : public QObject
{
    Q_OBJECT
public:
    WorkPages(MainWindow& window, WorkContext& context);

    /// Fills the doors, the foot and the menu, and shows what needs doing.
    void begin();
    /// Where the person is: the door, the pages opened over it, and the place in each.
    [[nodiscard]] QJsonObject place() const;
    /// Goes there again after a lock. What is not there any more is left out.
    void returnTo(const QJsonObject& place);

Q_SIGNALS:
    /// Thêm → Cài đặt.
    void settingsWanted();

private:
    void makeDoor(Door door);
    Page* makeToday();
    Page* makeCases();
    Page* makeChildren();
    Page* makeActivities();
    Page* makeReports();
    void makeMenu();
    void showHotlines();
    void openIntake();
    void openCase(QUuid file, const QString& step = {});
    void openChild(QUuid child);
    void openExchange();
    void openImport();
    void openGuide();
    void openReport();
    void openConflicts();
    void openCheck();
    void openAccess(const std::vector<QUuid>& records = {});
    void reopen(const QJsonObject& page);
    void updateStatus();
    [[nodiscard]] bool province() const { return m_context.reg.office().role == OfficeRole::Province; }

    MainWindow& m_window;
    WorkContext& m_context;
};

} // namespace maiam
