// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/due_times.h"

#include "models/activities/session_list.h"
#include "models/agenda/agenda.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// The clocks of days run out with their last day, 23:59:59.999.
bool endsADay(UtcMs at)
{
    return civil::dateTime(at + 1).time() == QTime(0, 0);
}
} // namespace

DueTimes::DueTimes(std::vector<Moment> moments)
    : m_moments(std::move(moments))
{
    std::sort(m_moments.begin(), m_moments.end(), [](const Moment& a, const Moment& b) { return a.at < b.at; });
}

Result<DueTimes> DueTimes::read(Database& database, const StatutoryClock& clock, UtcMs now)
{
    auto agenda = agenda::read(database, clock, now, Days);
    if (!agenda)
        return fail(agenda);
    std::vector<Moment> moments;
    for (const DueCase& due : agenda->due)
        moments.push_back({ due.clock.dueAt, false });
    for (const DueIncident& due : agenda->incidents)
        moments.push_back({ due.clock.dueAt, false });
    const QDate today = civil::date(now);
    auto ids = sessionList::upcoming(database, now, civil::startOf(today.addDays(Days)));
    if (!ids)
        return fail(ids);
    auto sessions = sessionList::page(database, *ids);
    if (!sessions)
        return fail(sessions);
    for (const SessionRow& session : *sessions)
        moments.push_back({ session.starts, true });
    return DueTimes(std::move(moments));
}

QString DueTimes::sentence(UtcMs now) const
{
    int late = 0;
    int together = 0;
    UtcMs next = 0;
    for (const Moment& moment : m_moments) {
        if (moment.at <= now)
            late += moment.session ? 0 : 1;
        else if (together == 0 || moment.at == next) {
            next = moment.at;
            ++together;
        }
    }
    QStringList parts;
    if (late > 0)
        parts.append(tr("%n matter(s) overdue.", nullptr, late));
    if (together > 0) {
        const QDate day = civil::date(next);
        const qint64 away = civil::date(now).daysTo(day);
        const QString date = day.toString(u"dd/MM"_s);
        const QString time = civil::dateTime(next).toString(u"HH:mm"_s);
        if (endsADay(next))
            parts.append(away == 0 ? tr("%n matter(s) due today.", nullptr, together)
                    : away == 1    ? tr("%n matter(s) due tomorrow.", nullptr, together)
                                   : tr("%n matter(s) due on %1.", nullptr, together).arg(date));
        else
            parts.append(away == 0 ? tr("%n matter(s) due at %1.", nullptr, together).arg(time)
                    : away == 1    ? tr("%n matter(s) due tomorrow at %1.", nullptr, together).arg(time)
                                   : tr("%n matter(s) due on %1 at %2.", nullptr, together).arg(date, time));
    }
    return parts.join(u' ');
}

} // namespace maiam
