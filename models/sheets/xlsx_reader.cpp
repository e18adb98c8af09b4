// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/xlsx_reader.h"

#include "models/sheets/sheet_builder.h"
#include "models/sheets/xlsx_styles.h"

#include <QDir>
#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace maiam {

namespace {

using Xml = QXmlStreamReader;

constexpr qsizetype MaxFormats = 100000;

bool isTrue(QStringView value)
{
    return value == u"1" || value == u"true";
}

/// Where the parts stand in the archive.
QString partBeside(const QString& part, const QString& target)
{
    const QString folder = part.contains(u'/') ? part.left(part.lastIndexOf(u'/') + 1) : QString();
    return target.startsWith(u'/') ? QDir::cleanPath(target.mid(1)) : QDir::cleanPath(folder + target);
}

class XlsxReader
{
public:
    XlsxReader(const WorkbookArchive& archive, const WorkbookLimits& limits)
        : m_archive(archive)
        , m_builder(limits)
    {
    }

    Result<Workbook> run()
    {
        const auto root = relationships(QString());
        if (!root) {
            return fail(root);
        }
        QString main = QStringLiteral("xl/workbook.xml");
        for (const Relationship& relationship : *root) {
            main = relationship.type == u"officeDocument" ? relationship.part : main;
        }
        auto done = readBook(main);
        for (const Relationship& relationship : std::as_const(m_parts)) {
            if (done && relationship.type == u"sharedStrings") {
                done = readStrings(relationship.part);
            } else if (done && relationship.type == u"styles") {
                done = readStyles(relationship.part);
            }
        }
        for (const SheetEntry& sheet : std::as_const(m_sheets)) {
            if (done) {
                done = readSheet(sheet);
            }
        }
        if (!done) {
            return fail(done);
        }
        auto sheets = m_builder.take();
        if (!sheets) {
            return fail(sheets);
        }
        m_book.sheets = std::move(*sheets);
        return std::move(m_book);
    }

private:
    struct Relationship
    {
        QString type; // the last part of its address
        QString part;
    };
    struct SheetEntry
    {
        QString name;
        QString id;
        bool isHidden = false;
    };

    /// Walks through a part; @p visit is called at each start of an element and may read on.
    template <typename Visit> Result<> walk(const QString& name, bool required, Visit visit)
    {
        const auto part = m_archive.part(name);
        if (!part) {
            return required ? Result<>(SheetBuilder::damaged(QStringLiteral("a part is missing"))) : Result<>();
        }
        Xml xml(part.get());
        while (!xml.atEnd() && !xml.hasError()) {
            const auto token = xml.readNext();
            if (token == Xml::DTD) {
                return SheetBuilder::damaged(QStringLiteral("document type declaration"));
            }
            if (token == Xml::StartElement) {
                if (Result<> visited = visit(xml); !visited) {
                    return visited;
                }
            }
        }
        if (xml.hasError() || part->failed()) {
            return SheetBuilder::damaged(QStringLiteral("xml %1 line %2").arg(int(xml.error())).arg(xml.lineNumber()));
        }
        return {};
    }

    Result<QHash<QString, Relationship>> relationships(const QString& part)
    {
        const qsizetype slash = part.lastIndexOf(u'/') + 1;
        QHash<QString, Relationship> found;
        auto done = walk(part.left(slash) + QStringLiteral("_rels/") + part.mid(slash) + QStringLiteral(".rels"), false,
            [&](Xml& xml) -> Result<> {
                const auto attributes = xml.attributes();
                if (xml.name() == u"Relationship" && attributes.value(QLatin1StringView("TargetMode")) != u"External") {
                    const QString type = attributes.value(QLatin1StringView("Type")).toString();
                    found.insert(attributes.value(QLatin1StringView("Id")).toString(),
                        { type.mid(type.lastIndexOf(u'/') + 1),
                            partBeside(part, attributes.value(QLatin1StringView("Target")).toString()) });
                }
                return {};
            });
        return done ? Result<QHash<QString, Relationship>>(found) : fail(done);
    }

    Result<> readBook(const QString& main)
    {
        auto done = walk(main, true, [&](Xml& xml) -> Result<> {
            const auto attributes = xml.attributes();
            if (xml.name() == u"workbookPr") {
                m_book.date1904 = isTrue(attributes.value(QLatin1StringView("date1904")));
            } else if (xml.name() == u"sheet") {
                SheetEntry sheet { attributes.value(QLatin1StringView("name")).toString(), {},
                    attributes.hasAttribute(QLatin1StringView("state"))
                        && attributes.value(QLatin1StringView("state")) != u"visible" };
                for (const auto& attribute : attributes) {
                    if (attribute.name() == u"id" && !attribute.namespaceUri().isEmpty()) {
                        sheet.id = attribute.value().toString();
                    }
                }
                m_sheets.append(sheet);
            }
            return {};
        });
        if (!done) {
            return done;
        }
        auto parts = relationships(main);
        if (!parts) {
            return fail(parts);
        }
        m_parts = *parts;
        return m_sheets.isEmpty() ? Result<>(SheetBuilder::damaged(QStringLiteral("no sheets"))) : Result<>();
    }

