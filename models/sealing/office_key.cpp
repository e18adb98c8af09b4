// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/office_key.h"

#include "models/base/raw_bytes.h"

#include <sodium.h>

namespace maiam {

namespace {

constexpr qsizetype IdSize = 16;

} // namespace

struct ContextHash::State
{
    crypto_generichash_state hash;
};

ContextHash::ContextHash(QByteArrayView context)
    : m_state(std::make_unique<State>())
{
    crypto_generichash_init(&m_state->hash, nullptr, 0, std::size_t(Size));
    add(context);
}

ContextHash::~ContextHash() = default;

ContextHash& ContextHash::add(QByteArrayView bytes)
{
    crypto_generichash_update(&m_state->hash, raw(bytes), quint64(bytes.size()));
    return *this;
}

QByteArray ContextHash::result()
{
    QByteArray hash(Size, '\0');
    crypto_generichash_final(&m_state->hash, reinterpret_cast<unsigned char*>(hash.data()), std::size_t(Size));
    return hash;
}

bool verifySignature(QByteArrayView signKey, QByteArrayView context, QByteArrayView bytes, QByteArrayView signature)
{
    if (signKey.size() != qsizetype(crypto_sign_PUBLICKEYBYTES) || signature.size() != OfficeKey::SignatureSize) {
        return false;
    }
    const QByteArray message = context.toByteArray() + bytes.toByteArray();
    return crypto_sign_verify_detached(raw(signature), raw(message), quint64(message.size()), raw(signKey)) == 0;
}

QByteArray idOfSignKey(QByteArrayView signKey)
{
    return ContextHash({}).add(signKey).result().left(IdSize);
}

OfficeKey::OfficeKey(SecretKey signSeed, AgeIdentity sealing)
    : m_signSeed(std::move(signSeed))
    , m_signSecret(SecretKey::zeroed(crypto_sign_SECRETKEYBYTES))
    , m_signKey(qsizetype(crypto_sign_PUBLICKEYBYTES), '\0')
    , m_sealing(std::move(sealing))
{
    crypto_sign_seed_keypair(
        reinterpret_cast<unsigned char*>(m_signKey.data()), m_signSecret.writable(), m_signSeed.data());
}

OfficeKey OfficeKey::generate()
{
    return OfficeKey(SecretKey::random(SeedSize), AgeIdentity::generate());
}

Result<OfficeKey> OfficeKey::fromSeeds(SecretKey signSeed, SecretKey sealKey)
{
    auto sealing = AgeIdentity::fromKey(std::move(sealKey));
    if (!sealing || signSeed.size() != SeedSize) {
        return fail(ErrorCode::InvalidInput, tr("This is not the key of an office: its length is wrong."));
    }
    return OfficeKey(std::move(signSeed), std::move(*sealing));
}

QByteArray OfficeKey::sign(QByteArrayView context, QByteArrayView bytes) const
{
    const QByteArray message = context.toByteArray() + bytes.toByteArray();
    QByteArray signature(SignatureSize, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(message),
        quint64(message.size()), m_signSecret.data());
    return signature;
}

} // namespace maiam
