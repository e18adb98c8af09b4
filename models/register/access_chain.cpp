// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/access_chain.h"

#include "models/base/cbor.h"
#include "models/base/raw_bytes.h"
#include "models/records/kinds.h"

#include <sodium.h>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class AccessTexts
{
    Q_DECLARE_TR_FUNCTIONS(AccessTexts)
};

QByteArray hashOf(const AccessNote& note, const QByteArray& device, qint64 seq, const QByteArray& previous)
{
    CborWriter out;
    out.array(9).bytes(device).unsignedInt(quint64(seq)).integer(note.at).bytes(idBytes(note.user));
    out.unsignedInt(quint64(note.act)).textUtf8(note.kind).bytes(idBytes(note.record)).integer(note.count);
    out.bytes(previous);
    const QByteArray bytes = QByteArrayLiteral("maiam/access/1") + out.take();
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar*>(hash.data()), 32, raw(bytes), size_t(bytes.size()), nullptr, 0);
    return hash;
}

Result<AccessHead> headOf(Database& database, const QByteArray& device)
{
    auto found = database.query(
        QStringLiteral("SELECT seq, hash FROM access_entry WHERE device = ? ORDER BY seq DESC LIMIT 1"), { device });
    if (!found)
        return fail(found);
    return found->next() ? AccessHead { device, found->integer(0), found->blob(1) } : AccessHead { device, 0, {} };
}

/// A record as a code; names of children are never read. Who uses the register stands under the own name anyway, a leak
/// of data or a session under its day (UTC+7), and what belongs to a case or a child under the code of that.
QString codeSql(const QString& record)
{
    return QStringLiteral(
        "coalesce((SELECT code FROM \"case\" c WHERE c.record = %1), (SELECT code FROM child h WHERE h.record = %1), "
        "(SELECT display_name FROM \"user\" p WHERE p.record = %1), "
        "(SELECT strftime('%d/%m/%Y', found / 1000 + 25200, 'unixepoch') FROM incident i WHERE i.record = %1), "
        "(SELECT c.code FROM assessment s JOIN \"case\" c ON c.record = s.\"case\" WHERE s.record = %1), "
        "(SELECT coalesce((SELECT code FROM child h WHERE h.record = k.about), (SELECT code FROM \"case\" c WHERE "
        "c.record = k.about)) FROM hold k WHERE k.record = %1), "
        "(SELECT h.code FROM restriction k JOIN child h ON h.record = k.about WHERE k.record = %1), "
        "(SELECT strftime('%d/%m/%Y', starts / 1000 + 25200, 'unixepoch') FROM session n WHERE n.record = %1), "
        "(SELECT task FROM task t WHERE t.record = %1), (SELECT period FROM remark r WHERE r.record = %1))")
        .arg(record);
}

QString whereOf(const AccessFilter& filter, QVariantList& values)
{
    QStringList parts;
    const auto add = [&](const QString& sql, const QVariant& value) {
        parts.append(sql);
        values.append(value);
    };
    if (filter.user)
        add(QStringLiteral("a.user = ?"), idBytes(*filter.user));
    if (filter.act)
        add(QStringLiteral("a.act = ?"), qint64(*filter.act));
    if (filter.from)
        add(QStringLiteral("a.time >= ?"), *filter.from);
    if (filter.until)
        add(QStringLiteral("a.time < ?"), *filter.until);
    if (!filter.records.empty()) {
        QStringList marks;
        for (const QUuid& record : filter.records) {
            marks.append(QStringLiteral("?"));
            values.append(idBytes(record));
        }
        parts.append(QStringLiteral("a.record IN (%1)").arg(marks.join(u',')));
    }
    return parts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + parts.join(QStringLiteral(" AND "));
}
} // namespace

Result<void> accessChain::append(Database& database, const SigningDevice& device, const std::vector<AccessNote>& notes)
{
    auto head = headOf(database, device.id);
    if (!head)
        return fail(head);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const AccessNote& note = notes[i];
        const QByteArray previous = head->hash;
        head->seq += 1;
        head->hash = hashOf(note, device.id, head->seq, previous);
        QByteArray signature;
        if (i + 1 == notes.size()) { // it speaks for all before it
            signature.resize(crypto_sign_BYTES);
            crypto_sign_detached(
                reinterpret_cast<uchar*>(signature.data()), nullptr, raw(head->hash), 32, device.secretKey.data());
        }
        auto done = database.run(
            QStringLiteral("INSERT INTO access_entry(device, seq, time, user, act, kind, record, count, previous, "
                           "hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            { device.id, head->seq, note.at, idBytes(note.user), qint64(note.act),
                note.kind.isEmpty() ? QVariant() : QVariant(QString::fromLatin1(note.kind)),
                note.record.isNull() ? QVariant() : QVariant(idBytes(note.record)), note.count,
                previous.isEmpty() ? QByteArray("") : previous, head->hash,
                signature.isEmpty() ? QVariant() : QVariant(signature) });
        if (!done)
            return done;
    }
    return {};
}