    /// The text of a string item: plain or in runs; what is said of its pronunciation is left out.
    Result<QString> readItem(Xml& xml)
    {
        QString text;
        int depth = 1;
        int silent = 0; // depth inside rPh
        bool inText = false;
        while (depth > 0 && !xml.atEnd() && !xml.hasError()) {
            switch (xml.readNext()) {
            case Xml::StartElement:
                ++depth;
                silent += silent > 0 || xml.name() == u"rPh" ? 1 : 0;
                inText = xml.name() == u"t";
                break;
            case Xml::EndElement:
                --depth;
                silent -= silent > 0 ? 1 : 0;
                inText = false;
                break;
            case Xml::Characters:
                if (inText && silent == 0) {
                    text += xml.text();
                    // escapes are longer than what they stand for
                    if (text.size() > 7 * qsizetype(m_builder.limits().cellCharacters)) {
                        return m_builder.cellTooLong();
                    }
                }
                break;
            case Xml::DTD:
                return SheetBuilder::damaged(QStringLiteral("document type declaration"));
            default:
                break;
            }
        }
        return unescapeXlsx(text);
    }

    Result<> readStrings(const QString& part)
    {
        return walk(part, true, [&](Xml& xml) -> Result<> {
            if (xml.name() != u"si") {
                return {};
            }
            auto text = readItem(xml);
            if (!text) {
                return fail(text);
            }
            if (m_strings.size() >= m_builder.limits().cells) {
                return SheetBuilder::damaged(QStringLiteral("too many strings"));
            }
            m_strings.append(std::move(*text));
            return {};
        });
    }

    Result<> readStyles(const QString& part)
    {
        QHash<int, bool> formats;
        bool inCellFormats = false;
        return walk(part, true, [&](Xml& xml) -> Result<> {
            const auto name = xml.name();
            const auto attributes = xml.attributes();
            const int id = attributes.value(QLatin1StringView("numFmtId")).toInt();
            if (name == u"numFmt") {
                formats.insert(id, isDateFormat(attributes.value(QLatin1StringView("formatCode")).toString()));
            } else if (name == u"xf" && inCellFormats) {
                m_isDate.push_back(formats.value(id, isDateFormat(id)));
            } else if (name == u"cellXfs" || name == u"cellStyleXfs" || name == u"cellStyles" || name == u"dxfs") {
                inCellFormats = name == u"cellXfs";
            }
            if (formats.size() > MaxFormats || qsizetype(m_isDate.size()) > MaxFormats) {
                return SheetBuilder::damaged(QStringLiteral("too many formats"));
            }
            return {};
        });
    }

    Result<> readSheet(const SheetEntry& sheet)
    {
        const Relationship relationship = m_parts.value(sheet.id);
        if (relationship.type != u"worksheet") {
            return {}; // a chart or a macro sheet holds no table
        }
        if (auto begun = m_builder.beginSheet(sheet.name, sheet.isHidden); !begun) {
            return begun;
        }
        qint64 row = 0;
        qint64 column = -1;
        auto done = walk(relationship.part, true, [&](Xml& xml) -> Result<> {
            if (xml.name() == u"c") {
                return readCell(xml, row, column);
            }
            if (xml.name() == u"row") {
                const auto attributes = xml.attributes();
                const auto number = attributes.value(QLatin1StringView("r"));
                row = number.isEmpty() ? row + 1 : number.toLongLong();
                column = -1;
                return m_builder.beginRow(row);
            }
            return xml.name() == u"mergeCell" ? readMerged(xml) : Result<>();
        });
        return done ? readComments(relationship.part) : done;
    }

    Result<> readMerged(Xml& xml)
    {
        const QString area = xml.attributes().value(QLatin1StringView("ref")).toString();
        const qsizetype colon = area.indexOf(u':');
        qint64 column = 0;
        qint64 row = 0;
        qint64 lastColumn = 0;
        qint64 lastRow = 0;
        if (!parseReference(QStringView(area).left(std::max<qsizetype>(colon, 0)), column, row)
            || !parseReference(QStringView(area).mid(colon + 1), lastColumn, lastRow))
        {
            return {}; // nothing is lost without it
        }
        return m_builder.merge(row, lastRow, column);
    }

