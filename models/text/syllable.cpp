// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/syllable.h"

#include <QList>
#include <QSet>

#include <algorithm>
#include <string_view>

namespace maiam {

using letters::Tone;

namespace {

constexpr std::u16string_view Onsets[] = { u"ngh", u"ng", u"nh", u"gh", u"kh", u"ch", u"th", u"tr", u"ph", u"qu", u"gi",
    u"b", u"c", u"d", u"đ", u"g", u"h", u"k", u"l", u"m", u"n", u"p", u"r", u"s", u"t", u"v", u"x", u"" };

constexpr const char16_t* RhymeLines[] = {
    u"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
    u"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu",
    u"i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu",
    u"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
    u"ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
    u"u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych "
    u"uyên uyêt uynh uyp uyt uyu",
    u"ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu",
    u"y yên yêm yêng yêt yêu",
};
constexpr const char16_t* QuRhymes =
    u"a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu e en "
    u"eng eo et ê ên ênh êch êt êu i it ich in inh ip ơ ơn ơt ôc y yên yêt ynh ych yt yp yu";

QSet<QString> setOf(std::initializer_list<const char16_t*> lines)
{
    QSet<QString> out;
    for (const char16_t* line : lines) {
        const auto words = QStringView(line).split(u' ');
        for (const QStringView word : words)
            out.insert(word.toString());
    }
    return out;
}

const QSet<QString>& rhymes()
{
    static const QSet<QString> set = setOf(
        { RhymeLines[0], RhymeLines[1], RhymeLines[2], RhymeLines[3], RhymeLines[4], RhymeLines[5], RhymeLines[6] });
    return set;
}

const QSet<QString>& quRhymes()
{
    static const QSet<QString> set = setOf({ QuRhymes });
    return set;
}

/// k, gh, ngh stand before e ê i y only; c, g, ng never before e and ê, c never before i and y.
bool spellsTogether(QStringView onset, QStringView rhyme)
{
    const char16_t first = rhyme.front().unicode();
    const bool front = first == u'e' || first == u'ê' || first == u'i' || first == u'y';
    if (onset == u"k" || onset == u"gh" || onset == u"ngh")
        return front;
    if (onset == u"c" || onset == u"ng")
        return !front;
    if (onset == u"g")
        return first != u'e' && first != u'ê' && first != u'y';
    return true;
}

bool isStop(QStringView rhyme)
{
    const QChar last = rhyme.back();
    return last == u'c' || last == u'p' || last == u't' || rhyme.endsWith(u"ch");
}

bool splitLetters(QStringView toneless, QString& onset, QString& rhyme)
{
    for (const std::u16string_view candidate : Onsets) {
        const QStringView start(candidate.data(), qsizetype(candidate.size()));
        if (!toneless.startsWith(start))
            continue;
        const QStringView rest = toneless.mid(start.size());
        if (rest.isEmpty() || !letters::isVowel(rest.front().unicode()))
            continue; // "gì" and "gìn" are g + i, g + in
        const QString tail = rest.toString();
        // "giêng", "giết" write gi + iêng with one i: the onset stays gi and the rhyme is read as iê.
        const bool known = start == u"qu" ? quRhymes().contains(tail)
            : start == u"gi"              ? rhymes().contains(tail) || rhymes().contains(u'i' + tail)
                                          : rhymes().contains(tail) && spellsTogether(start, rest);
        if (!known)
            continue;
        onset = start.toString();
        rhyme = tail;
        return true;
    }
    return false;
}

} // namespace

bool parseSyllable(QStringView word, Syllable& out)
{
    if (word.isEmpty() || word.size() > 8)
        return false;
    QString toneless;
    toneless.reserve(word.size());
    out.tone = Tone::Ngang;
    for (const QChar c : word) {
        const letters::Letter l = letters::of(c.unicode());
        if (l.kind != letters::Kind::Letter)
            return false;
        if (l.tone != Tone::Ngang) {
            if (out.tone != Tone::Ngang)
                return false;
            out.tone = l.tone;
        }
        toneless += QChar(l.letter);
    }
    if (!splitLetters(toneless, out.onset, out.rhyme))
        return false;
    return !isStop(out.rhyme) || out.tone == Tone::Sac || out.tone == Tone::Nang;
}

bool isPlausibleWord(QStringView word)
{
    qsizetype upper = 0;
    for (const QChar c : word)
        upper += letters::of(c.unicode()).upper ? 1 : 0;
    const bool firstUpper = !word.isEmpty() && letters::of(word.front().unicode()).upper;
    const bool caseFits = upper == 0 || upper == word.size() || (upper == 1 && firstUpper);
    Syllable syllable;
    return caseFits && parseSyllable(word, syllable);
}

qsizetype tonePosition(QStringView onset, QStringView rhyme)
{
    qsizetype vowels = 0;
    while (vowels < rhyme.size() && letters::isVowel(rhyme[vowels].unicode()))
        ++vowels;
    const bool open = vowels == rhyme.size();
    // A letter with a quality mark bears the tone; of ươ the second.
    for (qsizetype i = vowels - 1; i >= 0; --i) {
        if (QStringView(u"ăâêôơư").contains(rhyme[i]))
            return onset.size() + i;
    }
    if (vowels <= 1)
        return onset.size();
    if (vowels == 2)
        return onset.size() + (open ? 0 : 1);
    return onset.size() + 1;
}

} // namespace maiam
