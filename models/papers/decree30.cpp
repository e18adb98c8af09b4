// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/decree30.h"

#include "models/text/format.h"

namespace maiam::papers::decree30 {

namespace {

constexpr qreal bodyPt = 14;
constexpr qreal cellPt = 13;
constexpr qreal indentMm = 12.7;

QString blank(int spaces)
{
    return QString(spaces, QChar(QChar::Nbsp)); // no-break spaces are kept by every word processor
}

Paragraph centred(const QString& text, qreal size, bool bold, bool italic = false)
{
    return Paragraph { { Run { text, bold, italic } }, Align::Center, size };
}

QString padded(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

PlaceAndDate placeAndDate(const QString& place, QDate date)
{
    if (!date.isValid())
        return { place, {}, {}, {} };
    return { place, date.day(), date.month(), date.year() };
}

QString numberLine(std::optional<int> number, const QString& symbol)
{
    return QStringLiteral("Số: %1/%2").arg(number ? padded(*number) : blank(7), symbol);
}

QString dateLine(const PlaceAndDate& date)
{
    const QString day = date.day ? padded(*date.day) : blank(6);
    const QString month = !date.month ? blank(6)
        : *date.month <= 2            ? padded(*date.month)
                                      : QString::number(*date.month);
    const QString year = date.year ? QString::number(*date.year) : blank(8);
    const QString place = date.place.isEmpty() ? blank(16) : date.place;
    return QStringLiteral("%1, ngày %2 tháng %3 năm %4").arg(place, day, month, year);
}

QString printedWords(UtcMs at, const QString& user)
{
    const QDateTime moment = civil::dateTime(at);
    const QString words =
        QStringLiteral("lúc %1 ngày %2").arg(moment.toString(QStringLiteral("HH:mm")), formatDate(moment.date()));
    return user.isEmpty() ? words + u'.' : words + QStringLiteral(", người in: ") + user + u'.';
}

TwoColumns head(const DocumentHead& head)
{
    TwoColumns columns;
    columns.leftFraction = 0.42;
    columns.spaceAfterPt = 14;
    for (const QString& line : head.body.superior)
        columns.left.append(centred(line, 12, false));
    for (const QString& line : head.body.name)
        columns.left.append(centred(line, 12, true));
    columns.left.append(RuleLine { RuleLine::Measure::OfTextAbove, 0.45, 2, 6 });
    columns.left.append(centred(numberLine(head.number, head.symbol), 13, false));

    columns.right.append(centred(QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 12, true));
    columns.right.append(centred(QStringLiteral("Độc lập - Tự do - Hạnh phúc"), 13, true));
    columns.right.append(RuleLine { RuleLine::Measure::OfTextAbove, 1.0, 2, 6 });
    columns.right.append(centred(dateLine(head.date), 13, false, true));
    return columns;
}

QList<Block> title(const QString& kind, const QString& summary)
{
    Paragraph first = centred(kind, bodyPt, true);
    first.keepWithNext = true;
    Paragraph second = centred(summary, bodyPt, true);
    second.keepWithNext = true;
    return { first, second, RuleLine { RuleLine::Measure::OfColumn, 0.3, 3, 12 } };
}

QList<Block> legalBases(const QStringList& bases)
{
    QList<Block> blocks;
    for (qsizetype i = 0; i < bases.size(); ++i) {
        QString text = bases[i].trimmed();
        while (text.endsWith(QLatin1Char(';')) || text.endsWith(QLatin1Char('.')))
            text.chop(1);
        text += QLatin1Char(i + 1 < bases.size() ? ';' : '.');
        blocks.append(body({ Run { text, false, true } }));
    }
    return blocks;
}

Paragraph body(const QList<Run>& runs)
{
    Paragraph paragraph { runs, Align::Justify, bodyPt, indentMm };
    paragraph.spaceAfterPt = 6;
    paragraph.lineSpacing = 1.1;
    return paragraph;
}

Paragraph body(const QString& text)
{
    return body(QList<Run> { Run { text } });
}

Paragraph heading(const QString& text)
{
    Paragraph paragraph = body({ Run { text, true } });
    paragraph.align = Align::Left;
    paragraph.spaceBeforePt = 4;
    paragraph.keepWithNext = true;
    return paragraph;
}

Paragraph subheading(const QString& text)
{
    Paragraph paragraph = heading(text);
    paragraph.spaceBeforePt = 0;
    return paragraph;
}

Paragraph caption(const QString& text)
{
    Paragraph paragraph = centred(text, cellPt, false, true);
    paragraph.spaceBeforePt = 2;
    paragraph.keepWithNext = true;
    return paragraph;
}

QStringList authority(bool province, const QString& signerTitle)
{
    const QString chief = province ? QStringLiteral("GIÁM ĐỐC") : QStringLiteral("CHỦ TỊCH");
    QStringList lines;
    if (!province)
        lines.append(QStringLiteral("TM. ỦY BAN NHÂN DÂN"));
    const QString given = signerTitle.trimmed().toUpper();
    if (given.startsWith(QStringLiteral("PHÓ")))
        lines.append({ QStringLiteral("KT. ") + chief, given });
    else
        lines.append(given.isEmpty() ? chief : given);
    return lines;
}

SignatureBlock signature(const Signature& signature)
{
    TwoColumns columns;
    columns.leftFraction = 0.48;
    columns.spaceBeforePt = 12;
    const auto small = [](const QString& text, qreal size, bool strong) {
        return Paragraph { { Run { text, strong, strong } }, Align::Left, size };
    };
    columns.left.append(small(QStringLiteral("Nơi nhận:"), 12, true));
    for (const QString& recipient : signature.recipients)
        columns.left.append(small(QStringLiteral("- %1;").arg(recipient), 11, false));
    columns.left.append(small(QStringLiteral("- Lưu: %1.").arg(signature.archive), 11, false));

    for (const QString& line : signature.authority)
        columns.right.append(centred(line, bodyPt, true));
    Paragraph name = centred(signature.signer.isEmpty() ? blank(1) : signature.signer, bodyPt, true);
    name.spaceBeforePt = pointsOf(25); // for the signature and the round seal of 36 mm, which overlaps it
    columns.right.append(name);
    return { columns };
}

Cell textCell(const QString& text, Align align)
{
    return { { Paragraph { { Run { text } }, align, cellPt } } };
}

Cell headerCell(const QString& text, int columnSpan, int rowSpan)
{
    return { { centred(text, cellPt, true) }, columnSpan, rowSpan };
}

Cell figureCell(const QString& number, const QString& figure)
{
    return { { Paragraph { { Run { number, false, false, figure } }, Align::Center, cellPt } } };
}

} // namespace maiam::papers::decree30
