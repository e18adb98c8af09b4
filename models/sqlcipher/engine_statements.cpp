// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does with statements, values and its own error codes.
#include "models/sqlcipher/engine.h"

#include <QDateTime>
#include <QUuid>
#include <QVariant>

#include <sqlcipher/sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

bool holdsStatement(sqlite3* db, const char* text)
{
    while (*text != '\0') {
        if (*text == ' ' || *text == '\n' || *text == '\r' || *text == '\t' || *text == ';') {
            ++text;
            continue;
        }
        sqlite3_stmt* more = nullptr;
        const char* tail = nullptr;
        const int code = sqlite3_prepare_v2(db, text, -1, &more, &tail);
        sqlite3_finalize(more);
        if (code != SQLITE_OK || more != nullptr)
            return true;
        text = tail; // a comment
    }
    return false;
}

ErrorCode codeFor(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return ErrorCode::AlreadyExists;
    case SQLITE_IOERR_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return ErrorCode::Damaged;
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ErrorCode::Damaged;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
        return ErrorCode::NotFound;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_IOERR:
        return ErrorCode::Io;
    default:
        return ErrorCode::Internal;
    }
}

QString sentence(ErrorCode code, bool keyMayBeWrong)
{
    switch (code) {
    case ErrorCode::AlreadyExists:
        return Engine::tr("This is in the register already, so it was not added again.");
    case ErrorCode::OutOfMemory:
        return Engine::tr("The PC has too little free memory for this. Nothing was changed. Close other programs and "
                          "try again.");
    case ErrorCode::Damaged:
        return keyMayBeWrong
            ? Engine::tr("The register cannot be opened with this key, or its file is damaged. Check that the keys "
                         "file belongs to this register; otherwise restore the newest backup.")
            : Engine::tr("A part of the register's file is damaged and cannot be read. Stop entering data and restore "
                         "the newest backup.");
    case ErrorCode::DiskFull:
        return Engine::tr("The disk is full, so this was not saved. Free some room on the disk and save again.");
    case ErrorCode::ReadOnly:
        return Engine::tr("The register's folder cannot be written to, so this was not saved. Ask for the right to "
                          "write there, or check the switch on the USB stick.");
    case ErrorCode::NotFound:
        return Engine::tr("The register's file cannot be reached. Check that the disk or the USB stick is plugged in.");
    case ErrorCode::Busy:
        return Engine::tr("Another program holds the register's file, so this was not saved. Close the other program "
                          "and try again.");
    case ErrorCode::Cancelled:
        return Engine::tr("Stopped. Nothing was changed.");
    case ErrorCode::Io:
        return Engine::tr("The disk could not be read or written. Check the disk or the USB stick and try again.");
    default:
        return Engine::tr("The program made a mistake with the register; nothing was changed. Please report what you "
                          "did.");
    }
}

/// What stands before the code in the detail of an error.
constexpr QStringView OfEngine = u"engine ";

/// Of the faults whose usual sentence speaks of saving; empty for the others.
QString openingSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return Engine::tr("The disk is full, so the register could not be opened; nothing in it was changed. Free some "
                          "room on the disk and open it again.");
    case ErrorCode::ReadOnly:
        return Engine::tr("The register's folder cannot be written to, so the register could not be opened. Ask for "
                          "the right to write there, or check the switch on the USB stick.");
    case ErrorCode::Busy:
        return Engine::tr("Another program holds the register's file, so the register could not be opened. Close the "
                          "other program and try again.");
    default:
        return {};
    }
}

