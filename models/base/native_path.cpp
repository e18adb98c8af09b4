// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/native_path.h"

#include <QDir>
#include <QFileInfo>

namespace maiam {

QString nativePath(const QString& path)
{
    const QString full = QDir::toNativeSeparators(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
#ifdef Q_OS_WIN
    if (full.startsWith(QStringLiteral("\\\\?\\")))
        return full;
    if (full.startsWith(QStringLiteral("\\\\"))) // a share: \\server\share
        return QStringLiteral("\\\\?\\UNC") + full.mid(1);
    return QStringLiteral("\\\\?\\") + full;
#else
    return full;
#endif
}

} // namespace maiam
