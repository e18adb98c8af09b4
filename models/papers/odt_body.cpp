// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/odt_body.h"

#include "models/papers/chart_layout.h"
#include "models/papers/composed_paper.h"
#include "models/papers/paragraph_layout.h"
#include "models/papers/qr_layout.h"
#include "models/papers/table_grid.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace maiam::papers {

namespace {

using Map = QMap<QString, QString>;

QString alignName(Align align)
{
    switch (align) {
    case Align::Left:
        return q("start");
    case Align::Center:
        return q("center");
    case Align::Right:
        return q("end");
    case Align::Justify:
        return q("justify");
    }
    return q("start");
}

QByteArray pictureOf(const Drawing& content, qreal width, qreal height)
{
    constexpr qreal dpi = 200;
    const QSizeF size(width * dpi / 72, height * dpi / 72);
    QImage image(size.toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawDrawing(painter, content, dpi);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

OdtBody::OdtBody(const Paper& paper)
    : m_paper(paper)
    , m_width(pointsOf(paper.page.widthMm - paper.page.leftMm - paper.page.rightMm))
{
}

QByteArray OdtBody::content()
{
    // Styles stand before the text that names them, so the text is written twice: once to learn the styles.
    OdtXml rehearsal("office:document-content");
    writeBlocks(rehearsal);
    m_pictures.clear();
    m_firstWritten = false;

    OdtXml xml("office:document-content");
    xml.start("office:automatic-styles");
    m_styles.write(xml);
    xml.end();
    xml.start("office:body");
    xml.start("office:text");
    writeBlocks(xml);
    return xml.finish();
}

/// The first thing of the document asks for the page without a number.
QMap<QString, QString> OdtBody::firstPage()
{
    if (m_firstWritten)
        return {};
    m_firstWritten = true;
    return { { q("style:master-page-name"), q("First") } };
}

void OdtBody::writeBlocks(OdtXml& xml)
{
    const QList<Block>& blocks = m_paper.blocks;
    const Paragraph* above = nullptr;
    bool written = false;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const bool bound = i + 1 < blocks.size()
            && (std::holds_alternative<SignatureBlock>(blocks[i + 1])
                || std::holds_alternative<RuleLine>(blocks[i + 1]));
        if (const auto* paragraph = std::get_if<Paragraph>(&blocks[i])) {
            write(xml, *paragraph, bound);
            above = paragraph;
        } else if (const auto* table = std::get_if<Table>(&blocks[i])) {
            write(xml, *table);
        } else if (const auto* chart = std::get_if<Chart>(&blocks[i])) {
            write(xml, *chart);
        } else if (const auto* code = std::get_if<QrCode>(&blocks[i])) {
            write(xml, *code);
        } else if (const auto* columns = std::get_if<TwoColumns>(&blocks[i])) {
            write(xml, *columns);
        } else if (const auto* signature = std::get_if<SignatureBlock>(&blocks[i])) {
            write(xml, signature->columns);
        } else if (const auto* rule = std::get_if<RuleLine>(&blocks[i])) {
            write(xml, *rule, m_width, above);
        } else if (written) {
            writeSpacer(xml, 0, true);
        }
        written = true;
    }
}

void OdtBody::writeRun(OdtXml& xml, const Run& run)
{
    Map text;
    if (run.bold)
        text[q("fo:font-weight")] = q("bold");
    if (run.italic)
        text[q("fo:font-style")] = q("italic");
    if (!text.isEmpty())
        xml.start("text:span",
            { { "text:style-name", m_styles.name(q("text"), {}, { { q("style:text-properties"), text } }) } });
    QString plain;
    const QString all = run.text.normalized(QString::NormalizationForm_C);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool breaks = all[i] == QLatin1Char('\n');
        const bool second = all[i] == QLatin1Char(' ') && (i == 0 || all[i - 1] == QLatin1Char(' '));
        if (!breaks && !second) {
            plain += all[i];
            continue;
        }
        if (!plain.isEmpty())
            xml.characters(plain);
        plain.clear();
        xml.empty(breaks ? "text:line-break" : "text:s"); // ODF folds runs of spaces into one
    }
    if (!plain.isEmpty())
        xml.characters(plain);
    if (!text.isEmpty())
        xml.end();
}

void OdtBody::write(OdtXml& xml, const Paragraph& paragraph, bool keepWithNext)
{
    Map look { { q("fo:text-align"), alignName(paragraph.align) },
        { q("fo:line-height"), QStringLiteral("%1%").arg(qRound(paragraph.lineSpacing * 100)) },
        { q("fo:margin-left"), odtPoints(pointsOf(paragraph.leftIndentMm)) },
        { q("fo:text-indent"), odtPoints(pointsOf(paragraph.firstLineIndentMm)) },
        { q("fo:margin-top"), odtPoints(paragraph.spaceBeforePt) },
        { q("fo:margin-bottom"), odtPoints(paragraph.spaceAfterPt) } };
    if (paragraph.keepWithNext || keepWithNext)
        look[q("fo:keep-with-next")] = q("always");
    const Map text { { q("fo:font-size"), QStringLiteral("%1pt").arg(paragraph.sizePt) } };
    const QString style = m_styles.name(q("paragraph"), q("Standard"),
        { { q("style:paragraph-properties"), look }, { q("style:text-properties"), text } }, firstPage());
    xml.start("text:p", { { "text:style-name", style } });
    for (const Run& run : paragraph.runs)
        writeRun(xml, run);
    xml.end();
}

/// A rule is the lower border of an empty paragraph, shortened by its margins.
void OdtBody::write(OdtXml& xml, const RuleLine& rule, qreal width, const Paragraph* above)
{
    const bool ofText = rule.measure == RuleLine::Measure::OfTextAbove && above;
    const qreal base = ofText ? lastLineWidth(*above, width) : width;
    const qreal margin = std::max(0.0, (width - base * rule.fraction) / 2);
    const Map look { { q("fo:border-bottom"), q("0.75pt solid #000000") }, { q("fo:margin-left"), odtPoints(margin) },
        { q("fo:margin-right"), odtPoints(margin) }, { q("fo:margin-bottom"), odtPoints(rule.spaceAfterPt) },
        { q("fo:line-height"), odtPoints(std::max(rule.spaceBeforePt, 1.0)) }, { q("fo:padding"), q("0pt") } };
    const QString style = m_styles.name(q("paragraph"), q("Standard"),
        { { q("style:paragraph-properties"), look },
            { q("style:text-properties"), { { q("fo:font-size"), q("1pt") } } } },
        firstPage());
    xml.empty("text:p", { { "text:style-name", style } });
}

void OdtBody::writeSpacer(OdtXml& xml, qreal points, bool breakBefore, bool keepWithNext)
{
    Map look { { q("fo:line-height"), odtPoints(std::max(points, 1.0)) } };
    if (breakBefore)
        look[q("fo:break-before")] = q("page");
    if (keepWithNext)
        look[q("fo:keep-with-next")] = q("always");
    const QString style = m_styles.name(q("paragraph"), q("Standard"),
        { { q("style:paragraph-properties"), look },
            { q("style:text-properties"), { { q("fo:font-size"), q("1pt") } } } },
        firstPage());
    xml.empty("text:p", { { "text:style-name", style } });
}

QString OdtBody::tableStyle(qreal before, qreal after)
{
    const Map look { { q("style:width"), odtPoints(m_width) }, { q("table:align"), q("left") },
        { q("fo:margin-top"), odtPoints(before) }, { q("fo:margin-bottom"), odtPoints(after) },
        { q("table:border-model"), q("collapsing") } };
    return m_styles.name(q("table"), {}, { { q("style:table-properties"), look } }, firstPage());
}

QString OdtBody::cellStyle(bool borders, bool header, bool middle)
{
    Map look { { q("fo:border"), borders ? q("0.5pt solid #000000") : q("none") },
        { q("fo:padding"), borders ? q("2.5pt") : q("0pt") },
        { q("style:vertical-align"), middle ? q("middle") : q("top") } };
    if (borders)
        look[q("fo:padding-left")] = look[q("fo:padding-right")] = q("3.5pt");
    if (header && borders)
        look[q("fo:background-color")] = q("#f2f2f2");
    return m_styles.name(q("table-cell"), {}, { { q("style:table-cell-properties"), look } });
}

void OdtBody::writeColumnStyles(OdtXml& xml, const QList<qreal>& edges)
{
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        const Map look { { q("style:column-width"), odtPoints(edges[i + 1] - edges[i]) } };
        xml.empty("table:table-column",
            { { "table:style-name",
                m_styles.name(q("table-column"), {}, { { q("style:table-column-properties"), look } }) } });
    }
}

