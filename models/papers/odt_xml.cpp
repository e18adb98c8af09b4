// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/odt_xml.h"

namespace maiam::papers {

OdtXml::OdtXml(const char* root)
    : m_xml(&m_bytes)
{
    m_xml.writeStartDocument();
    m_xml.writeStartElement(QLatin1StringView(root));
    const QString odf = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:");
    for (const char* part : { "office", "style", "text", "table", "meta" })
        m_xml.writeAttribute(
            QStringLiteral("xmlns:") + QLatin1StringView(part), odf + QLatin1StringView(part) + QStringLiteral(":1.0"));
    m_xml.writeAttribute(QStringLiteral("xmlns:draw"), odf + QStringLiteral("drawing:1.0"));
    m_xml.writeAttribute(QStringLiteral("xmlns:fo"), odf + QStringLiteral("xsl-fo-compatible:1.0"));
    m_xml.writeAttribute(QStringLiteral("xmlns:svg"), odf + QStringLiteral("svg-compatible:1.0"));
    m_xml.writeAttribute(QStringLiteral("xmlns:xlink"), QStringLiteral("http://www.w3.org/1999/xlink"));
    m_xml.writeAttribute(QStringLiteral("xmlns:dc"), QStringLiteral("http://purl.org/dc/elements/1.1/"));
    m_xml.writeAttribute(QStringLiteral("office:version"), QStringLiteral("1.2"));
}

void OdtXml::attribute(const QString& name, const QString& value)
{
    m_xml.writeAttribute(name, value);
}

void OdtXml::writeAttributes(Attributes attributes)
{
    for (const auto& [name, value] : attributes)
        m_xml.writeAttribute(QLatin1StringView(name), value);
}

void OdtXml::start(const char* name, Attributes given)
{
    m_xml.writeStartElement(QLatin1StringView(name));
    writeAttributes(given);
}

void OdtXml::empty(const char* name, Attributes given)
{
    m_xml.writeEmptyElement(QLatin1StringView(name));
    writeAttributes(given);
}

void OdtXml::end()
{
    m_xml.writeEndElement();
}

void OdtXml::characters(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 && c.unicode() != 0xfffe && c.unicode() != 0xffff)
            clean += c;
    }
    m_xml.writeCharacters(clean);
}

QByteArray OdtXml::finish()
{
    m_xml.writeEndDocument();
    return m_bytes;
}

QString odtPoints(qreal points)
{
    return QString::number(points, 'f', 2) + QStringLiteral("pt");
}

QString OdtStyles::name(const QString& family, const QString& parent,
    const QMap<QString, QMap<QString, QString>>& properties, const QMap<QString, QString>& own)
{
    QString key = family + QLatin1Char('|') + parent;
    const auto append = [&key](const QMap<QString, QString>& attributes) {
        for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
            key += QLatin1Char('|') + it.key() + QLatin1Char('=') + it.value();
    };
    append(own);
    for (auto it = properties.cbegin(); it != properties.cend(); ++it) {
        key += QLatin1Char('|') + it.key();
        append(it.value());
    }
    QString& name = m_names[key];
    if (name.isEmpty()) {
        name = QStringLiteral("S%1").arg(m_styles.size() + 1);
        m_styles.append({ name, family, parent, properties, own });
    }
    return name;
}

void OdtStyles::write(OdtXml& xml) const
{
    for (const Style& style : m_styles) {
        xml.start("style:style", { { "style:name", style.name }, { "style:family", style.family } });
        if (!style.parent.isEmpty())
            xml.attribute(QStringLiteral("style:parent-style-name"), style.parent);
        for (auto it = style.own.cbegin(); it != style.own.cend(); ++it)
            xml.attribute(it.key(), it.value());
        for (auto it = style.properties.cbegin(); it != style.properties.cend(); ++it) {
            xml.start(it.key().toLatin1().constData());
            for (auto one = it->cbegin(); one != it->cend(); ++one)
                xml.attribute(one.key(), one.value());
            xml.end();
        }
        xml.end();
    }
}

} // namespace maiam::papers
