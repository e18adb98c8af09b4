// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/letters.h"

namespace maiam::letters::detail {

namespace {

char32_t codePointAt(QStringView text, qsizetype& at)
{
    const QChar c = text[at++];
    if (c.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[at++]);
    return c.unicode();
}

/// The letter with the quality mark on it; the letter itself if Vietnamese has no such pair.
char32_t withQuality(char32_t base, char32_t mark)
{
    switch (mark) {
    case 0x0302: // circumflex
        return base == U'a' ? U'â' : base == U'e' ? U'ê' : base == U'o' ? U'ô' : base;
    case 0x0306: // breve
        return base == U'a' ? U'ă' : base;
    case 0x031B: // horn
        return base == U'o' ? U'ơ' : base == U'u' ? U'ư' : base;
    default:
        return base;
    }
}

bool toneOf(char32_t mark, Tone& tone)
{
    switch (mark) {
    case 0x0300:
        tone = Tone::Huyen;
        return true;
    case 0x0309:
        tone = Tone::Hoi;
        return true;
    case 0x0303:
        tone = Tone::Nga;
        return true;
    case 0x0301:
        tone = Tone::Sac;
        return true;
    case 0x0323:
        tone = Tone::Nang;
        return true;
    default:
        return false;
    }
}

Kind kindOf(char32_t c)
{
    if (QChar::isSpace(c))
        return Kind::Space;
    if (QChar::isLetter(c) || QChar::category(c) == QChar::Mark_SpacingCombining)
        return Kind::Letter;
    return QChar::isNumber(c) ? Kind::Digit : Kind::Punctuation;
}

Glyph baseGlyph(char32_t c)
{
    if (c < LowTableEnd || (c >= HighTableStart && c < HighTableEnd)) {
        const Letter l = of(char16_t(c));
        if (l.kind != Kind::Outside)
            return { l.letter, l.plain, l.tone, l.kind, l.upper, false };
    }
    const char32_t lower = QChar::toLower(c);
    return { lower, lower, Tone::Ngang, kindOf(c), lower != c, false };
}

void addMark(Glyph& glyph, char32_t mark)
{
    Tone tone;
    const char32_t better = withQuality(glyph.base, mark);
    if (better != glyph.base)
        glyph.base = better;
    else if (glyph.base < 0x200 && isVowel(char16_t(glyph.base)) && glyph.tone == Tone::Ngang && toneOf(mark, tone))
        glyph.tone = tone;
    else
        glyph.foreignMark = true;
}

} // namespace

bool readDecomposed(QStringView nfd, qsizetype& at, Glyph& glyph)
{
    const char32_t c = codePointAt(nfd, at);
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return false;
    glyph = baseGlyph(c);
    while (at < nfd.size()) {
        qsizetype next = at;
        const char32_t mark = codePointAt(nfd, next);
        if (QChar::category(mark) != QChar::Mark_NonSpacing)
            break;
        addMark(glyph, mark);
        at = next;
    }
    return true;
}

} // namespace maiam::letters::detail
