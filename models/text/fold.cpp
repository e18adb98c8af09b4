// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/fold.h"

#include "models/text/letters.h"
#include "models/text/normalise.h"
#include "models/text/syllable.h"

namespace maiam {

using letters::Glyph;
using letters::Kind;
using letters::Tone;

namespace {

constexpr char16_t SmallEth = u'\u00F0'; ///< the one small letter of the table that stands for another one

void append(QString& out, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        out += QChar(QChar::highSurrogate(c));
        out += QChar(QChar::lowSurrogate(c));
    } else {
        out += QChar(char16_t(c));
    }
}

/// Moves the tone of text[from, to) to its common place if the word is a Vietnamese syllable.
void placeTone(QString& text, qsizetype from, qsizetype to)
{
    Syllable syllable;
    if (!parseSyllable(QStringView(text).mid(from, to - from), syllable) || syllable.tone == Tone::Ngang)
        return;
    const qsizetype place = from + tonePosition(syllable.onset, syllable.rhyme);
    for (qsizetype i = from; i < to; ++i) {
        const letters::Letter l = letters::of(text[i].unicode());
        const Tone tone = i == place ? syllable.tone : Tone::Ngang;
        if (l.tone != tone)
            text[i] = QChar(letters::compose(l.letter, tone, l.upper));
    }
}

/// Only a syllable with a tone and two vowel letters side by side can bear its tone in two places.
void placeTones(QString& text)
{
    qsizetype start = 0;
    bool toned = false;
    bool pair = false;
    bool lastWasVowel = false;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const letters::Letter l = i < text.size() ? letters::of(text[i].unicode()) : letters::Letter {};
        if (l.kind == Kind::Letter) {
            const bool vowel =
                l.letter != l.plain ? l.letter != u'đ' : QStringView(u"aeiouy").contains(QChar(l.letter));
            toned = toned || l.tone != Tone::Ngang;
            pair = pair || (vowel && lastWasVowel);
            lastWasVowel = vowel;
            continue;
        }
        if (toned && pair)
            placeTone(text, start, i);
        start = i + 1;
        toned = pair = lastWasVowel = false;
    }
}

} // namespace

QString folded(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool gap = false;
    letters::forEachGlyph(text, [&](const Glyph& glyph) {
        if (glyph.kind == Kind::Space || glyph.kind == Kind::Punctuation) {
            gap = !out.isEmpty();
            return;
        }
        if (gap)
            out += u' ';
        gap = false;
        append(out, glyph.plain);
    });
    return out;
}

QString exactKey(QStringView text)
{
    QString key = normalised(text);
    key.remove(QChar(QChar::SoftHyphen));
    for (QChar& c : key) {
        const letters::Letter l = letters::of(c.unicode());
        if (l.kind == Kind::Letter) {
            if (l.upper || c.unicode() == SmallEth)
                c = QChar(letters::compose(l.letter, l.tone, false));
        } else if (l.kind == Kind::Outside)
            c = c.toLower();
    }
    placeTones(key);
    return key;
}

QString withCommonTonePlacement(QStringView text)
{
    QString out = composed(text);
    placeTones(out);
    return out;
}

} // namespace maiam
