// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/offices.h"

#include <optional>

namespace maiam {

/// How far the exchange with the other side is, for the officer (chưa gửi · đã đóng gói · Sở đã nhận).
struct ExchangeState
{
    std::vector<TrustedOffice> offices; ///< whose cards were confirmed
    qint64 unsentRecords = 0;
    std::optional<UtcMs> packedAt; ///< when the last package was sealed
    qint64 packedSeq = 0; ///< how far it went
    QString packedFile; ///< its name without the folder
    std::optional<UtcMs> receiptAt; ///< when the other side's last receipt came
    qint64 receivedSeq = 0; ///< how far the other side said that it holds our entries

    /// Reads it; runs in the reader's thread. @p office: id of this register's office.
    [[nodiscard]] static Result<ExchangeState> read(Database& database, const QByteArray& office);
};

} // namespace maiam
