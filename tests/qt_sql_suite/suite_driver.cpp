// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the name of Qt's SQLite driver, so that Qt's tests run unchanged. MAIAM_SUITE_DRIVER=qt leaves Qt's in place.
#include "suite_driver.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlIndex>
#include <QSqlRecord>

#include <private/qsqldriver_p.h>

#include <algorithm>

using namespace maiam;

namespace {
SecretKey suiteKey()
{
    SecretKey key = SecretKey::zeroed(32);
    std::fill_n(key.writable(), 32, uchar(9));
    return key;
}

void callSqlite(QSqlDriver* driver)
{
    static_cast<QSqlDriverPrivate*>(QObjectPrivate::get(driver))->dbmsType = QSqlDriver::SQLite;
}

class Creator final : public QSqlDriverCreatorBase
{
public:
    QSqlDriver* createObject() const override { return new SuiteDriver; }
};

void takeTheName()
{
    if (qgetenv("MAIAM_SUITE_DRIVER") != "qt" && initialiseCrypto())
        QSqlDatabase::registerSqlDriver(QStringLiteral("QSQLITE"), new Creator);
}
Q_COREAPP_STARTUP_FUNCTION(takeTheName)
} // namespace

SuiteDriver::SuiteDriver()
{
    callSqlite(this);
    make({});
}

SuiteDriver::~SuiteDriver() = default;

void SuiteDriver::make(const QString& file)
{
    m_ours = std::make_unique<SqlCipherDriver>(
        suiteKey(), QFileInfo::exists(file) ? OpenMode::Existing : OpenMode::Create, EngineOptions { 2048, 500 });
    callSqlite(m_ours.get());
}

/// Hands on what ours says of its last act.
bool SuiteDriver::told(bool done)
{
    setLastError(done ? QSqlError() : m_ours->lastError());
    return done;
}

bool SuiteDriver::hasFeature(DriverFeature feature) const
{
    return m_ours->hasFeature(feature);
}

bool SuiteDriver::open(const QString& file, const QString& user, const QString& password, const QString& host, int port,
    const QString& options)
{
    close();
    QString name = file;
    if (file.isEmpty() || file == QLatin1String(":memory:")) {
        m_memory = std::make_unique<QTemporaryDir>();
        name = m_memory->filePath(QStringLiteral("memory.db"));
    }
    make(name);
    const bool done = told(m_ours->open(name, user, password, host, port, options));
    setOpen(done);
    setOpenError(!done);
    return done;
}

void SuiteDriver::close()
{
    m_ours->close();
    setOpen(false);
    setOpenError(false);
}

QSqlResult* SuiteDriver::createResult() const
{
    m_ours->setNumericalPrecisionPolicy(numericalPrecisionPolicy());
    return m_ours->createResult();
}

bool SuiteDriver::beginTransaction()
{
    return told(m_ours->beginTransaction());
}

bool SuiteDriver::commitTransaction()
{
    return told(m_ours->commitTransaction());
}

bool SuiteDriver::rollbackTransaction()
{
    return told(m_ours->rollbackTransaction());
}

QStringList SuiteDriver::tables(QSql::TableType type) const
{
    return m_ours->tables(type);
}

QSqlRecord SuiteDriver::record(const QString& table) const
{
    return m_ours->record(table);
}

QSqlIndex SuiteDriver::primaryIndex(const QString& table) const
{
    return m_ours->primaryIndex(table);
}

QString SuiteDriver::escapeIdentifier(const QString& identifier, IdentifierType type) const
{
    return m_ours->escapeIdentifier(identifier, type);
}

QVariant SuiteDriver::handle() const
{
    return m_ours->handle();
}

bool SuiteDriver::cancelQuery()
{
    return m_ours->cancelQuery();
}
