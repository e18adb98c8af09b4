// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/session_list.h"
#include "models/agenda/agenda.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
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
    /// How many cards of the law's clocks are shown.
    [[nodiscard]] int dueCount() const { return int(m_agenda.due.size()); }

Q_SIGNALS:
    /// "Do it now" on a card.
    void caseWanted(QUuid file);
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
    /// How many cases have a clock that runs out, for the door's badge.
    void dueCountChanged(int count);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct News
    {
        Agenda agenda;
        std::vector<SessionRow> sessions;
    };
    void reload();
    void display(News news);
    void build();
    void showRemaining();
    QWidget* dueCard(const DueCase& due);
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
    QList<std::pair<QLabel*, size_t>> m_remaining; ///< label and place in the agenda
    quint64 m_question = 0;
    bool m_read = false;
    bool m_narrow = false; ///< buttons stand under their texts
};

} // namespace maiam
