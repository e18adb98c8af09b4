// SPDX-License-Identifier: GPL-3.0-or-later
// A backup file, as somebody might put it on the stick. First byte: 0 the whole file; around what follows the rest is
// made so that the reader goes on: 1 the sealed manifest, 2 the tail, 3 the pages of the register.
#include "fuzz_backup.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <cstdlib>

using namespace maiam;

namespace {
const QTemporaryDir& scratch()
{
    static const QTemporaryDir folder;
    return folder;
}

/// Reads the file as a restore does. Gives whether it was believed.
bool isBelieved(const QByteArray& file)
{
    const QString name = scratch().filePath(QStringLiteral("a.maiam-backup"));
    QFile out(name);
    if (!out.open(QIODevice::WriteOnly) || out.write(file) != file.size())
        std::abort();
    out.close();
    const auto backup = BackupReader::open(name);
    if (!backup)
        return false;
    const auto manifest = backup->manifest(fuzzRegisterKey());
    const auto verified = backup->verify(fuzzRegisterKey());
    if (verified && !manifest)
        std::abort();
    BackupFiles files;
    const QString copy = scratch().filePath(QStringLiteral("register.db"));
    const bool extracted = backup->extractDatabase(copy, files).has_value();
    if (verified && !extracted)
        std::abort();
    QFile::remove(copy);
    return verified.has_value();
}

/// Pages begin with a salt of their own, and a seed comes from another run than the sound backup of this one: of each
/// salt, the first pages that were believed are the sound ones, and no others may be.
bool isAltered(const QByteArray& pages)
{
    static QHash<QByteArray, QByteArray> sound;
    constexpr qsizetype SaltBytes = 16;
    const auto known = sound.constFind(pages.left(SaltBytes));
    if (known != sound.constEnd())
        return *known != pages;
    sound.insert(pages.left(SaltBytes), pages);
    return false;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1, qsizetype(size - 1));
    const FuzzBackup& sound = FuzzBackup::sound();
    switch (data[0]) {
    case 0:
        (void)isBelieved(bytes);
        break;
    case 1: {
        const QByteArray file = sound.withManifest(bytes);
        // What it says of the chains must be what the pages hold.
        const auto said = isBelieved(file)
            ? BackupReader::open(scratch().filePath(QStringLiteral("a.maiam-backup")))->manifest(fuzzRegisterKey())
            : Result<BackupManifest>(fail(ErrorCode::Damaged, {}));
        if (said && (said->entries != 0 || !said->heads.isEmpty()))
            std::abort();
        break;
    }
    case 2:
        (void)isBelieved(backupFormat::head() + sound.pages + FuzzBackup::withFooter(bytes));
        break;
    case 3:
        if (isBelieved(sound.withPages(bytes)) && isAltered(bytes))
            std::abort();
        break;
    default:
        break;
    }
    return 0;
}
