// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/agenda.h"

#include <algorithm>

namespace maiam {

namespace {
Result<std::vector<qint64>> running(Database& database)
{
    std::vector<qint64> ids;
    auto open = database.query(QStringLiteral(
        "SELECT id FROM \"case\" WHERE step IN ('intake', 'initial', 'verify', 'plan', 'approval', 'carry-out', "
        "'review') AND flags & 1 = 0 "
        "UNION SELECT id FROM \"case\" WHERE isolation_from > 0 AND isolation_ended IS NULL AND flags & 1 = 0"));
    if (!open)
        return fail(open);
    while (open->next())
        ids.push_back(open->integer(0));
    if (auto done = open->finished(); !done)
        return fail(done);
    return ids;
}

/// Fills in the first ones; a case that was taken away meanwhile goes out of the list.
Result<void> readDetails(Database& database, std::vector<DueCase>& due, size_t count)
{
    const size_t wanted = std::min(count, due.size());
    std::vector<qint64> ids;
    for (size_t i = 0; i < wanted; ++i)
        ids.push_back(due[i].file.row);
    auto rows = caseList::page(database, ids);
    if (!rows)
        return fail(rows);
    auto row = rows->begin();
    for (size_t i = 0; i < wanted; ++i) {
        if (row != rows->end() && row->row == ids[i])
            due[i].file = std::move(*row++);
        else
            due[i].file.row = 0;
    }
    std::erase_if(due, [](const DueCase& one) { return one.file.row == 0; });
    return {};
}
} // namespace

Result<Agenda> agenda::read(Database& database, const StatutoryClock& clock, UtcMs now, int soonDays, size_t detailed)
{
    const auto ids = running(database);
    if (!ids)
        return fail(ids);
    auto facts = caseList::facts(database, *ids);
    if (!facts)
        return fail(facts);
    Agenda agenda;
    const UtcMs horizon = now + qint64(soonDays) * 24 * 3600 * 1000;
    for (auto& [row, fact] : *facts) {
        auto urgent = clock.mostUrgent(fact, now);
        if (urgent && (urgent->dueAt <= horizon || urgent->unit == ClockUnit::Hours)) {
            DueCase due;
            due.file.row = row;
            due.file.facts = std::move(fact);
            due.clock = std::move(*urgent);
            agenda.due.push_back(std::move(due));
        }
    }
    std::stable_sort(agenda.due.begin(), agenda.due.end(),
        [](const DueCase& a, const DueCase& b) { return a.clock.dueAt < b.clock.dueAt; });
    if (auto done = readDetails(database, agenda.due, detailed); !done)
        return fail(done);
    auto imported = caseList::count(database, CaseFilter::Imported);
    if (!imported)
        return fail(imported);
    agenda.importedToReview = *imported;
    auto unsent = SendStates::unsentRecords(database);
    if (!unsent)
        return fail(unsent);
    agenda.unsentRecords = *unsent;
    return agenda;
}

} // namespace maiam
