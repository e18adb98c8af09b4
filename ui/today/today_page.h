// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/session_list.h"
#include "models/agenda/agenda.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace maiam {

class TodaySide;

/// What needs doing now (Hôm nay), in the order of the law: clocks that run out, then this week's sessions, then what
/// is not sent. Empty means done, and says so.
class TodayPage : public Page
{
    Q_OBJECT
public:
    explicit TodayPage(WorkContext& context, QWidget* parent = nullptr);

    void activated() override;
    /// Adds a card to the right column, below the month's report, the directive's tasks and what is not sent yet.
    void addSideCard(QWidget* card);
    /// How many matters with a clock of the law wait: cases and leaks of data.
    [[nodiscard]] int dueCount() const { return int(m_agenda.due.size() + m_agenda.incidents.size()); }

Q_SIGNALS:
    /// "Do it now" on a card.
    void caseWanted(QUuid file);
    /// "Do it now" on a leak of data.
    void incidentWanted(QUuid incident);
    /// The cases of the old workbook that nobody has looked through.
    void importedWanted();
    /// "Pack…".
    void packWanted();
    /// The report of the period that is over.
    void reportWanted();
    /// The directive's tasks.
    void tasksWanted();
    /// A session of this week was chosen.
    void sessionWanted(QUuid session);
    /// How many cases and leaks have a clock that runs out, for the door's badge.
    void dueCountChanged(int count);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct News
    {
        Agenda agenda;
        std::vector<SessionRow> sessions;
    };
    /// A label that says how long there is left, and whose clock that is.
    struct Remaining
    {
        QLabel* label;
        bool incident;
        size_t at; ///< in the agenda's cases or leaks
    };
    void reload();
    void display(News news);
    void build();
    [[nodiscard]] bool saysTheSame(const News& news) const;
    void showRemaining();
    void addDue();
    QWidget* dueCard(size_t at);
    QWidget* incidentCard(size_t at);
    QWidget* clockCard(Remaining whose, const ClockState& clock, const QString& who, QPushButton*& go);
    void addSessions();
    QWidget* sessionRow(const SessionRow& session, QWidget* parent);
    void addImported();
    void addUnknownYear();

    WorkContext& m_context;
    Agenda m_agenda;
    std::vector<SessionRow> m_sessions;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_lines = nullptr;
    TodaySide* m_side = nullptr;
    QList<Remaining> m_remaining;
    quint64 m_question = 0;
    bool m_read = false;
    bool m_narrow = false; ///< buttons stand under their texts
};

} // namespace maiam
