// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded_disk.h"

#include <QFile>
#include <QFileInfo>

#include <sqlcipher/sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace maiam::test {

using What = DiskCall::What;

RecordedDisk::RecordedDisk(const QString& folder, DiskState::Wanted wanted)
    : m_folder(QFileInfo(folder).canonicalFilePath())
    , m_wanted(std::move(wanted))
    , m_start(DiskState::of(m_folder, m_wanted))
    , m_now(m_start)
{
}

/// The path below the folder; nothing for a file elsewhere, or one that is not watched.
std::optional<QString> RecordedDisk::below(const QString& path) const
{
    const QFileInfo info(path);
    const QString real = QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName();
    if (!real.startsWith(m_folder + u'/'))
        return std::nullopt;
    const QString name = real.mid(m_folder.size() + 1);
    return m_wanted && !m_wanted(name) ? std::nullopt : std::optional(name);
}

/// The same; a file that somebody else made counts as made and written just now.
std::optional<QString> RecordedDisk::known(const QString& path)
{
    const auto name = below(path);
    if (!name || m_now.holds(*name))
        return name;
    note({ What::Create, *name });
    if (QFileInfo(path).size() == 0) // most are the engine's, whose locks go when somebody else closes the file
        return name;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s could not be read", qPrintable(path));
    note({ What::Write, *name, {}, file.readAll() });
    return name;
}

void RecordedDisk::note(const DiskCall& call)
{
    m_now.apply(call);
    m_calls.push_back(call);
}

std::vector<DiskCall> RecordedDisk::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

void RecordedDisk::promise(int number)
{
    const std::lock_guard lock(m_mutex);
    note({ What::Promise, {}, {}, {}, number });
}

void RecordedDisk::noteRename(const QString& from, const QString& to)
{
    const std::lock_guard lock(m_mutex);
    const auto former = known(from);
    const auto name = below(to);
    if (former && name)
        note({ What::Rename, *former, *name });
}

void RecordedDisk::noteRemoval(const QString& path)
{
    const std::lock_guard lock(m_mutex);
    if (const auto name = below(path); name && m_now.holds(*name))
        note({ What::Remove, *name });
}

void RecordedDisk::noteSaved(const QString& path, const QByteArray& bytes, bool synced)
{
    const std::lock_guard lock(m_mutex);
    const auto name = below(path);
    if (!name)
        return;
    const QString beside = *name + u".maiam-new"_s;
    const QString first = beside + u".qt"_s; // QSaveFile's own
    note({ What::Create, first });
    note({ What::Write, first, {}, bytes });
    if (synced)
        note({ What::SyncFile, first });
    note({ What::Rename, first, beside });
    note({ What::Rename, beside, *name });
}

void RecordedDisk::noteFolderSynced(const QString& path)
{
    const std::lock_guard lock(m_mutex);
    if (const auto name = below(path))
        note({ What::SyncFolder, *name });
}

void RecordedDisk::opened(const QByteArray& path)
{
    const std::lock_guard lock(m_mutex);
    static_cast<void>(known(QFile::decodeName(path)));
}

int RecordedDisk::write(const QByteArray& path, const QByteArray& bytes, qint64 at, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    if (const auto name = known(QFile::decodeName(path)))
        note({ What::Write, *name, {}, bytes, at });
    return run();
}

int RecordedDisk::cut(const QByteArray& path, qint64 size, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    if (const auto name = known(QFile::decodeName(path)))
        note({ What::Cut, *name, {}, {}, size });
    return run();
}

int RecordedDisk::sync(const QByteArray& path, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    const int code = run();
    if (const auto name = known(QFile::decodeName(path)); name && code == SQLITE_OK)
        note({ What::SyncFile, *name });
    return code;
}

int RecordedDisk::remove(const QByteArray& path, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    const auto name = below(QFile::decodeName(path));
    const int code = run();
    if (name && code == SQLITE_OK && m_now.holds(*name))
        note({ What::Remove, *name });
    return code;
}

void RecordedDisk::folderSynced(const QByteArray& path)
{
    noteFolderSynced(QFile::decodeName(path));
}

Result<void> RecordedFiles::rename(const QString& from, const QString& to)
{
    m_disk.noteRename(from, to);
    return BackupFiles::rename(from, to); // whose sync of the name is seen in the engine's layer
}

Result<void> RecordedFiles::remove(const QString& path)
{
    m_disk.noteRemoval(path);
    return BackupFiles::remove(path);
}

Result<void> RecordedKeys::replace(const QString& path, const QByteArray& bytes)
{
    m_disk.noteSaved(path, bytes);
    return KeyDisk::replace(path, bytes);
}

Result<void> RecordedKeys::rename(const QString& from, const QString& to)
{
    m_disk.noteRename(from, to);
    return KeyDisk::rename(from, to);
}

void RecordedKeys::remove(const QString& path)
{
    m_disk.noteRemoval(path);
    KeyDisk::remove(path);
}

} // namespace maiam::test
