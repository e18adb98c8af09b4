// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// What the check of a register takes: its chains alone, and everything with the fold of every record.
namespace checkTimes {
[[nodiscard]] QJsonObject all(const QString& folder);
/// Argon2id with the usual cost, in milliseconds; opening the register comes after it.
[[nodiscard]] double derivationMs();
} // namespace checkTimes
