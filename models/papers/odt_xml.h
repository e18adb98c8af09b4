// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace maiam::papers {

/// A name or value of the format.
[[nodiscard]] inline QString q(const char* text)
{
    return QLatin1StringView(text);
}

/// Writes OpenDocument XML with the usual prefixes ("text:p"), which are declared at the root element.
class OdtXml
{
public:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    /// Begins a document with the given root, e.g. "office:document-content".
    explicit OdtXml(const char* root);

    /// Opens an element; closed by end().
    void start(const char* name, Attributes attributes = {});

    /// Writes an element without content.
    void empty(const char* name, Attributes attributes = {});

    /// Adds an attribute to the element just opened.
    void attribute(const QString& name, const QString& value);

    /// Closes the element opened last.
    void end();

    /// Writes characters, escaped; those that XML forbids are left out.
    void characters(const QString& text);

    /// Closes everything and hands over the bytes.
    QByteArray finish();

private:
    void writeAttributes(Attributes attributes);

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

/// A length for ODF: points with two decimals.
QString odtPoints(qreal points);

/// Automatic styles of one ODT: each different set of properties once.
class OdtStyles
{
public:
    /// Name of the style with these properties ("style:text-properties" → attributes) and attributes of its own.
    QString name(const QString& family, const QString& parent, const QMap<QString, QMap<QString, QString>>& properties,
        const QMap<QString, QString>& own = {});

    /// Writes all styles named so far.
    void write(OdtXml& xml) const;

private:
    struct Style
    {
        QString name;
        QString family;
        QString parent;
        QMap<QString, QMap<QString, QString>> properties; ///< "style:text-properties" → attributes
        QMap<QString, QString> own; ///< attributes of style:style itself
    };
    QMap<QString, QString> m_names;
    QList<Style> m_styles;
};

} // namespace maiam::papers
