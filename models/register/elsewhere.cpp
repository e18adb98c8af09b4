// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/elsewhere.h"

namespace maiam {

Result<void> elsewhere::note(Database& database, const QByteArray& office, const QByteArray& device, const Held& entry)
{
    return database.run(
        QStringLiteral("INSERT OR IGNORE INTO held_elsewhere(office, device, seq, hash) VALUES (?, ?, ?, ?)"),
        { office, device, entry.first, entry.second });
}

Result<void> elsewhere::forgetPutAside(Database& database, const QByteArray& office)
{
    return database.run(QStringLiteral("DELETE FROM put_aside_elsewhere WHERE office = ?"), { office });
}

Result<void> elsewhere::notePutAside(
    Database& database, const QByteArray& office, const QByteArray& device, const PutAside& stretch)
{
    return database.run(
        QStringLiteral("INSERT OR IGNORE INTO put_aside_elsewhere(office, device, first_seq, seq, hash) "
                       "VALUES (?, ?, ?, ?, ?)"),
        { office, device, stretch.first, stretch.last, stretch.hash });
}

Result<std::vector<elsewhere::PutAside>> elsewhere::putAside(Database& database, const QByteArray& device)
{
    std::vector<PutAside> all;
    auto found = database.query(
        QStringLiteral("SELECT first_seq, seq, hash FROM put_aside_elsewhere WHERE device = ? ORDER BY seq, hash"),
        { device });
    if (!found)
        return fail(found);
    while (found->next())
        all.push_back({ found->integer(0), found->integer(1), found->blob(2) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

Result<QHash<QByteArray, elsewhere::Held>> elsewhere::furthest(Database& database)
{
    QHash<QByteArray, Held> furthest;
    auto found = database.query(QStringLiteral(
        "SELECT h.device, h.seq, h.hash FROM held_elsewhere h WHERE NOT EXISTS (SELECT 1 FROM journal_device d JOIN "
        "journal_entry e ON e.device = d.id WHERE d.device = h.device AND e.seq = h.seq AND e.hash = h.hash) "
        "ORDER BY h.device, h.seq, h.hash"));
    if (!found)
        return fail(found);
    while (found->next())
        furthest.insert(found->blob(0), { found->integer(1), found->blob(2) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return furthest;
}

} // namespace maiam