void OdtBody::writeRows(OdtXml& xml, const QList<Row>& rows, int columns, bool header, const Table& table)
{
    const QString rowStyle = m_styles.name(
        q("table-row"), {}, { { q("style:table-row-properties"), { { q("fo:keep-together"), q("always") } } } });
    const QString style = cellStyle(table.borders, header, header || table.middle);
    const QList<GridCell> grid = placeInGrid(rows, columns);
    for (int r = 0; r < rows.size(); ++r) {
        xml.start("table:table-row", { { "table:style-name", rowStyle } });
        for (int c = 0; c < columns; ++c) {
            const auto own = std::find_if(
                grid.cbegin(), grid.cend(), [r, c](const GridCell& cell) { return cell.row == r && cell.column == c; });
            if (own == grid.cend()) {
                xml.empty("table:covered-table-cell");
                continue;
            }
            xml.start("table:table-cell",
                { { "table:style-name", style }, { "office:value-type", q("string") },
                    { "table:number-columns-spanned", QString::number(own->columns) },
                    { "table:number-rows-spanned", QString::number(own->rows) } });
            if (own->cell) {
                for (const Paragraph& paragraph : own->cell->paragraphs)
                    write(xml, paragraph);
            }
            if (!own->cell || own->cell->paragraphs.isEmpty())
                writeSpacer(xml, 1);
            xml.end();
        }
        xml.end();
    }
}

