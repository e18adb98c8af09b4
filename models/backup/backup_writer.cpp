// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backup_writer.h"

#include "models/sqlcipher/raw_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace maiam {

namespace {
constexpr qint64 Piece = 1 << 20;

bool isStopped(const std::atomic_bool* cancelled)
{
    return cancelled && *cancelled;
}

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled,
        QCoreApplication::translate("Backup", "The backup was stopped. The backups before it are as they were."));
}

QString unfinished(const QString& file)
{
    QString name = file;
    name.chop(backupFormat::Suffix.size());
    return name + backupFormat::UnfinishedSuffix;
}

/// What stands before day and serial in the name of a backup: whose it is. Empty when the name says nothing.
QString ownerOf(const QString& file)
{
    static const QRegularExpression name(QStringLiteral("^(.+-)\\d{4}-\\d{2}-\\d{2}-\\d+$"));
    return name.match(QFileInfo(file).completeBaseName()).captured(1);
}

/// What a power cut, or a stick that was pulled out, left of this file and of earlier ones. Nothing is done with it any
/// more, so it would only fill the disk, and keep what was erased since. What cannot be removed now waits for the next.
void removeUnfinished(const QString& file, BackupFiles& files)
{
    (void)files.remove(unfinished(file));
    const QString owner = ownerOf(file);
    const QDir folder = QFileInfo(file).dir();
    const QStringList names = folder.entryList({ QLatin1Char('*') + backupFormat::UnfinishedSuffix }, QDir::Files);
    for (const QString& name : names)
        if (!owner.isEmpty() && ownerOf(name) == owner) // a stick may hold those of several registers
            (void)files.remove(folder.filePath(name));
}

/// Whether a copy may take the place of what stands under its name: nothing, a file that is proven damaged, or the same
/// backup. After a restore a whole one of another history may bear the name; what it holds stands nowhere else.
Result<void> mayTakeName(const QString& from, const QString& to)
{
    if (!QFileInfo::exists(to))
        return {};
    const auto there = BackupReader::open(to);
    if (!there && there.error().code == ErrorCode::Damaged)
        return {};
    if (!there && there.error().code == ErrorCode::Io)
        return fail(there);
    const auto source = BackupReader::open(from);
    if (there && source && there->outer().sealed == source->outer().sealed)
        return {};
    return fail(ErrorCode::AlreadyExists,
        QCoreApplication::translate("Backup",
            "Another backup bears the same name there and was left as it is: %1. Move it to another folder; then the "
            "copy is made by itself.")
            .arg(QDir::toNativeSeparators(to)));
}

/// Copies the pages as they lie on the disk.
Result<BackupOuter> writePages(const BackupSource& source, BackupFiles::Out& out, const BackupProgress& progress,
    const std::atomic_bool* cancelled)
{
    auto size = rawFile::size(source.still);
    if (!size)
        return fail(size);
    if (*size <= 0 || *size % backupFormat::PageSize != 0)
        return fail(ErrorCode::Damaged,
            QCoreApplication::translate("Backup",
                "The register's file does not have a whole number of pages. Check the register before going on."),
            QStringLiteral("file size"));
    BackupDigest digest;
    QByteArray piece;
    for (qint64 at = 0; at < *size; at += piece.size()) {
        if (isStopped(cancelled))
            return stopped();
        piece.resize(std::min(Piece, *size - at));
        if (auto read = rawFile::read(source.still, at, piece); !read)
            return fail(read);
        digest.add(piece);
        if (auto written = out.write(piece); !written)
            return fail(written);
        if (progress)
            progress(at, *size * 2);
    }
    BackupOuter outer;
    outer.databaseSize = *size;
    outer.databaseDigest = digest.result();
    outer.keys = source.keysFile;
    return outer;
}

/// What was just written did not read back as it was: that is this disk's fault and says nothing of the register.
/// Damage of the register itself (its pages, its chains) stays what it is.
tl::unexpected<Error> notAsWritten(const Error& why)
{
    if (why.code != ErrorCode::Damaged || why.message != backupFormat::damaged({}).message)
        return tl::unexpected<Error>(why);
    return fail(ErrorCode::Io,
        QCoreApplication::translate("Backup",
            "The backup did not read back as it was written. The disk may be about to fail: call whoever looks after "
            "this PC. The register itself is as it was."),
        why.detail);
}

