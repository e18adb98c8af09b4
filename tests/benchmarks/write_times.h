// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "large_register.h"

#include <QJsonObject>

/// Saving, importing and receiving, beside the same rows written by the bare engine into a copy of the register.
namespace writeTimes {
/// One edited case a commit; the median of 200.
[[nodiscard]] QJsonObject commits(const QString& folder, const QString& copy);
/// A workbook of `rows` rows.
[[nodiscard]] QJsonObject import(
    LargeRegister& source, const QString& folder, const QString& copy, const maiam::Catalogues& catalogues, int rows);
/// Up to `most` entries of the register, without identity parts, into a new register of the province.
[[nodiscard]] QJsonObject receive(const QString& folder, const QString& province, const QString& copy, int most);
} // namespace writeTimes
