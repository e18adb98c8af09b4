// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace maiam {

/// What the system says about the disk under a folder.
struct DiskFacts
{
    QByteArray fileSystem; ///< "ext4", "nfs4", "fuse.sshfs", "NTFS"
    QString device; ///< "/dev/sda1", "//server/share", "\\?\Volume{…}\"
    QString volume; ///< the volume's label, "Google Drive"
};

/// Looks at a folder. Tests answer instead of the system.
class PlaceProbe
{
public:
    PlaceProbe() = default;
    virtual ~PlaceProbe() = default;
    Q_DISABLE_COPY_MOVE(PlaceProbe)
    /// The path without links; of a folder that is not there yet, its nearest parent and the rest.
    [[nodiscard]] virtual QString canonical(const QString& folder) const;
    [[nodiscard]] virtual DiskFacts disk(const QString& folder) const;
    /// The names of hidden and other entries in a folder that begin like one of these; empty when it is not there.
    [[nodiscard]] virtual QStringList entries(const QString& folder, const QStringList& patterns) const;
    /// Folders that the system itself says are synced with a cloud (Windows: the variables of OneDrive).
    [[nodiscard]] virtual QStringList cloudRoots() const;
};

/// Where a register may stand (nơi đặt sổ): on a disk of this PC. On a network drive the write-ahead log of the
/// database does not hold, and a sync client copies files in the middle of a write; both have destroyed databases.
namespace registerPlace {
/// InvalidInput, with words, for a network drive and for a folder that a cloud service keeps in step.
[[nodiscard]] Result<void> check(const QString& folder, const PlaceProbe& probe = PlaceProbe());
/// Where backups may lie: not where a cloud service keeps the folder in step; a network folder is allowed.
/// InvalidInput, with words.
[[nodiscard]] Result<void> checkForBackups(const QString& folder, const PlaceProbe& probe = PlaceProbe());
} // namespace registerPlace

} // namespace maiam
