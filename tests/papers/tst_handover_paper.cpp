// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/handover_paper.h"

#include "models/papers/handover_tables.h"
#include "models/papers/odt_writer.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "tests/papers/pdf_text.h"
#include "tests/support/small_register.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::papers;

namespace {
const QByteArray Commune(16, 'a');
const UtcMs Now = civil::at(QDate(2026, 11, 24), QTime(8, 5));
constexpr UtcMs Hour = 3600'000;

void fill(SmallRegister& reg, int cases)
{
    reg.add(kinds::Office, { { "unit", u"06838"_s }, { "name", u"UBND xã Bình Liêu"_s }, { "role", u"commune"_s } },
        Commune, recordId::named(Commune, "office"));
    for (int i = 0; i < cases; ++i) {
        const QUuid child = recordId::create(Commune);
        reg.add(kinds::Child, { { "name", i % 2 ? u"Chíu Văn Đức"_s : u"Tằng Mỹ Ánh"_s } }, Commune, child);
        reg.add(kinds::Case,
            { { "code", u"BL-2026-%1"_s.arg(i + 1, 4, 10, QLatin1Char('0')) }, { "child", idBytes(child) },
                { "step", u"intake"_s }, { "received", Now - (i + 3) * Hour }, { "outcome", u"case"_s } },
            Commune);
    }
    reg.add(kinds::Session,
        { { "type", u"class-children"_s }, { "state", u"planned"_s }, { "starts", Now + 48 * Hour },
            { "title", u"Phòng tránh đuối nước"_s }, { "place", u"Trường TH Bình Liêu"_s } },
        Commune);
}

Handover handed(SmallRegister& reg)
{
    static const StatutoryClock clock = *StatutoryClock::fromCatalogues(builtInCatalogues());
    auto read = Handover::read(reg.database(), builtInCatalogues(), clock, Commune, Now, QUuid());
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    read->backup = { u"C:/so/backups"_s, Now - 20 * Hour };
    read->packages.push_back({ u"goi-2026-10.maiam"_s, Now - 500 * Hour });
    return std::move(*read);
}

const HandoverParties Parties { { u"Hoàng Thị Lan"_s, u"Công chức Văn hóa - Xã hội"_s, Role::Officer },
    { u"Trần Minh"_s, {}, Role::Officer }, Leaving::Removed };

HandoverWords words()
{
    HandoverWords words;
    words.requests = u"Công văn 12/CV-SYT, trả lời trước 30/11/2026\nĐề nghị của trường TH"_s;
    words.dossiers = u"Tủ sắt phòng 203, ngăn 2"_s;
    words.envelope = u"Chủ tịch giữ, còn niêm phong"_s;
    words.witness = u"Lê Văn Chủ"_s;
    words.witnessPost = u"Chủ tịch UBND xã"_s;
    return words;
}

QStringList pages(const Paper& paper)
{
    return pagesOf(pdfOf(composePaper(paper), handoverTitle()).value());
}

QString text(const Paper& paper)
{
    return pages(paper).join(u' ').simplified();
}
} // namespace

class TestHandoverPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not here");
    }

    void itHoldsWhatChangesHandsAndThreeSignatures()
    {
        SmallRegister reg;
        fill(reg, 3);
        const QString all = text(handoverPaper(handed(reg), Parties, words(), builtInCatalogues()));
        for (const QString& wanted : { u"BIÊN BẢN"_s, u"ỦY BAN NHÂN DÂN"_s, u"XÃ BÌNH LIÊU"_s, u"/BB-UBND"_s,
                 u"ngày 24 tháng 11 năm 2026"_s, u"Có 3 hồ sơ đang mở, không có hồ sơ nào quá hạn"_s, u"BL-2026-0003"_s,
                 u"12 giờ: đến 17:05"_s, u"Mẫu 02"_s, u"12/CV-SYT"_s, u"goi-2026-10.maiam"_s, u"Phòng tránh"_s,
                 u"Trường TH"_s, u"12:05 23/11/2026"_s, u"Tủ sắt phòng 203"_s, u"Chủ tịch giữ, còn niêm phong"_s,
                 u"NGƯỜI GIAO"_s, u"NGƯỜI NHẬN"_s, u"ĐẠI DIỆN UBND"_s, u"(NGƯỜI CHỨNG KIẾN)"_s,
                 u"[ x ] không mở sổ được nữa, khóa sổ giữ nguyên"_s, u"[ ] vẫn mở được sổ"_s,
                 u"03 bản có giá trị như nhau: bên giao giữ 01 bản, bên nhận giữ 01 bản, 01 bản lưu"_s })
            QVERIFY2(all.contains(wanted), qPrintable(wanted + u"\n"_s + all));
        QVERIFY(!all.contains(u"hết giá trị"_s)); // the recovery key stays
        QVERIFY(
            all.count(u"Hoàng Thị Lan"_s) == 2 && all.count(u"Trần Minh"_s) == 2 && all.count(u"Lê Văn Chủ"_s) == 2);
        QVERIFY(!all.contains(u"SỐ LIỆU MẪU"_s));
    }

    void aNewRecoveryKeyIsOnTheRecordAndTheFormerEnvelopeIsCalledWorthless()
    {
        SmallRegister reg;
        fill(reg, 1);
        HandoverParties parties = Parties;
        parties.leaving = Leaving::RemovedWithNewKey;
        parties.newRecoveryKey = true;
        const QString all = text(handoverPaper(handed(reg), parties, words(), builtInCatalogues()));
        for (const QString& wanted : { u"Khóa khôi phục mới được in khi bàn giao; khóa trong phong bì cũ hết giá trị"_s,
                 u"Phong bì mới giao Chủ tịch ngày ……/……/"_s })
            QVERIFY2(all.contains(wanted), qPrintable(wanted + u"\n"_s + all));
        const Table places = handoverTables::places(words(), true);
        QCOMPARE(places.rows.at(2).cells.at(0).paragraphs.at(0).runs.at(0).text,
            u"Phong bì khóa khôi phục cũ (hết giá trị)"_s);
    }

    void everyClockOfACaseSaysWhatItIsFor()
    {
        SmallRegister reg;
        fill(reg, 0);
        reg.add(kinds::Case,
            { { "code", u"BL-2026-0031"_s }, { "step", u"intake"_s }, { "received", Now - 3 * Hour },
                { "outcome", u"case"_s }, { "plan_start", Now - Hour } },
            Commune);
        QStringList said;
        const Handover all = handed(reg);
        for (const ClockState& state : all.cases.at(0).clocks)
            said.append(handoverTables::clock(state, builtInCatalogues()));
        const QString joined = said.join(u" | "_s);
        QVERIFY2(joined.contains(u"Biện pháp khẩn cấp,\n12 giờ: đến 17:05 ngày 24/11/2026"_s), qPrintable(joined));
        QVERIFY2(joined.contains(u"Trình kế hoạch hỗ trợ, can thiệp,\n5 ngày làm việc: đến hết ngày "_s),
            qPrintable(joined));
    }

    void aLeakOfDataIsNamedWithItsHours()
    {
        SmallRegister reg;
        fill(reg, 1);
        reg.add(kinds::Incident, { { "found", Now - 5 * Hour } }, Commune);
        const QString all = text(handoverPaper(handed(reg), Parties, {}, builtInCatalogues()));
        QVERIFY(all.contains(u"Sự cố lộ dữ liệu phát hiện lúc 03:05 24/11/2026: chưa gửi thông báo"_s));
        QVERIFY(all.contains(u"72 giờ"_s));
    }

    void anErasureThatWaitsForAnAnswerIsNamedThoughNobodyTypedIt()
    {
        SmallRegister reg;
        reg.add(kinds::Office, { { "unit", u"06838"_s }, { "role", u"commune"_s } }, Commune,
            recordId::named(Commune, "office"));
        Handover all = handed(reg);
        QVERIFY(text(handoverPaper(all, Parties, {}, builtInCatalogues())).contains(u"Không có."_s));
        all.erasures = { { u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"Ủy ban nhân dân xã Hải Hòa"_s },
            { u"7/QĐ-UBND"_s, QDate(2026, 10, 2), {} } };
        const QString said = text(handoverPaper(all, Parties, {}, builtInCatalogues()));
        for (const QString& wanted : { u"125/QĐ-UBND"_s, u"ngày 20/11/2026 của Ủy ban nhân dân xã Hải Hòa"_s,
                 u"7/QĐ-UBND"_s, u"một đơn vị chưa có thẻ trong sổ"_s, u"chưa xác nhận hủy"_s })
            QVERIFY2(said.contains(wanted), qPrintable(wanted + u"\n"_s + said));
        QVERIFY(!said.contains(u"Không có."_s));
    }

    void aChildIsNamedByInitialsUnlessNamesAreWanted()
    {
        SmallRegister reg;
        fill(reg, 2);
        const Handover all = handed(reg);
        const QString codes = text(handoverPaper(all, Parties, words(), builtInCatalogues()));
        QVERIFY(!codes.contains(u"Tằng"_s) && !codes.contains(u"Đức"_s));
        QVERIFY(codes.contains(u"T. M. Á."_s) && codes.contains(u"C. V. Đ."_s));
        const QString names = text(handoverPaper(all, Parties, words(), builtInCatalogues(), { true, true }));
        QVERIFY(names.contains(u"Tằng Mỹ Ánh"_s) && names.contains(u"Chíu Văn Đức"_s));
        QVERIFY(names.contains(u"SỐ LIỆU MẪU"_s));
    }

    void theSignaturesStayWithTheTextOnALongRecord()
    {
        SmallRegister reg;
        fill(reg, 60);
        for (int cases = 40; cases <= 60; cases += 4) {
            Handover all = handed(reg);
            all.cases.resize(size_t(cases));
            const QStringList sheets = pages(handoverPaper(all, Parties, words(), builtInCatalogues()));
            QVERIFY(sheets.size() > 3);
            const QString last = sheets.last().simplified();
            QVERIFY(last.contains(u"NGƯỜI GIAO"_s) && last.contains(u"NGƯỜI NHẬN"_s));
            QVERIFY2(last.contains(u"cùng ký tên"_s), qPrintable(last));
            QVERIFY(sheets.at(1).trimmed().startsWith(u'2')); // numbered from the second page
        }
    }

    void nothingOpenIsSaidInWords()
    {
        SmallRegister reg;
        reg.add(kinds::Office, { { "unit", u"06838"_s }, { "role", u"commune"_s } }, Commune,
            recordId::named(Commune, "office"));
        Handover all = handed(reg);
        all.packages.clear();
        all.tasks.clear();
        const QString said = text(handoverPaper(all, { {}, {}, {} }, {}, builtInCatalogues()));
        for (const QString& wanted : { u"Không có hồ sơ đang mở"_s, u"Không có gói nào đang chờ biên nhận"_s,
                 u"Chưa có buổi, lớp nào được lên lịch"_s, u"........"_s })
            QVERIFY2(said.contains(wanted), qPrintable(wanted));
        QVERIFY(!said.contains(u"[ x ]"_s)); // to be ticked by hand
    }

    void theProvinceSignsWithItsOwnName()
    {
        SmallRegister reg;
        fill(reg, 1);
        Handover all = handed(reg);
        all.office.province = true;
        all.office.unit = u"22"_s;
        all.office.name = u"Sở Y tế tỉnh Quảng Ninh"_s;
        const QString said = text(handoverPaper(all, Parties, words(), builtInCatalogues()));
        QVERIFY(said.contains(u"SỞ Y TẾ"_s) && said.contains(u"/BB-SYT"_s) && said.contains(u"ĐẠI DIỆN SỞ Y TẾ"_s));
        // What the province sends is receipts, for which nobody gives one.
        QVERIFY(!said.contains(u"GỬI SỞ Y TẾ"_s) && !said.contains(u"goi-2026-10.maiam"_s));
    }
};

QTEST_MAIN(TestHandoverPaper)
#include "tst_handover_paper.moc"
