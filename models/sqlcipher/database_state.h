// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/driver.h"

#include <QHash>
#include <QPointer>
#include <QSqlDatabase>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace maiam {

/// A prepared statement in the cache of a Database, lent to one Statement at a time. Used inside this room only.
struct CachedStatement
{
    CachedStatement(sqlite3* db, sqlite3_stmt* statement)
        : m_db(db)
        , m_statement(statement)
    {
    }
    ~CachedStatement();
    Q_DISABLE_COPY_MOVE(CachedStatement)

    sqlite3* m_db;
    sqlite3_stmt* m_statement; ///< null once the database was closed
    quint64 m_lastUse = 0;
    bool m_lent = false;
};

/// What a Database holds. Used inside this room only.
struct DatabaseState
{
    DatabaseState() = default;
    ~DatabaseState();
    Q_DISABLE_COPY_MOVE(DatabaseState)

    static constexpr int CacheSize = 128;

    /// Null when somebody closed the connection through Database::handle().
    [[nodiscard]] sqlite3* db() const;

    QString m_file;
    QString m_connectionName;
    QPointer<SqlCipherDriver> m_driver; // owned by Qt's connection
    QHash<QString, std::shared_ptr<CachedStatement>> m_cache;
    QList<std::weak_ptr<CachedStatement>> m_uncached; ///< lent while the same text was lent already
    quint64 m_uses = 0;
};

} // namespace maiam
