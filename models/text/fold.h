// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/raw_typing.h" // the third way to search: stray Telex or VNI typing

#include <QString>
#include <QStringView>

namespace maiam {

/// The search key that ignores marks: no tones, no quality marks, lower case, đ as d, everything that is neither letter
/// nor digit a space, runs of spaces one, trimmed. "NGUYỄN Thị-Đào" gives "nguyen thi dao". The same for precomposed
/// and decomposed spelling and on every platform. Letters of other scripts stay, in lower case.
[[nodiscard]] QString folded(QStringView text);

/// The search key that keeps marks: NFC, lower case, white space collapsed, tone mark in the common place, so that
/// "Hoà" and "Hòa", "khoẻ" and "khỏe" meet. Punctuation stays; i and y (Mĩ, Mỹ) stay different.
[[nodiscard]] QString exactKey(QStringView text);

/// The text in NFC with the tone mark of every Vietnamese syllable in the common ("old") place: Hoà → Hòa, Thuý → Thúy,
/// Hòang → Hoàng. Case stays; words that are no Vietnamese syllable stay.
[[nodiscard]] QString withCommonTonePlacement(QStringView text);

} // namespace maiam
