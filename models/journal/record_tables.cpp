// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/record_tables.h"

#include "models/base/cbor.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/name_order.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace maiam {

namespace {
const char FixedColumns[] = "record, owner, flags, last_entry, fold";

const Field* nameField(const RecordKind& kind)
{
    for (const Field* field : kind.fields)
        if (field->search == SearchUse::Name)
            return field;
    return nullptr;
}

/// An index that holds all that some lists or figures ask for, in their order, so that no row is read: a row of a case
/// fills a quarter of a page, and every page is decrypted.
struct CoveringIndex
{
    const RecordKind* kind;
    const Field* insteadOf; ///< the plain index of this field is not needed then; null: it stands beside
    const char* name;
    const char* columns;
};
constexpr CoveringIndex CoveringIndexes[] = {
    // The id stands before the flags, or cases of the same moment (an import gives whole days) would be sorted again.
    { &kinds::Case, &CaseFields::Received, "received_in_order", "received, id, flags" },
    { &kinds::Case, &CaseFields::Step, "step_in_order", "step, received, id, flags" },
    { &kinds::Case, &CaseFields::Closed, "closed_in_order", "closed, received, id, flags, outcome, step, owner" },
    { &kinds::Case, nullptr, "figures",
        "received, flags, owner, outcome, origin, assessed, closed, kind, child, record, plan_start, plan_submitted, "
        "plan_approved" },
};

const CoveringIndex* indexInsteadOf(const RecordKind& kind, const Field& field)
{
    const auto found = std::find_if(std::begin(CoveringIndexes), std::end(CoveringIndexes),
        [&](const CoveringIndex& one) { return one.kind == &kind && one.insteadOf == &field; });
    return found == std::end(CoveringIndexes) ? nullptr : &*found;
}

QString columnType(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Flag:
    case FieldType::Moment:
        return QStringLiteral("INTEGER");
    case FieldType::Reference:
    case FieldType::Bytes:
        return QStringLiteral("BLOB");
    default:
        return QStringLiteral("TEXT");
    }
}

QByteArray encodeFold(const FoldedRecord& folded)
{
    CborWriter out;
    out.array(2).array(size_t(folded.heads.size()));
    for (const EntryHash& head : folded.heads)
        out.bytes(head);
    out.map(folded.conflicts.size());
    for (const auto& [name, writes] : folded.conflicts) {
        out.textUtf8(name).array(writes.size());
        for (const UnbeatenWrite& write : writes) {
            out.array(4).bytes(write.entry).integer(write.time).bytes(write.device);
            out.raw(entryCodec::encodeValues({ { name, write.value } }));
        }
    }
    return out.take();
}

/// The column is our own; a page that was altered fails SQLCipher's check before this is reached.
void decodeFold(const QByteArray& bytes, FoldedRecord& folded)
{
    CborReader in(bytes);
    quint64 count = 0;
    in.array(count);
    in.array(count);
    for (quint64 i = 0; i < count && !in.failed(); ++i) {
        QByteArrayView head;
        in.bytes(head);
        folded.heads.append(head.toByteArray());
    }
    in.map(count);
    for (quint64 i = 0; i < count && !in.failed(); ++i) {
        QByteArrayView name;
        quint64 writes = 0;
        in.text(name);
        in.array(writes);
        auto& list = folded.conflicts[name.toByteArray()];
        for (quint64 w = 0; w < writes && !in.failed(); ++w) {
            UnbeatenWrite write;
            QByteArrayView entry, device;
            quint64 four = 0;
            in.array(four);
            in.bytes(entry);
            in.integer(write.time);
            in.bytes(device);
            const qint64 start = in.position();
            in.skip();
            const auto values = entryCodec::decodeValues(bytes.mid(start, in.position() - start));
            write.entry = entry.toByteArray();
            write.device = device.toByteArray();
            if (values && !values->empty())
                write.value = values->begin()->second;
            list.push_back(std::move(write));
        }
    }
}

Value columnValue(Statement& statement, int column, FieldType type)
{
    if (statement.isNull(column))
        return {};
    switch (type) {
    case FieldType::Integer:
    case FieldType::Flag:
    case FieldType::Moment:
        return statement.integer(column);
    case FieldType::Reference:
    case FieldType::Bytes:
        return statement.blob(column);
    default:
        return statement.text(column);
    }
}

void bindValue(Statement& statement, int at, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        statement.bind(at, *number);
    else if (const auto* text = std::get_if<QString>(&value))
        statement.bind(at, text->isNull() ? QStringLiteral("") : *text); // as it comes back from an entry
    else if (const auto* bytes = std::get_if<QByteArray>(&value))
        statement.bind(at, *bytes);
    else
        statement.bind(at, nullptr);
}

int flagsOf(const FoldedRecord& folded)
{
    return (folded.deleted ? RecordTables::DeletedFlag : 0) | (folded.conflicting() ? RecordTables::ConflictingFlag : 0)
        | (folded.incomplete ? RecordTables::IncompleteFlag : 0);
}
} // namespace

