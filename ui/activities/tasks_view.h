// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/directive/task_progress.h"
#include "ui/shell/work_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace maiam {

class Card;
class FormDraft;
class LabelledField;

/// The directive's tasks of a year (nhiệm vụ chỉ thị): what the register shows for each, how it stands, and below the
/// directive's own words.
class TasksView : public QWidget
{
    Q_OBJECT
public:
    explicit TasksView(WorkContext& context, QWidget* parent = nullptr);
    ~TasksView() override;
    Q_DISABLE_COPY_MOVE(TasksView)

    /// Reads the tasks of the reporting year that runs.
    void refresh();
    /// Chooses a task by its code; before the tasks were read, as soon as they are.
    void choose(const QString& code);
    /// The code of the task in the card.
    [[nodiscard]] const QString& chosen() const { return m_shown; }
    /// Stores state and note of the chosen task where they were changed.
    void keep();

Q_SIGNALS:
    /// A session that serves a task is to be planned; the code of "session-types".
    void planWanted(const QString& type);
    void failed(const maiam::Error& error);

private:
    [[nodiscard]] bool mayWrite() const;
    QWidget* makeCard();
    void showAll(std::vector<TaskProgress> tasks);
    void showTask(const QString& code);
    void setShown(const TaskProgress& task);
    [[nodiscard]] const TaskProgress* task(const QString& code) const;
    [[nodiscard]] int year() const;

    WorkContext& m_context;
    CellTable* m_model = nullptr;
    QTableView* m_table = nullptr;
    FormDraft* m_draft = nullptr;
    Card* m_card = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_source = nullptr;
    QComboBox* m_state = nullptr;
    QLineEdit* m_note = nullptr;
    LabelledField* m_noteField = nullptr;
    QPushButton* m_plan = nullptr;
    std::vector<TaskProgress> m_tasks;
    QString m_shown; ///< code of the task in the card
    QString m_wanted; ///< code of one that is to be chosen when the tasks have been read
    quint64 m_asked = 0;
};

} // namespace maiam
