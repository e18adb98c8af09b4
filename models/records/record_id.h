// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUuid>

namespace maiam {

/// Ids of records name the office that owns them: bytes 0–5 are the first bytes of the office's id, the rest is random.
/// So whoever holds an entry can tell, without any other entry, whether its writer may write that record (law 7),
/// and no office can claim another's record by writing a first entry for it. The form is a version 8 UUID (RFC 9562).
namespace recordId {
inline constexpr int OfficePrefix = 6;

/// A new random id owned by the office (id of 16 bytes).
[[nodiscard]] QUuid create(const QByteArray& officeId);
/// The id that every machine of the office gives to the one record of this meaning ("task/2.a/2026").
[[nodiscard]] QUuid named(const QByteArray& officeId, const QByteArray& meaning);
/// True when the id says that this office owns the record.
[[nodiscard]] bool ownedBy(QUuid record, const QByteArray& officeId);
} // namespace recordId

} // namespace maiam
