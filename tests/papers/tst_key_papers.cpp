// SPDX-License-Identifier: GPL-3.0-or-later
// The papers that open the register: the recovery key's sheet and the two escrow sheets.
#include "models/papers/escrow_paper.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/papers/recovery_paper.h"
#include "tests/papers/pdf_text.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam::papers;

namespace {
/// A moment of a day in Viet Nam.
maiam::UtcMs moment(QDate day, int hour, int minute)
{
    return maiam::civil::at(day, QTime(hour, minute));
}

const QStringList Groups { u"0A1B2"_s, u"3C4D5"_s, u"6E7F8"_s, u"9G0H1"_s, u"2J3K4"_s, u"5M6N7"_s, u"8P9Q0"_s,
    u"1R2S3"_s };

QStringList pages(const Paper& paper)
{
    return pagesOf(pdfOf(composePaper(paper), u"Khóa"_s).value());
}

/// The lines of a page as somebody reads them, without the room between words.
QStringList linesOf(const QString& page)
{
    QStringList lines;
    for (const QString& line : page.split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.simplified());
    return lines;
}
} // namespace

class TestKeyPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not here");
    }

    void twoRecoverySheetsCanBeToldApart()
    {
        const RecoverySheet first { u"UBND xã Bình Liêu"_s, u"Đỗ Thị Quản"_s, moment(QDate(2026, 3, 2), 8, 2), false };
        const QStringList one = pages(recoveryPaper(first, Groups));
        QCOMPARE(one.size(), 1); // it goes into one envelope
        const QString said = one.first().simplified();
        for (const QString& wanted : { u"Sổ bảo vệ trẻ em – UBND xã Bình Liêu"_s, u"Mái Ấm"_s, u"bấm “Quên…”"_s,
                 u"nhập tám nhóm"_s, u"In lúc 08:02 ngày 02/03/2026, người in: Đỗ Thị Quản."_s, Groups.last() })
            QVERIFY2(said.contains(wanted), qPrintable(wanted + u'\n' + said));
        QVERIFY(!said.contains(u"Tờ in trước đó"_s)); // there is none
        QVERIFY(!said.contains(u"Người lập sổ"_s));
        const RecoverySheet again { first.office, u"Trần Minh"_s, moment(QDate(2026, 3, 2), 16, 40), true };
        const QString later = pages(recoveryPaper(again, Groups)).first().simplified();
        QVERIFY(later.contains(u"Tờ in trước đó không còn giá trị."_s));
        QVERIFY(later.contains(u"In lúc 16:40 ngày 02/03/2026, người in: Trần Minh."_s));
    }

    void anOfficeThatIsNotKnownIsToBeWrittenByHand()
    {
        const RecoverySheet sheet { {}, u"Trần Minh"_s, moment(QDate(2026, 11, 24), 8, 0), true };
        const QString said = pages(recoveryPaper(sheet, Groups)).join(u' ');
        QVERIFY2(said.contains(u"(ghi tên đơn vị)"_s), qPrintable(said));
    }

    void theEscrowSheetsBearNoNumberAndOneLineForEachEntry()
    {
        const QStringList sheets = pages(escrowPaper({ u"UBND xã Bình Liêu"_s, {}, 0 }, { Groups, Groups }));
        QCOMPARE(sheets.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QStringList lines = linesOf(sheets.at(i));
            QCOMPARE(lines.first(), u"PHẦN KÝ GỬI SỐ %1 TRÊN 2"_s.arg(i + 1));
            QVERIFY2(lines.contains(u"Ngày niêm phong: ……/……/…………"_s), qPrintable(lines.join(u'\n')));
            QVERIFY2(lines.contains(u"Người giữ tờ số %1: ………………………………"_s.arg(i + 1)), qPrintable(lines.join(u'\n')));
        }
    }

    void bothEscrowSheetsSayWhichTwoBelongTogether()
    {
        const EscrowSheets made { u"UBND xã Bình Liêu"_s, u"Hoàng Thị Lan"_s, moment(QDate(2026, 11, 29), 8, 2) };
        const QStringList sheets = pages(escrowPaper(made, { Groups, Groups }));
        QCOMPARE(sheets.size(), 2); // each on one page still
        for (const QString& sheet : sheets) {
            const QString said = sheet.simplified();
            for (const QString& wanted : { u"Hai tờ cùng in lúc 08:02 ngày 29/11/2026, người in: Hoàng Thị Lan."_s,
                     u"Chỉ dùng được với nhau; hai tờ in trước đó hết giá trị."_s })
                QVERIFY2(said.contains(wanted), qPrintable(wanted + u'\n' + said));
        }
    }
};

QTEST_MAIN(TestKeyPapers)
#include "tst_key_papers.moc"
