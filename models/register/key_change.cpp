// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/key_change.h"

#include "models/register/keys_memory.h"
#include "models/register/schema.h"
#include "models/sqlcipher/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStorageInfo>

#include <map>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

/// The files of a change. attachments.db, which shares the register's key, joins as a second database: exported,
/// compared and put in place before the keys are.
struct KeyChanger::Files
{
    explicit Files(const QString& folder)
        : database(UnlockedFolder::databaseFile(folder))
        , keys(UnlockedFolder::keysFile(folder))
    {
    }
    QString database;
    QString keys;
    // Names that nobody gives by hand: what bears them is removed or put in place without asking.
    static QString fresh(const QString& file) { return file + u".key-change-new"_s; }
    static QString old(const QString& file) { return file + u".key-change-old"_s; }
};

namespace {

constexpr EngineOptions Options { 16 * 1024, 5000 };
const QStringList SideFiles { u"-wal"_s, u"-shm"_s, u"-journal"_s };

Result<void> ask(const KeyChanger::Fault& fault, KeyChanger::Step step)
{
    return fault ? fault(step) : Result<void>();
}

/// One change at a time, and no second program that clears away what the first is about to put in place.
std::unique_ptr<QLockFile> lockChange(const QString& folder)
{
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(u"register.changing"_s));
    lock->setStaleLockTime(0); // only a program that has ended leaves it behind
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

tl::unexpected<Error> changing()
{
    return fail(ErrorCode::Busy,
        KeyChanger::tr("The register key is being changed by a program that is still running. Wait a moment and try "
                       "again."),
        u"changing"_s);
}

void removeWithSides(const QString& file, KeyDisk& disk)
{
    disk.remove(file);
    for (const QString& side : SideFiles)
        disk.remove(file + side);
}

tl::unexpected<Error> heldOpen(const QString& file)
{
    return fail(ErrorCode::Busy,
        KeyChanger::tr("The new register key is ready, but the files could not be put in their place: another program "
                       "(antivirus, backup, an open Explorer window) holds them. Nothing is lost. Close that program "
                       "and open the register again; the change is then finished by itself."),
        QFileInfo(file).fileName());
}

Result<void> move(const QString& from, const QString& to, KeyDisk& disk)
{
    return disk.rename(from, to) ? Result<void>() : heldOpen(to);
}

/// How many rows each table has: cheap, and different whenever something did not go along.
Result<std::map<QString, qint64>> rowCounts(Database& database)
{
    std::map<QString, qint64> counts;
    QStringList tables;
    auto found = database.query(
        u"SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"_s);
    if (!found)
        return fail(found);
    while (found->next())
        tables.append(found->text(0));
    if (auto done = found->finished(); !done)
        return fail(done);
    for (const QString& table : std::as_const(tables)) {
        auto rows = database.query(u"SELECT count(*) FROM \"%1\""_s.arg(table));
        if (!rows)
            return fail(rows);
        if (!rows->next())
            return fail(ErrorCode::Damaged,
                KeyChanger::tr("A table of the register cannot be counted, so its key was not changed. Make a backup "
                               "and check the register."),
                table);
        counts[table] = rows->integer(0);
    }
    return counts;
}

/// Whoever had a slot and has none under the new key could not open the register any more.
Result<void> slotGoesAlong(const KeysFile& before, const KeysFile& now, const QUuid& person)
{
    const auto slotOf = [&person](const KeysFile& keys) -> std::optional<KeysFile::SlotInfo> {
        for (const KeysFile::SlotInfo& slot : keys.slotList())
            if (slot.kind == KeysFile::SlotKind::Passphrase && slot.user == person)
                return slot;
        return std::nullopt;
    };
    const auto had = slotOf(before);
    if (!had || slotOf(now))
        return {};
    return fail(ErrorCode::Conflict,
        KeyChanger::tr("The passphrase of %1 could not go along with the new register key, since the register has not "
                       "seen it yet. Nothing was changed. Let %1 unlock the register once, then change the key.")
            .arg(had->label),
        u"slot holder"_s);
}

Result<QByteArray> lastHash(Database& database)
{
    auto found = database.query(u"SELECT hash FROM journal_entry ORDER BY id DESC LIMIT 1"_s);
    if (!found)
        return fail(found);
    return found->next() ? found->blob(0) : QByteArray();
}

} // namespace

