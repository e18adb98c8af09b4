// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"

#include <QDate>
#include <QStringList>

namespace maiam::papers {

/// What stands on the sheet of a recovery key besides the key.
struct RecoverySheet
{
    QString office; ///< empty where it is not known: it is written by hand
    QString user; ///< who prints it
    QDate printed;
    bool replaces = false; ///< by this key, one that was printed before is worth nothing
};

/// The sheet with the recovery key (khóa khôi phục) for the sealed envelope that the chairman keeps.
[[nodiscard]] Paper recoveryPaper(const RecoverySheet& sheet, const QStringList& groups);

/// Eight groups of a key in two lines, each under its number.
[[nodiscard]] Table keyGroups(const QStringList& groups);

} // namespace maiam::papers
