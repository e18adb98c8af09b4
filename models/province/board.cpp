// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/province/board.h"

#include "models/cases/case_list.h"
#include "models/exchange/chain_gaps.h"
#include "models/exchange/offices.h"

#include <QHash>

#include <algorithm>

namespace maiam {

namespace {
using Rows = QHash<QByteArray, BoardRow*>; // by office; a unit may have had several offices

/// Runs a query whose first column is an office and hands each row of a known one over.
template <typename Take>
Result<void> eachOffice(
    Database& database, const QString& sql, const Rows& rows, Take take, std::initializer_list<QVariant> values = {})
{
    auto found = database.query(sql, values);
    if (!found)
        return fail(found);
    while (found->next())
        if (BoardRow* row = rows.value(found->blob(0)))
            take(*row, *found);
    return found->finished();
}

Result<void> addCounts(Database& database, const Rows& rows, UtcMs now)
{
    auto done = eachOffice(database,
        QStringLiteral(
            "SELECT owner, count(*), sum(step = 'imported') FROM \"case\" WHERE closed IS NULL AND flags & 1 "
            "= 0 GROUP BY owner"),
        rows, [](BoardRow& row, const Statement& found) {
            row.openCases += found.integer(1) - found.integer(2);
            row.importedCases += found.integer(2);
        });
    if (!done)
        return done;
    done = eachOffice(database,
        QStringLiteral("SELECT owner, count(*) FROM \"case\" INDEXED BY case_figures WHERE flags & 1 = 0 AND flags & 2 "
                       "<> 0 GROUP BY owner"),
        rows, [](BoardRow& row, const Statement& found) { row.conflicting += found.integer(1); });
    if (!done)
        return done;
    // A PC whose clock runs ahead would have sent for all months to come: what is sealed later than now waits for then.
    return eachOffice(database,
        QStringLiteral("SELECT office, max(at) FROM package_log WHERE outgoing = 0 AND at <= ? GROUP BY office"), rows,
        [](BoardRow& row, const Statement& found) {
            row.lastPackage = std::max(row.lastPackage.value_or(0), found.integer(1));
        },
        { now });
}

/// How many entries of each device wait for others.
Result<QHash<QByteArray, qint64>> waitingEntries(Database& database)
{
    QHash<QByteArray, qint64> waiting;
    auto found = database.query(QStringLiteral(
        "SELECT d.device, u.waiting FROM (SELECT e.device AS device, count(*) AS waiting FROM journal_entry e INDEXED "
        "BY journal_entry_unfolded WHERE e.state <> 0 AND e.state = 1 GROUP BY e.device) u JOIN journal_device d ON "
        "d.id = u.device"));
    if (!found)
        return fail(found);
    while (found->next())
        waiting.insert(found->blob(0), found->integer(1));
    if (auto done = found->finished(); !done)
        return fail(done);
    return waiting;
}

/// Devices by what they certified themselves as, and those of which only later packages have come so far.
Result<void> addChains(Database& database, const Rows& rows)
{
    std::vector<std::pair<BoardRow*, QByteArray>> devices;
    auto done = eachOffice(database,
        QStringLiteral("SELECT office, device FROM journal_device WHERE office IS NOT NULL UNION SELECT office, device "
                       "FROM package_log WHERE outgoing = 0 ORDER BY 2"),
        rows, [&](BoardRow& row, const Statement& found) { devices.emplace_back(&row, found.blob(1)); });
    if (!done)
        return done;
    auto rules = ChainRules::read(database);
    if (!rules)
        return fail(rules);
    auto waiting = waitingEntries(database);
    if (!waiting)
        return fail(waiting);
    for (const auto& [row, device] : devices) {
        auto state = chainGaps::read(database, device, *rules);
        if (!state)
            return fail(state);
        if (!state->range().isEmpty())
            row->ranges.append(state->range());
        for (const auto& gap : state->gaps)
            row->gaps.append(ChainState::text(gap));
        row->waiting += waiting->value(device);
    }
    return {};
}

/// Closed cases too: an isolation that has not ended keeps its clock.
Result<void> addOverdue(Database& database, const Rows& rows, const StatutoryClock& clock, UtcMs now)
{
    auto running = caseList::running(database);
    if (!running)
        return fail(running);
    for (const RunningCase& one : *running)
        if (BoardRow* row = rows.value(one.owner))
            for (const ClockState& state : clock.read(one.facts, now))
                row->overdue += state.status == ClockStatus::Overdue;
    return {};
}
} // namespace

Result<std::vector<BoardRow>> province::board(
    Database& database, const Catalogues& catalogues, const StatutoryClock& clock, UtcMs now)
{
    std::vector<BoardRow> board;
    for (const CatalogueEntry& unit : catalogues.at(QLatin1String("units")).entries()) {
        if (unit.text(QLatin1String("parent")).isEmpty() || unit.retired())
            continue;
        BoardRow row;
        row.unit = unit.code;
        row.name = unit.text(QLatin1String("full_vi"));
        board.push_back(std::move(row));
    }
    auto known = offices::trustedOffices(database);
    if (!known)
        return fail(known);
    Rows rows;
    for (const TrustedOffice& office : *known) {
        for (BoardRow& row : board) {
            if (row.unit == office.card.unit) {
                row.known = true;
                rows.insert(office.card.officeId, &row);
            }
        }
    }
    if (auto done = addCounts(database, rows, now); !done)
        return fail(done);
    if (auto done = addChains(database, rows); !done)
        return fail(done);
    if (auto done = addOverdue(database, rows, clock, now); !done)
        return fail(done);
    return board;
}

} // namespace maiam
