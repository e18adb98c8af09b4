// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/identity_store.h"

#include "models/register/schema.h"

#include <sodium.h>

namespace maiam {

namespace {
/// The database wants bytes for a moment; they are wiped behind it.
Result<void> storeKey(Database& database, const QString& name, const SecretKey& key)
{
    QByteArray copy(reinterpret_cast<const char*>(key.data()), qsizetype(key.size()));
    auto done = meta::setSecret(database, name, copy);
    sodium_memzero(copy.data(), size_t(copy.size()));
    return done;
}

Result<SecretKey> loadKey(Database& database, const QString& name, std::size_t size)
{
    auto bytes = meta::secret(database, name);
    if (!bytes)
        return fail(bytes);
    if (std::size_t(bytes->size()) != size)
        return fail(ErrorCode::Damaged,
            QCoreApplication::translate("Register", "A key of this office is damaged. Restore the newest backup."),
            name);
    SecretKey key = SecretKey::fromBytes(bytes->constData(), size);
    sodium_memzero(bytes->data(), size);
    return key;
}
} // namespace

SigningDevice identityStore::certified(const OfficeKey& office, SigningDevice device)
{
    device.certificate = office.sign(context::Device, device.publicKey + device.office);
    return device;
}

Result<void> identityStore::store(Database& database, const OfficeKey& office)
{
    if (auto done = meta::setSecret(database, QStringLiteral("office.id"), office.officeId()); !done)
        return done;
    if (auto done = storeKey(database, QStringLiteral("office.sign"), office.signSeed()); !done)
        return done;
    return storeKey(database, QStringLiteral("office.seal"), office.sealSecret());
}

Result<void> identityStore::store(Database& database, const SigningDevice& device)
{
    if (auto done = storeKey(database, QStringLiteral("device.sign"), device.secretKey); !done)
        return done;
    return meta::setSecret(database, QStringLiteral("device.certificate"), device.certificate);
}

Result<QByteArray> identityStore::officeId(Database& database)
{
    return meta::secret(database, QStringLiteral("office.id"));
}

Result<OfficeKey> identityStore::office(Database& database)
{
    auto sign = loadKey(database, QStringLiteral("office.sign"), OfficeKey::SeedSize);
    if (!sign)
        return fail(sign);
    auto seal = loadKey(database, QStringLiteral("office.seal"), crypto_scalarmult_SCALARBYTES);
    if (!seal)
        return fail(seal);
    return OfficeKey::fromSeeds(std::move(*sign), std::move(*seal));
}

Result<SigningDevice> identityStore::device(Database& database)
{
    auto office = officeId(database);
    if (!office)
        return fail(office);
    auto secret = loadKey(database, QStringLiteral("device.sign"), crypto_sign_SECRETKEYBYTES);
    if (!secret)
        return fail(secret);
    auto certificate = meta::secret(database, QStringLiteral("device.certificate"));
    if (!certificate)
        return fail(certificate);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_ed25519_sk_to_pk(reinterpret_cast<uchar*>(publicKey.data()), secret->data());
    return SigningDevice { SigningDevice::idOf(publicKey), *office, publicKey, std::move(*secret), *certificate };
}

} // namespace maiam
