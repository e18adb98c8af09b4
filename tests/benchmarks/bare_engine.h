// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QList>
#include <QMap>

#include <vector>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

/// What a piece of the program asked the engine to do: the texts of its statements with their values.
class Recorder
{
public:
    explicit Recorder(maiam::Database& database);
    ~Recorder();
    Q_DISABLE_COPY_MOVE(Recorder)
    [[nodiscard]] const QList<QByteArray>& statements() const { return m_statements; }

private:
    sqlite3* m_db;
    QList<QByteArray> m_statements;
};

/// The engine's C API without the program: the same file format, key and settings, statements prepared beforehand.
class BareEngine
{
public:
    /// The caches are as large as the program's: `cacheKiB` for writing, 4 MB unless it is LargeCacheKiB.
    BareEngine(const QString& file, const maiam::SecretKey& key, bool readOnly, int cacheKiB = 4 * 1024);
    /// What the program takes for imports and packages.
    static constexpr int LargeCacheKiB = 64 * 1024;
    ~BareEngine();
    Q_DISABLE_COPY_MOVE(BareEngine)

    /// Makes statements ready for run(); with `writesOnly`, leaves out those that only read.
    void prepare(const QList<QByteArray>& statements, bool writesOnly = false);
    /// Runs what was prepared and reads every column of every row. Returns the rows.
    qint64 run();
    /// One number.
    qint64 number(const char* sql);
    void execute(const char* sql);
    [[nodiscard]] sqlite3* db() const { return m_db; }

private:
    sqlite3* m_db = nullptr;
    std::vector<sqlite3_stmt*> m_prepared;
    qint64 m_read = 0; ///< keeps the reading from being left out
};

/// All rows that one file holds and another one lacks, as values that only need binding.
class MoreRows
{
public:
    /// `later` holds all that `earlier` holds, and more.
    MoreRows(BareEngine& earlier, BareEngine& later);
    ~MoreRows();
    Q_DISABLE_COPY_MOVE(MoreRows)
    /// Writes them through prepared statements, in this many transactions.
    void writeInto(BareEngine& target, int transactions);
    [[nodiscard]] qint64 rows() const;

private:
    struct Table
    {
        QByteArray insert;
        std::vector<std::vector<sqlite3_value*>> rows;
    };
    void take(BareEngine& later, const QByteArray& select, const QByteArray& table);
    std::vector<Table> m_tables;
};
