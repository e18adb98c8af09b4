// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/access_paper.h"

#include "models/papers/decree30.h"
#include "models/text/format.h"

namespace maiam::papers {

namespace {
Cell cellOf(const QString& text)
{
    Cell cell;
    for (const QString& line : text.split(u'\n'))
        cell.paragraphs.append(decree30::textCell(line).paragraphs);
    return cell;
}

/// An inspector must not take the list of one file for that of the whole register.
QList<Block> accessHeading(const AccessPaperData& data)
{
    const QString book = QStringLiteral("Sổ bảo vệ trẻ em – ") + data.office;
    if (data.files.isEmpty())
        return decree30::title(QStringLiteral("SỔ THEO DÕI TRUY CẬP"), book);
    QList<Block> blocks = decree30::title(QStringLiteral("TRÍCH SỔ THEO DÕI TRUY CẬP CỦA MỘT HỒ SƠ"), book);
    blocks.append(decree30::body(QStringLiteral("Danh sách này chỉ về một hồ sơ: %1. Các hồ sơ khác không có ở đây.")
                                     .arg(data.files.join(QStringLiteral(", ")))));
    return blocks;
}

/// "Từ 30/10/2026 đến 29/11/2026 · mọi người · mọi việc: 42 mục. In lúc …": days and a number, since "the last 30 days"
/// says nothing a year later and a sheet may be missing.
QString aboutList(const AccessPaperData& data)
{
    const QString from = data.from.isValid() ? formatDate(data.from) : QStringLiteral("khi lập sổ");
    const QString count =
        data.newestOnly > 0 ? QStringLiteral("hơn ") + formatNumber(data.newestOnly) : formatNumber(data.rows.size());
    return QStringLiteral("Từ %1 đến %2 · %3: %4 mục. In ").arg(from, formatDate(data.to), data.scope, count)
        + decree30::printedWords(data.printed, data.user);
}
} // namespace

Paper accessPaper(const AccessPaperData& data)
{
    // Papers are always Vietnamese, whatever the screen's language.
    Paper paper;
    if (data.demo)
        paper.banner = QStringLiteral("SỐ LIỆU MẪU");
    paper.blocks.append(accessHeading(data));
    paper.blocks.append(decree30::body(aboutList(data)));
    if (data.newestOnly > 0)
        paper.blocks.append(decree30::body(QStringLiteral("Chỉ in %1 mục mới nhất; các mục cũ hơn in riêng theo tháng.")
                                               .arg(formatNumber(data.newestOnly))));
    // Before the list, so that no last page holds these words alone.
    paper.blocks.append(decree30::body(QStringLiteral(
        "Danh sách này ghi mã hồ sơ, không ghi tên trẻ em. Mỗi mục được ký nối tiếp mục trước trên máy đã ghi.")));
    Table table;
    table.widths = { 0.17, 0.2, 0.26, 0.15, 0.22 };
    Row head;
    for (const QString& text : { QStringLiteral("Lúc"), QStringLiteral("Ai"), QStringLiteral("Đã làm gì"),
             QStringLiteral("Trên máy"), QStringLiteral("Hồ sơ nào") })
        head.cells.append(decree30::headerCell(text));
    table.headerRows.append(head);
    for (const QStringList& line : data.rows) {
        Row row;
        for (const QString& text : line)
            row.cells.append(cellOf(text));
        table.rows.append(row);
    }
    paper.blocks.append(table);
    return paper;
}

} // namespace maiam::papers
