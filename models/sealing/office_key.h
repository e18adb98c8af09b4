// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sealing/age_keys.h"

namespace maiam {

/// What stands before everything that is hashed or signed, so that a signature of one kind never passes for another.
namespace context {
inline constexpr QByteArrayView Card("maiam/card/1");
inline constexpr QByteArrayView Device("maiam/device/1");
inline constexpr QByteArrayView Package("maiam/package/1");
} // namespace context

/// BLAKE2b-256 of a context and the bytes that follow, fed in pieces.
class ContextHash
{
public:
    static constexpr qsizetype Size = 32;

    explicit ContextHash(QByteArrayView context);
    ~ContextHash();
    Q_DISABLE_COPY_MOVE(ContextHash)
    ContextHash& add(QByteArrayView bytes);
    /// 32 bytes; nothing may be added afterwards.
    [[nodiscard]] QByteArray result();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Whether @p signature is the Ed25519 signature of @p signKey over @p context ‖ @p bytes. False too for sizes that
/// cannot be.
[[nodiscard]] bool verifySignature(
    QByteArrayView signKey, QByteArrayView context, QByteArrayView bytes, QByteArrayView signature);

/// The permanent id of the office or device that began with this Ed25519 public key: the first 16 bytes of its
/// BLAKE2b-256.
[[nodiscard]] QByteArray idOfSignKey(QByteArrayView signKey);

/// The keys of an office: X25519, to seal to it, and Ed25519, with which it signs its devices, card and packages.
class OfficeKey
{
    Q_DECLARE_TR_FUNCTIONS(OfficeKey)

public:
    static constexpr std::size_t SeedSize = 32;
    static constexpr qsizetype SignatureSize = 64;

    /// New keys from the system's random source.
    [[nodiscard]] static OfficeKey generate();
    /// From the two seeds that were kept. InvalidInput when a length is wrong.
    [[nodiscard]] static Result<OfficeKey> fromSeeds(SecretKey signSeed, SecretKey sealKey);

    /// What is kept, encrypted, in the register.
    [[nodiscard]] const SecretKey& signSeed() const { return m_signSeed; }
    [[nodiscard]] const SecretKey& sealSecret() const { return m_sealing.key(); }
    /// Opens what was sealed to the office; Debian's age reads its text too.
    [[nodiscard]] const AgeIdentity& sealIdentity() const { return m_sealing; }
    /// X25519 public key, 32 bytes.
    [[nodiscard]] QByteArray sealKey() const { return m_sealing.recipient().key(); }
    /// Ed25519 public key, 32 bytes.
    [[nodiscard]] const QByteArray& signKey() const { return m_signKey; }
    /// The id of an office whose first key this is; an office that replaced its key keeps the id it has.
    [[nodiscard]] QByteArray officeId() const { return idOfSignKey(m_signKey); }
    /// Ed25519 signature over @p context ‖ @p bytes, 64 bytes.
    [[nodiscard]] QByteArray sign(QByteArrayView context, QByteArrayView bytes) const;

private:
    OfficeKey(SecretKey signSeed, AgeIdentity sealing);

    SecretKey m_signSeed;
    SecretKey m_signSecret;
    QByteArray m_signKey;
    AgeIdentity m_sealing;
};

} // namespace maiam
