// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/clock_check.h"

#include "models/journal/entry.h"
#include "models/register/schema.h"

#include <optional>

namespace maiam {

namespace {
const char Confirmed[] = "clock.confirmed";
constexpr UtcMs DayMs = 24LL * 60 * 60 * 1000;

struct Last
{
    EntryHash hash;
    UtcMs time = 0;
};

Result<std::optional<Last>> lastOf(Database& database, const QByteArray& device)
{
    auto found = database.query(
        QStringLiteral(
            "SELECT e.hash, e.body FROM journal_device d JOIN journal_entry e ON e.device = d.id AND e.seq = "
            "d.folded_seq AND e.hash = d.folded_hash WHERE d.device = ?"),
        { device });
    if (!found)
        return fail(found);
    if (!found->next())
        return std::optional<Last>();
    auto body = entryCodec::decodeBody(found->blob(1));
    if (!body)
        return fail(body);
    return std::optional(Last { found->blob(0), body->time });
}
} // namespace

Result<ClockDoubt> clockCheck::look(Database& database, const QByteArray& device, UtcMs now)
{
    auto last = lastOf(database, device);
    if (!last)
        return fail(last);
    if (!*last)
        return ClockDoubt();
    ClockDoubt doubt { ClockDoubt::Kind::None, (*last)->time };
    if (now < (*last)->time)
        doubt.kind = ClockDoubt::Kind::Behind;
    else if (now - (*last)->time >= DaysAhead * DayMs)
        doubt.kind = ClockDoubt::Kind::FarAhead;
    if (!doubt)
        return doubt;
    auto confirmed = meta::value(database, QString::fromLatin1(Confirmed));
    if (!confirmed)
        return fail(confirmed);
    if (confirmed->toByteArray() == (*last)->hash)
        doubt.kind = ClockDoubt::Kind::None;
    return doubt;
}

Result<void> clockCheck::confirm(Database& database, const QByteArray& device)
{
    auto last = lastOf(database, device);
    if (!last)
        return fail(last);
    return *last ? meta::set(database, QString::fromLatin1(Confirmed), (*last)->hash) : Result<void>();
}

} // namespace maiam
