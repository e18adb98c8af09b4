// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/driver.h"

#include "models/sqlcipher/driver_result.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>

#include <sqlcipher/sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

SqlCipherDriver::SqlCipherDriver(SecretKey key, OpenMode mode, EngineOptions options, QObject* parent)
    : QSqlDriver(parent)
    , m_key(std::move(key))
    , m_mode(mode)
    , m_options(options)
{
}

SqlCipherDriver::~SqlCipherDriver()
{
    SqlCipherDriver::close();
}

bool SqlCipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case NamedPlaceholders:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case LowPrecisionNumbers:
    case FinishQuery:
    case CancelQuery:
        return true;
    case QuerySize:
    case BatchOperations: // Qt's loop over the values serves
    case EventNotifications:
    case MultipleResultSets:
        return false;
    }
    return false;
}

bool SqlCipherDriver::open(
    const QString& file, const QString&, const QString& password, const QString&, int, const QString&)
{
    close();
    m_openError.reset();
    // Qt keeps a copy of a password, so one that was set there is a mistake of the program.
    const SecretKey key = std::exchange(m_key, SecretKey());
    auto db = password.isEmpty() ? Engine::open(file, key, m_mode, m_options)
                                 : fail(ErrorCode::Internal, Engine::tr("A key was given in the wrong way."));
    if (!db) {
        m_openError = db.error();
        setLastError(QSqlError(db.error().detail, db.error().message, QSqlError::ConnectionError));
        setOpenError(true);
        return false;
    }
    m_db = *db;
    setOpen(true);
    setOpenError(false);
    return true;
}

void SqlCipherDriver::close()
{
    if (m_db == nullptr)
        return;
    for (SqlCipherResult* result : std::as_const(m_results))
        result->finalise();
    Engine::close(std::exchange(m_db, nullptr));
    setOpen(false);
    setOpenError(false);
}

QSqlResult* SqlCipherDriver::createResult() const
{
    return new SqlCipherResult(this); // Qt owns it
}

bool SqlCipherDriver::run(const QString& sql)
{
    if (m_db == nullptr)
        return false;
    if (auto done = Engine::runScript(m_db, sql); !done) {
        setLastError(QSqlError(done.error().detail, done.error().message, QSqlError::TransactionError));
        return false;
    }
    return true;
}

bool SqlCipherDriver::beginTransaction()
{
    return run(u"BEGIN IMMEDIATE"_s);
}

bool SqlCipherDriver::commitTransaction()
{
    return run(u"COMMIT"_s);
}

bool SqlCipherDriver::rollbackTransaction()
{
    return run(u"ROLLBACK"_s);
}

QStringList SqlCipherDriver::tables(QSql::TableType type) const
{
    QStringList names;
    if (m_db == nullptr)
        return names;
    if (type == QSql::SystemTables || type == QSql::AllTables)
        names << u"sqlite_master"_s;
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    const bool wantTables = type == QSql::Tables || type == QSql::AllTables;
    const bool wantViews = type == QSql::Views || type == QSql::AllTables;
    query.exec(u"SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' "
               "ESCAPE '\\' ORDER BY name"_s);
    while (query.next()) {
        const bool view = query.value(1).toString() == u"view";
        if (view ? wantViews : wantTables)
            names << query.value(0).toString();
    }
    return names;
}

QSqlRecord SqlCipherDriver::record(const QString& table) const
{
    QSqlRecord record;
    if (m_db == nullptr)
        return record;
    const QString name = stripDelimiters(table, TableName);
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    query.prepare(u"SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_info(?)"_s);
    query.addBindValue(name);
    query.exec();
    while (query.next()) {
        const QString type = query.value(1).toString();
        QSqlField field(query.value(0).toString(), declaredType(type), name);
        const bool isKey = query.value(3).toInt() > 0;
        field.setRequired(query.value(2).toInt() != 0);
        field.setAutoValue(isKey && type.compare(u"INTEGER"_s, Qt::CaseInsensitive) == 0);
        QString standard = query.value(4).toString();
        if (standard.size() > 1 && standard.startsWith(u'\'') && standard.endsWith(u'\''))
            standard = standard.sliced(1, standard.size() - 2).replace("''"_L1, "'"_L1);
        if (!standard.isEmpty())
            field.setDefaultValue(standard);
        record.append(field);
    }
    return record;
}

QSqlIndex SqlCipherDriver::primaryIndex(const QString& table) const
{
    const QString name = stripDelimiters(table, TableName);
    QSqlIndex index(name);
    if (m_db == nullptr)
        return index;
    const QSqlRecord fields = record(name);
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    query.prepare(u"SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"_s);
    query.addBindValue(name);
    query.exec();
    while (query.next())
        index.append(fields.field(query.value(0).toString()));
    return index;
}

QMetaType SqlCipherDriver::declaredType(const QString& declared)
{
    const QString type = declared.toUpper();
    if (type.startsWith("BOOL"_L1))
        return QMetaType::fromType<bool>();
    if (type.contains("INT"_L1))
        return QMetaType::fromType<qint64>();
    if (type.contains("REAL"_L1) || type.contains("DOUB"_L1) || type.contains("FLOA"_L1))
        return QMetaType::fromType<double>();
    if (type.contains("BLOB"_L1))
        return QMetaType::fromType<QByteArray>();
    return QMetaType::fromType<QString>();
}

QString SqlCipherDriver::escapeIdentifier(const QString& identifier, IdentifierType type) const
{
    if (identifier.isEmpty() || isIdentifierEscaped(identifier, type))
        return identifier;
    QString escaped = identifier;
    escaped.replace(u'"', u"\"\""_s);
    return u'"' + escaped + u'"';
}

QVariant SqlCipherDriver::handle() const
{
    return QVariant::fromValue(static_cast<void*>(m_db));
}

bool SqlCipherDriver::cancelQuery()
{
    if (m_db == nullptr)
        return false;
    sqlite3_interrupt(m_db);
    return true;
}

} // namespace maiam
