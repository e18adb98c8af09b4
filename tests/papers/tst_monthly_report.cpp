// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/monthly_report_paper.h"

#include "models/papers/odt_writer.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/reports/figure_cases.h"
#include "tests/papers/pdf_text.h"
#include "tests/support/small_register.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace maiam;
using namespace maiam::papers;

namespace {

const QByteArray Commune(16, 'a');
const QByteArray Other(16, 'b');
const QByteArray Province(16, 'p');

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void addOffice(SmallRegister& reg, const QByteArray& office, const char* unit, const char* role)
{
    reg.add(kinds::Office,
        { { "unit", s(unit) }, { "name", s("Cơ quan ") + s(unit) }, { "role", s(role) },
            { "signer", s("Trần Văn Mẫu") },
            { "signer_title", s(office == Province ? "Phó Giám đốc" : "Phó Chủ tịch") } },
        office, recordId::named(office, "office"));
}

void addCase(SmallRegister& reg, const QByteArray& office, const char* kind, const char* sex, QDate day,
    int hoursToAssess, int age)
{
    const QUuid child = recordId::create(office);
    reg.add(kinds::Child, { { "sex", s(sex) } }, office, child);
    const UtcMs received = civil::at(day, QTime(20, 0));
    reg.add(kinds::Case,
        { { "child", idBytes(child) }, { "kind", s(kind) }, { "received", received },
            { "assessed", received + hoursToAssess * 3600000LL }, { "age", qint64(age) }, { "source", s("school") },
            { "step", s("plan") }, { "outcome", s("case") }, { "supported", received + 36 * 3600000LL } },
        office);
}

void addSession(SmallRegister& reg, const QByteArray& office, const char* type, QDate day, qint64 male, qint64 female,
    const char* state = "held")
{
    reg.add(kinds::Session,
        { { "type", s(type) }, { "state", s(state) }, { "starts", civil::at(day, QTime(8, 0)) }, { "male", male },
            { "female", female }, { "minutes", qint64(90) }, { "hotlines", qint64(1) }, { "materials", qint64(200) } },
        office);
}

void fill(SmallRegister& reg)
{
    addOffice(reg, Commune, "06838", "commune");
    addOffice(reg, Other, "06652", "commune");
    addOffice(reg, Province, "22", "province");
    addCase(reg, Commune, "violence", "female", QDate(2026, 10, 2), 3, 9);
    addCase(reg, Commune, "sexual", "female", QDate(2026, 10, 5), 14, 13);
    addCase(reg, Commune, "neglect", "male", QDate(2026, 3, 5), 5, 4);
    addCase(reg, Commune, "risk", "unknown", QDate(2026, 7, 20), 5, 4);
    addCase(reg, Other, "violence", "male", QDate(2026, 10, 6), 2, 15);
    for (int i = 0; i < 9; ++i)
        addSession(reg, Commune, "communication", QDate(2026, 10, 1 + i), 60, 78);
    addSession(reg, Commune, "class-children", QDate(2026, 10, 3), 20, 25);
    addSession(reg, Commune, "training-parents", QDate(2026, 9, 20), 8, 30);
    addSession(reg, Commune, "counselling-point", QDate(2026, 10, 8), 3, 5);
    addSession(reg, Commune, "class-children", QDate(2026, 10, 20), 0, 0, "planned");
    reg.add(kinds::Remark,
        { { "period", s("2026-10") },
            { "remark",
                s("Lực lượng cộng tác viên thôn còn thiếu 3 người; đường đến các thôn xa đi lại khó khăn trong mùa "
                  "mưa.\nĐề nghị Sở Y tế tổ chức tập huấn kỹ năng đánh giá nguy cơ cho cán bộ cấp xã.") } },
        Commune);
    reg.add(kinds::Task,
        { { "task", s("1.a") }, { "year", qint64(2026) }, { "state", s("done") },
            { "note", s("Kế hoạch 12/KH-UBND") } },
        Commune);
}

MonthlyFigures read(SmallRegister& reg, const char* period, const QByteArray& office)
{
    const ReportPeriod month = ReportPeriod::parse(s(period)).value();
    auto figures = MonthlyFigures::read(reg.database(), builtInCatalogues(),
        { month, month.end() + 3600000, office, office == Province,
            office == Province ? std::nullopt : std::optional(office) });
    if (!figures)
        qFatal("%s", qPrintable(figures.error().detail));
    return std::move(*figures);
}

Paper paperOf(
    SmallRegister& reg, const char* period, const QByteArray& office, const MonthlyReportOptions& options = {})
{
    return monthlyReportPaper(
        read(reg, period, office), ReportOffice::read(reg.database(), office).value(), builtInCatalogues(), options);
}

QString textOf(const Paper& paper)
{
    return pagesOf(pdfOf(composePaper(paper), s("Báo cáo")).value()).join(QLatin1Char(' ')).simplified();
}

} // namespace

class TestMonthlyReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(s("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed");
        // For looking at the pages by hand.
        const QString folder = qEnvironmentVariable("MAIAM_PAPERS_OUT");
        if (folder.isEmpty())
            return;
        SmallRegister reg;
        fill(reg);
        QVERIFY(writePdf(
            composePaper(paperOf(reg, "2026-10", Commune, { true, true, {}, {} })), folder + s("/month.pdf"), s("x")));
        QVERIFY(writePdf(composePaper(paperOf(reg, "2026-05", Commune)), folder + s("/empty.pdf"), s("x")));
        QVERIFY(writePdf(composePaper(paperOf(reg, "2026-10", Province, { false, false, 7, QDate(2026, 10, 20) })),
            folder + s("/province-month.pdf"), s("x")));
    }

    void thePaperSaysWhatTheRegisterHolds()
    {
        SmallRegister reg;
        fill(reg);
        const QString text = textOf(paperOf(reg, "2026-10", Commune));
        for (const char* words :
            { "XÃ BÌNH LIÊU", "/BC-UBND", "tháng 10 năm 2026", "số liệu từ ngày 15/09/2026 đến ngày 14/10/2026",
                "tiếp nhận 2 thông tin, thông báo, tố giác; mở 2 hồ sơ với 2 trẻ em (0 nam, 2 nữ)",
                "Nguồn thông tin: Trường học 2.", "1/2 hồ sơ đến hạn được đánh giá nguy cơ ban đầu trong 12 giờ",
                "còn 4 hồ sơ đang xử lý", "Lũy kế từ ngày 15/12/2025: 4 thông tin, 4 hồ sơ với 4 trẻ em",
                "Xâm hại tình dục 1 0 1 0 1", "Bỏ rơi, bỏ mặc 0 0 0 0 1",
                "Tổ chức 9 buổi truyền thông với 1.242 lượt người", "phát 1.800 tờ rơi",
                "Tổ chức 2 lớp với 83 lượt người, 3 giờ", "Kế hoạch 12/KH-UBND", "cộng tác viên thôn còn thiếu 3 người",
                "1 lớp kỹ năng, tập huấn", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu",
                "Chủ tịch, các Phó Chủ tịch UBND xã" })
            QVERIFY2(text.contains(s(words)), words);
        QVERIFY(text.indexOf(s("Đề nghị Sở Y tế")) > text.indexOf(s("IV. NHIỆM VỤ")));
        QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), "a blank was left unfilled");
        QVERIFY(!text.contains(s("SỐ LIỆU MẪU")));
    }

    void aMonthWithoutEventsIsShortAndSaysSo()
    {
        SmallRegister reg;
        fill(reg);
        const Paper paper = paperOf(reg, "2026-05", Commune);
        const QString text = textOf(paper);
        QVERIFY(text.contains(s("Trong kỳ không phát sinh thông tin, thông báo, tố giác")));
        QVERIFY(text.contains(s("Lũy kế từ ngày 15/12/2025: 1 thông tin, 1 hồ sơ")));
        QVERIFY(!text.contains(u'{'));
        QVERIFY(!text.contains(s("2. Truyền thông")) && text.contains(s("2. Thực hiện nhiệm vụ")));
        QVERIFY(composePaper(paper).pageCount() <= 3);
    }

    void fictionalAndUnclosedFiguresAreMarkedOnThePaper()
    {
        SmallRegister reg;
        fill(reg);
        const Paper paper = paperOf(reg, "2026-10", Commune, { true, true, {}, {} });
        QCOMPARE(paper.banner, s("SỐ LIỆU MẪU"));
        QVERIFY(textOf(paper).contains(s("số liệu chưa chốt")));
    }

    void theProvinceSeesEveryCommune()
    {
        SmallRegister reg;
        fill(reg);
        const QString text = textOf(paperOf(reg, "2026-10", Province, { false, false, 7, QDate(2026, 10, 20) }));
        for (const char* words :
            { "SỞ Y TẾ", "TỈNH QUẢNG NINH", "Số: 07/BC-SYT", "Quảng Ninh, ngày 20 tháng 10 năm 2026",
                "mở 3 hồ sơ với 3 trẻ em", "PHỤ LỤC", "Bình Liêu 2 2 2 0 4 1/2 12 1.333", "Hà Tu 1 1 1 0 1 1/1 0 0",
                "Tổng số 3 3 3 0 5 2/3 12 1.333", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" })
            QVERIFY2(text.contains(s(words)), words);
    }

    void everyNumberOnTheScreenLeadsToItsList()
    {
        SmallRegister reg;
        fill(reg);
        const MonthlyFigures figures = read(reg, "2026-10", Province);
        const ComposedPaper pages = composePaper(paperOf(reg, "2026-10", Province));
        int seen = 0;
        for (int page = 0; page < pages.pageCount(); ++page)
            for (const PlacedFigure& placed : pages.figures(page, 72)) {
                ++seen;
                if (FigureCases::hasCases(placed.figure))
                    QVERIFY2(FigureCases::casesOf(reg.database(), builtInCatalogues(), placed.figure, figures.scope),
                        qPrintable(placed.figure));
                else if (FigureCases::hasSessions(placed.figure))
                    QVERIFY2(FigureCases::sessionsOf(reg.database(), builtInCatalogues(), placed.figure, figures.scope),
                        qPrintable(placed.figure));
                else
                    QVERIFY2(placed.figure.startsWith(s("task.")), qPrintable(placed.figure));
            }
        QVERIFY(seen > 50);
    }

    void theReportGoesToAWordProcessorToo()
    {
        SmallRegister reg;
        fill(reg);
        QVERIFY(odtOf(paperOf(reg, "2026-10", Commune), monthlyReportTitle(ReportPeriod::month(2026, 10)))
                    .value()
                    .startsWith("PK"));
    }
};

QTEST_MAIN(TestMonthlyReport)
#include "tst_monthly_report.moc"
