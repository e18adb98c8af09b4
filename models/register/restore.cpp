// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/restore.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/backup_folder.h"
#include "models/register/erasure_list.h"
#include "models/register/identity_store.h"
#include "models/register/own_device.h"
#include "models/register/register_place.h"
#include "models/register/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace maiam {

namespace {
QString inFolder(const QString& folder, const char* name)
{
    return QDir(folder).filePath(QString::fromLatin1(name));
}

bool holdsRegister(const QString& folder)
{
    return QFileInfo::exists(inFolder(folder, "register.db")) || QFileInfo::exists(inFolder(folder, "register.keys"));
}

Result<qint64> countOf(Database& database, const RecordKind& kind)
{
    auto found = database.query(
        QStringLiteral("SELECT count(*) FROM %1 WHERE flags & 1 = 0").arg(RecordTables::quoted(kind.name)));
    if (!found)
        return fail(found);
    return found->next() ? found->integer(0) : 0;
}

Result<UtcMs> lastEntry(Database& database)
{
    auto found = database.query(
        QStringLiteral("SELECT e.body FROM journal_device d JOIN journal_entry e ON e.device = d.id AND e.seq = "
                       "d.folded_seq"));
    if (!found)
        return fail(found);
    UtcMs last = 0;
    while (found->next())
        if (const auto body = entryCodec::decodeBody(found->blob(0)))
            last = std::max(last, body->time);
    return last;
}

Result<void> writeKeys(const QByteArray& keys, const QString& file, BackupFiles& files)
{
    auto out = files.create(file);
    if (!out)
        return fail(out);
    if (auto written = (*out)->write(keys); !written)
        return written;
    return (*out)->sync();
}

/// Opens what was written as the program will open it, so that a register is not replaced by one that does not open.
/// Its next backup gets a serial behind this one. Returns the office's id.
Result<QByteArray> openOnce(const QString& folder, const SecretKey& key, qint64 serial)
{
    const QString file = inFolder(folder, "register.db");
    if (Engine::isPlain(file))
        return fail(ErrorCode::NotEncrypted,
            Restore::tr("The restored register was not encrypted, so it was deleted. Install the program again."));
    auto database = Database::open(file, key, OpenMode::Existing);
    if (!database)
        return fail(database);
    auto version = schema::versionOf(*database);
    if (!version)
        return fail(version);
    if (*version > schema::newest())
        return fail(ErrorCode::NewerVersion,
            Restore::tr(
                "This backup was made by a newer version of Mái Ấm. Install the newer program, then restore it."));
    if (auto kept = backupSerial::reached(*database, serial); !kept)
        return fail(kept);
    return identityStore::officeId(*database);
}

/// The highest serial that is known to have been given. Beside the backup may lie later ones, which hold what this one
/// does not: none of them may lose its name to a backup of the restored register.
qint64 serialGiven(const BackupReader& backup, const BackupManifest& manifest)
{
    return std::max(manifest.serial, backupFolder::highestSerial(backupFolder::files(QFileInfo(backup.file()).path())));
}

/// What was erased after the backup was made: the lists beside it and beside the register that it replaces.
Result<std::vector<QByteArray>> erasuresFor(const BackupReader& backup, const QString& folder)
{
    auto keys = KeysFile::parse(backup.outer().keys, KdfLimits::anyCost());
    if (!keys)
        return fail(keys);
    std::vector<QByteArray> lists;
    for (const QString& where : { QFileInfo(backup.file()).path(), inFolder(folder, "backups") }) {
        auto list = erasureList::beside(where, keys->registerId());
        if (!list)
            return fail(list);
        if (std::find(lists.begin(), lists.end(), *list) == lists.end())
            lists.push_back(std::move(*list));
    }
    return lists;
}

/// Each name that a register's folder may hold (the erasures: erasureList::waitingNames), in the order in which a
/// register comes in. Its keys come last and go first: whatever ends an exchange in the middle leaves either no
/// register or a whole one without its keys, which those of a backup open (UnlockedFolder::putKeysBack).
const char* const RegisterFiles[] = { "register.erasures-1", "register.erasures-2", "register.db-wal",
    "register.db-shm",
    // What an interrupted change of the register key left: it would else be put over the restored register.
    "register.db.key-change-new", "register.db.key-change-old", "register.db", "register.keys.key-change-new",
    "register.keys.key-change-old", "register.keys.previous", "register.keys" };
const char* const KeysOfRegister[] = { "register.keys", "register.keys.previous", "register.keys.key-change-new",
    "register.keys.key-change-old" };
/// What is saved or erased in a database stands here until it is opened, so it must lie beside it at each moment: such
/// a file is copied before the database moves, and removed behind it.
const char* const PartsOfDatabase[] = { "register.db-wal", "register.erasures-1", "register.erasures-2" };
const char* const OthersOfDatabase[] = { "register.db-shm", "register.db.key-change-new",
    "register.db.key-change-old" };

/// Damage in a backup is no damage of the register, which must not be given up for it.
tl::unexpected<Error> notLooked(const Error& why)
{
    return tl::unexpected<Error>(
        why.code == ErrorCode::Damaged ? backupFormat::damaged(QStringLiteral("page: ") + why.detail) : why);
}

bool isIn(const QString& folder, const char* name)
{
    return QFileInfo::exists(inFolder(folder, name));
}

/// Where an exchange was ended behind the keys' way out: what is left of that register goes to its keys.
bool holdsKeysOf(const QString& before, const QString& folder)
{
    return isIn(before, "register.keys") && !isIn(before, "register.db") && isIn(folder, "register.db")
        && !isIn(folder, "register.keys");
}

QString nameForBefore(const QString& folder, UtcMs now)
{
    // The exchange may have been ended on an earlier day.
    const QFileInfo here(folder);
    const auto earlier = here.dir().entryList({ here.fileName() + Restore::FormerSuffix + u'*' }, QDir::Dirs);
    for (const QString& one : earlier)
        if (holdsKeysOf(here.dir().filePath(one), folder))
            return here.dir().filePath(one);
    const QString stem = folder + Restore::FormerSuffix + civil::date(now).toString(Qt::ISODate);
    QString name = stem;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = stem + u'-' + QString::number(i);
    return name;
}

template <std::size_t Count>
Result<void> moveEach(const char* const (&names)[Count], const QString& from, const QString& to, BackupFiles& files)
{
    for (const char* name : names)
        if (isIn(from, name))
            if (auto done = files.rename(inFolder(from, name), inFolder(to, name)); !done)
                return done;
    return {};
}

Result<void> copyPart(const QString& from, const QString& to, BackupFiles& files)
{
    constexpr qint64 PartPiece = 1 << 20;
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io, in.errorString());
    if (auto cleared = files.remove(to); !cleared) // of an exchange that was ended
        return cleared;
    auto out = files.create(to);
    if (!out)
        return fail(out);
    qint64 copied = 0;
    for (QByteArray piece = in.read(PartPiece); !piece.isEmpty(); piece = in.read(PartPiece)) {
        if (auto written = (*out)->write(piece); !written)
            return written;
        copied += piece.size();
    }
    if (in.error() != QFileDevice::NoError || copied != in.size())
        return fail(ErrorCode::Io, in.errorString());
    return (*out)->sync();
}

