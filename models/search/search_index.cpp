// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/search_index.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/normalise.h"

#include <algorithm>

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
    for (const RecordKind* kind : kinds::all())
        if (searches(*kind))
            if (auto done = createMissing(*kind); !done)
                return done;
    return {};
}

Result<void> SearchIndex::createMissing(const RecordKind& kind)
{
    const QString name = table(kind);
    // One and two letters begin a large part of all words: their lists are kept ready, or the first key that is typed
    // would read most of the index. detail = column: no query asks for the order of words.
    const QString sql = QStringLiteral("CREATE VIRTUAL TABLE %1 USING fts5(exact, folded, tokenize = 'unicode61 "
                                       "remove_diacritics 0', detail = column, prefix = '1 2')")
                            .arg(name);
    QString held;
    {
        auto found = m_database.query(QStringLiteral("SELECT sql FROM sqlite_master WHERE name = ?"), { name });
        if (!found)
            return fail(found);
        if (found->next())
            held = found->text(0);
    }
    if (held == sql)
        return {};
    if (!held.isEmpty())
        if (auto done = m_database.run(QStringLiteral("DROP TABLE %1").arg(name)); !done)
            return done;
    if (auto done = m_database.run(sql); !done)
        return done;
    // An erased name must leave the index's bytes too, not only its answers (journal.md, law 10).
    if (auto done = m_database.run(QStringLiteral("INSERT INTO %1(%1, rank) VALUES ('secure-delete', 1)").arg(name));
        !done)
        return done;
    return fill(kind);
}

/// Reads the kind's table into an empty index: after an upgrade that indexes otherwise.
Result<void> SearchIndex::fill(const RecordKind& kind)
{
    QStringList columns { QStringLiteral("id") };
    QList<const Field*> fields;
    for (const Field* field : kind.fields)
        if (field->search != SearchUse::No) {
            fields.append(field);
            columns.append(RecordTables::quoted(field->name));
        }
    Statement rows = m_database.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE flags & %3 = 0")
                                             .arg(columns.join(QStringLiteral(", ")), RecordTables::quoted(kind.name))
                                             .arg(RecordTables::DeletedFlag));
    while (rows.next()) {
        Values values;
        for (qsizetype i = 0; i < fields.size(); ++i)
            if (!rows.isNull(int(i) + 1))
                values.emplace(fields[i]->key(), rows.text(int(i) + 1));
        if (auto done = update(kind, rows.integer(0), {}, values); !done)
            return done;
    }
    return rows.finished();
}

std::optional<SearchIndex::Words> SearchIndex::words(const RecordKind& kind, const Values& values)
{
    const QString text = searchableText(kind, values);
    return text.isEmpty() ? std::nullopt : std::optional(Words { exactKey(text), maiam::folded(text) });
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
    const auto held = words(kind, now);
    if (!held)
        return {};
    Statement insert =
        m_database.prepared(QStringLiteral("INSERT INTO %1(rowid, exact, folded) VALUES (?, ?, ?)").arg(table(kind)));
    insert.bind(0, row);
    insert.bind(1, held->exact);
    insert.bind(2, held->folded);
    return insert.exec();
}

SearchQuery SearchQuery::fromTyped(QStringView typed)
{
    SearchQuery query;
    query.words = wordsOf(maiam::folded(typed));
    const QStringList exact = wordsOf(exactKey(typed));
    query.exact = asPrefixes(QStringLiteral("exact"), exact);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (exact.size() == 1 && std::all_of(exact.front().begin(), exact.front().end(), isDigit))
        query.digits = exact.front();
    query.folded = asPrefixes(QStringLiteral("folded"), query.words);
    return query;
}

Result<NamedSo> NamedSo::read(Result<Statement> rows, QStringView typed)
{
    if (!rows)
        return fail(rows);
    NamedSo found;
    const QString wanted = exactKey(typed);
    while (rows->next())
        (exactKey(rows->text(1)) == wanted ? found.exactly : found.alike).push_back(rows->integer(0));
    if (auto done = rows->finished(); !done)
        return fail(done);
    return found;
}

QString NamedSo::keyOf(QStringView typed)
{
    return maiam::folded(typed);
}

} // namespace maiam