RecordTables::RecordTables(Database& database)
    : m_database(database)
{
}

QString RecordTables::quoted(const char* name)
{
    return u'"' + QString::fromLatin1(name) + u'"';
}

Result<void> RecordTables::createIndex(const RecordKind& kind, const char* name, const QString& columns)
{
    return m_database.run(
        QStringLiteral("CREATE INDEX IF NOT EXISTS \"%1_%2\" ON %3(%4)")
            .arg(QString::fromLatin1(kind.name), QString::fromLatin1(name), quoted(kind.name), columns));
}

Result<void> RecordTables::createIndexes(const RecordKind& kind)
{
    for (const Field* field : kind.fields) {
        if (!field->indexed)
            continue;
        auto done = indexInsteadOf(kind, *field)
            ? m_database.run(QStringLiteral("DROP INDEX IF EXISTS \"%1_%2\"")
                                 .arg(QString::fromLatin1(kind.name), QString::fromLatin1(field->name)))
            : createIndex(kind, field->name, quoted(field->name) + QStringLiteral(", flags"));
        if (!done)
            return done;
    }
    for (const CoveringIndex& one : CoveringIndexes)
        if (one.kind == &kind)
            if (auto done = createIndex(kind, one.name, QString::fromLatin1(one.columns)); !done)
                return done;
    if (!nameField(kind))
        return {};
    if (auto done = createIndex(kind, "sort_key", QStringLiteral("sort_key, flags")); !done)
        return done;
    // Who may be the same person: the same name without tones, told apart by the birth without reading the rows.
    return kind.field(ChildFields::Birth.key()) ? createIndex(kind, "name_key", QStringLiteral("name_key, birth"))
                                                : Result<void>();
}

Result<bool> RecordTables::addColumn(
    const RecordKind& kind, const QSet<QString>& present, const char* name, const QString& type)
{
    if (present.contains(QString::fromLatin1(name)))
        return false;
    auto done =
        m_database.run(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 %3").arg(quoted(kind.name), quoted(name), type));
    return done ? Result<bool>(true) : fail(done);
}

Result<bool> RecordTables::createMissing(const RecordKind& kind)
{
    QSet<QString> present;
    auto columns =
        m_database.query(QStringLiteral("SELECT name FROM pragma_table_info(?)"), { QString::fromLatin1(kind.name) });
    if (!columns)
        return fail(columns);
    while (columns->next())
        present.insert(columns->text(0));
    if (present.isEmpty())
        if (auto done = m_database.run(QStringLiteral(
                "CREATE TABLE %1 (id INTEGER PRIMARY KEY, record BLOB NOT NULL UNIQUE, "
                "owner BLOB NOT NULL, flags INTEGER NOT NULL, last_entry INTEGER NOT NULL, fold BLOB NOT NULL)")
                                           .arg(quoted(kind.name)));
            !done)
            return fail(done);
    bool made = false;
    const auto add = [&](const char* name, const QString& type) -> Result<void> {
        auto added = addColumn(kind, present, name, type);
        if (!added)
            return fail(added);
        made = made || *added;
        return {};
    };
    if (nameField(kind)) {
        if (auto done = add("sort_key", QStringLiteral("BLOB")); !done)
            return fail(done);
        if (auto done = add("name_key", QStringLiteral("TEXT")); !done)
            return fail(done);
    }
    for (const Field* field : kind.fields)
        if (auto done = add(field->name, columnType(field->type)); !done)
            return fail(done);
    if (auto done = createIndexes(kind); !done)
        return fail(done);
    return made;
}

Result<bool> RecordTables::createMissing()
{
    bool made = false;
    for (const RecordKind* kind : kinds::all()) {
        auto more = createMissing(*kind);
        if (!more)
            return more;
        made = made || *more;
    }
    return made;
}

const RecordTables::Sql& RecordTables::sql(const RecordKind& kind)
{
    const auto known = m_sql.find(&kind);
    if (known != m_sql.end())
        return known->second;
    QStringList columns { QString::fromLatin1(FixedColumns) };
    QStringList marks { QStringLiteral("?, ?, ?, ?, ?") };
    QStringList assignments { QStringLiteral("record = ?, owner = ?, flags = ?, last_entry = ?, fold = ?") };
    for (const Field* field : kind.fields) {
        columns.append(quoted(field->name));
        marks.append(QStringLiteral("?"));
        assignments.append(quoted(field->name) + QStringLiteral(" = ?"));
    }
    const QString readColumns = QStringLiteral("id, ") + columns.join(QStringLiteral(", "));
    if (nameField(kind)) {
        columns.append({ QStringLiteral("sort_key"), QStringLiteral("name_key") });
        marks.append({ QStringLiteral("?"), QStringLiteral("?") });
        assignments.append({ QStringLiteral("sort_key = ?"), QStringLiteral("name_key = ?") });
    }
    const QString table = quoted(kind.name);
    const QString comma = QStringLiteral(", ");
    Sql made;
    made.select = QStringLiteral("SELECT %1 FROM %2 WHERE record = ?").arg(readColumns, table);
    made.selectRow = QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(readColumns, table);
    made.insert = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, columns.join(comma), marks.join(comma));
    made.update = QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(table, assignments.join(comma));
    return m_sql.emplace(&kind, std::move(made)).first->second;
}

