// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

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

QString network()
{
    return Texts::tr(
        "A register cannot stand on a network drive: the database would be damaged, and a register that is "
        "written from two PCs counts for neither. Choose a folder on this PC's own disk; a register that "
        "stands there already is copied to it first.");
}

QString cloud(const char* service)
{
    return Texts::tr("A register cannot stand in a folder that %1 copies to the internet: the copying damages the "
                     "database while it is in use, and children's files do not belong there. Choose a folder outside "
                     "it on this PC's own disk; a register that stands there already is moved first.")
        .arg(QLatin1StringView(service));
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
    if (isUnc(folder))
        return fail(ErrorCode::InvalidInput, network(), QStringLiteral("unc"));
    const QString path = probe.canonical(folder);
    if (isUnc(path))
        return fail(ErrorCode::InvalidInput, network(), QStringLiteral("unc"));
    const DiskFacts disk = probe.disk(folder);
    for (const auto& [name, service] : CloudFileSystems)
        if (disk.fileSystem == name)
            return fail(ErrorCode::InvalidInput, cloud(service), QString::fromUtf8(disk.fileSystem));
    if (isRemote(disk))
        return fail(ErrorCode::InvalidInput, network(), QString::fromUtf8(disk.fileSystem));
    if (disk.volume.startsWith("Google Drive"_L1))
        return fail(ErrorCode::InvalidInput, cloud("Google Drive"), QStringLiteral("volume"));
    for (const QString& root : probe.cloudRoots())
        if (inside(path, root))
            return fail(ErrorCode::InvalidInput, cloud("OneDrive"), QStringLiteral("root"));
    const char* service = cloudByName(path);
    if (!service)
        service = cloudByMark(path, probe);
    if (service)
        return fail(ErrorCode::InvalidInput, cloud(service), QLatin1StringView(service));
    return {};
}

} // namespace maiam
