// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/session_table.h"

#include "models/text/format.h"

namespace maiam {

namespace {
Meaning meaningOf(const QString& state)
{
    if (state == QLatin1String("held"))
        return Meaning::Good;
    return state == QLatin1String("planned") ? Meaning::Current : Meaning::Plain;
}

/// A day is said by day and month; the year stands in the second line with the hour.
TableCell whenCell(const SessionRow& session)
{
    const QDateTime at = civil::dateTime(session.starts);
    TableCell cell { formatDate(at.date()), at.time().toString(QStringLiteral("HH:mm")) };
    if (session.minutes.value_or(0) > 0)
        cell.second += SessionTable::tr(" · %1 min").arg(*session.minutes);
    return cell;
}
} // namespace

QStringList SessionTable::headers()
{
    return { tr("When"), tr("Type"), tr("Subject and place"), tr("People"), tr("Hotlines"), tr("State") };
}

Result<std::vector<SessionRow>> SessionTable::readAll(Database& database)
{
    const auto ids = sessionList::ids(database);
    return ids ? sessionList::page(database, *ids) : Result<std::vector<SessionRow>>(fail(ids));
}

QString SessionTable::bySex(const SessionRow& session)
{
    QStringList parts;
    if (session.male > 0)
        parts.append(tr("%1 male").arg(formatNumber(session.male)));
    if (session.female > 0)
        parts.append(tr("%1 female").arg(formatNumber(session.female)));
    if (session.unspecified > 0 && !parts.isEmpty())
        parts.append(tr("%1 not told").arg(formatNumber(session.unspecified)));
    return parts.join(QStringLiteral(" · "));
}

std::vector<TableRow> SessionTable::rows(
    const std::vector<SessionRow>& sessions, const Catalogues& catalogues, CatalogueLanguage language)
{
    std::vector<TableRow> rows;
    rows.reserve(sessions.size());
    for (const SessionRow& session : sessions) {
        TableRow row { session.id.toString(QUuid::WithoutBraces), session.state, {} };
        row.cells.push_back(whenCell(session));
        TableCell type { catalogues.title(QLatin1String("session-types"), session.type, language) };
        if (!session.ageBand.isEmpty())
            type.second = catalogues.title(QLatin1String("age-bands"), session.ageBand, language);
        row.cells.push_back(type);
        const bool untitled = session.title.isEmpty();
        row.cells.push_back({ .text = untitled ? session.place : session.title,
            .second = untitled ? QString() : session.place,
            .bold = !untitled });
        row.cells.push_back({ session.people() > 0 ? formatNumber(session.people()) : QString(), bySex(session) });
        row.cells.push_back({ .text = session.hotlines ? tr("made known") : QString(), .muted = true });
        row.cells.push_back({ .text = catalogues.title(QLatin1String("session-states"), session.state, language),
            .meaning = meaningOf(session.state),
            .chip = true });
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace maiam
