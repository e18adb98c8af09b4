// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backup_writer.h"

#include "models/sqlcipher/raw_file.h"

#include <QFile>

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
        return fail(reader);
    const auto second = [&](qint64 done, qint64 all) {
        if (progress)
            progress(all + done, all * 2);
    };
    return reader->verify(source.key, second, cancelled, BackupReader::Depth::AsWritten);
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
    (void)files.remove(part);
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
    (void)files.remove(part);
    auto copied = copyAndCompare(from, part, files, progress, cancelled);
    if (copied)
        copied = files.rename(part, to);
    if (!copied)
        (void)files.remove(part);
    return copied;
}

} // namespace maiam
