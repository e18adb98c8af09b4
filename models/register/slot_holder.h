// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/secret_key.h"

#include <QByteArray>
#include <QByteArrayView>

namespace maiam {

/// A slot's own key pair (X25519), made from the slot's key, which only the passphrase or the paper gives. The public
/// half lies inside the register: with it a changed register key can be put into the slots of people who are not there
/// (removing somebody for cause would else need every passphrase). It opens nothing.
namespace slotHolder {

inline constexpr qsizetype PublicKeyBytes = 32;
/// How much longer a sealed register key is than one that was wrapped with the slot's key itself.
inline constexpr qsizetype SealBytes = PublicKeyBytes;

/// The public half, 32 bytes.
[[nodiscard]] QByteArray publicKey(const SecretKey& slotKey);
/// `secret` for whoever holds the slot's key: a passing public key, then the ciphertext and its tag. Empty when the
/// public key is none.
[[nodiscard]] QByteArray seal(
    const SecretKey& secret, QByteArrayView holder, QByteArrayView nonce, const QByteArray& associated);
/// The other way; false when it was not sealed to this slot's key or was altered. `secret` has its size already.
[[nodiscard]] bool open(const QByteArray& sealed, const SecretKey& slotKey, QByteArrayView nonce,
    const QByteArray& associated, SecretKey& secret);

} // namespace slotHolder

} // namespace maiam
