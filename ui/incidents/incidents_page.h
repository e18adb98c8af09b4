// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/incidents/incident_list.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
class QTableView;

namespace maiam {

/// Sự cố lộ dữ liệu: every leak that was recorded, newest first, with its state and what is left of its 72 hours; and
/// what to do first.
class IncidentsPage : public Page
{
    Q_OBJECT
public:
    explicit IncidentsPage(WorkContext& context, QWidget* parent = nullptr);

    [[nodiscard]] const CellTable& table() const { return *m_model; }
    void activated() override;

Q_SIGNALS:
    /// A leak was chosen; null for a new one.
    void incidentWanted(QUuid incident);

private:
    void makeTable();
    void makeSide();
    void reload();
    void showRows(const std::vector<IncidentRow>& rows);
    [[nodiscard]] TableRow rowOf(const IncidentRow& incident) const;

    WorkContext& m_context;
    CellTable* m_model;
    QTableView* m_table;
    QLabel* m_empty;
    quint64 m_question = 0;
};

} // namespace maiam
