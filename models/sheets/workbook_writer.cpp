// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/workbook_writer.h"

#include "models/base/saved_file.h"
#include "models/sheets/cell_guard.h"

#include <QCoreApplication>
#include <QSet>
#include <QXmlStreamWriter>

#include <zip.h>

#include <algorithm>
#include <memory>

namespace maiam {

namespace {

struct WorkbookWriter
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookWriter)
};

constexpr qsizetype MaxSheetName = 31;
constexpr qsizetype MaxCell = 32767;
/// Places in the list of cell formats below.
enum Style { Plain = 0, Heading = 1, Date = 2, DateTime = 3, Guarded = 4 };

constexpr char ContentTypesStart[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)";
constexpr char RootRelations[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr char Styles[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>)";

const QString MainNs = QStringLiteral("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
const QString RelationNs = QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
const QString PackageNs = QStringLiteral("http://schemas.openxmlformats.org/package/2006/relationships");

QString columnName(qsizetype column)
{
    QString name;
    for (++column; column > 0; column = (column - 1) / 26) {
        name.prepend(QChar(char16_t(u'A' + (column - 1) % 26)));
    }
    return name;
}

/// What XML 1.0 has no place for is left out; what looks like an escape of SpreadsheetML is escaped.
QString forXml(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size() && out.size() < MaxCell; ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
        } else if (!c.isSurrogate() && c < QChar(0xfffe) && (c >= u' ' || c == u'\n' || c == u'\t')) {
            out += c;
        }
    }
    return out.replace(QLatin1StringView("_x"), QLatin1StringView("_x005F_x"));
}

void writeCell(QXmlStreamWriter& xml, const QString& reference, const Cell& cell, int style)
{
    if (cell.isEmpty()) {
        return;
    }
    xml.writeStartElement(QStringLiteral("c"));
    xml.writeAttribute(QStringLiteral("r"), reference);
    const bool isNumber = cell.type == Cell::Type::Number || cell.type == Cell::Type::DateSerial;
    if (isNumber) {
        if (cell.type == Cell::Type::DateSerial) {
            style = qint64(cell.number) == cell.number ? Date : DateTime;
        }
        xml.writeAttribute(QStringLiteral("s"), QString::number(style));
        xml.writeTextElement(QStringLiteral("v"), QString::number(cell.number, 'g', 17));
    } else if (cell.type == Cell::Type::Boolean) {
        xml.writeAttribute(QStringLiteral("s"), QString::number(style));
        xml.writeAttribute(QStringLiteral("t"), QStringLiteral("b"));
        xml.writeTextElement(QStringLiteral("v"), cell.number != 0 ? QStringLiteral("1") : QStringLiteral("0"));
    } else {
        const bool guard = cell_guard::isDangerous(cell.text);
        xml.writeAttribute(QStringLiteral("s"), QString::number(guard ? Guarded : style));
        xml.writeAttribute(QStringLiteral("t"), QStringLiteral("inlineStr"));
        xml.writeStartElement(QStringLiteral("is"));
        xml.writeStartElement(QStringLiteral("t"));
        xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
        xml.writeCharacters(forXml(cell.text));
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeRow(QXmlStreamWriter& xml, qint64 number, const QList<Cell>& cells, int style)
{
    xml.writeStartElement(QStringLiteral("row"));
    xml.writeAttribute(QStringLiteral("r"), QString::number(number));
    for (qsizetype i = 0; i < cells.size(); ++i) {
        writeCell(xml, columnName(i) + QString::number(number), cells.at(i), style);
    }
    xml.writeEndElement();
}

QList<Cell> asCells(const QStringList& texts)
{
    QList<Cell> cells;
    for (const QString& text : texts) {
        cells.append(Cell::ofText(text));
    }
    return cells;
}

/// Widths of the columns in characters, by what stands in them.
void writeWidths(QXmlStreamWriter& xml, const SheetTable& table)
{
    static constexpr qsizetype Narrow = 8;
    static constexpr qsizetype Wide = 60;
    QList<qsizetype> widths;
    const auto measure = [&widths](const QList<Cell>& cells) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i == widths.size()) {
                widths.append(Narrow);
            }
            widths[i] = std::clamp(cells.at(i).asText().size() + 2, widths.at(i), std::max(Wide, widths.at(i)));
        }
    };
    measure(asCells(table.columns));
    for (const QList<Cell>& row : table.rows) {
        measure(row);
    }
    if (widths.isEmpty()) {
        return;
    }
    xml.writeStartElement(QStringLiteral("cols"));
    for (qsizetype i = 0; i < widths.size(); ++i) {
        xml.writeEmptyElement(QStringLiteral("col"));
        xml.writeAttribute(QStringLiteral("min"), QString::number(i + 1));
        xml.writeAttribute(QStringLiteral("max"), QString::number(i + 1));
        xml.writeAttribute(QStringLiteral("width"), QString::number(widths.at(i)));
        xml.writeAttribute(QStringLiteral("customWidth"), QStringLiteral("1"));
    }
    xml.writeEndElement();
}

