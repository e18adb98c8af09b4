// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/case_list.h"

#include "models/cases/erased_parts.h"
#include "models/records/kinds.h"
#include "models/search/search_index.h"
#include "models/sqlcipher/rows.h"
#include "models/text/partial_date.h"
#include "models/text/raw_typing.h"

#include <QSet>

namespace maiam {

namespace {
constexpr int ConflictingFlag = 2;

QString condition(CaseFilter filter)
{
    switch (filter) {
    case CaseFilter::All:
        return QStringLiteral("flags & 1 = 0");
    case CaseFilter::Open:
        return QStringLiteral("closed IS NULL AND flags & 1 = 0");
    case CaseFilter::Imported:
        return QStringLiteral("step = 'imported' AND flags & 1 = 0");
    case CaseFilter::Unsent:
        return QStringLiteral("flags & 1 = 0 AND record IN (%1)").arg(SendStates::unsentSql());
    }
    return {};
}

std::optional<UtcMs> moment(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

/// As factsOf() takes them.
QString factColumns()
{
    return QStringLiteral("c.received, c.emergency_decided, c.assessed, c.plan_start, c.plan_submitted, "
                          "c.plan_approved, c.isolation_from, c.isolation_until, c.isolation_ended, c.next_review, "
                          "c.closed, c.origin, c.emergency, c.replan_start, c.replan_submitted, c.replan_approved");
}

ClockFacts factsOf(const Statement& row, int at)
{
    ClockFacts facts;
    facts.received = row.integer(at);
    facts.emergencyDecidedAt = moment(row, at + 1);
    facts.initialAssessedAt = moment(row, at + 2);
    facts.planClockStart = moment(row, at + 3);
    facts.planSubmittedAt = moment(row, at + 4);
    facts.planApprovedAt = moment(row, at + 5);
    facts.isolationFrom = moment(row, at + 6);
    if (!row.isNull(at + 7))
        facts.isolationUntil = PartialDate::fromIso(row.text(at + 7)).earliest();
    facts.isolationEndedAt = moment(row, at + 8);
    if (!row.isNull(at + 9))
        facts.nextReview = civil::date(row.integer(at + 9));
    facts.closedAt = moment(row, at + 10);
    facts.imported = row.text(at + 11) == QStringLiteral("workbook");
    if (const auto again = moment(row, at + 13)) { // the plan of the latest review is the one whose times run
        facts.planClockStart = again;
        facts.planSubmittedAt = moment(row, at + 14);
        facts.planApprovedAt = moment(row, at + 15);
    }
    const QString emergency = row.text(at + 12);
    if (!emergency.isEmpty())
        facts.emergency = emergency == QStringLiteral("needed") ? EmergencyNeed::Needed : EmergencyNeed::NotNeeded;
    return facts;
}

/// What rows are read against.
struct Beside
{
    SendStates states;
    RestrictedChildren restricted;
};

CaseRow take(const Statement& row, const Beside& beside)
{
    CaseRow out;
    out.row = row.integer(0);
    out.id = QUuid::fromRfc4122(row.blob(1));
    out.child = QUuid::fromRfc4122(row.blob(2));
    out.code = row.text(3);
    out.restricted = beside.restricted.hides(out.child);
    if (!out.restricted) {
        out.childName = row.text(4);
        out.birth = row.text(5);
        out.sex = row.text(6);
        if (!row.isNull(7))
            out.age = row.integer(7);
        out.village = row.text(8);
        out.mother = row.text(9);
    }
    out.kind = row.text(10);
    out.step = row.text(11);
    out.facts = factsOf(row, 12);
    out.conflicting = row.integer(28) & ConflictingFlag;
    out.owner = row.blob(29);
    out.sent = beside.states.of(row.integer(30), row.integer(31));
    return out;
}

const QString& pageSql()
{
    static const QString sql =
        QStringLiteral("SELECT c.id, c.record, c.child, c.code, k.name, k.birth, k.sex, c.age, k.village, k.mother, "
                       "c.kind, c.step, %1, c.flags, c.owner, e.device, e.seq "
                       "FROM \"case\" c LEFT JOIN child k ON k.record = c.child LEFT JOIN journal_entry e ON e.id = "
                       "c.last_entry WHERE c.id = ?")
            .arg(factColumns());
    return sql;
}

/// What a search has found so far, each case once, up to a limit.
struct Hits
{
    int limit;
    std::vector<qint64> ids;
    QSet<qint64> seen;
    QSet<qint64> barred; ///< cases of hidden children to which what was typed does not lead

    [[nodiscard]] bool full() const { return int(ids.size()) >= limit; }
    void take(const std::vector<qint64>& more)
    {
        for (const qint64 id : more)
            if (!full() && !seen.contains(id)) {
                seen.insert(id);
                ids.push_back(id);
            }
    }
    Result<void> take(Result<Statement> found)
    {
        const auto more = idsOf(std::move(found));
        if (!more)
            return fail(more);
        take(*more);
        return {};
    }
    /// Of what was found by what is written about the child.
    Result<void> takeOfChild(Result<Statement> found)
    {
        auto more = idsOf(std::move(found));
        if (!more)
            return fail(more);
        std::erase_if(*more, [this](qint64 id) { return barred.contains(id); });
        take(*more);
        return {};
    }
};

/// See RestrictedChildren::mayFind().
Result<QSet<qint64>> barredCases(Database& database, QStringView typed)
{
    QSet<qint64> barred;
    const auto restricted = RestrictedChildren::read(database);
    if (!restricted)
        return fail(restricted);
    const QList<qint64> children = restricted->rows();
    for (const qint64 child : children) {
        if (restricted->mayFind(child, typed))
            continue;
        const auto cases = idsOf(database.query(
            QStringLiteral("SELECT c.id FROM child k JOIN \"case\" c ON c.child = k.record WHERE k.id = ?"),
            { child }));
        if (!cases)
            return fail(cases);
        for (const qint64 file : *cases)
            barred.insert(file);
    }
    return barred;
}

Result<void> addHits(Database& database, const QString& match, Hits& hits)
{
    static const QString byChild = QStringLiteral(
        "SELECT c.id FROM search_child s JOIN child k ON k.id = s.rowid JOIN \"case\" c ON c.child = k.record "
        "WHERE search_child MATCH ? AND c.flags & 1 = 0 LIMIT ?");
    static const QString byCode = QStringLiteral("SELECT c.id FROM search_case s JOIN \"case\" c ON c.id = s.rowid "
                                                 "WHERE search_case MATCH ? AND c.flags & 1 = 0 LIMIT ?");
    // Rows that the stage before gave come again in this one: as many more are asked for.
    const auto ask = [&](const QString& sql) {
        return database.query(sql, { match, hits.limit + int(hits.ids.size() + hits.barred.size()) });
    };
    if (hits.full())
        return {};
    // First the code of a case, as who types one means it: "0008" also ends the code of a child with another case.
    if (auto done = hits.take(ask(byCode)); !done)
        return done;
    return hits.full() ? Result<void>() : hits.takeOfChild(ask(byChild));
}

Result<NamedSo> casesOfTheNamed(Database& database, QStringView typed)
{
    static const QString sql =
        QStringLiteral("SELECT c.id, k.name FROM child k JOIN \"case\" c ON c.child = k.record "
                       "WHERE k.name_key = ? AND k.flags & 1 = 0 AND c.flags & 1 = 0 ORDER BY c.id DESC LIMIT ?");
    return NamedSo::read(database.query(sql, { NamedSo::keyOf(typed), NamedSo::Most }), typed);
}

/// With tones, then without; in each those first whose whole name it is.
Result<void> addWords(Database& database, QStringView typed, const SearchQuery& query, Hits& hits)
{
    const auto named = casesOfTheNamed(database, typed);
    if (!named)
        return fail(named);
    hits.take(named->exactly);
    if (auto done = addHits(database, query.exact, hits); !done)
        return done;
    hits.take(named->alike);
    return addHits(database, query.folded, hits);
}

/// Digits alone: the code that ends so, then personal numbers that begin so, by their index. Half of a province's
/// children share the first digits, and the full-text engine would gather all of them before it gave the first.
Result<void> addNumbers(Database& database, const QString& digits, Hits& hits)
{
    if (auto done = addHits(database, u'"' + digits + u'"', hits); !done)
        return done;
    static const QString byNumber = QStringLiteral(
        "SELECT c.id FROM child k JOIN \"case\" c ON c.child = k.record "
        "WHERE k.number >= ? AND k.number < ? AND k.flags & 1 = 0 AND c.flags & 1 = 0 ORDER BY k.number LIMIT ?");
    if (hits.full())
        return {};
    return hits.takeOfChild(
        database.query(byNumber, { digits, digits + u':', hits.limit + int(hits.ids.size()) })); // ':' follows '9'
}
} // namespace

Result<std::vector<qint64>> caseList::ids(Database& database, CaseFilter filter)
{
    return idsOf(database.query(
        QStringLiteral("SELECT id FROM \"case\" c WHERE %1 ORDER BY received DESC, id DESC").arg(condition(filter))));
}

Result<std::vector<RunningCase>> caseList::running(Database& database)
{
    // Asked for by what is left out, so that a case without a step, or with one of a newer program, is not forgotten.
    auto found = database.query(QStringLiteral(
        "SELECT c.id, c.owner, %1 FROM \"case\" c WHERE c.id IN (SELECT id FROM \"case\" WHERE closed IS "
        "NULL AND step IS NOT 'imported' AND flags & 1 = 0 UNION SELECT id FROM \"case\" WHERE "
        "isolation_from > 0 AND isolation_ended IS NULL AND flags & 1 = 0)")
                                    .arg(factColumns()));
    if (!found)
        return fail(found);
    std::vector<RunningCase> all;
    while (found->next())
        all.push_back({ found->integer(0), found->blob(1), factsOf(*found, 2) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

Result<std::vector<CaseRow>> caseList::page(Database& database, std::span<const qint64> ids, Opening opening)
{
    auto states = SendStates::read(database);
    if (!states)
        return fail(states);
    Beside beside { std::move(*states), {} };
    if (opening == Opening::WithoutReason) {
        auto restricted = RestrictedChildren::read(database);
        if (!restricted)
            return fail(restricted);
        beside.restricted = std::move(*restricted);
    }
    auto rows =
        rowsOf<CaseRow>(database.prepared(pageSql()), ids, [&](const Statement& one) { return take(one, beside); });
    if (!rows)
        return rows;
    std::vector<QUuid> nameless;
    for (const CaseRow& row : *rows)
        if (row.childName.isEmpty() && !row.restricted && !row.child.isNull())
            nameless.push_back(row.child);
    auto erased = erasedParts::nameless(database, nameless);
    if (!erased)
        return fail(erased);
    for (CaseRow& row : *rows)
        row.erased = erased->contains(row.child) && row.childName.isEmpty() && !row.restricted;
    return rows;
}

Result<std::vector<qint64>> caseList::search(Database& database, QStringView typed, int limit)
{
    const SearchQuery query = SearchQuery::fromTyped(typed);
    if (query.isEmpty())
        return ids(database);
    auto barred = barredCases(database, typed);
    if (!barred)
        return fail(barred);
    Hits hits { limit, {}, {}, std::move(*barred) };
    if (!query.digits.isEmpty())
        if (auto done = addNumbers(database, query.digits, hits); !done)
            return fail(done);
    if (auto done = addWords(database, typed, query, hits); !done)
        return fail(done);
    // "Nguyeenx" on a PC where the Vietnamese keyboard was off.
    if (hits.ids.empty() && looksLikeRawTelex(typed)) {
        const QString meant = fromRawTyping(typed);
        if (auto done = addWords(database, meant, SearchQuery::fromTyped(meant), hits); !done)
            return fail(done);
    }
    return std::move(hits.ids);
}

Result<std::vector<qint64>> caseList::ofChild(Database& database, QUuid child)
{
    return idsOf(database.query(
        QStringLiteral("SELECT id FROM \"case\" WHERE child = ? AND flags & 1 = 0 ORDER BY received DESC"),
        { child.toRfc4122() }));
}

Result<qint64> caseList::count(Database& database, CaseFilter filter)
{
    auto found = database.query(QStringLiteral("SELECT count(*) FROM \"case\" c WHERE %1").arg(condition(filter)));
    if (!found)
        return fail(found);
    return found->next() ? found->integer(0) : 0;
}

} // namespace maiam
