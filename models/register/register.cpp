// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register.h"

#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/clock_check.h"
#include "models/register/device_care.h"
#include "models/register/erasure_list.h"
#include "models/register/identity_store.h"
#include "models/register/key_change.h"
#include "models/register/keys_memory.h"
#include "models/register/own_device.h"
#include "models/register/register_backups.h"
#include "models/register/register_files.h"
#include "models/register/register_place.h"
#include "models/register/register_transaction.h"
#include "models/register/schema.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace maiam {

namespace {
QString databaseFile(const QString& folder)
{
    return UnlockedFolder::databaseFile(folder);
}
QString keysFile(const QString& folder)
{
    return UnlockedFolder::keysFile(folder);
}

// What lists and figures ask for stands in indexes, so caches need to hold little; they are what makes the memory grow
// with the register.
constexpr EngineOptions WriterOptions { 4 * 1024, 5000 };
constexpr EngineOptions ReaderOptions { 4 * 1024, 5000 };

/// Entries beyond which a transaction is no officer's save but an import or a package.
constexpr size_t LargeTransaction = 500;
constexpr int LargeCacheKiB = 64 * 1024;

/// A large transaction touches every index all over: with a small cache the same pages would be decrypted and encrypted
/// again and again. Lowering it frees the pages at once. It only changes speed, so a failure is nobody's concern.
void fitCache(Database& database, size_t entries)
{
    const int size = entries > LargeTransaction ? LargeCacheKiB : WriterOptions.cacheKiB;
    static_cast<void>(database.runScript(QStringLiteral("PRAGMA cache_size=-%1").arg(size)));
}

/// A register that a newer program has written: nothing here can write to it from now on, whatever forgets to ask. What
/// waits to be erased in it (law 10) this program cannot erase, so it may not show it either.
Result<void> onlyRead(Database& database, const QString& folder)
{
    auto waiting = erasureList::waiting(folder);
    if (!waiting)
        return fail(waiting);
    if (!waiting->empty())
        return fail(ErrorCode::NewerVersion,
            Register::tr(
                "This register was restored and written by a newer version of Mái Ấm. Something in it is still "
                "to be erased, which only that version can do, so nothing was opened. Install the newer "
                "program, then open it there."));
    return database.runScript(QStringLiteral("PRAGMA query_only=ON"));
}

QString roleText(OfficeRole role)
{
    return role == OfficeRole::Province ? QStringLiteral("province") : QStringLiteral("commune");
}
} // namespace

Register::Register(QString folder, SecretKey key, std::shared_ptr<Clock> clock)
    : m_folder(std::move(folder))
    , m_key(std::move(key))
    , m_clock(std::move(clock))
{
    // Opening takes a second of key derivation and so runs beside the windows; the object belongs to their thread.
    if (QCoreApplication::instance())
        moveToThread(QCoreApplication::instance()->thread());
}

Register::~Register()
{
    if (m_device)
        writeAccess().waitForFinished();
    // The journal borrows the writer's connection, so it goes first, in the writer's thread.
    if (m_journal)
        m_writer
            .run([this](Database&) {
                m_journal.reset();
                return true;
            })
            .waitForFinished();
}

bool Register::exists(const QString& folder)
{
    return QFileInfo::exists(databaseFile(folder)) || QFileInfo::exists(keysFile(folder));
}

Result<QList<KeysFile::SlotInfo>> Register::users(const QString& folder, const KdfLimits& limits)
{
    if (auto finished = KeyChanger::finishInterrupted(folder); !finished)
        return fail(finished);
    auto keys = KeysFile::read(keysFile(folder), limits);
    if (!keys)
        return fail(keys);
    QList<KeysFile::SlotInfo> people;
    for (const KeysFile::SlotInfo& slot : keys->slotList())
        if (slot.kind == KeysFile::SlotKind::Passphrase)
            people.append(slot);
    return people;
}

