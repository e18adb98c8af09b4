// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/fold.h"
#include "models/sqlcipher/database.h"

#include <QSet>

#include <optional>
#include <unordered_map>

namespace maiam {

/// A folded record with the row that it stands in.
struct StoredRecord
{
    qint64 row = 0;
    QByteArray owner;
    FoldedRecord folded;
};

/// The tables that screens and reports read: one a kind, made from its declaration, written only by the fold.
/// Columns: id, record, owner, flags (1 deleted, 2 conflicting, 4 incomplete), last_entry, fold (heads and conflicts),
/// the fields by name, and for kinds with a name a sort_key that puts people in Vietnamese order and a name_key, the
/// name without tones, by which look-alikes are found.
class RecordTables
{
public:
    static constexpr int DeletedFlag = 1;
    static constexpr int ConflictingFlag = 2;
    static constexpr int IncompleteFlag = 4;

    explicit RecordTables(Database& database);

    /// Makes the tables, columns and indexes that the declarations name and the register lacks. True when a column was
    /// made.
    [[nodiscard]] Result<bool> createMissing();
    /// The stored record, or nothing when its table has none.
    [[nodiscard]] Result<std::optional<StoredRecord>> load(const RecordKind& kind, QUuid id);
    /// Writes what the fold gave; returns the row. `row` is 0 for a record that has none yet.
    [[nodiscard]] Result<qint64> store(
        const RecordKind& kind, QUuid id, const QByteArray& owner, const FoldedRecord& folded, qint64 row);
    /// Removes a record whose entries no longer fold.
    [[nodiscard]] Result<void> remove(const RecordKind& kind, qint64 row);
    /// Reads one record for a screen. Errors: NotFound.
    [[nodiscard]] Result<Record> read(const RecordKind& kind, QUuid id);
    /// The same by row.
    [[nodiscard]] Result<Record> readRow(const RecordKind& kind, qint64 row);

    /// What stands beside the fields of a kind that people are found in by name.
    struct NameKeys
    {
        QByteArray order; ///< sort_key: Vietnamese order
        QString alike; ///< name_key: the name without tones
        [[nodiscard]] bool operator==(const NameKeys&) const = default;
    };
    /// True when the kind has name keys.
    [[nodiscard]] static bool hasNameKeys(const RecordKind& kind);
    /// The keys that belong to these values; nothing without a name.
    [[nodiscard]] static std::optional<NameKeys> nameKeys(const RecordKind& kind, const Values& values);

    /// A name as SQL wants it, quoted: some kinds and fields are words of SQL.
    [[nodiscard]] static QString quoted(const char* name);

private:
    Result<bool> createMissing(const RecordKind& kind);
    Result<void> createIndex(const RecordKind& kind, const char* name, const QString& columns);
    Result<void> createIndexes(const RecordKind& kind);
    Result<bool> addColumn(const RecordKind& kind, const QSet<QString>& present, const char* name, const QString& type);

    struct Sql
    {
        QString select;
        QString selectRow;
        QString insert;
        QString update;
    };
    const Sql& sql(const RecordKind& kind);
    Result<void> bindFolded(Statement& statement, const RecordKind& kind, QUuid id, const QByteArray& owner,
        const FoldedRecord& folded, int& at);
    Result<std::optional<StoredRecord>> takeRow(const RecordKind& kind, Statement& statement, QUuid* id);

    Database& m_database;
    std::unordered_map<const RecordKind*, Sql> m_sql;
};

} // namespace maiam
