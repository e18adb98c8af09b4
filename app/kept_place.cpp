// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_place.h"

#include "models/journal/erasure.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <memory>

namespace maiam {

namespace {
QString nameFor(const Register& reg)
{
    return QStringLiteral("place/") + reg.user().toString(QUuid::WithoutBraces);
}
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

/// The place without what was typed into search fields.
QJsonObject withoutSearches(QJsonObject place)
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
} // namespace

void keptPlace::keep(Register& reg, const QJsonObject& place)
{
    const auto write = [name = nameFor(reg), place, office = reg.office().id, since = reg.clock().now() - OneDay](
                           Database& db) -> Result<void> {
        const auto erased = erasedSince(db, office, since);
        if (!erased)
            return fail(erased);
        const QByteArray json = QJsonDocument(*erased ? withoutSearches(place) : place).toJson(QJsonDocument::Compact);
        return db.run(QStringLiteral("INSERT INTO setting(name, value) VALUES (?, ?) "
                                     "ON CONFLICT(name) DO UPDATE SET value = excluded.value"),
            { name, json });
    };
    // The writer's thread does its work in order and to the end, so nobody has to wait. When the disk is full the place
    // is lost and nothing else.
    static_cast<void>(reg.writeLocal(write));
}

QFuture<QJsonObject> keptPlace::take(Register& reg)
{
    const QString name = nameFor(reg);
    auto found = std::make_shared<QByteArray>();
    const auto read = [name, found](Database& db) -> Result<void> {
        {
            auto row = db.query(QStringLiteral("SELECT value FROM setting WHERE name = ?"), { name });
            if (!row)
                return fail(row);
            if (!row->next())
                return {};
            *found = row->blob(0);
        }
        return db.run(QStringLiteral("DELETE FROM setting WHERE name = ?"), { name });
    };
    return reg.writeLocal(read).then([found](const Result<void>&) { return QJsonDocument::fromJson(*found).object(); });
}

} // namespace maiam