Result<void> KeyChanger::exportAll(const UnlockedFolder& from, const SecretKey& key, const Files& files)
{
    const qint64 wanted = 2 * QFileInfo(files.database).size();
    const QStorageInfo disk(from.m_folder);
    if (disk.isValid() && disk.bytesAvailable() < wanted)
        return fail(ErrorCode::DiskFull,
            tr("The disk has too little room to change the register key (%1 MB are needed). Nothing was changed. Free "
               "some room and try again.")
                .arg((wanted >> 20) + 1));
    auto source = Database::open(files.database, from.m_key, OpenMode::Existing, Options);
    if (!source)
        return fail(source);
    if (auto done = source->checkpoint(); !done)
        return done;
    return source->exportTo(Files::fresh(files.database), key);
}

Result<void> KeyChanger::verify(const UnlockedFolder& from, const SecretKey& key, const Files& files)
{
    auto before = Database::open(files.database, from.m_key, OpenMode::Existing, Options);
    if (!before)
        return fail(before);
    auto now = Database::open(Files::fresh(files.database), key, OpenMode::Existing, Options);
    if (!now)
        return fail(now);
    auto countsBefore = rowCounts(*before);
    auto countsNow = rowCounts(*now);
    auto hashBefore = lastHash(*before);
    auto hashNow = lastHash(*now);
    if (!countsBefore || !countsNow || !hashBefore || !hashNow)
        return !countsBefore ? Result<void>(fail(countsBefore))
            : !countsNow     ? Result<void>(fail(countsNow))
            : !hashBefore    ? Result<void>(fail(hashBefore))
                             : Result<void>(fail(hashNow));
    // The generation and the reason for the change are the only rows that may have come or gone.
    for (auto* counts : { &*countsBefore, &*countsNow }) {
        counts->erase(u"meta"_s);
        counts->erase(u"secret"_s);
    }
    if (*countsBefore == *countsNow && *hashBefore == *hashNow)
        return {};
    return fail(ErrorCode::Damaged,
        tr("The copy under the new key does not hold what the register holds. Nothing was changed; the register goes "
           "on "
           "with its old key. Close other programs that may use it and try again."));
}

Result<KeysFile> KeyChanger::newKeys(const UnlockedFolder& from, const SecretKey& key, const KeyChange& wanted)
{
    using Kind = KeysFile::SlotKind;
    auto database =
        Database::open(UnlockedFolder::databaseFile(from.m_folder), from.m_key, OpenMode::ReadOnly, Options);
    if (!database)
        return fail(database);
    const auto holderOf = [&](Kind kind, const QUuid& user) -> std::optional<KeysFile::Holder> {
        if (auto own = from.m_keys.holder(kind, user))
            return own; // the slot that has just opened
        auto kept = keysMemory::holder(*database, kind, user);
        return kept ? *kept : std::nullopt;
    };
    auto newer = schema::isNewer(*database);
    if (!newer)
        return fail(newer);
    if (*newer)
        return schema::refuseWriting();
    auto generation = keysMemory::generation(*database);
    if (!generation)
        return fail(generation);
    auto due = keysMemory::due(*database);
    if (!due)
        return fail(due);
    if (due->recovery && !wanted.recovery)
        return fail(ErrorCode::Conflict,
            tr("A new recovery key was to come with this change, since the one on paper is not to hold any more. "
               "Nothing was changed. Print a new recovery key together with this change."),
            u"recovery due"_s);
    KeysFile current = from.m_keys;
    current.raiseGeneration(*generation);
    auto keys = current.resealed(key, holderOf, [&](const KeysFile::SlotInfo& slot) {
        if (slot.kind == Kind::Recovery)
            return !wanted.recovery;
        if (slot.kind == Kind::Escrow)
            return !wanted.dropEscrow && !wanted.escrow && !due->dropEscrow;
        return !wanted.without.contains(slot.user);
    });
    if (!keys)
        return keys;
    for (const QUuid& person : { wanted.by, wanted.successor })
        if (auto stays = slotGoesAlong(current, *keys, person); !stays && !wanted.without.contains(person))
            return fail(stays);
    if (wanted.recovery) {
        if (auto done = keys->addRecoverySlot(*wanted.recovery, key); !done)
            return fail(done);
    }
    if (wanted.escrow) {
        if (auto done = keys->addEscrowSlot(*wanted.escrow, key); !done)
            return fail(done);
    }
    bool recovery = false;
    for (const KeysFile::SlotInfo& slot : keys->slotList())
        recovery = recovery || slot.kind == Kind::Recovery;
    if (recovery)
        return keys;
    return fail(ErrorCode::NotFound,
        tr("The recovery key on paper was made by an earlier version and cannot go along. Nothing was changed. Print a "
           "new recovery key together with this change."),
        u"recovery holder"_s);
}

