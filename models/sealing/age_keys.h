// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace maiam {

/// Whom an age file is sealed to: an X25519 public key, spelled "age1…".
class AgeRecipient
{
    Q_DECLARE_TR_FUNCTIONS(AgeRecipient)

public:
    static constexpr qsizetype KeySize = 32;

    /// From the 32 bytes of the public key. InvalidInput when the length is wrong.
    [[nodiscard]] static Result<AgeRecipient> fromKey(const QByteArray& key);
    /// From "age1…", spaces around it forgiven. InvalidInput for anything else.
    [[nodiscard]] static Result<AgeRecipient> parse(const QString& text);

    [[nodiscard]] const QByteArray& key() const { return m_key; }
    [[nodiscard]] QString toString() const;
    bool operator==(const AgeRecipient& other) const { return m_key == other.m_key; }
    bool operator!=(const AgeRecipient& other) const { return m_key != other.m_key; }

private:
    explicit AgeRecipient(QByteArray key)
        : m_key(std::move(key))
    {
    }

    QByteArray m_key;
};

/// What opens an age file: an X25519 secret key, spelled "AGE-SECRET-KEY-1…".
class AgeIdentity
{
    Q_DECLARE_TR_FUNCTIONS(AgeIdentity)

public:
    /// A new one from the system's random source.
    [[nodiscard]] static AgeIdentity generate();
    /// From the 32 bytes of the secret key. InvalidInput when the length is wrong.
    [[nodiscard]] static Result<AgeIdentity> fromKey(SecretKey key);
    /// From "AGE-SECRET-KEY-1…" in ASCII, spaces around it forgiven. The caller wipes @p text.
    [[nodiscard]] static Result<AgeIdentity> parse(QByteArrayView text);

    [[nodiscard]] const SecretKey& key() const { return m_key; }
    [[nodiscard]] AgeIdentity clone() const { return AgeIdentity(m_key.clone()); }
    /// The recipient whose files this opens.
    [[nodiscard]] AgeRecipient recipient() const;
    /// "AGE-SECRET-KEY-1…" in ASCII, for exporting the key.
    [[nodiscard]] SecretKey toText() const;

private:
    explicit AgeIdentity(SecretKey key)
        : m_key(std::move(key))
    {
    }

    SecretKey m_key;
};

} // namespace maiam
