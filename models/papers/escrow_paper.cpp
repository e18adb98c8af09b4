// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/escrow_paper.h"

#include "models/papers/decree30.h"
#include "models/papers/recovery_paper.h"

namespace maiam::papers {

Paper escrowPaper(const EscrowSheets& sheets, const QList<QStringList>& shares)
{
    // Papers are always Vietnamese, whatever the screen's language.
    Paper paper;
    paper.page.numbered = false; // each goes to somebody else
    for (int i = 0; i < shares.size(); ++i) {
        if (i > 0)
            paper.blocks.append(PageBreak {});
        paper.blocks.append(decree30::title(QStringLiteral("PHẦN KÝ GỬI SỐ %1 TRÊN %2").arg(i + 1).arg(shares.size()),
            QStringLiteral("Sổ bảo vệ trẻ em – ") + sheets.office));
        paper.blocks.append(decree30::body(QStringLiteral(
            "Tờ này cùng với tờ kia mở được sổ khi đơn vị mất cả cụm mật khẩu và khóa khôi phục. Một tờ "
            "riêng lẻ không mở được gì. Hai tờ phải do hai người khác nhau của cơ quan cấp tỉnh giữ, mỗi "
            "tờ trong một phong bì dán kín, ký giáp lai. Không chụp ảnh, không gửi qua mạng, không cất "
            "chung một chỗ.")));
        paper.blocks.append(keyGroups(shares.at(i)));
        paper.blocks.append(decree30::body(
            QStringLiteral("Mỗi nhóm có bốn ký tự và một ký tự kiểm tra. Chữ O đọc là số 0, chữ I và L đọc là số 1.")));
        paper.blocks.append(decree30::body(QStringLiteral(
            "Khi dùng đến: ghi biên bản, mở sổ ở nút “Quên…”, chương trình đổi khóa sổ ngay sau đó và hai tờ này hết "
            "giá trị.")));
        paper.blocks.append(
            decree30::body(QStringLiteral("Hai tờ cùng in ") + decree30::printedWords(sheets.printed, sheets.user)
                + QStringLiteral(" Chỉ dùng được với nhau; hai tờ in trước đó hết giá trị.")));
        paper.blocks.append(decree30::body(QStringLiteral("Ngày niêm phong: ……/……/…………")));
        paper.blocks.append(decree30::body(QStringLiteral("Người giữ tờ số %1: ………………………………").arg(i + 1)));
    }
    return paper;
}

} // namespace maiam::papers
