// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/intake_draft.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

bool IntakeDraft::isEmpty() const
{
    return std::all_of(fields.begin(), fields.end(), [](const QString& text) { return text.trimmed().isEmpty(); });
}

Result<void> intakeDraft::keep(Database& database, const IntakeDraft& draft, QUuid user, UtcMs now)
{
    QJsonObject fields;
    for (auto it = draft.fields.begin(); it != draft.fields.end(); ++it)
        if (!it.value().isEmpty())
            fields.insert(it.key(), it.value());
    const QJsonObject content { { u"fields"_s, fields }, { u"child"_s, draft.child.toString(QUuid::WithoutBraces) } };
    return database.run(
        u"INSERT INTO draft(form, record, user, saved, content) VALUES ('intake', ?, ?, ?, ?) "
        "ON CONFLICT(form, record, user) DO UPDATE SET saved = excluded.saved, content = excluded.content"_s,
        { draft.id.toRfc4122(), user.toRfc4122(), now, QJsonDocument(content).toJson(QJsonDocument::Compact) });
}

Result<void> intakeDraft::remove(Database& database, QUuid draft, QUuid user)
{
    return database.run(u"DELETE FROM draft WHERE form = 'intake' AND record = ? AND user = ?"_s,
        { draft.toRfc4122(), user.toRfc4122() });
}

Result<std::optional<IntakeDraft>> intakeDraft::latest(Database& database, QUuid user)
{
    auto found = database.query(
        u"SELECT record, saved, content FROM draft WHERE form = 'intake' AND user = ? ORDER BY saved DESC LIMIT 1"_s,
        { user.toRfc4122() });
    if (!found)
        return fail(found);
    if (!found->next())
        return std::optional<IntakeDraft>();
    IntakeDraft draft;
    draft.id = QUuid::fromRfc4122(found->blob(0));
    draft.saved = found->integer(1);
    const QJsonObject content = QJsonDocument::fromJson(found->blob(2)).object();
    const QJsonObject fields = content.value("fields"_L1).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        draft.fields.insert(it.key(), it.value().toString());
    draft.child = QUuid(content.value("child"_L1).toString());
    return std::optional(draft);
}

} // namespace maiam
