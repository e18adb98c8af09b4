// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/row_words.h"

#include "models/text/fold.h"
#include "models/text/normalise.h"

#include <QSet>
#include <QStringList>

namespace maiam::rowWords {

bool isSignature(const QString& text)
{
    static const QStringList Beginnings {
        QStringLiteral("nguoi lap"),
        QStringLiteral("can bo lap"),
        QStringLiteral("can bo theo doi"),
        QStringLiteral("chu tich"),
        QStringLiteral("pho chu tich"),
        QStringLiteral("kt chu tich"),
        QStringLiteral("tm uy ban"),
        QStringLiteral("tm ubnd"),
        QStringLiteral("xac nhan"),
        QStringLiteral("thu truong"),
        QStringLiteral("ky ten"),
        QStringLiteral("ky ghi ro"),
        QStringLiteral("ky va ghi ro"),
        QStringLiteral("tong cong"),
        QStringLiteral("tong so"),
        QStringLiteral("ke toan"),
    };
    const QString words = folded(text) + u' ';
    for (const QString& beginning : Beginnings)
        if (words.startsWith(beginning + u' '))
            return true;
    return false;
}

bool isTick(const Cell& cell)
{
    static const QSet<QString> Ticks { QStringLiteral("x"), QStringLiteral("v"), QStringLiteral("1"),
        QStringLiteral("có"), QStringLiteral("✓"), QStringLiteral("✔"), QStringLiteral("×"), QStringLiteral("*"),
        QStringLiteral("+"), QStringLiteral("nam"), QStringLiteral("nữ") };
    if (cell.type == Cell::Type::Number || cell.type == Cell::Type::Boolean)
        return cell.number == 1;
    return cell.type == Cell::Type::Text && Ticks.contains(exactKey(cell.text));
}

QString environmentIn(const QString& abuseWord)
{
    const QString word = folded(abuseWord);
    if (word.contains(QStringLiteral("gia dinh")) || word == QStringLiteral("blgd"))
        return QStringLiteral("family");
    if (word.contains(QStringLiteral("hoc duong")))
        return QStringLiteral("school");
    return {};
}

bool saysNoMore(const QString& word, const QString& title)
{
    const bool abbreviation = !word.contains(u' ') && word == word.toUpper();
    return abbreviation || folded(title).contains(folded(word)) || !environmentIn(word).isEmpty();
}

bool mayBeLegacySurname(const QString& name)
{
    static const QSet<QString> Surnames { QStringLiteral("vũ"), QStringLiteral("lục"), QStringLiteral("phùng"),
        QStringLiteral("dương"), QStringLiteral("lương"), QStringLiteral("trương"), QStringLiteral("hồ"),
        QStringLiteral("đỗ"), QStringLiteral("bùi") };
    const QString first = name.section(u' ', 0, 0);
    const QString read = exactKey(fromLegacy(first, LegacyEncoding::Tcvn3));
    return read != exactKey(first) && Surnames.contains(read) && !Surnames.contains(exactKey(first));
}

int yearInNumber(const QString& number)
{
    return 1900 + number.mid(3, 1).toInt() / 2 * 100 + number.mid(4, 2).toInt();
}

QString encodingName(LegacyEncoding encoding)
{
    switch (encoding) {
    case LegacyEncoding::Tcvn3:
        return QStringLiteral("TCVN3 (ABC)");
    case LegacyEncoding::Vni:
        return QStringLiteral("VNI");
    case LegacyEncoding::Windows1258:
        return QStringLiteral("Windows-1258");
    case LegacyEncoding::Windows1252:
        return QStringLiteral("UTF-8/Windows-1252");
    case LegacyEncoding::None:
        break;
    }
    return QStringLiteral("Unicode");
}

} // namespace maiam::rowWords
