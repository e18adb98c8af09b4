// SPDX-License-Identifier: GPL-3.0-or-later
#include "two_offices.h"

#include "models/exchange/package_scan.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/identity_store.h"
#include "tests/support/wanted_register.h"

#include <QBuffer>
#include <QDir>
#include <QTest>

#include <sodium.h>

using namespace maiam;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");

std::unique_ptr<OfficeKey> keyOf(Register& reg)
{
    std::unique_ptr<OfficeKey> key;
    reg.read([&](Database& database) {
           key = std::make_unique<OfficeKey>(identityStore::office(database).value());
           return true;
       })
        .waitForFinished();
    return key;
}
} // namespace

TwoOffices::TwoOffices()
{
    QDir().mkpath(stick());
    commune = office(QStringLiteral("06838"), OfficeRole::Commune);
    province = office(QStringLiteral("22"), OfficeRole::Province);
    introduce(*commune, *province);
}

std::unique_ptr<Register> TwoOffices::office(const QString& unit, OfficeRole role)
{
    NewRegister wanted = test::wantedRegister(folder(unit));
    wanted.unit = unit;
    wanted.role = role;
    wanted.officeName = role == OfficeRole::Province ? QStringLiteral("Sở Y tế tỉnh Quảng Ninh")
                                                     : QStringLiteral("Ủy ban nhân dân %1").arg(unit);
    return std::move(Register::create(wanted).value().reg);
}

std::unique_ptr<Register> TwoOffices::openAgain(const QString& unit)
{
    return std::move(
        Register::open(folder(unit), Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests()).value());
}

void TwoOffices::introduce(Register& a, Register& b)
{
    for (auto [one, other] : { std::pair(&a, &b), std::pair(&b, &a) }) {
        const OfficeCard card = offices::ownCard(*other).value();
        QVERIFY(offices::trust(*one, OfficeCard::parse(card.toText()).value(), card.fingerprint()));
    }
}

QUuid TwoOffices::writeCase(const QString& childName)
{
    Record child = commune->newRecord(kinds::Child);
    child.set(ChildFields::Name, childName);
    child.set(ChildFields::Birth, QStringLiteral("2016-03-09"));
    child.set(ChildFields::PersonalNumber, QStringLiteral("022316004417"));
    child.set(ChildFields::Sex, QStringLiteral("female"));
    Record file = commune->newRecord(kinds::Case);
    file.set(CaseFields::Child, child.id());
    file.set(CaseFields::Kind, QStringLiteral("physical"));
    file.set(CaseFields::Received, commune->clock().now());
    file.set(CaseFields::Summary, QStringLiteral("Hàng xóm nghe cháu Ánh khóc"));
    file.set(CaseFields::ReporterName, QStringLiteral("Chìu Thị Nga"));
    Batch batch;
    batch.add(child);
    batch.add(file);
    const auto done = commune->commit(batch).result();
    [&] { QVERIFY2(done, why(done).constData()); }();
    return file.id();
}

void TwoOffices::writeMany(int entries)
{
    constexpr int OneBatch = 1000;
    for (int at = 0; at < entries; at += OneBatch) {
        Batch batch;
        for (int i = at; i < std::min(entries, at + OneBatch); ++i) {
            Record child = commune->newRecord(kinds::Child);
            child.set(ChildFields::Name, QStringLiteral("Trẻ thứ %1").arg(i));
            child.set(ChildFields::Sex, QStringLiteral("male"));
            batch.add(child);
        }
        const auto done = commune->commit(std::move(batch)).result();
        QVERIFY2(done, why(done).constData());
    }
}

Result<SealedPackage> TwoOffices::seal()
{
    return sealPackage(*commune, QStringLiteral("22"), stick());
}

Result<SealedPackage> TwoOffices::answer()
{
    return sealPackage(*province, QStringLiteral("06838"), stick());
}

QByteArray TwoOffices::bytesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QString TwoOffices::put(const QByteArray& bytes)
{
    const QString name = m_home.filePath(QStringLiteral("file%1.maiam").arg(++m_files));
    QFile out(name);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? name : QString();
}

QByteArray TwoOffices::insideOf(const QString& file)
{
    std::vector<AgeIdentity> identities;
    identities.push_back(keyOf(*province)->sealIdentity().clone());
    return openAge(bytesOf(file), identities, qint64 { 1 } << 30).value();
}

