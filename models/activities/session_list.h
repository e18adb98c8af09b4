// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/sqlcipher/database.h"

#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace maiam {

/// One class, training, communication event or counselling day (lớp, tập huấn, truyền thông, điểm tư vấn) in a list.
struct SessionRow
{
    qint64 row = 0;
    QUuid id;
    QByteArray owner;
    QString type; ///< code of "session-types"
    QString state; ///< code of "session-states"
    UtcMs starts = 0;
    std::optional<qint64> minutes;
    QString title; ///< empty when unknown or withheld
    QString place; ///< empty when unknown or withheld
    qint64 male = 0;
    qint64 female = 0;
    qint64 unspecified = 0; ///< people whose sex was not counted
    QString ageBand;
    bool hotlines = false; ///< 111 and 18001769 were made known
    qint64 materials = 0;
    qint64 referred = 0;
    bool conflicting = false;

    /// Everybody who came.
    [[nodiscard]] qint64 people() const { return male + female + unspecified; }
};

/// Reads sessions for lists: ordered ids first, then pages of rows by id. Deleted ones never appear.
namespace sessionList {
/// Rows' ids, newest first; only sessions of these types (codes) unless `types` is empty.
[[nodiscard]] Result<std::vector<qint64>> ids(Database& database, const QStringList& types = {});
/// The rows of these ids, in the same order.
[[nodiscard]] Result<std::vector<SessionRow>> page(Database& database, std::span<const qint64> ids);
/// Ids of all sessions that start in [from, until), newest first.
[[nodiscard]] Result<std::vector<qint64>> between(Database& database, UtcMs from, UtcMs until);
/// Planned sessions that start in [from, until), the next one first.
[[nodiscard]] Result<std::vector<qint64>> upcoming(Database& database, UtcMs from, UtcMs until);
} // namespace sessionList

} // namespace maiam
