// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/drawing.h"
#include "models/papers/odt_package.h"
#include "models/papers/odt_xml.h"
#include "models/papers/paper.h"

namespace maiam::papers {

/// Writes the blocks of a paper as OpenDocument text, naming styles and collecting pictures as it goes.
class OdtBody
{
public:
    explicit OdtBody(const Paper& paper);

    /// Styles and body: all of content.xml.
    QByteArray content();

    /// Pictures that the body shows (charts, QR codes); filled by content().
    const QList<OdtPart>& pictures() const { return m_pictures; }

private:
    struct Gaps
    {
        qreal before = 0;
        qreal after = 0;
    };
    void writeBlocks(OdtXml& xml);
    void write(OdtXml& xml, const Paragraph& paragraph, bool keepWithNext = false);
    void write(OdtXml& xml, const Table& table);
    void write(OdtXml& xml, const Chart& chart);
    void write(OdtXml& xml, const QrCode& code);
    void writePicture(OdtXml& xml, const Drawing& drawing, qreal height, const Gaps& gaps, const QString& title);
    void write(OdtXml& xml, const TwoColumns& columns);
    void write(OdtXml& xml, const RuleLine& rule, qreal width, const Paragraph* above);
    void writeRun(OdtXml& xml, const Run& run);
    void writeColumn(OdtXml& xml, const QList<ColumnBlock>& blocks, qreal width);
    void writeRows(OdtXml& xml, const QList<Row>& rows, int columns, bool header, const Table& table);
    void writeSpacer(OdtXml& xml, qreal points, bool breakBefore = false, bool keepWithNext = false);
    QString cellStyle(bool borders, bool header, bool middle);
    QString tableStyle(qreal before, qreal after);
    void writeColumnStyles(OdtXml& xml, const QList<qreal>& edges);
    QMap<QString, QString> firstPage();

    const Paper& m_paper;
    qreal m_width; ///< of the body, points
    OdtStyles m_styles;
    QList<OdtPart> m_pictures;
    bool m_firstWritten = false;
};

} // namespace maiam::papers
