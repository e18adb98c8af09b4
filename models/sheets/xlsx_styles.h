// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace maiam {

/// Whether a number format shows a date or time: the built-in ones 14–22 and 45–47 (ECMA-376 part 1, §18.8.30).
[[nodiscard]] bool isDateFormat(int builtIn);
/// Whether the code of a format of the workbook's own shows a date or time: y, m, d, h or s outside quotes, escapes and
/// brackets (elapsed times such as [h] count).
[[nodiscard]] bool isDateFormat(const QString& code);
/// The text with the escapes _xHHHH_ of SpreadsheetML resolved.
[[nodiscard]] QString unescapeXlsx(const QString& text);
/// The column (from 0) and row (from 1) of a reference such as "AB12"; false when it is none.
[[nodiscard]] bool parseReference(QStringView text, qint64& column, qint64& row);

} // namespace maiam
