// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/name_order.h"

#include "models/text/letters.h"

#include <QStringList>

#include <array>

namespace maiam {

using letters::Glyph;
using letters::Kind;
using letters::Tone;

namespace {

// Bytes of the key. The end of a level is below every weight, so a prefix comes first.
constexpr char LevelEnd = 0x01;
constexpr char Space = 0x02;
constexpr char Punctuation = 0x03;
constexpr char WordEnd = 0x02; // second level
constexpr char FirstTone = 0x02; // plus Tone: 0x03 huyền … 0x07 nặng
constexpr char ForeignMark = 0x08;
constexpr char FirstDigit = 0x10;
constexpr char FirstLetter = 0x20;
constexpr char OtherScript = 0x70; // followed by three bytes of the code point
constexpr char LowerCase = 0x02;
constexpr char UpperCase = 0x03;

constexpr std::u16string_view Alphabet = u"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

constexpr std::array<char, letters::LowTableEnd> makeWeights()
{
    std::array<char, letters::LowTableEnd> out {};
    for (std::size_t i = 0; i < Alphabet.size(); ++i)
        out[Alphabet[i]] = char(FirstLetter + int(i));
    for (int digit = 0; digit < 10; ++digit)
        out[std::size_t(u'0') + std::size_t(digit)] = char(FirstDigit + digit);
    return out;
}
constexpr auto Weights = makeWeights();

/// The three levels of a key while they are gathered.
struct Levels
{
    QByteArray primary;
    QByteArray tones;
    QByteArray cases;

    explicit Levels(qsizetype size)
    {
        primary.reserve(3 * size + 8);
        tones.reserve(size + 4);
        cases.reserve(size + 4);
    }

    void add(const Glyph& glyph)
    {
        if (glyph.kind == Kind::Space) {
            m_gap = !primary.isEmpty();
            return;
        }
        if (m_gap) {
            primary += Space;
            tones += WordEnd;
        }
        m_gap = false;
        if (glyph.kind == Kind::Punctuation) {
            primary += Punctuation;
            return;
        }
        addWeight(glyph.base);
        if (glyph.tone != Tone::Ngang)
            tones += char(FirstTone + int(glyph.tone));
        if (glyph.foreignMark)
            tones += ForeignMark;
        cases += glyph.upper ? UpperCase : LowerCase;
    }

private:
    void addWeight(char32_t base)
    {
        if (base < Weights.size() && Weights[base] != 0) {
            primary += Weights[base];
            return;
        }
        primary += OtherScript;
        for (const int shift : { 14, 7, 0 })
            primary += char(0x80 | ((base >> shift) & 0x7F));
    }

    bool m_gap = false;
};

Levels levelsOf(QStringView text)
{
    Levels levels(text.size());
    letters::forEachGlyph(text, [&levels](const Glyph& glyph) { levels.add(glyph); });
    return levels;
}

/// Where the tên begins: the last word with a letter in it, before any bracket.
QStringView givenName(QStringView name)
{
    const qsizetype bracket = name.indexOf(u'(');
    QStringView head = bracket > 0 ? name.left(bracket).trimmed() : name.trimmed();
    if (head.isEmpty())
        head = name.trimmed();
    qsizetype start = head.size();
    while (start > 0 && !head[start - 1].isSpace())
        --start;
    return head.mid(start);
}

} // namespace

QByteArray sortKey(QStringView text)
{
    const Levels levels = levelsOf(text);
    return levels.primary + LevelEnd + levels.tones + LevelEnd + levels.cases;
}

QByteArray personSortKey(QStringView fullName)
{
    const QStringView given = givenName(fullName);
    const qsizetype start = given.isEmpty() ? 0 : given.data() - fullName.data();
    const Levels first = levelsOf(given);
    const Levels family = levelsOf(fullName.left(start));
    const QStringView remark = fullName.mid(start + given.size());
    QByteArray key = first.primary + LevelEnd + first.tones + LevelEnd + family.primary + LevelEnd + family.tones
        + LevelEnd + first.cases + family.cases;
    if (!remark.trimmed().isEmpty())
        key += LevelEnd + sortKey(remark);
    return key;
}

QString initials(QStringView fullName, QChar between)
{
    QStringList letters;
    for (const QStringView word : fullName.split(u' ', Qt::SkipEmptyParts))
        letters.append(word.at(0).toUpper() + QLatin1Char('.'));
    return letters.join(between);
}

} // namespace maiam