void OdtBody::write(OdtXml& xml, const Table& table)
{
    const QList<qreal> edges = columnEdges(table, m_width);
    const int columns = int(edges.size()) - 1;
    xml.start("table:table", { { "table:style-name", tableStyle(table.spaceBeforePt, table.spaceAfterPt) } });
    writeColumnStyles(xml, edges);
    if (!table.headerRows.isEmpty()) {
        xml.start("table:table-header-rows");
        writeRows(xml, table.headerRows, columns, true, table);
        xml.end();
    }
    for (const Row& row : table.rows)
        writeRows(xml, { row }, columns, false, table);
    xml.end();
    writeSpacer(xml, 1); // two tables in a row would grow together
}

void OdtBody::writeColumn(OdtXml& xml, const QList<ColumnBlock>& blocks, qreal width)
{
    xml.start("table:table-cell",
        { { "table:style-name", cellStyle(false, false, false) }, { "office:value-type", q("string") } });
    const Paragraph* above = nullptr;
    for (const ColumnBlock& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            write(xml, *paragraph);
            above = paragraph;
        } else {
            write(xml, std::get<RuleLine>(block), width, above);
        }
    }
    if (blocks.isEmpty())
        writeSpacer(xml, 1);
    xml.end();
}

void OdtBody::write(OdtXml& xml, const TwoColumns& columns)
{
    const qreal left = m_width * std::clamp(columns.leftFraction, 0.1, 0.9);
    const QString rowStyle = m_styles.name(
        q("table-row"), {}, { { q("style:table-row-properties"), { { q("fo:keep-together"), q("always") } } } });
    xml.start("table:table", { { "table:style-name", tableStyle(columns.spaceBeforePt, 0) } });
    writeColumnStyles(xml, { 0, left, m_width });
    xml.start("table:table-row", { { "table:style-name", rowStyle } });
    writeColumn(xml, columns.left, left);
    writeColumn(xml, columns.right, m_width - left);
    xml.end();
    xml.end();
    writeSpacer(xml, columns.spaceAfterPt);
}

void OdtBody::writePicture(OdtXml& xml, const Drawing& drawing, qreal height, const Gaps& gaps, const QString& title)
{
    const QString file = QStringLiteral("Pictures/picture%1.png").arg(m_pictures.size() + 1);
    m_pictures.append({ file, q("image/png"), pictureOf(drawing, m_width, height) });
    const Map look { { q("fo:margin-top"), odtPoints(gaps.before) }, { q("fo:margin-bottom"), odtPoints(gaps.after) } };
    const QString style =
        m_styles.name(q("paragraph"), q("Standard"), { { q("style:paragraph-properties"), look } }, firstPage());
    const QString frame = m_styles.name(q("graphic"), {},
        { { q("style:graphic-properties"),
            { { q("style:vertical-pos"), q("top") }, { q("style:vertical-rel"), q("baseline") } } } });
    xml.start("text:p", { { "text:style-name", style } });
    xml.start("draw:frame",
        { { "draw:style-name", frame }, { "draw:name", QStringLiteral("Picture %1").arg(m_pictures.size()) },
            { "text:anchor-type", q("as-char") }, { "svg:width", odtPoints(m_width) },
            { "svg:height", odtPoints(height) } });
    xml.empty("draw:image",
        { { "xlink:href", file }, { "xlink:type", q("simple") }, { "xlink:show", q("embed") },
            { "xlink:actuate", q("onLoad") } });
    if (!title.isEmpty()) {
        xml.start("svg:title");
        xml.characters(title);
        xml.end();
    }
    xml.end();
    xml.end();
}

void OdtBody::write(OdtXml& xml, const Chart& chart)
{
    writePicture(xml, layChart(chart, m_width), pointsOf(chart.heightMm), { chart.spaceBeforePt, chart.spaceAfterPt },
        chart.title);
}

void OdtBody::write(OdtXml& xml, const QrCode& code)
{
    writePicture(
        xml, layQrCode(code, m_width), pointsOf(code.sizeMm), { code.spaceBeforePt, code.spaceAfterPt }, q("QR"));
}

} // namespace maiam::papers
