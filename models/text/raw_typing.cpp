// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/raw_typing.h"

#include "models/text/letters.h"
#include "models/text/syllable.h"

namespace maiam {

using letters::Tone;

namespace {

/// A word as an input method would hold it while it is typed.
struct Composition
{
    QString word; ///< lower case, toneless
    Tone tone = Tone::Ngang;
    bool changed = false;
    bool seenVowel = false;

    void add(char16_t c)
    {
        word += QChar(c);
        seenVowel = seenVowel || letters::isVowel(c);
    }
    void setTone(Tone to)
    {
        tone = to;
        changed = true;
    }
    /// Replaces the last occurrence of from; false if there is none.
    bool mark(char16_t from, char16_t to)
    {
        const qsizetype at = word.lastIndexOf(QChar(from));
        if (at < 0)
            return false;
        word[at] = QChar(to);
        changed = true;
        return true;
    }
    /// Telex w and VNI 7: the horn, on both letters of uo, else on the u or o that stands last.
    bool horn()
    {
        const qsizetype uo = word.lastIndexOf(QStringLiteral("uo"));
        const bool quo = uo > 0 && word[uo - 1] == u'q';
        if (uo >= 0 && !quo) {
            word[uo] = u'ư';
            word[uo + 1] = u'ơ';
            changed = true;
            return true;
        }
        if (word.endsWith(QStringLiteral("ưo")))
            return mark(u'o', u'ơ');
        return mark(u'o', u'ơ') || mark(u'u', u'ư');
    }
};

bool telexTone(char16_t c, Tone& tone)
{
    static constexpr std::u16string_view Keys = u"zfrxsj"; // in the order of Tone
    const auto at = Keys.find(c);
    if (at == std::u16string_view::npos)
        return false;
    tone = Tone(at);
    return true;
}

bool vniTone(char16_t c, Tone& tone)
{
    static constexpr std::u16string_view Keys = u"023415";
    const auto at = Keys.find(c);
    if (at == std::u16string_view::npos)
        return false;
    tone = Tone(at);
    return true;
}

char16_t circumflexed(char16_t c)
{
    return c == u'a' ? u'â' : c == u'e' ? u'ê' : c == u'o' ? u'ô' : 0;
}

void telexKey(Composition& to, char16_t c)
{
    Tone tone;
    if (to.seenVowel && telexTone(c, tone))
        return to.setTone(tone);
    if (c == u'w') {
        const qsizetype a = to.word.lastIndexOf(u'a');
        const bool afterU = a > 0 && to.word[a - 1] == u'u' && !to.word.startsWith(u"qu");
        if (afterU ? to.mark(u'u', u'ư') : a >= 0 ? to.mark(u'a', u'ă') : to.horn())
            return;
        to.changed = true;
        return to.add(u'ư');
    }
    if (c == u'd' && to.word.startsWith(u'd')) {
        to.word[0] = u'đ';
        to.changed = true;
        return;
    }
    if (circumflexed(c) && to.mark(c, circumflexed(c)))
        return;
    to.add(c);
}

void vniKey(Composition& to, char16_t c)
{
    Tone tone;
    if (to.seenVowel && vniTone(c, tone))
        return to.setTone(tone);
    const bool used = c == u'6' ? to.mark(u'a', u'â') || to.mark(u'e', u'ê') || to.mark(u'o', u'ô')
        : c == u'7'             ? to.horn()
        : c == u'8'             ? to.mark(u'a', u'ă')
        : c == u'9'             ? to.mark(u'd', u'đ')
                                : false;
    if (!used)
        to.add(c);
}

QString finished(const Composition& composition, QStringView raw)
{
    const bool allUpper = raw.size() > 1 && raw.toString().toUpper() == raw && raw[1].isLetter();
    const QString& word = composition.word;
    // A final c, ch, p, t has no ngang, so the syllable is read with its tone, on any vowel.
    QString toned = word;
    for (QChar& c : toned) {
        if (!letters::isVowel(c.unicode()))
            continue;
        c = QChar(letters::compose(c.unicode(), composition.tone, false));
        break;
    }
    Syllable syllable;
    if (!parseSyllable(toned, syllable))
        return {};
    const qsizetype place = tonePosition(syllable.onset, syllable.rhyme);
    QString out;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool upper = allUpper || (i == 0 && raw.front().isUpper());
        out += QChar(letters::compose(word[i].unicode(), i == place ? composition.tone : Tone::Ngang, upper));
    }
    return isPlausibleWord(out) ? out : QString();
}

QString convert(QStringView raw, void (*key)(Composition&, char16_t))
{
    Composition composition;
    for (const QChar c : raw)
        key(composition, c.toLower().unicode());
    return composition.changed ? finished(composition, raw) : QString();
}

QString convertWord(QStringView raw)
{
    if (raw.size() < 2 || raw.size() > 12 || isPlausibleWord(raw))
        return raw.toString();
    if (raw.compare(u"dd", Qt::CaseInsensitive) == 0 || raw.compare(u"d9", Qt::CaseInsensitive) == 0)
        return QString(QChar(raw.front().isUpper() ? u'Đ' : u'đ'));
    for (const auto key : { telexKey, vniKey }) {
        QString word = convert(raw, key);
        if (!word.isEmpty())
            return word;
    }
    return raw.toString();
}

bool isWordCharacter(QChar c)
{
    const letters::Letter l = letters::of(c.unicode());
    return l.kind == letters::Kind::Letter || l.kind == letters::Kind::Digit || l.kind == letters::Kind::Outside;
}

} // namespace

QString fromRawTyping(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        bool ascii = true;
        while (end < text.size() && isWordCharacter(text[end])) {
            ascii = ascii && text[end].unicode() < 0x80;
            ++end;
        }
        if (end == at) {
            out += text[at++];
            continue;
        }
        const QStringView word = text.mid(at, end - at);
        out += ascii ? convertWord(word) : word.toString();
        at = end;
    }
    return out;
}

bool looksLikeRawTelex(QStringView text)
{
    return fromRawTyping(text) != text;
}

} // namespace maiam
