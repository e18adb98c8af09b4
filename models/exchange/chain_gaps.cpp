// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/chain_gaps.h"

#include <algorithm>

namespace maiam {

QString ChainState::range() const
{
    return connected > 0 ? text({ 1, connected }) : QString();
}

QString ChainState::text(const std::pair<qint64, qint64>& gap)
{
    return gap.first == gap.second ? QString::number(gap.first)
                                   : QStringLiteral("%1–%2").arg(gap.first).arg(gap.second);
}

Result<ChainState> chainGaps::read(Database& database, const QByteArray& device)
{
    ChainState state;
    qint64 row = 0;
    {
        auto found =
            database.query(QStringLiteral("SELECT id, folded_seq FROM journal_device WHERE device = ?"), { device });
        if (!found)
            return fail(found);
        if (found->next()) {
            row = found->integer(0);
            state.connected = found->integer(1);
        }
        if (auto done = found->finished(); !done)
            return fail(done);
        auto logged = database.query(
            QStringLiteral("SELECT max(last_seq) FROM package_log WHERE device = ? AND outgoing = 0"), { device });
        if (!logged)
            return fail(logged);
        if (logged->next())
            state.claimed = std::max(state.connected, logged->integer(0));
    }
    auto later = database.query(
        QStringLiteral("SELECT DISTINCT seq FROM journal_entry WHERE device = ? AND seq > ? ORDER BY seq"),
        { row, state.connected });
    if (!later)
        return fail(later);
    qint64 expected = state.connected + 1;
    while (later->next()) {
        const qint64 seq = later->integer(0);
        if (seq > expected)
            state.gaps.emplace_back(expected, seq - 1);
        expected = seq + 1;
    }
    if (auto done = later->finished(); !done)
        return fail(done);
    state.claimed = std::max(state.claimed, expected - 1);
    if (state.claimed >= expected)
        state.gaps.emplace_back(expected, state.claimed);
    return state;
}

} // namespace maiam
