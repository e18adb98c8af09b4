// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace maiam {

/// A key whose bytes compare (memcmp, SQLite BLOB) in Vietnamese alphabetical order, the same on every platform:
/// letters a < ă < â < b < c < d < đ < e < ê … first, then tones ngang < huyền < hỏi < ngã < sắc < nặng, then lower
/// before upper case. A space comes before every letter, digits before letters; other scripts follow. Punctuation that
/// is not a space counts just after the space. "Hoà" and "Hòa" have equal keys.
[[nodiscard]] QByteArray sortKey(QStringView text);

/// The key for lists of people: tên (the last word) with its tone first, then họ and đệm, case last, so that "NGUYỄN
/// VĂN HÀ" stands among the other Hà. A remark in brackets behind the name is not taken for the tên.
[[nodiscard]] QByteArray personSortKey(QStringView fullName);

/// The first letters of a name, "T. M. Á.", for screens and papers that others may see.
[[nodiscard]] QString initials(QStringView fullName, QChar between = QLatin1Char(' '));

} // namespace maiam
