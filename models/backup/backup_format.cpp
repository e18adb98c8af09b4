// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backup_format.h"

#include "models/base/cbor.h"
#include "models/base/raw_bytes.h"

#include <QtEndian>

#include <sodium.h>

namespace maiam {

namespace {
constexpr quint64 TailVersion = 1;
constexpr quint64 ManifestVersion = 1;
constexpr QByteArrayView KeyContext("maiam/backup/1");
constexpr qsizetype DigestSize = 32;

/// The manifest's key: from the register key, for this purpose only.
SecretKey manifestKey(const SecretKey& registerKey)
{
    SecretKey key = SecretKey::zeroed(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    crypto_generichash(
        key.writable(), key.size(), raw(KeyContext), size_t(KeyContext.size()), registerKey.data(), registerKey.size());
    return key;
}

/// What the seal also vouches for: the pages and the keys that the manifest speaks of.
QByteArray bound(const BackupOuter& outer)
{
    BackupDigest digest;
    digest.add(KeyContext);
    char size[8];
    qToLittleEndian<qint64>(outer.databaseSize, size);
    digest.add({ size, sizeof size });
    digest.add(outer.databaseDigest);
    digest.add(outer.keys);
    return digest.result();
}

QByteArray encoded(const BackupManifest& manifest)
{
    CborWriter out;
    out.array(11)
        .unsignedInt(ManifestVersion)
        .bytes(manifest.registerId.toRfc4122())
        .integer(manifest.serial)
        .integer(manifest.made)
        .unsignedInt(quint64(manifest.reason))
        .text(manifest.program)
        .integer(manifest.schema)
        .unsignedInt(manifest.keysGeneration)
        .integer(manifest.entries)
        .bytes(manifest.device)
        .array(size_t(manifest.heads.size()));
    for (const ChainHead& head : manifest.heads)
        out.array(3).bytes(head.device).integer(head.seq).bytes(head.hash);
    return out.take();
}

Result<BackupManifest> decoded(const QByteArray& bytes)
{
    CborReader in(bytes);
    BackupManifest manifest;
    quint64 version = 0, reason = 0, heads = 0;
    QByteArrayView id, program, device;
    const bool begun = in.arrayOf(11) && in.unsignedInt(version);
    if (begun && version > ManifestVersion)
        return fail(ErrorCode::NewerVersion,
            QCoreApplication::translate("Backup",
                "This backup was made by a newer version of Mái Ấm. Install the newer "
                "program, then try again."));
    if (!begun || !in.bytesOf(16, id) || !in.integer(manifest.serial) || !in.integer(manifest.made)
        || !in.unsignedInt(reason) || !in.text(program) || !in.integer(manifest.schema)
        || !in.unsignedInt(manifest.keysGeneration) || !in.integer(manifest.entries) || !in.bytesOf(16, device)
        || !in.array(heads))
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("manifest")));
    manifest.registerId = QUuid::fromRfc4122(id.toByteArray());
    manifest.reason = BackupReason(std::min<quint64>(reason, quint64(BackupReason::SchemaStep)));
    manifest.program = QString::fromUtf8(program);
    manifest.device = device.toByteArray();
    for (quint64 i = 0; i < heads; ++i) {
        QByteArrayView of, hash;
        qint64 seq = 0;
        if (!in.arrayOf(3) || !in.bytesOf(16, of) || !in.integer(seq) || !in.bytes(hash))
            break;
        manifest.heads.append({ of.toByteArray(), seq, hash.toByteArray() });
    }
    if (!in.atEnd())
        return tl::unexpected<Error>(backupFormat::damaged(QStringLiteral("heads")));
    return manifest;
}
} // namespace

struct BackupDigest::State
{
    crypto_generichash_state m_hash;
};

BackupDigest::BackupDigest()
    : m_state(std::make_unique<State>())
{
    crypto_generichash_init(&m_state->m_hash, nullptr, 0, DigestSize);
}

BackupDigest::~BackupDigest() = default;

void BackupDigest::add(QByteArrayView bytes)
{
    crypto_generichash_update(&m_state->m_hash, raw(bytes), size_t(bytes.size()));
}

QByteArray BackupDigest::result()
{
    QByteArray digest(DigestSize, Qt::Uninitialized);
    crypto_generichash_final(&m_state->m_hash, reinterpret_cast<uchar*>(digest.data()), size_t(digest.size()));
    return digest;
}

