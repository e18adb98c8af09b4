// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/removable_medium.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_WIN
// The one call that is needed, without the macros of windows.h for a whole room.
extern "C" __declspec(dllimport) unsigned int __stdcall GetDriveTypeW(const wchar_t* root);
#endif

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QString folderThere(const QString& path)
{
    QString there = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(there) && there != QFileInfo(there).absolutePath())
        there = QFileInfo(there).absolutePath();
    return there;
}

#ifndef Q_OS_WIN
/// The kernel says it of the whole disk; a partition's entry lies in the one of its disk.
bool kernelSaysRemovable(const QString& entry)
{
    for (const QString& each : { entry, QFileInfo(entry).path() }) {
        QFile said(each + u"/removable"_s);
        if (said.open(QIODevice::ReadOnly))
            return said.readAll().trimmed() == "1";
    }
    return false;
}
#endif
} // namespace

bool removableMedium::holds(const QString& path)
{
    const QStorageInfo disk(folderThere(path));
#ifdef Q_OS_WIN
    const QString root = QDir::toNativeSeparators(disk.rootPath());
    constexpr unsigned int Removable = 2; // DRIVE_REMOVABLE
    return GetDriveTypeW(reinterpret_cast<const wchar_t*>(root.utf16())) == Removable;
#else
    const QString device = QFileInfo(QString::fromUtf8(disk.device())).canonicalFilePath();
    return !device.isEmpty()
        && kernelSaysRemovable(QFileInfo(u"/sys/class/block/"_s + QFileInfo(device).fileName()).canonicalFilePath());
#endif
}

Result<void> removableMedium::checkKeyFile(const QString& file, const std::function<bool(const QString&)>& isOn)
{
    if (isOn(file))
        return {};
    return fail(ErrorCode::InvalidInput,
        QCoreApplication::translate("maiam::RemovableMedium",
            "The key would stay on a disk of this PC, where whoever opens the PC finds it, so nothing was written. "
            "Choose a printer with paper; where there is none, put in a USB stick and save the file there."),
        u"fixed disk"_s);
}

} // namespace maiam