Result<std::optional<StoredRecord>> RecordTables::takeRow(const RecordKind& kind, Statement& statement, QUuid* id)
{
    auto row = statement.step();
    if (!row)
        return fail(row);
    if (!*row)
        return std::optional<StoredRecord>();
    StoredRecord stored;
    stored.row = statement.integer(0);
    if (id)
        *id = QUuid::fromRfc4122(statement.blob(1));
    stored.owner = statement.blob(2);
    const qint64 flags = statement.integer(3);
    stored.folded.deleted = flags & DeletedFlag;
    stored.folded.incomplete = flags & IncompleteFlag;
    stored.folded.lastEntry = statement.integer(4);
    decodeFold(statement.blob(5), stored.folded);
    int column = 6;
    for (const Field* field : kind.fields) {
        Value value = columnValue(statement, column++, field->type);
        if (!isNull(value))
            stored.folded.values.emplace(field->key(), std::move(value));
    }
    return std::optional(std::move(stored));
}

Result<std::optional<StoredRecord>> RecordTables::load(const RecordKind& kind, QUuid id)
{
    Statement statement = m_database.prepared(sql(kind).select);
    statement.bind(0, idBytes(id));
    return takeRow(kind, statement, nullptr);
}

Result<void> RecordTables::bindFolded(Statement& statement, const RecordKind& kind, QUuid id, const QByteArray& owner,
    const FoldedRecord& folded, int& at)
{
    statement.bind(at++, idBytes(id));
    statement.bind(at++, owner);
    statement.bind(at++, qint64(flagsOf(folded)));
    statement.bind(at++, folded.lastEntry);
    statement.bind(at++, encodeFold(folded));
    static const Value none;
    for (const Field* field : kind.fields) {
        const auto found = folded.values.find(field->key());
        bindValue(statement, at++, found == folded.values.end() ? none : found->second);
    }
    if (!hasNameKeys(kind))
        return {};
    if (const auto keys = nameKeys(kind, folded.values)) {
        statement.bind(at++, keys->order);
        statement.bind(at++, keys->alike);
    } else {
        statement.bind(at++, nullptr);
        statement.bind(at++, nullptr);
    }
    return {};
}

bool RecordTables::hasNameKeys(const RecordKind& kind)
{
    return nameField(kind) != nullptr;
}

std::optional<RecordTables::NameKeys> RecordTables::nameKeys(const RecordKind& kind, const Values& values)
{
    const Field* name = nameField(kind);
    const auto found = name ? values.find(name->key()) : values.end();
    const auto* text = found == values.end() ? nullptr : std::get_if<QString>(&found->second);
    return text ? std::optional(NameKeys { personSortKey(*text), maiam::folded(*text) }) : std::nullopt;
}

Result<qint64> RecordTables::store(
    const RecordKind& kind, QUuid id, const QByteArray& owner, const FoldedRecord& folded, qint64 row)
{
    Statement statement = m_database.prepared(row ? sql(kind).update : sql(kind).insert);
    int at = 0;
    if (auto bound = bindFolded(statement, kind, id, owner, folded, at); !bound)
        return fail(bound);
    if (row)
        statement.bind(at, row);
    if (auto done = statement.exec(); !done)
        return fail(done);
    return row ? row : m_database.lastInsertId();
}

Result<void> RecordTables::remove(const RecordKind& kind, qint64 row)
{
    return m_database.run(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(quoted(kind.name)), { row });
}

namespace {
Result<Record> asRecord(const RecordKind& kind, QUuid id, Result<std::optional<StoredRecord>> stored)
{
    if (!stored)
        return fail(stored);
    if (!*stored)
        return fail(ErrorCode::NotFound,
            QCoreApplication::translate(
                "Journal", "This record is no longer in the register. Go back to the list and open it again."));
    const FoldedRecord& folded = (*stored)->folded;
    RecordState state { folded.deleted, folded.conflicting(), folded.incomplete, (*stored)->owner, folded.lastEntry };
    return Record(kind, id, folded.values, folded.heads, std::move(state), (*stored)->row);
}
} // namespace

Result<Record> RecordTables::read(const RecordKind& kind, QUuid id)
{
    return asRecord(kind, id, load(kind, id));
}

Result<Record> RecordTables::readRow(const RecordKind& kind, qint64 row)
{
    Statement statement = m_database.prepared(sql(kind).selectRow);
    statement.bind(0, row);
    QUuid id;
    auto stored = takeRow(kind, statement, &id);
    return asRecord(kind, id, std::move(stored));
}

} // namespace maiam
