// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/papers/sample_report.h"

#include "models/papers/decree30.h"

namespace maiam::papers {

namespace {

using namespace decree30;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Run figure(const char* number, const char* id)
{
    return { s(number), false, false, s(id) };
}

Table formsTable()
{
    Table table;
    table.widths = { 2.6, 1, 1, 1, 1.2 };
    table.headerRows = {
        { { headerCell(s("Hình thức"), 1, 2), headerCell(s("Trong kỳ"), 3), headerCell(s("Lũy kế"), 1, 2) } },
        { { headerCell(s("Số vụ")), headerCell(s("Nam")), headerCell(s("Nữ")) } }
    };
    const auto row = [](const char* form, QStringList numbers, const char* id) {
        Row row { { textCell(s(form)) } };
        for (int i = 0; i < numbers.size(); ++i)
            row.cells.append(figureCell(numbers[i], s("fig-%1-%2").arg(s(id)).arg(i)));
        return row;
    };
    table.rows = { row("Bạo lực trẻ em", { s("1"), s("0"), s("1"), s("4") }, "violence"),
        row("Xâm hại tình dục trẻ em", { s("1"), s("0"), s("1"), s("2") }, "sexual"),
        row("Bỏ rơi, bỏ mặc trẻ em", { s("0"), s("0"), s("0"), s("1") }, "neglect"),
        row("Bóc lột, mua bán, các hình thức gây tổn hại khác", { s("0"), s("0"), s("0"), s("0") }, "other") };
    return table;
}

Table activitiesTable()
{
    Table table;
    table.widths = { 0.5, 1.3, 3, 2, 0.9 };
    table.middle = false;
    table.headerRows = { { { headerCell(s("TT")), headerCell(s("Ngày")), headerCell(s("Hoạt động")),
        headerCell(s("Địa điểm")), headerCell(s("Lượt người")) } } };
    for (int i = 1; i <= 9; ++i)
        table.rows.append(
            { { textCell(QString::number(i), Align::Center), textCell(s("%1/11/2026").arg(i, 2, 10, QLatin1Char('0'))),
                textCell(s("Truyền thông kỹ năng tự bảo vệ, giới thiệu Tổng đài 111 và đường dây 1800 1769")),
                textCell(s("Nhà văn hoá thôn số %1").arg(i)),
                figureCell(QString::number(100 + i * 8), s("fig-people-%1").arg(i)) } });
    return table;
}

Chart yearChart()
{
    Chart chart;
    chart.title = s("Số vụ mới trong 12 kỳ báo cáo");
    for (int month = 1; month <= 12; ++month)
        chart.labels.append(s("T%1").arg(month));
    chart.series = { { s("Bạo lực"), { 0, 1, 0, 1, 2, 0, 0, 1, 3, 1, 1, 0 } },
        { s("Xâm hại tình dục"), { 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0 } },
        { s("Bỏ rơi, bỏ mặc"), { 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 } } };
    chart.heightMm = 55;
    return chart;
}

QList<Block> parts()
{
    return {
        heading(s("I. TÌNH HÌNH CHUNG")),
        body({ { s("Xã có ") }, figure("3.482", "fig-children"), { s(" trẻ em dưới 16 tuổi, trong đó ") },
            figure("127", "fig-special"), { s(" trẻ em có hoàn cảnh đặc biệt và ") }, figure("264", "fig-risk"),
            { s(" trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt. Ủy ban nhân dân xã đã phân công một người làm công tác "
                "bảo vệ "
                "trẻ em; các thôn, khu phố đều có cộng tác viên theo dõi, nắm tình hình tại cơ sở.") } }),
        heading(s("II. KẾT QUẢ THỰC HIỆN")),
        subheading(s("1. Tiếp nhận, xử lý thông tin")),
        body({ { s("Trong kỳ, tiếp nhận ") }, figure("3", "fig-reports"), { s(" thông tin; mở ") },
            figure("2", "fig-cases"), { s(" hồ sơ với ") }, figure("3", "fig-case-children"), { s(" trẻ em; ") },
            figure("2", "fig-in-time"), { s("/2 hồ sơ được đánh giá ban đầu trong 12 giờ.") } }),
        caption(s("Bảng 1. Số vụ xâm hại trẻ em theo hình thức")),
        formsTable(),
        yearChart(),
        subheading(s("2. Truyền thông, giáo dục")),
        body({ { s("Tổ chức ") }, figure("9", "fig-sessions"), { s(" buổi, ") }, figure("1.240", "fig-people"),
            { s(" lượt người tham gia; giới thiệu Tổng đài điện thoại quốc gia bảo vệ trẻ em 111 và đường dây 1800 "
                "1769 tại ") },
            figure("9", "fig-hotline"), { s(" buổi.") } }),
        caption(s("Bảng 2. Hoạt động truyền thông trong kỳ")),
        activitiesTable(),
        heading(s("III. KHÓ KHĂN, KIẾN NGHỊ")),
        body(s("Lực lượng cộng tác viên thôn còn thiếu 3 người; đường đến các thôn xa đi lại khó khăn trong mùa mưa, "
               "việc thăm "
               "trẻ em sau can thiệp có lúc chậm. Một số gia đình còn ngại trao đổi với cán bộ, cần thêm thời gian vận "
               "động.")),
        body(s("Đề nghị Sở Y tế tổ chức tập huấn kỹ năng đánh giá nguy cơ cho người làm công tác bảo vệ trẻ em cấp xã "
               "trong "
               "quý I năm 2027 và cấp tài liệu truyền thông bằng tiếng Tày, tiếng Dao.")),
        body(s("Trên đây là báo cáo kết quả công tác bảo vệ trẻ em tháng 11 năm 2026, Ủy ban nhân dân xã Bình Liêu "
               "trân trọng "
               "báo cáo./.")),
    };
}

} // namespace

Paper sampleReport()
{
    Paper paper;
    paper.blocks.append(head(
        { { {}, { s("ỦY BAN NHÂN DÂN"), s("XÃ BÌNH LIÊU") } }, {}, s("BC-UBND"), { s("Bình Liêu"), {}, 11, 2026 } }));
    paper.blocks.append(
        title(s("BÁO CÁO"), s("Kết quả công tác bảo vệ trẻ em, phòng, chống xâm hại trẻ em tháng 11 năm 2026")));
    paper.blocks.append(parts());
    paper.blocks.append(
        signature({ { s("TM. ỦY BAN NHÂN DÂN"), s("KT. CHỦ TỊCH"), s("PHÓ CHỦ TỊCH") }, s("Trần Văn Mẫu"),
            { s("Sở Y tế (báo cáo)"), s("Chủ tịch, các PCT UBND xã"), s("Công an xã (phối hợp)") }, s("VT, VHXH") }));
    return paper;
}

Paper sampleProvinceReport()
{
    Paper paper = sampleReport();
    paper.blocks[0] = head({ { { s("ỦY BAN NHÂN DÂN"), s("TỈNH QUẢNG NINH") }, { s("SỞ Y TẾ") } }, 5, s("BC-SYT"),
        placeAndDate(s("Quảng Ninh"), QDate(2026, 12, 5)) });
    const QList<Block> bases = legalBases({ s("Căn cứ Luật Trẻ em"),
        s("Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ quy định chi tiết một số điều của "
          "Luật Trẻ em") });
    for (qsizetype i = 0; i < bases.size(); ++i)
        paper.blocks.insert(4 + i, bases[i]);
    paper.banner = s("SỐ LIỆU MẪU");
    paper.draftLine = s("Bản nháp – số liệu chưa chốt");
    return paper;
}

Paper longTable(int rows)
{
    Table table;
    table.widths = { 1, 3, 1 };
    table.headerRows = { { { headerCell(s("Đầu-bảng")), headerCell(s("Nội dung")), headerCell(s("Cuối")) } } };
    for (int i = 0; i < rows; ++i) {
        const QString middle = s("hàng-%1").arg(i) + s(" lời kể").repeated(i % 23);
        table.rows.append({ { textCell(s("a-%1-").arg(i)), textCell(middle), textCell(s("z-%1-").arg(i)) } });
    }
    return { {}, {}, {}, { table } };
}

} // namespace maiam::papers
