// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace maiam {

/// Turns what the models of cases and children mean into what TwoLineDelegate draws.
class TableLook : public QIdentityProxyModel
{
    Q_OBJECT
public:
    /// The models' own roles.
    struct Roles
    {
        int secondLine = 0;
        int found = 0;
        int urgency = 0; ///< 0 when the model has none
        int record = 0;
        int boldColumn = 0; ///< the column whose first line is bold
        int mutedColumn = -1; ///< the column that is secondary
    };
    TableLook(QAbstractItemModel* source, const Roles& roles, QObject* parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex& index, int wanted) const override;

private:
    Roles m_roles;
};

} // namespace maiam
