// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/slot_holder.h"

#include "models/base/raw_bytes.h"

#include <sodium.h>

namespace maiam {

namespace {

constexpr QByteArrayView SeedContext("maiam/holder/1");
constexpr QByteArrayView SealContext("maiam/slot-seal/1");

static_assert(slotHolder::PublicKeyBytes == crypto_scalarmult_BYTES);

SecretKey secretHalf(const SecretKey& slotKey)
{
    SecretKey secret = SecretKey::zeroed(crypto_scalarmult_SCALARBYTES);
    crypto_generichash(
        secret.writable(), secret.size(), raw(SeedContext), length(SeedContext), slotKey.data(), slotKey.size());
    return secret;
}

// The key of one sealing: both public halves go in, so that neither can be exchanged.
SecretKey sealKey(const SecretKey& shared, QByteArrayView passing, QByteArrayView holder)
{
    SecretKey key = SecretKey::zeroed(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    crypto_generichash_state state;
    crypto_generichash_init(&state, shared.data(), shared.size(), key.size());
    for (const QByteArrayView part : { SealContext, passing, holder })
        crypto_generichash_update(&state, raw(part), length(part));
    crypto_generichash_final(&state, key.writable(), key.size());
    sodium_memzero(&state, sizeof state);
    return key;
}

} // namespace

QByteArray slotHolder::publicKey(const SecretKey& slotKey)
{
    const SecretKey secret = secretHalf(slotKey);
    QByteArray half(PublicKeyBytes, '\0');
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(half.data()), secret.data());
    return half;
}

QByteArray slotHolder::seal(
    const SecretKey& secret, QByteArrayView holder, QByteArrayView nonce, const QByteArray& associated)
{
    const SecretKey passingSecret = SecretKey::random(crypto_scalarmult_SCALARBYTES);
    QByteArray sealed(PublicKeyBytes, '\0');
    SecretKey shared = SecretKey::zeroed(crypto_scalarmult_BYTES);
    if (holder.size() != PublicKeyBytes || nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        || crypto_scalarmult_base(reinterpret_cast<unsigned char*>(sealed.data()), passingSecret.data()) != 0
        || crypto_scalarmult(shared.writable(), passingSecret.data(), raw(holder)) != 0)
        return {};
    const SecretKey key = sealKey(shared, sealed, holder);
    QByteArray box(qsizetype(secret.size()) + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(box.data()), nullptr, secret.data(),
        secret.size(), raw(associated), length(associated), nullptr, raw(nonce), key.data());
    return sealed + box;
}

bool slotHolder::open(const QByteArray& sealed, const SecretKey& slotKey, QByteArrayView nonce,
    const QByteArray& associated, SecretKey& secret)
{
    const qsizetype boxed = qsizetype(secret.size()) + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() != PublicKeyBytes + boxed)
        return false;
    const QByteArrayView passing = QByteArrayView(sealed).first(PublicKeyBytes);
    const QByteArrayView box = QByteArrayView(sealed).sliced(PublicKeyBytes);
    SecretKey shared = SecretKey::zeroed(crypto_scalarmult_BYTES);
    if (crypto_scalarmult(shared.writable(), secretHalf(slotKey).data(), raw(passing)) != 0)
        return false;
    const SecretKey key = sealKey(shared, passing, publicKey(slotKey));
    return crypto_aead_xchacha20poly1305_ietf_decrypt(secret.writable(), nullptr, nullptr, raw(box), length(box),
               raw(associated), length(associated), raw(nonce), key.data())
        == 0;
}

} // namespace maiam
