// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// A day's backup with all its checks, beside a plain copy of the same file that is synced to the disk.
namespace backupTimes {
[[nodiscard]] QJsonObject all(const QString& folder);
} // namespace backupTimes
