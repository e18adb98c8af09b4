// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(maiam::RegisterPlace)
};

/// File systems that reach over a network, as Linux names them. "fuseblk" (NTFS on a stick) is none of them.
const char* const NetworkFileSystems[] = { "nfs", "nfs4", "cifs", "smb3", "smb2", "smbfs", "ncpfs", "afs", "coda",
    "ceph", "glusterfs", "lustre", "beegfs", "davfs", "davfs2", "fuse.sshfs", "fuse.rclone", "fuse.davfs2",
    "fuse.davfs", "fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.s3fs", "fuse.s3ql", "fuse.goofys", "fuse.gcsfuse",
    "fuse.curlftpfs", "fuse.smbnetfs", "fuse.glusterfs", "fuse.ceph-fuse", "fuse.juicefs", "fuse.hubicfuse" };

/// File systems that are a cloud service.
const std::pair<const char*, const char*> CloudFileSystems[] = { { "fuse.google-drive-ocamlfuse", "Google Drive" },
    { "fuse.gcsf", "Google Drive" }, { "fuse.onedriver", "OneDrive" }, { "fuse.onedrive", "OneDrive" },
    { "fuse.dropbox", "Dropbox" }, { "fuse.pcloud", "pCloud" }, { "fuse.pCloud.fs", "pCloud" } };

/// Names of folders that clients make. "OneDrive*" also stands for "OneDrive - UBND xã".
const std::pair<const char16_t*, const char*> CloudFolders[] = { { u"onedrive", "OneDrive" },
    { u"onedrive -*", "OneDrive" }, { u"dropbox", "Dropbox" }, { u"dropbox (*", "Dropbox" },
    { u"google drive", "Google Drive" }, { u"googledrive", "Google Drive" }, { u"googledrive-*", "Google Drive" },
    { u"my drive", "Google Drive" }, { u"drive của tôi", "Google Drive" }, { u"iclouddrive", "iCloud" },
    { u"icloud drive", "iCloud" }, { u"com~apple~clouddocs", "iCloud" }, { u"mobile documents", "iCloud" },
    { u"nextcloud", "Nextcloud" }, { u"owncloud", "ownCloud" }, { u"zalo received files", "Zalo" },
    { u"zalopc", "Zalo" }, { u"zalo", "Zalo" }, { u"megasync", "MEGA" }, { u"mega", "MEGA" },
    { u"pclouddrive", "pCloud" }, { u"pcloud drive", "pCloud" }, { u"synologydrive", "Synology Drive" },
    { u"seafile", "Seafile" }, { u"yandex.disk", "Yandex Disk" } };

/// Files that a client leaves in the folder that it keeps in step.
const std::pair<const char16_t*, const char*> CloudMarks[] = { { u".dropbox.cache", "Dropbox" },
    { u".tmp.drivedownload", "Google Drive" }, { u".tmp.driveupload", "Google Drive" }, { u".sync_*.db", "Nextcloud" },
    { u"._sync_*.db", "Nextcloud" }, { u".nextcloudsync.log", "Nextcloud" }, { u".owncloudsync.log", "ownCloud" },
    { u".stfolder", "Syncthing" }, { u".synologyworkingdirectory", "Synology Drive" },
    { u".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive" } };

/// How a register comes away from there.
QString howToMove(const QString& folder)
{
    return Texts::tr("Choose a folder on this PC's own disk. If the register stands there already: close the program, "
                     "copy the whole folder %1 to this PC's own disk (for example %2), then open the register from "
                     "there.")
        .arg(QDir::toNativeSeparators(folder), QDir::toNativeSeparators(QDir::homePath() + u"/MaiAm"_s));
}

QString network(const QString& folder)
{
    return Texts::tr("A register cannot stand on a network drive (%1): the database would be damaged, and a register "
                     "that is written from two PCs counts for neither.")
               .arg(QDir::toNativeSeparators(folder))
        + u' ' + howToMove(folder);
}

QString cloud(const QString& service, const QString& folder)
{
    return Texts::tr("A register cannot stand in a folder that %1 copies to the internet (%2): the copying damages the "
                     "database while it is in use, and children's files do not belong there.")
               .arg(service, QDir::toNativeSeparators(folder))
        + u' ' + howToMove(folder);
}

bool matches(const QString& name, QStringView pattern)
{
    return pattern.endsWith(u'*') ? name.startsWith(pattern.chopped(1)) : name == pattern;
}

/// With "/" on every system: QDir::fromNativeSeparators() does nothing to "\\" on Linux, and a name that Windows gave
/// may be read there.
QString withSlashes(QString path)
{
    return path.replace(u'\\', u'/');
}

bool isRemote(const DiskFacts& disk)
{
    if (std::any_of(std::begin(NetworkFileSystems), std::end(NetworkFileSystems),
            [&](const char* name) { return disk.fileSystem == name; }))
        return true;
    // "//server/share" and "\\server\share"; a disk of this PC begins with "/dev/" or "\\?\".
    const QString device = withSlashes(disk.device);
    return device.startsWith("//"_L1) && !device.startsWith("//?/"_L1) && !device.startsWith("//./"_L1);
}