QByteArray sheetXml(const SheetTable& table)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("worksheet"));
    xml.writeDefaultNamespace(MainNs);
    writeWidths(xml, table);
    xml.writeStartElement(QStringLiteral("sheetData"));
    qint64 number = 0;
    for (const QString& title : table.titles) {
        writeRow(xml, ++number, asCells({ title }), Heading);
    }
    if (!table.columns.isEmpty()) {
        writeRow(xml, ++number, asCells(table.columns), Heading);
    }
    for (const QList<Cell>& row : table.rows) {
        writeRow(xml, ++number, row, Plain);
    }
    xml.writeEndDocument();
    return bytes;
}

/// Names that Excel accepts, each once.
QStringList sheetNames(const QList<SheetTable>& tables)
{
    QStringList names;
    QSet<QString> taken;
    for (const SheetTable& table : tables) {
        QString name = forXml(table.name).simplified();
        for (QChar& c : name) {
            c = QStringLiteral("[]:*?/\\'").contains(c) ? QChar(u' ') : c;
        }
        name = name.simplified().left(MaxSheetName).trimmed();
        name = name.isEmpty() ? WorkbookWriter::tr("Sheet") : name;
        QString once = name;
        for (int i = 2; taken.contains(once.toCaseFolded()); ++i) {
            const QString suffix = QStringLiteral(" (%1)").arg(i);
            once = name.left(MaxSheetName - suffix.size()) + suffix;
        }
        taken.insert(once.toCaseFolded());
        names.append(once);
    }
    return names;
}

QByteArray bookXml(const QStringList& names)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("workbook"));
    xml.writeDefaultNamespace(MainNs);
    xml.writeNamespace(RelationNs, QStringLiteral("r"));
    xml.writeStartElement(QStringLiteral("sheets"));
    for (qsizetype i = 0; i < names.size(); ++i) {
        xml.writeEmptyElement(QStringLiteral("sheet"));
        xml.writeAttribute(QStringLiteral("name"), names.at(i));
        xml.writeAttribute(QStringLiteral("sheetId"), QString::number(i + 1));
        xml.writeAttribute(QStringLiteral("r:id"), QStringLiteral("rId%1").arg(i + 1));
    }
    xml.writeEndDocument();
    return bytes;
}

QByteArray contentTypes(qsizetype sheets)
{
    QByteArray bytes(ContentTypesStart);
    for (qsizetype i = 1; i <= sheets; ++i) {
        bytes += "<Override PartName=\"/xl/worksheets/sheet" + QByteArray::number(i)
            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
    }
    return bytes + "</Types>";
}

QByteArray bookRelations(qsizetype sheets)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("Relationships"));
    xml.writeDefaultNamespace(PackageNs);
    const auto relation = [&xml](qsizetype id, const QString& type, const QString& target) {
        xml.writeEmptyElement(QStringLiteral("Relationship"));
        xml.writeAttribute(QStringLiteral("Id"), QStringLiteral("rId%1").arg(id));
        xml.writeAttribute(QStringLiteral("Type"), RelationNs + u'/' + type);
        xml.writeAttribute(QStringLiteral("Target"), target);
    };
    for (qsizetype i = 1; i <= sheets; ++i) {
        relation(i, QStringLiteral("worksheet"), QStringLiteral("worksheets/sheet%1.xml").arg(i));
    }
    relation(sheets + 1, QStringLiteral("styles"), QStringLiteral("styles.xml"));
    xml.writeEndDocument();
    return bytes;
}

