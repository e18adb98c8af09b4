// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/history.h"

#include "models/journal/journal.h"

#include <QHash>

#include <algorithm>

namespace maiam {

namespace {
struct Step
{
    Entry entry;
    Values values;
};

Result<std::vector<Step>> foldedEntries(Database& database, QUuid record)
{
    const auto rows = idsOf(database.query(
        QStringLiteral("SELECT id FROM journal_entry WHERE record = ? AND state = 0"), { record.toRfc4122() }));
    if (!rows)
        return fail(rows);
    std::vector<Step> steps;
    steps.reserve(rows->size());
    for (const qint64 row : *rows) {
        auto entry = Journal::readEntry(database, row);
        if (!entry)
            return fail(entry);
        auto values = Journal::valuesOf(*entry);
        if (!values)
            return fail(values);
        steps.push_back({ std::move(*entry), std::move(*values) });
    }
    std::stable_sort(
        steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.entry.body.time < b.entry.body.time; });
    return steps;
}

Result<QString> nameOf(Database& database, QUuid user, QHash<QUuid, QString>& known)
{
    const auto held = known.constFind(user);
    if (user.isNull() || held != known.cend())
        return user.isNull() ? QString() : *held;
    auto found =
        database.query(QStringLiteral("SELECT display_name FROM \"user\" WHERE record = ?"), { user.toRfc4122() });
    if (!found)
        return fail(found);
    const QString name = found->next() ? found->text(0) : QString();
    known.insert(user, name);
    return name;
}

HistoryItem itemOf(const RecordKind& kind, const Step& step, const Values& base)
{
    HistoryItem item;
    item.kind = &kind;
    item.record = step.entry.body.record;
    item.entry = step.entry.hash;
    item.after = step.entry.body.after;
    item.at = step.entry.body.time;
    item.reason = step.entry.body.reason;
    item.created = step.entry.body.after.isEmpty();
    item.deleted = step.entry.body.open.contains(QByteArray(DeletedField));
    for (const Field* field : kind.fields) {
        const auto now = step.values.find(field->key());
        if (now == step.values.end())
            continue;
        const auto before = base.find(field->key());
        item.changes.push_back({ field, before == base.end() ? Value() : before->second, now->second });
    }
    return item;
}
} // namespace

Result<std::vector<HistoryItem>> history(Database& database, const RecordKind& kind, QUuid record)
{
    auto steps = foldedEntries(database, record);
    if (!steps)
        return fail(steps);
    QHash<EntryHash, Values> known; // what each entry left behind for whoever rests on it
    // What is lost for good or stands on a branch that does not count left nothing that could be shown.
    for (const Step& step : *steps)
        for (const EntryHash& hash : step.entry.body.after)
            known.insert(hash, {});
    for (const Step& step : *steps)
        known.remove(step.entry.hash);
    QHash<QUuid, QString> names;
    std::vector<HistoryItem> items;
    std::vector<Step*> open;
    for (Step& step : *steps)
        open.push_back(&step);
    // Machines' clocks differ, so an entry may carry an earlier time than what it rests on: as often as needed.
    while (!open.empty()) {
        std::vector<Step*> later;
        for (Step* step : open) {
            const QList<EntryHash>& after = step->entry.body.after;
            const auto isKnown = [&](const EntryHash& hash) { return known.contains(hash); };
            if (!std::all_of(after.begin(), after.end(), isKnown)) {
                later.push_back(step);
                continue;
            }
            Values base;
            for (const EntryHash& hash : after)
                for (const auto& [name, value] : known.value(hash))
                    base[name] = value;
            HistoryItem item = itemOf(kind, *step, base);
            auto who = nameOf(database, step->entry.body.actor, names);
            if (!who)
                return fail(who);
            item.who = *who;
            items.push_back(std::move(item));
            for (const auto& [name, value] : step->values)
                base[name] = value;
            known.insert(step->entry.hash, std::move(base));
        }
        if (later.size() == open.size())
            break; // cannot be: an entry would rest on itself
        open = std::move(later);
    }
    std::stable_sort(
        items.begin(), items.end(), [](const HistoryItem& a, const HistoryItem& b) { return a.at > b.at; });
    return items;
}

} // namespace maiam
