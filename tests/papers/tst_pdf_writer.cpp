// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/pdf_writer.h"

#include "models/papers/decree30.h"
#include "models/papers/page_composer.h"
#include "tests/papers/pdf_text.h"
#include "tests/papers/sample_report.h"

#include <QBuffer>
#include <QPageRanges>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace maiam;
using namespace maiam::papers;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray pdf(const Paper& paper)
{
    return pdfOf(composePaper(paper), s("Báo cáo")).value_or(QByteArray());
}

} // namespace

class TestPdfWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(s("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed");
        // For looking at the pages by hand.
        const QString folder = qEnvironmentVariable("MAIAM_PAPERS_OUT");
        if (!folder.isEmpty()) {
            QVERIFY(writePdf(composePaper(sampleReport()), folder + s("/commune.pdf"), s("Báo cáo")));
            QVERIFY(writePdf(composePaper(sampleProvinceReport()), folder + s("/province.pdf"), s("Báo cáo")));
            QVERIFY(writePdf(composePaper(longTable(60)), folder + s("/table.pdf"), s("Bảng")));
        }
    }

    void vietnameseLettersCanBeReadBack()
    {
        const QString text = pagesOf(pdf(sampleReport())).join(QLatin1Char(' ')).simplified();
        for (const char* words : { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "XÃ BÌNH LIÊU",
                 "/BC-UBND", "Xâm hại tình dục trẻ em", "Bỏ rơi, bỏ mặc trẻ em", "KHÓ KHĂN, KIẾN NGHỊ",
                 "Nơi nhận:", "- Lưu: VT, VHXH.", "Trần Văn Mẫu", "lượt người tham gia" })
            QVERIFY2(text.contains(s(words)), words);
        QCOMPARE(text, text.normalized(QString::NormalizationForm_C));
    }

    void everyVietnameseLetterHasAGlyphInEveryFace()
    {
        const QString letters =
            s("ĂẮẰẲẴẶÂẤẦẨẪẬĐÊẾỀỂỄỆÔỐỒỔỖỘƠỚỜỞỠỢƯỨỪỬỮỰÝỲỶỸỴăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựýỳỷỹỵ");
        Paper paper;
        for (const bool bold : { false, true })
            for (const bool italic : { false, true })
                paper.blocks.append(Paragraph { { Run { letters, bold, italic } }, Align::Left, 8 });
        const QString text = pagesOf(pdf(paper)).join(QString()).simplified();
        QCOMPARE(text.count(letters), 4);
    }

    void decomposedLettersAreComposed()
    {
        Paper paper;
        paper.blocks = { Paragraph { { Run { s("Tiếng Việt").normalized(QString::NormalizationForm_D) } } } };
        QVERIFY(pagesOf(pdf(paper)).join(QString()).contains(s("Tiếng Việt")));
    }

    void pageNumbersBeginOnTheSecondPage()
    {
        const QStringList pages = pagesOf(pdf(longTable(200)));
        QVERIFY(pages.size() > 3);
        const QRegularExpression lonely(s("^\\s*\\d+\\s*$"));
        QVERIFY(!lonely.match(pages[0].section(QLatin1Char('\n'), 0, 0)).hasMatch());
        for (int i = 1; i < pages.size(); ++i)
            QCOMPARE(pages[i].section(QLatin1Char('\n'), 0, 0).trimmed(), QString::number(i + 1));
    }

    void noRowIsSplitAndEveryPageHasTheHead()
    {
        const int rows = 500;
        const ComposedPaper composed = composePaper(longTable(rows));
        const QStringList pages = pagesOf(*pdfOf(composed, s("Bảng")));
        QCOMPARE(pages.size(), composed.pageCount());
        for (const QString& page : pages)
            QCOMPARE(page.count(s("Đầu-bảng")), 1);
        QList<int> seen(rows, 0);
        for (const QString& page : pages) {
            const QString text = page.simplified();
            for (int i = 0; i < rows; ++i) {
                const bool begins = text.contains(s("a-%1-").arg(i));
                QCOMPARE(text.contains(s("z-%1-").arg(i)), begins);
                QCOMPARE(text.contains(QRegularExpression(s("hàng-%1\\b").arg(i))), begins);
                seen[i] += begins;
            }
        }
        QCOMPARE(seen, QList<int>(rows, 1));
    }

    void aRowTallerThanAPageIsPrintedWhole()
    {
        Paper paper = longTable(1);
        std::get<Table>(paper.blocks[0])
            .rows.append({ { decree30::textCell(s("đầu")), decree30::textCell(s("kể ").repeated(3000) + s("hết")) } });
        const QStringList pages = pagesOf(pdf(paper));
        QVERIFY(pages.size() > 2);
        const QString text = pages.join(QLatin1Char(' '));
        QCOMPARE(text.count(s("kể")), 3000);
        QVERIFY(text.contains(s("hết")));
    }

    void sampleRegistersSaySoOnEveryPage()
    {
        Paper paper = longTable(100);
        paper.banner = s("SỐ LIỆU MẪU");
        paper.draftLine = s("Bản nháp");
        for (const QString& page : pagesOf(pdf(paper))) {
            QCOMPARE(page.count(s("SỐ LIỆU MẪU")), 1);
            QCOMPARE(page.count(s("Bản nháp")), 1);
        }
    }

    void noFigureIdLinkOrAnchorLeaves()
    {
        const QByteArray bytes = pdf(sampleReport());
        QVERIFY(!pagesOf(bytes).join(QString()).contains(s("fig-")));
        const QByteArray all = inflated(bytes);
        QVERIFY2(all.contains(" Tf"), "the streams were not opened, so the search proves nothing");
        for (const char* trace : { "fig-", "/Subtype /Link", "/Type /Annot", "/URI", "/Dest", "/Names" })
            QVERIFY2(!all.contains(trace), trace);
    }

    void theFileSaysOnlyTitleAndProgram()
    {
        const QByteArray bytes = pdf(sampleReport());
        QVERIFY(!bytes.contains("/Author"));
        const QString user = qEnvironmentVariable("USER");
        QVERIFY(user.size() < 3 || !bytes.contains("(" + user.toUtf8()));
    }

    void onlyThePagesAskedForArePrinted()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        {
            QPdfWriter device(&buffer);
            device.setPageRanges(QPageRanges::fromString(s("2-3")));
            QVERIFY(printPaper(composePaper(longTable(200)), device));
        }
        const QStringList pages = pagesOf(bytes);
        QCOMPARE(pages.size(), 2);
        QCOMPARE(pages[0].section(QLatin1Char('\n'), 0, 0).trimmed(), s("2"));
    }

    void landscapeGivesALyingPage()
    {
        Paper paper = longTable(3);
        std::swap(paper.page.widthMm, paper.page.heightMm);
        QVERIFY(inflated(pdf(paper)).contains("/MediaBox [0 0 842"));
        QVERIFY(inflated(pdf(longTable(3))).contains("/MediaBox [0 0 595"));
    }

    void aFailureSaysWhyAndLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const ComposedPaper paper = composePaper(sampleReport());
        const QString file = folder.filePath(s("báo cáo.pdf"));
        QVERIFY(writePdf(paper, file, s("Báo cáo")));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const Result<void> nowhere = writePdf(paper, folder.filePath(s("không có/x.pdf")), s("Báo cáo"));
        QVERIFY(!nowhere);
        QVERIFY(!nowhere.error().message.isEmpty());
        QVERIFY(!nowhere.error().detail.contains(folder.path()));
        const Result<void> empty = writePdf(ComposedPaper(), file, s("Báo cáo"));
        QCOMPARE(empty.error().code, ErrorCode::InvalidInput);
        QFile old(file);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QVERIFY(old.readAll().startsWith("%PDF"));
    }
};

QTEST_MAIN(TestPdfWriter)
#include "tst_pdf_writer.moc"