Result<CreatedRegister> Register::create(const NewRegister& wanted, std::shared_ptr<Clock> clock)
{
    if (exists(wanted.folder))
        return fail(ErrorCode::AlreadyExists,
            tr("There is a register in this folder already. Choose another folder, or open that register."));
    if (auto place = registerPlace::check(wanted.folder); !place)
        return fail(place);
    if (!QDir().mkpath(wanted.folder))
        return fail(ErrorCode::ReadOnly,
            tr("The folder for the register cannot be made. Choose a folder in which you may write."));
    QFile::setPermissions(wanted.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    auto recovery = wanted.recoveryKey.isEmpty() ? Result<RecoveryKey>(RecoveryKey::random())
                                                 : RecoveryKey::parse(wanted.recoveryKey);
    if (!recovery)
        return fail(recovery);
    SecretKey key = SecretKey::random(Engine::KeyBytes);
    std::unique_ptr<Register> made(new Register(wanted.folder, key.clone(), std::move(clock)));
    made->m_limits = wanted.limits;
    const auto undo = [&](const Error& error) -> tl::unexpected<Error> {
        made.reset();
        registerFiles::removeMade(wanted.folder);
        return tl::unexpected<Error>(error);
    };
    if (auto started = made->start(OpenMode::Create); !started)
        return started.error().code == ErrorCode::AlreadyExists ? fail(started) : undo(started.error()); // not ours
    if (auto identity = made->makeIdentity(); !identity)
        return undo(identity.error());
    const QUuid user = recordId::create(made->m_office.id);
    if (auto founded = made->found(wanted, user); !founded)
        return undo(founded.error());

    KeysFile keys(QUuid::createUuid(), wanted.limits);
    if (auto done =
            keys.addPassphraseSlot(user, wanted.displayName, wanted.userRole, wanted.passphrase, key, wanted.cost);
        !done)
        return undo(done.error());
    if (auto done = keys.addRecoverySlot(*recovery, key); !done)
        return undo(done.error());
    if (auto done = keys.write(keysFile(wanted.folder)); !done)
        return undo(done.error());
    if (auto done = made->compareKeys(keys); !done)
        return undo(done.error());
    made->m_user = user;
    made->m_userLabel = wanted.displayName;
    return CreatedRegister { std::move(made), std::move(*recovery) };
}

Result<std::unique_ptr<Register>> Register::open(
    const QString& folder, const QString& passphrase, std::shared_ptr<Clock> clock, const KdfLimits& limits)
{
    auto people = users(folder, limits);
    if (!people)
        return fail(people);
    if (people->isEmpty())
        return fail(ErrorCode::KeysDamaged,
            tr("The keys file (register.keys) names no user, so nobody can unlock the register with it."));
    if (people->size() == 1)
        return open(folder, people->constFirst().user, passphrase, std::move(clock), limits);
    for (const KeysFile::SlotInfo& slot : std::as_const(*people)) {
        auto opened = open(folder, slot.user, passphrase, clock, limits);
        if (opened || opened.error().code != ErrorCode::WrongPassphrase)
            return opened;
    }
    return fail(ErrorCode::WrongPassphrase,
        tr("The passphrase does not open this register. Check Caps Lock and the Vietnamese keyboard, then type it "
           "again."));
}

Result<void> Register::start(OpenMode mode)
{
    if (auto opened = m_writer.open(databaseFile(m_folder), m_key, mode, WriterOptions); !opened)
        return opened;
    const auto settle = [this](Database& db) -> Result<void> {
        auto newer = schema::isNewer(db);
        if (!newer)
            return fail(newer);
        m_readOnly = *newer;
        if (m_readOnly)
            return onlyRead(db, m_folder);
        // A power cut while the log was being moved into the file leaves torn pages there. The log still holds them
        // whole, and moving it once more mends them before a check of the file takes them for damage. A log that cannot
        // be moved now (full disk) hinders no reading.
        (void)db.settleLog();
        return bringUpToDate(db);
    };
    if (auto done = m_writer.run(settle).result(); !done)
        return done;
    return m_reader.open(databaseFile(m_folder), m_key, OpenMode::ReadOnly, ReaderOptions);
}

Result<void> Register::bringUpToDate(Database& database)
{
    auto version = schema::versionOf(database);
    if (!version)
        return fail(version);
    if (*version > 0 && *version < schema::newest()) {
        auto kept = RegisterBackups::beforeSchemaStep(database, m_folder, m_key, *version, m_clock->now());
        if (!kept)
            return kept;
    }
    auto outcome = schema::upgrade(database);
    if (!outcome && outcome.error().code == ErrorCode::Internal)
        return fail(ErrorCode::Internal,
            tr("The register could not be brought up to this version of the program; nothing was changed. Go on with "
               "the program of before, and have this reported. A backup made just before lies in the register's "
               "folder, under \"backups\"."),
            outcome.error().detail);
    if (!outcome)
        return fail(outcome);
    if (auto done = bringTablesUpToDate(database); !done)
        return done;
    return adoptWaitingErasures(database);
}

Result<void> Register::bringTablesUpToDate(Database& database)
{
    auto known = meta::value(database, QStringLiteral("declarations"));
    if (!known)
        return fail(known);
    if (known->toByteArray() == schema::declarations())
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction);
    Journal& entries = journal(database);
    auto made = entries.tables().createMissing();
    if (!made)
        return fail(made);
    if (auto done = SearchIndex(database).createMissing(); !done)
        return done;
    if (auto done = entries.refoldAll(); !done)
        return done;
    if (auto done = meta::set(database, QStringLiteral("declarations"), schema::declarations()); !done)
        return done;
    return transaction->commit();
}

