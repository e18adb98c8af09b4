// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/package_format.h"
#include "models/sqlcipher/database.h"

#include <QStringList>

namespace maiam {

/// How far another office's chains of looking went when it sent before (journal.md, law 8): what has left its house
/// cannot be taken out or written anew unnoticed.
namespace accessHeads {
/// Keeps the ends that a package names and compares them with earlier ones. Inside the caller's transaction. Returns a
/// sentence for each chain that became shorter or says something else at the same number; each such end is told once.
/// @p unit names the sender.
[[nodiscard]] Result<QStringList> keep(Database& database, const PackageHeader& header, const QString& unit, UtcMs now);
} // namespace accessHeads

} // namespace maiam
