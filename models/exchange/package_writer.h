// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/package_format.h"
#include "models/register/register.h"

namespace maiam {

/// What was sealed.
struct SealedPackage
{
    QString file;
    QString from; ///< unit code
    QString to; ///< unit code
    qint64 entries = 0; ///< 0: receipts only
    qint64 bytes = 0;
    std::vector<DeviceRange> ranges;
};

/// Seals what the other office has not acknowledged yet (đóng gói), without any identity part, and what this office
/// holds of the other (receipts). With nothing new, and from the province always, it is a package of receipts alone.
/// Returns when the file has been written, synchronised, read back and verified, has its final name and stands in the
/// package log. Blocks: call it outside the interface thread. @p catalogues: versions to name in the header. Errors:
/// NotFound (unit without a confirmed card), NotAllowed (a commune may seal to the province only; or an entry would
/// carry free text), ReadOnly, DiskFull, Io, Cancelled; then no file is left and nothing counts as packed.
[[nodiscard]] Result<SealedPackage> sealPackage(Register& reg, const QString& toUnit, const QString& folder,
    const QMap<QByteArray, qint64>& catalogues = {}, const PackageJob& job = {});

} // namespace maiam
