// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/session_list.h"

#include "models/sqlcipher/rows.h"

namespace maiam {

namespace {
SessionRow take(const Statement& row)
{
    SessionRow out;
    out.row = row.integer(0);
    out.id = QUuid::fromRfc4122(row.blob(1));
    out.owner = row.blob(2);
    out.conflicting = row.integer(3) & 2;
    out.type = row.text(4);
    out.state = row.text(5);
    out.starts = row.integer(6);
    if (!row.isNull(7))
        out.minutes = row.integer(7);
    out.title = row.text(8);
    out.place = row.text(9);
    out.male = row.integer(10);
    out.female = row.integer(11);
    out.unspecified = row.integer(12);
    out.ageBand = row.text(13);
    out.hotlines = row.integer(14) != 0;
    out.materials = row.integer(15);
    out.referred = row.integer(16);
    return out;
}
} // namespace

Result<std::vector<qint64>> sessionList::ids(Database& database, const QStringList& types)
{
    QString condition;
    QVariantList values;
    if (!types.isEmpty()) {
        condition = QStringLiteral("AND type IN (%1) ").arg(QStringList(types.size(), QStringLiteral("?")).join(u','));
        for (const QString& type : types)
            values.append(type);
    }
    Statement found = database.prepared(
        QStringLiteral("SELECT id FROM session WHERE flags & 1 = 0 %1ORDER BY starts DESC, id DESC").arg(condition));
    for (int i = 0; i < values.size(); ++i)
        found.bindValue(i, values[i]);
    return idsOf(std::move(found));
}

Result<std::vector<SessionRow>> sessionList::page(Database& database, std::span<const qint64> ids)
{
    Statement one = database.prepared(QStringLiteral(
        "SELECT id, record, owner, flags, type, state, starts, minutes, title, place, male, female, unspecified, "
        "age_band, hotlines, materials, referred FROM session WHERE id = ?"));
    return rowsOf<SessionRow>(std::move(one), ids, take);
}

Result<std::vector<qint64>> sessionList::between(Database& database, UtcMs from, UtcMs until)
{
    return idsOf(
        database.query(QStringLiteral("SELECT id FROM session WHERE starts >= ? AND starts < ? AND flags & 1 = 0 "
                                      "ORDER BY starts DESC, id DESC"),
            { from, until }));
}

Result<std::vector<qint64>> sessionList::upcoming(Database& database, UtcMs from, UtcMs until)
{
    return idsOf(
        database.query(QStringLiteral("SELECT id FROM session WHERE starts >= ? AND starts < ? AND flags & 1 = 0 "
                                      "AND state = 'planned' ORDER BY starts, id"),
            { from, until }));
}

} // namespace maiam
