// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"
#include "models/journal/journal.h"
#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/schema.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

/// The tables of a register without its journal, for tests that read: rows are put in as the fold would.
class SmallRegister
{
public:
    SmallRegister()
    {
        auto opened = maiam::Database::open(
            m_folder.filePath(QStringLiteral("r.db")), maiam::SecretKey::random(32), maiam::OpenMode::Create);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_database = std::make_unique<maiam::Database>(std::move(*opened));
        m_tables = std::make_unique<maiam::RecordTables>(*m_database);
        if (!maiam::schema::upgrade(*m_database) || !m_database->run(QStringLiteral("PRAGMA synchronous=OFF"))
            || !m_tables->createMissing())
            qFatal("no tables");
    }

    /// Stores a record; returns its row.
    qint64 add(const maiam::RecordKind& kind, const maiam::Values& values, const QByteArray& owner, QUuid id = {},
        bool deleted = false)
    {
        maiam::FoldedRecord folded;
        for (const auto& [name, value] : values)
            if (!maiam::isNull(value))
                folded.values.emplace(name, value);
        folded.deleted = deleted;
        auto row = m_tables->store(kind, id.isNull() ? maiam::recordId::create(owner) : id, owner, folded, 0);
        if (!row)
            qFatal("%s / %s", qPrintable(row.error().message), qPrintable(row.error().detail));
        return *row;
    }

    /// Writes a batch as the fold would if every record were new or changed by its newest entry.
    void apply(const maiam::Batch& batch, const QByteArray& owner)
    {
        for (const maiam::Change& change : batch.changes) {
            auto stored = m_tables->load(*change.kind, change.record);
            if (!stored)
                qFatal("not read");
            maiam::StoredRecord now = stored->value_or(maiam::StoredRecord {});
            for (const auto& [name, value] : change.values)
                now.folded.values[name] = value;
            if (!m_tables->store(*change.kind, change.record, owner, now.folded, now.row))
                qFatal("not stored");
        }
    }

    maiam::Database& database() { return *m_database; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<maiam::Database> m_database;
    std::unique_ptr<maiam::RecordTables> m_tables;
};

/// A number, or nothing.
inline maiam::Value valueOf(std::optional<qint64> number)
{
    maiam::Value value;
    if (number)
        value = *number;
    return value;
}

/// The catalogues that the program brings along.
inline const maiam::Catalogues& builtInCatalogues()
{
    static const maiam::Catalogues catalogues = [] {
        auto read = maiam::Catalogues::builtIn();
        if (!read)
            qFatal("%s / %s", qPrintable(read.error().message), qPrintable(read.error().detail));
        return std::move(*read);
    }();
    return catalogues;
}
