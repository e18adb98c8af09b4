// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/package_format.h"
#include "models/register/register.h"

namespace maiam {

/// What the other side says that it holds of us (biên nhận).
namespace packageReceipts {
/// Keeps a package's receipts for this office's own devices, where number and hash are ours. What was sealed later
/// counts, also where it names less than before; an older package takes nothing back. What is not ours is remembered
/// (elsewhere.h). Inside the caller's transaction. Returns what does not fit, as sentences.
[[nodiscard]] Result<QStringList> keep(
    Database& database, const OfficeInfo& own, const PackageHeader& header, UtcMs now);
} // namespace packageReceipts

} // namespace maiam
