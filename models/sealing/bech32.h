// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace maiam {

/// Bech32 (BIP 173, without its limit of 90 characters), the spelling of age's keys.
namespace bech32 {
/// @p data under the human-readable part @p prefix (lower case letters), in lower case.
[[nodiscard]] QByteArray encode(QByteArrayView prefix, QByteArrayView data);
/// The data of @p text when its human-readable part is @p prefix in either case and everything else holds.
[[nodiscard]] std::optional<QByteArray> decode(QByteArrayView prefix, QByteArrayView text);
} // namespace bech32

} // namespace maiam
