// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <cstdint>

/// Vietnamese letters as a table: the ground on which folding, sorting and syllable checks stand.
/// The letters are those of TCVN 6909:2001 in precomposed form; the tables are built by the compiler.
namespace maiam::letters {

/// Thanh điệu, in the alphabetical order of Vietnamese dictionaries.
enum class Tone : std::uint8_t { Ngang, Huyen, Hoi, Nga, Sac, Nang };

/// What a code unit is, as far as the table knows it.
enum class Kind : std::uint8_t { Outside, Letter, Digit, Space, Punctuation };

/// One code unit taken apart: "Ậ" is â, nặng, upper case.
struct Letter
{
    char16_t letter =
        0; ///< lower case with its quality mark, without tone; digits and punctuation stand for themselves
    char16_t plain = 0; ///< a to z without any mark (đ is d); digits and punctuation stand for themselves
    Tone tone = Tone::Ngang;
    Kind kind = Kind::Outside;
    bool upper = false;
};

/// The twelve vowel letters, each with its six tones in the order of Tone; lower case then upper case.
inline constexpr std::u16string_view LowerVowels = u"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíị"
                                                   u"oòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
inline constexpr std::u16string_view UpperVowels = u"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊ"
                                                   u"OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
inline constexpr std::u16string_view PlainVowels = u"aaaeeiooouuy"; ///< of the twelve, without the quality mark
static_assert(LowerVowels.size() == 72 && UpperVowels.size() == 72);

inline constexpr std::size_t LowTableEnd = 0x1B1; ///< ASCII, Latin-1, ă đ ĩ ũ ơ ư
inline constexpr std::size_t HighTableStart = 0x1EA0; ///< ạ … ỹ
inline constexpr std::size_t HighTableEnd = 0x1EFA;

namespace detail {
struct Tables
{
    std::array<Letter, LowTableEnd> low {};
    std::array<Letter, HighTableEnd - HighTableStart> high {};

    constexpr Letter& slot(char16_t unit) { return unit < LowTableEnd ? low[unit] : high[unit - HighTableStart]; }
};

constexpr Tables makeTables()
{
    Tables tables;
    for (char16_t c = 0; c < 0x80; ++c) {
        const bool upper = c >= u'A' && c <= u'Z';
        const bool space = c == u' ' || (c >= 0x09 && c <= 0x0D);
        const char16_t lower = upper ? char16_t(c + 0x20) : c;
        const Kind kind = (lower >= u'a' && lower <= u'z') ? Kind::Letter
            : (c >= u'0' && c <= u'9')                     ? Kind::Digit
            : space                                        ? Kind::Space
                                                           : Kind::Punctuation;
        tables.low[c] = Letter { lower, lower, Tone::Ngang, kind, upper };
    }
    for (std::size_t i = 0; i < LowerVowels.size(); ++i) {
        const char16_t letter = LowerVowels[i / 6 * 6];
        const char16_t plain = PlainVowels[i / 6];
        tables.slot(LowerVowels[i]) = Letter { letter, plain, Tone(i % 6), Kind::Letter, false };
        tables.slot(UpperVowels[i]) = Letter { letter, plain, Tone(i % 6), Kind::Letter, true };
    }
    tables.slot(u'đ') = Letter { u'đ', u'd', Tone::Ngang, Kind::Letter, false };
    tables.slot(u'Đ') = Letter { u'đ', u'd', Tone::Ngang, Kind::Letter, true };
    // Icelandic eth: old keyboards and fonts put it where đ belongs, and it looks the same in capitals.
    tables.slot(u'ð') = Letter { u'đ', u'd', Tone::Ngang, Kind::Letter, false };
    tables.slot(u'Ð') = Letter { u'đ', u'd', Tone::Ngang, Kind::Letter, true };
    return tables;
}

inline constexpr Tables All = makeTables();
} // namespace detail

/// The table's entry for one code unit; Kind::Outside for what the table does not know.
[[nodiscard]] constexpr Letter of(char16_t unit)
{
    if (unit < LowTableEnd)
        return detail::All.low[unit];
    if (unit >= HighTableStart && unit < HighTableEnd)
        return detail::All.high[unit - HighTableStart];
    return {};
}

/// Whether every code unit of the text is in the table, so that no Unicode normalisation is needed.
[[nodiscard]] inline bool allKnown(QStringView text)
{
    for (const QChar c : text) {
        if (of(c.unicode()).kind == Kind::Outside)
            return false;
    }
    return true;
}

/// Puts a letter together again: compose(u'â', Tone::Nang, true) is "Ậ". Consonants ignore the tone.
[[nodiscard]] constexpr char16_t compose(char16_t letter, Tone tone, bool upper)
{
    for (std::size_t i = 0; i < LowerVowels.size(); i += 6) {
        if (LowerVowels[i] == letter)
            return (upper ? UpperVowels : LowerVowels)[i + std::size_t(tone)];
    }
    if (letter == u'đ')
        return upper ? u'Đ' : u'đ';
    return upper && letter >= u'a' && letter <= u'z' ? char16_t(letter - 0x20) : letter;
}

/// Whether the (lower-case, toneless) letter is one of the twelve vowel letters.
[[nodiscard]] constexpr bool isVowel(char16_t letter)
{
    for (std::size_t i = 0; i < LowerVowels.size(); i += 6) {
        if (LowerVowels[i] == letter)
            return true;
    }
    return false;
}

/// One base character with all marks that follow it.
struct Glyph
{
    char32_t base = 0; ///< lower case, with a Vietnamese quality mark if it has one
    char32_t plain = 0; ///< lower case, without any mark
    Tone tone = Tone::Ngang;
    Kind kind = Kind::Outside; ///< never Outside: what the table does not know is classed by Unicode
    bool upper = false;
    bool foreignMark = false; ///< bears a mark that Vietnamese does not have
};

namespace detail {
/// Reads one base character and its marks from NFD text at position at, which it moves on.
/// Returns false for what leaves no trace (format characters, stray marks).
bool readDecomposed(QStringView nfd, qsizetype& at, Glyph& glyph);
} // namespace detail

/// Calls fn(Glyph) for every character of the text, alike for precomposed and decomposed spelling.
/// Text wholly in the table, which names nearly always are, is read without normalisation.
template <typename Fn> void forEachGlyph(QStringView text, Fn fn)
{
    if (allKnown(text)) {
        for (const QChar c : text) {
            const Letter l = of(c.unicode());
            fn(Glyph { l.letter, l.plain, l.tone, l.kind, l.upper, false });
        }
        return;
    }
    const QString nfd = text.toString().normalized(QString::NormalizationForm_D);
    Glyph glyph;
    for (qsizetype at = 0; at < nfd.size();) {
        if (detail::readDecomposed(nfd, at, glyph))
            fn(glyph);
    }
}

} // namespace maiam::letters
