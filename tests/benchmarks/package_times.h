// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// Sealing and receiving as offices do it: cards exchanged, a package file written, read back and verified; then
/// checked and folded by a province that holds nothing yet. Beside the receiving, the rows that it left, written by the
/// bare engine into a copy, in as many transactions.
namespace packageTimes {
/// The whole register in `folder` goes into one package. `province`, `copy` and `stick` are folders that are not there
/// yet.
[[nodiscard]] QJsonObject all(
    const QString& folder, const QString& province, const QString& copy, const QString& stick);
} // namespace packageTimes
