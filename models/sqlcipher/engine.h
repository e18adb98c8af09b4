// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;
class QVariant;

namespace maiam {

class SecretKey;

/// How a database file is opened. Creating is a call of its own, so that a mistyped name never makes an empty file.
enum class OpenMode {
    Existing, ///< read and write; the file must be there
    Create, ///< a new file; none may stand there
    ReadOnly, ///< the file must be there and is not written; side files may appear beside it
    Sealed, ///< a file that nobody writes meanwhile, such as a backup: read without side files, also from a read-only
            ///< stick. Conflict when a write-ahead log lies beside it.
};

/// What a connection may be given beside its key.
struct EngineOptions
{
    int cacheKiB = 16 * 1024; ///< page cache of one connection
    int busyTimeoutMs = 5000; ///< how long a locked file is waited for
};

/// The encrypted database engine: SQLCipher's C API, opened by the rules that keep a plain file from ever being
/// written. Nothing outside models/sqlcipher calls it.
class Engine
{
    Q_DECLARE_TR_FUNCTIONS(maiam::Engine)
public:
    /// A register key has this many bytes; they go to AES-256 as they are.
    static constexpr int KeyBytes = 32;

    /// Whether the engine that is linked into this program can encrypt at all.
    [[nodiscard]] static bool hasCodec();
    /// Opens and checks a file; every setting has been read back. The caller closes.
    [[nodiscard]] static Result<sqlite3*> open(
        const QString& file, const SecretKey& key, OpenMode mode, const EngineOptions& options);
    /// Closes; statements must have been finalised before.
    static void close(sqlite3* db);
    /// Whether a file begins with the words of a plain SQLite file.
    [[nodiscard]] static bool isPlain(const QString& file);
    /// SQLCipher's version, as in "4.6.1 community".
    [[nodiscard]] static QString version(sqlite3* db);

    /// Prepares exactly one statement; more than one in the text is refused.
    [[nodiscard]] static Result<sqlite3_stmt*> prepare(sqlite3* db, const QString& sql, bool persistent);
    /// Runs all statements of a text, one after the other, and drops their rows.
    [[nodiscard]] static Result<void> runScript(sqlite3* db, const QString& sql);
    /// The same error in the words of who wants to open: nothing was being saved.
    [[nodiscard]] static Error whileOpening(Error error);
    /// The error of the last call, in words for a person. `detail` holds codes and names of tables, never values.
    [[nodiscard]] static Error error(sqlite3* db, int code);

    /// Binds a value to the parameter with this number (from 1). Null strings and null bytes become NULL; a QUuid
    /// becomes its 16 bytes, dates and times ISO text. Returns the engine's code.
    [[nodiscard]] static int bind(sqlite3_stmt* statement, int number, const QVariant& value);
    /// The value of a column (from 0): qint64, double, QString, QByteArray or a null variant.
    [[nodiscard]] static QVariant column(sqlite3_stmt* statement, int column);
};

} // namespace maiam
