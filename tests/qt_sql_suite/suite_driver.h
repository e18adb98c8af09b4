// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/driver.h"

#include <QTemporaryDir>

#include <memory>

/// Our driver as Qt's own tests use one: opened and closed again and again, of a kind that they know, on files that
/// they name before there is a key. Each opening makes a driver of ours anew; everything else goes to that one.
class SuiteDriver final : public QSqlDriver
{
    Q_OBJECT
public:
    SuiteDriver();
    ~SuiteDriver() override;
    Q_DISABLE_COPY_MOVE(SuiteDriver)

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString& file, const QString& user, const QString& password, const QString& host, int port,
        const QString& options) override;
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
    bool cancelQuery() override;

private:
    void make(const QString& file);
    bool told(bool done);

    std::unique_ptr<maiam::SqlCipherDriver> m_ours; ///< never null
    std::unique_ptr<QTemporaryDir> m_memory; ///< where ":memory:" lies
};