Result<std::vector<AccessEntry>> accessChain::list(Database& database, const AccessFilter& filter, std::size_t limit)
{
    std::vector<AccessEntry> entries;
    QVariantList values;
    const QString where = whereOf(filter, values);
    Statement found = database.prepared(
        QStringLiteral("SELECT a.device, a.seq, a.time, a.user, a.act, a.kind, a.record, a.count, (SELECT display_name "
                       "FROM \"user\" u WHERE u.record = a.user), %1 FROM access_entry a%2 ORDER BY a.time DESC, a.id "
                       "DESC LIMIT %3")
            .arg(codeSql(QStringLiteral("a.record")), where)
            .arg(limit));
    for (int i = 0; i < values.size(); ++i)
        found.bindValue(i, values.at(i));
    while (found.next()) {
        AccessEntry entry;
        entry.device = found.blob(0);
        entry.seq = found.integer(1);
        entry.note = { AccessAct(found.integer(4)), found.text(5).toLatin1(), QUuid::fromRfc4122(found.blob(6)),
            QUuid::fromRfc4122(found.blob(3)), found.integer(2), found.integer(7) };
        entry.who = found.text(8);
        entry.code = found.text(9);
        entries.push_back(std::move(entry));
    }
    if (auto done = found.finished(); !done)
        return fail(done);
    return entries;
}

Result<std::vector<AccessHead>> accessChain::heads(Database& database)
{
    std::vector<AccessHead> all;
    QList<QByteArray> devices;
    {
        auto found = database.query(QStringLiteral("SELECT DISTINCT device FROM access_entry ORDER BY device"));
        if (!found)
            return fail(found);
        while (found->next())
            devices.append(found->blob(0));
    }
    for (const QByteArray& device : std::as_const(devices)) {
        auto head = headOf(database, device);
        if (!head)
            return fail(head);
        all.push_back(std::move(*head));
    }
    return all;
}

Result<QString> accessChain::codeOf(Database& database, QUuid record)
{
    auto found = database.query(QStringLiteral("SELECT %1").arg(codeSql(QStringLiteral("?1"))), { idBytes(record) });
    if (!found)
        return fail(found);
    const QString code = found->next() ? found->text(0) : QString();
    if (auto done = found->finished(); !done)
        return fail(done);
    return code;
}

Result<bool> accessChain::hasLooksSince(Database& database, UtcMs moment)
{
    auto found =
        database.query(QStringLiteral("SELECT 1 FROM access_entry WHERE time > ? AND act NOT IN (?, ?) LIMIT 1"),
            { moment, qint64(AccessAct::Unlocked), qint64(AccessAct::FailedUnlock) });
    if (!found)
        return fail(found);
    const bool any = found->next();
    if (auto done = found->finished(); !done)
        return fail(done);
    return any;
}

Result<QStringList> accessChain::check(Database& database)
{
    QStringList problems;
    auto found = database.query(
        QStringLiteral("SELECT a.device, a.seq, a.time, a.user, a.act, a.kind, a.record, a.count, a.previous, a.hash, "
                       "a.signature, d.key FROM access_entry a LEFT JOIN journal_device d ON d.device = a.device ORDER "
                       "BY a.device, a.seq"));
    if (!found)
        return fail(found);
    AccessHead last;
    bool lastSigned = true;
    const auto broken = [&](qint64 seq) {
        problems.append(
            AccessTexts::tr("The chain of looking of device %1 is broken at entry %2: somebody has altered it.")
                .arg(QString::fromLatin1(last.device.left(4).toHex()))
                .arg(seq));
    };
    while (found->next() && problems.size() < 20) {
        const QByteArray device = found->blob(0);
        if (device != last.device) {
            if (!lastSigned)
                broken(last.seq);
            last = { device, 0, {} };
        }
        const AccessNote note { AccessAct(found->integer(4)), found->text(5).toLatin1(),
            QUuid::fromRfc4122(found->blob(6)), QUuid::fromRfc4122(found->blob(3)), found->integer(2),
            found->integer(7) };
        const qint64 seq = found->integer(1);
        const QByteArray hash = found->blob(9), signature = found->blob(10), key = found->blob(11);
        const bool fits =
            seq == last.seq + 1 && found->blob(8) == last.hash && hash == hashOf(note, device, seq, found->blob(8));
        lastSigned = signature.size() == crypto_sign_BYTES && key.size() == crypto_sign_PUBLICKEYBYTES
            && crypto_sign_verify_detached(raw(signature), raw(hash), 32, raw(key)) == 0;
        if (!fits || (!signature.isEmpty() && !lastSigned))
            broken(seq);
        last.seq = seq;
        last.hash = hash;
    }
    if (!lastSigned && problems.isEmpty())
        broken(last.seq); // what stands last must be signed
    if (auto done = found->finished(); !done)
        return fail(done);
    return problems;
}

} // namespace maiam
