// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/offices.h"

#include <QHash>

namespace maiam {

/// What people call the offices and machines that stand in a register: this office and those that are confirmed here.
class OfficeNames
{
public:
    [[nodiscard]] static Result<OfficeNames> read(Database& database, const OfficeInfo& own);

    /// "06838-A7": the machine with the unit of its own office, whichever register it is shown in; "A7" while that
    /// office is not known here.
    [[nodiscard]] QString machine(const QByteArray& device) const;
    /// The name of an office; empty when it is not known here.
    [[nodiscard]] QString office(const QByteArray& id) const { return m_offices.value(id).name; }
    /// The name of the office that decides about a record; empty when it is not known here.
    [[nodiscard]] QString ownerOf(QUuid record) const;

private:
    struct Known
    {
        QString unit;
        QString name;
    };
    QHash<QByteArray, Known> m_offices;
    QHash<QByteArray, QByteArray> m_devices; ///< the office of each
};

} // namespace maiam
