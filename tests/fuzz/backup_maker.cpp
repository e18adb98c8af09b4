// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_backup.h"
#include "models/base/cbor.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

using namespace maiam;

namespace {
uchar* raw(QByteArray& bytes)
{
    return reinterpret_cast<uchar*>(bytes.data());
}
const uchar* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const uchar*>(bytes.constData());
}

QByteArray digest(const QByteArray& bytes)
{
    QByteArray hash(32, '\0');
    crypto_generichash(raw(hash), 32, raw(bytes), size_t(bytes.size()), nullptr, 0);
    return hash;
}

QByteArray littleEndian(qint64 number)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian<qint64>(number, bytes.data());
    return bytes;
}

QByteArray emptyRegister()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("register.db"));
    {
        auto database = Database::open(name, fuzzRegisterKey(), OpenMode::Create);
        if (!database
            || !database->runScript(QStringLiteral(
                "CREATE TABLE journal_device(id INTEGER PRIMARY KEY, key BLOB, device BLOB, folded_seq INTEGER, "
                "folded_hash BLOB, forked_seq INTEGER);"
                "CREATE TABLE journal_entry(id INTEGER PRIMARY KEY, device INTEGER, seq INTEGER, hash BLOB, body BLOB, "
                "signature BLOB, state INTEGER);"))
            || !database->checkpoint())
            std::abort();
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        std::abort();
    return file.readAll();
}

QByteArray plainManifest()
{
    CborWriter out;
    out.array(11)
        .unsignedInt(1)
        .bytes(QByteArray(16, 'r'))
        .integer(1)
        .integer(1'790'000'000'000)
        .unsignedInt(2)
        .text(QStringLiteral("0.1.0"))
        .integer(2)
        .unsignedInt(1)
        .integer(0)
        .bytes(QByteArray(16, '\0'))
        .array(0);
    return out.take();
}
} // namespace

const SecretKey& fuzzRegisterKey()
{
    static const SecretKey key = [] {
        if (!initialiseCrypto())
            std::abort();
        SecretKey made = SecretKey::zeroed(32);
        std::fill_n(made.writable(), 32, uchar(7));
        return made;
    }();
    return key;
}

const FuzzBackup& FuzzBackup::sound()
{
    static const FuzzBackup backup { emptyRegister(), plainManifest() };
    return backup;
}

QByteArray FuzzBackup::withManifest(const QByteArray& plain) const
{
    return backupFormat::head() + pages + withFooter(tail(pages, plain));
}

QByteArray FuzzBackup::withPages(QByteArray bytes) const
{
    constexpr qsizetype Page = 4096;
    bytes.append((bytes.isEmpty() || bytes.size() % Page != 0) ? Page - bytes.size() % Page : 0, '\0');
    return backupFormat::head() + bytes + withFooter(tail(bytes, manifest));
}

QByteArray FuzzBackup::tail(const QByteArray& pages, const QByteArray& manifest)
{
    const QByteArray context = QByteArrayLiteral("maiam/backup/1");
    const QByteArray keys = QByteArrayLiteral("keys");
    const QByteArray bound = digest(context + littleEndian(pages.size()) + digest(pages) + keys);
    QByteArray key(32, '\0');
    crypto_generichash(
        raw(key), 32, raw(context), size_t(context.size()), fuzzRegisterKey().data(), fuzzRegisterKey().size());
    const QByteArray nonce(24, 'n');
    QByteArray sealed(manifest.size() + 16, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(manifest), quint64(manifest.size()),
        raw(bound), quint64(bound.size()), nullptr, raw(nonce), raw(std::as_const(key)));
    CborWriter out;
    out.array(6).unsignedInt(1).integer(pages.size()).bytes(digest(pages)).bytes(keys).bytes(nonce).bytes(sealed);
    return out.take();
}

QByteArray FuzzBackup::withFooter(const QByteArray& tail)
{
    return tail + digest(tail) + littleEndian(tail.size()) + QByteArrayLiteral("maiambk1");
}
