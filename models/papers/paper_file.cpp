// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/paper_file.h"

#include "models/base/saved_file.h"

#include <QCoreApplication>

namespace maiam::papers {

namespace {

class PaperFile
{
    Q_DECLARE_TR_FUNCTIONS(PaperFile)
public:
    static tl::unexpected<Error> failed(const SavedFile& file)
    {
        if (file.isHeld())
            return tl::unexpected<Error>(file.heldError());
        const QString detail = QStringLiteral("paper file, QFileDevice error %1").arg(int(file.error()));
        switch (file.error()) {
        case QFileDevice::OpenError:
        case QFileDevice::PermissionsError:
            return fail(ErrorCode::ReadOnly,
                tr("The file could not be written there. The folder may be read-only or the file open in another "
                   "program. Choose another place, or close the file and try again."),
                detail);
        case QFileDevice::ResourceError:
            return fail(ErrorCode::DiskFull,
                tr("The disk is full, so the file was not written. Free some space or choose another disk."), detail);
        default:
            return fail(ErrorCode::Io,
                tr("The file could not be written completely, so nothing was changed. Check the disk and try "
                   "again."),
                detail);
        }
    }
};

} // namespace

Result<void> savePaperFile(const QString& file, const QByteArray& content)
{
    SavedFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return PaperFile::failed(target);
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (target.write(content) != content.size() || !target.commit())
        return PaperFile::failed(target);
    return {};
}

} // namespace maiam::papers
