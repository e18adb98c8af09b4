// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/import_tables.h"

#include "models/imports/known_children.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/format.h"
#include "models/text/partial_date.h"

namespace maiam {

namespace {
Meaning meaningOf(ProblemWeight weight)
{
    if (weight == ProblemWeight::Unusable)
        return Meaning::Bad;
    return weight == ProblemWeight::Warning ? Meaning::Soon : Meaning::Plain;
}

QString outcomeText(const RowOutcome& outcome)
{
    if (outcome.known())
        return ImportTables::tr("known already");
    if (outcome.newChild && outcome.newCase)
        return ImportTables::tr("new child, new case");
    return outcome.newChild ? ImportTables::tr("new child") : ImportTables::tr("new case");
}

QString rowText(int row, int lastRow = 0)
{
    if (lastRow > row)
        return QStringLiteral("%1–%2").arg(row).arg(lastRow);
    return row > 0 ? QString::number(row) : QString();
}

QString columnText(const ImportProblem& problem)
{
    if (problem.title.isEmpty())
        return problem.column;
    return QStringLiteral("%1 · %2").arg(problem.column, problem.title);
}
} // namespace

QString ImportTables::weightName(ProblemWeight weight)
{
    switch (weight) {
    case ProblemWeight::Information:
        return tr("Note");
    case ProblemWeight::Warning:
        return tr("To look at");
    case ProblemWeight::Unusable:
        break;
    }
    return tr("Not taken in");
}

QString ImportTables::columnPlace(const QString& sheet, const SheetColumn& column, size_t sheets)
{
    return sheets > 1 ? sheet + QStringLiteral(" · ") + column.letter() : column.letter();
}

const std::vector<ColumnUse>& ImportTables::uses()
{
    static const std::vector<ColumnUse> all = [] {
        std::vector<ColumnUse> list;
        for (int use = int(ColumnUse::Unknown); use <= int(ColumnUse::Status); ++use)
            list.push_back(ColumnUse(use));
        return list;
    }();
    return all;
}

QString ImportTables::useName(ColumnUse use)
{
    switch (use) {
    case ColumnUse::Unknown:
        return tr("goes to the note");
    case ColumnUse::Number:
        return tr("number in the list");
    case ColumnUse::Name:
        return tr("full name");
    case ColumnUse::Birth:
        return tr("date of birth");
    case ColumnUse::Sex:
        return tr("sex");
    case ColumnUse::SexMale:
        return tr("sex: male");
    case ColumnUse::SexFemale:
        return tr("sex: female");
    case ColumnUse::EthnicGroup:
        return tr("ethnic group");
    case ColumnUse::PersonalNumber:
        return tr("personal number");
    case ColumnUse::Father:
        return tr("father");
    case ColumnUse::Mother:
        return tr("mother");
    case ColumnUse::Carer:
        return tr("carer");
    case ColumnUse::Residence:
        return tr("residence");
    case ColumnUse::Group:
        return tr("special circumstances");
    case ColumnUse::Received:
        return tr("day of reception");
    case ColumnUse::Source:
        return tr("source of the information");
    case ColumnUse::AbuseKind:
        return tr("kind of abuse");
    case ColumnUse::Remarks:
        return tr("remarks");
    case ColumnUse::School:
        return tr("school");
    case ColumnUse::Phone:
        return tr("telephone");
    case ColumnUse::Status:
        return tr("how it stands");
    }
    return {};
}

QStringList ImportTables::columnHeaders()
{
    return { tr("Column"), tr("Title in the workbook"), tr("Taken as") };
}

std::vector<TableRow> ImportTables::columns(const ImportPlan& plan)
{
    std::vector<TableRow> rows;
    for (const auto& [sheet, map] : plan.sheets) {
        for (const SheetColumn& column : map.columns) {
            const bool unknown = column.use == ColumnUse::Unknown;
            TableRow row { sheet + u'/' + column.letter(), {}, {} };
            row.cells.push_back({ columnPlace(sheet, column, plan.sheets.size()) });
            row.cells.push_back({ column.title });
            row.cells.push_back(
                { .text = useName(column.use), .meaning = unknown ? Meaning::Soon : Meaning::Good, .chip = true });
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

QStringList ImportTables::rowHeaders()
{
    return { tr("Row"), tr("Full name"), tr("Date of birth"), tr("Residence"), tr("Received"),
        tr("What becomes of it") };
}

std::vector<TableRow> ImportTables::firstRows(const ImportPlan& plan)
{
    std::vector<TableRow> rows;
    for (size_t i = 0; i < plan.rows.size() && i < size_t(FirstRows); ++i) {
        const RowDraft& draft = plan.rows[i];
        const RowOutcome outcome = i < plan.outcomes.size() ? plan.outcomes[i] : RowOutcome {};
        TableRow row { QStringLiteral("%1/%2").arg(draft.sheet).arg(draft.row), {}, {} };
        row.cells.push_back({ rowText(draft.row) });
        row.cells.push_back({ .text = textOf(draft.child, ChildFields::Name), .bold = true });
        row.cells.push_back({ PartialDate::fromIso(textOf(draft.child, ChildFields::Birth)).toString() });
        row.cells.push_back({ textOf(draft.child, ChildFields::Village) });
        row.cells.push_back({ formatDate(draft.received) });
        row.cells.push_back({ .text = outcomeText(outcome),
            .meaning = outcome.known() ? Meaning::Plain : Meaning::Current,
            .chip = true });
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList ImportTables::problemHeaders()
{
    return { tr("Row"), tr("Column"), tr("What to look at"), tr("Weight") };
}

std::vector<TableRow> ImportTables::problems(
    const std::vector<ImportProblem>& problems, std::optional<ProblemWeight> weight, const QString& text)
{
    const QString wanted = folded(text);
    std::vector<TableRow> rows;
    for (const ImportProblem& problem : problems) {
        if (weight && problem.weight != *weight)
            continue;
        const QString column = columnText(problem);
        const QString all = rowText(problem.row, problem.lastRow) + u' ' + column + u' ' + problem.reason;
        if (!wanted.isEmpty() && !folded(all).contains(wanted))
            continue;
        TableRow row { QStringLiteral("%1/%2/%3").arg(problem.sheet).arg(problem.row).arg(problem.column), {}, {} };
        row.cells.push_back({ rowText(problem.row, problem.lastRow), problem.sheet });
        row.cells.push_back({ problem.column, problem.title });
        row.cells.push_back({ problem.reason });
        row.cells.push_back({ .text = weightName(problem.weight), .meaning = meaningOf(problem.weight), .chip = true });
        rows.push_back(std::move(row));
    }
    return rows;
}

SheetTable ImportTables::problemSheet(const std::vector<ImportProblem>& problems)
{
    SheetTable table;
    table.name = tr("To look at");
    table.columns = { tr("Sheet"), tr("Row"), tr("Column"), tr("Title"), tr("What to look at"), tr("Weight") };
    for (const ImportProblem& problem : problems) {
        table.rows.append({ Cell::ofText(problem.sheet), problem.row > 0 ? Cell::ofNumber(problem.row) : Cell(),
            Cell::ofText(problem.column), Cell::ofText(problem.title), Cell::ofText(problem.reason),
            Cell::ofText(weightName(problem.weight)) });
    }
    return table;
}

} // namespace maiam
