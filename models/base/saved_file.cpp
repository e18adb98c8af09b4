// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/saved_file.h"

#include "models/base/native_path.h"

#include <QFileInfo>

#include <filesystem>
#include <system_error>
#include <thread>

using namespace std::chrono_literals;

namespace maiam {

namespace {

/// Between tries; 1.9 seconds together. A scanner lets go within one, Excel never.
constexpr std::chrono::milliseconds Pauses[] { 20ms, 40ms, 80ms, 160ms, 320ms, 640ms, 640ms };

QString writtenTo(const QString& path)
{
    const QFileInfo info(path);
    return info.isSymbolicLink() ? info.symLinkTarget() : path;
}

std::filesystem::path systemPath(const QString& path)
{
#ifdef Q_OS_WIN
    return std::filesystem::path(nativePath(path).toStdWString());
#else
    return std::filesystem::path(QFile::encodeName(nativePath(path)).toStdString());
#endif
}

} // namespace

void waitFor(std::chrono::milliseconds time)
{
    std::this_thread::sleep_for(time);
}

bool renameFile(const QString& from, const QString& to, NameTaken taken, const Waiting& wait)
{
    const auto tried = [&] {
        std::error_code failed;
        std::filesystem::rename(systemPath(from), systemPath(to), failed);
        return !failed;
    };
    const auto mayTry = [&] { return taken == NameTaken::Replace || !QFileInfo::exists(to); };
    if (!mayTry())
        return false;
    if (tried())
        return true;
    for (const std::chrono::milliseconds pause : Pauses) {
        if (!QFileInfo::exists(from))
            return false;
        wait(pause);
        if (!mayTry())
            return false;
        if (tried())
            return true;
    }
    return false;
}

SavedFile::SavedFile(const QString& path, Waiting wait)
    : m_target(writtenTo(path))
    , m_beside(m_target + QStringLiteral(".maiam-new"))
    , m_wait(std::move(wait))
{
}

bool SavedFile::open(OpenMode mode)
{
    const QFileInfo old(m_target);
    const bool refused = old.exists() && (old.isDir() || !old.isWritable());
    // A device or a pipe is not a file that somebody saves: the rename would put one into its place. Named as its
    // folder, it is refused as a folder is.
    const bool special = old.exists() && !old.isDir() && !old.isFile();
    // Qt's own check finds the words for a refusal.
    setFileName(special ? old.absolutePath() : refused ? m_target : m_beside);
    if (!QSaveFile::open(mode))
        return false;
    if (old.exists())
        setPermissions(old.permissions());
    return true;
}

bool SavedFile::commit()
{
    m_held = false;
    // QSaveFile forgets an error of its last flush (QTBUG-75077): on a full disk it would put an empty file in the
    // place of a small good one, and call that a success.
    if (error() != NoError || !flush() || !QSaveFile::commit())
        return false;
    if (renameFile(m_beside, m_target, NameTaken::Replace, m_wait))
        return true;
    m_held = true;
    QFile::remove(m_beside);
    return false;
}

Error SavedFile::heldError() const
{
    return { ErrorCode::Busy,
        tr("Another program holds the file %1 open (Excel, a viewer, a virus scanner), so it stays as it was. Close it "
           "there, then try again.")
            .arg(QFileInfo(m_target).fileName()),
        QStringLiteral("rename refused") };
}

} // namespace maiam
