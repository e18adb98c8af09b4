// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/engine.h"

#include "models/base/native_path.h"
#include "models/sqlcipher/file_part.h"
#include "models/sqlcipher/secret_key.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QUrl>

#include <sodium.h>
#include <sqlcipher/sqlite3.h>

#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

Q_LOGGING_CATEGORY(engineLog, "maiam.engine", QtWarningMsg)

constexpr qint64 SmallestFile = 4096; // one page: less than that was never finished
constexpr int RawKeyText = 2 + 2 * Engine::KeyBytes + 1; // x'…'
constexpr QByteArrayView PlainHeader("SQLite format 3\0", 16);

struct CloseDb
{
    void operator()(sqlite3* db) const { Engine::close(db); }
};
using DbPointer = std::unique_ptr<sqlite3, CloseDb>;

// The engine's own messages can quote SQL, so only their number is kept.
void logWithoutValues(void*, int code, const char*)
{
    const int primary = code & 0xff;
    // An index that the engine makes for the moment is a question of speed; the tests of query plans ask it.
    if (primary != SQLITE_NOTICE && primary != SQLITE_SCHEMA && code != SQLITE_WARNING_AUTOINDEX)
        qCWarning(engineLog, "engine message %d", code);
}

bool initialiseEngine()
{
    static const bool ready = [] {
        return sqlite3_config(SQLITE_CONFIG_LOG, &logWithoutValues, nullptr) == SQLITE_OK
            && sqlite3_config(SQLITE_CONFIG_URI, 0) == SQLITE_OK
            && sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK && sqlite3_initialize() == SQLITE_OK;
    }();
    return ready;
}

// The first column of the first row; empty when there is none.
Result<QString> answer(sqlite3* db, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    QString text;
    if (code == SQLITE_ROW)
        text = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    Error error;
    const bool bad = code != SQLITE_ROW && code != SQLITE_DONE && code != SQLITE_OK;
    if (bad)
        error = Engine::error(db, code);
    sqlite3_finalize(statement);
    if (bad)
        return tl::unexpected<Error>(std::move(error));
    return text;
}

int giveKey(sqlite3* db, const SecretKey& key)
{
    // A key in the form x'hex' is used as it is; any other would be stretched again on every open.
    SecretKey text = SecretKey::zeroed(RawKeyText + 1);
    auto* chars = reinterpret_cast<char*>(text.writable());
    chars[0] = 'x';
    chars[1] = '\'';
    sodium_bin2hex(chars + 2, 2 * Engine::KeyBytes + 1, key.data(), key.size());
    chars[RawKeyText - 1] = '\'';
    return sqlite3_key_v2(db, "main", chars, RawKeyText);
}