Result<void> KeyChanger::mark(const SecretKey& key, const KeysFile& keys, const KeyChange& wanted, const Files& files)
{
    auto fresh = Database::open(Files::fresh(files.database), key, OpenMode::Existing, Options);
    if (!fresh)
        return fail(fresh);
    auto transaction = Transaction::begin(*fresh);
    if (!transaction)
        return fail(transaction);
    for (const QUuid& gone : wanted.without)
        if (auto done = keysMemory::forget(*fresh, KeysFile::SlotKind::Passphrase, gone); !done)
            return done;
    if (auto done = keysMemory::remember(*fresh, keys); !done)
        return done;
    if (auto done = keysMemory::clearDue(*fresh); !done)
        return done;
    const keysMemory::Unnoted note { wanted.by, wanted.recovery.has_value(), wanted.escrow.has_value() };
    if (auto done = keysMemory::setUnnoted(*fresh, note); !done)
        return done;
    if (auto done = transaction->commit(); !done)
        return done;
    return fresh->checkpoint();
}

Result<UnlockedFolder> KeyChanger::change(
    UnlockedFolder from, const KeyChange& wanted, const Fault& fault, KeyDisk& disk)
{
    const Files files(from.m_folder);
    const auto lock = lockChange(from.m_folder);
    if (!lock)
        return changing();
    const SecretKey key = SecretKey::random(Engine::KeyBytes);
    auto keys = newKeys(from, key, wanted); // opens the register, so what stands there is whole and ours
    if (!keys)
        return fail(keys);
    for (const QString& left : { Files::fresh(files.database), Files::old(files.database) })
        removeWithSides(left, disk);
    disk.remove(Files::old(files.keys));
    for (const QString& left : { Files::fresh(files.database), Files::old(files.database), Files::old(files.keys) })
        if (QFileInfo::exists(left))
            return fail(ErrorCode::Busy,
                tr("What an earlier change of the register key left behind is held open by another program (antivirus, "
                   "backup). Nothing was changed. Close that program and try again."),
                QFileInfo(left).fileName());
    const auto ended = [&](const Error& error) {
        removeWithSides(Files::fresh(files.database), disk); // before the decision: nothing of it stays
        return tl::unexpected<Error>(error);
    };

    if (auto go = ask(fault, Step::Export); !go)
        return fail(go);
    if (auto done = exportAll(from, key, files); !done)
        return ended(done.error());
    if (auto go = ask(fault, Step::Mark); !go)
        return fail(go);
    if (auto done = mark(key, *keys, wanted, files); !done)
        return ended(done.error());
    if (auto go = ask(fault, Step::Verify); !go)
        return fail(go);
    if (auto done = verify(from, key, files); !done)
        return ended(done.error());
    // A log of the old database beside the new one would be read as its own.
    for (const QString& file : { files.database, Files::fresh(files.database) })
        if (QFileInfo(file + u"-wal"_s).size() > 0)
            return ended({ ErrorCode::Busy,
                tr("Another program has the register open, so its key was not changed. Close it and try again."),
                u"wal"_s });
    if (auto go = ask(fault, Step::WriteKeys); !go)
        return fail(go);
    // The decision must not outlast a power cut that the new database does not.
    if (auto done = disk.syncName(Files::fresh(files.database)); !done)
        return ended(done.error());
    if (auto done = keys->write(Files::fresh(files.keys), disk); !done) {
        disk.remove(Files::fresh(files.keys));
        (void)disk.syncName(files.keys); // the folder, so that it does not come back; what failed once may fail again
        return ended(done.error());
    }
    if (auto done = putInPlace(files, fault, disk); !done)
        return fail(done);
    return UnlockedFolder(from.m_folder, key.clone(), std::move(*keys), from.m_limits);
}

