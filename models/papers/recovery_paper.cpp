// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/recovery_paper.h"

#include "models/papers/decree30.h"

namespace maiam::papers {

Table keyGroups(const QStringList& groups)
{
    Table table;
    table.widths = { 0.25, 0.25, 0.25, 0.25 };
    table.spaceBeforePt = table.spaceAfterPt = 12;
    for (int line = 0; line * 4 < groups.size(); ++line) {
        Row row;
        for (int i = line * 4; i < line * 4 + 4 && i < groups.size(); ++i) {
            Cell cell;
            cell.paragraphs = { Paragraph {
                                    .runs = { { QString::number(i + 1) } }, .align = Align::Center, .sizePt = 10 },
                Paragraph { .runs = { { groups[i], true } }, .align = Align::Center, .sizePt = 18 } };
            row.cells.append(cell);
        }
        table.rows.append(row);
    }
    return table;
}

Paper recoveryPaper(const RecoverySheet& sheet, const QStringList& groups)
{
    // Papers are always Vietnamese, whatever the screen's language.
    Paper paper;
    const QString office = sheet.office.isEmpty() ? QStringLiteral("\n……………………………… (ghi tên đơn vị)")
                                                  : QStringLiteral(" – ") + sheet.office;
    paper.blocks.append(decree30::title(QStringLiteral("KHÓA KHÔI PHỤC"), QStringLiteral("Sổ bảo vệ trẻ em") + office));
    paper.blocks.append(decree30::body(
        QStringLiteral("Khóa này mở được sổ khi quên cụm mật khẩu. Ai cầm tờ giấy này thì đọc được mọi hồ sơ: cho vào "
                       "phong bì dán kín, "
                       "ký giáp lai, giao Chủ tịch giữ. Không chụp ảnh, không gửi qua mạng, không để cạnh máy tính.")));
    paper.blocks.append(keyGroups(groups));
    paper.blocks.append(decree30::body(
        QStringLiteral("Mỗi nhóm có bốn ký tự và một ký tự kiểm tra. Chữ O đọc là số 0, chữ I và L đọc là số 1.")));
    QrCode code;
    code.text = groups.join(QLatin1Char('-'));
    paper.blocks.append(code);
    paper.blocks.append(decree30::body(QStringLiteral("Mã QR chứa đúng các nhóm trên; máy quét mã vạch gõ thay được. "
                                                      "Đừng quét bằng điện thoại.")));
    QString use = QStringLiteral("Cách dùng: mở phần mềm Mái Ấm, ở màn hình khóa bấm “Quên…”, nhập tám nhóm.");
    if (sheet.replaces)
        use += QStringLiteral(" Tờ in trước đó không còn giá trị.");
    paper.blocks.append(decree30::body(use));
    paper.blocks.append(decree30::body(QStringLiteral("In ") + decree30::printedWords(sheet.printed, sheet.user)));
    paper.blocks.append(decree30::body(QStringLiteral("Ngày niêm phong: ……/……/…………")));
    paper.blocks.append(decree30::body(QStringLiteral("Người giữ phong bì: ………………………………")));
    return paper;
}

} // namespace maiam::papers
