// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backup_files.h"

#include "models/base/saved_file.h"
#include "models/sqlcipher/raw_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace maiam {

namespace {
class SystemOut final : public BackupFiles::Out
{
public:
    explicit SystemOut(SyncedFile file)
        : m_file(std::move(file))
    {
    }
    Result<void> write(QByteArrayView bytes) override { return m_file.write(bytes); }
    Result<void> sync() override { return m_file.sync(); }

private:
    SyncedFile m_file;
};
} // namespace

Result<void> BackupFiles::makeFolder(const QString& folder)
{
    if (QDir(folder).exists())
        return {};
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::ReadOnly,
            QCoreApplication::translate("Backup", "The folder for backups cannot be made: %1. Choose another place.")
                .arg(QDir::toNativeSeparators(folder)));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<std::unique_ptr<BackupFiles::Out>> BackupFiles::create(const QString& path)
{
    auto file = SyncedFile::create(path);
    if (!file)
        return fail(file);
    return std::make_unique<SystemOut>(std::move(*file));
}

Result<void> BackupFiles::rename(const QString& from, const QString& to)
{
    // It waits for a scanner that holds the file, and never copies: half a backup would stand under the final name.
    if (!renameFile(from, to, NameTaken::Refuse))
        return fail(ErrorCode::Io,
            QCoreApplication::translate("Backup",
                "The finished backup could not get its name. Another program may hold it; try again in a minute."));
    return SyncedFile::syncName(to);
}

Result<void> BackupFiles::remove(const QString& path)
{
    if (QFile::exists(path) && !QFile::remove(path))
        return fail(ErrorCode::Io,
            QCoreApplication::translate(
                "Backup", "An old backup could not be removed. Another program may hold it; nothing else is wrong."));
    return {};
}

} // namespace maiam
