// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/send_state.h"

namespace maiam {

Result<SendStates> SendStates::read(Database& database)
{
    SendStates states;
    auto packed = database.query(QStringLiteral("SELECT d.id, max(p.last_seq) FROM package_log p JOIN journal_device d "
                                                "ON d.device = p.device WHERE p.outgoing = 1 GROUP BY d.id"));
    if (!packed)
        return fail(packed);
    while (packed->next())
        states.m_devices[packed->integer(0)].packed = packed->integer(1);
    auto received = database.query(QStringLiteral(
        "SELECT d.id, max(r.seq) FROM receipt r JOIN journal_device d ON d.device = r.device GROUP BY d.id"));
    if (!received)
        return fail(received);
    while (received->next())
        states.m_devices[received->integer(0)].received = received->integer(1);
    return states;
}

SendState SendStates::of(qint64 deviceRow, qint64 seq) const
{
    const Reach reach = m_devices.value(deviceRow);
    if (seq <= reach.received)
        return SendState::Received;
    return seq <= reach.packed ? SendState::Packed : SendState::NotSent;
}

QString SendStates::unsentSql()
{
    // By the chain's index, which holds all that is asked; left alone, the planner walks the records in their order and
    // fetches every entry to look at its device. What the province writes goes to nobody, so nothing of it waits.
    return QStringLiteral("SELECT e.record FROM journal_device d JOIN journal_entry e INDEXED BY journal_entry_chain "
                          "ON e.device = d.id "
                          "AND e.seq > coalesce((SELECT max(p.last_seq) FROM package_log p WHERE p.device = d.device "
                          "AND p.outgoing = 1), 0) "
                          "WHERE d.office = (SELECT office FROM journal_device WHERE id = 1) "
                          "AND (SELECT count(*) FROM office WHERE role = 'province' AND owner = (SELECT office FROM "
                          "journal_device WHERE id = 1)) = 0");
}

Result<qint64> SendStates::unsentRecords(Database& database)
{
    auto found =
        database.query(QStringLiteral("SELECT count(*) FROM (SELECT DISTINCT record FROM (%1))").arg(unsentSql()));
    if (!found)
        return fail(found);
    return found->next() ? found->integer(0) : 0;
}

} // namespace maiam
