// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/normalise.h"

#include <QList>

#include <algorithm>

namespace maiam {

namespace {

/// Below U+0300 and from U+1E00 to U+1EFF every character is its own NFC.
bool isSurelyComposed(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x0300 || (u >= 0x1E00 && u < 0x1F00) || (u >= 0x2010 && u < 0x2028);
}

bool isZeroWidth(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2060 && u <= 0x2064) || u == 0xFEFF
        || u == 0x034F;
}

/// Control characters that are no white space have no place in a field.
bool isDropped(QChar c)
{
    return isZeroWidth(c) || (c.category() == QChar::Other_Control && !c.isSpace());
}

QString collapsed(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (isDropped(c))
            continue;
        if (c.isSpace()) {
            gap = !out.isEmpty();
            continue;
        }
        if (gap)
            out += u' ';
        gap = false;
        out += c;
    }
    return out;
}

} // namespace

QString composed(QStringView text)
{
    if (std::all_of(text.begin(), text.end(), isSurelyComposed))
        return text.toString();
    return text.toString().normalized(QString::NormalizationForm_C);
}

QString normalised(QStringView text)
{
    // Zero-width characters may stand between a letter and its mark, so they go before the letters are composed.
    return composed(collapsed(text));
}

QString normalisedText(QStringView text)
{
    QString unified = text.toString();
    unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t lineBreak : { u'\r', u'\u2028', u'\u2029', u'\u000B' })
        unified.replace(QChar(lineBreak), u'\n');
    QString out;
    out.reserve(unified.size());
    qsizetype blankLines = 0;
    const auto lines = QStringView(unified).split(u'\n');
    for (const QStringView line : lines) {
        const QString clean = normalised(line);
        if (clean.isEmpty()) {
            ++blankLines;
            continue;
        }
        if (!out.isEmpty())
            out += QString(blankLines + 1, u'\n');
        blankLines = 0;
        out += clean;
    }
    return out;
}

} // namespace maiam
