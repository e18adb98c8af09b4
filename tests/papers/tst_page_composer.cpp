// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/page_composer.h"

#include "models/papers/decree30.h"
#include "models/papers/paper_font.h"
#include "models/papers/slabs.h"
#include "tests/papers/sample_report.h"

#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <QTest>

#include <rapidcheck.h>

using namespace maiam::papers;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QImage drawn(const ComposedPaper& paper, int page, qreal dpi, const ScreenLook& look = {})
{
    QImage image(paper.pageSize(dpi).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paper.drawPage(painter, page, dpi, look);
    return image;
}

QRect inkOf(const QImage& image, int darkerThan = 128)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < darkerThan)
                ink |= QRect(x, y, 1, 1);
    return ink;
}

} // namespace

class TestPageComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPaperIsOneWhitePage()
    {
        const ComposedPaper paper = composePaper({});
        QCOMPARE(paper.pageCount(), 1);
        QVERIFY(inkOf(drawn(paper, 0, 40)).isNull());
        QCOMPARE(paper.pageSize(25.4), QSizeF(210, 297));
    }

    void inkStaysInsideTheMarginsOfDecree30()
    {
        const ComposedPaper paper = composePaper(sampleReport());
        const QRect ink = inkOf(drawn(paper, 0, 50.8)); // two pixels a millimetre
        QVERIFY2(ink.left() >= 59, qPrintable(s("left %1").arg(ink.left())));
        QVERIFY2(ink.right() <= 381, qPrintable(s("right %1").arg(ink.right())));
        QVERIFY2(ink.top() >= 39, qPrintable(s("top %1").arg(ink.top())));
        QVERIFY2(ink.bottom() <= 555, qPrintable(s("bottom %1").arg(ink.bottom())));
    }

    void aNumberIsFoundWhereItIsDrawn()
    {
        const ComposedPaper paper = composePaper(sampleReport());
        QStringList found;
        for (int page = 0; page < paper.pageCount(); ++page) {
            for (const PlacedFigure& figure : paper.figures(page, 96)) {
                found.append(figure.figure);
                QCOMPARE(paper.figureAt(page, figure.rect.center(), 96), figure.figure);
                const QImage image = drawn(paper, page, 96).copy(figure.rect.toAlignedRect());
                QVERIFY2(!inkOf(image).isNull(), qPrintable(figure.figure));
            }
        }
        QVERIFY(found.contains(s("fig-sexual-3")));
        QVERIFY(found.contains(s("fig-people-9")));
        QCOMPARE(paper.figureAt(0, QPointF(5, 5), 96), QString());
        QCOMPARE(paper.figureAt(99, QPointF(5, 5), 96), QString());
    }

    void numbersLookLikeLinksOnlyWhereTheScreenAsks()
    {
        const ComposedPaper paper = composePaper(sampleReport());
        const auto coloured = [](const QImage& image) {
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (QColor(image.pixel(x, y)).saturation() > 60)
                        return true;
            return false;
        };
        QVERIFY(!coloured(drawn(paper, 0, 96)));
        const QImage screen = drawn(paper, 0, 96, { QColor(0, 90, 110), s("fig-cases") });
        QVERIFY(coloured(screen));
        const QString folder = qEnvironmentVariable("MAIAM_PAPERS_OUT"); // for looking at the page by hand
        if (!folder.isEmpty())
            screen.save(folder + s("/screen.png"));
    }

    void aParagraphNeverLeavesOneLineAlone()
    {
        // Whatever stands before it, a paragraph of several lines has two of them at each side of a page break.
        rc::check("no widow, no orphan", [] {
            const int before = *rc::gen::inRange(0, 45);
            const int words = *rc::gen::inRange(1, 160);
            Paper paper;
            for (int i = 0; i < before; ++i)
                paper.blocks.append(Paragraph { { Run { s("dòng") } } });
            paper.blocks.append(decree30::body({ Run { s("từ ").repeated(words * 4), false, false, s("body") } }));
            const ComposedPaper composed = composePaper(paper);
            QList<int> lines;
            for (int page = 0; page < composed.pageCount(); ++page)
                if (const int count = int(composed.figures(page, 72).size()))
                    lines.append(count);
            if (lines.size() > 1) {
                for (const int count : lines)
                    RC_ASSERT(count >= 2);
            }
        });
    }

    void aHeadingIsNeverTheLastLineOfAPage()
    {
        for (int before = 0; before < 50; ++before) {
            Paper paper;
            for (int i = 0; i < before; ++i)
                paper.blocks.append(Paragraph { { Run { s("dòng") } } });
            Paragraph heading = decree30::heading({});
            heading.runs = { Run { s("II. KẾT QUẢ"), true, false, s("heading") } };
            paper.blocks.append(heading);
            paper.blocks.append(decree30::body({ Run { s("Trong kỳ"), false, false, s("text") } }));
            const ComposedPaper composed = composePaper(paper);
            for (int page = 0; page < composed.pageCount(); ++page) {
                const bool hasHeading =
                    !composed.figures(page, 72).isEmpty() && composed.figures(page, 72).first().figure == s("heading");
                if (hasHeading)
                    QCOMPARE(composed.figures(page, 72).last().figure, s("text"));
            }
        }
    }

    void theSignatureStaysWithTheLastWords()
    {
        for (int before = 20; before < 45; ++before) {
            Paper paper;
            for (int i = 0; i < before; ++i)
                paper.blocks.append(Paragraph { { Run { s("dòng"), false, false, s("body") } } });
            SignatureBlock signature = decree30::signature({ { s("CHỦ TỊCH") }, s("Trần Văn Mẫu"), { s("Sở Y tế") } });
            std::get<Paragraph>(signature.columns.right.first()).runs.first().figure = s("signer");
            paper.blocks.append(signature);
            const ComposedPaper composed = composePaper(paper);
            const QList<PlacedFigure> last = composed.figures(composed.pageCount() - 1, 72);
            QCOMPARE(last.first().figure, s("body"));
            QCOMPARE(last.last().figure, s("signer"));
        }
    }

    void rowsOfAnyHeightStayInsideThePage()
    {
        rc::check("no slab leaves the body, no row is lost", [] {
            const auto lengths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 900));
            Table table;
            table.widths = { 1, 2 };
            table.headerRows = { { { decree30::headerCell(s("Đầu")), decree30::headerCell(s("Bảng")) } } };
            for (const int length : lengths)
                table.rows.append(
                    { { decree30::figureCell(s("1"), s("row")), decree30::textCell(s("chữ ").repeated(length)) } });
            const Slabs slabs = cutIntoSlabs({ table }, 450, 300);
            int rows = 0;
            for (const Slab& slab : slabs.flow) {
                RC_ASSERT(slab.height <= 300.01);
                rows += int(slab.drawing.figures.size());
            }
            RC_ASSERT(rows == int(lengths.size()));
        });
    }

    void aPageBreakBeginsAPage()
    {
        Paper paper;
        paper.blocks = { PageBreak {}, decree30::body(s("một")), PageBreak {}, decree30::body(s("hai")), PageBreak {},
            longTable(2).blocks.first() };
        QCOMPARE(composePaper(paper).pageCount(), 3); // none before the first words
    }

    void theStateNameFitsOnOneLine()
    {
        const Paper paper = sampleReport();
        const auto& head = std::get<TwoColumns>(paper.blocks.first());
        const QList<Slab> left =
            cutIntoSlabs({ std::get<Paragraph>(head.right.first()) }, pointsOf(160) * 0.58, 700).flow;
        QCOMPARE(left.size(), 1);
    }

    void aTitleOfTwoLinesLeavesNoYearAlone()
    {
        Paper paper;
        paper.blocks = decree30::title(
            s("BÁO CÁO"), s("Kết quả công tác bảo vệ trẻ em, phòng, chống xâm hại trẻ em tháng 11 năm 2026"));
        std::get<Paragraph>(paper.blocks[1]).runs.first().figure = s("title");
        const QList<PlacedFigure> lines = composePaper(paper).figures(0, 72);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].rect.width() > lines[0].rect.width() * 0.6);
        for (const PlacedFigure& line : lines)
            QVERIFY(std::abs(line.rect.center().x() - pointsOf(30 + 80)) < 4);
    }

    void theProgramBringsItsOwnVietnameseLetters()
    {
        if (paperFontFamily() == s("Times New Roman"))
            QSKIP("Times New Roman is installed here, so the embedded fonts are not used");
        const QString letters = s("ẮẰẲẴẶẤẦẨẪẬĐẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỶỸỴắằẳẵặấầẩẫậđếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵ");
        for (const char* face : { "Regular", "Bold", "Italic", "BoldItalic" }) {
            const QRawFont font(s(":/fonts/LiberationSerif-%1.ttf").arg(s(face)), 20);
            QVERIFY2(font.isValid(), face);
            for (const QChar letter : letters)
                QVERIFY(font.supportsCharacter(letter));
        }
    }

    void datesAndNumbersArePaddedAsTheDecreeSays()
    {
        using namespace decree30;
        QCOMPARE(dateLine(placeAndDate(s("Bình Liêu"), QDate(2026, 2, 5))), s("Bình Liêu, ngày 05 tháng 02 năm 2026"));
        QCOMPARE(dateLine(placeAndDate(s("Bình Liêu"), QDate(2026, 3, 15))), s("Bình Liêu, ngày 15 tháng 3 năm 2026"));
        QCOMPARE(numberLine(5, s("BC-UBND")), s("Số: 05/BC-UBND"));
        QCOMPARE(numberLine(125, s("BC-UBND")), s("Số: 125/BC-UBND"));
        QCOMPARE(numberLine({}, s("BC-UBND")).remove(QChar(QChar::Nbsp)), s("Số: /BC-UBND"));
        const QList<Block> bases = legalBases({ s("Luật Trẻ em;"), s("Nghị định") });
        QCOMPARE(std::get<Paragraph>(bases[0]).runs.first().text, s("Luật Trẻ em;"));
        QCOMPARE(std::get<Paragraph>(bases[1]).runs.first().text, s("Nghị định."));
    }

    void fiveHundredRowsComposeQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        const ComposedPaper paper = composePaper(longTable(500));
        QVERIFY(paper.pageCount() > 15);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(s("%1 ms").arg(timer.elapsed())));
    }
};

QTEST_MAIN(TestPageComposer)
#include "tst_page_composer.moc"
