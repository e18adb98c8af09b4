// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/province/board.h"
#include "models/reports/monthly_figures.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QGridLayout;
class QLabel;
class QTableView;

namespace maiam {

class BarChart;
class Card;
class DraftsCard;
class PageWork;

/// The province's board (bảng toàn tỉnh): for each commune the last package, what is missing, clocks that have run out,
/// whether the period's data came; beside it the province's totals. No name of a person anywhere.
class BoardPage : public Page
{
    Q_OBJECT
public:
    explicit BoardPage(WorkContext& context, QWidget* parent = nullptr);

    /// Asks for packages and takes them in.
    void receive();
    void activated() override;

Q_SIGNALS:
    /// The report over all communes is wanted.
    void reportWanted();
    /// The form of a draft is to be opened; the keys of DraftKey.
    void draftWanted(const QString& form, QUuid record);

private:
    struct Loaded
    {
        std::vector<BoardRow> board;
        MonthlyFigures figures;
    };
    void makeSide();
    QLabel* addFigure(QGridLayout* grid, int place, const QString& name);
    void refresh();
    void showBoard(const Loaded& loaded);
    void takeIn(const QStringList& files);
    void copyReminder();

    WorkContext& m_context;
    PageWork* m_work = nullptr;
    CellTable* m_model = nullptr;
    QTableView* m_table = nullptr;
    QList<QLabel*> m_figures;
    DraftsCard* m_drafts = nullptr;
    BarChart* m_kinds = nullptr;
    Card* m_conflicts = nullptr;
    QLabel* m_conflictText = nullptr;
    QTimer m_soon;
    std::vector<BoardRow> m_board;
    bool m_stale = true;
    quint64 m_asked = 0;
};

} // namespace maiam
