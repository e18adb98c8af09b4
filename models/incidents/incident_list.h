// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/sqlcipher/database.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace maiam {

/// One leak of personal data (sự cố lộ dữ liệu) in a list.
struct IncidentRow
{
    qint64 row = 0;
    QUuid id;
    bool conflicting = false;
    UtcMs found = 0; ///< when it was found out: the 72 hours run from here
    QString kind; ///< code of "incident-kinds"; empty when none was chosen
    std::optional<qint64> children; ///< about how many are concerned
    QString recipient; ///< who gets or got the notice; empty when not told
    QString number; ///< of the notice; empty until it has one
    std::optional<UtcMs> sent; ///< when the notice went
    std::optional<UtcMs> closed;
};

/// Reads leaks for lists. What another office wrote of its own never appears: only its entries' hashes come here.
namespace incidentList {
/// Rows' ids, newest first.
[[nodiscard]] Result<std::vector<qint64>> ids(Database& database);
/// Those whose notice has not been sent and that nobody has closed, whatever the clock says; oldest first.
[[nodiscard]] Result<std::vector<qint64>> waiting(Database& database);
/// Those that are not closed, with or without a notice; oldest first.
[[nodiscard]] Result<std::vector<qint64>> open(Database& database);
/// The rows of these ids, in the same order.
[[nodiscard]] Result<std::vector<IncidentRow>> page(Database& database, std::span<const qint64> ids);
} // namespace incidentList

} // namespace maiam
