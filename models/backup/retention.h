// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_format.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace maiam {

/// What deciding about a backup needs to know of it.
struct RetentionItem
{
    QString file;
    qint64 serial = 0; ///< the order in which they were made
    QDate day; ///< a label only: a clock that was wrong moves no backup in the order
    QList<ChainHead> heads;
    bool readable = true; ///< false: sealed with an earlier register key, so its heads are not known
};

/// Which backups stay (giữ lại): the newest three always, then the newest of each of the last 7 days, 5 weeks and 12
/// months that have one, in the order in which they were made. One that holds an entry which no kept one holds stays
/// too: after a restore the former history must not age out unseen.
namespace retention {
inline constexpr int AtLeast = 3;
inline constexpr int Days = 7;
inline constexpr int Weeks = 5;
inline constexpr int Months = 12;
/// The files that may go.
[[nodiscard]] QStringList superfluous(std::vector<RetentionItem> all);
} // namespace retention

} // namespace maiam
