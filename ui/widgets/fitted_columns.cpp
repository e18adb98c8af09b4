// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fitted_columns.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace maiam {

void FittedColumns::install(QTableView* table, int stretch, const QList<int>& widths, const QList<int>& leaving)
{
    new FittedColumns(table, stretch, widths, leaving); // goes with the table
}

FittedColumns::FittedColumns(QTableView* table, int stretch, QList<int> widths, QList<int> leaving)
    : QObject(table)
    , m_table(table)
    , m_stretch(stretch)
    , m_widths(std::move(widths))
    , m_leaving(std::move(leaving))
{
    QHeaderView* header = table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(m_stretch, QHeaderView::Stretch);
    for (int i = 0; i < m_widths.size(); ++i)
        if (i != m_stretch)
            table->setColumnWidth(i, Theme::scaled(m_widths.at(i)));
    table->viewport()->installEventFilter(this);
    fit();
}

bool FittedColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void FittedColumns::fit()
{
    int wanted = 0;
    for (const int width : std::as_const(m_widths))
        wanted += Theme::scaled(width);
    for (const int column : std::as_const(m_leaving)) {
        const bool leaves = wanted > m_table->viewport()->width();
        if (leaves)
            wanted -= Theme::scaled(m_widths.at(column));
        if (leaves != m_table->isColumnHidden(column))
            m_table->setColumnHidden(column, leaves);
    }
    const int lacking = std::max(0, wanted - m_table->viewport()->width());
    if (lacking > 0 || m_narrowed) // else a person may have given them other widths
        narrow(lacking);
}

/// Takes what the stretched column lacks from the others that are shown, each in its proportion and at most a quarter.
void FittedColumns::narrow(int lacking)
{
    m_narrowed = lacking > 0;
    int others = 0;
    for (int i = 0; i < m_widths.size(); ++i)
        if (i != m_stretch && !m_table->isColumnHidden(i))
            others += Theme::scaled(m_widths.at(i));
    const int given = std::min(lacking, others / 4);
    for (int i = 0; i < m_widths.size(); ++i) {
        const int width = Theme::scaled(m_widths.at(i));
        if (i != m_stretch && !m_table->isColumnHidden(i))
            m_table->setColumnWidth(i, width - given * width / std::max(1, others));
    }
}

} // namespace maiam
