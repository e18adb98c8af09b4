// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/session_list.h"
#include "models/base/cell_table.h"
#include "models/catalogues/catalogues.h"

#include <QCoreApplication>

namespace maiam {

/// Sessions as rows of a list: when, what, subject and place, who came, hotlines, state.
class SessionTable
{
    Q_DECLARE_TR_FUNCTIONS(SessionTable)
public:
    [[nodiscard]] static QStringList headers();
    /// Reads every session, newest first; runs in the reader's thread.
    [[nodiscard]] static Result<std::vector<SessionRow>> readAll(Database& database);
    /// The rows to show; a row's id is the record's, its filter the state.
    [[nodiscard]] static std::vector<TableRow> rows(
        const std::vector<SessionRow>& sessions, const Catalogues& catalogues, CatalogueLanguage language);
    /// "12 men, 30 women, 2 not counted"; empty when nobody was counted.
    [[nodiscard]] static QString bySex(const SessionRow& session);
};

} // namespace maiam
