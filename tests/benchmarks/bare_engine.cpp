// SPDX-License-Identifier: GPL-3.0-or-later
#include "bare_engine.h"

#include "models/sqlcipher/engine.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <sqlcipher/sqlite3.h>

using namespace maiam;

namespace {
void must(int code, sqlite3* db)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        qFatal("the bare engine failed: %d %s", code, sqlite3_errmsg(db));
}

/// The full-text engine runs statements of its own; the bare side's engine does so by itself.
bool isInner(const QByteArray& text)
{
    for (const char* part : { "_data'", "_data\"", "_idx'", "_idx\"", "_content'", "_content\"", "_docsize'",
             "_docsize\"", "_config'", "_config\"" })
        if (text.contains(part))
            return true;
    return text.startsWith("--") || text.startsWith("PRAGMA");
}

int record(unsigned, void* list, void* statement, void*)
{
    char* text = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    if (text && !isInner(text))
        static_cast<QList<QByteArray>*>(list)->append(QByteArray(text));
    sqlite3_free(text);
    return 0;
}

sqlite3_stmt* prepared(sqlite3* db, const QByteArray& text)
{
    sqlite3_stmt* statement = nullptr;
    must(sqlite3_prepare_v3(db, text.constData(), int(text.size()) + 1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
        db);
    return statement;
}
} // namespace

Recorder::Recorder(Database& database)
    : m_db(static_cast<sqlite3*>(database.handle().driver()->handle().value<void*>()))
{
    sqlite3_trace_v2(m_db, SQLITE_TRACE_STMT, &record, &m_statements);
}

Recorder::~Recorder()
{
    sqlite3_trace_v2(m_db, 0, nullptr, nullptr);
}

BareEngine::BareEngine(const QString& file, const SecretKey& key, bool readOnly, int cacheKiB)
{
    auto opened = Engine::open(
        file, key, readOnly ? OpenMode::ReadOnly : OpenMode::Existing, { readOnly ? 8 * 1024 : cacheKiB, 5000 });
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    m_db = *opened;
}

BareEngine::~BareEngine()
{
    prepare({});
    Engine::close(m_db);
}

void BareEngine::prepare(const QList<QByteArray>& statements, bool writesOnly)
{
    for (sqlite3_stmt* old : m_prepared)
        sqlite3_finalize(old);
    m_prepared.clear();
    for (const QByteArray& text : statements)
        if (!writesOnly || !text.startsWith("SELECT"))
            m_prepared.push_back(prepared(m_db, text));
}

qint64 BareEngine::run()
{
    qint64 rows = 0;
    qint64 read = 0;
    for (sqlite3_stmt* statement : m_prepared) {
        const int columns = sqlite3_column_count(statement);
        int code = sqlite3_step(statement);
        for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
            ++rows;
            for (int c = 0; c < columns; ++c) {
                if (sqlite3_column_type(statement, c) == SQLITE_INTEGER)
                    read += sqlite3_column_int64(statement, c);
                else if (const void* bytes = sqlite3_column_blob(statement, c))
                    read += *static_cast<const char*>(bytes) + sqlite3_column_bytes(statement, c);
            }
        }
        must(code, m_db);
        sqlite3_reset(statement);
    }
    m_read = read;
    return rows;
}

qint64 BareEngine::number(const char* sql)
{
    sqlite3_stmt* statement = prepared(m_db, sql);
    must(sqlite3_step(statement), m_db);
    const qint64 answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

void BareEngine::execute(const char* sql)
{
    must(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr), m_db);
}

MoreRows::MoreRows(BareEngine& earlier, BareEngine& later)
{
    const auto beyond = [&](const char* table, const char* columns, const char* key) {
        const QByteArray from = QByteArrayLiteral("SELECT coalesce(max(") + key + "), 0) FROM " + table;
        const qint64 mark = earlier.number(from.constData());
        take(later,
            QByteArrayLiteral("SELECT ") + columns + " FROM " + table + " WHERE " + key + " > "
                + QByteArray::number(mark),
            table);
    };
    beyond("journal_device", "*", "id");
    beyond("journal_entry", "*", "id");
    beyond("identity_part", "*", "entry");
    for (const char* table : { "child", "\"case\"", "session", "office", "device" })
        beyond(table, "*", "id");
    for (const char* table : { "search_child", "search_case" })
        beyond(table, "rowid, *", "rowid");
}

MoreRows::~MoreRows()
{
    for (Table& table : m_tables)
        for (auto& row : table.rows)
            for (sqlite3_value* value : row)
                sqlite3_value_free(value);
}

void MoreRows::take(BareEngine& later, const QByteArray& select, const QByteArray& name)
{
    Table table;
    sqlite3_stmt* statement = prepared(later.db(), select);
    const int columns = sqlite3_column_count(statement);
    QByteArrayList names, marks;
    for (int c = 0; c < columns; ++c) {
        names.append('"' + QByteArray(sqlite3_column_name(statement, c)) + '"');
        marks.append("?");
    }
    table.insert = "INSERT INTO " + name + " (" + names.join(", ") + ") VALUES (" + marks.join(", ") + ')';
    while (sqlite3_step(statement) == SQLITE_ROW) {
        std::vector<sqlite3_value*> row;
        for (int c = 0; c < columns; ++c)
            row.push_back(sqlite3_value_dup(sqlite3_column_value(statement, c)));
        table.rows.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
    m_tables.push_back(std::move(table));
}

void MoreRows::writeInto(BareEngine& target, int transactions)
{
    std::vector<sqlite3_stmt*> inserts;
    for (const Table& table : m_tables)
        inserts.push_back(prepared(target.db(), table.insert));
    for (int t = 0; t < transactions; ++t) {
        target.execute("BEGIN IMMEDIATE");
        for (size_t i = 0; i < m_tables.size(); ++i) {
            const auto& rows = m_tables[i].rows;
            // Rounded up, so that a table of one row comes with the first: others point at it.
            const auto share = [&](int part) {
                return (rows.size() * size_t(part) + size_t(transactions) - 1) / size_t(transactions);
            };
            for (size_t r = share(t); r < share(t + 1); ++r) {
                int at = 0;
                for (const sqlite3_value* value : rows[r])
                    sqlite3_bind_value(inserts[i], ++at, value);
                must(sqlite3_step(inserts[i]), target.db());
                sqlite3_reset(inserts[i]);
            }
        }
        target.execute("COMMIT");
    }
    for (sqlite3_stmt* insert : inserts)
        sqlite3_finalize(insert);
}

qint64 MoreRows::rows() const
{
    qint64 sum = 0;
    for (const Table& table : m_tables)
        sum += qint64(table.rows.size());
    return sum;
}
