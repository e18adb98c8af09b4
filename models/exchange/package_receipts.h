// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/package_format.h"
#include "models/register/register.h"

namespace maiam {

/// What the other side says that it holds of us (biên nhận).
namespace packageReceipts {
/// Keeps receipts of another office for this office's own devices; never goes back behind an earlier one, and only
/// where number and hash are ours. Inside the caller's transaction. Returns what does not fit, as sentences.
[[nodiscard]] Result<QStringList> keep(Database& database, const OfficeInfo& own, const QByteArray& from,
    const std::vector<PackageReceipt>& receipts, UtcMs now);
} // namespace packageReceipts

} // namespace maiam
