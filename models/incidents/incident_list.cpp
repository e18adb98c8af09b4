// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incident_list.h"

#include "models/sqlcipher/rows.h"

namespace maiam {

namespace {
std::optional<qint64> numberAt(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

IncidentRow take(const Statement& row)
{
    IncidentRow out;
    out.row = row.integer(0);
    out.id = QUuid::fromRfc4122(row.blob(1));
    out.conflicting = row.integer(2) & 2;
    out.found = row.integer(3);
    out.kind = row.text(4);
    out.children = numberAt(row, 5);
    out.recipient = row.text(6);
    out.number = row.text(7);
    out.sent = numberAt(row, 8);
    out.closed = numberAt(row, 9);
    return out;
}
} // namespace

// A row without a moment is what another office's entry left here: its content did not come along.

Result<std::vector<qint64>> incidentList::ids(Database& database)
{
    return idsOf(database.query(
        QStringLiteral("SELECT id FROM incident WHERE found > 0 AND flags & 1 = 0 ORDER BY found DESC, id DESC")));
}

Result<std::vector<qint64>> incidentList::waiting(Database& database)
{
    return idsOf(
        database.query(QStringLiteral("SELECT id FROM incident WHERE closed IS NULL AND sent IS NULL AND found > 0 "
                                      "AND flags & 1 = 0 ORDER BY found, id")));
}

Result<std::vector<qint64>> incidentList::open(Database& database)
{
    return idsOf(database.query(QStringLiteral(
        "SELECT id FROM incident WHERE closed IS NULL AND found > 0 AND flags & 1 = 0 ORDER BY found, id")));
}

Result<std::vector<IncidentRow>> incidentList::page(Database& database, std::span<const qint64> ids)
{
    Statement one = database.prepared(QStringLiteral("SELECT id, record, flags, found, kind, children, recipient, "
                                                     "number, sent, closed FROM incident WHERE id = ?"));
    return rowsOf<IncidentRow>(std::move(one), ids, take);
}

} // namespace maiam
