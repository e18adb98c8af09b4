// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the keys file from the disk and replacing it there.
#include "models/register/key_disk.h"
#include "models/register/keys_file.h"
#include "models/register/keys_file_reader.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

QString previousOf(const QString& path)
{
    return path + u".previous"_s;
}

Result<QByteArray> load(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::KeysMissing,
            KeysFile::tr("The keys file (register.keys) is not in the register's folder, so the register cannot be "
                         "unlocked."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadOnly,
            KeysFile::tr("The keys file (register.keys) may not be read with this account. Sign in with the account "
                         "that the register was made with."));
    if (file.size() > KeysFile::MostBytes)
        return tl::unexpected<Error>(KeysReader::damaged(u"size"_s));
    return file.read(KeysFile::MostBytes + 1);
}

} // namespace

Result<KeysFile> KeysFile::read(const QString& path, const KdfLimits& limits)
{
    const auto readOne = [&](const QString& from) -> Result<KeysFile> {
        const auto bytes = load(from);
        return bytes ? parse(*bytes, limits) : Result<KeysFile>(fail(bytes));
    };
    auto file = readOne(path);
    const bool useless =
        !file && (file.error().code == ErrorCode::KeysMissing || file.error().code == ErrorCode::KeysDamaged);
    if (!useless)
        return file;
    auto previous = readOne(previousOf(path));
    return previous ? std::move(previous) : std::move(file);
}

Result<void> KeysFile::write(const QString& path, KeyDisk& disk) const
{
    const QByteArray bytes = encoded();
    if (bytes.size() > MostBytes)
        return fail(
            ErrorCode::InvalidInput, tr("There are too many users for the keys file. Remove one who has left."));
    const auto old = load(path);
    // A damaged file is not worth keeping; it must not take the place of a good previous one.
    const bool keep = old && parse(*old, m_limits);
    if (keep) {
        if (auto kept = disk.replace(previousOf(path), *old); !kept)
            return kept;
    }
    const auto written = disk.replace(path, bytes);
    const auto back = load(path);
    if (written && back && *back == bytes) {
        disk.remove(previousOf(path));
        return {};
    }
    // It may stand there and not last, or not stand there whole: what is told as failed must not hold.
    if (keep && (!back || *back != *old))
        (void)disk.replace(path, *old);
    if (!written)
        return written;
    return fail(ErrorCode::Io,
        tr("The new keys file did not read back as it was written, so the keys stay as they were. The disk may be "
           "failing: make a backup on another one."));
}

} // namespace maiam
