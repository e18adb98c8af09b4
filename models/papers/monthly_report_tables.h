// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/report_text.h"

namespace maiam {
class Catalogues;
}

namespace maiam::papers {

/// The tables and the chart of a month's report, numbered in the order in which they are asked for.
class MonthlyReportTables
{
public:
    /// All three must stay longer than this object.
    MonthlyReportTables(const MonthlyFigures& figures, const Catalogues& catalogues, const ReportText& text);

    /// Số vụ, số trẻ theo hình thức. All kinds, so that a 0 is said.
    [[nodiscard]] QList<Block> kinds();
    /// Số trẻ theo nhóm tuổi và giới tính.
    [[nodiscard]] QList<Block> ages();
    /// Lớp kỹ năng, tập huấn: the types that were held this period or this year.
    [[nodiscard]] QList<Block> training();
    /// Nhiệm vụ chỉ thị: code, title, role, state, evidence.
    [[nodiscard]] QList<Block> tasks();
    /// New cases of twelve periods; nothing when all are 0.
    [[nodiscard]] QList<Block> chart() const;
    /// The province's appendix by commune.
    [[nodiscard]] Table communes() const;
    /// "Trường học 2; Người dân 1": the codes that are not 0.
    [[nodiscard]] QList<Run> listed(const char* catalogue, const char* pattern) const;

private:
    [[nodiscard]] Paragraph captionOf(const char* key);
    [[nodiscard]] Cell figureOf(const QString& id) const;
    [[nodiscard]] Cell head(const char* key, int columns = 1, int rows = 1) const;
    [[nodiscard]] QString nameOf(const char* catalogue, const QString& code) const;
    [[nodiscard]] QString evidenceOf(const TaskProgress& task) const;

    const MonthlyFigures& m_figures;
    const Catalogues& m_catalogues;
    const ReportText& m_text;
    int m_tables = 0;
};

} // namespace maiam::papers
