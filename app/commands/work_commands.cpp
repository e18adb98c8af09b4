// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "models/cases/case_list.h"
#include "models/demo/generator.h"
#include "models/imports/workbook_import.h"
#include "models/search/search_index.h"

#include <QJsonArray>

namespace maiam {

namespace {
/// "Sổ, row 12, column D: ", as far as it is known.
QString placeOf(const ImportProblem& problem)
{
    QStringList parts;
    if (!problem.sheet.isEmpty())
        parts.append(problem.sheet);
    if (problem.lastRow > problem.row)
        parts.append(Commands::tr("rows %1–%2").arg(problem.row).arg(problem.lastRow));
    else if (problem.row > 0)
        parts.append(Commands::tr("row %1").arg(problem.row));
    if (!problem.column.isEmpty())
        parts.append(Commands::tr("column %1").arg(problem.column));
    return parts.isEmpty() ? QString() : parts.join(QStringLiteral(", ")) + QStringLiteral(": ");
}
} // namespace

Result<CommandOutput> commands::import(const CommandCall& call)
{
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    auto plan = WorkbookImport::planFile(**reg, call.catalogues, call.files().constFirst());
    if (!plan)
        return fail(plan);
    ImportSummary summary = plan->preview;
    if (!call.has("dry-run")) {
        auto outcome = WorkbookImport::run(**reg, call.catalogues, *plan);
        if (!outcome)
            return fail(outcome);
        summary = std::move(outcome->summary);
    }
    CommandOutput out;
    out.json = summary.toJson();
    out.lines.append(Commands::tr("%1 rows: %2 children and %3 cases are new, %4 rows were known.")
                         .arg(summary.rows)
                         .arg(summary.children)
                         .arg(summary.cases)
                         .arg(summary.known));
    for (const ImportProblem& problem : summary.problems)
        out.lines.append(placeOf(problem) + problem.reason);
    return out;
}

Result<CommandOutput> commands::search(const CommandCall& call)
{
    const QString typed = call.files().constFirst();
    if (SearchQuery::fromTyped(typed)
            .isEmpty()) // in the window that is the whole list; here every name would be printed
        return fail(ErrorCode::Usage, Commands::tr("Nothing to search for: name a letter or a digit at least."));
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    auto rows = (*reg)
                    ->read([typed](Database& db) -> Result<std::vector<CaseRow>> {
                        auto ids = caseList::search(db, typed);
                        if (!ids)
                            return fail(ids);
                        return caseList::page(db, *ids);
                    })
                    .result();
    if (!rows)
        return fail(rows);
    if (!rows->empty()) { // names go to the terminal
        const auto noted = (*reg)->recordAccess(AccessAct::Opened, nullptr, { QUuid() }, qint64(rows->size())).result();
        if (!noted)
            return fail(noted);
    }
    CommandOutput out;
    QJsonArray hits;
    for (const CaseRow& row : *rows) {
        hits.append(QJsonObject { { QStringLiteral("code"), row.code }, { QStringLiteral("name"), row.childName },
            { QStringLiteral("birth"), row.birth }, { QStringLiteral("kind"), row.kind },
            { QStringLiteral("step"), row.step }, { QStringLiteral("restricted"), row.restricted } });
        out.lines.append(QStringList { row.code, row.restricted ? Commands::tr("restricted access") : row.childName,
            row.birth, call.catalogues.title(QLatin1String("abuse-kinds"), row.kind, CatalogueLanguage::Vietnamese),
            call.catalogues.title(QLatin1String("steps"), row.step, CatalogueLanguage::Vietnamese) }
                             .join(QStringLiteral(" · ")));
    }
    out.json.insert(QStringLiteral("hits"), hits);
    if (hits.isEmpty())
        out.lines.append(Commands::tr("Nothing was found."));
    return out;
}

Result<CommandOutput> commands::generate(const CommandCall& call)
{
    auto children = call.number("children"), cases = call.number("cases"), sessions = call.number("sessions"),
         seed = call.number("seed");
    for (const auto* number : { &children, &cases, &sessions, &seed })
        if (!*number)
            return fail(*number);
    std::unique_ptr<Register> reg;
    if (Register::exists(call.value("register"))) {
        auto opened = call.open();
        if (!opened)
            return fail(opened);
        reg = std::move(*opened);
    } else {
        auto words = call.passphrase();
        if (!words)
            return fail(words);
        NewRegister wanted;
        wanted.folder = call.value("register");
        wanted.unit = QStringLiteral("06838");
        wanted.officeName = QStringLiteral("UBND xã Bình Liêu");
        wanted.login = wanted.displayName = QStringLiteral("Cán bộ mẫu");
        wanted.passphrase = *words;
        wanted.demo = true;
        auto made = Register::create(wanted);
        if (!made)
            return fail(made);
        reg = std::move(made->reg);
    }
    auto done = demo::generate(*reg, { *children, *cases, *sessions, quint32(*seed) });
    if (!done)
        return fail(done);
    CommandOutput out;
    out.json = { { QStringLiteral("children"), *children }, { QStringLiteral("cases"), *cases },
        { QStringLiteral("sessions"), *sessions }, { QStringLiteral("seed"), *seed } };
    out.lines.append(Commands::tr("Fictional data has been written: %1 children, %2 cases, %3 sessions.")
                         .arg(*children)
                         .arg(*cases)
                         .arg(*sessions));
    return out;
}

} // namespace maiam
