// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/legacy_encoding.h"

#include "models/text/letters.h"
#include "models/text/normalise.h"
#include "models/text/syllable.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace maiam {

namespace {

// TCVN 5712, the part that .VnTime fonts show, from 0xA0; a space where there is no letter.
constexpr std::u16string_view Tcvn3Letters = u" ĂÂÊÔƠƯĐăâêôơưđ "
                                             u"     àảãáạ ằẳẵắ "
                                             u"      ặầẩẫấậè ẻẽ"
                                             u"éẹềểễếệìỉ   ĩíịò"
                                             u" ỏõóọồổỗốộờởỡớợù"
                                             u" ủũúụừửữứựỳỷỹýỵ ";
static_assert(Tcvn3Letters.size() == 96);

// Windows-1252, 0x80 to 0x9F; the five unused bytes are read as control characters.
constexpr std::u16string_view Cp1252 = u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039"
                                       u"\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
                                       u"\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
static_assert(Cp1252.size() == 32);

bool isUpperLatin(QChar c)
{
    return c.isUpper() && c.unicode() < 0x100;
}
bool isAsciiLetter(QChar c)
{
    return c.unicode() < 0x80 && c.isLetter();
}

/// ASCII separators end a word; legacy text uses every other Latin-1 character as a letter.
bool endsWord(QChar c)
{
    if (c.unicode() < 0x80)
        return !c.isLetterOrNumber();
    return c.isSpace() || (c.unicode() > 0xFF && !c.isLetter() && !c.isMark());
}

/// Calls fn(word) for words and keep(c) for what stands between them.
template <typename Fn, typename Keep> void forEachWord(QStringView text, Fn fn, Keep keep)
{
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && !endsWord(text[end]))
            ++end;
        if (end == at) {
            keep(text[at++]);
            continue;
        }
        fn(text.mid(at, end - at));
        at = end;
    }
}

/// A Vietnamese letter that no Latin-1 character could be taken for.
bool isTrueVietnamese(QChar c)
{
    return c.unicode() > 0xFF && letters::of(c.unicode()).kind == letters::Kind::Letter;
}

QString wordFromTcvn3(QStringView word)
{
    QString out = word.toString();
    for (QChar& c : out) {
        const char16_t u = c.unicode();
        const char16_t letter = u >= 0xA0 && u <= 0xFF ? tcvn3Letter(static_cast<unsigned char>(u)) : 0;
        if (letter)
            c = QChar(letter);
    }
    return out;
}

bool decodesToLowerStart(QStringView word)
{
    return isUpperLatin(word.front()) && word.front().unicode() >= 0x80 && wordFromTcvn3(word).front().isLower();
}

/// .VnTime has no Á, Ý …: where every other word begins with a capital, a good word with such a capital was typed
/// in Unicode ("NguyÔn Thu Ý").
bool isTitleCase(QStringView text)
{
    bool title = true;
    forEachWord(
        text,
        [&](QStringView word) {
            if (!(isPlausibleWord(word) && decodesToLowerStart(word)))
                title = title && wordFromTcvn3(word).front().isUpper();
        },
        [](QChar) {});
    return title;
}

/// Text in the capital font .VnTimeH: all ASCII letters are capitals, and not only as initials.
bool isCapitalFont(QStringView text)
{
    bool inside = false;
    bool lower = false;
    forEachWord(
        text,
        [&](QStringView word) {
            for (qsizetype i = 0; i < word.size(); ++i) {
                if (!isAsciiLetter(word[i]))
                    continue;
                lower = lower || word[i].isLower();
                inside = inside || (i > 0 && word[i].isUpper());
            }
        },
        [](QChar) {});
    return inside && !lower;
}

QString fromTcvn3(QStringView text)
{
    const bool mixed = std::any_of(text.begin(), text.end(), isTrueVietnamese);
    const bool title = isTitleCase(text);
    const bool capitals = isCapitalFont(text);
    QString out;
    out.reserve(text.size());
    forEachWord(
        text,
        [&](QStringView word) {
            const bool good = isPlausibleWord(word);
            const bool keep = good && (mixed || (title && decodesToLowerStart(word)));
            const QString decoded = keep ? word.toString() : wordFromTcvn3(word);
            out += capitals ? decoded.toUpper() : decoded;
        },
        [&](QChar c) { out += c; });
    return out;
}

/// VNI: the letter a mark of the old font makes with the letter before it; 0 if the two do not belong together.
char16_t vniPair(char16_t before, char16_t mark)
{
    struct Mark
    {
        char16_t mark;
        char16_t quality; ///< 0: tone alone; else the letter that takes it decides
        letters::Tone tone;
    };
    using enum letters::Tone;
    static constexpr Mark Marks[] = { { u'ø', 0, Huyen }, { u'ù', 0, Sac }, { u'û', 0, Hoi }, { u'õ', 0, Nga },
        { u'ï', 0, Nang }, { u'â', u'^', Ngang }, { u'à', u'^', Huyen }, { u'á', u'^', Sac }, { u'å', u'^', Hoi },
        { u'ã', u'^', Nga }, { u'ä', u'^', Nang }, { u'ê', u'(', Ngang }, { u'è', u'(', Huyen }, { u'é', u'(', Sac },
        { u'ú', u'(', Hoi }, { u'ü', u'(', Nga }, { u'ë', u'(', Nang } };
    // ơ and ư are single characters, ô and ö, which then take the tone.
    const char16_t base = before == u'ô' ? u'ơ' : before == u'ö' ? u'ư' : before;
    for (const Mark& m : Marks) {
        if (m.mark != mark)
            continue;
        char16_t letter = 0;
        if (m.quality == u'^')
            letter = base == u'a' ? u'â' : base == u'e' ? u'ê' : base == u'o' ? u'ô' : 0;
        else if (m.quality == u'(')
            letter = base == u'a' ? u'ă' : 0;
        else if (QStringView(u"aeouyơư").contains(QChar(base)))
            letter = base;
        return letter ? letters::compose(letter, m.tone, false) : 0;
    }
    return 0;
}

