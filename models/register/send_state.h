// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QHash>

namespace maiam {

/// How far a record has travelled (chưa gửi · đã đóng gói · Sở đã nhận).
enum class SendState { NotSent, Packed, Received };

/// How far this office's devices were packed for the other side, and how far it said that it holds them.
class SendStates
{
public:
    /// Reads the package log and the receipts.
    [[nodiscard]] static Result<SendStates> read(Database& database);
    /// The state of what the entry (local row of its device, its number) wrote.
    [[nodiscard]] SendState of(qint64 deviceRow, qint64 seq) const;
    /// SQL for the records that this office wrote and has not packed yet; none in the province's register. Its own
    /// devices are those of the first one.
    [[nodiscard]] static QString unsentSql();
    /// How many records that is.
    [[nodiscard]] static Result<qint64> unsentRecords(Database& database);

private:
    struct Reach
    {
        qint64 packed = 0;
        qint64 received = 0;
    };
    QHash<qint64, Reach> m_devices;
};

} // namespace maiam
