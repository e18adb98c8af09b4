// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/agenda/case_table_model.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace maiam {

class Card;
class FilterChips;
class SearchField;

/// The list of cases (Hồ sơ): search as you type, filters with their counts, the chosen case in short below.
class CasesPage : public Page
{
    Q_OBJECT
public:
    explicit CasesPage(WorkContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;
    /// What Enter asked for while the list was being read is not opened over another page.
    void deactivated() override { m_openWhenListed = false; }
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    /// Shows a view, for links such as "cases of the old workbook to look through".
    void showView(CaseView view);
    [[nodiscard]] CaseTableModel* model() const { return m_model; }
    [[nodiscard]] QTableView* table() const { return m_table; }

Q_SIGNALS:
    /// Enter or a double click on a case.
    void caseWanted(QUuid file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTable();
    void makeDetail();
    void read(const QString& typed);
    void listed(int count);
    void openCurrent();
    void count();
    void showDetail();
    void placeDetail();
    [[nodiscard]] CaseView view() const;

    WorkContext& m_context;
    SearchField* m_search = nullptr;
    FilterChips* m_filters = nullptr;
    CaseTableModel* m_model = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    Card* m_detail = nullptr;
    QLabel* m_detailCode = nullptr;
    QLabel* m_detailName = nullptr;
    QLabel* m_detailFamily = nullptr;
    QLabel* m_detailNext = nullptr;
    QLabel* m_detailLaw = nullptr;
    QUuid m_current;
    bool m_openWhenListed = false;
    bool m_listedAny = false;
};

} // namespace maiam