char16_t vniSingle(char16_t c)
{
    switch (c) {
    case u'ñ':
        return u'đ';
    case u'ô':
        return u'ơ';
    case u'ö':
        return u'ư';
    case u'æ':
        return u'ỉ';
    case u'ó':
        return u'ĩ';
    case u'ò':
        return u'ị';
    case u'î':
        return u'ỵ';
    default:
        return 0;
    }
}

QString fromVni(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const char16_t lower = c.toLower().unicode();
        const char16_t next = i + 1 < text.size() ? text[i + 1].toLower().unicode() : 0;
        const char16_t pair = next ? vniPair(lower, next) : 0;
        const char16_t single = vniSingle(lower);
        const char16_t letter = pair ? pair : single;
        out += letter ? (c.isUpper() ? QChar(letter).toUpper() : QChar(letter)) : c;
        i += pair ? 1 : 0;
    }
    return out;
}

QString from1258(QStringView text)
{
    static constexpr std::u16string_view From = u"ÃÌÐÒÕÝÞãìðòõýþ";
    static constexpr std::u16string_view To = u"Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫";
    static_assert(From.size() == To.size());
    QString out = text.toString();
    for (QChar& c : out) {
        const auto at = From.find(c.unicode());
        if (at != std::u16string_view::npos)
            c = QChar(To[at]);
    }
    return composed(out);
}

/// The text as it was before UTF-8 was read as Windows-1252; unchanged where the bytes are no UTF-8.
QString fromMojibake(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar c : text) {
        const auto at = Cp1252.find(c.unicode());
        if (at != std::u16string_view::npos)
            bytes += char(0x80 + int(at));
        else if (c.unicode() <= 0xFF)
            bytes += char(c.unicode());
        else
            return text.toString();
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString out = decoder.decode(bytes);
    return decoder.hasError() ? text.toString() : composed(out);
}

/// How much of a text is Vietnamese; words in plain ASCII say nothing, single letters hardly anything.
struct Evidence
{
    int plausible = 0;
    int implausible = 0;
};

Evidence weigh(QStringView text)
{
    Evidence out;
    forEachWord(
        text,
        [&](QStringView word) {
            const bool ascii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
            if (ascii || word.size() < 2)
                return;
            ++(isPlausibleWord(word) ? out.plausible : out.implausible);
        },
        [](QChar) {});
    return out;
}

/// Possible spoilt words at all: a character of 0x80 to 0xFF, or one of the signs of Windows-1252.
bool mayBeLegacy(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80 && c.unicode() <= 0xFF; });
}

} // namespace

char16_t tcvn3Letter(unsigned char byte)
{
    const char16_t letter = byte >= 0xA0 ? Tcvn3Letters[byte - 0xA0u] : u' ';
    return letter == u' ' ? 0 : letter;
}

LegacyEncoding detectLegacy(QStringView text)
{
    if (!mayBeLegacy(text))
        return LegacyEncoding::None;
    const QString nfc = composed(text);
    const Evidence raw = weigh(nfc);
    if (raw.implausible == 0)
        return LegacyEncoding::None;
    LegacyEncoding best = LegacyEncoding::None;
    Evidence bestEvidence = raw;
    for (const auto encoding :
        { LegacyEncoding::Windows1252, LegacyEncoding::Tcvn3, LegacyEncoding::Vni, LegacyEncoding::Windows1258 })
    {
        const Evidence evidence = weigh(fromLegacy(nfc, encoding));
        const bool cures = evidence.implausible * 3 <= raw.implausible && evidence.plausible > raw.plausible;
        const bool better = evidence.implausible < bestEvidence.implausible
            || (evidence.implausible == bestEvidence.implausible && evidence.plausible > bestEvidence.plausible);
        if (cures && better) {
            best = encoding;
            bestEvidence = evidence;
        }
    }
    return best;
}

QString fromLegacy(QStringView text, LegacyEncoding encoding)
{
    switch (encoding) {
    case LegacyEncoding::None:
        break;
    case LegacyEncoding::Tcvn3:
        return composed(fromTcvn3(composed(text)));
    case LegacyEncoding::Vni:
        return fromVni(text);
    case LegacyEncoding::Windows1258:
        return from1258(text);
    case LegacyEncoding::Windows1252:
        return fromMojibake(text);
    }
    return composed(text);
}

} // namespace maiam
