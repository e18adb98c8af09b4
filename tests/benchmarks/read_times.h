// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"

#include <QJsonObject>
#include <QString>

/// What a screen waits for, beside the same statements through the bare engine on the same file, in the same thread.
namespace readTimes {
/// Opening after the key is known: the program beside two bare connections that read the schema.
[[nodiscard]] QJsonObject opening(const QString& folder);
/// Lists, pages, search, agenda and the month's figures.
[[nodiscard]] QJsonObject all(const QString& folder, const maiam::Catalogues& catalogues);
} // namespace readTimes
