// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/unlocked_folder.h"

#include "models/backup/backup_reader.h"
#include "models/register/key_change.h"
#include "models/register/register_place.h"

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

Result<void> UnlockedFolder::putKeysBack(const QString& folder, const QString& copy, const KdfLimits& limits)
{
    // A backup carries the keys of its day; somebody may also have kept the file by itself.
    const auto backup = BackupReader::open(copy);
    auto keys = backup ? KeysFile::parse(backup->outer().keys, limits) : KeysFile::read(copy, limits);
    if (!keys)
        return fail(ErrorCode::KeysDamaged,
            tr("The chosen file holds no keys that can be used. Choose another backup, or a copy of register.keys."),
            keys.error().detail);
    const auto present = KeysFile::read(keysFile(folder), limits);
    if (present && present->registerId() != keys->registerId())
        return fail(ErrorCode::InvalidInput,
            tr("The chosen file belongs to another register, so nothing was replaced. Choose a backup of this one."));
    if (present && present->generation() >= keys->generation())
        return fail(ErrorCode::AlreadyExists,
            tr("The register has a keys file that is in order and not older than the chosen one, so nothing was "
               "replaced. Unlock with it."));
    return keys->write(keysFile(folder));
}

QList<KeysFile::SlotInfo> UnlockedFolder::people() const
{
    QList<KeysFile::SlotInfo> people;
    for (const KeysFile::SlotInfo& slot : m_keys.slotList())
        if (slot.kind == KeysFile::SlotKind::Passphrase)
            people.append(slot);
    return people;
}

} // namespace maiam
