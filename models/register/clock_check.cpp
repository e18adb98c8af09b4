// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/clock_check.h"

#include "models/journal/entry.h"
#include "models/register/schema.h"
#include "models/text/format.h"

#include <QCoreApplication>

#include <optional>

namespace maiam {

namespace {
struct ClockText
{
    Q_DECLARE_TR_FUNCTIONS(maiam::ClockCheck)
};

const char Confirmed[] = "clock.confirmed"; // the last entry when a person said that the clock is right
const char Noted[] = "clock.doubted"; // the last entry's time when the doubt arose; 0 when there is none
constexpr UtcMs DayMs = 24LL * 60 * 60 * 1000;
constexpr UtcMs Corrected = 60LL * 1000; // a clock that is set by the network goes back by seconds

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

ClockDoubt judge(UtcMs now, UtcMs last)
{
    if (now < last - Corrected)
        return { ClockDoubt::Kind::Behind, last };
    return { now - last >= clockCheck::DaysAhead * DayMs ? ClockDoubt::Kind::FarAhead : ClockDoubt::Kind::None, last };
}
} // namespace

Result<ClockDoubt> clockCheck::look(Database& database, const QByteArray& device, UtcMs now)
{
    auto last = lastOf(database, device);
    if (!last)
        return fail(last);
    if (!*last)
        return ClockDoubt();
    auto confirmed = meta::value(database, QString::fromLatin1(Confirmed));
    if (!confirmed)
        return fail(confirmed);
    if (confirmed->toByteArray() == (*last)->hash)
        return ClockDoubt { ClockDoubt::Kind::None, (*last)->time };
    auto noted = meta::value(database, QString::fromLatin1(Noted));
    if (!noted)
        return fail(noted);
    if (const UtcMs before = noted->toLongLong(); before != 0)
        if (const ClockDoubt doubt = judge(now, before))
            return doubt;
    return judge(now, (*last)->time);
}

Result<void> clockCheck::note(Database& database, const QByteArray& device, UtcMs now)
{
    auto doubt = look(database, device, now);
    auto noted = meta::value(database, QString::fromLatin1(Noted));
    if (!doubt || !noted)
        return !doubt ? Result<void>(fail(doubt)) : Result<void>(fail(noted));
    const UtcMs wanted = *doubt ? doubt->lastEntry : 0;
    return noted->toLongLong() == wanted ? Result<void>() : meta::set(database, QString::fromLatin1(Noted), wanted);
}

Result<void> clockCheck::demandRight(Database& database, const QByteArray& device, UtcMs now)
{
    auto doubt = look(database, device, now);
    if (!doubt)
        return fail(doubt);
    if (!*doubt)
        return {};
    return fail(ErrorCode::Conflict,
        ClockText::tr("Not saved yet, and nothing is lost: first answer the question about the PC's clock (it says %1; "
                      "the last entry %2).")
            .arg(formatDateTime(now), formatDateTime(doubt->lastEntry)),
        QStringLiteral("clock in doubt"));
}

Result<void> clockCheck::confirm(Database& database, const QByteArray& device)
{
    auto last = lastOf(database, device);
    if (!last)
        return fail(last);
    if (!*last)
        return {};
    if (auto done = meta::set(database, QString::fromLatin1(Noted), UtcMs(0)); !done)
        return done;
    return meta::set(database, QString::fromLatin1(Confirmed), (*last)->hash);
}

} // namespace maiam