bool guard(sqlite3* db)
{
    const std::array<std::pair<int, int>, 6> switches { { { SQLITE_DBCONFIG_DEFENSIVE, 1 },
        { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
        { SQLITE_DBCONFIG_ENABLE_FKEY, 1 }, { SQLITE_DBCONFIG_DQS_DML, 0 }, { SQLITE_DBCONFIG_DQS_DDL, 0 } } };
    for (const auto& [name, on] : switches) {
        int now = -1;
        if (sqlite3_db_config(db, name, on, &now) != SQLITE_OK || now != on)
            return false;
    }
    return true;
}

Error missing(const QString& setting)
{
    return { ErrorCode::NotEncrypted,
        Engine::tr("The database engine does not work as it must, so nothing was opened. Install the program again."),
        u"setting "_s + setting };
}

// Sets what every connection must have, and reads it back.
Result<void> settle(sqlite3* db, OpenMode mode, const EngineOptions& options)
{
    sqlite3_busy_timeout(db, options.busyTimeoutMs);
    if (!guard(db))
        return tl::unexpected<Error>(missing(u"switches"_s));
    // cipher_memory_security stays off: with it on, 200,000 inserts took 10 s instead of 1.4 s. The engine wipes its
    // keys without it.
    const QByteArray cache = "PRAGMA cache_size=-" + QByteArray::number(options.cacheKiB);
    for (const char* sql : { "PRAGMA cipher_log_level=NONE", "PRAGMA temp_store=MEMORY", "PRAGMA foreign_keys=ON",
             "PRAGMA secure_delete=ON", "PRAGMA cell_size_check=ON", cache.constData() })
    {
        if (auto done = answer(db, sql); !done)
            return fail(done);
    }
    if (answer(db, "PRAGMA temp_store").value_or(QString()) != u"2"
        || answer(db, "PRAGMA foreign_keys").value_or(QString()) != u"1")
        return tl::unexpected<Error>(missing(u"temp_store or foreign_keys"_s));
    // The first read: here a wrong key shows.
    if (auto schema = answer(db, "SELECT count(*) FROM sqlite_master"); !schema)
        return fail(schema);
    if (mode == OpenMode::ReadOnly || mode == OpenMode::Sealed)
        return {};
    auto journal = answer(db, "PRAGMA journal_mode=WAL");
    if (!journal)
        return fail(journal);
    if (*journal != u"wal")
        return tl::unexpected<Error>(missing(u"journal_mode"_s));
    for (const char* sql : { "PRAGMA synchronous=FULL", "PRAGMA journal_size_limit=67108864" }) {
        if (auto done = answer(db, sql); !done)
            return fail(done);
    }
    return {};
}

// What can be said about the file before the engine touches it.
Result<void> look(const QString& file, OpenMode mode)
{
    const QFileInfo info(file);
    if (mode == OpenMode::Create) {
        if (info.exists() || info.isSymLink())
            return fail(ErrorCode::AlreadyExists,
                Engine::tr(
                    "A file of this name is there already, so no new register was made. Choose another folder."));
        QFile fresh(file);
        if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            const bool folder = info.absoluteDir().exists();
            return fail(folder ? ErrorCode::ReadOnly : ErrorCode::NotFound,
                folder ? Engine::tr("The folder cannot be written to, so no new register was made. Choose another "
                                    "folder or ask for the right to write there.")
                       : Engine::tr("The folder is not there, so no new register was made. Choose another folder."));
        }
        // The engine gives its side files the same permissions.
        fresh.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return {};
    }
    if (!info.exists())
        return fail(ErrorCode::NotFound,
            Engine::tr("The register's file is not there. Check that the disk or the USB stick is plugged in, or "
                       "restore a backup."));
    if (!info.isFile())
        return fail(ErrorCode::InvalidInput, Engine::tr("This is not a file. Choose the register's own folder."));
    if (!info.isReadable())
        return fail(ErrorCode::ReadOnly,
            Engine::tr("The register's file may not be read with this Windows or Linux account. Sign in with the "
                       "account that the register was made with."));
    if (mode == OpenMode::Sealed && QFileInfo(file + u"-wal"_s).size() > 0)
        return fail(ErrorCode::Conflict,
            Engine::tr("This backup is not complete by itself: it was copied while the register was in use. Choose "
                       "another backup."));
    return {};
}

// Read through the engine's own handle: opening and closing the file beside it would drop, on Linux, the locks that
// this process holds on it, and another process could then take the write-ahead log away.
bool startsPlain(sqlite3* db)
{
    sqlite3_file* file = nullptr;
    char begin[16] = {};
    return sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) == SQLITE_OK && file
        && file->pMethods && file->pMethods->xRead(file, begin, sizeof begin, 0) == SQLITE_OK
        && QByteArrayView(begin, sizeof begin) == PlainHeader;
}

Result<void> lookInside(sqlite3* db, const QString& file, OpenMode mode)
{
    if (mode == OpenMode::Create)
        return {};
    if (startsPlain(db))
        return fail(ErrorCode::NotEncrypted,
            Engine::tr("This file is not encrypted, so it is no register of this program and was not opened. Choose "
                       "another file."));
    if (QFileInfo(file).size() < SmallestFile)
        return fail(ErrorCode::Truncated,
            Engine::tr("The register's file is cut off: most of it is missing. Restore the newest backup."));
    return {};
}

#ifdef Q_OS_WIN
constexpr char FileSystem[] = "win32-longpath"; // the engine's usual one stops at 260 characters
#else
constexpr const char* FileSystem = nullptr;
#endif

