// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/access_heads.h"

#include <QHash>

#include <algorithm>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class AccessHeadTexts
{
    Q_DECLARE_TR_FUNCTIONS(AccessHeadTexts)
};

struct Known
{
    qint64 seq = 0;
    QByteArray hash;
    UtcMs sealed = 0;
    QByteArray told; ///< the end that was complained about last
};

Result<QHash<QByteArray, Known>> knownOf(Database& database, const QByteArray& office)
{
    QHash<QByteArray, Known> known;
    auto found = database.query(
        QStringLiteral("SELECT device, seq, hash, sealed, told FROM access_head WHERE office = ?"), { office });
    if (!found)
        return fail(found);
    while (found->next())
        known.insert(found->blob(0), { found->integer(1), found->blob(2), found->integer(3), found->blob(4) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return known;
}

Result<void> store(Database& database, const QByteArray& office, const QByteArray& device, const Known& head)
{
    return database.run(QStringLiteral("INSERT OR REPLACE INTO access_head(office, device, seq, hash, sealed, told) "
                                       "VALUES (?, ?, ?, ?, ?, ?)"),
        { office, device, head.seq, head.hash, head.sealed, head.told });
}
} // namespace

Result<QStringList> accessHeads::keep(Database& database, const PackageHeader& header, const QString& unit, UtcMs now)
{
    QStringList problems;
    auto known = knownOf(database, header.sender);
    if (!known)
        return fail(known);
    const UtcMs sealed = std::min(header.time, now); // a clock that runs ahead must not silence what comes after
    for (const PackageReceipt& head : header.access) {
        Known before = known->value(head.device);
        const bool same = before.seq == head.seq && before.hash == head.hash;
        if (same || sealed < before.sealed)
            continue; // nothing new, or a package that lay on a stick meanwhile
        if (head.seq > before.seq) {
            if (auto done = store(database, header.sender, head.device, { head.seq, head.hash, sealed, before.told });
                !done)
                return fail(done);
            continue;
        }
        if (before.told == head.hash)
            continue;
        const QString name = packageFormat::deviceName(unit, head.device);
        problems.append(head.seq < before.seq
                ? AccessHeadTexts::tr(
                    "%1: the record of who looked ends at entry %2; before it went to %3. The register "
                    "there was set back or copied, or somebody cut the record. Call the office.")
                      .arg(name)
                      .arg(head.seq)
                      .arg(before.seq)
                : AccessHeadTexts::tr("%1: entry %2 of the record of who looked is another one than before. Somebody "
                                      "wrote the record anew, or two copies of the register are in use. Call the "
                                      "office.")
                      .arg(name)
                      .arg(head.seq));
        before.told = head.hash;
        if (auto done = store(database, header.sender, head.device, before); !done)
            return fail(done);
    }
    return problems;
}

} // namespace maiam
