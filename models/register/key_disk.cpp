// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/key_disk.h"

#include "models/base/saved_file.h"
#include "models/register/keys_file.h"
#include "models/sqlcipher/raw_file.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace maiam {

KeyDisk& KeyDisk::ofThisPc()
{
    static KeyDisk disk;
    return disk;
}

Result<void> KeyDisk::replace(const QString& path, const QByteArray& bytes)
{
    SavedFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit())
        return syncName(path);
    if (file.isHeld())
        return tl::unexpected<Error>(file.heldError());
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isWritable() || file.error() == QFileDevice::PermissionsError)
        return fail(ErrorCode::ReadOnly,
            KeysFile::tr("The register's folder cannot be written to, so the keys stay as they were. Ask for the right "
                         "to write there."));
    if (const QStorageInfo disk(folder.filePath()); disk.isValid() && disk.bytesAvailable() < KeysFile::MostBytes)
        return fail(ErrorCode::DiskFull,
            KeysFile::tr("The disk is full, so the keys stay as they were. Free some room and try again."));
    return fail(ErrorCode::Io,
        KeysFile::tr("The keys file could not be written, so the keys stay as they were. Check the disk and try "
                     "again."));
}

Result<void> KeyDisk::rename(const QString& from, const QString& to)
{
    if (!renameFile(from, to, NameTaken::Refuse))
        return fail(ErrorCode::Io,
            KeysFile::tr("The keys file could not be written, so the keys stay as they were. Check the disk and try "
                         "again."));
    return syncName(to);
}

Result<void> KeyDisk::syncName(const QString& path)
{
    return SyncedFile::syncName(path);
}

void KeyDisk::remove(const QString& path)
{
    QFile::remove(path);
}

} // namespace maiam
