// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/journal/entry.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QUuid>

#include <memory>

namespace maiam {

/// How far one device's chain reaches.
struct ChainHead
{
    QByteArray device; ///< 16 bytes
    qint64 seq = 0;
    EntryHash hash;
    bool operator==(const ChainHead& other) const = default;
};

/// Why a backup was made. The codes stand in the file.
enum class BackupReason : quint8 { Day = 0, Closing = 1, ByHand = 2, SchemaStep = 3 };

/// What a backup says of itself, sealed with the register's key (docs/backup-format.md).
struct BackupManifest
{
    QUuid registerId; ///< as in register.keys
    qint64 serial = 0; ///< 1, 2, 3 …: one more than every backup that was there
    UtcMs made = 0;
    BackupReason reason = BackupReason::ByHand;
    QString program; ///< version
    qint64 schema = 0;
    quint64 keysGeneration = 0;
    qint64 entries = 0;
    QByteArray device; ///< that made it
    QList<ChainHead> heads; ///< of every device, in the order of their ids
};

/// The outer parts of a backup file: what can be read without the key.
struct BackupOuter
{
    qint64 databaseSize = 0;
    QByteArray databaseDigest; ///< BLAKE2b-256 of the encrypted pages
    QByteArray keys; ///< register.keys as it stood
    QByteArray nonce;
    QByteArray sealed; ///< the manifest
};

/// The layout: a head block, register.db as it lies on the disk, a tail (CBOR), a footer.
namespace backupFormat {
inline constexpr QByteArrayView Magic("maiam/backup/1\n\0", 16);
inline constexpr QByteArrayView End("maiambk1", 8);
inline constexpr qint64 HeadSize = 4096;
inline constexpr qint64 FooterSize = 32 + 8 + 8;
inline constexpr qint64 MostTail = 1024LL * 1024;
inline constexpr qint64 PageSize = 4096;
inline constexpr QLatin1StringView Suffix(".maiam-backup");
inline constexpr QLatin1StringView UnfinishedSuffix(".maiam-part");

[[nodiscard]] QByteArray head();
/// Seals the manifest for the outer parts, and gives tail and footer.
[[nodiscard]] QByteArray tailAndFooter(BackupOuter outer, const BackupManifest& manifest, const SecretKey& registerKey);
/// Reads a footer's length of the tail. Errors: Damaged, NewerVersion.
[[nodiscard]] Result<qint64> tailSize(const QByteArray& footer);
/// Reads a tail that the footer vouches for. Errors: Damaged, NewerVersion.
[[nodiscard]] Result<BackupOuter> readTail(const QByteArray& tail, const QByteArray& footer);
/// Errors: WrongPassphrase when the key is another register's or an earlier one; Damaged.
[[nodiscard]] Result<BackupManifest> readManifest(const BackupOuter& outer, const SecretKey& registerKey);
[[nodiscard]] Error damaged(const QString& where);
} // namespace backupFormat

/// BLAKE2b-256, fed in pieces.
class BackupDigest
{
public:
    BackupDigest();
    ~BackupDigest();
    Q_DISABLE_COPY_MOVE(BackupDigest)
    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray result();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace maiam
