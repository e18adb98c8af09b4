// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/province/board_table.h"

#include "models/text/format.h"

namespace maiam {

namespace {
TableCell stateCell(const BoardRow& row, const ReportPeriod& period, UtcMs now)
{
    TableCell cell { .chip = true };
    if (!row.known) {
        cell.text = BoardTable::tr("no card yet");
    } else if (!row.gaps.isEmpty()) {
        cell.text = BoardTable::tr("package missing");
        cell.meaning = Meaning::Soon;
    } else if (BoardTable::sentFor(row, period)) {
        cell.text = BoardTable::tr("received");
        cell.meaning = Meaning::Good;
    } else {
        const int days = int(period.lastDay().daysTo(civil::date(now)));
        cell.text = days > 0 ? BoardTable::tr("%n day(s) late", nullptr, days) : BoardTable::tr("not yet due");
        cell.meaning = days > 0 ? Meaning::Bad : Meaning::Plain;
    }
    return cell;
}

QString openCases(const BoardRow& row)
{
    // No clock of an imported case runs and no figure counts it before it was looked through, so it stands by itself.
    const QString open = formatNumber(row.openCases);
    return row.importedCases == 0 ? open
                                  : BoardTable::tr("%1 + %2 imported").arg(open, formatNumber(row.importedCases));
}
} // namespace

bool BoardTable::sentFor(const BoardRow& row, const ReportPeriod& period)
{
    return row.lastPackage && *row.lastPackage >= period.end();
}

QStringList BoardTable::headers()
{
    return { tr("Unit"), tr("Last package"), tr("Range"), tr("Missing"), tr("Open cases"), tr("Clocks"),
        tr("Report of the period") };
}

std::vector<TableRow> BoardTable::rows(const std::vector<BoardRow>& board, const ReportPeriod& period, UtcMs now)
{
    std::vector<TableRow> rows;
    rows.reserve(board.size());
    // Whoever takes part first: of 54 units a handful sends in the beginning, and nobody should have to look for it.
    std::vector<const BoardRow*> order;
    for (const bool known : { true, false })
        for (const BoardRow& unit : board)
            if (unit.known == known)
                order.push_back(&unit);
    for (const BoardRow* one : order) {
        const BoardRow& unit = *one;
        TableRow row { unit.unit, {}, {} };
        row.cells.push_back({ .text = unit.name, .bold = unit.lastPackage.has_value(), .muted = !unit.known });
        row.cells.push_back({ unit.lastPackage ? formatDate(civil::date(*unit.lastPackage)) : QStringLiteral("—") });
        row.cells.push_back({ unit.ranges.join(QStringLiteral(", ")) });
        row.cells.push_back(
            { .text = unit.gaps.isEmpty() ? QString() : tr("missing %1").arg(unit.gaps.join(QStringLiteral(", "))),
                .meaning = Meaning::Soon,
                .chip = true });
        row.cells.push_back({ unit.lastPackage ? openCases(unit) : QString() });
        TableCell clocks { unit.lastPackage ? QStringLiteral("0") : QString() };
        if (unit.overdue > 0)
            clocks = { .text = tr("%n overdue", nullptr, int(unit.overdue)), .meaning = Meaning::Bad, .chip = true };
        row.cells.push_back(clocks);
        row.cells.push_back(stateCell(unit, period, now));
        rows.push_back(std::move(row));
    }
    return rows;
}

BoardTable::Counts BoardTable::count(const std::vector<BoardRow>& board, const ReportPeriod& period)
{
    Counts counts;
    for (const BoardRow& row : board) {
        counts.sent += sentFor(row, period) ? 1 : 0;
        counts.late += row.known && !sentFor(row, period) ? 1 : 0;
        counts.gaps += row.gaps.isEmpty() ? 0 : 1;
    }
    return counts;
}

} // namespace maiam