Journal& Register::journal(Database& database)
{
    if (!m_journal) {
        m_journal = std::make_unique<Journal>(
            database,
            [this, &database](const RecordKind& kind, qint64 row, const FoldedRecord& before, const FoldedRecord& now) {
                return onFolded(kind, row, before, now, database);
            },
            [this, &database](const QByteArray& office) -> QByteArray {
                if (office == m_office.id)
                    return m_officeSignKey;
                auto found =
                    database.query(QStringLiteral("SELECT sign_key FROM trusted_office WHERE office = ?"), { office });
                return found && found->next() ? found->blob(0) : QByteArray();
            });
        if (auto office = identityStore::officeId(database))
            m_journal->setOffice(*office);
    }
    return *m_journal;
}

Result<void> Register::onFolded(
    const RecordKind& kind, qint64 row, const FoldedRecord& before, const FoldedRecord& now, Database& database)
{
    m_touched.emplace_back(&kind, row);
    return SearchIndex(database).update(
        kind, row, before.deleted ? Values() : before.values, now.deleted ? Values() : now.values);
}

Result<Batch> Register::firstBatch(const NewRegister& wanted, QUuid user) const
{
    Batch batch;
    batch.add(ownDevice::record(*m_device, m_officeSignKey));
    Record office(kinds::Office, recordId::named(m_office.id, "office"));
    office.set(OfficeFields::Unit, wanted.unit);
    office.set(OfficeFields::Name, wanted.officeName);
    office.set(OfficeFields::Role, roleText(wanted.role));
    batch.add(office);
    Record person(kinds::User, user);
    person.set(UserFields::Login, wanted.login);
    person.set(UserFields::DisplayName, wanted.displayName);
    person.set(UserFields::Role, wanted.userRole);
    person.set(UserFields::Post, wanted.post);
    batch.add(person);
    batch.actor = user;
    return batch;
}

Result<void> Register::makeIdentity()
{
    return m_writer
        .run([this](Database& db) -> Result<void> {
            const OfficeKey office = OfficeKey::generate();
            auto transaction = Transaction::begin(db);
            if (!transaction)
                return fail(transaction);
            if (auto done = identityStore::store(db, office); !done)
                return done;
            m_office.id = office.officeId();
            m_officeSignKey = office.signKey();
            journal(db).setOffice(m_office.id);
            m_device =
                std::make_unique<SigningDevice>(identityStore::certified(office, SigningDevice::generate(m_office.id)));
            if (auto done = identityStore::store(db, *m_device); !done)
                return done;
            if (auto done = transaction->commit(); !done)
                return done;
            m_own = std::make_unique<OwnDevice>(m_folder, m_office.id);
            return m_own->remember({ m_device->id, 0, {} });
        })
        .result();
}

Result<void> Register::goOnAsDevice(Database& database, const OfficeKey& office)
{
    if (!m_own)
        m_own = std::make_unique<OwnDevice>(m_folder, m_office.id);
    auto same = ownDevice::mayGoOn(database, *m_device, m_own->read());
    if (!same)
        return fail(same);
    return *same ? Result<void>() : becomeNewDevice(database, office);
}

