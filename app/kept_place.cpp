// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_place.h"

#include "models/journal/erasure.h"
#include "models/journal/kept_places.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <memory>

namespace maiam {

namespace {
constexpr UtcMs OneDay = 24LL * 60 * 60 * 1000;

/// Whether something was erased lately, by this office or for another: what was searched for may then be the name that
/// had to go.
Result<bool> erasedSince(Database& database, const QByteArray& office, UtcMs moment)
{
    const auto all = erasure::all(database, office);
    if (!all)
        return fail(all);
    if (std::any_of(all->begin(), all->end(), [&](const Erasure& one) { return one.inForce && one.at >= moment; }))
        return true;
    auto found = database.query(QStringLiteral("SELECT 1 FROM erasure_in_force WHERE at >= ? LIMIT 1"), { moment });
    if (!found)
        return fail(found);
    return found->next();
}
} // namespace

QJsonObject keptPlace::withoutSearches(QJsonObject place)
{
    place.remove(QLatin1String("search"));
    for (auto part = place.begin(); part != place.end(); ++part) {
        if (part->isObject())
            *part = withoutSearches(part->toObject());
        if (!part->isArray())
            continue;
        QJsonArray pages;
        for (const QJsonValue& page : part->toArray())
            pages.append(page.isObject() ? QJsonValue(withoutSearches(page.toObject())) : page);
        *part = pages;
    }
    return place;
}
QFuture<Result<void>> keptPlace::keep(Register& reg, const QJsonObject& place)
{
    const auto write = [name = keptPlaces::nameFor(reg.user()), place, office = reg.office().id,
                           since = reg.clock().now() - OneDay](Database& db) -> Result<void> {
        const auto erased = erasedSince(db, office, since);
        if (!erased)
            return fail(erased);
        const QByteArray json = QJsonDocument(*erased ? withoutSearches(place) : place).toJson(QJsonDocument::Compact);
        return db.run(QStringLiteral("INSERT INTO setting(name, value) VALUES (?, ?) "
                                     "ON CONFLICT(name) DO UPDATE SET value = excluded.value"),
            { name, json });
    };
    return reg.writeLocal(write); // the writer's thread does its work in order and to the end
}

QFuture<QJsonObject> keptPlace::take(Register& reg)
{
    auto found = std::make_shared<QByteArray>();
    const auto read = [user = reg.user(), found](Database& db) -> Result<void> {
        {
            auto row =
                db.query(QStringLiteral("SELECT value FROM setting WHERE name = ?"), { keptPlaces::nameFor(user) });
            if (!row)
                return fail(row);
            if (!row->next())
                return {};
            *found = row->blob(0);
        }
        return keptPlaces::forget(db, user);
    };
    return reg.writeLocal(read).then([found](const Result<void>&) { return QJsonDocument::fromJson(*found).object(); });
}

} // namespace maiam
