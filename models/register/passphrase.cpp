// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/passphrase.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <sodium.h>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

struct PassphraseText
{
    Q_DECLARE_TR_FUNCTIONS(maiam::Passphrase)
};

// Fewer characters than this that do not follow from the one before are too easy to guess.
constexpr qsizetype FewestSurprises = 6;
constexpr qsizetype LongestJudged = 256;
constexpr qsizetype ShortestHabit = 5;

bool isVowel(QChar c)
{
    return u"aeiouy"_s.contains(c);
}

// Lower case, without accents and spaces: what somebody who guesses would try.
QString folded(QStringView typed)
{
    QString out;
    for (const QChar c : typed.toString().normalized(QString::NormalizationForm_D).toLower()) {
        if (c == u'đ')
            out += u'd';
        else if (c.category() != QChar::Mark_NonSpacing && !c.isSpace())
            out += c;
    }
    return out;
}

QString lettersOf(const QString& text)
{
    QString out;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(out), [](QChar c) { return c.isLetter(); });
    return out;
}

const QSet<QString>& commonOnes()
{
    static const QSet<QString> set = [] {
        QSet<QString> all;
        QFile file(u":/catalogues/common-passphrases.txt"_s);
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& line : file.readAll().split('\n')) {
                const QString entry = QString::fromUtf8(line).trimmed();
                if (entry.isEmpty() || entry.startsWith(u'#'))
                    continue;
                all.insert(folded(entry));
                // Another year or another sign behind the same word is the same habit.
                if (const QString letters = lettersOf(folded(entry)); letters.size() >= ShortestHabit)
                    all.insert(letters);
            }
        }
        return all;
    }();
    return set;
}

// Beside each other in the alphabet, in the digits or on a row of the keyboard, or the same.
bool follows(QChar before, QChar after)
{
    if (before == after)
        return true;
    for (const QStringView row :
        { u"abcdefghijklmnopqrstuvwxyz", u"01234567890", u"qwertyuiop", u"asdfghjkl", u"zxcvbnm", u"!@#$%^&*()" })
    {
        const qsizetype at = row.indexOf(before);
        if (at < 0)
            continue;
        if ((at + 1 < row.size() && row[at + 1] == after) || (at > 0 && row[at - 1] == after))
            return true;
    }
    return false;
}

qsizetype surprises(const QString& text)
{
    // What repeats from the beginning counts once: abcabcabc is abc.
    qsizetype unit = 1;
    while (unit < text.size()) {
        bool repeats = true;
        for (qsizetype i = unit; i < text.size() && repeats; ++i)
            repeats = text[i] == text[i - unit];
        if (repeats)
            break;
        ++unit;
    }
    qsizetype count = unit > 0 && !text.isEmpty() ? 1 : 0;
    for (qsizetype i = 1; i < std::min(unit, text.size()); ++i)
        count += follows(text[i - 1], text[i]) ? 0 : 1;
    return count;
}

// Words that an office would not want to type or read aloud.
bool isUnkind(const QString& word)
{
    static const QStringList Unkind =
        u"bop buoi buom cac cat chet chim cho cu cuop cut dai dam danh deo di dien dit du dut giet"
        " hang hap hiep ia khung lon ma mong nghien ngu quy tang thit toi tu vu"_s.split(u' ');
    return Unkind.contains(word);
}

QStringList makeWords()
{
    const QStringList onsets = u"b c ch d g gh gi h k kh l m n ng ngh nh ph r s t th tr v x"_s.split(u' ');
    const QStringList rhymes =
        u"a ai ao au ay am an ang anh ac ach at ap e em en eo ep et i ia im in inh ich it iem ien "
        "ieng iet iep ieu o oi om on ong oc op ot oa oai oan oang u ua ui um un ung uc ut up uoi "
        "uom uon uong uoc uot uy uyen"_s.split(u' ');
    QSet<QString> words;
    for (const QString& onset : onsets) {
        // c, g, ng before a o u; k, gh, ngh before e i; gi not before i.
        const bool bright = onset == u"k" || onset == u"gh" || onset == u"ngh";
        const bool dark = onset == u"c" || onset == u"g" || onset == u"ng";
        for (const QString& rhyme : rhymes) {
            const bool front = rhyme.at(0) == u'e' || rhyme.at(0) == u'i';
            if ((bright && !front) || (dark && front) || (onset == u"gi" && rhyme.at(0) == u'i'))
                continue;
            const QString word = onset + rhyme;
            if (Passphrase::staysAsTyped(word) && !isUnkind(word))
                words.insert(word);
        }
    }
    QStringList sorted(words.cbegin(), words.cend());
    sorted.sort();
    return sorted;
}

} // namespace

SecretKey Passphrase::normalised(QStringView typed)
{
    QString text = typed.toString().normalized(QString::NormalizationForm_C).simplified();
    QByteArray utf8 = text.toUtf8();
    SecretKey bytes = SecretKey::fromBytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    sodium_memzero(utf8.data(), static_cast<std::size_t>(utf8.size()));
    sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    return bytes;
}

Result<void> Passphrase::judge(QStringView typed)
{
    const QString text = typed.toString().normalized(QString::NormalizationForm_C).simplified();
    if (text.toUcs4().size() < FewestCharacters)
        return fail(ErrorCode::InvalidInput,
            PassphraseText::tr("The passphrase is too short to protect children's files: it needs at least %1 "
                               "characters. Take several words, or the words that are offered.")
                .arg(FewestCharacters));
    const QString plain = folded(QStringView(text).first(std::min<qsizetype>(text.size(), LongestJudged)));
    const QString letters = lettersOf(plain);
    const bool common = commonOnes().contains(plain) || commonOnes().contains(letters);
    if (common || surprises(plain) < FewestSurprises)
        return fail(ErrorCode::InvalidInput,
            PassphraseText::tr("This passphrase is one of those that are tried first, so it would not protect the "
                               "files. Take words that do not belong together, or the words that are offered."));
    return {};
}

bool Passphrase::staysAsTyped(QStringView word)
{
    bool vowelSeen = false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        if (c < u'a' || c > u'z' || c == u'w')
            return false; // VNI's digits, Telex's horn and breve, accents
        // With free marking, a second a, e, o or d anywhere in the word marks the first.
        if (u"aeod"_s.contains(c) && word.first(i).contains(c))
            return false;
        if (vowelSeen && u"sfrxjz"_s.contains(c))
            return false; // a tone
        vowelSeen = vowelSeen || isVowel(c);
    }
    return true;
}

const QStringList& Passphrase::words()
{
    static const QStringList all = makeWords();
    return all;
}

QString Passphrase::offer()
{
    if (!initialiseCrypto())
        qFatal("The crypto library cannot be used on this PC.");
    const QStringList& all = words();
    const int count = static_cast<int>(std::ceil(OfferedBits / std::log2(static_cast<double>(all.size()))));
    QStringList drawn;
    for (int i = 0; i < count; ++i)
        drawn << all.at(static_cast<qsizetype>(randombytes_uniform(static_cast<quint32>(all.size()))));
    return drawn.join(u' ');
}

} // namespace maiam