/// Law 9: a folder that was copied, set back or restored goes on under a new id, so that no number is given twice.
Result<void> Register::becomeNewDevice(Database& database, const OfficeKey& office)
{
    auto device =
        std::make_unique<SigningDevice>(identityStore::certified(office, SigningDevice::generate(m_office.id)));
    auto last = inTransaction<OwnDevice::Last>(database, [&](Journal& entries) -> Result<OwnDevice::Last> {
        // The new device has written nothing by which its clock could be judged.
        if (auto done = clockCheck::note(database, m_device->id, m_clock->now()); !done)
            return fail(done);
        if (auto done = identityStore::store(database, *device); !done)
            return fail(done);
        Batch batch;
        batch.reason = QStringLiteral("new-device");
        batch.add(ownDevice::record(*device, m_officeSignKey));
        if (auto appended = entries.append(*device, batch, m_clock->now()); !appended)
            return fail(appended);
        if (auto done = entries.flush(); !done)
            return fail(done);
        auto reached = entries.reached(device->id);
        if (!reached)
            return fail(reached);
        const OwnDevice::Last mine { device->id, reached->first, reached->second };
        // Before the commit: what cannot be remembered here is not begun there.
        if (auto done = m_own->remember(mine); !done)
            return fail(done);
        return mine;
    });
    if (!last)
        return fail(last);
    m_device = std::move(device);
    return {};
}

Result<void> Register::found(const NewRegister& wanted, QUuid user)
{
    auto marked = writeLocal([demo = wanted.demo](Database& db) {
        return meta::set(db, QStringLiteral("demo"), demo ? 1 : 0);
    }).result();
    if (!marked)
        return marked;
    auto batch = firstBatch(wanted, user);
    if (!batch)
        return fail(batch);
    m_user = user;
    m_roles = int(roleCode::read(wanted.userRole));
    if (auto committed = commit(std::move(*batch)).result(); !committed)
        return fail(committed);
    return load();
}

Result<void> Register::load()
{
    return m_writer
        .run([this](Database& db) -> Result<void> {
            auto office = identityStore::office(db);
            if (!office)
                return fail(office);
            auto device = identityStore::device(db);
            if (!device)
                return fail(device);
            m_device = std::make_unique<SigningDevice>(std::move(*device));
            m_office.id = m_device->office;
            m_officeSignKey = office->signKey();
            auto demo = meta::value(db, QStringLiteral("demo"));
            if (!demo)
                return fail(demo);
            m_demo = demo->toInt() == 1;
            if (auto done = m_readOnly ? Result<void>() : goOnAsDevice(db, *office); !done)
                return done;
            if (auto done = m_readOnly ? Result<void>() : noteKeyChange(db); !done)
                return done;
            auto record = journal(db).tables().read(kinds::Office, recordId::named(m_office.id, "office"));
            if (!record)
                return fail(record);
            m_office.unit = record->text(OfficeFields::Unit);
            m_office.name = record->text(OfficeFields::Name);
            m_office.role = record->text(OfficeFields::Role) == roleText(OfficeRole::Province) ? OfficeRole::Province
                                                                                               : OfficeRole::Commune;
            return {};
        })
        .result();
}

Record Register::newRecord(const RecordKind& kind) const
{
    return Record(kind, recordId::create(m_office.id));
}

/// A second program on this register (a command beside the window) may have written since. What was cached of the
/// chains is then old, and going on from it would give this device two branches, which nobody could believe.
Result<void> Register::noticeOthers(Database& database)
{
    auto version = database.query(QStringLiteral("PRAGMA data_version"));
    if (!version)
        return fail(version);
    const qint64 now = version->next() ? version->integer(0) : 0;
    if (now == 0 || now != m_dataVersion)
        journal(database).forget();
    m_dataVersion = now;
    return {};
}

