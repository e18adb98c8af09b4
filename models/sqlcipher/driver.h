// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/engine.h"
#include "models/sqlcipher/secret_key.h"

#include <QList>
#include <QSqlDriver>

#include <optional>

namespace maiam {

class SqlCipherResult;

/// Qt's database driver for the encrypted register. It is never registered under a name, so no other driver can
/// take its place; it opens once, with the key that it was made with, and wipes that key.
class SqlCipherDriver final : public QSqlDriver
{
    Q_OBJECT
public:
    explicit SqlCipherDriver(SecretKey key, OpenMode mode, EngineOptions options = {}, QObject* parent = nullptr);
    ~SqlCipherDriver() override;
    Q_DISABLE_COPY_MOVE(SqlCipherDriver)

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    /// Only `file` is read. A driver that has been closed does not open again.
    bool open(const QString& file, const QString& user, const QString& password, const QString& host, int port,
        const QString& options) override;
    /// Ends all statements and closes the file.
    void close() override;
    [[nodiscard]] QSqlResult* createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QSqlRecord record(const QString& table) const override;
    [[nodiscard]] QSqlIndex primaryIndex(const QString& table) const override;
    [[nodiscard]] QString escapeIdentifier(const QString& identifier, IdentifierType type) const override;
    [[nodiscard]] QVariant handle() const override;

    /// The engine's connection; null when closed.
    [[nodiscard]] sqlite3* connection() const { return m_db; }
    /// Why open() failed.
    [[nodiscard]] const std::optional<Error>& openError() const { return m_openError; }

public Q_SLOTS:
    /// Stops what runs at this moment; may be called from another thread while the driver is open.
    bool cancelQuery() override;

private:
    friend class SqlCipherResult;
    bool run(const QString& sql);
    /// The Qt type that values of a column declared so have (SQLite's rules of affinity).
    [[nodiscard]] static QMetaType declaredType(const QString& declared);

    SecretKey m_key;
    OpenMode m_mode;
    EngineOptions m_options;
    sqlite3* m_db = nullptr;
    std::optional<Error> m_openError;
    mutable QList<SqlCipherResult*> m_results;
};

} // namespace maiam
