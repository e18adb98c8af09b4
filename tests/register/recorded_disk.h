// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk_images.h"
#include "models/backup/backup_files.h"
#include "models/register/key_disk.h"

#include <mutex>
#include <optional>

namespace maiam::test {

/// Writes down what is asked of the disk below a folder. What goes through the engine's file layer is seen here, with
/// the syncs of files and folders as they really come (SyncedFile goes that way too); what does not, RecordedFiles and
/// RecordedKeys tell. One at a time; every connection that was opened meanwhile is closed before it goes.
class RecordedDisk final : public DiskLayer
{
public:
    explicit RecordedDisk(const QString& folder, DiskState::Wanted wanted = {});

    /// The program promises this from now on.
    void promise(int number);
    /// A file is about to get another name, in any way.
    void noteRename(const QString& from, const QString& to);
    void noteRemoval(const QString& path);
    /// A file is about to be put in place as SavedFile does it: under names of its own first, with its bytes synced.
    /// Its folder is not.
    void noteSaved(const QString& path, const QByteArray& bytes, bool synced = true);
    /// For pretended faults: the names in this file's folder are made to last.
    void noteFolderSynced(const QString& path);

    /// What stood there when this was made.
    [[nodiscard]] const DiskState& start() const { return m_start; }
    /// Everything since, in its order.
    [[nodiscard]] std::vector<DiskCall> calls() const;

    void opened(const QByteArray& path) override;
    int write(const QByteArray& path, const QByteArray& bytes, qint64 at, const Run& run) override;
    int cut(const QByteArray& path, qint64 size, const Run& run) override;
    int sync(const QByteArray& path, const Run& run) override;
    int remove(const QByteArray& path, const Run& run) override;
    void folderSynced(const QByteArray& path) override;

private:
    [[nodiscard]] std::optional<QString> below(const QString& path) const;
    [[nodiscard]] std::optional<QString> known(const QString& path);
    void note(const DiskCall& call);

    QString m_folder;
    DiskState::Wanted m_wanted;
    DiskState m_start;
    mutable std::mutex m_mutex; ///< for all that follows
    DiskState m_now;
    std::vector<DiskCall> m_calls;
};

/// The disk that backups are written to, written down.
class RecordedFiles : public BackupFiles
{
public:
    explicit RecordedFiles(RecordedDisk& disk)
        : m_disk(disk)
    {
    }
    [[nodiscard]] Result<void> rename(const QString& from, const QString& to) override;
    [[nodiscard]] Result<void> remove(const QString& path) override;

protected:
    RecordedDisk& m_disk;
};

/// The disk that keys are written to, written down.
class RecordedKeys : public KeyDisk
{
public:
    explicit RecordedKeys(RecordedDisk& disk)
        : m_disk(disk)
    {
    }
    [[nodiscard]] Result<void> replace(const QString& path, const QByteArray& bytes) override;
    [[nodiscard]] Result<void> rename(const QString& from, const QString& to) override;
    void remove(const QString& path) override;

protected:
    RecordedDisk& m_disk;
};

} // namespace maiam::test
