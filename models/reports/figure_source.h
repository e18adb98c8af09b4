// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"
#include "models/reports/monthly_figures.h"

#include <QCoreApplication>
#include <QUuid>

namespace maiam {

/// What stands behind a number of a report, in lines to be listed: codes and days, no names.
struct FigureSource
{
    Q_DECLARE_TR_FUNCTIONS(FigureSource)
public:
    struct Line
    {
        QUuid id;
        QString text;
        bool isCase = true; ///< else a session
    };
    static constexpr int MaxLines = 30; ///< more are counted only

    QString what; ///< which number it is: "Sexual abuse · cumulative"; may be empty
    std::vector<Line> lines;
    int more = 0; ///< further cases or sessions that are not listed
    bool traceable = true; ///< false: a number that is reckoned from others

    /// Reads it by the same conditions as the figure; runs in the reader's thread.
    [[nodiscard]] static Result<FigureSource> read(Database& database, const Catalogues& catalogues,
        CatalogueLanguage language, const QString& figure, const FigureScope& scope);
    /// A figure's id in words.
    [[nodiscard]] static QString describe(
        const QString& figure, const Catalogues& catalogues, CatalogueLanguage language);
};

} // namespace maiam
