// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/database.h"

#include "models/sqlcipher/database_state.h"
#include "models/sqlcipher/driver.h"

#include <QFile>
#include <QtDebug>

#include <sqlcipher/sqlite3.h>

#include <atomic>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

Error closed()
{
    return { ErrorCode::Internal, Engine::tr("The register is closed. Unlock it and try again."), u"closed"_s };
}

// Statements that are not lent out are the only ones that may go.
void forgetOldest(DatabaseState& state)
{
    auto oldest = state.m_cache.end();
    for (auto it = state.m_cache.begin(); it != state.m_cache.end(); ++it) {
        if (!it.value()->m_lent && (oldest == state.m_cache.end() || it.value()->m_lastUse < oldest.value()->m_lastUse))
            oldest = it;
    }
    if (oldest != state.m_cache.end())
        state.m_cache.erase(oldest);
}

Result<std::shared_ptr<CachedStatement>> borrow(DatabaseState& state, const QString& sql)
{
    const auto found = state.m_cache.constFind(sql);
    if (found != state.m_cache.constEnd() && !found.value()->m_lent) {
        found.value()->m_lastUse = ++state.m_uses;
        return found.value();
    }
    if (state.db() == nullptr)
        return tl::unexpected<Error>(closed());
    auto statement = Engine::prepare(state.db(), sql, true);
    if (!statement)
        return fail(statement);
    auto cached = std::make_shared<CachedStatement>(state.db(), *statement);
    cached->m_lastUse = ++state.m_uses;
    if (found != state.m_cache.constEnd()) {
        state.m_uncached.removeIf([](const std::weak_ptr<CachedStatement>& gone) { return gone.expired(); });
        state.m_uncached.append(cached);
        return cached;
    }
    if (state.m_cache.size() >= DatabaseState::CacheSize)
        forgetOldest(state);
    state.m_cache.insert(sql, cached);
    return cached;
}

} // namespace

sqlite3* DatabaseState::db() const
{
    return m_driver ? m_driver->connection() : nullptr;
}

DatabaseState::~DatabaseState()
{
    if (db() != nullptr && sqlite3_get_autocommit(db()) == 0)
        qWarning("A database was closed in the middle of a transaction; it is rolled back.");
    // A Statement that is still held becomes an empty one.
    for (const auto& cached : std::as_const(m_cache))
        sqlite3_finalize(std::exchange(cached->m_statement, nullptr));
    for (const auto& lent : std::as_const(m_uncached)) {
        if (const auto cached = lent.lock())
            sqlite3_finalize(std::exchange(cached->m_statement, nullptr));
    }
    if (m_driver)
        m_driver->close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Database::Database(std::shared_ptr<DatabaseState> state)
    : m_state(std::move(state))
{
}

Result<Database> Database::open(const QString& file, const SecretKey& key, OpenMode mode, const EngineOptions& options)
{
    static std::atomic<quint64> counter = 0;
    auto state = std::make_shared<DatabaseState>();
    state->m_file = file;
    state->m_connectionName = u"maiam-"_s + QString::number(++counter);
    state->m_driver = new SqlCipherDriver(key.clone(), mode, options);
    QSqlDatabase connection = QSqlDatabase::addDatabase(state->m_driver, state->m_connectionName);
    connection.setDatabaseName(file);
    if (!connection.open())
        return tl::unexpected<Error>(*state->m_driver->openError());
    return Database(std::move(state));
}

Result<Statement> Database::query(const QString& sql, std::initializer_list<QVariant> values)
{
    auto cached = borrow(*m_state, sql);
    if (!cached)
        return fail(cached);
    Statement statement(std::move(*cached));
    if (sqlite3_bind_parameter_count(statement.live()) != static_cast<int>(values.size()))
        return tl::unexpected<Error>(Engine::error(m_state->db(), SQLITE_RANGE));
    int position = 0;
    for (const QVariant& value : values)
        statement.bindValue(position++, value);
    if (statement.error())
        return tl::unexpected<Error>(*statement.error());
    return statement;
}

Result<void> Database::run(const QString& sql, std::initializer_list<QVariant> values)
{
    auto statement = query(sql, values);
    return statement ? statement->exec() : Result<void>(fail(statement));
}

Statement Database::prepared(const QString& sql)
{
    auto cached = borrow(*m_state, sql);
    return cached ? Statement(std::move(*cached)) : Statement(std::move(cached.error()));
}

Result<void> Database::runScript(const QString& sqlScript)
{
    return m_state->db() == nullptr ? Result<void>(tl::unexpected<Error>(closed()))
                                    : Engine::runScript(m_state->db(), sqlScript);
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_state->m_connectionName, false);
}

