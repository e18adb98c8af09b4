// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/conflicts.h"

#include "models/records/kinds.h"

#include <algorithm>

namespace maiam {

namespace {
/// The name or code by which people know a record.
QString titleOf(const RecordKind& kind, const FoldedRecord& folded)
{
    QString title;
    for (const Field* field : kind.fields) {
        const bool tells = field->search == SearchUse::Name || field->key() == "code" || field->key() == "title"
            || field->key() == "display_name" || field->key() == "name" || field->key() == "period"
            || field->key() == "task";
        const auto found = tells ? folded.values.find(field->key()) : folded.values.end();
        const auto* text = found == folded.values.end() ? nullptr : std::get_if<QString>(&found->second);
        if (!text || text->isEmpty())
            continue;
        title += (title.isEmpty() ? QString() : QStringLiteral(" · ")) + *text;
        if (title.contains(u'·'))
            break;
    }
    return title;
}

Result<QString> writerOf(Database& database, QUuid record, const EntryHash& hash)
{
    QUuid actor;
    {
        auto found = database.query(
            QStringLiteral("SELECT body FROM journal_entry WHERE record = ? AND hash = ?"), { idBytes(record), hash });
        if (!found)
            return fail(found);
        if (!found->next())
            return QString();
        auto body = entryCodec::decodeBody(found->blob(0));
        if (!body)
            return fail(body);
        actor = body->actor;
    }
    auto name =
        database.query(QStringLiteral("SELECT display_name FROM \"user\" WHERE record = ?"), { idBytes(actor) });
    if (!name)
        return fail(name);
    return name->next() ? name->text(0) : QString();
}
} // namespace

Result<std::vector<Conflict>> conflicts::of(Database& database, const RecordKind& kind, QUuid record)
{
    std::vector<Conflict> open;
    auto stored = RecordTables(database).load(kind, record);
    if (!stored)
        return fail(stored);
    if (!*stored)
        return open;
    const FoldedRecord& folded = (*stored)->folded;
    for (const auto& [name, writes] : folded.conflicts) {
        const bool deletion = name == DeletedField;
        if (!deletion && !kind.field(name))
            continue; // a field of a newer program
        Conflict conflict { &kind, record, titleOf(kind, folded), folded.heads, kind.field(name), {} };
        for (const UnbeatenWrite& write : writes) {
            const auto same = [&](const ConflictSide& side) { return side.value == write.value; };
            if (std::any_of(conflict.sides.begin(), conflict.sides.end(), same))
                continue;
            auto who = writerOf(database, record, write.entry);
            if (!who)
                return fail(who);
            conflict.sides.push_back({ write.value, write.time, *who, write.device, write.entry });
        }
        open.push_back(std::move(conflict));
    }
    return open;
}

Result<std::vector<Conflict>> conflicts::all(Database& database, std::size_t limit)
{
    std::vector<Conflict> open;
    for (const RecordKind* kind : kinds::all()) {
        QList<QByteArray> records;
        {
            auto found = database.query(QStringLiteral("SELECT record FROM %1 WHERE flags & %2 ORDER BY id")
                                            .arg(RecordTables::quoted(kind->name))
                                            .arg(RecordTables::ConflictingFlag));
            if (!found)
                return fail(found);
            while (found->next())
                records.append(found->blob(0));
        }
        for (const QByteArray& record : std::as_const(records)) {
            if (open.size() >= limit)
                return open;
            auto some = of(database, *kind, QUuid::fromRfc4122(record));
            if (!some)
                return some;
            open.insert(open.end(), some->begin(), some->end());
        }
    }
    return open;
}

Result<qint64> conflicts::count(Database& database)
{
    qint64 records = 0;
    for (const RecordKind* kind : kinds::all()) {
        auto found = database.query(QStringLiteral("SELECT count(*) FROM %1 WHERE flags & %2")
                                        .arg(RecordTables::quoted(kind->name))
                                        .arg(RecordTables::ConflictingFlag));
        if (!found)
            return fail(found);
        records += found->next() ? found->integer(0) : 0;
    }
    return records;
}

Batch conflicts::choose(const Conflict& conflict, std::size_t side)
{
    Batch batch;
    batch.reason = QStringLiteral("choice");
    const Value& value = conflict.sides.at(side).value;
    if (!conflict.isDeletion()) {
        batch.changes.push_back(
            { conflict.kind, conflict.record, conflict.heads, { { QByteArray(conflict.field->name), value } }, false });
        return batch;
    }
    // Keeping says nothing of any field: an entry that rests on all heads and does not delete.
    batch.changes.push_back({ conflict.kind, conflict.record, conflict.heads, {}, value == Value(qint64(1)) });
    return batch;
}

} // namespace maiam
