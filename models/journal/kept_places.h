// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QUuid>

namespace maiam {

/// The rows of `setting` that say where people were when the register locked (app/kept_place.h). What was searched for
/// there may be a name: they go with an erasure, and with their person.
namespace keptPlaces {
/// Whose row it is.
[[nodiscard]] inline QString nameFor(QUuid user)
{
    return QStringLiteral("place/") + user.toString(QUuid::WithoutBraces);
}
[[nodiscard]] inline Result<void> forget(Database& database, QUuid user)
{
    return database.run(QStringLiteral("DELETE FROM setting WHERE name = ?"), { nameFor(user) });
}
[[nodiscard]] inline Result<void> forgetAll(Database& database)
{
    return database.run(QStringLiteral("DELETE FROM setting WHERE name GLOB 'place/*'"));
}
} // namespace keptPlaces

} // namespace maiam
