// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/access_paper.h"

#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "tests/papers/pdf_text.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam::papers;

namespace {
AccessPaperData list()
{
    AccessPaperData data;
    data.office = u"UBND xã Bình Liêu"_s;
    data.scope = u"mọi người · mọi việc"_s;
    data.from = QDate(2026, 10, 30);
    data.to = QDate(2026, 11, 29);
    data.printed = maiam::civil::at(data.to, QTime(7, 59));
    data.user = u"Hoàng Thị Lan"_s;
    data.rows.append(
        { u"08:05 24/11/2026"_s, u"Hoàng Thị Lan"_s, u"mở xem"_s, u"06838-78"_s, u"Trẻ em\nBL-TE-0001"_s });
    return data;
}

QString text(const AccessPaperData& data)
{
    return pagesOf(pdfOf(composePaper(accessPaper(data)), u"Ai đã xem"_s).value()).join(u' ').simplified();
}
} // namespace

class TestAccessPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not here");
    }

    void theListOfAllNamesNoFileAboveItsLines()
    {
        const QString all = text(list());
        for (const QString& wanted :
            { u"SỔ THEO DÕI TRUY CẬP"_s, u"UBND xã Bình Liêu"_s, u"mở xem"_s, u"Hoàng Thị Lan"_s, u"06838-78"_s })
            QVERIFY2(all.contains(wanted), qPrintable(wanted + u'\n' + all));
        QVERIFY(!all.contains(u"MỘT HỒ SƠ"_s));
    }

    void anInspectorReadsOfWhichDaysTheListIsAndWhoPrintedIt()
    {
        AccessPaperData data = list();
        for (int i = 1; i < 42; ++i)
            data.rows.append(data.rows.constFirst());
        QString all = text(data);
        QVERIFY2(all.contains(u"Từ 30/10/2026 đến 29/11/2026 · mọi người · mọi việc: 42 mục. In lúc 07:59 ngày "
                              "29/11/2026, người in: Hoàng Thị Lan."_s),
            qPrintable(all));
        data.from = {};
        data.newestOnly = 42;
        all = text(data);
        QVERIFY2(all.contains(u"Từ khi lập sổ đến 29/11/2026 · mọi người · mọi việc: hơn 42 mục."_s), qPrintable(all));
    }

    void aCodeStandsOnOneLine()
    {
        AccessPaperData data = list();
        for (int i = 0; i < 60; ++i)
            data.rows.append(data.rows.constFirst());
        const QStringList pages = pagesOf(pdfOf(composePaper(accessPaper(data)), u"Ai đã xem"_s).value());
        QCOMPARE(pages.join(u' ').count(u"BL-TE-0001"_s), data.rows.size());
    }

    void noPageHoldsTheClosingWordsAlone()
    {
        AccessPaperData data = list();
        for (int i = 0; i < 60; ++i) { // whatever the number of lines
            data.rows.append(data.rows.constFirst());
            const QStringList pages = pagesOf(pdfOf(composePaper(accessPaper(data)), u"Ai đã xem"_s).value());
            QVERIFY2(pages.constLast().contains(u"Hoàng"_s), qPrintable(pages.constLast()));
        }
    }

    void theListOfOneFileCannotBeTakenForThatOfAll()
    {
        AccessPaperData data = list();
        data.files = { u"BL-2026-0014"_s, u"BL-T-0001"_s };
        const QString all = text(data);
        QVERIFY2(all.contains(u"CỦA MỘT HỒ SƠ"_s), qPrintable(all));
        QVERIFY2(all.contains(u"BL-2026-0014, BL-T-0001"_s), qPrintable(all));
        QVERIFY(all.contains(u"Từ 30/10/2026 đến 29/11/2026"_s));
    }
};

QTEST_MAIN(TestAccessPaper)
#include "tst_access_paper.moc"
