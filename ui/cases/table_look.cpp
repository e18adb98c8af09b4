// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/table_look.h"

#include "models/agenda/case_table_model.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/theme.h"

#include <QPoint>

namespace maiam {

TableLook::TableLook(QAbstractItemModel* source, const Roles& roles, QObject* parent)
    : QIdentityProxyModel(parent)
    , m_roles(roles)
{
    setSourceModel(source);
}

QVariant TableLook::data(const QModelIndex& index, int wanted) const
{
    const auto inner = [&](int role) { return QIdentityProxyModel::data(index, role); };
    const int urgency = m_roles.urgency ? inner(m_roles.urgency).toInt() : 0;
    switch (wanted) {
    case role::SecondLine:
        return inner(m_roles.secondLine);
    case role::MeaningTone:
        return int(urgency == CaseTableModel::Overdue ? Tone::Red
                : urgency == CaseTableModel::Soon     ? Tone::Amber
                                                      : Tone::Neutral);
    case role::IsChip:
        return urgency != CaseTableModel::NotUrgent;
    case role::IsBold:
        return index.column() == m_roles.boldColumn;
    case role::IsMuted:
        return index.column() == m_roles.mutedColumn;
    case role::Found: {
        QList<TextRange> ranges;
        for (const QPoint& found : inner(m_roles.found).value<QList<QPoint>>())
            ranges.append({ found.x(), found.y() });
        return QVariant::fromValue(ranges);
    }
    case role::RecordId:
        return inner(m_roles.record).toUuid().toString(QUuid::WithoutBraces);
    default:
        return inner(wanted);
    }
}

} // namespace maiam
