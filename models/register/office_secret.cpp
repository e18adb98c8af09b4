// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/office_secret.h"

#include "models/register/schema.h"

#include <sodium.h>

namespace maiam {

namespace {
    const uchar* raw(QByteArrayView bytes) { return reinterpret_cast<const uchar*>(bytes.data()); }
    uchar* raw(QByteArray& bytes) { return reinterpret_cast<uchar*>(bytes.data()); }

    /// The database wants bytes for a moment; they are wiped behind it.
    Result<void> storeKey(Database& database, const QString& name, const SecretKey& key)
    {
        QByteArray copy(reinterpret_cast<const char*>(key.data()), qsizetype(key.size()));
        auto done = meta::setSecret(database, name, copy);
        sodium_memzero(copy.data(), size_t(copy.size()));
        return done;
    }

    Result<SecretKey> loadKey(Database& database, const QString& name, qsizetype size)
    {
        auto bytes = meta::secret(database, name);
        if (!bytes)
            return fail(bytes);
        if (bytes->size() != size)
            return fail(ErrorCode::Damaged, QCoreApplication::translate("Register", "A key of this office is damaged. Restore the newest backup."), name);
        SecretKey key = SecretKey::fromBytes(bytes->constData(), size_t(bytes->size()));
        sodium_memzero(bytes->data(), size_t(bytes->size()));
        return key;
    }
}

OfficeSecret OfficeSecret::generate()
{
    OfficeSecret made;
    made.m_signPublic.resize(crypto_sign_PUBLICKEYBYTES);
    made.m_signSecret = SecretKey::zeroed(crypto_sign_SECRETKEYBYTES);
    crypto_sign_keypair(raw(made.m_signPublic), made.m_signSecret.writable());
    made.m_sealSecret = SecretKey::random(crypto_scalarmult_SCALARBYTES);
    made.m_sealPublic.resize(crypto_scalarmult_BYTES);
    crypto_scalarmult_base(raw(made.m_sealPublic), made.m_sealSecret.data());
    made.m_officeId = SigningDevice::idOf(made.m_signPublic);
    return made;
}

Result<void> OfficeSecret::store(Database& database) const
{
    if (auto done = meta::setSecret(database, QStringLiteral("office.id"), m_officeId); !done)
        return done;
    if (auto done = storeKey(database, QStringLiteral("office.sign"), m_signSecret); !done)
        return done;
    return storeKey(database, QStringLiteral("office.seal"), m_sealSecret);
}

Result<OfficeSecret> OfficeSecret::load(Database& database)
{
    OfficeSecret loaded;
    auto id = meta::secret(database, QStringLiteral("office.id"));
    if (!id)
        return fail(id);
    loaded.m_officeId = *id;
    auto sign = loadKey(database, QStringLiteral("office.sign"), crypto_sign_SECRETKEYBYTES);
    if (!sign)
        return fail(sign);
    loaded.m_signSecret = std::move(*sign);
    loaded.m_signPublic.resize(crypto_sign_PUBLICKEYBYTES);
    crypto_sign_ed25519_sk_to_pk(raw(loaded.m_signPublic), loaded.m_signSecret.data());
    auto seal = loadKey(database, QStringLiteral("office.seal"), crypto_scalarmult_SCALARBYTES);
    if (!seal)
        return fail(seal);
    loaded.m_sealSecret = std::move(*seal);
    loaded.m_sealPublic.resize(crypto_scalarmult_BYTES);
    crypto_scalarmult_base(raw(loaded.m_sealPublic), loaded.m_sealSecret.data());
    return loaded;
}

QByteArray OfficeSecret::sign(QByteArrayView context, QByteArrayView message) const
{
    const QByteArray whole = context.toByteArray() + message.toByteArray();
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(raw(signature), nullptr, raw(QByteArrayView(whole)), size_t(whole.size()), m_signSecret.data());
    return signature;
}

bool OfficeSecret::verify(const QByteArray& publicKey, QByteArrayView context, QByteArrayView message, const QByteArray& signature)
{
    const QByteArray whole = context.toByteArray() + message.toByteArray();
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(raw(QByteArrayView(signature)), raw(QByteArrayView(whole)), size_t(whole.size()), raw(QByteArrayView(publicKey))) == 0;
}

SigningDevice OfficeSecret::certify(SigningDevice device) const
{
    device.certificate = sign("maiam/device/1", device.publicKey + device.office);
    return device;
}

Result<void> storeDevice(Database& database, const SigningDevice& device)
{
    if (auto done = storeKey(database, QStringLiteral("device.sign"), device.secretKey); !done)
        return done;
    return meta::setSecret(database, QStringLiteral("device.certificate"), device.certificate);
}

Result<SigningDevice> loadDevice(Database& database, const QByteArray& office)
{
    auto secret = loadKey(database, QStringLiteral("device.sign"), crypto_sign_SECRETKEYBYTES);
    if (!secret)
        return fail(secret);
    auto certificate = meta::secret(database, QStringLiteral("device.certificate"));
    if (!certificate)
        return fail(certificate);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_ed25519_sk_to_pk(raw(publicKey), secret->data());
    return SigningDevice { SigningDevice::idOf(publicKey), office, publicKey, std::move(*secret), *certificate };
}

} // namespace maiam
