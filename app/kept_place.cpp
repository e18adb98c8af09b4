// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_place.h"

#include <QJsonDocument>

#include <memory>

namespace maiam {

namespace {
QString nameFor(const Register& reg)
{
    return QStringLiteral("place/") + reg.user().toString(QUuid::WithoutBraces);
}
} // namespace

void keptPlace::keep(Register& reg, const QJsonObject& place)
{
    const auto write = [name = nameFor(reg), json = QJsonDocument(place).toJson(QJsonDocument::Compact)](Database& db) {
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
