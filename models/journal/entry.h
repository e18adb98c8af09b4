// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/records/kind.h"
#include "models/records/record.h"
#include "models/records/value.h"

#include <map>
#include <vector>

namespace maiam {

/// The first part of every entry; a program that meets a higher one sets the package aside.
inline constexpr int EntryVersion = 1;
/// Reserved open field of every kind: 1 in the entry that deletes the record.
inline constexpr char DeletedField[] = "deleted";

/// What an entry says and what its hash covers (thân bút toán). Times are UTC milliseconds; ids are 16 bytes.
struct EntryBody
{
    int version = EntryVersion;
    QByteArray device;
    qint64 seq = 0; ///< 1, 2, 3 … without gaps in a device's chain
    QUuid batch;
    UtcMs time = 0;
    QUuid actor; ///< the user; null for what the program writes by itself
    QString reason;
    QByteArray kind;
    int formVersion = 1;
    QUuid record;
    QList<EntryHash> after; ///< the record's heads when the form was loaded, in ascending order
    Values open;
    std::map<IdentityClass, QByteArray> commitments;
    EntryHash previous; ///< hash of the device's entry before; empty for the first
};

/// One identity class of an entry: withheld, delivered and erased on its own.
struct IdentityPart
{
    IdentityClass identity = IdentityClass::Subject;
    QByteArray salt; ///< 32 bytes
    QByteArray bytes; ///< deterministic CBOR map of the class's fields
};

/// An entry as it is stored and sent: the body's bytes are never encoded again.
struct Entry
{
    EntryBody body;
    QByteArray encoded;
    EntryHash hash;
    QByteArray signature; ///< the device's Ed25519 signature over hash
    std::vector<IdentityPart> parts; ///< those that are held
};

namespace entryCodec {
/// The body in the deterministic encoding of RFC 8949 §4.2.1.
[[nodiscard]] QByteArray encodeBody(const EntryBody& body);
/// Reads a body. Errors: NewerVersion for a higher entry version, Damaged for anything else that is not exact.
[[nodiscard]] Result<EntryBody> decodeBody(const QByteArray& encoded);
/// BLAKE2b-256("maiam/entry/1" ‖ body).
[[nodiscard]] EntryHash hashBody(const QByteArray& encoded);
/// BLAKE2b-256("maiam/commit/1" ‖ class ‖ salt ‖ bytes).
[[nodiscard]] QByteArray commitment(IdentityClass identity, const QByteArray& salt, const QByteArray& bytes);
/// A CBOR map of fields.
[[nodiscard]] QByteArray encodeValues(const Values& values);
/// Reads a CBOR map of fields. Errors: Damaged.
[[nodiscard]] Result<Values> decodeValues(const QByteArray& encoded);
/// True when every held part matches its commitment and no part lacks one.
[[nodiscard]] bool partsMatch(const Entry& entry);
} // namespace entryCodec

} // namespace maiam
