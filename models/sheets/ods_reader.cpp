// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/ods_reader.h"

#include "models/sheets/sheet_builder.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <utility>

namespace maiam {

namespace {

using Xml = QXmlStreamReader;

constexpr QLatin1StringView OfficeNs("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
constexpr QLatin1StringView TableNs("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
constexpr QLatin1StringView CalcNs("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0");
constexpr QLatin1StringView TextNs("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
constexpr qint64 MaxRepeat = 1 << 24; // above what any program has as rows or columns

/// How often an element stands for itself; at least once.
qint64 repeats(const QXmlStreamAttributes& attributes, QLatin1StringView name)
{
    return std::clamp<qint64>(attributes.value(TableNs, name).toLongLong(), 1, MaxRepeat);
}

class OdsReader
{
public:
    OdsReader(const WorkbookArchive& archive, const WorkbookLimits& limits)
        : m_archive(archive)
        , m_builder(limits)
    {
    }

    Result<Workbook> run()
    {
        const auto part = m_archive.part(QStringLiteral("content.xml"));
        if (!part) {
            return SheetBuilder::damaged(QStringLiteral("a part is missing"));
        }
        Xml xml(part.get());
        while (!xml.atEnd() && !xml.hasError()) {
            const auto token = xml.readNext();
            if (token == Xml::DTD) {
                return SheetBuilder::damaged(QStringLiteral("document type declaration"));
            }
            Result<> done;
            if (token == Xml::StartElement && xml.namespaceUri() == TableNs) {
                done = startElement(xml);
            } else if (token == Xml::EndElement && xml.namespaceUri() == TableNs && xml.name() == u"table-row") {
                done = m_builder.repeatRow(m_rowRepeats - 1);
                m_row += m_rowRepeats;
            }
            if (!done) {
                return fail(done);
            }
        }
        if (xml.hasError() || part->failed()) {
            return SheetBuilder::damaged(QStringLiteral("xml %1 line %2").arg(int(xml.error())).arg(xml.lineNumber()));
        }
        auto sheets = m_builder.take();
        if (!sheets) {
            return fail(sheets);
        }
        Workbook book;
        book.sheets = std::move(*sheets);
        return book;
    }

private:
    Result<> startElement(Xml& xml)
    {
        const auto name = xml.name();
        const auto attributes = xml.attributes();
        if (name == u"table") {
            m_row = 1;
            return m_builder.beginSheet(attributes.value(TableNs, QLatin1StringView("name")).toString(), false);
        }
        if (name == u"table-row") {
            m_column = 0;
            m_rowRepeats = repeats(attributes, QLatin1StringView("number-rows-repeated"));
            return m_builder.beginRow(m_row);
        }
        if (name == u"table-cell" || name == u"covered-table-cell") {
            return readCell(xml);
        }
        return {};
    }

    Result<> readCell(Xml& xml)
    {
        const auto attributes = xml.attributes();
        const qint64 times = repeats(attributes, QLatin1StringView("number-columns-repeated"));
        auto text = readText(xml);
        if (!text) {
            return fail(text);
        }
        const auto cell = toCell(attributes, *text);
        if (!cell) {
            return fail(cell);
        }
        const qint64 rows = attributes.value(TableNs, QLatin1StringView("number-rows-spanned")).toLongLong();
        if (rows > 1 && rows <= MaxRepeat) {
            if (auto done = m_builder.merge(m_row, m_row + rows - 1, m_column); !done) {
                return done;
            }
        }
        if (!m_comment.isEmpty()) {
            const QString comment = std::exchange(m_comment, {});
            if (auto done = m_builder.comment(m_row, m_column, comment); !done) {
                return done;
            }
        }
        if (!cell->isEmpty() || cell->isFormula) {
            for (qint64 i = 0; i < times; ++i) { // the builder stops at the limit of columns
                if (auto put = m_builder.put(m_column + i, *cell); !put) {
                    return put;
                }
            }
        }
        m_column += times;
        return {};
    }

    /// The paragraphs of a cell; what its comment says goes to m_comment.
    Result<QString> readText(Xml& xml, bool isComment = false)
    {
        QString text;
        bool any = false;
        int depth = 1;
        int paragraph = 0; // depth inside a paragraph
        while (depth > 0 && !xml.atEnd() && !xml.hasError()) {
            const auto token = xml.readNext();
            if (token == Xml::EndElement) {
                --depth;
                paragraph = depth < paragraph ? 0 : paragraph;
            } else if (token == Xml::Characters && paragraph > 0) {
                text += xml.text();
            } else if (token == Xml::StartElement && !isComment && xml.namespaceUri() == OfficeNs
                && xml.name() == u"annotation") {
                auto comment = readText(xml, true);
                if (!comment) {
                    return comment;
                }
                m_comment = std::move(*comment);
            } else if (token == Xml::StartElement && xml.namespaceUri() != TextNs) {
                xml.skipCurrentElement();
            } else if (token == Xml::StartElement) {
                ++depth;
                if (xml.name() == u"p" && paragraph == 0) {
                    paragraph = depth;
                    text += any ? QStringLiteral("\n") : QString();
                    any = true;
                } else if (xml.name() == u"s") {
                    const int spaces = xml.attributes().value(TextNs, QLatin1StringView("c")).toInt();
                    text += QString(std::clamp(spaces, 1, m_builder.limits().cellCharacters), u' ');
                } else if (xml.name() == u"tab") {
                    text += u'\t';
                } else if (xml.name() == u"line-break") {
                    text += u'\n';
                }
            }
            if (text.size() > m_builder.limits().cellCharacters) {
                return m_builder.cellTooLong();
            }
        }
        return text;
    }

    static Result<Cell> toCell(const QXmlStreamAttributes& attributes, const QString& text)
    {
        const auto value = [&attributes](const char* name) {
            return attributes.value(OfficeNs, QLatin1StringView(name)).toString();
        };
        const QString type = value("value-type");
        Cell cell = Cell::ofText(text);
        if (attributes.value(CalcNs, QLatin1StringView("value-type")) == u"error" && !text.isEmpty()) {
            cell = Cell { Cell::Type::Error, false, 0, text };
        } else if (type == u"float" || type == u"percentage" || type == u"currency") {
            bool isNumber = false;
            const double number = value("value").toDouble(&isNumber);
            if (!isNumber || !std::isfinite(number)) {
                return SheetBuilder::damaged(QStringLiteral("a number"));
            }
            cell = Cell::ofNumber(number);
        } else if (type == u"date") {
            cell = ofIsoDate(value("date-value"), text);
        } else if (type == u"boolean") {
            cell = Cell::ofBoolean(value("boolean-value") == u"true");
        } else if (type == u"string" && !value("string-value").isEmpty()) {
            cell = Cell::ofText(value("string-value"));
        }
        // A formula whose result is an empty text has a type; without one it was never worked out.
        cell.isFormula =
            attributes.hasAttribute(TableNs, QLatin1StringView("formula")) && (!cell.isEmpty() || type.isEmpty());
        return cell;
    }

    static Cell ofIsoDate(const QString& value, const QString& text)
    {
        const QDate date = QDate::fromString(value.left(10), Qt::ISODate);
        if (!date.isValid()) {
            return Cell::ofText(text);
        }
        Cell cell = Cell::ofDate(date);
        const QTime time = QTime::fromString(value.mid(11, 8), Qt::ISODate);
        if (cell.type == Cell::Type::DateSerial && time.isValid()) {
            cell.number += time.msecsSinceStartOfDay() / 86400000.0;
            cell.text = value;
        }
        return cell;
    }

    const WorkbookArchive& m_archive;
    SheetBuilder m_builder;
    QString m_comment;
    qint64 m_row = 1;
    qint64 m_rowRepeats = 1;
    qint64 m_column = 0;
};

} // namespace

Result<Workbook> readOds(const WorkbookArchive& archive, const WorkbookLimits& limits)
{
    return OdsReader(archive, limits).run();
}

} // namespace maiam
