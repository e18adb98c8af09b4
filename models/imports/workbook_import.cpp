// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/workbook_import.h"

#include "models/cases/file_codes.h"
#include "models/catalogues/catalogues.h"
#include "models/imports/row_matching.h"
#include "models/imports/row_reader.h"
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "models/sheets/workbook_reader.h"

#include <QJsonArray>

namespace maiam {

namespace {
QString weightName(ProblemWeight weight)
{
    switch (weight) {
    case ProblemWeight::Information:
        return QStringLiteral("information");
    case ProblemWeight::Warning:
        return QStringLiteral("warning");
    case ProblemWeight::Unusable:
        break;
    }
    return QStringLiteral("unusable");
}

const ColumnMap* mapOf(const std::vector<std::pair<QString, ColumnMap>>& columns, const QString& sheet)
{
    for (const auto& [name, map] : columns)
        if (name == sheet)
            return &map;
    return nullptr;
}

std::vector<std::pair<QString, ColumnMap>> recogniseAll(const Workbook& workbook, const Vocabulary& vocabulary)
{
    std::vector<std::pair<QString, ColumnMap>> columns;
    for (const Sheet& sheet : workbook.sheets)
        columns.emplace_back(sheet.name, recognise(sheet, vocabulary));
    return columns;
}
} // namespace

QJsonObject ImportSummary::toJson() const
{
    QJsonArray list;
    for (const ImportProblem& problem : problems) {
        QJsonObject one { { QStringLiteral("sheet"), problem.sheet }, { QStringLiteral("row"), problem.row },
            { QStringLiteral("column"), problem.column }, { QStringLiteral("title"), problem.title },
            { QStringLiteral("reason"), problem.reason }, { QStringLiteral("weight"), weightName(problem.weight) } };
        if (problem.lastRow > problem.row)
            one.insert(QStringLiteral("last_row"), problem.lastRow);
        list.append(one);
    }
    return { { QStringLiteral("rows"), rows }, { QStringLiteral("children"), children },
        { QStringLiteral("cases"), cases }, { QStringLiteral("known"), known }, { QStringLiteral("problems"), list } };
}

ImportPlan WorkbookImport::plan(
    const Workbook& workbook, const Catalogues& catalogues, const KnownChildren& existing, QDate today)
{
    ImportPlan made = read(workbook, recogniseAll(workbook, Vocabulary(catalogues)), catalogues, today);
    match(made, existing);
    return made;
}

ImportPlan WorkbookImport::plan(const Workbook& workbook, const std::vector<std::pair<QString, ColumnMap>>& columns,
    const Catalogues& catalogues, const KnownChildren& existing, QDate today)
{
    ImportPlan made = read(workbook, columns, catalogues, today);
    match(made, existing);
    return made;
}

ImportPlan WorkbookImport::read(const Workbook& workbook, const std::vector<std::pair<QString, ColumnMap>>& columns,
    const Catalogues& catalogues, QDate today)
{
    const Vocabulary vocabulary(catalogues);
    ImportPlan plan;
    plan.today = today;
    if (workbook.commentsUnread)
        plan.reading.push_back({ {}, 0, {}, {},
            tr("Comments on cells cannot be read from a workbook of this age. If it has any, open it in Excel or "
               "LibreOffice, save it as .xlsx, and choose the new file."),
            ProblemWeight::Information });
    for (const Sheet& sheet : workbook.sheets) {
        const ColumnMap* map = mapOf(columns, sheet.name);
        if (!map || !map->usable()) {
            if (!sheet.rows.isEmpty())
                plan.reading.push_back({ sheet.name, 0, {}, {},
                    tr("This sheet has no header with a column for the child's name. It was not read."),
                    ProblemWeight::Unusable });
            continue;
        }
        plan.sheets.emplace_back(sheet.name, *map);
        for (const SheetColumn& column : map->columns)
            if (column.use == ColumnUse::Unknown && !column.title.isEmpty())
                plan.reading.push_back({ sheet.name, map->firstHeaderRow, column.letter(), column.title,
                    tr("This column is not known. What stands in it goes to the note."), ProblemWeight::Warning });
        RowReader(sheet, *map, vocabulary, catalogues, today, workbook.date1904).readInto(plan);
    }
    return plan;
}

void WorkbookImport::match(ImportPlan& plan, KnownChildren existing)
{
    const RowMatching matching(plan, std::move(existing));
    plan.outcomes = matching.outcomes();
    plan.preview = matching.summary();
}

namespace {
Result<void> checkOffice(const Register& reg)
{
    if (reg.office().role != OfficeRole::Province)
        return {};
    return fail(ErrorCode::NotAllowed,
        WorkbookImport::tr(
            "The province's register keeps no children of its own. Import the workbook in the commune's register."));
}
} // namespace

Result<ImportPlan> WorkbookImport::planFile(Register& reg, const Catalogues& catalogues, const QString& file,
    const std::vector<std::pair<QString, ColumnMap>>& columns, const QString& keptUses)
{
    if (auto allowed = checkOffice(reg); !allowed)
        return fail(allowed);
    const auto workbook = readWorkbook(file);
    if (!workbook)
        return fail(workbook);
    const QDate today = civil::date(reg.clock().now());
    SheetColumns taken = columns.empty() ? recogniseAll(*workbook, Vocabulary(catalogues)) : columns;
    columnUses::takeAgain(taken, keptUses);
    ImportPlan made = read(*workbook, taken, catalogues, today);
    auto existing = reg.read([office = reg.office().id, &rows = made.rows](
                                 Database& db) { return KnownChildren::read(db, office, rows); })
                        .result();
    if (!existing)
        return fail(existing);
    match(made, std::move(*existing));
    if (made.sheets.empty())
        return fail(ErrorCode::NotAWorkbook,
            tr("No sheet of this workbook has a header with a column for the child's name. Choose the workbook in "
               "which the children are listed."));
    return made;
}

Result<void> WorkbookImport::addChildren(
    Batch& batch, const Register& reg, const RowMatching& matching, FileCodes& codes, std::vector<QUuid>& ids)
{
    for (const RowMatching::Person& person : matching.people()) {
        const KnownChild& known = matching.child(person);
        if (!person.isNew) {
            ids.push_back(known.id);
            continue;
        }
        auto code = codes.nextChild();
        if (!code)
            return fail(code);
        Record child = reg.newRecord(kinds::Child);
        for (const auto& [name, value] : known.values)
            child.setValue(*kinds::Child.field(name), value);
        child.set(ChildFields::FileCode, *code);
        child.set(ChildFields::Registered,
            person.registered.isValid() ? civil::startOf(person.registered) : reg.clock().now());
        child.set(ChildFields::Origin, QString::fromLatin1(Origin));
        child.set(ChildFields::Note, person.notes.join(u'\n'));
        ids.push_back(child.id());
        batch.add(child);
    }
    return {};
}

Result<void> WorkbookImport::addCase(
    Batch& batch, const Register& reg, const RowDraft& row, const QStringList& more, QUuid child, FileCodes& codes)
{
    // A case must have its moment to be seen in lists: without a day in the workbook the day of the import stands
    // there.
    const UtcMs received = civil::startOf(row.received.isValid() ? row.received : civil::date(reg.clock().now()));
    auto code = codes.nextCase(civil::date(received).year());
    if (!code)
        return fail(code);
    Record file = reg.newRecord(kinds::Case);
    for (const auto& [name, value] : row.file)
        file.setValue(*kinds::Case.field(name), value);
    file.set(CaseFields::FileCode, *code);
    file.set(CaseFields::Child, child);
    file.set(CaseFields::Received, received);
    file.set(CaseFields::Step, QString::fromLatin1(Step));
    file.set(CaseFields::Outcome, QString::fromLatin1(Outcome));
    file.set(CaseFields::Origin, QString::fromLatin1(Origin));
    file.set(CaseFields::Note, (row.caseNotes + more).join(u'\n'));
    batch.add(file);
    return {};
}

Result<ImportOutcome> WorkbookImport::run(Register& reg, const Catalogues& catalogues, const ImportPlan& plan,
    const Progress& progress, const std::atomic<bool>* cancel)
{
    if (auto allowed = checkOffice(reg); !allowed)
        return fail(allowed);
    const CatalogueEntry* unit = catalogues.at(QLatin1String("units")).find(reg.office().unit);
    if (!unit)
        return fail(ErrorCode::NotFound,
            tr("The office's unit is not in the catalogue of units, so codes cannot be given. Update the catalogue."));
    ImportOutcome outcome;
    const auto make = [&](Database& db) -> Result<Batch> {
        auto existing = KnownChildren::read(db, reg.office().id, plan.rows);
        if (!existing)
            return fail(existing);
        const RowMatching matching(plan, std::move(*existing));
        FileCodes codes(db, unit->text(QLatin1String("prefix")));
        Batch batch;
        batch.reason = QStringLiteral("import");
        std::vector<QUuid> ids;
        if (auto done = addChildren(batch, reg, matching, codes, ids); !done)
            return fail(done);
        for (int i = 0; i < int(plan.rows.size()); ++i) {
            if (cancel && *cancel)
                return fail(ErrorCode::Cancelled, tr("The import was stopped. Nothing was taken in."));
            const RowOutcome& row = matching.outcomes()[size_t(i)];
            if (row.newCase)
                if (auto done = addCase(batch, reg, plan.rows[size_t(i)], matching.moreCaseNotes().value(i),
                        ids[size_t(row.person)], codes);
                    !done)
                    return fail(done);
            if (progress)
                progress(i + 1, int(plan.rows.size()));
        }
        outcome.summary = matching.summary();
        outcome.batch = batch.changes.empty() ? QUuid() : batch.id;
        return batch;
    };
    const auto committed = reg.commit(Register::MakeBatch(make)).result();
    if (!committed)
        return fail(committed);
    return outcome;
}

} // namespace maiam
