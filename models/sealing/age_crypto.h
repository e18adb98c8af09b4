// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sealing/age_keys.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace maiam::age {

inline constexpr qsizetype FileKeySize = 16;
inline constexpr qsizetype NonceSize = 16; ///< of the payload
inline constexpr qsizetype TagSize = 16;
inline constexpr qsizetype ChunkSize = 64 * 1024;
inline constexpr qsizetype MacSize = 32;
inline constexpr qsizetype WrappedSize = FileKeySize + TagSize;

/// HKDF-SHA-256 (RFC 5869) with one block of output.
[[nodiscard]] SecretKey hkdf(QByteArrayView key, QByteArrayView salt, QByteArrayView info);

/// The MAC of a header, over everything up to and including "---".
[[nodiscard]] QByteArray headerMac(const SecretKey& fileKey, QByteArrayView header);

/// What an X25519 stanza holds.
struct Wrapped
{
    QByteArray share; ///< ephemeral public key, 32 bytes
    QByteArray body; ///< the file key, sealed, 32 bytes
};

/// Seals @p fileKey to a recipient. Nothing when the recipient's key is no usable point.
[[nodiscard]] std::optional<Wrapped> wrap(const SecretKey& fileKey, const AgeRecipient& recipient);
/// Opens a stanza; nothing when it is not for this identity.
[[nodiscard]] std::optional<SecretKey> unwrap(const Wrapped& wrapped, const AgeIdentity& identity);

/// The STREAM of a payload: ChaCha20-Poly1305 in pieces, with a counter and a mark on the last piece in the nonce.
class Stream
{
public:
    Stream(const SecretKey& fileKey, QByteArrayView nonce);

    /// Seals the next piece.
    [[nodiscard]] QByteArray seal(QByteArrayView plain, bool last);
    /// Opens the next piece into @p plain; false, with the counter where it was, when it does not verify.
    [[nodiscard]] bool open(QByteArrayView sealed, bool last, QByteArray& plain);
    /// How many pieces have been sealed or opened.
    [[nodiscard]] quint64 pieces() const { return m_counter; }

private:
    [[nodiscard]] std::array<unsigned char, 12> nonce(bool last) const;

    SecretKey m_key;
    quint64 m_counter = 0;
};

} // namespace maiam::age