struct FreeSource
{
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

/// The archive of the parts, in memory; empty when it cannot be made.
QByteArray zipped(const QList<std::pair<QByteArray, QByteArray>>& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, FreeSource> target(zip_source_buffer_create(nullptr, 0, 0, &error));
    zip_t* archive = target ? zip_open_from_source(target.get(), ZIP_TRUNCATE, &error) : nullptr;
    if (archive == nullptr) {
        return {};
    }
    zip_source_keep(target.get()); // closing the archive gives up its own hold
    bool good = true;
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0);
        if (source == nullptr || zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            good = false;
        }
    }
    if (!good || zip_close(archive) != 0) {
        zip_discard(archive);
        return {};
    }
    QByteArray result;
    if (zip_source_open(target.get()) == 0) {
        zip_source_seek(target.get(), 0, SEEK_END);
        result.resize(qsizetype(zip_source_tell(target.get())));
        zip_source_seek(target.get(), 0, SEEK_SET);
        const auto got = zip_source_read(target.get(), result.data(), zip_uint64_t(result.size()));
        result.resize(qsizetype(std::max<zip_int64_t>(got, 0)));
        zip_source_close(target.get());
    }
    return result;
}

Result<> save(const QString& file, const QByteArray& bytes)
{
    SavedFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::ReadOnly,
            WorkbookWriter::tr("The file cannot be written there. Close it in Excel if it is open, or choose another "
                               "folder."));
    }
    if (out.write(bytes) != bytes.size() || !out.commit()) {
        if (out.isHeld())
            return tl::unexpected<Error>(out.heldError());
        return fail(out.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::Io,
            WorkbookWriter::tr("The file could not be written. Check that the disk or stick is in place and has "
                               "room, then try again."));
    }
    return {};
}

QString quoted(const QString& text, QChar separator)
{
    const QString guarded = cell_guard::guarded(text);
    const bool needsQuotes = guarded.contains(separator) || guarded.contains(u'"') || guarded.contains(u'\n')
        || guarded.contains(u'\r') || guarded != guarded.trimmed();
    return needsQuotes ? u'"' + QString(guarded).replace(u'"', QLatin1StringView("\"\"")) + u'"' : guarded;
}

} // namespace

Result<> writeWorkbook(const QString& file, const QList<SheetTable>& tables)
{
    if (tables.isEmpty()) {
        return fail(ErrorCode::InvalidInput, WorkbookWriter::tr("There is no table to write."));
    }
    QList<std::pair<QByteArray, QByteArray>> parts { { "[Content_Types].xml", contentTypes(tables.size()) },
        { "_rels/.rels", RootRelations }, { "xl/workbook.xml", bookXml(sheetNames(tables)) },
        { "xl/_rels/workbook.xml.rels", bookRelations(tables.size()) }, { "xl/styles.xml", Styles } };
    for (qsizetype i = 0; i < tables.size(); ++i) {
        parts.append({ "xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml", sheetXml(tables.at(i)) });
    }
    const QByteArray bytes = zipped(parts);
    if (bytes.isEmpty()) {
        return fail(
            ErrorCode::OutOfMemory, WorkbookWriter::tr("The workbook could not be made. Close other programs."));
    }
    return save(file, bytes);
}

Result<> writeCsv(const QString& file, const SheetTable& table, QChar separator)
{
    QByteArray bytes("\xef\xbb\xbf");
    const auto line = [&](const QList<Cell>& cells) {
        QStringList fields;
        for (const Cell& cell : cells) {
            // a number is no formula, even below zero
            const bool isNumber = cell.type == Cell::Type::Number || cell.type == Cell::Type::DateSerial;
            fields.append(isNumber ? cell.asText() : quoted(cell.text, separator));
        }
        bytes += fields.join(separator).toUtf8() + "\r\n";
    };
    for (const QString& title : table.titles) {
        line(asCells({ title }));
    }
    if (!table.columns.isEmpty()) {
        line(asCells(table.columns));
    }
    for (const QList<Cell>& row : table.rows) {
        line(row);
    }
    return save(file, bytes);
}

} // namespace maiam
