// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/directive/task_progress.h"

#include <QHash>

namespace maiam {

/// Gathers what the register shows for the tasks: each table is read once for all tasks.
class TaskEvidenceReader
{
public:
    /// Reads the sessions of the scope. Which task a session serves stands in the catalogue "session-types".
    [[nodiscard]] static Result<TaskEvidenceReader> read(
        Database& database, const Catalogues& catalogues, const TaskScope& scope);
    /// The evidence of one task of "directive-tasks".
    [[nodiscard]] Result<TaskEvidence> of(const CatalogueEntry& task) const;

private:
    struct Held
    {
        TypeCount count;
        qint64 materials = 0;
        qint64 referred = 0;
    };
    TaskEvidenceReader(Database& database, const Catalogues& catalogues, TaskScope scope);
    Result<void> readSessions();
    void addSessions(TaskEvidence& evidence, const CatalogueEntry& task) const;
    Result<void> addPriority(TaskEvidence& evidence, const CatalogueEntry& task) const;
    Result<void> addClocks(TaskEvidence& evidence) const;

    Database* m_database;
    const Catalogues* m_catalogues;
    TaskScope m_scope;
    QHash<QString, Held> m_all; ///< by type
    QHash<QString, Held> m_withHotlines;
    QHash<QString, UtcMs> m_next;
};

} // namespace maiam
