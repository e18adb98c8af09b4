// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cell_table.h"

#include <algorithm>

namespace maiam {

CellTable::CellTable(QStringList headers, QObject* parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
{
}

void CellTable::setRows(std::vector<TableRow> rows)
{
    const auto sameId = [](const TableRow& a, const TableRow& b) { return a.id == b.id; };
    if (!rows.empty() && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameId)) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CellTable::setHeaders(const QStringList& headers)
{
    beginResetModel();
    m_headers = headers;
    endResetModel();
}

const TableRow* CellTable::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

int CellTable::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TableRow& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int CellTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant CellTable::data(const QModelIndex& index, int role) const
{
    const TableRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == IdRole)
        return row->id;
    if (size_t(index.column()) >= row->cells.size())
        return {};
    return of(row->cells[size_t(index.column())], role);
}

QVariant CellTable::of(const TableCell& cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole: // what may be cut off
        return cell.second.isEmpty() ? cell.text : cell.text + u'\n' + cell.second;
    case Qt::AccessibleTextRole:
        return cell.second.isEmpty() ? cell.text : cell.text + QStringLiteral(", ") + cell.second;
    case Qt::TextAlignmentRole:
        return cell.right ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SecondLineRole:
        return cell.second;
    case MeaningRole:
        return int(cell.meaning);
    case ChipRole:
        return cell.chip;
    case BoldRole:
        return cell.bold;
    case MutedRole:
        return cell.muted;
    default:
        return {};
    }
}

bool CellTable::isRight(int section) const
{
    const auto says = [section](const TableRow& row) {
        return size_t(section) < row.cells.size() && !row.cells[size_t(section)].text.isEmpty();
    };
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), says);
    return first != m_rows.end() && first->cells[size_t(section)].right;
}

QVariant CellTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isRight(section)) // over its figures
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

} // namespace maiam