    /// What hangs on the cells of a sheet. Replies of newer programs stand here too, as text for older ones.
    Result<> readComments(const QString& sheetPart)
    {
        const auto parts = relationships(sheetPart);
        if (!parts) {
            return fail(parts);
        }
        for (const Relationship& relationship : *parts) {
            if (relationship.type != u"comments") {
                continue;
            }
            qint64 row = 0;
            qint64 column = 0;
            auto done = walk(relationship.part, true, [&](Xml& xml) -> Result<> {
                if (xml.name() == u"comment") {
                    const auto attributes = xml.attributes();
                    return parseReference(attributes.value(QLatin1StringView("ref")), column, row)
                        ? Result<>()
                        : SheetBuilder::damaged(QStringLiteral("reference of a comment"));
                }
                if (xml.name() != u"text") {
                    return {};
                }
                auto text = readItem(xml);
                return text ? m_builder.comment(row, column, *text) : Result<>(fail(text));
            });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Result<> readCell(Xml& xml, qint64 row, qint64& column)
    {
        const auto attributes = xml.attributes();
        QStringView reference;
        QStringView type;
        int style = -1;
        for (const auto& attribute : attributes) {
            const auto name = attribute.name();
            if (name == u"r") {
                reference = attribute.value();
            } else if (name == u"t") {
                type = attribute.value();
            } else if (name == u"s") {
                style = attribute.value().toInt();
            }
        }
        qint64 itsColumn = column + 1;
        qint64 itsRow = row;
        if (!reference.isEmpty() && (!parseReference(reference, itsColumn, itsRow) || itsRow != row)) {
            return SheetBuilder::damaged(QStringLiteral("reference of a cell"));
        }
        if (itsColumn <= column) {
            return SheetBuilder::damaged(QStringLiteral("order of cells"));
        }
        column = itsColumn;
        return readValue(xml, type, style, column);
    }

    /// Reads what stands inside a cell, and puts it.
    Result<> readValue(Xml& xml, QStringView type, int style, qint64 column)
    {
        QString value;
        bool hasValue = false;
        bool isFormula = false;
        while (!xml.atEnd() && !xml.hasError()) {
            const auto token = xml.readNext();
            if (token == Xml::EndElement) {
                break; // the children are read to their own ends
            }
            if (token != Xml::StartElement) {
                continue;
            }
            if (xml.name() == u"v") {
                value = xml.readElementText(Xml::IncludeChildElements);
                hasValue = true;
            } else if (xml.name() == u"is") {
                auto text = readItem(xml);
                if (!text) {
                    return fail(text);
                }
                value = std::move(*text);
                hasValue = true;
            } else {
                isFormula = isFormula || xml.name() == u"f";
                xml.skipCurrentElement();
            }
        }
        // A formula whose result is an empty text says so by its type; without any value it was never worked out.
        if (isFormula && (!hasValue || (value.isEmpty() && type != u"str" && type != u"s"))) {
            return m_builder.put(column, Cell::ofUnsolvedFormula());
        }
        if (!hasValue) {
            return {};
        }
        auto cell = toCell(type, style, value);
        if (!cell) {
            return fail(cell);
        }
        cell->isFormula = isFormula && !cell->isEmpty();
        return m_builder.put(column, std::move(*cell));
    }

    Result<Cell> toCell(QStringView type, int style, const QString& value) const
    {
        if (type == u"s") {
            bool isNumber = false;
            const int index = value.toInt(&isNumber);
            if (!isNumber || index < 0 || index >= m_strings.size()) {
                return SheetBuilder::damaged(QStringLiteral("index of a string"));
            }
            return Cell::ofText(m_strings.at(index));
        }
        if (type == u"inlineStr") {
            return Cell::ofText(value);
        }
        if (type == u"str") {
            return Cell::ofText(unescapeXlsx(value));
        }
        if (type == u"b") {
            return Cell::ofBoolean(isTrue(value));
        }
        if (type == u"e") {
            return Cell { Cell::Type::Error, false, 0, value };
        }
        if (type == u"d") {
            const QDate date = QDate::fromString(value.left(10), Qt::ISODate);
            return date.isValid() ? serialOf(date, value) : Cell::ofText(value);
        }
        if (value.isEmpty()) {
            return Cell {};
        }
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number)) {
            return SheetBuilder::damaged(QStringLiteral("a number"));
        }
        const bool isDate = style >= 0 && std::size_t(style) < m_isDate.size() && m_isDate[std::size_t(style)];
        return Cell { isDate ? Cell::Type::DateSerial : Cell::Type::Number, false, number, value };
    }

    [[nodiscard]] Cell serialOf(QDate date, const QString& value) const
    {
        Cell cell = Cell::ofDate(date);
        if (cell.type == Cell::Type::DateSerial) {
            constexpr int Between = 1462; // days from the 1900 to the 1904 system
            const QTime time = QTime::fromString(value.mid(11, 8), Qt::ISODate);
            cell.number +=
                (time.isValid() ? time.msecsSinceStartOfDay() / 86400000.0 : 0) - (m_book.date1904 ? Between : 0);
            cell.text = value;
        }
        return cell;
    }

    const WorkbookArchive& m_archive;
    SheetBuilder m_builder;
    Workbook m_book;
    QHash<QString, Relationship> m_parts;
    QList<SheetEntry> m_sheets;
    QStringList m_strings;
    std::vector<bool> m_isDate;
};

} // namespace

Result<Workbook> readXlsx(const WorkbookArchive& archive, const WorkbookLimits& limits)
{
    return XlsxReader(archive, limits).run();
}

} // namespace maiam