Result<void> KeyChanger::putInPlace(const Files& files, const Fault& fault, KeyDisk& disk)
{
    // Each rename is done when it has not been, so that this can begin again wherever it was ended.
    if (QFileInfo::exists(Files::fresh(files.database))) {
        if (auto go = ask(fault, Step::SetDatabaseAside); !go)
            return go;
        if (QFileInfo::exists(files.database)) {
            if (auto done = move(files.database, Files::old(files.database), disk); !done)
                return done;
        }
        for (const QString& side : SideFiles) // empty, else the change would not have got here; never deleted unread
            if (QFileInfo::exists(files.database + side))
                if (auto done = move(files.database + side, Files::old(files.database) + side, disk); !done)
                    return done;
        if (auto go = ask(fault, Step::PutDatabase); !go)
            return go;
        if (auto done = move(Files::fresh(files.database), files.database, disk); !done)
            return done;
    }
    for (const QString& side : SideFiles) // empty, and of a database that has another name now
        disk.remove(Files::fresh(files.database) + side);
    if (auto go = ask(fault, Step::SetKeysAside); !go)
        return go;
    if (QFileInfo::exists(files.keys) && !QFileInfo::exists(Files::old(files.keys))) {
        if (auto done = move(files.keys, Files::old(files.keys), disk); !done)
            return done;
    }
    const QString previous = files.keys + u".previous"_s;
    disk.remove(previous); // it would be read in place of a damaged new one, and fits no more
    if (QFileInfo::exists(previous))
        return heldOpen(previous);
    if (auto go = ask(fault, Step::PutKeys); !go)
        return go;
    return move(Files::fresh(files.keys), files.keys, disk);
}

bool KeyChanger::isDecided(const QString& folder)
{
    return QFileInfo::exists(Files::fresh(Files(folder).keys));
}

Result<void> KeyChanger::finishInterrupted(const QString& folder, const Fault& fault, KeyDisk& disk)
{
    const Files files(folder);
    const bool decided = QFileInfo::exists(Files::fresh(files.keys));
    bool left = decided || QFileInfo::exists(Files::fresh(files.database));
    for (const QString& side : SideFiles)
        left = left || QFileInfo::exists(Files::fresh(files.database) + side);
    if (!left)
        return {};
    const auto lock = lockChange(folder);
    if (!lock)
        return changing();
    // New keys without the new database, aside or in place, would lock everybody out.
    if (decided && !QFileInfo::exists(Files::fresh(files.database)) && !QFileInfo::exists(Files::old(files.database)))
        disk.remove(Files::fresh(files.keys));
    else if (decided)
        return putInPlace(files, fault, disk);
    // Not decided: what was written of the new database belongs to nothing.
    if (QFileInfo::exists(files.database))
        removeWithSides(Files::fresh(files.database), disk);
    return {};
}

void KeyChanger::removeOld(const QString& folder, const Fault& fault)
{
    const Files files(folder);
    if (!ask(fault, Step::RemoveOld))
        return;
    removeWithSides(Files::old(files.database), KeyDisk::ofThisPc());
    KeyDisk::ofThisPc().remove(Files::old(files.keys));
}

} // namespace maiam
