// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directive/task_progress.h"

#include "models/catalogues/catalogues.h"
#include "models/directive/task_evidence.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QHash>

namespace maiam {

namespace {
struct Said
{
    QString state;
    QString note;
};

Result<QHash<QString, Said>> saidBy(Database& database, const TaskScope& scope)
{
    auto rows = database.query(
        QStringLiteral("SELECT task, state, note FROM task WHERE year = ? AND owner = ? AND flags & 1 = 0"),
        { scope.year, scope.office });
    if (!rows)
        return fail(rows);
    QHash<QString, Said> said;
    while (rows->next())
        said.insert(rows->text(0), { rows->text(1), rows->text(2) });
    if (auto done = rows->finished(); !done)
        return fail(done);
    return said;
}

void decideState(TaskProgress& task, const Said& said, const Catalogue& states, const TaskScope& scope)
{
    task.stateRecorded = !said.state.isEmpty();
    task.note = said.note;
    task.state = task.stateRecorded ? said.state
        : task.evidence.any()       ? QStringLiteral("going-on")
                                    : QStringLiteral("not-started");
    const CatalogueEntry* state = states.find(task.state);
    const bool final = state && state->flag(QLatin1String("final"));
    // Only what an office leads can be late: phối hợp is never shown as its own failure.
    if (!final && task.role == QLatin1String("lead") && scope.now >= scope.yearEnd)
        task.state = QStringLiteral("late");
}

/// A task that only heads others stands as they do, until the officer says otherwise.
void followParts(TaskProgress& task, const QStringList& parts, const std::vector<TaskProgress>& tasks)
{
    int done = 0, begun = 0;
    for (const TaskProgress& part : tasks) {
        if (!parts.contains(part.code))
            continue;
        done += part.state == QLatin1String("done");
        begun += part.state != QLatin1String("not-started");
    }
    if (done > 0 && done == parts.size())
        task.state = QStringLiteral("done");
    else if (begun > 0 && task.state == QLatin1String("not-started"))
        task.state = QStringLiteral("going-on");
}
} // namespace

Result<std::vector<TaskProgress>> taskProgress::read(
    Database& database, const Catalogues& catalogues, const TaskScope& scope)
{
    auto said = saidBy(database, scope);
    if (!said)
        return fail(said);
    auto evidence = TaskEvidenceReader::read(database, catalogues, scope);
    if (!evidence)
        return fail(evidence);
    std::vector<TaskProgress> tasks;
    for (const CatalogueEntry& entry : catalogues.at(QLatin1String("directive-tasks")).entries()) {
        if (entry.retired())
            continue;
        TaskProgress task;
        task.code = entry.code;
        task.section = entry.text(QLatin1String("section"));
        task.titleVi = entry.vi;
        task.titleEn = entry.en;
        task.text = entry.text(QLatin1String("text"));
        task.role = scope.province ? QStringLiteral("lead") : entry.text(QLatin1String("role"));
        task.evidenceKind = entry.text(QLatin1String("evidence"));
        auto of = evidence->of(entry);
        if (!of)
            return fail(of);
        task.evidence = std::move(*of);
        decideState(task, said->value(entry.code), catalogues.at(QLatin1String("task-states")), scope);
        tasks.push_back(std::move(task));
    }
    for (TaskProgress& task : tasks)
        if (const CatalogueEntry* entry = catalogues.at(QLatin1String("directive-tasks")).find(task.code);
            entry && !task.stateRecorded)
            followParts(task, entry->list(QLatin1String("children")), tasks);
    return tasks;
}

Result<Batch> taskProgress::setTask(Database& database, const Catalogues& catalogues, const QByteArray& office,
    const QString& code, int year, const QString& state, const QString& note)
{
    const CatalogueEntry* chosen = catalogues.at(QLatin1String("task-states")).find(state);
    if (!catalogues.at(QLatin1String("directive-tasks")).contains(code) || year < 2000 || year > 2200)
        return fail(ErrorCode::InvalidInput,
            TaskProgress::tr("There is no such task in this year. Choose the task from the list again."));
    if (!chosen || chosen->flag(QLatin1String("computed")))
        return fail(ErrorCode::InvalidInput,
            TaskProgress::tr("This state cannot be chosen. Choose how the task stands from the list."));
    if (chosen->flag(QLatin1String("needs_reason")) && note.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput,
            TaskProgress::tr("Why the task was stopped is missing. Write the reason in the note."));
    const QUuid id = recordId::named(office, "task/" + code.toUtf8() + '/' + QByteArray::number(year));
    auto stored = RecordTables(database).read(kinds::Task, id);
    if (!stored && stored.error().code != ErrorCode::NotFound)
        return fail(stored);
    Record record = stored ? std::move(*stored) : Record(kinds::Task, id);
    record.set(TaskFields::Task, code);
    record.set(TaskFields::Year, qint64(year));
    record.set(TaskFields::State, state);
    record.set(TaskFields::Note, note.trimmed());
    Batch batch;
    batch.add(record);
    return batch;
}

namespace {
QString formattedMs(qint64 ms)
{
    const qint64 minutes = ms / 60000;
    return TaskProgress::tr("%1 h %2′").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString people(qint64 count)
{
    return TaskProgress::tr("%n people", nullptr, int(count));
}

QString sessions(qint64 count)
{
    return TaskProgress::tr("%n session(s)", nullptr, int(count));
}

QString nextText(const TaskEvidence& shown)
{
    return shown.nextPlanned
        ? TaskProgress::tr("next on %1").arg(civil::date(*shown.nextPlanned).toString(QStringLiteral("dd/MM")))
        : QString();
}

QStringList clockLine(const TaskEvidence& shown)
{
    QStringList parts { TaskProgress::tr("%1 of %2 assessed within 12 hours").arg(shown.inTime).arg(shown.due) };
    if (shown.medianMs)
        parts.append(TaskProgress::tr("median %1").arg(formattedMs(*shown.medianMs)));
    if (shown.openClocks > 0)
        parts.append(TaskProgress::tr("%n open clock(s)", nullptr, int(shown.openClocks)));
    return parts;
}

QStringList supportLine(const TaskEvidence& shown)
{
    QStringList parts { TaskProgress::tr("%1 of %2 cases supported").arg(shown.supported).arg(shown.cases) };
    if (shown.meanDaysToSupport)
        parts.append(TaskProgress::tr("%1 days from the report on average").arg(*shown.meanDaysToSupport, 0, 'f', 1));
    return parts;
}

QStringList sessionLine(const QString& kind, const TaskEvidence& shown)
{
    QStringList parts { sessions(shown.sessions) };
    if (kind == QLatin1String("communication-hotlines"))
        parts.append(TaskProgress::tr("%n leaflet(s) and card(s)", nullptr, int(shown.materials)));
    else if (kind == QLatin1String("training-children"))
        parts.append(TaskProgress::tr("%1 children (%2 girls)").arg(shown.people).arg(shown.female));
    else if (kind == QLatin1String("points"))
        parts.append({ TaskProgress::tr("%n visit(s)", nullptr, int(shown.people)),
            TaskProgress::tr("%n sent on as cases", nullptr, int(shown.referred)) });
    else
        parts.append(people(shown.people));
    if (kind == QLatin1String("training-children") || kind == QLatin1String("officers"))
        parts.append(TaskProgress::tr("%1 hours").arg(double(shown.minutes) / 60, 0, 'f', 1));
    return parts;
}
} // namespace

QString TaskProgress::sentence() const
{
    QStringList parts;
    if (evidenceKind == QLatin1String("clocks")) {
        if (evidence.cases > 0)
            parts = clockLine(evidence);
    } else if (evidenceKind == QLatin1String("priority-support")) {
        if (evidence.cases > 0)
            parts = supportLine(evidence);
    } else if (evidence.sessions > 0 || evidence.materials > 0) {
        parts = sessionLine(evidenceKind, evidence);
    }
    parts.append(nextText(evidence));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace maiam
