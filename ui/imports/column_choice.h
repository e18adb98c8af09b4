// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/import_plan.h"

#include <QWidget>

class QComboBox;

namespace maiam {

/// Corrects what a column of the old workbook was taken as: the column, and what it holds.
class ColumnChoice : public QWidget
{
    Q_OBJECT
public:
    using Columns = std::vector<std::pair<QString, ColumnMap>>;

    explicit ColumnChoice(QWidget* parent = nullptr);
    /// Offers the columns of this plan; the one that was chosen stays chosen.
    void setColumns(const Columns& columns);
    /// Chooses the column with this place among all columns of the plan.
    void choose(int row);

Q_SIGNALS:
    /// The workbook is to be read again with these columns.
    void corrected(const maiam::ColumnChoice::Columns& columns);

private:
    [[nodiscard]] SheetColumn* chosen(ColumnMap** of = nullptr);
    void showUse();
    void correct();
    Columns m_columns;
    QComboBox* m_column = nullptr;
    QComboBox* m_use = nullptr;
};

} // namespace maiam
