// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/odt_writer.h"

#include "models/papers/odt_body.h"
#include "models/papers/odt_package.h"
#include "models/papers/odt_xml.h"
#include "models/papers/paper_file.h"

#include <algorithm>

namespace maiam::papers {

namespace {

QString mm(qreal length)
{
    return QString::number(length, 'f', 2) + q("mm");
}

void writeFonts(OdtXml& xml)
{
    xml.start("office:font-face-decls");
    xml.empty("style:font-face",
        { { "style:name", q("Times New Roman") }, { "svg:font-family", q("'Times New Roman', 'Liberation Serif'") },
            { "style:font-family-generic", q("roman") }, { "style:font-pitch", q("variable") } });
    xml.end();
}

void writeDefaults(OdtXml& xml)
{
    xml.start("office:styles");
    xml.start("style:default-style", { { "style:family", q("paragraph") } });
    xml.empty("style:paragraph-properties", { { "fo:orphans", q("2") }, { "fo:widows", q("2") } });
    xml.empty("style:text-properties",
        { { "style:font-name", q("Times New Roman") }, { "fo:font-size", q("14pt") }, { "fo:language", q("vi") },
            { "fo:country", q("VN") }, { "fo:color", q("#000000") } });
    xml.end();
    xml.empty("style:style",
        { { "style:name", q("Standard") }, { "style:family", q("paragraph") }, { "style:class", q("text") } });
    xml.end();
}

void writeStyle(OdtXml& xml, const char* name, const QString& align, const QString& tabStop, OdtXml::Attributes text)
{
    xml.start("style:style",
        { { "style:name", q(name) }, { "style:family", q("paragraph") },
            { "style:parent-style-name", q("Standard") } });
    xml.start("style:paragraph-properties", { { "fo:text-align", align } });
    if (!tabStop.isEmpty()) {
        xml.start("style:tab-stops");
        xml.empty("style:tab-stop", { { "style:position", tabStop }, { "style:type", q("center") } });
        xml.end();
    }
    xml.end();
    xml.empty("style:text-properties", text);
    xml.end();
}

void writePageLayout(OdtXml& xml, const Paper& paper)
{
    const PageSetup& page = paper.page;
    const qreal header = page.topMm / 2; // the number stands in the lower half of the top margin
    const qreal footer = paper.draftLine.isEmpty() ? 0 : page.bottomMm / 2;
    xml.start("style:page-layout", { { "style:name", q("Page") } });
    xml.empty("style:page-layout-properties",
        { { "fo:page-width", mm(page.widthMm) }, { "fo:page-height", mm(page.heightMm) },
            { "style:print-orientation", page.widthMm > page.heightMm ? q("landscape") : q("portrait") },
            { "fo:margin-top", mm(page.topMm - header) }, { "fo:margin-bottom", mm(page.bottomMm - footer) },
            { "fo:margin-left", mm(page.leftMm) }, { "fo:margin-right", mm(page.rightMm) } });
    const auto band = [&xml](const char* element, qreal height, const char* gap) {
        xml.start(element);
        xml.empty("style:header-footer-properties",
            { { "svg:height", mm(height) }, { gap, q("0mm") }, { "style:dynamic-spacing", q("false") } });
        xml.end();
    };
    band("style:header-style", header, "fo:margin-bottom");
    if (footer > 0)
        band("style:footer-style", footer, "fo:margin-top");
    xml.end();
}

void writeMasterPage(OdtXml& xml, const Paper& paper, bool first)
{
    xml.start("style:master-page",
        { { "style:name", first ? q("First") : q("Standard") }, { "style:page-layout-name", q("Page") } });
    if (first)
        xml.attribute(q("style:next-style-name"), q("Standard"));
    xml.start("style:header");
    xml.start("text:p", { { "text:style-name", q("PageHeader") } });
    if (!paper.banner.isEmpty()) {
        xml.start("text:span", { { "text:style-name", q("Banner") } });
        xml.characters(paper.banner);
        xml.end();
    }
    if (!first && paper.page.numbered) {
        xml.empty("text:tab");
        xml.empty("text:page-number", { { "text:select-page", q("current") } });
    }
    xml.end();
    xml.end();
    if (!paper.draftLine.isEmpty()) {
        xml.start("style:footer");
        xml.start("text:p", { { "text:style-name", q("DraftLine") } });
        xml.characters(paper.draftLine);
        xml.end();
        xml.end();
    }
    xml.end();
}

QByteArray stylesOf(const Paper& paper)
{
    const PageSetup& page = paper.page;
    OdtXml xml("office:document-styles");
    writeFonts(xml);
    writeDefaults(xml);
    xml.start("office:automatic-styles");
    writePageLayout(xml, paper);
    writeStyle(xml, "PageHeader", q("start"), mm((page.widthMm - page.leftMm - page.rightMm) / 2),
        { { "fo:font-size", QStringLiteral("%1pt").arg(page.pageNumberPt) } });
    writeStyle(xml, "DraftLine", q("center"), {}, { { "fo:font-size", q("10pt") }, { "fo:font-style", q("italic") } });
    xml.start("style:style", { { "style:name", q("Banner") }, { "style:family", q("text") } });
    xml.empty("style:text-properties",
        { { "fo:font-size", q("11pt") }, { "fo:font-weight", q("bold") }, { "fo:color", q("#6e6e6e") } });
    xml.end();
    xml.end();
    xml.start("office:master-styles");
    writeMasterPage(xml, paper, true);
    writeMasterPage(xml, paper, false);
    return xml.finish();
}

QByteArray metaOf(const QString& title)
{
    OdtXml xml("office:document-meta");
    xml.start("office:meta");
    xml.start("meta:generator");
    xml.characters(QStringLiteral("Mái Ấm"));
    xml.end();
    xml.start("dc:title");
    xml.characters(title);
    return xml.finish();
}

} // namespace

Result<QByteArray> odtOf(const Paper& paper, const QString& title)
{
    OdtBody body(paper);
    const QString xmlType = q("text/xml");
    QList<OdtPart> parts { { q("content.xml"), xmlType, body.content() }, { q("styles.xml"), xmlType, stylesOf(paper) },
        { q("meta.xml"), xmlType, metaOf(title) } };
    parts.append(body.pictures());
    return packOdt(parts);
}

Result<void> writeOdt(const Paper& paper, const QString& file, const QString& title)
{
    const Result<QByteArray> bytes = odtOf(paper, title);
    if (!bytes)
        return fail(bytes);
    return savePaperFile(file, *bytes);
}

} // namespace maiam::papers
