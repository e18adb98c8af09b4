// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/row_words.h"

#include "models/text/fold.h"
#include "models/text/normalise.h"
#include "models/text/partial_date.h"

#include <QSet>
#include <QStringList>
#include <QTime>

#include <algorithm>
#include <cmath>

namespace maiam::rowWords {

namespace {
/// Whether a text begins with one of these words, tones and all: "Tống Công A" is a name and no total. Only a text that
/// has no tones at all is compared without.
bool beginsWithOneOf(const QString& text, const QStringList& beginnings)
{
    QString words = normalised(text).toLower();
    words.replace(u'.', u' ');
    words = words.simplified();
    const bool plain = std::all_of(words.begin(), words.end(), [](QChar c) { return c.unicode() < 0x80; });
    const auto begins = [](const QString& all, const QString& beginning) {
        return all.startsWith(beginning) && (all.size() == beginning.size() || !all.at(beginning.size()).isLetter());
    };
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const QString& beginning) {
        return begins(words, beginning) || (plain && begins(words, folded(beginning)));
    });
}
} // namespace

bool isSignature(const QString& text)
{
    static const QStringList Beginnings {
        QStringLiteral("người lập"),
        QStringLiteral("cán bộ lập"),
        QStringLiteral("cán bộ theo dõi"),
        QStringLiteral("chủ tịch"),
        QStringLiteral("phó chủ tịch"),
        QStringLiteral("kt chủ tịch"),
        QStringLiteral("tm ủy ban"),
        QStringLiteral("tm uỷ ban"),
        QStringLiteral("tm ubnd"),
        QStringLiteral("xác nhận"),
        QStringLiteral("thủ trưởng"),
        QStringLiteral("ký tên"),
        QStringLiteral("ký ghi rõ"),
        QStringLiteral("ký, ghi rõ"),
        QStringLiteral("(ký"),
        QStringLiteral("ký và ghi rõ"),
        QStringLiteral("kế toán"),
    };
    return beginsWithOneOf(text, Beginnings);
}

bool isTotal(const QString& text)
{
    static const QStringList Beginnings { QStringLiteral("tổng cộng"), QStringLiteral("tổng số") };
    return beginsWithOneOf(text, Beginnings) || normalised(text).toLower() == QStringLiteral("tổng");
}

QString timeIn(const Cell& cell, bool date1904)
{
    if (cell.type != Cell::Type::DateSerial || cell.number < 0)
        return {};
    const auto ms = qint64(std::llround((cell.number - std::floor(cell.number)) * 86400000.0));
    if (ms <= 0 || ms >= 86400000)
        return {};
    const QString time = QTime::fromMSecsSinceStartOfDay(int(ms)).toString(QStringLiteral("HH:mm"));
    const PartialDate day = PartialDate::fromExcelSerial(cell.number, date1904);
    return cell.number < 1 || day.isNull() ? time : day.toString() + u' ' + time;
}

bool isBlank(const Cell& cell)
{
    return cell.isEmpty() ? !cell.isUnsolved() : cell.type == Cell::Type::Text && normalised(cell.text).isEmpty();
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
