// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QPushButton;
class QTableView;

namespace maiam {

class FilterChips;
class SessionEditor;
class SessionTableModel;
class TasksView;

/// The door Hoạt động: classes, training and communication, and the directive's tasks that they serve.
class ActivitiesPage : public Page
{
    Q_OBJECT
public:
    explicit ActivitiesPage(WorkContext& context, QWidget* parent = nullptr);

    /// Opens an empty form; with a type (code of "session-types"), one for a session that is planned.
    void openNewSession(const QString& plannedType = {});
    /// The same, to go on with its draft: another form that stands open is put away as a draft of its own.
    void goOnWithNewSession(const QString& plannedType = {});
    /// Opens the form of a session.
    void openSession(QUuid session);
    /// Shows the directive's tasks, perhaps with one of them chosen.
    void showTasks(const QString& code = {});
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

private:
    QWidget* makeBody();
    void makeTable();
    void refresh();
    void showView(const QString& view);
    void showEditor(bool open);
    void remove(QUuid session);
    void restore(QUuid session, const QString& state);

    WorkContext& m_context;
    FilterChips* m_chips = nullptr;
    QPushButton* m_new = nullptr;
    QWidget* m_sessions = nullptr;
    QWidget* m_empty = nullptr;
    SessionTableModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    SessionEditor* m_editor = nullptr;
    TasksView* m_tasks = nullptr;
    bool m_stale = true;
};

} // namespace maiam
