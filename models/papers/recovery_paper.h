// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"

namespace maiam::papers {

/// The sheet with the recovery key (khóa khôi phục) for the sealed envelope that the chairman keeps.
[[nodiscard]] Paper recoveryPaper(const QString& office, const QString& user, const QStringList& groups);

/// Eight groups of a key in two lines, each under its number.
[[nodiscard]] Table keyGroups(const QStringList& groups);

} // namespace maiam::papers
