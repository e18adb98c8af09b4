// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/papers/composed_paper.h"

#include <QPrinter>

#include <functional>
#include <memory>

class QWidget;

namespace maiam::printing {

/// Asks for a printer in the system's dialog over \a parent's window. \a chosen is not called when that is cancelled
/// or when \a parent has gone meanwhile, as on locking.
void choose(QWidget* parent, const QString& title, std::function<void(const std::shared_ptr<QPrinter>&)> chosen);
/// Tests: the next choose() asks nobody and prints into this file.
void setNextFile(const QString& file);

/// Whether what is printed becomes a file instead of paper.
[[nodiscard]] bool makesFile(const QPrinter& printer);

/// Prints on paper, or writes the file that the printer was told to write; such a file is readable by its owner only.
/// Gives that file's name, empty for paper. Errors: those of printPaper and writePdf, and what the printer says itself
/// afterwards.
[[nodiscard]] Result<QString> put(const papers::ComposedPaper& paper, QPrinter& printer);

} // namespace maiam::printing
