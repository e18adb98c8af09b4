// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/age_crypto.h"

#include "models/base/raw_bytes.h"

#include <QtEndian>

#include <sodium.h>

namespace maiam::age {

namespace {

constexpr QByteArrayView WrapInfo("age-encryption.org/v1/X25519");
constexpr std::array<unsigned char, crypto_aead_chacha20poly1305_ietf_NPUBBYTES> ZeroNonce {};

unsigned char* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArrayView viewOf(const SecretKey& key)
{
    return { reinterpret_cast<const char*>(key.data()), qsizetype(key.size()) };
}

/// The key under which a stanza holds the file key; nothing for a point of low order.
std::optional<SecretKey> wrapKey(
    const SecretKey& secret, QByteArrayView other, QByteArrayView share, QByteArrayView recipient)
{
    SecretKey shared = SecretKey::zeroed(crypto_scalarmult_BYTES);
    if (crypto_scalarmult(shared.writable(), secret.data(), raw(other)) != 0) {
        return std::nullopt;
    }
    return hkdf(viewOf(shared), share.toByteArray() + recipient.toByteArray(), WrapInfo);
}

} // namespace

SecretKey hkdf(QByteArrayView key, QByteArrayView salt, QByteArrayView info)
{
    SecretKey extracted = SecretKey::zeroed(crypto_auth_hmacsha256_BYTES);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, raw(salt), std::size_t(salt.size()));
    crypto_auth_hmacsha256_update(&state, raw(key), std::size_t(key.size()));
    crypto_auth_hmacsha256_final(&state, extracted.writable());

    SecretKey expanded = SecretKey::zeroed(crypto_auth_hmacsha256_BYTES);
    const unsigned char firstBlock = 1;
    crypto_auth_hmacsha256_init(&state, extracted.data(), extracted.size());
    crypto_auth_hmacsha256_update(&state, raw(info), std::size_t(info.size()));
    crypto_auth_hmacsha256_update(&state, &firstBlock, 1);
    crypto_auth_hmacsha256_final(&state, expanded.writable());
    sodium_memzero(&state, sizeof state);
    return expanded;
}

QByteArray headerMac(const SecretKey& fileKey, QByteArrayView header)
{
    const SecretKey key = hkdf(viewOf(fileKey), {}, "header");
    QByteArray mac(MacSize, '\0');
    crypto_auth_hmacsha256(bytesOf(mac), raw(header), quint64(header.size()), key.data());
    return mac;
}

std::optional<Wrapped> wrap(const SecretKey& fileKey, const AgeRecipient& recipient)
{
    const SecretKey ephemeral = SecretKey::random(crypto_scalarmult_SCALARBYTES);
    Wrapped wrapped { QByteArray(AgeRecipient::KeySize, '\0'), QByteArray(WrappedSize, '\0') };
    crypto_scalarmult_base(bytesOf(wrapped.share), ephemeral.data());
    const auto key = wrapKey(ephemeral, recipient.key(), wrapped.share, recipient.key());
    if (!key) {
        return std::nullopt;
    }
    crypto_aead_chacha20poly1305_ietf_encrypt(bytesOf(wrapped.body), nullptr, fileKey.data(), fileKey.size(), nullptr,
        0, nullptr, ZeroNonce.data(), key->data());
    return wrapped;
}

std::optional<SecretKey> unwrap(const Wrapped& wrapped, const AgeIdentity& identity)
{
    if (wrapped.share.size() != AgeRecipient::KeySize || wrapped.body.size() != WrappedSize) {
        return std::nullopt;
    }
    const auto key = wrapKey(identity.key(), wrapped.share, wrapped.share, identity.recipient().key());
    SecretKey fileKey = SecretKey::zeroed(std::size_t(FileKeySize));
    if (!key
        || crypto_aead_chacha20poly1305_ietf_decrypt(fileKey.writable(), nullptr, nullptr, raw(wrapped.body),
               quint64(wrapped.body.size()), nullptr, 0, ZeroNonce.data(), key->data())
            != 0)
    {
        return std::nullopt;
    }
    return fileKey;
}

Stream::Stream(const SecretKey& fileKey, QByteArrayView nonce)
    : m_key(hkdf(viewOf(fileKey), nonce, "payload"))
{
}

std::array<unsigned char, 12> Stream::nonce(bool last) const
{
    std::array<unsigned char, 12> bytes {}; // 11 bytes of counter, big-endian, and the mark
    qToBigEndian(m_counter, bytes.data() + 3);
    bytes.back() = last ? 1 : 0;
    return bytes;
}

QByteArray Stream::seal(QByteArrayView plain, bool last)
{
    QByteArray sealed(plain.size() + TagSize, Qt::Uninitialized);
    crypto_aead_chacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, raw(plain), quint64(plain.size()), nullptr, 0,
        nullptr, nonce(last).data(), m_key.data());
    ++m_counter;
    return sealed;
}

bool Stream::open(QByteArrayView sealed, bool last, QByteArray& plain)
{
    if (sealed.size() < TagSize) {
        return false;
    }
    plain.resize(sealed.size() - TagSize);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr, raw(sealed), quint64(sealed.size()),
            nullptr, 0, nonce(last).data(), m_key.data())
        != 0)
    {
        plain.clear();
        return false;
    }
    ++m_counter;
    return true;
}

} // namespace maiam::age
