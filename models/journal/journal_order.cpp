// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the order of arrival not matter: entries that wait, folding again (laws 2 and 5).
#include "models/journal/journal.h"

#include "models/records/kinds.h"

namespace maiam {

namespace {
Result<QList<qint64>> rowsOf(Database& database, const QString& sql, std::initializer_list<QVariant> values = {})
{
    QList<qint64> rows;
    auto found = database.query(sql, values);
    if (!found)
        return fail(found);
    while (found->next())
        rows.append(found->integer(0));
    return rows;
}
} // namespace

Result<bool> Journal::tryWaiting(qint64 row)
{
    auto entry = readEntry(m_database, row);
    if (!entry)
        return fail(entry);
    auto state = device(entry->body.device);
    if (!state)
        return fail(state);
    DeviceState& from = **state;
    const RecordKind* kind = kinds::find(entry->body.kind);
    auto stored = kind ? m_tables.load(*kind, entry->body.record) : Result<std::optional<StoredRecord>>(std::nullopt);
    if (!stored)
        return fail(stored);
    auto ready = eligible(from, *entry, *stored);
    if (!ready)
        return ready;
    if (!*ready)
        return false;
    // What waited was not covered by a checked chain when it came, so its own signature counts.
    const EntryState admitted = admit(from, *entry);
    const EntryState now = isSignedBy(from.key, *entry) ? admitted : EntryState::NotAllowed;
    if (auto done = setState(row, now); !done)
        return fail(done);
    if (auto done = rememberOffice(from, *entry); !done)
        return fail(done);
    if (now == EntryState::Folded) {
        auto values = valuesOf(*entry);
        if (!values)
            return fail(values);
        if (auto done = foldIn(from, *kind, *entry, std::move(*values), row, *stored); !done)
            return fail(done);
    }
    from.foldedSeq = entry->body.seq;
    from.foldedHash = entry->hash;
    from.dirty = true;
    return true;
}

Result<void> Journal::wake(const QByteArray& deviceId, QUuid record)
{
    std::vector<std::pair<QByteArray, QUuid>> work { { deviceId, record } };
    while (!work.empty()) {
        const auto [wakingDevice, wakingRecord] = work.back();
        work.pop_back();
        auto state = device(wakingDevice);
        if (!state)
            return fail(state);
        auto next = rowsOf(m_database,
            QStringLiteral("SELECT id FROM journal_entry WHERE device = ? AND seq = ? AND state = 1"),
            { (*state)->row, (*state)->foldedSeq + 1 });
        if (!next)
            return fail(next);
        auto resting = rowsOf(m_database, QStringLiteral("SELECT id FROM journal_entry WHERE state = 1 AND record = ?"),
            { idBytes(wakingRecord) });
        if (!resting)
            return fail(resting);
        for (const qint64 row : *next + *resting) {
            auto entry = readEntry(m_database, row);
            if (!entry)
                return fail(entry);
            auto woken = tryWaiting(row);
            if (!woken)
                return fail(woken);
            if (*woken)
                work.emplace_back(entry->body.device, entry->body.record);
        }
    }
    // Both conditions: the index of the few that do not fold is found by the first one only.
    auto left =
        rowsOf(m_database, QStringLiteral("SELECT id FROM journal_entry WHERE state <> 0 AND state = 1 LIMIT 1"));
    if (!left)
        return fail(left);
    m_anyWaiting = !left->isEmpty();
    return {};
}

/// Entries of a kind that this program has only now learnt, each by what its own writer may write (law 7).
Result<void> Journal::judgeLearntKinds()
{
    auto rows = rowsOf(m_database, QStringLiteral("SELECT id FROM journal_entry WHERE state = 4 ORDER BY id"));
    if (!rows)
        return fail(rows);
    for (const qint64 row : std::as_const(*rows)) {
        auto entry = readEntry(m_database, row);
        if (!entry)
            return fail(entry);
        if (!kinds::find(entry->body.kind))
            continue;
        auto state = device(entry->body.device);
        if (!state)
            return fail(state);
        if (auto done = setState(row, admit(**state, *entry)); !done)
            return done;
    }
    return {};
}

Result<void> Journal::refoldAll()
{
    if (auto done = learnRules(); !done)
        return done;
    if (auto done = judgeLearntKinds(); !done)
        return done;
    for (const RecordKind* kind : kinds::all()) {
        QList<QByteArray> records;
        auto found = m_database.query(QStringLiteral("SELECT record FROM %1").arg(RecordTables::quoted(kind->name)));
        if (!found)
            return fail(found);
        while (found->next())
            records.append(found->blob(0));
        for (const QByteArray& record : std::as_const(records))
            if (auto done = refold(*kind, QUuid::fromRfc4122(record)); !done)
                return done;
    }
    // Records whose table has no row yet: entries of a kind that this program has only now learnt.
    QList<qint64> rows;
    {
        auto unknown = rowsOf(
            m_database, QStringLiteral("SELECT id FROM journal_entry WHERE state = 0 GROUP BY record HAVING min(id)"));
        if (!unknown)
            return fail(unknown);
        rows = *unknown;
    }
    for (const qint64 row : std::as_const(rows)) {
        auto entry = readEntry(m_database, row);
        if (!entry)
            return fail(entry);
        const RecordKind* kind = kinds::find(entry->body.kind);
        if (!kind)
            continue;
        auto stored = m_tables.load(*kind, entry->body.record);
        if (!stored)
            return fail(stored);
        if (*stored)
            continue;
        if (auto done = refold(*kind, entry->body.record); !done)
            return done;
    }
    return {};
}

} // namespace maiam
