// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/record.h"

#include <QString>

namespace maiam {

class Catalogues;

/// The texts of the notice of a leak (thông báo sự cố lộ dữ liệu) as they are filled in from the record. What an
/// officer has corrected is kept in the record and stands instead. Always Vietnamese, since the paper is; names no
/// child.
namespace noticeWords {
/// When it was found and happened, what kind it was, where, and the officer's own words; a line is a paragraph.
[[nodiscard]] QString filledStory(const Record& incident, const Catalogues& catalogues);
/// Which data, and of how many children.
[[nodiscard]] QString filledData(const Record& incident, const Catalogues& catalogues);
/// Whom the law names, for as far as is known: "Bộ Công an (Cục An ninh mạng …)".
[[nodiscard]] QString filledRecipient();

/// As corrected, else as filled in.
[[nodiscard]] QString story(const Record& incident, const Catalogues& catalogues);
[[nodiscard]] QString data(const Record& incident, const Catalogues& catalogues);
[[nodiscard]] QString recipient(const Record& incident);
} // namespace noticeWords

} // namespace maiam
