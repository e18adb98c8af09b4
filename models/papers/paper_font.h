// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace maiam::papers {

/// Text is laid out in tenths of a point, so that line breaks do not depend on a device's resolution and rounding of
/// glyph widths (Windows rounds them to whole units) stays below half a percent.
constexpr qreal layoutUnitsPerPoint = 10.0;

/// The family papers are set in: Times New Roman (Decree 30/2020/NĐ-CP) where it is installed with all Vietnamese
/// letters, else the embedded Liberation Serif, which has the same widths. Loads the embedded fonts at first use;
/// safe to call from any thread once a QGuiApplication exists.
QString paperFontFamily();

/// The font of a run in layout units (see layoutUnitsPerPoint).
QFont paperFont(qreal sizePt, bool bold, bool italic);

} // namespace maiam::papers
