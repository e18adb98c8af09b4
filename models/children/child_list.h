// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QString>
#include <QUuid>

#include <span>
#include <vector>

namespace maiam {

/// One row of the list of children (danh sách trẻ em).
struct ChildRow
{
    qint64 row = 0;
    QUuid id;
    QString code;
    QString name;
    QString birth; ///< ISO, any precision
    QString sex;
    QString mother;
    QString father;
    QString village;
    QString group;
    qint64 cases = 0;
    bool restricted = false; ///< all but code and cases is left out: access to the file is restricted
    bool erased = false; ///< the name was erased by decision
};

/// Reads children for lists: ordered ids first, then pages of rows by id.
namespace childList {
/// Rows' ids in the order of Vietnamese names: given name first. Those with restricted access come last, since their
/// place would tell the name.
[[nodiscard]] Result<std::vector<qint64>> ids(Database& database);
[[nodiscard]] Result<std::vector<ChildRow>> page(Database& database, std::span<const qint64> ids);
/// Exact first, then without tones.
[[nodiscard]] Result<std::vector<qint64>> search(Database& database, QStringView typed, int limit = 50);
/// Children who may be the one whose name is being typed (có thể đã có trong sổ): every word of the name begins alike.
[[nodiscard]] Result<std::vector<ChildRow>> lookAlikes(Database& database, QStringView name, int limit = 5);
} // namespace childList

} // namespace maiam