/// The register that stands in a folder goes to another one.
Result<void> moveOut(const QString& folder, const QString& before, BackupFiles& files)
{
    if (auto moved = moveEach(KeysOfRegister, folder, before, files); !moved)
        return moved;
    for (const char* name : PartsOfDatabase)
        if (isIn(folder, name))
            if (auto copied = copyPart(inFolder(folder, name), inFolder(before, name), files); !copied)
                return copied;
    if (auto moved = moveEach({ "register.db" }, folder, before, files); !moved)
        return moved;
    if (auto moved = moveEach(OthersOfDatabase, folder, before, files); !moved)
        return moved;
    for (const char* name : PartsOfDatabase)
        if (isIn(folder, name))
            if (auto removed = files.remove(inFolder(folder, name)); !removed)
                return removed;
    return {};
}

/// What stands there and not here comes back, also what was moved by a step that was told as failed. Says whether all
/// of it did.
bool moveBack(const QString& there, const QString& here, BackupFiles& files)
{
    bool all = true;
    for (const char* name : RegisterFiles)
        if (isIn(there, name) && !isIn(here, name)) {
            (void)files.rename(inFolder(there, name), inFolder(here, name));
            all = all && isIn(here, name);
        }
    return all;
}

tl::unexpected<Error> notMoved(const QString& to, const Error& why)
{
    if (why.code == ErrorCode::DiskFull)
        return tl::unexpected<Error>(why);
    return fail(ErrorCode::Io,
        Restore::tr("The files of the register could not be moved (%1). Close other programs that have them open, "
                    "then try again; the register is as it was.")
            .arg(QDir::toNativeSeparators(to)),
        why.message);
}

/// The former register comes back into its folder.
Result<void> takeBack(const QString& before, const QString& folder, BackupFiles& files)
{
    if (before.isEmpty())
        return {};
    if (!moveBack(before, folder, files))
        return fail(ErrorCode::Io,
            Restore::tr("The restore failed, and some files of the register could not be moved back: they lie in %1. "
                        "Nothing was deleted. Close other programs that have them open, move these files back into %2 "
                        "yourself, then try again.")
                .arg(QDir::toNativeSeparators(before), QDir::toNativeSeparators(folder)),
            QStringLiteral("back"));
    for (const char* name : PartsOfDatabase) // copies
        if (isIn(before, name))
            (void)files.remove(inFolder(before, name));
    QDir().rmdir(before);
    return {};
}

