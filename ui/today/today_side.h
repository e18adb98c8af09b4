// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/exchange_state.h"
#include "models/reports/monthly_figures.h"
#include "ui/shell/work_context.h"

#include <QWidget>

class QLabel;

namespace maiam {

class Card;
class Chip;
class ProgressBarWithMark;

/// What stands beside today's work (cột phải của Hôm nay): the report of the period that is over, how the directive's
/// tasks stand, and what is not sent yet. Each card leads to its page.
class TodaySide : public QWidget
{
    Q_OBJECT
public:
    explicit TodaySide(WorkContext& context, QWidget* parent = nullptr);
    /// Reads again; what was read before stays on the screen until then.
    void reload();

Q_SIGNALS:
    void failed(const maiam::Error& error);
    void reportWanted();
    void tasksWanted();
    void packWanted();

private:
    struct News
    {
        MonthlyFigures figures; ///< of the report's period
        std::vector<TaskProgress> tasks; ///< as of now
        ExchangeState exchange;
    };
    void makeReport();
    void makeTasks();
    void makeSending();
    void display(const News& news);
    void showReport(const MonthlyFigures& figures);
    void showTasks(const std::vector<TaskProgress>& tasks);
    void showSending(const ExchangeState& state);

    WorkContext& m_context;
    Card* m_report = nullptr;
    QLabel* m_span = nullptr;
    QLabel* m_figures = nullptr;
    Card* m_tasks = nullptr;
    QLabel* m_done = nullptr;
    ProgressBarWithMark* m_bar = nullptr;
    QLabel* m_open = nullptr;
    Card* m_sending = nullptr;
    QLabel* m_unsent = nullptr;
    quint64 m_question = 0;
};

} // namespace maiam
