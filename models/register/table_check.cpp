// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/table_check.h"

#include "models/journal/record_tables.h"
#include "models/search/search_index.h"

namespace maiam {

namespace {
/// Of one kind: the row, what belongs to it, and the fields from which that is made.
QString rowsSql(const RecordKind& kind, const QList<const Field*>& fields)
{
    QStringList columns { QStringLiteral("t.record"), QStringLiteral("t.flags"), QStringLiteral("t.owner"),
        QStringLiteral("(SELECT d.office FROM journal_entry e JOIN journal_device d ON d.id = e.device WHERE e.id = "
                       "t.last_entry)") };
    const bool named = RecordTables::hasNameKeys(kind);
    columns.append(named ? QStringLiteral("t.sort_key") : QStringLiteral("NULL"));
    columns.append(named ? QStringLiteral("t.name_key") : QStringLiteral("NULL"));
    const bool searched = SearchIndex::searches(kind);
    columns.append(searched ? QStringLiteral("s.exact") : QStringLiteral("NULL"));
    columns.append(searched ? QStringLiteral("s.folded") : QStringLiteral("NULL"));
    for (const Field* field : fields)
        columns.append(QStringLiteral("t.") + RecordTables::quoted(field->name));
    QString sql = QStringLiteral("SELECT %1 FROM %2 t").arg(columns.join(u','), RecordTables::quoted(kind.name));
    if (searched)
        sql += QStringLiteral(" LEFT JOIN %1 s ON s.rowid = t.id").arg(SearchIndex::table(kind));
    return sql;
}

bool isRight(const RecordKind& kind, Statement& row, const QList<const Field*>& fields)
{
    Values values;
    for (qsizetype i = 0; i < fields.size(); ++i)
        if (const int column = 8 + int(i); !row.isNull(column))
            values.emplace(fields[i]->key(), row.text(column));
    if (row.blob(2) != row.blob(3))
        return false;
    const auto keys = RecordTables::nameKeys(kind, values);
    const auto held = row.isNull(4) ? std::nullopt : std::optional(RecordTables::NameKeys { row.blob(4), row.text(5) });
    if (keys != held)
        return false;
    const bool deleted = row.integer(1) & RecordTables::DeletedFlag;
    const auto words = deleted ? std::nullopt : SearchIndex::words(kind, values);
    return words == (row.isNull(6) ? std::nullopt : std::optional(SearchIndex::Words { row.text(6), row.text(7) }));
}
} // namespace

Result<QList<QUuid>> tableCheck::wrongRows(
    Database& database, const RecordKind& kind, const std::atomic_bool* cancelled)
{
    QList<const Field*> fields;
    for (const Field* field : kind.fields)
        if (field->search != SearchUse::No)
            fields.append(field);
    QList<QUuid> wrong;
    auto rows = database.query(rowsSql(kind, fields));
    if (!rows)
        return fail(rows);
    while (!(cancelled && *cancelled) && rows->next())
        if (!isRight(kind, *rows, fields))
            wrong.append(QUuid::fromRfc4122(rows->blob(0)));
    if (cancelled && *cancelled)
        return wrong;
    if (auto done = rows->finished(); !done)
        return fail(done);
    if (!SearchIndex::searches(kind))
        return wrong;
    auto orphans = database.query(QStringLiteral("SELECT rowid FROM %1 WHERE rowid NOT IN (SELECT id FROM %2)")
                                      .arg(SearchIndex::table(kind), RecordTables::quoted(kind.name)));
    if (!orphans)
        return fail(orphans);
    while (orphans->next())
        wrong.append(QUuid());
    if (auto done = orphans->finished(); !done)
        return fail(done);
    return wrong;
}

} // namespace maiam
