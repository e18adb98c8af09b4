// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/papers/paper.h"

#include <QStringList>

namespace maiam::papers {

/// What stands on the sheet of a recovery key besides the key.
struct RecoverySheet
{
    QString office; ///< empty where it is not known: it is written by hand
    QString user; ///< who prints it
    UtcMs printed = 0; ///< two that were printed on one day must be told apart
    bool replaces = false; ///< by this key, one that was printed before is worth nothing
};

/// The sheet with the recovery key (khóa khôi phục) for the sealed envelope that the chairman keeps.
[[nodiscard]] Paper recoveryPaper(const RecoverySheet& sheet, const QStringList& groups);

/// Eight groups of a key in two lines, each under its number.
[[nodiscard]] Table keyGroups(const QStringList& groups);

} // namespace maiam::papers
