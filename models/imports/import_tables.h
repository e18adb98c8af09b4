// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/imports/import_plan.h"
#include "models/sheets/workbook_writer.h"

#include <QCoreApplication>

namespace maiam {

/// What an import found, as rows of lists and as a table to be saved.
class ImportTables
{
    Q_DECLARE_TR_FUNCTIONS(ImportTables)
public:
    static constexpr int FirstRows = 20; ///< how many rows the preview shows

    [[nodiscard]] static QStringList columnHeaders();
    /// Every column of every sheet that was read, and what it was taken for.
    [[nodiscard]] static std::vector<TableRow> columns(const ImportPlan& plan);
    [[nodiscard]] static QStringList rowHeaders();
    /// The first rows as they will come in.
    [[nodiscard]] static std::vector<TableRow> firstRows(const ImportPlan& plan);
    [[nodiscard]] static QStringList problemHeaders();
    /// The problems of a weight, all without one, whose place or reason holds the text.
    [[nodiscard]] static std::vector<TableRow> problems(
        const std::vector<ImportProblem>& problems, std::optional<ProblemWeight> weight, const QString& text = {});
    /// The problems as a table that leaves the program: places and reasons, no value of a child.
    [[nodiscard]] static SheetTable problemSheet(const std::vector<ImportProblem>& problems);
    [[nodiscard]] static QString weightName(ProblemWeight weight);
    /// Everything that a column can be taken as, in the order in which it is offered.
    [[nodiscard]] static const std::vector<ColumnUse>& uses();
    /// The name of what a column holds.
    [[nodiscard]] static QString useName(ColumnUse use);
};

} // namespace maiam
