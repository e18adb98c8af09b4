// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/odt_writer.h"

#include "tests/papers/pdf_text.h"
#include "tests/papers/sample_report.h"

#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <zip.h>

using namespace maiam;
using namespace maiam::papers;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Files of a package in their order.
QList<std::pair<QString, QByteArray>> unpack(const QByteArray& odt)
{
    QList<std::pair<QString, QByteArray>> files;
    zip_source_t* source = zip_source_buffer_create(odt.constData(), zip_uint64_t(odt.size()), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (!archive) {
        zip_source_free(source);
        return files;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, zip_uint64_t(i), 0, &stat);
        QByteArray bytes(qsizetype(stat.size), '\0');
        zip_file_t* file = zip_fopen_index(archive, zip_uint64_t(i), 0);
        if (zip_fread(file, bytes.data(), stat.size) == zip_int64_t(stat.size))
            files.append({ QString::fromUtf8(stat.name), bytes });
        zip_fclose(file);
    }
    zip_discard(archive);
    return files;
}

QByteArray part(const QByteArray& odt, const char* name)
{
    for (const auto& [file, bytes] : unpack(odt))
        if (file == QLatin1StringView(name))
            return bytes;
    return {};
}

QByteArray odt(const Paper& paper)
{
    return odtOf(paper, s("Báo cáo <tháng 11> & quý")).value_or(QByteArray());
}

} // namespace

class TestOdtWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePackageBeginsWithItsType()
    {
        const QByteArray bytes = odt(sampleReport());
        QCOMPARE(bytes.mid(30, 8), QByteArray("mimetype"));
        QCOMPARE(bytes.mid(38, 39), QByteArray("application/vnd.oasis.opendocument.text"));
        QCOMPARE(bytes.mid(8, 2), QByteArray("\0\0", 2)); // stored
        QCOMPARE(bytes.mid(28, 2), QByteArray("\0\0", 2)); // no extra field
        QStringList names;
        for (const auto& file : unpack(bytes))
            names.append(file.first);
        QCOMPARE(names,
            QStringList({ s("mimetype"), s("META-INF/manifest.xml"), s("content.xml"), s("styles.xml"), s("meta.xml"),
                s("Pictures/picture1.png") }));
    }

    void everyPartIsWellFormed()
    {
        for (const Paper& paper : { sampleReport(), sampleProvinceReport(), longTable(40), Paper() }) {
            for (const auto& [name, bytes] : unpack(odt(paper))) {
                if (!name.endsWith(s(".xml")))
                    continue;
                QXmlStreamReader reader(bytes);
                while (!reader.atEnd())
                    reader.readNext();
                QVERIFY2(!reader.hasError(), qPrintable(name + reader.errorString()));
            }
        }
    }

    void whatWordsSayArrivesUnchanged()
    {
        Paper paper;
        paper.blocks = { Paragraph { { Run { s("  Ông <A> & bà \"B\":   ba dấu cách\nhàng sau\x01") } } } };
        QXmlStreamReader reader(part(odt(paper), "content.xml"));
        QString text;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters())
                text += reader.text();
            else if (reader.isStartElement() && reader.qualifiedName() == s("text:s"))
                text += QLatin1Char(' ');
            else if (reader.isStartElement() && reader.qualifiedName() == s("text:line-break"))
                text += QLatin1Char('\n');
        }
        QCOMPARE(text, s("  Ông <A> & bà \"B\":   ba dấu cách\nhàng sau"));
    }

    void pageAndMarginsAreThoseOfDecree30()
    {
        const QByteArray styles = part(odt(sampleReport()), "styles.xml");
        for (const char* value : { "fo:page-width=\"210.00mm\"", "fo:page-height=\"297.00mm\"",
                 "fo:margin-left=\"30.00mm\"", "fo:margin-right=\"20.00mm\"", "fo:margin-bottom=\"20.00mm\"",
                 "style:next-style-name=\"Standard\"", "'Times New Roman', 'Liberation Serif'", "text:page-number" })
            QVERIFY2(styles.contains(value), value);
        QCOMPARE(styles.count("<text:page-number"), 1); // the first page's header has none
        const QByteArray content = part(odt(sampleReport()), "content.xml");
        QCOMPARE(content.count("style:master-page-name=\"First\""), 1);
        QCOMPARE(content.count("<table:table-header-rows"), 2);
        QVERIFY(content.contains("table:covered-table-cell"));
    }

    void noFigureIdLeaves()
    {
        for (const auto& [name, bytes] : unpack(odt(sampleProvinceReport()))) {
            QVERIFY2(!bytes.contains("fig-"), qPrintable(name));
            QVERIFY2(!bytes.contains("text:bookmark") && !bytes.contains("text:a "), qPrintable(name));
        }
        const QByteArray meta = part(odt(sampleReport()), "meta.xml");
        QVERIFY(meta.contains("Báo cáo &lt;tháng 11&gt; &amp; quý"));
        QVERIFY(!meta.contains("creator") && !meta.contains("date"));
    }

    void theSamePaperGivesTheSameBytes() { QCOMPARE(odt(sampleReport()), odt(sampleReport())); }

    void anotherProgramOpensIt()
    {
        const QString office = QStandardPaths::findExecutable(s("soffice"));
        if (office.isEmpty() || QStandardPaths::findExecutable(s("pdftotext")).isEmpty())
            QSKIP("LibreOffice or pdftotext is not installed");
        QTemporaryDir folder;
        Paper paper = sampleProvinceReport();
        paper.blocks.append(PageBreak {});
        paper.blocks.append(longTable(60).blocks);
        QVERIFY(writeOdt(paper, folder.filePath(s("paper.odt")), s("Báo cáo")));
        QProcess process;
        process.start(office,
            { s("-env:UserInstallation=file://") + folder.filePath(s("profile")), s("--headless"), s("--convert-to"),
                s("pdf"), s("--outdir"), folder.path(), folder.filePath(s("paper.odt")) });
        if (!process.waitForFinished(55000)) {
            process.kill();
            process.waitForFinished();
            QSKIP("LibreOffice took longer than 55 seconds");
        }
        QFile file(folder.filePath(s("paper.pdf")));
        QVERIFY2(file.open(QIODevice::ReadOnly), process.readAllStandardError().constData());
        const QByteArray bytes = file.readAll();
        const QString out = qEnvironmentVariable("MAIAM_PAPERS_OUT");
        if (!out.isEmpty())
            QFile::copy(file.fileName(), out + s("/from_odt.pdf"));
        const QStringList pages = pagesOf(bytes);
        QVERIFY(pages.size() > 4);
        for (const QString& page : pages)
            QCOMPARE(page.count(s("SỐ LIỆU MẪU")), 1);
        QVERIFY(pages[0].contains(s("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")));
        QCOMPARE(pages[1].section(QLatin1Char('\n'), 0, 0).simplified(), s("SỐ LIỆU MẪU 2"));
        QVERIFY(pages.last().contains(s("Đầu-bảng")));
        QCOMPARE(pages.join(QString()).count(s("Đầu-bảng")), pages.filter(s("Đầu-bảng")).size());
        QVERIFY(pages.filter(s("Đầu-bảng")).size() > 1);
    }
};

QTEST_MAIN(TestOdtWriter)
#include "tst_odt_writer.moc"
