// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/sheet.h"
#include "models/text/legacy_encoding.h"

#include <QString>

namespace maiam {

/// Small questions about the words of a workbook's cell.
namespace rowWords {
/// "Người lập biểu", "CHỦ TỊCH": the words below a table, under which names of signers follow.
[[nodiscard]] bool isSignature(const QString& text);
/// "Tổng cộng", "Tổng số": a line that counts.
[[nodiscard]] bool isTotal(const QString& text);
/// The day and time, or the time alone, of a cell that holds more than a day; else nothing.
[[nodiscard]] QString timeIn(const Cell& cell, bool date1904);
/// Nothing to read: empty, or only spaces. A formula without a result is not blank.
[[nodiscard]] bool isBlank(const Cell& cell);
/// "x", "v", "1", TRUE and the like.
[[nodiscard]] bool isTick(const Cell& cell);
/// The environment that a word for abuse names by the way ("bạo lực gia đình"), else nothing.
[[nodiscard]] QString environmentIn(const QString& abuseWord);
/// Whether a word is the title of its code, a part of it, or an abbreviation, so that nothing is lost without it.
[[nodiscard]] bool saysNoMore(const QString& word, const QString& title);
/// A possible Vietnamese syllable that is no surname, but is one when read as TCVN3: "Vò" for Vũ, "Lôc" for Lục.
[[nodiscard]] bool mayBeLegacySurname(const QString& name);
/// The year of birth in a personal number of 12 digits: the fourth gives the century (0, 1: 1900; 2, 3: 2000 …).
[[nodiscard]] int yearInNumber(const QString& number);
/// The name of an old character set, as people know it.
[[nodiscard]] QString encodingName(LegacyEncoding encoding);
} // namespace rowWords

} // namespace maiam
