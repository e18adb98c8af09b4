// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/chain_check.h"

#include "models/journal/chain_rules.h"
#include "models/journal/journal.h"

#include <sodium.h>

namespace maiam {

namespace {
struct Device
{
    qint64 row = 0;
    QByteArray key;
    ChainHead head;
    bool forked = false;
};

Result<std::vector<Device>> devices(Database& database)
{
    auto found = database.query(QStringLiteral(
        "SELECT id, key, device, folded_seq, folded_hash, forked_seq FROM journal_device ORDER BY device"));
    if (!found)
        return fail(found);
    std::vector<Device> list;
    while (found->next())
        list.push_back({ found->integer(0), found->blob(1), { found->blob(2), found->integer(3), found->blob(4) },
            !found->isNull(5) });
    if (found->error())
        return fail(found->finished());
    return list;
}

Error broken(const QByteArray& device, qint64 seq, const QString& what)
{
    return { ErrorCode::Damaged,
        QCoreApplication::translate("Backup",
            "The entries of device %1 are not whole at number %2. This file is not to be relied on; use another "
            "backup.")
            .arg(QString::fromLatin1(device.left(4).toHex()))
            .arg(seq),
        what };
}

/// The body is a CBOR array whose last item is the hash of the entry before, as 32 bytes, or no bytes for the first.
bool follows(QByteArrayView body, const EntryHash& previous)
{
    if (previous.isEmpty())
        return body.endsWith(QByteArrayView("\x40", 1));
    return body.size() > 34 && body.last(34).startsWith(QByteArrayView("\x58\x20", 2))
        && body.last(32) == QByteArrayView(previous);
}

bool isSigned(const QByteArray& key, const EntryHash& hash, const QByteArray& signature)
{
    return key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(reinterpret_cast<const uchar*>(signature.constData()),
               reinterpret_cast<const uchar*>(hash.constData()), size_t(hash.size()),
               reinterpret_cast<const uchar*>(key.constData()))
        == 0;
}

Error checkStopped()
{
    return { ErrorCode::Cancelled, QCoreApplication::translate("Backup", "The check was stopped."), {} };
}

/// Whether the office of a device has given up all its entries from one number to another (law 9).
Result<bool> areGivenUp(Database& database, const QByteArray& device, qint64 first, qint64 last)
{
    auto rules = ChainRules::read(database);
    if (!rules)
        return fail(rules);
    const DeviceRule* rule = rules->of(device);
    return rule && rule->isMissing(first, last);
}

/// The chain that counts, without what is kept aside. Behind a stretch that is given up an entry's own signature says
/// what the hash before it cannot.
Result<void> walkOne(Database& database, const Device& device, const std::atomic_bool* cancelled)
{
    const QByteArray& id = device.head.device;
    auto found = database.query(
        QStringLiteral("SELECT seq, hash, body, signature FROM journal_entry WHERE device = ? AND seq <= ? AND "
                       "state <> ? ORDER BY seq, id"),
        { device.row, device.head.seq, int(EntryState::Forked) });
    if (!found)
        return fail(found);
    EntryHash previous;
    qint64 seq = 0;
    while (found->next()) {
        if (cancelled && *cancelled)
            return tl::unexpected<Error>(checkStopped());
        const qint64 at = found->integer(0);
        // Of a device with two branches both stand here; what they share is followed, the rest is known to be in doubt.
        if (device.forked && at == seq)
            continue;
        const EntryHash hash = found->blob(1);
        const QByteArray body = found->blob(2);
        if (at != seq + 1) {
            auto givenUp = areGivenUp(database, id, seq + 1, at - 1);
            if (!givenUp)
                return fail(givenUp);
            if (!*givenUp || !isSigned(device.key, hash, found->blob(3)))
                return tl::unexpected<Error>(broken(id, at, QStringLiteral("gap")));
        } else if (!follows(body, previous)) {
            return tl::unexpected<Error>(broken(id, at, QStringLiteral("chain")));
        }
        if (entryCodec::hashBody(body) != hash)
            return tl::unexpected<Error>(broken(id, at, QStringLiteral("hash")));
        previous = hash;
        seq = at;
    }
    if (found->error())
        return found->finished();
    if (seq != device.head.seq || previous != device.head.hash)
        return tl::unexpected<Error>(broken(id, seq, QStringLiteral("head")));
    return {};
}

Result<void> checkSignature(Database& database, const Device& device)
{
    auto last =
        database.query(QStringLiteral("SELECT signature FROM journal_entry WHERE device = ? AND seq = ? AND hash = ?"),
            { device.row, device.head.seq, device.head.hash });
    if (!last)
        return fail(last);
    if (!last->next() || !isSigned(device.key, device.head.hash, last->blob(0)))
        return tl::unexpected<Error>(broken(device.head.device, device.head.seq, QStringLiteral("signature")));
    return {};
}

Result<Chains> collect(Database& database, const std::vector<Device>& all)
{
    Chains chains;
    for (const Device& device : all)
        chains.heads.append(device.head);
    auto count = database.query(QStringLiteral("SELECT count(*) FROM journal_entry"));
    if (!count)
        return fail(count);
    chains.entries = count->next() ? count->integer(0) : 0;
    return chains;
}
} // namespace

Result<Chains> chainCheck::read(Database& database)
{
    auto all = devices(database);
    if (!all)
        return fail(all);
    return collect(database, *all);
}

Result<Chains> chainCheck::walk(Database& database, const std::atomic_bool* cancelled)
{
    auto all = devices(database);
    if (!all)
        return fail(all);
    for (const Device& device : *all) {
        if (device.head.seq == 0)
            continue;
        if (auto walked = walkOne(database, device, cancelled); !walked)
            return fail(walked);
        if (auto checked = checkSignature(database, device); !checked)
            return fail(checked);
    }
    return collect(database, *all);
}

} // namespace maiam
