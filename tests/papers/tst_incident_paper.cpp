// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/incident_paper.h"

#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "tests/papers/pdf_text.h"
#include "tests/support/small_register.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::papers;
using F = IncidentFields;

namespace {
const QByteArray Commune(16, 'a');
constexpr UtcMs Hour = 3600'000;
const UtcMs Found = civil::at(QDate(2026, 11, 24), QTime(8, 5));

ReportOffice office()
{
    return { Commune, u"06838"_s, u"UBND xã Bình Liêu"_s, false, u"Lê Văn Chủ"_s, u"Phó Chủ tịch"_s };
}

Record leak()
{
    Record record(kinds::Incident, recordId::create(Commune));
    record.set(F::Found, std::optional<qint64>(Found));
    record.set(F::Kind, u"lost-device"_s);
    record.set(F::Place, u"hội trường thôn"_s);
    record.set(F::Story, u"Để quên USB sau lớp tập huấn.\nQuay lại tìm không thấy."_s);
    record.set(F::DataCase, std::optional<qint64>(1));
    record.set(F::Children, std::optional<qint64>(12));
    record.set(F::Cases, u"BL-2026-0031"_s);
    record.set(F::Done, u"Đã báo Chủ tịch, đổi khóa sổ"_s);
    record.set(F::Measures, u"USB phải mã hóa"_s);
    record.set(F::Contact, u"Hoàng Thị Lan, 0912 345 678"_s);
    return record;
}

QStringList pages(const Record& record, UtcMs now = Found + 2 * Hour, const ReportOffice& from = office())
{
    const Paper paper = incidentPaper(record, from, builtInCatalogues(), { now, Found + 72 * Hour, false });
    return pagesOf(pdfOf(composePaper(paper), incidentTitle()).value());
}

QString text(const Record& record, UtcMs now = Found + 2 * Hour, const ReportOffice& from = office())
{
    return pages(record, now, from).join(u' ').simplified();
}
} // namespace

class TestIncidentPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not here");
    }

    void itIsFilledInFromTheRecordInTheLayoutOfTheDecree()
    {
        const QString all = text(leak());
        for (const QString& wanted :
            { u"ỦY BAN NHÂN DÂN"_s, u"XÃ BÌNH LIÊU"_s, u"/TB-UBND"_s, u"ngày 24 tháng 11 năm 2026"_s, u"THÔNG BÁO"_s,
                u"Kính gửi: Bộ Công an"_s, u"91/2025/QH15"_s, u"356/2025/NĐ-CP"_s, u"08 giờ 05 ngày 24/11/2026"_s,
                u"USB"_s, u"Nơi xảy ra: hội trường thôn"_s, u"Quay lại tìm không thấy"_s, u"đời sống riêng tư"_s,
                u"khoảng 12"_s, u"đổi khóa sổ"_s, u"USB phải mã hóa"_s, u"0912 345 678"_s, u"KT. CHỦ TỊCH"_s,
                u"PHÓ CHỦ TỊCH"_s, u"Lê Văn Chủ"_s, u"Như trên"_s, u"không ghi họ tên trẻ em"_s })
            QVERIFY2(all.contains(wanted), qPrintable(wanted + u"\n"_s + all));
        QVERIFY(all.contains(u"............"_s)); // the consequences, to be written by hand
        QVERIFY(!all.contains(u"Lý do thông báo sau 72 giờ"_s));
    }

    void noCodeOfAFileStandsOnIt() { QVERIFY(!text(leak()).contains(u"BL-2026"_s)); }

    void whatWasCorrectedStandsInsteadAndTheNumberInItsPlace()
    {
        Record record = leak();
        record.set(F::NoticeStory, u"Mất một USB."_s);
        record.set(F::NoticeData, u"Danh sách lớp."_s);
        record.set(F::Recipient, u"Công an xã Bình Liêu"_s);
        record.set(F::Number, u"5/TB-UBND"_s);
        record.set(F::Sent, std::optional<qint64>(Found + 30 * Hour));
        const QString all = text(record);
        QVERIFY(all.contains(u"Mất một USB."_s) && all.contains(u"Danh sách lớp."_s));
        QVERIFY(!all.contains(u"hội trường"_s) && !all.contains(u"khoảng 12"_s));
        QVERIFY(all.contains(u"Kính gửi: Công an xã Bình Liêu."_s));
        QVERIFY(all.contains(u"Số: 05/TB-UBND"_s));
        QVERIFY(all.contains(u"ngày 25 tháng 11 năm 2026"_s)); // the day on which it went
    }

    void aLateNoticeGivesItsReason()
    {
        Record record = leak();
        QVERIFY(text(record, Found + 80 * Hour).contains(u"Lý do thông báo sau 72 giờ"_s));
        record.set(F::LateReason, u"Bão, mất điện ba ngày"_s);
        QVERIFY(text(record, Found + 80 * Hour).contains(u"Bão, mất điện ba ngày"_s));
    }

    void theSignatureStaysWithTheTextOnALongNotice()
    {
        Record record = leak();
        for (int lines = 20; lines <= 44; lines += 3) {
            record.set(F::Harm, QStringList(lines, u"Có thể bị người quen biết chuyện."_s).join(u'\n'));
            const QStringList sheets = pages(record);
            QVERIFY(sheets.size() > 1);
            const QString last = sheets.last().simplified();
            QVERIFY2(last.contains(u"Lê Văn Chủ"_s) && last.contains(u"để xử lý"_s), qPrintable(last));
        }
    }

    void theProvinceSignsWithItsOwnName()
    {
        const ReportOffice health { Commune, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s, true, {}, {} };
        const QString all = text(leak(), Found + Hour, health);
        QVERIFY(all.contains(u"SỞ Y TẾ"_s) && all.contains(u"/TB-SYT"_s) && all.contains(u"GIÁM ĐỐC"_s));
        QVERIFY(!all.contains(u"TM. ỦY BAN"_s));
    }
};

QTEST_MAIN(TestIncidentPaper)
#include "tst_incident_paper.moc"
