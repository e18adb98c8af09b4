// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/transaction.h"

#include "models/sqlcipher/database.h"
#include "models/sqlcipher/database_state.h"

#include <sqlcipher/sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

Transaction::Transaction(std::weak_ptr<DatabaseState> state)
    : m_state(std::move(state))
{
}

Transaction& Transaction::operator=(Transaction&& other) noexcept
{
    if (this != &other) {
        rollback();
        m_state = std::move(other.m_state);
    }
    return *this;
}

Transaction::~Transaction()
{
    rollback();
}

Result<Transaction> Transaction::begin(Database& database, Kind kind)
{
    if (database.inTransaction())
        return fail(ErrorCode::Internal,
            Engine::tr("The program made a mistake with the register; nothing was changed."),
            u"transaction inside a transaction"_s);
    if (auto begun = database.run(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); !begun)
        return fail(begun);
    return Transaction(database.m_state);
}

Result<void> Transaction::commit()
{
    const auto state = m_state.lock();
    if (!state || state->db() == nullptr || sqlite3_get_autocommit(state->db()) != 0)
        return fail(ErrorCode::Internal, Engine::tr("This was not saved, since an earlier step failed. Try again."),
            u"commit without transaction"_s);
    const int code = sqlite3_exec(state->db(), "COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(Engine::error(state->db(), code));
    m_state.reset();
    return {};
}

void Transaction::rollback()
{
    const auto state = m_state.lock();
    m_state.reset();
    // After some errors the engine has rolled back by itself.
    if (state && state->db() != nullptr && sqlite3_get_autocommit(state->db()) == 0)
        sqlite3_exec(state->db(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace maiam
