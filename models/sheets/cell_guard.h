// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace maiam {

/// A spreadsheet program takes a text that begins with = + - @ (after spaces, or as full-width characters), a tab or a
/// line break for a formula. Guarded, it begins with an apostrophe.
namespace cell_guard {
/// Whether the text could be taken for a formula.
[[nodiscard]] bool isDangerous(const QString& text);
/// The text as it may stand in a CSV.
[[nodiscard]] QString guarded(const QString& text);
/// What guarded() made it from.
[[nodiscard]] QString unguarded(const QString& text);
} // namespace cell_guard

} // namespace maiam
