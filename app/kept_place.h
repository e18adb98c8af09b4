// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

#include <QJsonObject>

namespace maiam {

/// Where a person was when the register locked, kept inside the register: a search may hold a name.
namespace keptPlace {
/// Keeps it; the writing is done before the register closes.
[[nodiscard]] QFuture<Result<void>> keep(Register& reg, const QJsonObject& place);
/// The place without what was typed into search fields.
[[nodiscard]] QJsonObject withoutSearches(QJsonObject place);
/// What was kept for the present user and forgets it. Empty when there is nothing.
[[nodiscard]] QFuture<QJsonObject> take(Register& reg);
} // namespace keptPlace

} // namespace maiam
