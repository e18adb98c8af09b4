// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sealing/age_crypto.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QList>

namespace maiam::age {

/// The text before the payload of an age file: one stanza for each recipient, and a MAC.
class Header
{
    Q_DECLARE_TR_FUNCTIONS(AgeHeader)

public:
    /// A header of real files stays far below this; more is refused before it is read.
    static constexpr qint64 MaxSize = 256 * 1024;

    /// The whole text of a header that seals @p fileKey to @p recipients. InvalidInput for a key that is no point.
    [[nodiscard]] static Result<QByteArray> write(const SecretKey& fileKey, const QList<AgeRecipient>& recipients);
    /// Reads a header and leaves @p in at the first byte of the payload. Errors as AgeReader::open().
    [[nodiscard]] static Result<Header> read(QIODevice& in);

    /// The file key, when one of the stanzas opens with @p identity. The MAC must be checked then.
    [[nodiscard]] std::optional<SecretKey> fileKey(const AgeIdentity& identity) const;
    /// Whether nobody changed the header.
    [[nodiscard]] bool isIntact(const SecretKey& fileKey) const;

private:
    QList<Wrapped> m_stanzas; // X25519 only; other kinds are passed over, as the format asks
    QByteArray m_signed;
    QByteArray m_mac;

    friend class HeaderReader;
};

} // namespace maiam::age
