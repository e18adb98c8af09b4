// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/xls_extras.h"

#include "models/sheets/little_endian.h"
#include "models/sheets/ole_stream.h"
#include "models/sheets/xlsx_styles.h"

#include <QHash>
#include <QList>
#include <QPoint>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace maiam {

namespace {

// Numbers of records, [MS-XLS] 2.3.
enum Type : quint16 {
    Formula = 0x0006,
    EndOfPart = 0x000a,
    Note = 0x001c,
    DateMode = 0x0022,
    FilePass = 0x002f,
    Continue = 0x003c,
    Object = 0x005d,
    BoundSheet = 0x0085,
    CellFormat = 0x00e0,
    MergedCells = 0x00e5,
    TextObject = 0x01b6,
    BooleanOrError = 0x0205,
    FormulaText = 0x0207,
    NumberFormat = 0x041e,
    BeginOfPart = 0x0809,
};

constexpr quint16 Biff8 = 0x0600;
constexpr int MostColumns = 256;
constexpr double SerialsBetween = 1462; // days from the 1900 to the 1904 system

QString errorName(quint8 code)
{
    switch (code) {
    case 0x00:
        return QStringLiteral("#NULL!");
    case 0x07:
        return QStringLiteral("#DIV/0!");
    case 0x0f:
        return QStringLiteral("#VALUE!");
    case 0x17:
        return QStringLiteral("#REF!");
    case 0x1d:
        return QStringLiteral("#NAME?");
    case 0x24:
        return QStringLiteral("#NUM!");
    default:
        return QStringLiteral("#N/A");
    }
}

/// A record, and the pieces that continue it.
struct Record
{
    quint16 type = 0;
    QByteArray content;
    QList<QByteArray> more;
    qsizetype next = 0; // where the one behind it begins
};

std::optional<Record> recordAt(const QByteArray& stream, qsizetype at)
{
    if (at < 0 || at + 4 > stream.size()) {
        return std::nullopt;
    }
    const auto sized = [&stream](qsizetype from) { return qsizetype(numberAt<quint16>(stream, from + 2)); };
    Record record { numberAt<quint16>(stream, at), stream.mid(at + 4, sized(at)), {}, at + 4 + sized(at) };
    while (record.next + 4 <= stream.size() && numberAt<quint16>(stream, record.next) == Continue) {
        record.more.append(stream.mid(record.next + 4, sized(record.next)));
        record.next += 4 + sized(record.next);
    }
    return record;
}

/// @p letters characters from pieces of which each begins with a byte that says whether it has one or two bytes each.
QString textFrom(const QList<QByteArray>& pieces, qsizetype letters)
{
    QString text;
    for (const QByteArray& piece : pieces) {
        const bool isWide = !piece.isEmpty() && (piece.at(0) & 1) != 0;
        const qsizetype width = isWide ? 2 : 1;
        for (qsizetype at = 1; at + width <= piece.size() && text.size() < letters; at += width) {
            text += isWide ? QChar(numberAt<char16_t>(piece, at)) : QChar(char16_t(numberAt<quint8>(piece, at)));
        }
    }
    return text;
}

class ExtrasReader
{
public:
    explicit ExtrasReader(const QByteArray& stream)
        : m_stream(stream)
    {
    }

    XlsExtras run()
    {
        XlsExtras extras;
        QList<qsizetype> begins;
        const auto first = recordAt(m_stream, 0);
        if (!first || first->type != BeginOfPart) {
            return extras; // before Excel 5 there is no container, and each record has other numbers
        }
        m_isBiff8 = numberAt<quint16>(first->content, 0) == Biff8;
        for (auto record = first; record && record->type != EndOfPart; record = recordAt(m_stream, record->next)) {
            if (record->type == FilePass) {
                return {};
            }
            readGlobal(*record, extras, begins);
        }
        for (qsizetype i = 0; i < begins.size(); ++i) {
            readSheet(begins.at(i), extras.sheets[i]);
        }
        extras.comments = m_isBiff8;
        return extras;
    }

private:
    [[nodiscard]] QString name(const Record& record, qsizetype at, qsizetype letters) const
    {
        return m_isBiff8 ? textFrom({ record.content.mid(at) }, letters)
                         : QString::fromLatin1(record.content.mid(at, letters));
    }

    void readGlobal(const Record& record, XlsExtras& extras, QList<qsizetype>& begins)
    {
        switch (record.type) {
        case BoundSheet:
            if (numberAt<quint8>(record.content, 5) == 0) { // a worksheet
                XlsSheetExtras sheet;
                sheet.isHidden = (numberAt<quint8>(record.content, 4) & 3) != 0;
                sheet.name = name(record, 7, numberAt<quint8>(record.content, 6));
                extras.sheets.append(sheet);
                begins.append(qsizetype(numberAt<quint32>(record.content, 0)));
            }
            break;
        case DateMode:
            m_date1904 = numberAt<quint16>(record.content, 0) == 1;
            break;
        case NumberFormat:
            m_formats.insert(numberAt<quint16>(record.content, 0),
                isDateFormat(m_isBiff8 ? name(record, 4, numberAt<quint16>(record.content, 2))
                                       : name(record, 3, numberAt<quint8>(record.content, 2))));
            break;
        case CellFormat: {
            const int format = numberAt<quint16>(record.content, 2);
            m_isDate.append(m_formats.value(format, isDateFormat(format)));
            break;
        }
        default:
            break;
        }
    }

