// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_file.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace maiam {

class AssessmentForm;
class Card;
class ChildCard;
class Chip;
class ConflictCard;
class FormDraft;
class HistoryCard;
class MessageBar;
class PlanStart;
class StepForm;
class StepLine;

/// One case (một hồ sơ): the line of steps, the running clock, child and family, the step's form, the history.
class CasePage : public Page
{
    Q_OBJECT
public:
    CasePage(WorkContext& context, QUuid file, QWidget* parent = nullptr);

    /// Brings a step's form to the front, for example "initial" right after the intake.
    void showStep(const QString& step);
    [[nodiscard]] QUuid id() const { return m_id; }
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    [[nodiscard]] AssessmentForm* assessmentForm() const { return m_assessment; }
    [[nodiscard]] ChildCard* childCard() const { return m_child; }
    [[nodiscard]] HistoryCard* historyCard() const { return m_history; }
    /// The form in front, unless it is Mẫu 02.
    [[nodiscard]] StepForm* stepForm() const;
    /// The step whose form is in front.
    [[nodiscard]] const QString& shownStep() const { return m_shown; }
    /// What was read last; nothing before the first reading.
    [[nodiscard]] const std::optional<CaseFile>& file() const { return m_file; }

Q_SIGNALS:
    /// The list of the child's record.
    void childWanted(QUuid child);
    /// Who looked at the case and its child.
    void accessWanted(const std::vector<QUuid>& records);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeHead();
    void makeBody();
    void reload();
    void display(CaseFile file);
    void showGate();
    void showHead();
    void showSteps();
    void showClock();
    void showApproval();
    void showForm();
    void beginTyping();
    [[nodiscard]] FormDraft* frontDraft() const;
    void commit(const Batch& batch, FormDraft* draft = nullptr);
    void committed(const Batch& batch, const std::vector<std::pair<Record, QList<QByteArray>>>& before);
    void takeBack(const std::vector<std::pair<Record, QList<QByteArray>>>& before);
    [[nodiscard]] const Record* held(QUuid record) const;

    WorkContext& m_context;
    QUuid m_id;
    std::optional<CaseFile> m_file;
    Opening m_opening = Opening::WithoutReason;
    QString m_chosen; ///< the step that a person chose; empty: the case's own
    QString m_shown;
    QString m_resumes; ///< the step whose form goes on with its draft without asking as soon as it is there
    Chip* m_kind = nullptr;
    Chip* m_sent = nullptr;
    MessageBar* m_erased = nullptr;
    StepLine* m_steps = nullptr;
    Card* m_clock = nullptr;
    QLabel* m_clockText = nullptr;
    QLabel* m_clockLaw = nullptr;
    Card* m_approval = nullptr; ///< only when the plan was edited after it was approved
    QLabel* m_approvalText = nullptr;
    QPushButton* m_approveAgain = nullptr;
    QPushButton* m_start = nullptr;
    PlanStart* m_planStart = nullptr;
    QBoxLayout* m_clockLine = nullptr;
    QBoxLayout* m_split = nullptr;
    ChildCard* m_child = nullptr;
    ConflictCard* m_conflicts = nullptr;
    QWidget* m_middle = nullptr;
    AssessmentForm* m_assessment = nullptr;
    QList<StepForm*> m_forms;
    HistoryCard* m_history = nullptr;
    quint64 m_question = 0;
    bool m_childAside = false; ///< the window is narrow: the child stands in the right column
    bool m_busy = false;
};

} // namespace maiam
