// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"

#include <QJsonObject>
#include <QString>

/// The highest resident memory of this process after unlocking and a working hour's mix of lists, searches, pages,
/// saves and figures. Without windows: what the data costs. Linux only; kilobytes.
[[nodiscard]] QJsonObject residentMemory(const QString& folder, const maiam::Catalogues& catalogues);
