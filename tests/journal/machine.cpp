// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"

#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/schema.h"

#include <sodium.h>

using namespace maiam;

namespace {
template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s / %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}
void must(Result<void> result)
{
    if (!result)
        qFatal("%s / %s", qPrintable(result.error().message), qPrintable(result.error().detail));
}
} // namespace

TestOffice TestOffice::make()
{
    TestOffice office { {}, QByteArray(32, 0), QByteArray(64, 0) };
    crypto_sign_keypair(
        reinterpret_cast<uchar*>(office.publicKey.data()), reinterpret_cast<uchar*>(office.secretKey.data()));
    office.id = SigningDevice::idOf(office.publicKey);
    return office;
}

void Machine::open()
{
    m_database = std::make_unique<Database>(
        must(Database::open(m_folder.filePath(QStringLiteral("m.db")), SecretKey::random(32), OpenMode::Create)));
    must(schema::upgrade(*m_database));
    must(m_database->run(QStringLiteral("PRAGMA synchronous=OFF")));
    m_journal = std::make_unique<Journal>(
        *m_database,
        [](const RecordKind&, qint64, const FoldedRecord&, const FoldedRecord&) -> Result<void> { return {}; },
        [this](const QByteArray& id) { return m_offices.value(id); });
    m_journal->setOffice(m_device->office);
    must(m_journal->tables().createMissing());
}

Machine::Machine(std::unique_ptr<SigningDevice> device, const QHash<QByteArray, QByteArray>& offices)
    : m_device(std::move(device))
    , m_offices(offices)
{
    open();
}

Machine::Machine(
    const QByteArray& office, const QByteArray& officeSecretKey, const QHash<QByteArray, QByteArray>& offices)
    : m_device(std::make_unique<SigningDevice>(SigningDevice::generate(office)))
    , m_offices(offices)
{
    open();
    introduce(officeSecretKey);
}

Values introductionOf(const SigningDevice& device, const QByteArray& officeSecretKey)
{
    const QByteArray message = QByteArrayLiteral("maiam/device/1") + device.publicKey + device.office;
    QByteArray certificate(64, 0);
    crypto_sign_detached(reinterpret_cast<uchar*>(certificate.data()), nullptr,
        reinterpret_cast<const uchar*>(message.constData()), size_t(message.size()),
        reinterpret_cast<const uchar*>(officeSecretKey.constData()));
    return { { "key", device.publicKey }, { "office", device.office }, { "certificate", certificate } };
}

Entry signedEntry(const SigningDevice& device, const EntryBody& body)
{
    Entry entry;
    entry.body = body;
    entry.encoded = entryCodec::encodeBody(body);
    entry.hash = entryCodec::hashBody(entry.encoded);
    entry.signature = QByteArray(crypto_sign_BYTES, 0);
    crypto_sign_detached(reinterpret_cast<uchar*>(entry.signature.data()), nullptr,
        reinterpret_cast<const uchar*>(entry.hash.constData()), size_t(entry.hash.size()), device.secretKey.data());
    return entry;
}

void Machine::introduce(const QByteArray& officeSecretKey)
{
    m_introduction = writeAfter(kinds::Device, recordId::named(m_device->office, "device/" + m_device->id),
        introductionOf(*m_device, officeSecretKey), {}, 1);
}

void Machine::becomeAnotherDevice(const QByteArray& officeSecretKey)
{
    m_device = std::make_unique<SigningDevice>(SigningDevice::generate(m_device->office));
    introduce(officeSecretKey);
}

std::unique_ptr<Machine> Machine::copied()
{
    auto same = std::make_unique<SigningDevice>(SigningDevice {
        m_device->id, m_device->office, m_device->publicKey, m_device->secretKey.clone(), m_device->certificate });
    std::unique_ptr<Machine> copy(new Machine(std::move(same), m_offices));
    copy->m_introduction = m_introduction;
    copy->receivePackage(held());
    return copy;
}

std::vector<Entry> Machine::held()
{
    std::vector<qint64> rows;
    auto found = must(m_database->query(QStringLiteral("SELECT id FROM journal_entry ORDER BY id")));
    while (found.next())
        rows.push_back(found.integer(0));
    std::vector<Entry> entries;
    for (const qint64 row : rows)
        entries.push_back(must(Journal::readEntry(*m_database, row)));
    return entries;
}

void Machine::confirmErasures()
{
    auto transaction = must(Transaction::begin(*m_database));
    for (const Erasure& erasure : must(erasure::all(*m_database, m_device->office)))
        must(m_database->run(
            QStringLiteral("INSERT OR IGNORE INTO erasure_in_force(hash, at) VALUES (?, 1)"), { erasure.hash }));
    must(m_journal->applyErasures());
    must(m_journal->flush());
    must(transaction.commit());
}

QString Machine::recomputed()
{
    auto transaction = must(Transaction::begin(*m_database));
    must(m_journal->recompute());
    must(transaction.commit());
    return shared();
}

std::optional<Entry> Machine::tryWrite(
    const RecordKind& kind, QUuid record, const Values& values, qint64 time, bool deletes)
{
    return tryWriteAfter(kind, record, values, heads(kind, record), time, deletes);
}

std::optional<Entry> Machine::tryWriteAfter(const RecordKind& kind, QUuid record, const Values& values,
    const QList<EntryHash>& after, qint64 time, bool deletes)
{
    Batch batch;
    batch.changes.push_back({ &kind, record, after, values, deletes });
    return tryCommit(batch, time);
}