tl::unexpected<Error> endedInTheMiddle(const QString& folder, const QString& before)
{
    const QString ended =
        Restore::tr("The restore ended in the middle, and what it had put into %1 could not be taken away. Close other "
                    "programs that have the files open, then restore again.")
            .arg(QDir::toNativeSeparators(folder));
    const QString kept = Restore::tr("The register that stood there is kept whole in %1.");
    return fail(ErrorCode::Io, before.isEmpty() ? ended : ended + u' ' + kept.arg(QDir::toNativeSeparators(before)),
        QStringLiteral("cleared"));
}

/// Puts the new register into the folder; one that stands there moves to a folder of its own first. The folder itself
/// stays, with its backups and with what else the program keeps there.
Result<QString> exchange(const QString& fresh, const QString& folder, UtcMs now, BackupFiles& files)
{
    const bool replaces = holdsRegister(folder);
    QString before;
    if (std::any_of(std::begin(RegisterFiles), std::end(RegisterFiles), [&](auto* name) { return isIn(folder, name); }))
        before = nameForBefore(folder, now); // also for a log alone, which would be taken for the new register's
    auto moved = before.isEmpty() ? Result<void>() : files.makeFolder(before);
    if (moved && !before.isEmpty())
        moved = moveOut(folder, before, files);
    QString to = before;
    if (moved) {
        to = folder;
        moved = files.makeFolder(folder);
        if (moved)
            moved = moveEach(RegisterFiles, fresh, folder, files);
        if (!moved && !moveBack(folder, fresh, files))
            return endedInTheMiddle(folder, before);
    }
    if (moved)
        return replaces ? before : QString();
    if (auto back = takeBack(before, folder, files); !back)
        return fail(back);
    return notMoved(to, moved.error());
}
} // namespace

Restore::Scratch::Scratch(QString folder)
    : m_folder(std::move(folder))
{
    QDir(m_folder).removeRecursively();
}

Restore::Scratch::~Scratch()
{
    QDir(m_folder).removeRecursively();
}

Result<QList<KeysFile::SlotInfo>> Restore::users(const BackupReader& backup, const KdfLimits& limits)
{
    auto keys = KeysFile::parse(backup.outer().keys, limits);
    if (!keys)
        return fail(keys);
    QList<KeysFile::SlotInfo> people;
    for (const KeysFile::SlotInfo& slot : keys->slotList())
        if (slot.kind == KeysFile::SlotKind::Passphrase)
            people.append(slot);
    return people;
}

Result<SecretKey> Restore::unlock(const BackupReader& backup, const QString& passphrase, const KdfLimits& limits)
{
    auto keys = KeysFile::parse(backup.outer().keys, limits);
    if (!keys)
        return fail(keys);
    for (const KeysFile::SlotInfo& slot : keys->slotList()) {
        if (slot.kind != KeysFile::SlotKind::Passphrase)
            continue;
        auto key = keys->openWithPassphrase(slot.user, passphrase);
        if (key || key.error().code != ErrorCode::WrongPassphrase)
            return key;
    }
    return fail(ErrorCode::WrongPassphrase,
        tr("The passphrase does not open this backup. The one of the day on which it was made is wanted; the recovery "
           "key opens it too."));
}

Result<SecretKey> Restore::unlock(const BackupReader& backup, const RecoveryKey& recovery, const KdfLimits& limits)
{
    auto keys = KeysFile::parse(backup.outer().keys, limits);
    if (!keys)
        return fail(keys);
    auto key = keys->openWithRecovery(recovery);
    if (!key && key.error().code == ErrorCode::WrongPassphrase) // the old envelope may be the right one
        return fail(ErrorCode::WrongPassphrase,
            tr("This key does not open this backup. The recovery key of the day on which it was made is wanted (the "
               "old envelope, when a new one was printed since), or this is a backup of another register."));
    return key;
}

Result<SecretKey> Restore::unlock(
    const BackupReader& backup, const RecoveryKey& one, const RecoveryKey& other, const KdfLimits& limits)
{
    auto keys = KeysFile::parse(backup.outer().keys, limits);
    if (!keys)
        return fail(keys);
    auto key = keys->openWithEscrow(RecoveryKey::combined(one, other));
    if (!key && key.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
            tr("No escrow sheets open this backup: on the day on which it was made there were none. Choose a later "
               "backup, or use the recovery key of that day."));
    if (!key && key.error().code == ErrorCode::WrongPassphrase)
        return fail(ErrorCode::WrongPassphrase,
            tr("These two sheets do not open this backup together. The sheets of the day on which it was made are "
               "wanted (the old ones, when new ones were printed since). Check that they are sheets 1 and 2 of the "
               "same day; or this is a backup of another register."));
    return key;
}