// The engine's name for a file. Only a sealed one gets a URI, and every sign of its own name is escaped there.
QByteArray engineName(const QString& file, OpenMode mode, const std::optional<filePart::Window>& window)
{
    const QString path = nativePath(file);
    if (mode != OpenMode::Sealed)
        return path.toUtf8();
    const QByteArray escaped = QUrl::toPercentEncoding(path, "/:");
    QByteArray name = (path.startsWith(u'/') ? "file://" : "file:///") + escaped + "?immutable=1";
    if (window)
        name += "&offset=" + QByteArray::number(window->offset) + "&size=" + QByteArray::number(window->size);
    return name;
}

Result<sqlite3*> openChecked(const QString& file, const std::optional<filePart::Window>& window, const SecretKey& key,
    OpenMode mode, const EngineOptions& options)
{
    // Also for a new file: look() made it, empty, so the engine never needs the flag that creates files.
    const bool reads = mode == OpenMode::ReadOnly || mode == OpenMode::Sealed;
    const QByteArray name = engineName(file, mode, window);
    sqlite3* raw = nullptr;
    int code = sqlite3_open_v2(name.constData(), &raw,
        (reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | (mode == OpenMode::Sealed ? SQLITE_OPEN_URI : 0)
            | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE,
        window ? filePart::layer() : FileSystem);
    DbPointer db(raw);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(Engine::error(raw, code));
    if (!reads && sqlite3_db_readonly(raw, "main") != 0)
        return tl::unexpected<Error>(Engine::error(nullptr, SQLITE_READONLY));
    if (auto looked = lookInside(raw, file, mode); !looked)
        return fail(looked);
    code = giveKey(raw, key);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(Engine::error(raw, code));
    if (Engine::version(raw).isEmpty())
        return tl::unexpected<Error>(missing(u"cipher_version"_s));
    if (auto settled = settle(raw, mode, options); !settled)
        return fail(settled);
    return db.release();
}

} // namespace

bool Engine::hasCodec()
{
    return initialiseEngine() && sqlite3_compileoption_used("HAS_CODEC") == 1;
}

Result<sqlite3*> Engine::open(const QString& name, const SecretKey& key, OpenMode mode, const EngineOptions& options)
{
    const auto window = mode == OpenMode::Sealed ? filePart::windowOf(name) : std::nullopt;
    const QString file = window ? window->file : name;
    if (!hasCodec())
        return tl::unexpected<Error>(missing(u"HAS_CODEC"_s));
    if (key.size() != KeyBytes || sodium_is_zero(key.data(), key.size()) == 1)
        return fail(ErrorCode::InvalidInput, tr("The register cannot be opened without its key. Unlock it first."));
    if (file.isEmpty() || file.contains(QChar(u'\0')))
        return fail(ErrorCode::InvalidInput, tr("This file name cannot be used. Choose another one."));
    if (auto looked = look(file, mode); !looked)
        return fail(looked);
    auto db = openChecked(file, window, key, mode, options);
    if (!db && db.error().code == ErrorCode::Damaged && !window && QFileInfo(file).size() % SmallestFile != 0)
        return fail(ErrorCode::Truncated,
            tr("The register's file is cut off: its last part is missing. Restore the newest backup."),
            db.error().detail);
    if (!db && mode != OpenMode::Create)
        return tl::unexpected<Error>(whileOpening(db.error()));
    if (mode != OpenMode::Create)
        return db;
    if (db && startsPlain(*db)) {
        close(*db);
        db = tl::unexpected<Error>(missing(u"file is plain"_s));
    }
    if (!db)
        QFile::remove(file); // ours, and nothing is in it
    return db;
}

void Engine::close(sqlite3* db)
{
    const int code = sqlite3_close_v2(db);
    if (code != SQLITE_OK)
        qCWarning(engineLog, "closing gave %d", code);
}

bool Engine::isPlain(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) && opened.read(PlainHeader.size()) == PlainHeader;
}

QString Engine::version(sqlite3* db)
{
    return answer(db, "PRAGMA cipher_version").value_or(QString());
}

} // namespace maiam
