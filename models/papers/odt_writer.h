// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/papers/paper.h"

#include <QByteArray>
#include <QString>

namespace maiam::papers {

/// The paper as an OpenDocument text (ISO/IEC 26300, ODF 1.2) that an officer can edit: page size, margins, page
/// numbers from page 2, repeated header rows, styles in Times New Roman. No figure ids, dates or names in it beyond
/// the title given. The banner stands in the header of every page. Errors: Internal, Io.
Result<QByteArray> odtOf(const Paper& paper, const QString& title);

/// Writes the ODT beside `file` and renames it; readable by the owner only. Errors as odtOf and savePaperFile.
Result<void> writeOdt(const Paper& paper, const QString& file, const QString& title);

} // namespace maiam::papers
