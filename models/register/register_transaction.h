// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

namespace maiam {

/// One transaction of the register's writer, for its own source files only. What was cached is forgotten when it fails.
template <typename Answer, typename Work> Result<Answer> Register::inTransaction(Database& database, Work work)
{
    Journal& entries = journal(database);
    m_touched.clear();
    auto attempt = [&]() -> Result<Answer> {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return fail(transaction);
        if (auto done = noticeOthers(database); !done)
            return fail(done);
        Result<Answer> answer = work(entries);
        if (!answer)
            return answer;
        if (auto done = entries.flush(); !done)
            return fail(done);
        if (auto done = transaction->commit(); !done)
            return fail(done);
        return answer;
    };
    Result<Answer> answer = attempt();
    if (!answer)
        entries.forget(); // what was cached belongs to a transaction that never was
    return answer;
}

} // namespace maiam
