// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLineEdit;
class QPlainTextEdit;

namespace maiam {

/// Puts a stored text into an input in which somebody may be typing: who goes on after Ctrl+S goes on where they were.
/// A text that stands there already is not touched, so that what was typed can still be undone; another one leaves the
/// caret before or behind what changed, and the text where it was scrolled to. No word may be composed.
namespace keptCaret {
void put(QPlainTextEdit& area, const QString& text);
/// In a line only while it has the focus; else the caret goes to the end, where typing begins.
void put(QLineEdit& line, const QString& text);
} // namespace keptCaret

} // namespace maiam
