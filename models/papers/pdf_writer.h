// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/papers/composed_paper.h"

#include <QByteArray>
#include <QString>

class QPagedPaintDevice;

namespace maiam::papers {

/// The paper as a PDF. Holds no figure ids, links or personal metadata: only the title given and the program's name.
Result<QByteArray> pdfOf(const ComposedPaper& paper, const QString& title);

/// Writes the PDF beside `file` and renames it, so that a failure leaves an older file untouched. Readable by the
/// owner only. Errors: InvalidInput (no pages), ReadOnly, DiskFull, Io.
Result<void> writePdf(const ComposedPaper& paper, const QString& file, const QString& title);

/// Prints on a printer (QPrinter) or any other paged device: sets page size and full-page mode, honours the device's
/// page ranges. Copies are the printer's. Errors: InvalidInput (no pages), Io (the device does not start).
Result<void> printPaper(const ComposedPaper& paper, QPagedPaintDevice& device);

} // namespace maiam::papers