Result<SecretKey> Restore::counted(
    FailedUnlocks& tries, const QString& folder, const std::function<Result<SecretKey>()>& unlock)
{
    if (!holdsRegister(folder))
        return unlock();
    std::optional<SecretKey> key;
    const auto tried = tries.attempt([&]() -> Result<void> {
        auto opened = unlock();
        if (!opened)
            return fail(opened);
        key = std::move(*opened);
        return fail(ErrorCode::Cancelled, {}); // to the count no success: it would take the count away
    });
    if (key)
        return std::move(*key);
    return fail(tried);
}

Result<BackupContent> Restore::look(const BackupReader& backup, const SecretKey& key)
{
    auto database = backup.database(key);
    if (!database)
        return notLooked(database.error());
    auto content = contentOf(*database);
    if (!content)
        return notLooked(content.error());
    return content;
}

bool Restore::replacesAnother(const BackupReader& backup, const QString& folder)
{
    const auto here = KeysFile::read(inFolder(folder, "register.keys"), KdfLimits::anyCost());
    const auto inside = KeysFile::parse(backup.outer().keys, KdfLimits::anyCost());
    return here && inside && here->registerId() != inside->registerId();
}

Result<BackupContent> Restore::contentOf(Database& database)
{
    BackupContent content;
    auto office = identityStore::officeId(database);
    if (!office)
        return fail(office);
    auto record = RecordTables(database).read(kinds::Office, recordId::named(*office, "office"));
    if (!record)
        return fail(record);
    content.office = record->text(OfficeFields::Name);
    for (const auto& [kind, to] : { std::pair(&kinds::Child, &content.children),
             std::pair(&kinds::Case, &content.cases), std::pair(&kinds::Session, &content.sessions) })
    {
        auto count = countOf(database, *kind);
        if (!count)
            return fail(count);
        *to = *count;
    }
    auto last = lastEntry(database);
    if (!last)
        return fail(last);
    content.lastEntry = *last;
    auto demo = meta::value(database, QStringLiteral("demo"));
    if (!demo)
        return fail(demo);
    content.demo = demo->toInt() == 1;
    return content;
}

Result<bool> Restore::findsErasures(const BackupReader& backup, const QString& folder)
{
    auto lists = erasuresFor(backup, folder);
    if (!lists)
        return fail(lists);
    return std::any_of(lists->begin(), lists->end(), [](const QByteArray& list) { return !list.isEmpty(); });
}

Result<Restored> Restore::into(const BackupReader& backup, const SecretKey& key, const QString& folder, bool replace,
    UtcMs now, BackupFiles& files, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    // Without links: what is written beside the folder is then on its disk, and moves without being copied.
    const QString place = PlaceProbe().canonical(folder);
    if (!replace && holdsRegister(place))
        return fail(ErrorCode::AlreadyExists,
            tr("There is a register in this folder already. Choose another folder; a register is never written over."));
    if (auto good = registerPlace::check(place); !good)
        return fail(good);
    auto manifest = backup.verify(key, progress, cancelled);
    if (!manifest)
        return fail(manifest);
    const Scratch fresh(place + QStringLiteral(".restoring"));
    if (auto ready = files.makeFolder(fresh.folder()); !ready)
        return fail(ready.error().code,
            tr("Nothing can be restored into %1: no folder can be made there. Choose another place, or ask for the "
               "right to write there.")
                .arg(QDir::toNativeSeparators(place)),
            ready.error().message);
    if (auto done = backup.extractDatabase(inFolder(fresh.folder(), "register.db"), files, {}, cancelled); !done)
        return fail(done);
    if (auto done = writeKeys(backup.outer().keys, inFolder(fresh.folder(), "register.keys"), files); !done)
        return fail(done);
    auto erased = erasuresFor(backup, place);
    if (!erased)
        return fail(erased);
    if (auto done = erasureList::letWait(*erased, fresh.folder(), files); !done)
        return fail(done);
    auto office = openOnce(fresh.folder(), key, serialGiven(backup, *manifest));
    if (!office)
        return fail(office);
    auto before = exchange(fresh.folder(), place, now, files);
    if (!before)
        return fail(before);
    // Even when nothing was written since: a restored register is another device (law 9).
    OwnDevice(place, *office).forget();
    return Restored { QDir(QFileInfo(folder).absoluteFilePath()).absolutePath(), *before, std::move(*manifest) };
}

} // namespace maiam
