// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/agenda.h"

#include <algorithm>

namespace maiam {

namespace {
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
/// The earliest year whose holidays are missing among this one and those in which counts of working days end.
void noteYear(std::optional<int>& unknown, const WorkingCalendar& calendar, int year)
{
    if (!calendar.knowsYear(year))
        unknown = std::min(unknown.value_or(year), year);
}
} // namespace

Result<std::vector<DueIncident>> agenda::incidents(Database& database, const StatutoryClock& clock, UtcMs now)
{
    auto ids = incidentList::waiting(database);
    if (!ids)
        return fail(ids);
    auto rows = incidentList::page(database, *ids);
    if (!rows)
        return fail(rows);
    std::vector<DueIncident> due;
    for (IncidentRow& row : *rows) {
        ClockState state = clock.leakNotice(row.found, row.sent, row.closed, now);
        due.push_back({ std::move(row), std::move(state) });
    }
    return due;
}

Result<Agenda> agenda::read(Database& database, const StatutoryClock& clock, UtcMs now, int soonDays, size_t detailed)
{
    auto running = caseList::running(database);
    if (!running)
        return fail(running);
    Agenda agenda;
    noteYear(agenda.unknownYear, clock.calendar(), civil::date(now).year());
    const UtcMs horizon = now + qint64(soonDays) * 24 * 3600 * 1000;
    for (RunningCase& one : *running) {
        auto urgent = clock.mostUrgent(one.facts, now);
        if (urgent && urgent->unit == ClockUnit::WorkingDays && urgent->dueAt >= now)
            noteYear(agenda.unknownYear, clock.calendar(), urgent->dueDate().year());
        if (urgent && (urgent->dueAt <= horizon || urgent->unit == ClockUnit::Hours)) {
            DueCase due;
            due.file.row = one.row;
            due.file.facts = std::move(one.facts);
            due.clock = std::move(*urgent);
            agenda.due.push_back(std::move(due));
        }
    }
    std::stable_sort(agenda.due.begin(), agenda.due.end(),
        [](const DueCase& a, const DueCase& b) { return a.clock.dueAt < b.clock.dueAt; });
    if (auto done = readDetails(database, agenda.due, detailed); !done)
        return fail(done);
    auto leaks = incidents(database, clock, now);
    if (!leaks)
        return fail(leaks);
    agenda.incidents = std::move(*leaks);
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
