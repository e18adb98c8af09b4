// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QVariant>

#include <concepts>
#include <memory>
#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace maiam {

class Database;
struct CachedStatement;

/// One prepared statement, borrowed from its Database until this object goes; then it is reset and can be used again.
/// Positions and columns count from 0. A failure is kept: the first one shows in error(), exec() and step().
class Statement
{
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Values stay bound from one exec() to the next until they are replaced. After leaving a loop over next() before
    /// its end, reset() comes first.
    template <std::integral T> Statement& bind(int position, T value)
    {
        return bindInteger(position, static_cast<qint64>(value));
    }
    Statement& bind(int position, double value);
    /// A null string becomes NULL.
    Statement& bind(int position, const QString& value);
    /// Bytes; a null view becomes NULL.
    Statement& bind(int position, QByteArrayView value);
    Statement& bind(int position, const QByteArray& value) { return bind(position, QByteArrayView(value)); }
    Statement& bind(int position, std::nullptr_t);
    /// By the variant's type; a QUuid becomes 16 bytes.
    Statement& bindValue(int position, const QVariant& value);

    /// Runs to the end, drops rows and makes ready for the next values.
    Result<void> exec();
    /// Goes to the next row; false after the last.
    [[nodiscard]] Result<bool> step();
    /// As step(), with a failure kept in error(): look there after the loop.
    [[nodiscard]] bool next();
    /// What went wrong first, if anything did.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// The same as a Result, for passing on after a loop over next().
    [[nodiscard]] Result<void> finished() const;
    /// Back before the first row; bound values stay.
    void reset();

    /// NULL reads as 0, an empty string or no bytes.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// The bytes without a copy; valid until the next step.
    [[nodiscard]] QByteArrayView blobView(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] QString columnName(int column) const;

private:
    friend class Database;
    explicit Statement(std::shared_ptr<CachedStatement> cached);
    explicit Statement(Error error);
    Statement& bindInteger(int position, qint64 value);
    Statement& bound(int code);
    bool usable();
    /// Null when there is none or the database was closed.
    [[nodiscard]] sqlite3_stmt* live() const;
    void release();

    std::shared_ptr<CachedStatement> m_cached;
    std::optional<Error> m_error;
};

/// The first column of each row, as row ids; for lists that read their rows afterwards.
[[nodiscard]] Result<std::vector<qint64>> idsOf(Result<Statement> found);

} // namespace maiam
