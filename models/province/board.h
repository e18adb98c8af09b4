// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/statutory_clock.h"
#include "models/catalogues/catalogues.h"
#include "models/sqlcipher/database.h"

#include <optional>
#include <vector>

namespace maiam {

/// One commune, ward or special zone on the province's board (một dòng của bảng toàn tỉnh).
struct BoardRow
{
    QString unit; ///< code of the catalogue "units"
    QString name; ///< in Vietnamese, with its kind: "xã Bình Liêu"
    bool known = false; ///< its card was confirmed
    std::optional<UtcMs> lastPackage; ///< when the newest of the packages that came in was sealed
    QStringList ranges; ///< "1–350", one a device
    QStringList gaps; ///< "205–221", over all its devices
    qint64 waiting = 0; ///< entries that wait for a gap to be filled
    qint64 openCases = 0;
    qint64 importedCases = 0; ///< open ones of an old workbook that the commune has not looked through
    qint64 overdue = 0; ///< statutory clocks that have run out and are not done, over all its cases
    qint64 conflicting = 0; ///< cases on which two machines differ
};

/// The province's board.
namespace province {
/// A row for each unit below the province, in the catalogue's order. Figures are what the packages said; nothing is
/// counted for a commune that never sent one.
[[nodiscard]] Result<std::vector<BoardRow>> board(
    Database& database, const Catalogues& catalogues, const StatutoryClock& clock, UtcMs now);
} // namespace province

} // namespace maiam
