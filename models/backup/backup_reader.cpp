// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backup_reader.h"

#include "models/sqlcipher/file_part.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace maiam {

namespace {
constexpr qint64 ReadPiece = 1 << 20;

tl::unexpected<Error> readingStopped()
{
    return fail(ErrorCode::Cancelled, QCoreApplication::translate("Backup", "The check was stopped."));
}

/// The disk or the stick did not give the bytes, which says nothing of the file.
tl::unexpected<Error> givesNoBytes()
{
    return fail(ErrorCode::Io,
        QCoreApplication::translate(
            "Backup", "The backup cannot be read any more. Check that the stick or network folder is still there."));
}
} // namespace

Result<BackupReader> BackupReader::open(const QString& name)
{
    BackupReader reader;
    reader.m_file = name;
    QFile file(name);
    if (!file.exists())
        return fail(ErrorCode::NotFound,
            QCoreApplication::translate(
                "Backup", "The backup is not there: %1. Plug in the stick or choose another one.")
                .arg(QDir::toNativeSeparators(name)));
    if (QFileInfo(name).isDir())
        return fail(ErrorCode::InvalidInput,
            QCoreApplication::translate("Backup", "This is a folder: %1. Choose a file that ends in .maiam-backup.")
                .arg(QDir::toNativeSeparators(name)));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadOnly,
            QCoreApplication::translate("Backup", "The backup may not be read with this account: %1.")
                .arg(QDir::toNativeSeparators(name)));
    reader.m_size = file.size();
    const QByteArray magic = file.read(backupFormat::Magic.size());
    if (file.error() != QFileDevice::NoError)
        return givesNoBytes();
    if (reader.m_size < backupFormat::HeadSize + backupFormat::FooterSize || magic != backupFormat::Magic)
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("head")));
    if (!file.seek(reader.m_size - backupFormat::FooterSize))
        return givesNoBytes();
    const QByteArray footer = file.read(backupFormat::FooterSize);
    if (file.error() != QFileDevice::NoError)
        return givesNoBytes();
    auto tailSize = backupFormat::tailSize(footer);
    if (!tailSize)
        return fail(tailSize);
    const qint64 tailAt = reader.m_size - backupFormat::FooterSize - *tailSize;
    if (tailAt < backupFormat::HeadSize || !file.seek(tailAt))
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("tail")));
    const QByteArray tail = file.read(*tailSize);
    if (file.error() != QFileDevice::NoError)
        return givesNoBytes();
    auto outer = backupFormat::readTail(tail, footer);
    if (!outer)
        return fail(outer);
    if (backupFormat::HeadSize + outer->databaseSize != tailAt)
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("sizes")));
    reader.m_outer = std::move(*outer);
    return reader;
}

Result<BackupManifest> BackupReader::manifest(const SecretKey& key) const
{
    return backupFormat::readManifest(m_outer, key);
}

Result<Database> BackupReader::database(const SecretKey& key) const
{
    // Every page is read once: a larger cache holds what nobody asks for again.
    constexpr EngineOptions SmallCache { 512, 5000 };
    return filePart::open(m_file, backupFormat::HeadSize, m_outer.databaseSize, key, SmallCache);
}

template <typename Use>
Result<void> BackupReader::readPages(Use use, const BackupProgress& progress, const std::atomic_bool* cancelled) const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(backupFormat::HeadSize))
        return givesNoBytes();
    BackupDigest digest;
    QByteArray piece;
    for (qint64 at = 0; at < m_outer.databaseSize; at += piece.size()) {
        if (cancelled && *cancelled)
            return readingStopped();
        piece = file.read(std::min(ReadPiece, m_outer.databaseSize - at));
        if (file.error() != QFileDevice::NoError)
            return givesNoBytes();
        if (piece.isEmpty())
            return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("pages")));
        if (at == 0 && piece.startsWith("SQLite format 3"))
            return fail(ErrorCode::NotEncrypted,
                QCoreApplication::translate("Backup",
                    "The register inside this file is not encrypted, so it is no backup of Mái Ấm and was not used."));
        digest.add(piece);
        if (auto used = use(piece); !used)
            return used;
        if (progress)
            progress(at, m_outer.databaseSize);
    }
    if (digest.result() != m_outer.databaseDigest)
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("digest")));
    return {};
}

Result<BackupManifest> BackupReader::verify(
    const SecretKey& key, const BackupProgress& progress, const std::atomic_bool* cancelled, Depth depth) const
{
    auto said = manifest(key);
    if (!said)
        return fail(said);
    // Three independent readings, side by side: the digest, the pages' HMACs, and the chains.
    const auto pages = QtConcurrent::run([this, &key, depth]() -> Result<void> {
        auto inside = database(key);
        if (!inside)
            return fail(inside);
        return depth == Depth::Whole ? inside->checkPages() : inside->checkSeals();
    });
    const auto chains = QtConcurrent::run([this, &key, cancelled]() -> Result<Chains> {
        auto inside = database(key);
        return inside ? chainCheck::walk(*inside, cancelled) : Result<Chains>(fail(inside));
    });
    const auto whole = readPages([](const QByteArray&) { return Result<void>(); }, progress, cancelled);
    const Result<void> sound = pages.result();
    const Result<Chains> walked = chains.result();
    if (!whole)
        return fail(whole);
    if (!sound)
        return fail(sound);
    if (!walked)
        return fail(walked);
    if (walked->heads != said->heads || walked->entries != said->entries)
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("heads")));
    return said;
}

Result<void> BackupReader::extractDatabase(
    const QString& to, BackupFiles& files, const BackupProgress& progress, const std::atomic_bool* cancelled) const
{
    auto out = files.create(to);
    if (!out)
        return fail(out);
    auto written = readPages([&](const QByteArray& piece) { return (*out)->write(piece); }, progress, cancelled);
    if (written)
        written = (*out)->sync();
    if (!written) {
        out->reset();
        (void)files.remove(to);
    }
    return written;
}

} // namespace maiam
