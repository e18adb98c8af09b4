// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/children/child_list.h"

#include "models/cases/erased_parts.h"
#include "models/cases/restricted_access.h"
#include "models/search/search_index.h"
#include "models/sqlcipher/rows.h"
#include "models/text/raw_typing.h"

#include <QSet>

#include <algorithm>

namespace maiam {

namespace {
/// Personal numbers that begin with these digits, by their index: see caseList::search().
Result<std::vector<qint64>> byNumber(Database& database, const QString& digits, int limit)
{
    return idsOf(
        database.query(QStringLiteral("SELECT id FROM child WHERE number >= ? AND number < ? AND flags & 1 = 0 "
                                      "ORDER BY number LIMIT ?"),
            { digits, digits + u':', limit }));
}

Result<std::vector<qint64>> matches(Database& database, const QString& match, int limit)
{
    return idsOf(database.query(QStringLiteral("SELECT k.id FROM search_child s JOIN child k ON k.id = s.rowid WHERE "
                                               "search_child MATCH ? AND k.flags & 1 = 0 LIMIT ?"),
        { match, limit }));
}

Result<NamedSo> named(Database& database, QStringView typed)
{
    static const QString sql =
        QStringLiteral("SELECT id, name FROM child WHERE name_key = ? AND flags & 1 = 0 ORDER BY birth DESC LIMIT ?");
    return NamedSo::read(database.query(sql, { NamedSo::keyOf(typed), NamedSo::Most }), typed);
}
} // namespace

Result<std::vector<qint64>> childList::ids(Database& database)
{
    auto all = idsOf(database.query(QStringLiteral("SELECT id FROM child WHERE flags & 1 = 0 ORDER BY sort_key")));
    if (!all)
        return all;
    const auto restricted = RestrictedChildren::read(database);
    if (!restricted)
        return fail(restricted);
    if (!restricted->isEmpty()) {
        const auto hidden =
            std::stable_partition(all->begin(), all->end(), [&](qint64 row) { return !restricted->hidesRow(row); });
        std::sort(hidden, all->end());
    }
    return all;
}

Result<std::vector<ChildRow>> childList::page(Database& database, std::span<const qint64> ids)
{
    Statement one = database.prepared(QStringLiteral(
        "SELECT k.id, k.record, k.code, k.name, k.birth, k.sex, k.mother, k.father, k.village, k.\"group\", "
        "(SELECT count(*) FROM \"case\" c WHERE c.child = k.record AND c.flags & 1 = 0) FROM child k WHERE k.id = ?"));
    const auto restricted = RestrictedChildren::read(database);
    if (!restricted)
        return fail(restricted);
    auto rows = rowsOf<ChildRow>(std::move(one), ids, [&](const Statement& row) -> ChildRow {
        const QUuid id = QUuid::fromRfc4122(row.blob(1));
        if (restricted->hides(id))
            return { row.integer(0), id, row.text(2), {}, {}, {}, {}, {}, {}, {}, row.integer(10), true };
        return { row.integer(0), id, row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7),
            row.text(8), row.text(9), row.integer(10) };
    });
    if (!rows)
        return rows;
    std::vector<QUuid> nameless;
    for (const ChildRow& row : *rows)
        if (row.name.isEmpty() && !row.restricted)
            nameless.push_back(row.id);
    auto erased = erasedParts::nameless(database, nameless);
    if (!erased)
        return fail(erased);
    for (ChildRow& row : *rows)
        row.erased = erased->contains(row.id);
    return rows;
}

Result<std::vector<qint64>> childList::search(Database& database, QStringView typed, int limit)
{
    const SearchQuery query = SearchQuery::fromTyped(typed);
    if (query.isEmpty())
        return ids(database);
    const auto restricted = RestrictedChildren::read(database);
    if (!restricted)
        return fail(restricted);
    std::vector<qint64> hits;
    QSet<qint64> seen;
    const auto add = [&](qint64 id) {
        if (int(hits.size()) >= limit || seen.contains(id))
            return;
        seen.insert(id);
        hits.push_back(id);
    };
    const auto take = [&](const Result<std::vector<qint64>>& found) -> Result<void> {
        if (!found)
            return fail(found);
        for (const qint64 id : *found)
            if (restricted->mayFind(id, typed))
                add(id);
        return {};
    };
    const auto takeWords = [&](QStringView words, const SearchQuery& wanted) -> Result<void> {
        const auto bearers = named(database, words);
        if (!bearers)
            return fail(bearers);
        for (const auto& [first, match] :
            { std::pair(&bearers->exactly, &wanted.exact), std::pair(&bearers->alike, &wanted.folded) })
        {
            std::for_each(first->begin(), first->end(), add); // whose whole name it is, hidden or not
            if (int(hits.size()) >= limit)
                return {};
            if (auto done = take(matches(database, *match, limit + int(hits.size()))); !done)
                return done;
        }
        return {};
    };
    if (!query.digits.isEmpty()) {
        if (auto done = take(matches(database, u'"' + query.digits + u'"', limit)); !done)
            return fail(done);
        if (auto done = take(byNumber(database, query.digits, limit + int(hits.size()))); !done)
            return fail(done);
    }
    if (auto done = takeWords(typed, query); !done)
        return fail(done);
    if (int(hits.size()) < limit && looksLikeRawTelex(typed)) {
        const QString meant = fromRawTyping(typed);
        if (auto done = takeWords(meant, SearchQuery::fromTyped(meant)); !done)
            return fail(done);
    }
    return hits;
}

Result<std::vector<ChildRow>> childList::lookAlikes(Database& database, QStringView name, int limit)
{
    const SearchQuery query = SearchQuery::fromTyped(name);
    if (query.words.size() < 2) // one word is most of the commune
        return std::vector<ChildRow>();
    auto found = search(database, name, limit);
    if (!found)
        return fail(found);
    return page(database, *found);
}

} // namespace maiam