Error backupFormat::damaged(const QString& where)
{
    return { ErrorCode::Damaged,
        QCoreApplication::translate("Backup",
            "This file is no whole backup of Mái Ấm: it is cut off, altered, or something else. Choose another "
            "backup."),
        where };
}

QByteArray backupFormat::head()
{
    return Magic.toByteArray() + QByteArray(HeadSize - Magic.size(), '\0');
}

QByteArray backupFormat::tailAndFooter(BackupOuter outer, const BackupManifest& manifest, const SecretKey& registerKey)
{
    const QByteArray plain = encoded(manifest);
    const QByteArray also = bound(outer);
    const SecretKey key = manifestKey(registerKey);
    outer.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(outer.nonce.data(), size_t(outer.nonce.size()));
    outer.sealed.resize(plain.size() + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES));
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<uchar*>(outer.sealed.data()), nullptr, raw(plain),
        quint64(plain.size()), raw(also), quint64(also.size()), nullptr, raw(outer.nonce), key.data());
    CborWriter out;
    out.array(6)
        .unsignedInt(TailVersion)
        .integer(outer.databaseSize)
        .bytes(outer.databaseDigest)
        .bytes(outer.keys)
        .bytes(outer.nonce)
        .bytes(outer.sealed);
    QByteArray tail = out.take();
    BackupDigest digest;
    digest.add(tail);
    char size[8];
    qToLittleEndian<qint64>(tail.size(), size);
    return tail + digest.result() + QByteArray(size, sizeof size) + End.toByteArray();
}

Result<qint64> backupFormat::tailSize(const QByteArray& footer)
{
    if (footer.size() != FooterSize || !footer.endsWith(End.toByteArray())) {
        if (footer.size() == FooterSize && footer.mid(40).startsWith("maiambk"))
            return fail(ErrorCode::NewerVersion,
                QCoreApplication::translate("Backup",
                    "This backup was made by a newer version of Mái Ấm. Install the newer program, then try again."));
        return tl::unexpected<Error>(damaged(QStringLiteral("footer")));
    }
    const auto size = qFromLittleEndian<qint64>(footer.constData() + 32);
    if (size <= 0 || size > MostTail)
        return tl::unexpected<Error>(damaged(QStringLiteral("tail size")));
    return size;
}

Result<BackupOuter> backupFormat::readTail(const QByteArray& tail, const QByteArray& footer)
{
    BackupDigest digest;
    digest.add(tail);
    if (digest.result() != footer.left(DigestSize))
        return tl::unexpected<Error>(damaged(QStringLiteral("tail digest")));
    CborReader in(tail);
    quint64 version = 0;
    BackupOuter outer;
    QByteArrayView database, keys, nonce, sealed;
    if (!in.arrayOf(6) || !in.unsignedInt(version) || version != TailVersion || !in.integer(outer.databaseSize)
        || !in.bytesOf(DigestSize, database) || !in.bytes(keys)
        || !in.bytesOf(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, nonce) || !in.bytes(sealed) || !in.atEnd()
        || outer.databaseSize <= 0 || outer.databaseSize % PageSize != 0)
        return tl::unexpected<Error>(damaged(QStringLiteral("tail")));
    outer.databaseDigest = database.toByteArray();
    outer.keys = keys.toByteArray();
    outer.nonce = nonce.toByteArray();
    outer.sealed = sealed.toByteArray();
    return outer;
}

Result<BackupManifest> backupFormat::readManifest(const BackupOuter& outer, const SecretKey& registerKey)
{
    constexpr auto Tag = qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);
    if (outer.sealed.size() < Tag)
        return tl::unexpected<Error>(damaged(QStringLiteral("sealed")));
    const QByteArray also = bound(outer);
    const SecretKey key = manifestKey(registerKey);
    QByteArray plain(outer.sealed.size() - Tag, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<uchar*>(plain.data()), nullptr, nullptr,
            raw(outer.sealed), quint64(outer.sealed.size()), raw(also), quint64(also.size()), raw(outer.nonce),
            key.data())
        != 0)
        return fail(ErrorCode::WrongPassphrase,
            QCoreApplication::translate("Backup",
                "This backup belongs to another register, or was made before the register's key was changed. Open it "
                "with the passphrase or recovery key of that time."));
    return decoded(plain);
}

} // namespace maiam
