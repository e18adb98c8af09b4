// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/statement.h"

#include <span>
#include <vector>

namespace maiam {

/// What `take(statement)` makes of the row of each id, in the order of the ids; an id without a row is left out.
/// \a one binds the id as its only value. Errors: as Statement::step().
template <typename Row, typename Take>
[[nodiscard]] Result<std::vector<Row>> rowsOf(Statement one, std::span<const qint64> ids, Take take)
{
    std::vector<Row> rows;
    rows.reserve(ids.size());
    for (const qint64 id : ids) {
        one.reset();
        one.bind(0, id);
        auto found = one.step();
        if (!found)
            return fail(found);
        if (*found)
            rows.push_back(take(one));
    }
    return rows;
}

} // namespace maiam
