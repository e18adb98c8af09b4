// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/papers/paper.h"

#include <QDate>
#include <QStringList>

#include <optional>

/// Builders for the parts of an administrative document (văn bản hành chính), laid out by Decree 30/2020/NĐ-CP,
/// Phụ lục I. What they print is Vietnamese whatever the interface's language, since the document is.
namespace maiam::papers::decree30 {

/// Who issues the document (cơ quan ban hành văn bản). A commune prints its own name alone
/// ({"ỦY BAN NHÂN DÂN", "XÃ BÌNH LIÊU"}); a department prints the body above it as well.
struct IssuingBody
{
    QStringList superior; ///< cơ quan chủ quản, one line each, upright; empty for a commune
    QStringList name; ///< one line each, bold
};

/// Địa danh và thời gian ban hành; what is not known stays blank, to be filled in by hand.
struct PlaceAndDate
{
    QString place;
    std::optional<int> day;
    std::optional<int> month;
    std::optional<int> year;
};

/// All that stands above the title.
struct DocumentHead
{
    IssuingBody body;
    std::optional<int> number; ///< blank until văn thư gives one
    QString symbol; ///< ký hiệu, e.g. "BC-UBND"
    PlaceAndDate date;
};

/// Who signs (chức vụ, họ tên người ký) and who receives (nơi nhận).
struct Signature
{
    QStringList authority; ///< e.g. {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}
    QString signer; ///< without academic titles; empty leaves the line blank
    QStringList recipients; ///< without dash or semicolon, e.g. "Sở Y tế"
    QString archive = QStringLiteral("VT"); ///< after "Lưu:", e.g. "VT, VHXH"
};

/// The place and date of a known day.
PlaceAndDate placeAndDate(const QString& place, QDate date);

/// "Số: 05/BC-UBND"; below 10 padded with 0; a blank of no-break spaces where the number is not known.
QString numberLine(std::optional<int> number, const QString& symbol);

/// "Bình Liêu, ngày 05 tháng 01 năm 2026": days below 10 and months 1 and 2 padded with 0, months 3–9 not.
QString dateLine(const PlaceAndDate& date);

/// Cơ quan ban hành and số, ký hiệu left; Quốc hiệu, Tiêu ngữ and địa danh, ngày tháng right.
TwoColumns head(const DocumentHead& head);

/// Tên loại in capitals and trích yếu, with the rule below. `kind` e.g. "BÁO CÁO".
QList<Block> title(const QString& kind, const QString& summary);

/// Căn cứ: italic paragraphs, each closed by ";" and the last by ".".
QList<Block> legalBases(const QStringList& bases);

/// A body paragraph: 14 pt, justified, first line 12.7 mm in, 6 pt to the next.
Paragraph body(const QList<Run>& runs);

/// A body paragraph of plain text.
Paragraph body(const QString& text);

/// When and by whom a paper was printed, after "In": "lúc 08:02 ngày 29/11/2026, người in: Hoàng Thị Lan.". Nobody is
/// named where the name is not known.
QString printedWords(UtcMs at, const QString& user);

/// A heading of a part ("II. KẾT QUẢ THỰC HIỆN"): bold, indented as the body, kept with what follows.
Paragraph heading(const QString& text);

/// A heading of a smaller part ("1. Tiếp nhận thông tin"): bold, not in capitals, kept with what follows.
Paragraph subheading(const QString& text);

/// A caption above a table: italic, centred, kept with the table.
Paragraph caption(const QString& text);

/// In whose name is signed: "TM. … CHỦ TỊCH", or "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" for a deputy (Điều 13); a department's
/// director signs in the own name. `signerTitle` as the office has it; empty for the head.
QStringList authority(bool province, const QString& signerTitle);

/// Nơi nhận left, the signer right, room between for signature and seal.
SignatureBlock signature(const Signature& signature);

/// A cell of running text, 13 pt, left.
Cell textCell(const QString& text, Align align = Align::Left);

/// A bold, centred cell for header rows; may span.
Cell headerCell(const QString& text, int columnSpan = 1, int rowSpan = 1);

/// A centred number with the id of the figure it shows. The caller formats the number (1.240).
Cell figureCell(const QString& number, const QString& figure);

} // namespace maiam::papers::decree30
