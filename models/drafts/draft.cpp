// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/drafts/draft.h"

#include "models/base/cbor.h"
#include "models/journal/record_tables.h"

#include <algorithm>
#include <iterator>

namespace maiam {

namespace {
constexpr quint64 Version = 1;
constexpr QChar PlaceMark = u'~';

/// Forms that are not, or not only, of those who write in cases.
struct FormRule
{
    QLatin1StringView form;
    bool (*may)(Roles roles);
};

constexpr FormRule FormRules[] {
    { QLatin1StringView("person"), roleRule::mayAdminister },
    { QLatin1StringView("person-new"), roleRule::mayAdminister },
    { QLatin1StringView("erasure"), roleRule::mayErase },
    { QLatin1StringView("restriction"), roleRule::mayRestrict },
    { QLatin1StringView("incident"), roleRule::mayRecordLeaks },
    { QLatin1StringView("incident-new"), roleRule::mayRecordLeaks },
    { QLatin1StringView("incident-notice"), roleRule::mayRecordLeaks },
    { QLatin1StringView("handover"),
        [](Roles roles) { return roleRule::mayWrite(roles) || roleRule::mayAdminister(roles); } },
};

QString stored(const DraftKey& key, int place)
{
    return place == 0 ? key.form : key.form + PlaceMark + QString::number(place);
}

Result<std::vector<Draft>> read(Statement& found)
{
    std::vector<Draft> list;
    while (found.next()) {
        Draft draft;
        const QString form = found.text(0);
        draft.key = { form.section(PlaceMark, 0, 0), QUuid::fromRfc4122(found.blob(1)) };
        draft.place = form.section(PlaceMark, 1).toInt();
        draft.saved = found.integer(2);
        if (drafts::readContent(found.blob(3), draft))
            list.push_back(std::move(draft));
    }
    if (found.error())
        return fail(found.finished());
    return list;
}
} // namespace

QByteArray drafts::content(const Draft& draft)
{
    CborWriter out;
    out.array(3).unsignedInt(Version).array(size_t(draft.fields.size()) * 2);
    for (auto it = draft.fields.begin(); it != draft.fields.end(); ++it)
        out.text(it.key()).text(it.value());
    out.array(size_t(draft.heads.size()));
    for (const EntryHash& head : draft.heads)
        out.bytes(head);
    return out.take();
}

bool drafts::readContent(const QByteArray& content, Draft& draft)
{
    CborReader in(content);
    quint64 version = 0, texts = 0, heads = 0;
    if (!in.arrayOf(3) || !in.unsignedInt(version) || version != Version || !in.array(texts) || texts % 2 != 0)
        return false;
    for (quint64 i = 0; i < texts; i += 2) {
        QByteArrayView name, value;
        if (!in.text(name) || !in.text(value))
            return false;
        draft.fields.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    }
    if (!in.array(heads))
        return false;
    for (quint64 i = 0; i < heads; ++i) {
        QByteArrayView head;
        if (!in.bytesOf(32, head))
            return false;
        draft.heads.append(head.toByteArray());
    }
    return in.atEnd();
}

Result<void> drafts::keep(Database& database, const Draft& draft, QUuid user)
{
    if (draft.fields.isEmpty())
        return remove(database, draft.key, draft.place, user);
    return database.run(
        QStringLiteral(
            "INSERT INTO draft(form, record, user, saved, content) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT(form, record, user) DO UPDATE SET saved = excluded.saved, content = excluded.content"),
        { stored(draft.key, draft.place), draft.key.record.toRfc4122(), user.toRfc4122(), draft.saved,
            content(draft) });
}

Result<void> drafts::remove(Database& database, const DraftKey& key, int place, QUuid user)
{
    return database.run(QStringLiteral("DELETE FROM draft WHERE form = ? AND record = ? AND user = ?"),
        { stored(key, place), key.record.toRfc4122(), user.toRfc4122() });
}

Result<std::vector<Draft>> drafts::of(Database& database, const DraftKey& key, QUuid user)
{
    auto found = database.query(
        QStringLiteral("SELECT form, record, saved, content FROM draft WHERE (form = ?1 OR form BETWEEN ?1 || '~' AND "
                       "?1 || '~:') AND record = ?2 AND user = ?3 ORDER BY saved DESC, form DESC"),
        { key.form, key.record.toRfc4122(), user.toRfc4122() });
    if (!found)
        return fail(found);
    return read(*found);
}

Result<std::vector<Draft>> drafts::all(Database& database, QUuid user)
{
    auto found = database.query(
        QStringLiteral("SELECT form, record, saved, content FROM draft WHERE user = ? ORDER BY saved DESC, form DESC"),
        { user.toRfc4122() });
    if (!found)
        return fail(found);
    return read(*found);
}

int drafts::freePlace(const std::vector<Draft>& beside)
{
    int place = 0;
    while (std::any_of(beside.begin(), beside.end(), [place](const Draft& one) { return one.place == place; }))
        ++place;
    return place;
}

bool drafts::mayGoOn(const QString& form, Roles roles)
{
    const auto* rule =
        std::find_if(std::begin(FormRules), std::end(FormRules), [&](const FormRule& one) { return form == one.form; });
    return rule == std::end(FormRules) ? roleRule::mayWrite(roles) : rule->may(roles);
}

Result<void> drafts::inherit(Database& database, QUuid user, Roles roles)
{
    QList<QUuid> gone;
    {
        auto found = database.query(QStringLiteral("SELECT DISTINCT d.user FROM draft d JOIN \"user\" u ON u.record = "
                                                   "d.user WHERE u.flags & %1 <> 0 AND d.user <> ?")
                                        .arg(RecordTables::DeletedFlag),
            { user.toRfc4122() });
        if (!found)
            return fail(found);
        while (found->next())
            gone.append(QUuid::fromRfc4122(found->blob(0)));
        if (auto done = found->finished(); !done)
            return done;
    }
    for (const QUuid& former : std::as_const(gone)) {
        auto left = all(database, former);
        if (!left)
            return fail(left);
        for (Draft& draft : *left) {
            if (!mayGoOn(draft.key.form, roles))
                continue; // waits for somebody who may
            auto own = of(database, draft.key, user);
            if (!own)
                return fail(own);
            const int before = draft.place;
            draft.place = freePlace(*own);
            if (auto done = keep(database, draft, user); !done)
                return done;
            if (auto done = remove(database, draft.key, before, former); !done)
                return done;
        }
    }
    return {};
}

Record drafts::resting(const Record& now, const Draft& draft)
{
    return Record(now.kind(), now.id(), now.values(), draft.heads, now.state(), now.row());
}

} // namespace maiam
