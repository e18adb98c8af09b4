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
#include <QFileInfo>

#include <algorithm>

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
    auto keys = KeysFile::parse(backup.outer().keys, { 1, 1ULL << 40, 1, 1U << 16 }); // no key is derived
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

QString nameForBefore(const QString& folder, UtcMs now)
{
    const QString stem = folder + Restore::FormerSuffix + civil::date(now).toString(Qt::ISODate);
    QString name = stem;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = stem + u'-' + QString::number(i);
    return name;
}

const char* const RegisterFiles[] = { "register.db", "register.db-wal", "register.db-shm", "register.keys",
    "register.keys.previous",
    // What an interrupted change of the register key left: it would else be put over the restored register.
    "register.db.key-change-new", "register.db.key-change-old", "register.keys.key-change-new",
    "register.keys.key-change-old",
    // What is to be erased before a restored register is looked at (erasureList::waitingNames).
    "register.erasures-1", "register.erasures-2" };

/// Moves the files of a register, all or none.
Result<void> moveRegister(const QString& from, const QString& to, BackupFiles& files)
{
    QList<const char*> moved;
    for (const char* name : RegisterFiles) {
        if (!QFileInfo::exists(inFolder(from, name)))
            continue;
        auto done = files.rename(inFolder(from, name), inFolder(to, name));
        if (done) {
            moved.append(name);
            continue;
        }
        for (const char* back : std::as_const(moved))
            (void)files.rename(inFolder(to, back), inFolder(from, back));
        return fail(ErrorCode::Io,
            Restore::tr("The files of the register could not be moved (%1). Close other programs that have them open, "
                        "then try again; the register is as it was.")
                .arg(QDir::toNativeSeparators(to)));
    }
    return {};
}

/// Puts the new register into the folder; one that stands there moves to a folder of its own first. The folder itself
/// stays, with its backups and with what else the program keeps there.
Result<QString> exchange(const QString& fresh, const QString& folder, UtcMs now, BackupFiles& files)
{
    QString before;
    if (holdsRegister(folder)) {
        before = nameForBefore(folder, now);
        auto moved = files.makeFolder(before);
        if (moved)
            moved = moveRegister(folder, before, files);
        if (!moved) {
            QDir().rmdir(before);
            return fail(moved);
        }
    }
    auto moved = files.makeFolder(folder);
    if (moved)
        moved = moveRegister(fresh, folder, files);
    if (!moved) {
        if (!before.isEmpty() && moveRegister(before, folder, files))
            QDir().rmdir(before);
        return fail(moved);
    }
    return before;
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
    return keys->openWithRecovery(recovery);
}

Result<BackupContent> Restore::look(const BackupReader& backup, const SecretKey& key)
{
    auto database = backup.database(key);
    if (!database)
        return fail(database);
    return contentOf(*database);
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
    const QString place = QDir(QFileInfo(folder).absoluteFilePath()).absolutePath();
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
        return fail(ready);
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
    return Restored { place, *before, std::move(*manifest) };
}

} // namespace maiam