Result<BackupManifest> writeAndVerify(const BackupSource& source, BackupManifest manifest, const QString& file,
    BackupFiles& files, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    auto chains = chainCheck::read(source.still);
    if (!chains)
        return fail(chains);
    manifest.heads = chains->heads;
    manifest.entries = chains->entries;
    {
        auto out = files.create(file);
        if (!out)
            return fail(out);
        if (auto begun = (*out)->write(backupFormat::head()); !begun)
            return fail(begun);
        auto outer = writePages(source, **out, progress, cancelled);
        if (!outer)
            return fail(outer);
        if (auto ended = (*out)->write(backupFormat::tailAndFooter(*outer, manifest, source.key)); !ended)
            return fail(ended);
        if (auto synced = (*out)->sync(); !synced)
            return fail(synced);
    }
    auto reader = BackupReader::open(file);
    if (!reader)
        return notAsWritten(reader.error());
    const auto second = [&](qint64 done, qint64 all) {
        if (progress)
            progress(all + done, all * 2);
    };
    auto verified = reader->verify(source.key, second, cancelled, BackupReader::Depth::AsWritten);
    if (!verified)
        return notAsWritten(verified.error());
    return verified;
}

/// `written`: how many bytes the writing took before, which counts as half of the work.
Result<QByteArray> digestOf(
    const QString& name, qint64 written, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io,
            QCoreApplication::translate("Backup",
                "The backup cannot be read any more. Check that the stick or network folder is still there."));
    BackupDigest digest;
    qint64 read = 0;
    while (true) {
        if (isStopped(cancelled))
            return stopped();
        const QByteArray piece = file.read(Piece);
        if (piece.isEmpty())
            break;
        digest.add(piece);
        read += piece.size();
        if (progress)
            progress(written + read, written * 2);
    }
    if (read != file.size())
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("size")));
    return digest.result();
}

Result<void> copyAndCompare(const QString& from, const QString& to, BackupFiles& files, const BackupProgress& progress,
    const std::atomic_bool* cancelled)
{
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("source")));
    BackupDigest digest;
    qint64 done = 0;
    {
        auto out = files.create(to);
        if (!out)
            return fail(out);
        for (QByteArray piece = in.read(Piece); !piece.isEmpty(); piece = in.read(Piece)) {
            if (isStopped(cancelled))
                return stopped();
            digest.add(piece);
            if (auto written = (*out)->write(piece); !written)
                return written;
            done += piece.size();
            if (progress)
                progress(done, in.size() * 2);
        }
        if (in.error() != QFileDevice::NoError || done != in.size())
            return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("source")));
        if (auto synced = (*out)->sync(); !synced)
            return synced;
    }
    auto back = digestOf(to, done, progress, cancelled);
    if (!back)
        return fail(back);
    if (*back != digest.result())
        return fail(ErrorCode::Damaged,
            QCoreApplication::translate("Backup",
                "The copy did not read back as it was written. The stick or disk may be failing: use another one."));
    return {};
}
} // namespace

Result<BackupManifest> backupWriter::write(const BackupSource& source, BackupManifest manifest, const QString& file,
    BackupFiles& files, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    const QString part = unfinished(file);
    removeUnfinished(file, files);
    auto made = writeAndVerify(source, std::move(manifest), part, files, progress, cancelled);
    if (made)
        if (auto named = files.rename(part, file); !named)
            made = fail(named);
    if (!made)
        (void)files.remove(part);
    return made;
}

Result<void> backupWriter::copy(const QString& from, const QString& to, BackupFiles& files,
    const std::atomic_bool* cancelled, const BackupProgress& progress)
{
    const QString part = unfinished(to);
    removeUnfinished(to, files);
    if (auto may = mayTakeName(from, to); !may)
        return may;
    auto copied = copyAndCompare(from, part, files, progress, cancelled);
    if (copied)
        copied = files.remove(to); // only now, when what takes its place is whole; a rename writes over nothing
    if (copied)
        copied = files.rename(part, to);
    if (!copied)
        (void)files.remove(part);
    return copied;
}

} // namespace maiam
