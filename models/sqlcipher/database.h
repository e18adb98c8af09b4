// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/engine.h"
#include "models/sqlcipher/secret_key.h"
#include "models/sqlcipher/statement.h"
#include "models/sqlcipher/transaction.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QVariant>

#include <atomic>
#include <initializer_list>
#include <memory>

namespace maiam {

struct DatabaseState;

/// One open connection to an encrypted file. It lives in the thread that made it (interrupt() excepted), moves but
/// does not copy, and closes when it goes. Statements are cached by their text, so SQL texts should be constant and
/// values bound.
class Database
{
    Q_DECLARE_TR_FUNCTIONS(maiam::Database)
public:
    /// Opens a file with the 32 bytes of a key. Fails with NotFound, AlreadyExists, NotEncrypted (plain SQLite file),
    /// Truncated, Damaged (wrong key or damage: they cannot be told apart), ReadOnly, Busy, InvalidInput (no key).
    [[nodiscard]] static Result<Database> open(
        const QString& file, const SecretKey& key, OpenMode mode, const EngineOptions& options = {});
    /// An error of the engine in the words of who wants to open: nothing was being saved. Others as they are.
    [[nodiscard]] static Error notOpened(Error error);

    /// Runs one statement without rows. Values go to the placeholders in their order.
    Result<void> run(const QString& sql, std::initializer_list<QVariant> values = {});
    /// Runs several statements, as a schema step has them. Not a transaction by itself.
    Result<void> runScript(const QString& sqlScript);
    /// A statement with its values bound; go through its rows with next() or step().
    [[nodiscard]] Result<Statement> query(const QString& sql, std::initializer_list<QVariant> values = {});
    /// A statement for a loop of bind() and exec(). A mistake in the SQL shows at the first exec() or step().
    [[nodiscard]] Statement prepared(const QString& sql);

    /// For Qt's models and QSqlQuery. Let copies of it go before the Database does.
    [[nodiscard]] QSqlDatabase handle() const;
    /// Rowid of the last INSERT on this connection.
    [[nodiscard]] qint64 lastInsertId() const;
    /// Rows that the last INSERT, UPDATE or DELETE touched.
    [[nodiscard]] int changes() const;
    /// Whether a transaction is open.
    [[nodiscard]] bool inTransaction() const;
    /// Stops what runs at this moment with ErrorCode::Cancelled. From any thread while the Database is open.
    void interrupt();
    /// While *@p stop is true, whatever runs here ends with ErrorCode::Cancelled. Null: no longer. The flag outlives
    /// it.
    void stopWhen(const std::atomic_bool* stop);
    /// SQLCipher's version, for About.
    [[nodiscard]] QString engineVersion() const;
    /// The file's name as it was opened.
    [[nodiscard]] QString file() const;

    /// Checks every page's HMAC: that the file is what was written. Damaged when one does not hold.
    [[nodiscard]] Result<void> checkSeals();
    /// checkSeals(), then the structure of every table. Damaged when one does not hold.
    [[nodiscard]] Result<void> checkPages();
    /// Moves the write-ahead log into the file and empties it. Busy while another connection reads.
    [[nodiscard]] Result<void> checkpoint();
    /// Moves what stands in the write-ahead log into the file as far as nobody is in the way; waits for nobody.
    [[nodiscard]] Result<void> settleLog();
    /// Writes everything into a new file under another key, page by page, and checks that it is not plain.
    [[nodiscard]] Result<void> exportTo(const QString& file, const SecretKey& key);

    Database(Database&&) noexcept = default;
    Database& operator=(Database&&) noexcept = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() = default;

private:
    Result<void> moveLog(int how);
    friend class Transaction;
    explicit Database(std::shared_ptr<DatabaseState> state);
    std::shared_ptr<DatabaseState> m_state;
};

} // namespace maiam
