// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/catalogues/catalogues.h"
#include "models/directive/task_progress.h"

#include <QCoreApplication>

namespace maiam {

/// The directive's tasks as rows of a list: code, task and evidence, part, state.
class TaskTable
{
    Q_DECLARE_TR_FUNCTIONS(TaskTable)
public:
    [[nodiscard]] static QStringList headers(int year);
    /// The rows to show; a row's id is the task's code.
    [[nodiscard]] static std::vector<TableRow> rows(
        const std::vector<TaskProgress>& tasks, const Catalogues& catalogues, CatalogueLanguage language);
    /// The types of session (codes) that serve a task, in the order of the catalogue.
    [[nodiscard]] static QStringList sessionTypesFor(const QString& task, const Catalogues& catalogues);
};

} // namespace maiam