std::optional<Entry> Machine::tryCommit(const Batch& one, qint64 time)
{
    auto transaction = must(Transaction::begin(*m_database));
    auto done = m_journal->append(*m_device, one, time);
    if (!done) {
        if (done.error().code != ErrorCode::NotAllowed && done.error().code != ErrorCode::Conflict)
            qFatal("%s / %s", qPrintable(done.error().message), qPrintable(done.error().detail));
        transaction.rollback();
        m_journal->forget();
        return std::nullopt;
    }
    const Entry written = lastOwn();
    must(m_journal->flush());
    must(transaction.commit());
    return written;
}

Entry Machine::lastOwn()
{
    auto found = must(m_database->query(QStringLiteral("SELECT max(id) FROM journal_entry")));
    if (!found.next())
        qFatal("no entry");
    return must(Journal::readEntry(*m_database, found.integer(0)));
}

Entry Machine::write(const RecordKind& kind, QUuid record, const Values& values, qint64 time, bool deletes)
{
    return writeAfter(kind, record, values, heads(kind, record), time, deletes);
}

Entry Machine::writeAfter(const RecordKind& kind, QUuid record, const Values& values, const QList<EntryHash>& after,
    qint64 time, bool deletes)
{
    Batch batch;
    batch.changes.push_back({ &kind, record, after, values, deletes });
    auto transaction = must(Transaction::begin(*m_database));
    must(m_journal->append(*m_device, batch, time));
    const Entry written = lastOwn();
    must(m_journal->flush());
    must(transaction.commit());
    return written;
}

std::vector<Entry> Machine::commit(const Batch& batch, qint64 time)
{
    const size_t before = held().size();
    auto transaction = must(Transaction::begin(*m_database));
    must(m_journal->append(*m_device, batch, time));
    must(m_journal->flush());
    must(transaction.commit());
    std::vector<Entry> all = held();
    all.erase(all.begin(), all.begin() + qsizetype(before));
    return all;
}

Arrival Machine::receive(const Entry& entry)
{
    auto transaction = must(Transaction::begin(*m_database));
    const Arrival arrival = must(m_journal->receive(entry));
    must(m_journal->flush());
    must(transaction.commit());
    return arrival;
}

void Machine::receivePackage(const std::vector<Entry>& entries)
{
    auto transaction = must(Transaction::begin(*m_database));
    for (const Entry& entry : entries)
        must(m_journal->receive(entry));
    must(m_journal->flush());
    must(transaction.commit());
}

void Machine::adopt(const QByteArray& list)
{
    if (list.isEmpty())
        return;
    auto transaction = must(Transaction::begin(*m_database));
    must(m_journal->adoptErasures(list));
    must(m_journal->flush());
    must(transaction.commit());
}

std::vector<std::pair<EntryHash, EntryState>> Machine::states()
{
    std::vector<std::pair<EntryHash, EntryState>> all;
    auto found = must(m_database->query(QStringLiteral("SELECT hash, state FROM journal_entry ORDER BY id")));
    while (found.next())
        all.emplace_back(found.blob(0), EntryState(found.integer(1)));
    return all;
}

QList<EntryHash> Machine::heads(const RecordKind& kind, QUuid record)
{
    const auto stored = load(kind, record);
    return stored ? stored->folded.heads : QList<EntryHash>();
}

std::optional<StoredRecord> Machine::load(const RecordKind& kind, QUuid record)
{
    return must(m_journal->tables().load(kind, record));
}

QString Machine::shared()
{
    QStringList lines;
    for (const RecordKind* kind : kinds::all()) {
        QStringList columns { QStringLiteral("hex(record)"), QStringLiteral("hex(owner)"), QStringLiteral("flags"),
            QStringLiteral("hex(fold)") };
        for (const Field* field : kind->fields)
            columns.append(QStringLiteral("quote(%1)").arg(RecordTables::quoted(field->name)));
        auto rows = must(m_database->query(QStringLiteral("SELECT %1 FROM %2 ORDER BY record")
                                               .arg(columns.join(u','), RecordTables::quoted(kind->name))));
        while (rows.next()) {
            QStringList line { QString::fromLatin1(kind->name) };
            for (int c = 0; c < columns.size(); ++c)
                line.append(rows.text(c));
            lines.append(line.join(u'|'));
        }
    }
    auto states = must(m_database->query(QStringLiteral("SELECT hex(hash), state FROM journal_entry ORDER BY hash")));
    while (states.next())
        lines.append(states.text(0) + u' ' + states.text(1));
    return lines.join(u'\n');
}

QString Machine::foldedAgain()
{
    must(m_journal->refoldAll());
    return shared();
}

void resign(Entry& entry, const SigningDevice& device)
{
    entry.encoded = entryCodec::encodeBody(entry.body);
    entry.hash = entryCodec::hashBody(entry.encoded);
    entry.signature = QByteArray(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<uchar*>(entry.signature.data()), nullptr,
        reinterpret_cast<const uchar*>(entry.hash.constData()), size_t(entry.hash.size()), device.secretKey.data());
}

OneChild::OneChild(const Values& values)
    : child(recordId::create(world.commune.id))
{
    giveAll(*b, { a->introduction(), a->write(kinds::Child, child, values, 10) });
    a->receive(b->introduction());
}

void giveAll(Machine& to, const std::vector<Entry>& entries)
{
    for (const Entry& entry : entries)
        to.receive(entry);
}
