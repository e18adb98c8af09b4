// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"
#include "models/reports/monthly_figures.h"
#include "models/reports/report_office.h"

#include <QDate>

#include <optional>

namespace maiam::papers {

/// What stands on a report besides its figures.
struct MonthlyReportOptions
{
    bool demo = false; ///< "SỐ LIỆU MẪU" on every page
    bool draft = false; ///< the figures are not closed yet (chưa chốt số liệu)
    std::optional<int> number; ///< given by văn thư
    QDate issued; ///< invalid: the day stays blank, month and year are the period's
};

/// The report of a month (Báo cáo tháng) in the layout of Decree 30/2020/NĐ-CP: a commune's, or the province's with an
/// appendix by commune. Its words are Vietnamese whatever the interface speaks and stand in the catalogue
/// "report-texts". Every number carries the id of its figure. Lines of the remarks that begin with "Đề xuất", "Đề nghị"
/// or "Kiến nghị" go to part IV.
[[nodiscard]] Paper monthlyReportPaper(const MonthlyFigures& figures, const ReportOffice& office,
    const Catalogues& catalogues, const MonthlyReportOptions& options = {});

/// The title for the file's properties: names the period, nobody else.
[[nodiscard]] QString monthlyReportTitle(const ReportPeriod& period);

} // namespace maiam::papers
