// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/import_plan.h"
#include "models/imports/known_children.h"
#include "models/journal/journal.h"
#include "models/sheets/sheet.h"

#include <QCoreApplication>

#include <atomic>
#include <functional>

namespace maiam {

class Catalogues;
class FileCodes;
class Register;
class RowMatching;

/// What an import wrote.
struct ImportOutcome
{
    ImportSummary summary;
    QUuid batch; ///< all of it; null when nothing was new
};

/// The office's old workbook (sổ theo dõi) becomes children and cases. Three steps, each a value that a screen can
/// show: recognise() the columns, plan() the rows, run() the plan. Nothing is written before run(). A row is a case
/// when it names a kind of abuse or its group is one of abused or endangered children; else it is a child in special
/// circumstances. Cases come in as "imported": their statutory times are not measured.
class WorkbookImport
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookImport)
public:
    /// Values of ChildFields::Origin and CaseFields::Origin, CaseFields::Step and CaseFields::Outcome.
    static constexpr char Origin[] = "workbook";
    static constexpr char Step[] = "imported";
    static constexpr char Outcome[] = "case";

    /// How far a run is: rows done of all; called in the writer's thread.
    using Progress = std::function<void(int done, int all)>;

    /// Reads all sheets that have a header with the child's name; others are named in the problems. The day decides on
    /// two-digit years and what lies in the future.
    [[nodiscard]] static ImportPlan plan(
        const Workbook& workbook, const Catalogues& catalogues, const KnownChildren& existing, QDate today);
    /// The same with columns that an officer has corrected, by name of the sheet.
    [[nodiscard]] static ImportPlan plan(const Workbook& workbook,
        const std::vector<std::pair<QString, ColumnMap>>& columns, const Catalogues& catalogues,
        const KnownChildren& existing, QDate today);
    /// Reads a file and plans it against the register; with columns that an officer has corrected, or with what was
    /// kept of such columns (columnUses), if any. Blocking.
    /// Errors: those of readWorkbook(); NotAWorkbook where no sheet has a header that can be read.
    [[nodiscard]] static Result<ImportPlan> planFile(Register& reg, const Catalogues& catalogues, const QString& file,
        const std::vector<std::pair<QString, ColumnMap>>& columns = {}, const QString& keptUses = {});

    /// Writes a plan as one batch in one transaction, matched once more against the register as it stands then.
    /// Blocking; call it outside the window's thread. Errors: Cancelled and whatever the register says; nothing is
    /// written then. NotAllowed in a register of the province, which keeps no children of its own.
    [[nodiscard]] static Result<ImportOutcome> run(Register& reg, const Catalogues& catalogues, const ImportPlan& plan,
        const Progress& progress = {}, const std::atomic<bool>* cancel = nullptr);

private:
    static ImportPlan read(const Workbook& workbook, const std::vector<std::pair<QString, ColumnMap>>& columns,
        const Catalogues& catalogues, QDate today);
    static void match(ImportPlan& plan, KnownChildren existing);
    static Result<void> addChildren(
        Batch& batch, const Register& reg, const RowMatching& matching, FileCodes& codes, std::vector<QUuid>& ids);
    static Result<void> addCase(
        Batch& batch, const Register& reg, const RowDraft& row, const QStringList& more, QUuid child, FileCodes& codes);
};

} // namespace maiam
