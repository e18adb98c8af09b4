// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_lock.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QString fileOf(const QString& folder)
{
    return QDir(folder).filePath(u"register.lock"_s);
}
} // namespace

Result<RegisterLock> RegisterLock::take(const QString& folder)
{
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return RegisterLock(nullptr); // making the register will say so in its own words
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    auto file = std::make_unique<QLockFile>(fileOf(folder));
    file->setStaleLockTime(0); // a window may be open for days
    if (file->tryLock(0))
        return RegisterLock(std::move(file));
#ifdef Q_OS_WIN
    // What a killed program left: nobody holds it open, so it can be removed, and its process number may be anybody's
    // by now. The file of a living one cannot be removed.
    if (file->error() == QLockFile::LockFailedError && file->removeStaleLockFile() && file->tryLock(0))
        return RegisterLock(std::move(file));
#endif
    if (file->error() == QLockFile::LockFailedError)
        return fail(ErrorCode::Busy,
            tr("This register is open in another window or command, so nothing was done. Two at a time would damage "
               "its journal. Close the other one, then try again."));
    return RegisterLock(nullptr);
}

qint64 RegisterLock::holder(const QString& folder)
{
    qint64 process = 0;
    QString host;
    QString name;
    QLockFile file(fileOf(folder));
    return file.getLockInfo(&process, &host, &name) ? process : 0;
}

} // namespace maiam
