// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/driver_result.h"

#include "models/sqlcipher/driver.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>

#include <sqlcipher/sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

SqlCipherResult::SqlCipherResult(const SqlCipherDriver* driver)
    : QSqlResult(driver)
    , m_driver(driver)
{
    m_driver->m_results.append(this);
}

SqlCipherResult::~SqlCipherResult()
{
    // Qt lets a result outlive its driver; then driver() is null and the statement was ended by close().
    if (driver() != nullptr)
        m_driver->m_results.removeOne(this);
    finalise();
}

void SqlCipherResult::finalise()
{
    sqlite3_finalize(std::exchange(m_statement, nullptr));
    m_rows.clear();
    m_rowWaits = false;
    m_ended = true;
    setActive(false);
}

QVariant SqlCipherResult::handle() const
{
    return QVariant::fromValue(static_cast<void*>(m_statement));
}

bool SqlCipherResult::failWith(const QString& what, int code, int type)
{
    setLastError(QSqlError(what, QString(), static_cast<QSqlError::ErrorType>(type), QString::number(code)));
    return false;
}

bool SqlCipherResult::reset(const QString& sql)
{
    return prepare(sql) && exec();
}

bool SqlCipherResult::prepare(const QString& sql)
{
    finalise();
    if (driver() == nullptr || m_driver->connection() == nullptr)
        return failWith(u"The register is closed"_s, SQLITE_MISUSE, QSqlError::ConnectionError);
    auto statement = Engine::prepare(m_driver->connection(), sql, false);
    if (!statement)
        return failWith(statement.error().detail, SQLITE_ERROR, QSqlError::StatementError);
    m_statement = *statement;
    return true;
}

bool SqlCipherResult::bindAll()
{
    const QList<QVariant>& values = boundValues();
    const int wanted = sqlite3_bind_parameter_count(m_statement);
    QList<bool> given(wanted, false);
    for (int i = 0; i < values.size(); ++i) {
        // The engine counts a name that stands twice once; Qt counts it twice.
        const QString name = boundValueName(i);
        int number = name.isEmpty() ? 0 : sqlite3_bind_parameter_index(m_statement, name.toUtf8().constData());
        if (number == 0)
            number = i + 1;
        if (number > wanted)
            return failWith(u"More values than placeholders"_s, SQLITE_RANGE, QSqlError::StatementError);
        if (const int code = Engine::bind(m_statement, number, values.at(i)); code != SQLITE_OK)
            return failWith(u"A value cannot be bound"_s, code, QSqlError::StatementError);
        given[number - 1] = true;
    }
    if (given.contains(false))
        return failWith(u"Fewer values than placeholders"_s, SQLITE_RANGE, QSqlError::StatementError);
    return true;
}

bool SqlCipherResult::exec()
{
    if (m_statement == nullptr)
        return failWith(u"Nothing is prepared"_s, SQLITE_MISUSE, QSqlError::StatementError);
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_rows.clear();
    m_fetched = 0;
    m_affected = -1;
    m_lastId = QVariant();
    m_rowWaits = false;
    m_ended = false;
    setAt(QSql::BeforeFirstRow);
    setLastError(QSqlError());
    if (!bindAll())
        return false;
    sqlite3* db = m_driver->connection();
    m_columns = sqlite3_column_count(m_statement);
    setSelect(m_columns > 0);
    setActive(true);
    m_rowWaits = stepOnce();
    if (lastError().isValid()) {
        setActive(false);
        return false;
    }
    if (sqlite3_stmt_readonly(m_statement) == 0) {
        m_affected = sqlite3_changes(db);
        m_lastId = static_cast<qint64>(sqlite3_last_insert_rowid(db));
    }
    return true;
}

// One row further in the engine; false at the end and after an error.
bool SqlCipherResult::stepOnce()
{
    if (m_ended || m_statement == nullptr)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    m_ended = true;
    sqlite3_reset(m_statement);
    if (code != SQLITE_DONE) {
        const Error error = Engine::error(m_driver->connection(), code);
        setLastError(QSqlError(error.detail, error.message, QSqlError::StatementError, QString::number(code)));
    }
    return false;
}

bool SqlCipherResult::fetchNext()
{
    return fetch(at() < 0 ? 0 : at() + 1);
}

bool SqlCipherResult::fetchFirst()
{
    return fetch(0);
}

bool SqlCipherResult::fetch(int row)
{
    if (!isSelect() || row < 0)
        return false;
    if (isForwardOnly() && row < m_fetched && row != at())
        return false;
    while (m_fetched <= row) {
        if (!m_rowWaits && !stepOnce()) {
            setAt(QSql::AfterLastRow);
            return false;
        }
        m_rowWaits = false;
        if (isForwardOnly())
            m_rows.clear();
        for (int column = 0; column < m_columns; ++column)
            m_rows.append(Engine::column(m_statement, column));
        ++m_fetched;
    }
    setAt(row);
    return true;
}

bool SqlCipherResult::fetchLast()
{
    int row = m_fetched - 1;
    while (fetch(row + 1))
        ++row;
    if (row < 0 || lastError().isValid())
        return false;
    setAt(row);
    return true;
}

QVariant SqlCipherResult::data(int column)
{
    if (at() < 0 || column < 0 || column >= m_columns)
        return {};
    const qsizetype row = isForwardOnly() ? 0 : at();
    return m_rows.value(row * m_columns + column);
}

bool SqlCipherResult::isNull(int column)
{
    return data(column).isNull();
}

int SqlCipherResult::size()
{
    return -1; // the engine does not know before the last row
}

int SqlCipherResult::numRowsAffected()
{
    return m_affected;
}

QVariant SqlCipherResult::lastInsertId() const
{
    return m_lastId;
}

QSqlRecord SqlCipherResult::record() const
{
    QSqlRecord record;
    for (int column = 0; m_statement != nullptr && column < m_columns; ++column) {
        const char* declared = sqlite3_column_decltype(m_statement, column);
        QMetaType type = SqlCipherDriver::declaredType(QString::fromUtf8(declared));
        if (declared == nullptr && !m_rows.isEmpty())
            type = m_rows.at(column).metaType();
        record.append(QSqlField(QString::fromUtf8(sqlite3_column_name(m_statement, column)), type));
    }
    return record;
}

void SqlCipherResult::detachFromResultSet()
{
    if (m_statement != nullptr)
        sqlite3_reset(m_statement);
    m_rowWaits = false;
    m_ended = true;
}

} // namespace maiam
