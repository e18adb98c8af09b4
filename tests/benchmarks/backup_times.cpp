// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup_times.h"

#include "large_register.h"
#include "measure.h"

#include "models/register/register_backups.h"
#include "models/sqlcipher/raw_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace maiam;

namespace {
constexpr int Times = 5;
constexpr qint64 Piece = 1 << 20;

/// As `cp` with a sync at the end.
void copySynced(const QString& from, const QString& to)
{
    QFile::remove(to);
    QFile in(from);
    auto out = SyncedFile::create(to);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !out)
        qFatal("no copy");
    for (QByteArray piece = in.read(Piece); !piece.isEmpty(); piece = in.read(Piece))
        if (!out->write(piece))
            qFatal("not written");
    if (!out->sync())
        qFatal("not synced");
}
} // namespace

QJsonObject backupTimes::all(const QString& folder)
{
    const auto reg = LargeRegister::open(folder);
    RegisterBackups backups(*reg);
    const QString copy = folder + QStringLiteral("-copied.db");
    Pairs pairs;
    qint64 entries = 0;
    pairs.measure(
        Times,
        [&](int) {
            auto made = backups.make(BackupReason::Day);
            if (!made)
                qFatal("%s / %s", qPrintable(made.error().message), qPrintable(made.error().detail));
            entries = made->manifest.entries;
        },
        [&](int) { copySynced(LargeRegister::file(folder), copy); });
    QFile::remove(copy);
    QJsonObject out = pairs.toJson(false);
    out.insert(QStringLiteral("file_bytes"), QFileInfo(LargeRegister::file(folder)).size());
    out.insert(QStringLiteral("entries"), entries);
    const auto newest = backups.newest();
    if (newest && *newest) {
        const auto reader = BackupReader::open((*newest)->file);
        const SecretKey key = LargeRegister::keyOf(folder);
        out.insert(QStringLiteral("verify_ms"), timed([&] {
            if (!reader || !reader->verify(key, {}, nullptr, BackupReader::Depth::AsWritten))
                qFatal("not verified");
        }).wall);
        out.insert(QStringLiteral("pages_ms"), timed([&] {
            if (!reader->database(key)->checkSeals())
                qFatal("pages");
        }).wall);
        out.insert(QStringLiteral("chains_ms"), timed([&] {
            auto inside = reader->database(key);
            if (!chainCheck::walk(*inside))
                qFatal("chains");
        }).wall);
    }
    return out;
}
