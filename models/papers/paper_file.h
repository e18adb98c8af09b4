// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace maiam::papers {

/// Puts a finished paper into a file in one step (written beside it, then renamed), readable by the owner only.
/// Errors: ReadOnly, DiskFull, Io.
Result<void> savePaperFile(const QString& file, const QByteArray& content);

} // namespace maiam::papers
