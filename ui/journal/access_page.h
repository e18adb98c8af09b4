// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/register/access_chain.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLabel;
class QTableView;

namespace maiam {

/// Ai đã xem: who opened, printed, exported or sealed what and when, by code and never by name; for the administrator
/// and an inspector, or for one file (journal.md, law 8).
class AccessPage : public Page
{
    Q_OBJECT
public:
    /// @p records: show these alone ("ai đã xem hồ sơ này"); all when empty.
    explicit AccessPage(WorkContext& context, std::vector<QUuid> records = {}, QWidget* parent = nullptr);

    [[nodiscard]] const CellTable& table() const { return *m_model; }
    void activated() override;
    /// What is shown, on paper.
    void print();
    /// An act in words: "mở xem", "in".
    [[nodiscard]] static QString actText(AccessAct act);

private:
    void makeFilters();
    void loadUsers();
    void reload();
    void showEntries(const std::vector<AccessEntry>& entries);
    [[nodiscard]] AccessFilter filter() const;
    [[nodiscard]] QString recordText(const AccessEntry& entry) const;

    WorkContext& m_context;
    std::vector<QUuid> m_records;
    CellTable* m_model = nullptr;
    QTableView* m_table = nullptr;
    QComboBox* m_user = nullptr;
    QComboBox* m_act = nullptr;
    QComboBox* m_time = nullptr;
};

} // namespace maiam
