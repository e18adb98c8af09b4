// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogue.h"
#include "models/papers/paper.h"
#include "models/reports/monthly_figures.h"

#include <QHash>

namespace maiam::papers {

/// The words of a report (catalogue "report-texts") filled in: {figure id} becomes a run that knows its figure,
/// {figure id|hours} minutes told as hours, {name} what was given. What nobody knows stays as it is written, to be
/// seen.
class ReportText
{
public:
    using Variables = QHash<QString, QList<Run>>;

    /// Texts and figures must stay longer than this object.
    ReportText(const Catalogue& texts, const MonthlyFigures& figures, Variables variables);

    /// A text filled in; `more` goes before the variables given at the start.
    [[nodiscard]] QList<Run> runs(const char* key, const Variables& more = {}) const;
    /// The same without looks and figures.
    [[nodiscard]] QString plain(const char* key, const Variables& more = {}) const;
    /// The lines of a text that is a list.
    [[nodiscard]] QStringList lines(const char* key) const { return plain(key).split(u'\n', Qt::SkipEmptyParts); }
    /// One figure as a run.
    [[nodiscard]] Run figure(const QString& id) const;
    /// Minutes as hours with at most one decimal: "1,5".
    [[nodiscard]] static QString hours(qint64 minutes);
    /// A variable of plain text.
    [[nodiscard]] static QList<Run> word(const QString& text) { return { Run { text } }; }

private:
    [[nodiscard]] QList<Run> filled(const QString& name, const Variables& more) const;

    const Catalogue& m_texts;
    const MonthlyFigures& m_figures;
    Variables m_variables;
};

} // namespace maiam::papers
