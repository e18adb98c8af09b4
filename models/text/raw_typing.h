// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace maiam {

/// Reads stray Telex or VNI typing, left behind when the input method was off, as the Vietnamese it was meant to be:
/// "Nguyeenx" and "Nguye64n" give "Nguyễn", "d9" gives "đ". Only ASCII words that are no Vietnamese syllable as they
/// stand but are one afterwards change. For one more search attempt, never for stored text.
[[nodiscard]] QString fromRawTyping(QStringView text);

/// Whether fromRawTyping() finds such a word.
[[nodiscard]] bool looksLikeRawTelex(QStringView text);

} // namespace maiam
