// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_tally.h"

#include <algorithm>
#include <numeric>

namespace {
constexpr int RoundsForAllWork = 20; ///< each kind is waited for in at least one of so many rounds
constexpr int RoundsForAllKills = 100; ///< each kind is aimed at in eight of so many rounds

constexpr std::array<const char*, SessionWorks> WorkNames { "backing up", "sealing", "importing", "saving many",
    "typing", "saving" };
} // namespace

void SessionTally::take(const QString& line)
{
    const QString what = line.section(u' ', 0, 0);
    if (what == QLatin1String("second"))
        ++m_second;
    const bool begins = what == QLatin1String("begin");
    if (!begins && what != QLatin1String("done"))
        return;
    const int kind = std::clamp(line.section(u' ', 1, 1).toInt(), 0, SessionWorks - 1);
    Kind& counts = m_kinds[size_t(kind)];
    if (begins) {
        ++counts.begun;
        m_now = kind;
        return;
    }
    ++counts.acknowledged;
    counts.lastedMs = (3 * counts.lastedMs + line.section(u' ', 2, 2).toInt()) / 4;
    m_now = -1;
}

void SessionTally::killed()
{
    if (m_now >= 0)
        ++m_kinds[size_t(m_now)].killed;
    m_now = -1;
}

int SessionTally::acknowledged() const
{
    return std::accumulate(
        m_kinds.begin(), m_kinds.end(), 0, [](int sum, const Kind& kind) { return sum + kind.acknowledged; });
}

QString SessionTally::missing(int rounds) const
{
    QStringList missing;
    for (size_t i = 0; i < m_kinds.size(); ++i) {
        if (rounds >= RoundsForAllWork && m_kinds[i].acknowledged == 0)
            missing.append(QStringLiteral("“%1” was never acknowledged").arg(QLatin1String(WorkNames[i])));
        if (rounds >= RoundsForAllKills && m_kinds[i].killed == 0)
            missing.append(QStringLiteral("no kill fell into “%1”").arg(QLatin1String(WorkNames[i])));
    }
    if (rounds >= RoundsForAllWork && m_second == 0)
        missing.append(QStringLiteral("the second place never took a backup"));
    return missing.join(QStringLiteral(", "));
}

QJsonObject SessionTally::toJson() const
{
    QJsonObject out { { QStringLiteral("second place"), m_second } };
    for (size_t i = 0; i < m_kinds.size(); ++i)
        out.insert(QLatin1String(WorkNames[i]),
            QJsonObject { { QStringLiteral("acknowledged"), m_kinds[i].acknowledged },
                { QStringLiteral("killed"), m_kinds[i].killed },
                { QStringLiteral("lasted_ms"), m_kinds[i].lastedMs } });
    return out;
}