    void readSheet(qsizetype at, XlsSheetExtras& sheet)
    {
        QHash<quint16, QString> texts; // of the boxes in which comments stand
        quint16 box = 0;
        int depth = 0;
        m_waiting.reset();
        for (auto record = recordAt(m_stream, at); record; record = recordAt(m_stream, record->next)) {
            depth += record->type == BeginOfPart ? 1 : record->type == EndOfPart ? -1 : 0;
            if (depth <= 0) {
                break; // the end, or no beginning
            }
            if (depth > 1) {
                continue; // a chart inside the sheet
            }
            if (record->type == Formula || record->type == BooleanOrError || record->type == FormulaText) {
                readValue(*record, sheet);
            } else if (record->type == MergedCells) {
                readMerged(*record, sheet);
            } else if (record->type == Object) {
                box = numberAt<quint16>(record->content, 6);
            } else if (record->type == TextObject) {
                texts.insert(box, textFrom(record->more, numberAt<quint16>(record->content, 10)));
            } else if (record->type == Note && m_isBiff8) {
                const QString text = texts.value(numberAt<quint16>(record->content, 6)).trimmed();
                if (!text.isEmpty()) {
                    sheet.comments.append(
                        { numberAt<quint16>(record->content, 0) + 1, numberAt<quint16>(record->content, 2), text });
                }
            }
        }
    }

    static void readMerged(const Record& record, XlsSheetExtras& sheet)
    {
        const int areas = numberAt<quint16>(record.content, 0);
        for (qsizetype at = 2; at + 8 <= record.content.size() && at < 2 + 8 * qsizetype(areas); at += 8) {
            sheet.merged.append({ numberAt<quint16>(record.content, at) + 1,
                numberAt<quint16>(record.content, at + 2) + 1, numberAt<quint16>(record.content, at + 4) });
        }
    }

    void readValue(const Record& record, XlsSheetExtras& sheet)
    {
        if (record.type == FormulaText) {
            if (m_waiting) {
                QList<QByteArray> pieces { record.content.mid(2) };
                pieces += record.more;
                Cell cell = Cell::ofText(m_isBiff8 ? textFrom(pieces, numberAt<quint16>(record.content, 0))
                                                   : QString::fromLatin1(record.content.mid(2)));
                cell.isFormula = !cell.isEmpty();
                put(sheet, *m_waiting, cell);
            }
            m_waiting.reset();
            return;
        }
        const QPoint place(numberAt<quint16>(record.content, 2), numberAt<quint16>(record.content, 0));
        if (record.type == BooleanOrError) {
            const auto value = numberAt<quint8>(record.content, 6);
            put(sheet, place, booleanOrError(numberAt<quint8>(record.content, 7) != 0, value));
            return;
        }
        Cell cell = result(record, place);
        cell.isFormula = cell.isFormula || !cell.isEmpty();
        put(sheet, place, cell);
    }

    static Cell booleanOrError(bool isError, quint8 value)
    {
        return isError ? Cell { Cell::Type::Error, false, 0, errorName(value) } : Cell::ofBoolean(value != 0);
    }

    /// What a formula gave; a text follows in a record of its own.
    Cell result(const Record& record, const QPoint& place)
    {
        m_waiting.reset();
        if (numberAt<quint16>(record.content, 12) != 0xffff) {
            const auto bits = numberAt<quint64>(record.content, 6);
            double number = 0;
            std::memcpy(&number, &bits, sizeof number);
            if (!std::isfinite(number)) {
                return Cell { Cell::Type::Error, false, 0, errorName(0x24) };
            }
            Cell cell = Cell::ofNumber(number);
            if (m_isDate.value(numberAt<quint16>(record.content, 4))) {
                cell.type = Cell::Type::DateSerial;
                cell.number += m_date1904 ? SerialsBetween : 0;
            }
            return cell;
        }
        switch (numberAt<quint8>(record.content, 6)) {
        case 0:
            m_waiting = place;
            return Cell::ofUnsolvedFormula();
        case 1:
        case 2:
            return booleanOrError(numberAt<quint8>(record.content, 6) == 2, numberAt<quint8>(record.content, 8));
        default:
            return {}; // an empty text
        }
    }

    static void put(XlsSheetExtras& sheet, const QPoint& place, const Cell& cell)
    {
        if (place.x() < MostColumns) { // beyond, there is no cell in this format
            sheet.cells[place.y()].insert(place.x(), cell);
        }
    }

    const QByteArray& m_stream;
    bool m_isBiff8 = false;
    bool m_date1904 = false;
    QHash<int, bool> m_formats;
    QList<bool> m_isDate;
    std::optional<QPoint> m_waiting; // the formula whose text comes next
};

} // namespace

XlsExtras readXlsExtras(const QByteArray& file)
{
    const QByteArray stream = oleStream(file, { QStringLiteral("Workbook"), QStringLiteral("Book") });
    return stream.isEmpty() ? XlsExtras() : ExtrasReader(stream).run();
}

} // namespace maiam
