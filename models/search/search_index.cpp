// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/search_index.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/normalise.h"

namespace maiam {

namespace {
QString searchableText(const RecordKind& kind, const Values& values)
{
    QString text;
    for (const Field* field : kind.fields) {
        if (field->search == SearchUse::No)
            continue;
        const auto found = values.find(field->key());
        const auto* value = found == values.end() ? nullptr : std::get_if<QString>(&found->second);
        if (value && !value->isEmpty()) {
            text += *value;
            text += u' ';
        }
    }
    return text;
}

/// Every word as a prefix, quoted: nothing that a person types is an operator.
QString asPrefixes(const QString& column, const QStringList& words)
{
    QStringList terms;
    for (const QString& word : words)
        terms.append(column + QStringLiteral(" : \"") + word + QStringLiteral("\"*"));
    return terms.join(QStringLiteral(" AND "));
}

QStringList wordsOf(const QString& text)
{
    QString plain;
    for (const QChar c : text)
        plain += c.isLetterOrNumber() || c.isMark() ? c : QChar(u' ');
    return plain.split(u' ', Qt::SkipEmptyParts);
}
} // namespace

SearchIndex::SearchIndex(Database& database)
    : m_database(database)
{
}

bool SearchIndex::searches(const RecordKind& kind)
{
    for (const Field* field : kind.fields)
        if (field->search != SearchUse::No)
            return true;
    return false;
}

QString SearchIndex::table(const RecordKind& kind)
{
    return QStringLiteral("search_") + QString::fromLatin1(kind.name);
}

Result<void> SearchIndex::createMissing()
{
    for (const RecordKind* kind : kinds::all()) {
        if (!searches(*kind))
            continue;
        if (auto done = m_database.run(QStringLiteral("CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5(exact, folded, "
                                                      "tokenize = 'unicode61 remove_diacritics 0', detail = column)")
                                           .arg(table(*kind)));
            !done)
            return done;
        // An erased name must leave the index's bytes too, not only its answers (journal.md, law 10).
        if (auto done = m_database.run(
                QStringLiteral("INSERT INTO %1(%1, rank) VALUES ('secure-delete', 1)").arg(table(*kind)));
            !done)
            return done;
    }
    return {};
}

Result<void> SearchIndex::update(const RecordKind& kind, qint64 row, const Values& before, const Values& now)
{
    if (!searches(kind))
        return {};
    const QString old = searchableText(kind, before);
    const QString text = searchableText(kind, now);
    if (old == text)
        return {};
    if (!old.isEmpty()) {
        Statement remove = m_database.prepared(QStringLiteral("DELETE FROM %1 WHERE rowid = ?").arg(table(kind)));
        remove.bind(0, row);
        if (auto done = remove.exec(); !done)
            return done;
    }
    if (text.isEmpty())
        return {};
    Statement insert =
        m_database.prepared(QStringLiteral("INSERT INTO %1(rowid, exact, folded) VALUES (?, ?, ?)").arg(table(kind)));
    insert.bind(0, row);
    insert.bind(1, exactKey(text));
    insert.bind(2, folded(text));
    return insert.exec();
}

SearchQuery SearchQuery::fromTyped(QStringView typed)
{
    SearchQuery query;
    query.words = wordsOf(maiam::folded(typed));
    query.exact = asPrefixes(QStringLiteral("exact"), wordsOf(exactKey(typed)));
    query.folded = asPrefixes(QStringLiteral("folded"), query.words);
    return query;
}

} // namespace maiam
