// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <memory>

namespace maiam {

class Database;
struct DatabaseState;

/// All or nothing: what is not committed when this object goes is rolled back. They do not nest.
class Transaction
{
public:
    enum class Kind {
        Write, ///< takes the write lock at once, waiting for it if need be
        Read, ///< one unchanging view over several statements
    };
    /// Begins; the database must stay longer than the transaction. Internal when one is already open.
    [[nodiscard]] static Result<Transaction> begin(Database& database, Kind kind = Kind::Write);
    /// When this returns without an error, the data is on the disk (synchronous=FULL).
    [[nodiscard]] Result<void> commit();
    /// Takes everything back now.
    void rollback();

    Transaction(Transaction&&) noexcept = default;
    Transaction& operator=(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

private:
    explicit Transaction(std::weak_ptr<DatabaseState> state);
    std::weak_ptr<DatabaseState> m_state;
};

} // namespace maiam
