// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directive/task_evidence.h"

#include "models/catalogues/catalogues.h"
#include "models/directive/counted_cases.h"

#include <algorithm>

namespace maiam {

namespace {
using namespace countedCases;
constexpr double MsPerDay = 86400000.0;

QVariant ownerValue(const TaskScope& scope)
{
    return scope.owner ? QVariant(*scope.owner) : QVariant();
}

const QString& inScope()
{
    static const QString text = QStringLiteral("c.received >= ?1 AND c.received < ?2 AND c.flags & 1 = 0 AND ")
        + ownedBy(QStringLiteral("c"), QStringLiteral("?3"));
    return text;
}
} // namespace

TaskEvidenceReader::TaskEvidenceReader(Database& database, const Catalogues& catalogues, TaskScope scope)
    : m_database(&database)
    , m_catalogues(&catalogues)
    , m_scope(std::move(scope))
{
}

Result<TaskEvidenceReader> TaskEvidenceReader::read(
    Database& database, const Catalogues& catalogues, const TaskScope& scope)
{
    TaskEvidenceReader reader(database, catalogues, scope);
    if (auto done = reader.readSessions(); !done)
        return fail(done);
    return reader;
}

Result<void> TaskEvidenceReader::readSessions()
{
    static const QString sql = QStringLiteral(
        "SELECT type, coalesce(hotlines, 0) <> 0, count(*), sum(coalesce(male, 0)), sum(coalesce(female, 0)), "
        "sum(coalesce(unspecified, 0)), sum(coalesce(minutes, 0)), sum(coalesce(materials, 0)), sum(coalesce(referred, "
        "0)) "
        "FROM session c WHERE starts >= ?1 AND starts < ?2 AND flags & 1 = 0 AND state = 'held' AND %1 GROUP BY 1, 2")
                                   .arg(ownedBy(QStringLiteral("c"), QStringLiteral("?3")));
    auto rows = m_database->query(sql, { m_scope.begin, m_scope.end, ownerValue(m_scope) });
    if (!rows)
        return fail(rows);
    const auto add = [&](Held& held) {
        held.count.type = rows->text(0);
        held.count.sessions += rows->integer(2);
        held.count.male += rows->integer(3);
        held.count.female += rows->integer(4);
        held.count.people += rows->integer(3) + rows->integer(4) + rows->integer(5);
        held.count.minutes += rows->integer(6);
        held.materials += rows->integer(7);
        held.referred += rows->integer(8);
    };
    while (rows->next()) {
        add(m_all[rows->text(0)]);
        if (rows->integer(1))
            add(m_withHotlines[rows->text(0)]);
    }
    if (auto done = rows->finished(); !done)
        return done;
    static const QString planned = QStringLiteral("SELECT type, min(starts) FROM session c WHERE starts >= ?1 AND "
                                                  "flags & 1 = 0 AND state = 'planned' AND %1 GROUP BY type")
                                       .arg(ownedBy(QStringLiteral("c"), QStringLiteral("?2")));
    auto next = m_database->query(planned, { m_scope.now, ownerValue(m_scope) });
    if (!next)
        return fail(next);
    while (next->next())
        m_next.insert(next->text(0), next->integer(1));
    return next->finished();
}

Result<TaskEvidence> TaskEvidenceReader::of(const CatalogueEntry& task) const
{
    TaskEvidence evidence;
    const QString kind = task.text(QLatin1String("evidence"));
    Result<void> done;
    if (kind == QLatin1String("priority-support"))
        done = addPriority(evidence, task);
    else if (kind == QLatin1String("clocks"))
        done = addClocks(evidence);
    else
        addSessions(evidence, task);
    if (!done)
        return fail(done);
    return evidence;
}

void TaskEvidenceReader::addSessions(TaskEvidence& evidence, const CatalogueEntry& task) const
{
    for (const CatalogueEntry& type : m_catalogues->at(QLatin1String("session-types")).entries()) {
        const bool always = type.list(QLatin1String("tasks")).contains(task.code);
        if (!always && !type.list(QLatin1String("tasks_with_hotlines")).contains(task.code))
            continue;
        const Held held = (always ? m_all : m_withHotlines).value(type.code);
        if (held.count.sessions > 0)
            evidence.types.push_back(held.count);
        evidence.sessions += held.count.sessions;
        evidence.people += held.count.people;
        evidence.male += held.count.male;
        evidence.female += held.count.female;
        evidence.minutes += held.count.minutes;
        evidence.materials += held.materials;
        evidence.referred += held.referred;
        if (const auto next = m_next.constFind(type.code); next != m_next.constEnd())
            evidence.nextPlanned = std::min(evidence.nextPlanned.value_or(*next), *next);
    }
}

Result<void> TaskEvidenceReader::addPriority(TaskEvidence& evidence, const CatalogueEntry& task) const
{
    const QStringList kinds = task.list(QLatin1String("abuse_kinds"));
    static const QString sql = QStringLiteral("SELECT c.kind, count(*), count(c.supported), sum(max(c.supported - "
                                              "c.received, 0)) FROM \"case\" c WHERE %1 AND %2 GROUP BY c.kind")
                                   .arg(inScope(), opened());
    auto rows = m_database->query(sql, { m_scope.begin, m_scope.end, ownerValue(m_scope) });
    if (!rows)
        return fail(rows);
    qint64 waited = 0;
    while (rows->next()) {
        if (!kinds.contains(rows->text(0)))
            continue;
        evidence.cases += rows->integer(1);
        evidence.supported += rows->integer(2);
        waited += rows->integer(3);
    }
    if (evidence.supported > 0)
        evidence.meanDaysToSupport = double(waited) / MsPerDay / double(evidence.supported);
    return rows->finished();
}

Result<void> TaskEvidenceReader::addClocks(TaskEvidence& evidence) const
{
    static const QString counts = QStringLiteral(
        "SELECT coalesce(sum(%2), 0), coalesce(sum(%3), 0), coalesce(sum(%4), 0) FROM \"case\" c WHERE %1")
                                      .arg(inScope(), opened(), assessmentDue(QStringLiteral("?4")), assessedInTime());
    auto row = m_database->query(counts, { m_scope.begin, m_scope.end, ownerValue(m_scope), m_scope.now });
    if (!row)
        return fail(row);
    if (row->next()) {
        evidence.cases = row->integer(0);
        evidence.due = row->integer(1);
        evidence.inTime = row->integer(2);
    }
    if (auto done = row->finished(); !done)
        return done;

    static const QString durations =
        QStringLiteral("SELECT c.assessed - c.received FROM \"case\" c WHERE %1 AND %2 AND %3 AND "
                       "c.assessed >= c.received")
            .arg(inScope(), opened(), measured());
    auto spans = m_database->query(durations, { m_scope.begin, m_scope.end, ownerValue(m_scope) });
    if (!spans)
        return fail(spans);
    std::vector<qint64> all;
    while (spans->next())
        all.push_back(spans->integer(0));
    if (auto done = spans->finished(); !done)
        return done;
    if (!all.empty()) {
        const auto middle = all.begin() + std::ptrdiff_t((all.size() - 1) / 2);
        std::nth_element(all.begin(), middle, all.end());
        evidence.medianMs = *middle;
    }

    // Open today, whenever it came in: a clock does not stop at the turn of the year.
    static const QString open = QStringLiteral(
        "SELECT count(*) FROM \"case\" c WHERE c.closed IS NULL AND c.flags & 1 = 0 AND "
        "(c.assessed IS NULL OR (c.plan_submitted IS NULL AND c.plan_approved IS NULL)) AND %1 AND %2 AND %3")
                                    .arg(opened(), measured(), ownedBy(QStringLiteral("c"), QStringLiteral("?1")));
    auto clocks = m_database->query(open, { ownerValue(m_scope) });
    if (!clocks)
        return fail(clocks);
    if (clocks->next())
        evidence.openClocks = clocks->integer(0);
    return clocks->finished();
}

} // namespace maiam