bool isUnc(const QString& path)
{
    const QString plain = withSlashes(path);
    return plain.startsWith("//?/UNC/"_L1, Qt::CaseInsensitive)
        || (plain.startsWith("//"_L1) && !plain.startsWith("//?/"_L1) && !plain.startsWith("//./"_L1));
}

/// The service whose folder the path names, or nothing.
const char* cloudByName(const QString& path)
{
    const QStringList parts = withSlashes(path).toLower().split(u'/', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        for (const auto& [pattern, service] : CloudFolders)
            if (matches(part.normalized(QString::NormalizationForm_C), QStringView(pattern)))
                return service;
    return nullptr;
}

const char* cloudByMark(const QString& path, const PlaceProbe& probe)
{
    QStringList patterns;
    for (const auto& [mark, service] : CloudMarks)
        patterns.append(QString::fromUtf16(mark));
    for (QString folder = QDir::cleanPath(path);; folder = folder.left(folder.lastIndexOf(u'/'))) {
        for (const QString& name : probe.entries(folder.isEmpty() ? u"/"_s : folder, patterns))
            for (const auto& [mark, service] : CloudMarks)
                if (QDir::match(QString::fromUtf16(mark), name))
                    return service;
        if (folder.lastIndexOf(u'/') < 0 || folder.isEmpty())
            return nullptr;
    }
}

bool inside(const QString& path, const QString& root)
{
    const QString clean = QDir::cleanPath(withSlashes(root));
    return !clean.isEmpty() && clean != u"/" && (path + u'/').startsWith(clean + u'/', Qt::CaseInsensitive);
}

/// Which service keeps a folder in step, and what tells it.
struct CloudFound
{
    QString service;
    QString by;
};

std::optional<CloudFound> cloudOf(const QString& path, const DiskFacts& disk, const PlaceProbe& probe)
{
    for (const auto& [name, service] : CloudFileSystems)
        if (disk.fileSystem == name)
            return CloudFound { QLatin1StringView(service), QString::fromUtf8(disk.fileSystem) };
    if (disk.volume.startsWith("Google Drive"_L1))
        return CloudFound { u"Google Drive"_s, u"volume"_s };
    for (const QString& root : probe.cloudRoots())
        if (inside(path, root))
            return CloudFound { u"OneDrive"_s, u"root"_s };
    const char* service = cloudByName(path);
    if (!service)
        service = cloudByMark(path, probe);
    return service ? std::optional(CloudFound { QLatin1StringView(service), QLatin1StringView(service) })
                   : std::nullopt;
}

/// The nearest folder that is there: one that is to be made stands on its parent's disk.
QString nearest(const QString& folder)
{
    QString path = QFileInfo(folder).absoluteFilePath();
    while (!QFileInfo::exists(path)) {
        const QString parent = QFileInfo(path).absolutePath();
        if (parent == path)
            break;
        path = parent;
    }
    return path;
}

} // namespace

QString PlaceProbe::canonical(const QString& folder) const
{
    const QString whole = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString there = nearest(whole);
    const QString resolved = QFileInfo(there).canonicalFilePath();
    return resolved.isEmpty() ? whole : QDir::cleanPath(resolved + whole.mid(there.size()));
}

DiskFacts PlaceProbe::disk(const QString& folder) const
{
    const QStorageInfo info(nearest(folder));
    return { info.fileSystemType(), QString::fromUtf8(info.device()), info.name() };
}

QStringList PlaceProbe::entries(const QString& folder, const QStringList& patterns) const
{
    return QDir(folder).entryList(patterns, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QStringList PlaceProbe::cloudRoots() const
{
    QStringList roots;
    for (const char* name : { "OneDrive", "OneDriveConsumer", "OneDriveCommercial" })
        if (const QString root = qEnvironmentVariable(name); !root.isEmpty())
            roots.append(root);
    return roots;
}

Result<void> registerPlace::check(const QString& folder, const PlaceProbe& probe)
{
    const QString path = isUnc(folder) ? folder : probe.canonical(folder);
    if (isUnc(path))
        return fail(ErrorCode::InvalidInput, network(folder), QStringLiteral("unc"));
    const DiskFacts disk = probe.disk(folder);
    if (isRemote(disk))
        return fail(ErrorCode::InvalidInput, network(folder), QString::fromUtf8(disk.fileSystem));
    const auto found = cloudOf(path, disk, probe);
    if (found)
        return fail(ErrorCode::InvalidInput, cloud(found->service, folder), found->by);
    return {};
}

Result<void> registerPlace::checkForBackups(const QString& folder, const PlaceProbe& probe)
{
    const auto found = cloudOf(probe.canonical(folder), probe.disk(folder), probe);
    if (!found)
        return {};
    return fail(ErrorCode::InvalidInput,
        Texts::tr("Backups do not belong into a folder that %1 copies to the internet (%2): that is where children's "
                  "files must not go, and a copy that is caught halfway restores nothing. Choose a USB stick, another "
                  "disk or a network folder.")
            .arg(found->service, QDir::toNativeSeparators(folder)),
        found->by);
}

} // namespace maiam
