// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace maiam::papers {

/// The text of each page of a PDF, as another program (pdftotext) reads it; empty when that program fails.
QStringList pagesOf(const QByteArray& pdf);

/// All of a PDF with its compressed streams opened, for searching.
QByteArray inflated(const QByteArray& pdf);

} // namespace maiam::papers