qint64 Database::lastInsertId() const
{
    return m_state->db() == nullptr ? 0 : sqlite3_last_insert_rowid(m_state->db());
}

int Database::changes() const
{
    return m_state->db() == nullptr ? 0 : sqlite3_changes(m_state->db());
}

bool Database::inTransaction() const
{
    return m_state->db() != nullptr && sqlite3_get_autocommit(m_state->db()) == 0;
}

void Database::interrupt()
{
    if (m_state->db() != nullptr)
        sqlite3_interrupt(m_state->db());
}

void Database::stopWhen(const std::atomic_bool* stop)
{
    constexpr int Steps = 10'000; // of the engine's machine: some milliseconds
    if (m_state->db() == nullptr)
        return;
    const auto isStopped = [](void* flag) { return int(*static_cast<const std::atomic_bool*>(flag)); };
    if (stop)
        sqlite3_progress_handler(m_state->db(), Steps, isStopped, const_cast<std::atomic_bool*>(stop));
    else
        sqlite3_progress_handler(m_state->db(), 0, nullptr, nullptr);
}

Error Database::notOpened(Error error)
{
    return Engine::whileOpening(std::move(error));
}

QString Database::engineVersion() const
{
    return m_state->db() == nullptr ? QString() : Engine::version(m_state->db());
}

QString Database::file() const
{
    return m_state->m_file;
}

namespace {
tl::unexpected<Error> damagedPart(const QString& detail)
{
    return fail(ErrorCode::Damaged,
        Database::tr("A part of the register's file is damaged. Stop entering data and restore the newest backup."),
        detail);
}
} // namespace

Result<void> Database::checkSeals()
{
    Statement pages = prepared(u"PRAGMA cipher_integrity_check"_s);
    if (pages.next())
        return damagedPart(pages.text(0));
    return pages.finished();
}

Result<void> Database::checkPages()
{
    if (auto sealed = checkSeals(); !sealed)
        return sealed;
    Statement tables = prepared(u"PRAGMA quick_check(1)"_s);
    if (tables.next() && tables.text(0) != u"ok")
        return damagedPart(u"quick_check: "_s + tables.text(0));
    return tables.finished();
}

Result<void> Database::moveLog(int how)
{
    if (m_state->db() == nullptr)
        return tl::unexpected<Error>(closed());
    const int code = sqlite3_wal_checkpoint_v2(m_state->db(), "main", how, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(Engine::error(m_state->db(), code));
    return {};
}

Result<void> Database::checkpoint()
{
    return moveLog(SQLITE_CHECKPOINT_TRUNCATE);
}

Result<void> Database::settleLog()
{
    return moveLog(SQLITE_CHECKPOINT_PASSIVE);
}

Result<void> Database::exportTo(const QString& file, const SecretKey& key)
{
    if (m_state->db() == nullptr)
        return tl::unexpected<Error>(closed());
    auto target = open(file, key, OpenMode::Create);
    if (!target)
        return fail(target);
    sqlite3* to = target->m_state->db();
    sqlite3_backup* copy = sqlite3_backup_init(to, "main", m_state->db(), "main");
    int code = SQLITE_ERROR;
    if (copy != nullptr) {
        sqlite3_backup_step(copy, -1);
        code = sqlite3_backup_finish(copy);
    }
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(Engine::error(to, code));
    if (auto done = target->checkpoint(); !done)
        return done;
    if (Engine::isPlain(file)) {
        QFile::remove(file);
        return fail(
            ErrorCode::NotEncrypted, tr("The copy was not encrypted and has been deleted. Install the program again."));
    }
    return target->checkPages();
}

} // namespace maiam
