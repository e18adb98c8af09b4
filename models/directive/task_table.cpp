// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directive/task_table.h"

namespace maiam {

namespace {
Meaning meaningOf(const TaskProgress& task)
{
    if (task.state == QLatin1String("done"))
        return Meaning::Good;
    if (task.state == QLatin1String("late"))
        return Meaning::Bad;
    return task.state == QLatin1String("going-on") ? Meaning::Current : Meaning::Plain;
}

TableCell stateCell(const TaskProgress& task, const Catalogues& catalogues, CatalogueLanguage language)
{
    TableCell cell { .text = catalogues.title(QLatin1String("task-states"), task.state, language),
        .meaning = meaningOf(task),
        .chip = true };
    // Where nobody has said how the task stands, the state is only what the evidence lets one think.
    cell.second = task.note.isEmpty() && !task.stateRecorded && task.evidence.any() ? TaskTable::tr("by the register")
                                                                                    : task.note.simplified();
    return cell;
}
} // namespace

QStringList TaskTable::headers(int year)
{
    return { tr("Code"), tr("Task, and what the register shows"), tr("Part"), tr("State in %1").arg(year) };
}

std::vector<TableRow> TaskTable::rows(
    const std::vector<TaskProgress>& tasks, const Catalogues& catalogues, CatalogueLanguage language)
{
    std::vector<TableRow> rows;
    for (const TaskProgress& task : tasks) {
        TableRow row { task.code, task.state, {} };
        row.cells.push_back({ .text = task.code, .bold = true });
        row.cells.push_back({ language == CatalogueLanguage::English ? task.titleEn : task.titleVi, task.sentence() });
        const bool lead = task.role == QLatin1String("lead");
        row.cells.push_back({ .text = catalogues.title(QLatin1String("task-roles"), task.role, language),
            .meaning = lead ? Meaning::Current : Meaning::Plain,
            .chip = true });
        row.cells.push_back(stateCell(task, catalogues, language));
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList TaskTable::sessionTypesFor(const QString& task, const Catalogues& catalogues)
{
    QStringList types;
    for (const CatalogueEntry& entry : catalogues.at(QLatin1String("session-types")).entries()) {
        const bool serves = entry.list(QLatin1String("tasks")).contains(task)
            || entry.list(QLatin1String("tasks_with_hotlines")).contains(task);
        if (serves && !entry.retired())
            types.append(entry.code);
    }
    return types;
}

} // namespace maiam