QFuture<Result<Committed>> Register::commit(MakeBatch make)
{
    return m_writer.run([this, make = std::move(make)](Database& db) -> Result<Committed> {
        if (m_readOnly)
            return schema::refuseWriting();
        Committed done;
        auto result = inTransaction<OwnDevice::Last>(db, [&](Journal& entries) -> Result<OwnDevice::Last> {
            if (auto ours = ownDevice::checkNotAhead(db, *m_device); !ours)
                return fail(ours);
            auto batch = make(db);
            if (!batch)
                return fail(batch);
            // What another history of this office said is taken over by the administrator, whatever it is about.
            const bool care = batch->reason == deviceCare::IssuedAgain && roleRule::mayAdminister(roles());
            for (const Change& change : batch->changes)
                if (auto allowed = care ? Result<void>() : roleRule::check(roles(), m_user, change); !allowed)
                    return fail(allowed);
            batch->actor = m_user;
            done.batch = batch->id;
            done.at = m_clock->now();
            if (auto noted = clockCheck::note(db, m_device->id, done.at); !noted)
                return fail(noted);
            fitCache(db, batch->changes.size());
            if (auto appended = entries.append(*m_device, *batch, done.at); !appended)
                return fail(appended);
            if (auto done = entries.flush(); !done)
                return fail(done);
            auto reached = entries.reached(m_device->id);
            if (!reached)
                return fail(reached);
            return OwnDevice::Last { m_device->id, reached->first, reached->second };
        });
        fitCache(db, 0);
        if (!result)
            return fail(result);
        // What lags behind by an entry does no harm: a register that holds more than is remembered goes on.
        (void)m_own->remember(*result);
        done.rows = m_touched;
        for (const auto& [kind, row] : done.rows)
            if (kind == &kinds::User)
                static_cast<void>(readRoles(db)); // it is stored already; what cannot be read stays as it was
        Q_EMIT committed(done);
        return done;
    });
}

QFuture<Result<Committed>> Register::commit(Batch batch)
{
    return commit([batch = std::move(batch)](Database&) -> Result<Batch> { return batch; });
}

QFuture<Result<Received>> Register::receive(std::vector<Entry> entries)
{
    return m_writer.run([this, entries = std::move(entries)](Database& db) -> Result<Received> {
        if (m_readOnly)
            return schema::refuseWriting();
        if (auto allowed = roleRule::checkExchange(roles()); !allowed)
            return fail(allowed);
        // Stays as large until something else is written: the batches of a package follow each other.
        fitCache(db, entries.size());
        auto result = inTransaction<Received>(db, [&](Journal& journal) -> Result<Received> {
            Received counts;
            for (const Entry& entry : entries) {
                auto arrival = journal.receive(entry);
                if (!arrival)
                    return fail(arrival);
                counts.added += *arrival == Arrival::New;
                counts.known += *arrival == Arrival::Known;
                counts.waiting += *arrival == Arrival::Waiting;
                counts.notAllowed += *arrival == Arrival::NotAllowed;
                counts.forked += *arrival == Arrival::Forked;
            }
            auto settled = journal.settle();
            if (!settled)
                return fail(settled);
            for (const EntryState state : *settled) {
                counts.added += state == EntryState::Folded || state == EntryState::UnknownKind;
                counts.waiting += state == EntryState::Waiting;
                counts.forked += state == EntryState::Forked;
                counts.notAllowed += state == EntryState::NotAllowed;
            }
            return counts;
        });
        if (result && result->added + result->waiting + result->forked > 0)
            Q_EMIT committed(Committed { QUuid(), m_touched, m_clock->now() });
        return result;
    });
}

QFuture<Result<void>> Register::writeLocal(std::function<Result<void>(Database&)> write)
{
    return m_writer.run([this, write = std::move(write)](Database& db) -> Result<void> {
        if (m_readOnly) { // some only read here, to see what was handed over before
            auto done = write(db);
            return done || done.error().code != ErrorCode::ReadOnly ? done : schema::refuseWriting();
        }
        fitCache(db, 0);
        auto transaction = Transaction::begin(db);
        if (!transaction)
            return fail(transaction);
        if (auto done = write(db); !done)
            return done;
        return transaction->commit();
    });
}

Result<std::unique_ptr<Worker>> Register::connect(const QString& name)
{
    auto worker = std::make_unique<Worker>(name);
    if (auto opened = worker->open(databaseFile(m_folder), m_key, OpenMode::ReadOnly, ReaderOptions); !opened)
        return fail(opened);
    return worker;
}

Result<Record> Register::record(const RecordKind& kind, QUuid id)
{
    return read([&kind, id](Database& db) { return RecordTables(db).read(kind, id); }).result();
}

} // namespace maiam
