// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QLatin1StringView>
#include <QString>

#include <optional>

class QApplication;
class QPalette;

namespace maiam {

/// What a colour means. Never the only carrier of the meaning: a word stands beside it.
enum class Tone { Neutral, Accent, Green, Amber, Red };

/// The few kinds of text that the program uses.
enum class TextStyle {
    Body, ///< 10.5 pt, 14 px at 100 %
    Title, ///< 20 px, bold: one on a page
    Section, ///< 15 px, bold: heads a card
    Secondary, ///< 12.5 px: explains
    Figure, ///< 24 px, bold: one number that is looked at
    Clock ///< 17 px, bold: the time that is left
};

/// The colours in use, taken once from the palette or, in a high-contrast system theme, from that theme.
struct Colours
{
    QColor ink, muted, line, border, ground, surface, header;
    QColor accent, accentSoft, onAccent, bar;
    QColor red, redSoft, amber, amberSoft, green, greenSoft, neutralSoft, mark;
    bool highContrast = false;
};

/// Distances in pixels at 100 %, in steps of 4.
namespace space {
inline constexpr int XS = 4;
inline constexpr int S = 8;
inline constexpr int M = 12;
inline constexpr int L = 16;
inline constexpr int XL = 20;
} // namespace space

/// The look of the whole program: Fusion, one palette, one short style sheet, text in points.
class Theme
{
public:
    static constexpr int MinPercent = 100;
    static constexpr int MaxPercent = 200;

    /// Sets style, font, palette and style sheet. \a textPercent is clamped to 100–200. \a highContrast overrides what
    /// the system's palette says (tests and the settings page use it). May be called again at any time.
    static void apply(QApplication& app, int textPercent = 100, std::optional<bool> highContrast = std::nullopt);
    /// Whether a system palette is one of a high-contrast theme: pure black and white, no greys.
    [[nodiscard]] static bool isHighContrast(const QPalette& systemPalette);
    /// The colours in use.
    [[nodiscard]] static const Colours& colours();
    /// The text colour of a tone.
    [[nodiscard]] static QColor ink(Tone tone);
    /// The ground on which text of that tone stands.
    [[nodiscard]] static QColor ground(Tone tone);
    /// The font of a kind of text, in points.
    [[nodiscard]] static QFont font(TextStyle style);
    /// The text size that was set, 100–200.
    [[nodiscard]] static int textPercent();
    /// Pixels of a 100 % drawing at the present text size and screen resolution.
    [[nodiscard]] static int scaled(int px);
    /// A line icon of resources/icons in one colour, at the sizes 20, 40 and 60.
    [[nodiscard]] static QIcon icon(QLatin1StringView name, const QColor& colour = {});
};

} // namespace maiam
