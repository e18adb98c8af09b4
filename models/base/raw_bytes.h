// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace maiam {

/// The bytes as libsodium takes them. Never null: it takes no null pointer, not even for no bytes.
[[nodiscard]] inline const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.isNull() ? "" : bytes.data());
}

/// How many bytes there are, as libsodium counts them.
[[nodiscard]] inline unsigned long long length(QByteArrayView bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

} // namespace maiam