QString TwoOffices::wrap(const QByteArray& inside, const QList<QByteArray>& sealKeys)
{
    QList<AgeRecipient> recipients;
    for (const QByteArray& key : sealKeys)
        recipients.append(AgeRecipient::fromKey(key).value());
    return put(sealAge(inside, recipients).value());
}

QString TwoOffices::forge(const std::vector<EntryBody>& bodies, const QByteArray& recipientKey)
{
    std::unique_ptr<SigningDevice> device;
    DeviceRange range;
    commune
        ->read([&](Database& database) {
            device = std::make_unique<SigningDevice>(identityStore::device(database).value());
            auto found = database.query(
                QStringLiteral("SELECT folded_seq, folded_hash FROM journal_device WHERE device = ?"), { device->id });
            if (!found->next())
                return false;
            range.first = found->integer(0) + 1;
            range.before = found->blob(1);
            return true;
        })
        .waitForFinished();
    if (!bodies.empty() && bodies.front().seq > 0) {
        range.first = bodies.front().seq;
        range.before = bodies.front().previous;
    }
    range.device = device->id;
    range.key = device->publicKey;
    range.certificate = device->certificate;
    QByteArray items;
    EntryHash previous = range.before;
    range.last = range.first - 1;
    for (EntryBody body : bodies) {
        body.device = device->id;
        body.seq = ++range.last;
        body.previous = previous;
        const QByteArray encoded = entryCodec::encodeBody(body);
        previous = entryCodec::hashBody(encoded);
        QByteArray signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<uchar*>(signature.data()), nullptr,
            reinterpret_cast<const uchar*>(previous.constData()), 32, device->secretKey.data());
        items += packageFormat::encodeEntry(encoded, signature, {});
    }
    range.after = previous;
    return pack(range, items, recipientKey.isEmpty() ? keyOf(*province)->sealKey() : recipientKey);
}

QString TwoOffices::withNames(bool altered)
{
    DeviceRange range;
    QByteArray items;
    commune
        ->read([&](Database& database) {
            const SigningDevice device = identityStore::device(database).value();
            range.device = device.id;
            range.key = device.publicKey;
            range.certificate = device.certificate;
            for (qint64 row = 1;; ++row) {
                auto entry = Journal::readEntry(database, row);
                if (!entry)
                    return true;
                for (IdentityPart& part : entry->parts)
                    if (altered)
                        part.bytes.back() = char(part.bytes.back() ^ 1);
                items += packageFormat::encodeEntry(entry->encoded, entry->signature, entry->parts);
                range.last = entry->body.seq;
                range.after = entry->hash;
            }
        })
        .waitForFinished();
    return pack(range, items, keyOf(*province)->sealKey());
}

QString TwoOffices::pack(const DeviceRange& range, const QByteArray& items, const QByteArray& to)
{
    const auto key = keyOf(*commune);
    PackageHeader header;
    header.sender = commune->office().id;
    header.card = offices::ownCard(*commune).value().toText();
    header.to = province->office().id;
    header.recipients = { packageFormat::recipientFingerprint(to) };
    header.devices = { range };
    QByteArray inside;
    ContextHash digest(context::Package);
    ZstdWriter zstd([&](QByteArrayView bytes) -> Result<> {
        inside += bytes;
        return {};
    });
    const bool whole = zstd.write(packageFormat::encodeHeader(header) + items) && zstd.endFrame()
        && zstd.writeTrailer(key->sign(context::Package, digest.add(inside).result()));
    return whole ? wrap(inside, { to }) : QString();
}

qint64 TwoOffices::number(Register& reg, const QString& sql)
{
    return reg
        .read([&](Database& database) -> qint64 {
            auto found = database.query(sql);
            return found && found->next() ? found->integer(0) : -1;
        })
        .result();
}

QByteArray TwoOffices::heap(Register& reg)
{
    return reg
        .read([&](Database& database) {
            QStringList tables;
            {
                auto names = database.query(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'"));
                while (names->next())
                    tables.append(names->text(0));
            }
            QByteArray heap;
            for (const QString& table : std::as_const(tables)) {
                auto rows = database.query(QStringLiteral("SELECT * FROM \"%1\"").arg(table));
                while (rows && rows->next())
                    for (int i = 0; i < rows->columnCount(); ++i)
                        heap += rows->value(i).toByteArray() + '\n';
            }
            return heap;
        })
        .result();
}
