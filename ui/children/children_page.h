// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/children/child_table_model.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace maiam {

class SearchField;

/// The list of children (Trẻ em), by given name, with search as you type.
class ChildrenPage : public Page
{
    Q_OBJECT
public:
    explicit ChildrenPage(WorkContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;
    /// What Enter asked for while the list was being read is not opened over another page.
    void deactivated() override { m_openWhenListed = false; }
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    [[nodiscard]] ChildTableModel* model() const { return m_model; }

Q_SIGNALS:
    /// Enter or a double click on a child.
    void childWanted(QUuid child);

private:
    void makeTable();
    void listed(int count);
    void openCurrent();

    WorkContext& m_context;
    SearchField* m_search = nullptr;
    ChildTableModel* m_model = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    bool m_openWhenListed = false;
};

} // namespace maiam
