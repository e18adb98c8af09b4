// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/agenda.h"

#include <algorithm>

namespace maiam {

Result<Agenda> agenda::read(Database& database, const StatutoryClock& clock, UtcMs now, int soonDays)
{
    std::vector<qint64> ids;
    {
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
    }
    auto rows = caseList::page(database, ids);
    if (!rows)
        return fail(rows);
    Agenda agenda;
    const UtcMs horizon = now + qint64(soonDays) * 24 * 3600 * 1000;
    for (CaseRow& row : *rows) {
        const auto urgent = clock.mostUrgent(row.facts, now);
        if (urgent && (urgent->dueAt <= horizon || urgent->unit == ClockUnit::Hours))
            agenda.due.push_back({ std::move(row), *urgent });
    }
    std::sort(agenda.due.begin(), agenda.due.end(),
        [](const DueCase& a, const DueCase& b) { return a.clock.dueAt < b.clock.dueAt; });
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
