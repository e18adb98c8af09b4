// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/unlocked_folder.h"

#include "models/backup/backup_reader.h"
#include "models/journal/record_tables.h"
#include "models/records/record_id.h"
#include "models/register/backup_folder.h"
#include "models/register/identity_store.h"
#include "models/register/key_change.h"
#include "models/register/register_place.h"
#include "models/sqlcipher/database.h"

#include <QDir>
#include <QFileInfo>

namespace maiam {

QString UnlockedFolder::databaseFile(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("register.db"));
}

QString UnlockedFolder::keysFile(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("register.keys"));
}

Result<UnlockedFolder> UnlockedFolder::with(const QString& folder, const KdfLimits& limits, const Opener& opener)
{
    if (auto place = registerPlace::check(folder); !place)
        return fail(place);
    if (auto finished = KeyChanger::finishInterrupted(folder); !finished)
        return fail(finished);
    if (!QFileInfo::exists(databaseFile(folder)) && !QFileInfo::exists(keysFile(folder)))
        return fail(ErrorCode::NotFound, tr("There is no register in this folder. Check the folder's name."));
    auto keys = KeysFile::read(keysFile(folder), limits);
    if (!keys)
        return fail(keys);
    if (!QFileInfo::exists(databaseFile(folder)))
        return fail(ErrorCode::NotFound,
            tr("The keys are here, but register.db is missing. Restore the newest backup into this folder."));
    auto key = opener(*keys);
    if (!key)
        return fail(key);
    return UnlockedFolder(folder, std::move(*key), std::move(*keys), limits);
}

Result<UnlockedFolder> UnlockedFolder::withPassphrase(
    const QString& folder, const QUuid& user, QStringView passphrase, const KdfLimits& limits)
{
    return with(folder, limits, [&](const KeysFile& keys) { return keys.openWithPassphrase(user, passphrase); });
}

Result<UnlockedFolder> UnlockedFolder::withRecovery(
    const QString& folder, const RecoveryKey& key, const KdfLimits& limits)
{
    return with(folder, limits, [&](const KeysFile& keys) { return keys.openWithRecovery(key); });
}

Result<UnlockedFolder> UnlockedFolder::withEscrow(
    const QString& folder, const RecoveryKey& one, const RecoveryKey& other, const KdfLimits& limits)
{
    return with(
        folder, limits, [&](const KeysFile& keys) { return keys.openWithEscrow(RecoveryKey::combined(one, other)); });
}

namespace {
/// Whether the backups in the register's folder know this id, or there is none that could say otherwise.
bool backupsAllow(const QString& folder, const QUuid& registerId)
{
    bool another = false;
    for (const QString& file : backupFolder::files(QDir(folder).filePath(QStringLiteral("backups")))) {
        const auto backup = BackupReader::open(file);
        if (!backup)
            continue; // a damaged one says nothing
        const auto keys = KeysFile::parse(backup->outer().keys, KdfLimits::anyCost());
        if (keys && keys->registerId() == registerId)
            return true;
        another = another || keys;
    }
    return !another;
}

/// A free name for a keys file of another register.
QString nameForOtherKeys(const QString& keysFile)
{
    for (int i = 1;; ++i) {
        const QString name = keysFile + QStringLiteral(".other-%1").arg(i);
        if (!QFileInfo::exists(name))
            return name;
    }
}
} // namespace

Result<QString> UnlockedFolder::putKeysBack(const QString& folder, const QString& copy, const KdfLimits& limits)
{
    // A backup carries the keys of its day; somebody may also have kept the file by itself.
    const auto backup = BackupReader::open(copy);
    auto keys = backup ? KeysFile::parse(backup->outer().keys, limits) : KeysFile::read(copy, limits);
    if (!keys)
        return fail(ErrorCode::KeysDamaged,
            tr("The chosen file holds no keys that can be used. Choose another backup, or a copy of register.keys."),
            keys.error().detail);
    const auto present = KeysFile::read(keysFile(folder), limits);
    if (!present && present.error().code != ErrorCode::KeysMissing && present.error().code != ErrorCode::KeysDamaged)
        return fail(present); // it may be better than the copy
    const bool same = present && present->registerId() == keys->registerId();
    const bool newer = same && present->generation() < keys->generation();
    if (!newer && !backupsAllow(folder, keys->registerId()))
        return fail(ErrorCode::InvalidInput,
            tr("The chosen file belongs to another register, so nothing was replaced. Choose a backup of this one."));
    if (same && !newer)
        return fail(ErrorCode::AlreadyExists,
            tr("The register has a keys file that is in order and not older than the chosen one, so nothing was "
               "replaced. Unlock with it."));
    QString kept;
    if (present && !same) {
        kept = nameForOtherKeys(keysFile(folder));
        if (auto aside = present->write(kept); !aside)
            return fail(aside);
    }
    if (auto written = keys->write(keysFile(folder)); !written)
        return fail(written);
    return kept.isEmpty() ? kept : QFileInfo(kept).fileName();
}

QList<KeysFile::SlotInfo> UnlockedFolder::people() const
{
    QList<KeysFile::SlotInfo> people;
    for (const KeysFile::SlotInfo& slot : m_keys.slotList())
        if (slot.kind == KeysFile::SlotKind::Passphrase)
            people.append(slot);
    auto database = Database::open(databaseFile(m_folder), m_key, OpenMode::ReadOnly);
    if (!database)
        return people;
    const auto office = identityStore::officeId(*database);
    if (!office)
        return people;
    auto found = database->query(
        QStringLiteral("SELECT record, display_name, role FROM \"user\" WHERE flags & %1 = 0 ORDER BY display_name")
            .arg(RecordTables::DeletedFlag));
    QList<KeysFile::SlotInfo> recorded;
    while (found && found->next()) {
        const QUuid person = QUuid::fromRfc4122(found->blob(0));
        if (recordId::ownedBy(person, *office)) // those of other offices came with their packages
            recorded.append({ KeysFile::SlotKind::Passphrase, person, found->text(1), found->text(2), 0, { 0, 0 } });
    }
    return recorded.isEmpty() ? people : recorded;
}

} // namespace maiam
