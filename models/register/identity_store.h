// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"
#include "models/sealing/office_key.h"
#include "models/sqlcipher/database.h"

namespace maiam {

/// Where the register keeps the office's and the device's keys: encrypted with everything else, outside the journal.
namespace identityStore {
/// A device whose key the office signed ("maiam/device/1").
[[nodiscard]] SigningDevice certified(const OfficeKey& office, SigningDevice device);
[[nodiscard]] Result<void> store(Database& database, const OfficeKey& office);
[[nodiscard]] Result<void> store(Database& database, const SigningDevice& device);
/// Errors: NotFound, Damaged.
[[nodiscard]] Result<OfficeKey> office(Database& database);
[[nodiscard]] Result<SigningDevice> device(Database& database);
/// The office's permanent id, 16 bytes.
[[nodiscard]] Result<QByteArray> officeId(Database& database);
} // namespace identityStore

} // namespace maiam
