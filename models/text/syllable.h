// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/letters.h"

#include <QString>
#include <QStringView>

namespace maiam {

/// Âm tiết: one written Vietnamese syllable taken apart. Used to tell Vietnamese from text of old fonts, to place the
/// tone mark, and to read stray Telex/VNI typing. All letters lower case and toneless.
struct Syllable
{
    QString onset; ///< "", "b", "ngh", "qu", "gi" …
    QString
        rhyme; ///< "uyên", "oa" … without the u of qu; with the i of gi only where nothing follows it ("gì" is g + i)
    letters::Tone tone = letters::Tone::Ngang;
};

/// Takes a word (NFC, any case) apart. Returns false where it is no possible Vietnamese syllable: unknown onset or
/// rhyme, more than one tone, or a final c, ch, p, t without sắc or nặng. Minority names of the province (Voòng, Chíu,
/// Lỷ, Pắc) are possible syllables.
[[nodiscard]] bool parseSyllable(QStringView word, Syllable& out);

/// Whether the word is a possible Vietnamese syllable written in a possible case: "an", "An" or "AN", not "aN".
[[nodiscard]] bool isPlausibleWord(QStringView word);

/// Where the tone mark stands in the common ("old") placement, as an index into onset + rhyme: hòa, thúy, hoàn, quý.
[[nodiscard]] qsizetype tonePosition(QStringView onset, QStringView rhyme);

} // namespace maiam