int bindBytes(sqlite3_stmt* statement, int number, const QByteArray& bytes)
{
    if (bytes.isNull())
        return sqlite3_bind_null(statement, number);
    return sqlite3_bind_blob64(
        statement, number, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
}

int bindText(sqlite3_stmt* statement, int number, const QString& text)
{
    if (text.isNull())
        return sqlite3_bind_null(statement, number);
    const QByteArray utf8 = text.toUtf8();
    return sqlite3_bind_text64(
        statement, number, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

Result<sqlite3_stmt*> Engine::prepare(sqlite3* db, const QString& sql, bool persistent)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v3(db, text.constData(), static_cast<int>(text.size()) + 1,
        persistent ? SQLITE_PREPARE_PERSISTENT : 0U, &statement, &tail);
    if (code != SQLITE_OK) {
        Error wrong = error(db, code);
        // Texts of statements are the program's own; values are bound.
        wrong.detail += u": "_s + QString::fromUtf8(sqlite3_errmsg(db));
        return tl::unexpected<Error>(std::move(wrong));
    }
    if (statement == nullptr || holdsStatement(db, tail)) {
        sqlite3_finalize(statement);
        return fail(ErrorCode::Internal, sentence(ErrorCode::Internal, false), u"not exactly one statement"_s);
    }
    return statement;
}

Result<void> Engine::runScript(sqlite3* db, const QString& sql)
{
    const QByteArray text = sql.toUtf8();
    const char* rest = text.constData();
    while (*rest != '\0') {
        sqlite3_stmt* statement = nullptr;
        const char* tail = nullptr;
        int code = sqlite3_prepare_v2(db, rest, -1, &statement, &tail);
        if (code == SQLITE_OK && statement != nullptr) {
            do
                code = sqlite3_step(statement);
            while (code == SQLITE_ROW);
        }
        if (code != SQLITE_OK && code != SQLITE_DONE) {
            Error wrong = error(db, code);
            wrong.detail += u": "_s + QString::fromUtf8(sqlite3_errmsg(db)) + u" at byte "_s
                + QString::number(rest - text.constData());
            sqlite3_finalize(statement);
            return tl::unexpected<Error>(std::move(wrong));
        }
        sqlite3_finalize(statement);
        rest = tail;
    }
    return {};
}

Error Engine::whileOpening(Error error)
{
    const QString opening = openingSentence(error.code);
    if (!opening.isEmpty() && error.detail.startsWith(OfEngine)) // others speak for themselves
        error.message = opening;
    return error;
}

Error Engine::error(sqlite3* db, int code)
{
    const ErrorCode kind = codeFor(code);
    QString detail = OfEngine.toString() + QString::number(code) + u' ' + QString::fromUtf8(sqlite3_errstr(code));
    // Which constraint: names of tables and columns only.
    if (db != nullptr && (code & 0xff) == SQLITE_CONSTRAINT)
        detail += u": "_s + QString::fromUtf8(sqlite3_errmsg(db));
    return { kind, sentence(kind, (code & 0xff) == SQLITE_NOTADB), std::move(detail) };
}

int Engine::bind(sqlite3_stmt* statement, int number, const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return sqlite3_bind_null(statement, number);
    case QMetaType::QString:
        return bindText(statement, number, value.toString());
    case QMetaType::QByteArray:
        return bindBytes(statement, number, value.toByteArray());
    case QMetaType::Bool:
    case QMetaType::Char:
    case QMetaType::SChar:
    case QMetaType::UChar:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.isNull() ? sqlite3_bind_null(statement, number)
                              : sqlite3_bind_int64(statement, number, value.toLongLong());
    case QMetaType::Float:
    case QMetaType::Double:
        return value.isNull() ? sqlite3_bind_null(statement, number)
                              : sqlite3_bind_double(statement, number, value.toDouble());
    case QMetaType::QUuid: {
        const QUuid id = value.toUuid();
        return bindBytes(statement, number, id.isNull() ? QByteArray() : id.toRfc4122());
    }
    case QMetaType::QDate:
        return bindText(statement, number, value.toDate().toString(Qt::ISODate));
    case QMetaType::QTime:
        return bindText(statement, number, value.toTime().toString(Qt::ISODateWithMs));
    case QMetaType::QDateTime:
        return bindText(statement, number, value.toDateTime().toUTC().toString(Qt::ISODateWithMs));
    default:
        break;
    }
    if (value.metaType().flags().testFlag(QMetaType::IsEnumeration))
        return sqlite3_bind_int64(statement, number, value.toLongLong());
    return value.canConvert<QString>() ? bindText(statement, number, value.toString()) : SQLITE_MISMATCH;
}

QVariant Engine::column(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
        const int size = sqlite3_column_bytes(statement, column);
        return size == 0 ? QByteArray("") : QByteArray(bytes, size);
    }
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        const int size = sqlite3_column_bytes(statement, column);
        return size == 0 ? u""_s : QString::fromUtf8(text, size);
    }
    default:
        return QVariant(QMetaType::fromType<QString>());
    }
}

} // namespace maiam
