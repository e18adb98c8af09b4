// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/age_keys.h"

#include "models/sealing/bech32.h"

#include <sodium.h>

namespace maiam {

namespace {

constexpr QByteArrayView RecipientPrefix("age");
constexpr QByteArrayView IdentityPrefix("age-secret-key-");

void wipe(QByteArray& bytes)
{
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
}

} // namespace

Result<AgeRecipient> AgeRecipient::fromKey(const QByteArray& key)
{
    if (key.size() != KeySize) {
        return fail(ErrorCode::InvalidInput,
            tr("This is not the public key of an office: its length is wrong. Ask the office for its card again."));
    }
    return AgeRecipient(key);
}

Result<AgeRecipient> AgeRecipient::parse(const QString& text)
{
    const auto key = bech32::decode(RecipientPrefix, text.trimmed().toUtf8());
    if (!key || key->size() != KeySize) {
        return fail(ErrorCode::InvalidInput,
            tr("This is not the public key of an office: a character is wrong or missing. Ask the office for its card "
               "again."));
    }
    return AgeRecipient(*key);
}

QString AgeRecipient::toString() const
{
    return QString::fromLatin1(bech32::encode(RecipientPrefix, m_key));
}

AgeIdentity AgeIdentity::generate()
{
    return AgeIdentity(SecretKey::random(AgeRecipient::KeySize));
}

Result<AgeIdentity> AgeIdentity::fromKey(SecretKey key)
{
    if (key.size() != AgeRecipient::KeySize) {
        return fail(ErrorCode::InvalidInput, tr("This is not the key of an office: its length is wrong."));
    }
    return AgeIdentity(std::move(key));
}

Result<AgeIdentity> AgeIdentity::parse(QByteArrayView text)
{
    QByteArrayView trimmed = text.trimmed();
    auto key = bech32::decode(IdentityPrefix, trimmed);
    if (!key || key->size() != AgeRecipient::KeySize) {
        return fail(ErrorCode::InvalidInput,
            tr("This is not the key of an office: a character is wrong or missing. Choose the key file that the "
               "program wrote."));
    }
    AgeIdentity identity(SecretKey::fromBytes(key->constData(), std::size_t(key->size())));
    wipe(*key);
    return identity;
}

AgeRecipient AgeIdentity::recipient() const
{
    QByteArray key(AgeRecipient::KeySize, '\0');
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(key.data()), m_key.data());
    return *AgeRecipient::fromKey(key);
}

SecretKey AgeIdentity::toText() const
{
    QByteArray lower = bech32::encode(
        IdentityPrefix, QByteArrayView(reinterpret_cast<const char*>(m_key.data()), qsizetype(m_key.size())));
    for (char& c : lower) {
        c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    SecretKey text = SecretKey::fromBytes(lower.constData(), std::size_t(lower.size()));
    wipe(lower);
    return text;
}

} // namespace maiam
