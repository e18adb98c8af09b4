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

namespace {
/// The stretches from 1 to @p last of which no entry is held.
Result<std::vector<SeqRange>> absent(Database& database, qint64 deviceRow, qint64 last)
{
    std::vector<SeqRange> ranges;
    auto held = database.query(
        QStringLiteral("SELECT DISTINCT seq FROM journal_entry WHERE device = ? ORDER BY seq"), { deviceRow });
    if (!held)
        return fail(held);
    qint64 expected = 1;
    while (held->next()) {
        const qint64 seq = held->integer(0);
        if (seq > expected)
            ranges.emplace_back(expected, seq - 1);
        expected = seq + 1;
    }
    if (auto done = held->finished(); !done)
        return fail(done);
    if (expected <= last)
        ranges.emplace_back(expected, last);
    return ranges;
}
} // namespace

Result<ChainState> chainGaps::read(Database& database, const QByteArray& device)
{
    auto rules = ChainRules::read(database);
    if (!rules)
        return fail(rules);
    return read(database, device, *rules);
}

Result<ChainState> chainGaps::read(Database& database, const QByteArray& device, const ChainRules& rules)
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
    const DeviceRule* rule = rules.of(device);
    if (!rule || !rule->lastSeq)
        return state;
    auto nowhere = absent(database, row, *rule->lastSeq);
    if (!nowhere)
        return fail(nowhere);
    state.lost = seqRanges::intersection(*nowhere, rule->missing);
    const std::vector<SeqRange> whole { SeqRange(1, *rule->lastSeq) };
    state.gaps = seqRanges::intersection(seqRanges::difference(state.gaps, state.lost), whole);
    return state;
}

} // namespace maiam
