// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/schema.h"

#include "models/records/kinds.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace maiam {

namespace {
QStringList steps()
{
    return QDir(QStringLiteral(":/schema")).entryList({ QStringLiteral("*.sql") }, QDir::Files, QDir::Name);
}

int numberOf(const QString& step)
{
    return step.left(4).toInt();
}

/// Raised when RecordTables or SearchIndex keep more beside the declared fields than before, or the fold itself says
/// otherwise: everything is folded again.
constexpr char TablesVersion[] = "tables 4";

/// In meta: the number of the last step that changed what was there, rather than adding to it.
const QString OldestReader = QStringLiteral("oldest_reader");
} // namespace

int schema::newest()
{
    const QStringList all = steps();
    return all.isEmpty() ? 0 : numberOf(all.constLast());
}

Result<int> schema::versionOf(Database& database)
{
    auto found = database.query(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'meta'"));
    if (!found)
        return fail(found);
    if (!found->next())
        return 0;
    auto version = meta::value(database, QStringLiteral("schema"));
    if (!version)
        return fail(version);
    return version->toInt();
}

Result<bool> schema::isNewer(Database& database)
{
    auto version = versionOf(database);
    if (!version)
        return fail(version);
    if (*version <= newest())
        return false;
    auto oldest = meta::value(database, OldestReader);
    if (!oldest)
        return fail(oldest);
    if (oldest->toInt() > newest())
        return fail(ErrorCode::NewerVersion,
            QCoreApplication::translate("Register",
                "This register was written by a much newer version of Mái Ấm, and this one cannot even show it. "
                "Nothing "
                "was changed. Install the newer program, then open it again."));
    return true;
}

tl::unexpected<Error> schema::refuseWriting()
{
    return fail(ErrorCode::NewerVersion,
        QCoreApplication::translate("Register",
            "This register was written by a newer version of Mái Ấm, so this one only shows it. Nothing was stored. "
            "Install the newer program, then do it there."));
}

Result<SchemaOutcome> schema::upgrade(Database& database)
{
    auto newer = isNewer(database);
    if (!newer)
        return fail(newer);
    if (*newer)
        return SchemaOutcome::Newer;
    auto version = versionOf(database);
    if (!version)
        return fail(version);
    const int from = *version;
    for (const QString& step : steps()) {
        if (numberOf(step) <= *version)
            continue;
        QFile file(QStringLiteral(":/schema/") + step);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal,
                QCoreApplication::translate("Register", "A part of the program is missing. Install it again."), step);
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return fail(transaction);
        if (auto done = database.runScript(QString::fromUtf8(file.readAll())); !done)
            return fail(done);
        if (auto done = meta::set(database, QStringLiteral("schema"), numberOf(step)); !done)
            return fail(done);
        if (auto done = transaction->commit(); !done)
            return fail(done);
    }
    if (from == newest())
        return SchemaOutcome::Current;
    return from == 0 ? SchemaOutcome::Created : SchemaOutcome::Upgraded;
}

QByteArray schema::declarations()
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(TablesVersion);
    for (const RecordKind* kind : kinds::all()) {
        hash.addData(QByteArray(kind->name) + ' ' + QByteArray::number(kind->version));
        for (const Field* field : kind->fields)
            hash.addData(QByteArray(field->name) + ':' + QByteArray::number(int(field->type)) + ':'
                + QByteArray::number(int(field->search)) + (field->indexed ? ":i" : ""));
    }
    return hash.result();
}

Result<QVariant> meta::value(Database& database, const QString& name)
{
    auto found = database.query(QStringLiteral("SELECT value FROM meta WHERE name = ?"), { name });
    if (!found)
        return fail(found);
    return found->next() ? found->value(0) : QVariant();
}

Result<void> meta::set(Database& database, const QString& name, const QVariant& value)
{
    return database.run(
        QStringLiteral(
            "INSERT INTO meta(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value"),
        { name, value });
}

Result<QByteArray> meta::secret(Database& database, const QString& name)
{
    auto found = database.query(QStringLiteral("SELECT value FROM secret WHERE name = ?"), { name });
    if (!found)
        return fail(found);
    if (!found->next())
        return fail(ErrorCode::NotFound,
            QCoreApplication::translate(
                "Register", "A key of this office is missing from the register. Restore the newest backup."),
            name);
    return found->blob(0);
}

Result<void> meta::setSecret(Database& database, const QString& name, const QByteArray& value)
{
    return database.run(
        QStringLiteral(
            "INSERT INTO secret(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value"),
        { name, value });
}

} // namespace maiam
