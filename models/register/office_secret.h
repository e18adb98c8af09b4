// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"
#include "models/sqlcipher/database.h"
#include "models/sqlcipher/secret_key.h"

namespace maiam {

/// The office's identity as the register keeps it (khoá của cơ quan): an Ed25519 key that certifies the office's
/// devices and signs its cards and packages, and an X25519 key to which packages are sealed. Made once.
class OfficeSecret
{
public:
    /// A new office; its id is for ever.
    [[nodiscard]] static OfficeSecret generate();
    /// Errors: NotFound when the register holds none.
    [[nodiscard]] static Result<OfficeSecret> load(Database& database);
    [[nodiscard]] Result<void> store(Database& database) const;

    /// 16 bytes: the beginning of BLAKE2b-256 of the first signing key.
    [[nodiscard]] const QByteArray& officeId() const { return m_officeId; }
    [[nodiscard]] const QByteArray& signPublicKey() const { return m_signPublic; }
    [[nodiscard]] const QByteArray& sealPublicKey() const { return m_sealPublic; }
    /// The X25519 secret key, 32 bytes.
    [[nodiscard]] const SecretKey& sealSecretKey() const { return m_sealSecret; }
    /// Ed25519 over context ‖ message, 64 bytes.
    [[nodiscard]] QByteArray sign(QByteArrayView context, QByteArrayView message) const;
    /// Certifies a device ("maiam/device/1").
    [[nodiscard]] SigningDevice certify(SigningDevice device) const;
    /// Checks what sign() made with the public key.
    [[nodiscard]] static bool verify(const QByteArray& publicKey, QByteArrayView context, QByteArrayView message, const QByteArray& signature);

private:
    QByteArray m_officeId;
    QByteArray m_signPublic;
    SecretKey m_signSecret;
    QByteArray m_sealPublic;
    SecretKey m_sealSecret;
};

/// Keeps the device's key in the register.
[[nodiscard]] Result<void> storeDevice(Database& database, const SigningDevice& device);
[[nodiscard]] Result<SigningDevice> loadDevice(Database& database, const QByteArray& office);

} // namespace maiam
