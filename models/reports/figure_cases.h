// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/monthly_figures.h"

#include <QCoreApplication>

namespace maiam {

/// What stands behind a figure of a report ("Số 2 đến từ đâu?"), by the same conditions as the figure.
class FigureCases
{
    Q_DECLARE_TR_FUNCTIONS(FigureCases)
public:
    /// Rows of the table "case" that a figure counts, newest report first; for a figure of children the cases of those
    /// children. Errors: NotFound for an id that stands for no cases.
    [[nodiscard]] static Result<std::vector<qint64>> casesOf(
        Database& database, const Catalogues& catalogues, const QString& figure, const FigureScope& scope);
    /// Rows of the table "session" behind a "session.…" or "activity.…" figure, newest first. Errors: NotFound.
    [[nodiscard]] static Result<std::vector<qint64>> sessionsOf(
        Database& database, const Catalogues& catalogues, const QString& figure, const FigureScope& scope);
    /// True when casesOf() knows the figure.
    [[nodiscard]] static bool hasCases(const QString& figure);
    /// True when sessionsOf() knows the figure.
    [[nodiscard]] static bool hasSessions(const QString& figure);
};

} // namespace maiam
