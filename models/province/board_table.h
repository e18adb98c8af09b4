// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/province/board.h"
#include "models/reports/report_period.h"

#include <QCoreApplication>

namespace maiam {

/// The province's board as rows of a list. No name of a person stands in it.
class BoardTable
{
    Q_DECLARE_TR_FUNCTIONS(BoardTable)
public:
    [[nodiscard]] static QStringList headers();
    /// Whether a package has come that was sealed after the period ended. When it came does not matter.
    [[nodiscard]] static bool sentFor(const BoardRow& row, const ReportPeriod& period);
    /// The rows to show; a row's id is the unit's code. A commune is late for a period when nothing has been sent for
    /// it.
    [[nodiscard]] static std::vector<TableRow> rows(
        const std::vector<BoardRow>& board, const ReportPeriod& period, UtcMs now);
    /// How many units have sent something for the period, how many have not, and how many have gaps.
    struct Counts
    {
        int sent = 0;
        int late = 0;
        int gaps = 0;
    };
    [[nodiscard]] static Counts count(const std::vector<BoardRow>& board, const ReportPeriod& period);
};

} // namespace maiam
