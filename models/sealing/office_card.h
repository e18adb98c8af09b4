// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sealing/office_key.h"

#include <QString>

namespace maiam {

/// What one office gives another once, so that they can seal to and recognise each other: a small text file (thẻ đơn
/// vị). The signature shows that the holder of the key wrote it; whether that is the office, two people find out by
/// reading the fingerprint to each other on the phone.
struct OfficeCard
{
    Q_DECLARE_TR_FUNCTIONS(OfficeCard)

public:
    /// What the office is.
    enum class Role { Commune = 0, Province = 1 };

    QByteArray officeId; ///< 16 bytes, permanent
    QString unit; ///< code of the administrative unit today, such as "06838"
    QString name; ///< as people call it, one line
    Role role = Role::Commune;
    QByteArray sealKey; ///< X25519, 32 bytes
    QByteArray signKey; ///< Ed25519, 32 bytes
    int generation = 1; ///< 1, and one more with every replacement of the keys
    QByteArray signature; ///< 64 bytes, by signKey, over "maiam/card/1" ‖ the card in CBOR

    /// A signed card for the first keys of an office or, with its @p officeId, for later ones.
    [[nodiscard]] static OfficeCard make(const OfficeKey& key, const QString& unit, const QString& name, Role role,
        int generation = 1, const QByteArray& officeId = {});

    /// The whole card as a text file: UTF-8, lines "key: value" ending with LF.
    [[nodiscard]] QByteArray toText() const;
    /// Reads a card, with LF or CRLF, with or without a byte order mark. InvalidInput: no card, or a line that cannot
    /// be; NewerVersion; Truncated: lines at the end are missing; BadSignature: something was changed.
    [[nodiscard]] static Result<OfficeCard> parse(QByteArrayView text);

    /// The fingerprint of the whole card for reading out: six groups of five digits, "12345-…".
    [[nodiscard]] QString fingerprint() const;
    /// Whether @p typed is the fingerprint, however its groups are divided.
    [[nodiscard]] bool hasFingerprint(const QString& typed) const;

    bool operator==(const OfficeCard& other) const
    {
        return canonical() == other.canonical() && signature == other.signature;
    }

private:
    [[nodiscard]] QByteArray canonical() const;
};

} // namespace maiam
