// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sodium.h>

#include <cstddef>

/// How long the parts of a slot of the keys file are, in bytes (security.md; XChaCha20-Poly1305).
namespace maiam::slotSizes {

inline constexpr std::size_t RegisterKey = 32;
inline constexpr qsizetype Nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
/// The register key with its tag, wrapped with the slot's own key.
inline constexpr qsizetype Wrapped = RegisterKey + crypto_aead_xchacha20poly1305_ietf_ABYTES;

} // namespace maiam::slotSizes
