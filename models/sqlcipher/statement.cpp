// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/statement.h"

#include "models/sqlcipher/database_state.h"
#include "models/sqlcipher/engine.h"

#include <sqlcipher/sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

CachedStatement::~CachedStatement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(std::shared_ptr<CachedStatement> cached)
    : m_cached(std::move(cached))
{
    m_cached->m_lent = true;
}

Statement::Statement(Error error)
    : m_error(std::move(error))
{
}

Statement::Statement(Statement&& other) noexcept
    : m_cached(std::move(other.m_cached))
    , m_error(std::move(other.m_error))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        release();
        m_cached = std::move(other.m_cached);
        m_error = std::move(other.m_error);
    }
    return *this;
}

Statement::~Statement()
{
    release();
}

void Statement::release()
{
    if (!m_cached)
        return;
    if (m_cached->m_statement != nullptr) {
        sqlite3_reset(m_cached->m_statement);
        sqlite3_clear_bindings(m_cached->m_statement);
    }
    m_cached->m_lent = false;
    m_cached.reset();
}

sqlite3_stmt* Statement::live() const
{
    return m_cached ? m_cached->m_statement : nullptr;
}

bool Statement::usable()
{
    if (m_error)
        return false;
    if (live() != nullptr)
        return true;
    m_error = Error { ErrorCode::Internal, Engine::tr("The register is closed. Unlock it and try again."),
        u"statement without database"_s };
    return false;
}

Statement& Statement::bound(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = Engine::error(m_cached->m_db, code);
    return *this;
}

Statement& Statement::bindInteger(int position, qint64 value)
{
    return usable() ? bound(sqlite3_bind_int64(live(), position + 1, value)) : *this;
}

Statement& Statement::bind(int position, double value)
{
    return usable() ? bound(sqlite3_bind_double(live(), position + 1, value)) : *this;
}

Statement& Statement::bind(int position, const QString& value)
{
    if (!usable())
        return *this;
    if (value.isNull())
        return bound(sqlite3_bind_null(live(), position + 1));
    const QByteArray utf8 = value.toUtf8();
    return bound(sqlite3_bind_text64(live(), position + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
        SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind(int position, QByteArrayView value)
{
    if (!usable())
        return *this;
    if (value.isNull())
        return bound(sqlite3_bind_null(live(), position + 1));
    return bound(sqlite3_bind_blob64(
        live(), position + 1, value.data(), static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

Statement& Statement::bind(int position, std::nullptr_t)
{
    return usable() ? bound(sqlite3_bind_null(live(), position + 1)) : *this;
}

Statement& Statement::bindValue(int position, const QVariant& value)
{
    return usable() ? bound(Engine::bind(live(), position + 1, value)) : *this;
}

Result<bool> Statement::step()
{
    if (!usable())
        return tl::unexpected<Error>(*m_error);
    const int code = sqlite3_step(live());
    if (code == SQLITE_ROW)
        return true;
    Result<bool> result = false;
    if (code != SQLITE_DONE) {
        m_error = Engine::error(m_cached->m_db, code);
        result = tl::unexpected<Error>(*m_error);
    }
    sqlite3_reset(live()); // lets go of the read lock at once
    return result;
}

bool Statement::next()
{
    const auto row = step();
    return row && *row;
}

Result<void> Statement::exec()
{
    while (true) {
        const auto row = step();
        if (!row)
            return fail(row);
        if (!*row)
            return {};
    }
}

Result<void> Statement::finished() const
{
    if (m_error)
        return tl::unexpected<Error>(*m_error);
    return {};
}

void Statement::reset()
{
    if (usable())
        sqlite3_reset(live());
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(live(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(live(), column);
}

QString Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(live(), column));
    if (text == nullptr)
        return {};
    const int size = sqlite3_column_bytes(live(), column);
    return size == 0 ? u""_s : QString::fromUtf8(text, size);
}

QByteArrayView Statement::blobView(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(live(), column));
    return { bytes, bytes == nullptr ? 0 : sqlite3_column_bytes(live(), column) };
}

QByteArray Statement::blob(int column) const
{
    if (isNull(column))
        return {};
    const QByteArrayView bytes = blobView(column);
    return bytes.isEmpty() ? QByteArray("") : bytes.toByteArray();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(live(), column) == SQLITE_NULL;
}

QVariant Statement::value(int column) const
{
    return Engine::column(live(), column);
}

int Statement::columnCount() const
{
    return sqlite3_column_count(live());
}

QString Statement::columnName(int column) const
{
    return live() == nullptr ? QString() : QString::fromUtf8(sqlite3_column_name(live(), column));
}

Result<std::vector<qint64>> idsOf(Result<Statement> found)
{
    if (!found)
        return fail(found);
    std::vector<qint64> ids;
    while (found->next())
        ids.push_back(found->integer(0));
    if (auto done = found->finished(); !done)
        return fail(done);
    return ids;
}

} // namespace maiam
