// SPDX-License-Identifier: GPL-3.0-or-later
// What locking promises of the register itself: no file stays open, and the key is nowhere in this process's memory.
#include "models/register/register.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
constexpr quint64 MostOfOneKind = 4ULL << 30; ///< bytes of memory in one piece
constexpr char Mask = '\x5a';

NewRegister wanted(const QString& folder)
{
    NewRegister reg = test::wantedRegister(folder);
    return reg;
}

Result<std::unique_ptr<Register>> open(const QString& folder)
{
    return Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
}

/// What this process holds open below a folder (Linux).
QStringList heldOpen(const QString& folder)
{
    QStringList held;
    const QDir descriptors(u"/proc/self/fd"_s);
    const QStringList names = descriptors.entryList(QDir::Files | QDir::System);
    for (const QString& name : names) {
        const QString target = QFile::symLinkTarget(descriptors.filePath(name));
        if (target.startsWith(folder))
            held.append(target);
    }
    return held;
}

/// The register's key with every byte masked, so that looking for it does not find the looking.
QByteArray maskedKey(const QString& folder)
{
    auto keys = KeysFile::read(folder + u"/register.keys"_s, KdfLimits::forTests());
    if (!keys)
        return {};
    const auto key = keys->openWithPassphrase(keys->slotList().constFirst().user, Passphrase);
    if (!key)
        return {};
    QByteArray masked(qsizetype(key->size()), '\0');
    for (qsizetype i = 0; i < masked.size(); ++i)
        masked[i] = char(key->data()[i] ^ Mask);
    return masked;
}

/// The key as SQLCipher is told it, in hexadecimal letters, masked as well.
QByteArray maskedHex(const QByteArray& masked)
{
    QByteArray hex;
    for (const char byte : masked)
        for (const int half : { (uchar(byte ^ Mask)) >> 4, (byte ^ Mask) & 15 })
            hex.append(char("0123456789abcdef"[half] ^ Mask));
    return hex;
}

/// How often bytes stand in the writable memory of this process; -1 where the system does not show it.
int occurrences(const QByteArray& masked)
{
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    QByteArray chunk(1 << 20, '\0');
    const auto ours = reinterpret_cast<quintptr>(chunk.constData());
    int found = 0;
    for (const QByteArray& line : lines) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (parts.size() < 2 || !parts.at(1).startsWith("rw"))
            continue;
        const quint64 end = parts.at(0).split('-').at(1).toULongLong(nullptr, 16);
        quint64 at = parts.at(0).split('-').at(0).toULongLong(nullptr, 16);
        if (end - at > MostOfOneKind)
            continue; // a sanitizer's book-keeping: terabytes in which nothing was ever written
        while (at < end && memory.seek(qint64(at))) {
            const qint64 got = memory.read(chunk.data(), std::min<qint64>(chunk.size(), qint64(end - at)));
            if (got < masked.size())
                break;
            for (qint64 i = 0; i + masked.size() <= got; ++i) {
                const quintptr here = at + quintptr(i);
                if (here >= ours && here < ours + quintptr(chunk.size()))
                    continue;
                qsizetype same = 0;
                while (same < masked.size() && char(chunk.at(i + same) ^ Mask) == masked.at(same))
                    ++same;
                found += same == masked.size() ? 1 : 0;
            }
            at += quint64(got) == end - at ? quint64(got) : quint64(got - masked.size() + 1);
        }
    }
    sodium_memzero(chunk.data(), size_t(chunk.size()));
    return found;
}
} // namespace

class TestClosing : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;

private Q_SLOTS:
    void nothingIsHeldOpenAfterClosing()
    {
#ifndef Q_OS_LINUX
        QSKIP("this system does not tell what a process holds");
#endif
        if (!QDir(u"/proc/self/fd"_s).exists())
            QSKIP("this system does not show what a process holds open");
        const QString folder = QDir(m_home.path()).canonicalPath() + u"/đóng lại"_s;
        auto made = Register::create(wanted(folder));
        QVERIFY(made);
        auto worker = made->reg->connect(u"long work"_s);
        QVERIFY(worker);
        QVERIFY(heldOpen(folder).size() >= 2); // else this test sees nothing
        worker->reset();
        made->reg.reset();
        QCOMPARE(heldOpen(folder), QStringList());
        QVERIFY(!QFile::exists(folder + u"/register.db-wal"_s)); // the last one to close has emptied it
    }
    void theKeyIsGoneFromMemoryAfterClosing()
    {
#ifndef Q_OS_LINUX
        QSKIP("this system does not tell what a process holds");
#endif
        const QString folder = m_home.filePath(u"khóa"_s);
        QVERIFY(Register::create(wanted(folder)));
        const QByteArray key = maskedKey(folder);
        QCOMPARE(key.size(), qsizetype(32));
        const QByteArray hex = maskedHex(key);
        if (occurrences(key) < 0)
            QSKIP("this system does not show a process its own memory");
        auto reg = open(folder);
        QVERIFY(reg);
        QVERIFY((*reg)->read([](Database& db) { return bool(db.query(u"SELECT count(*) FROM meta"_s)); }).result());
        QVERIFY(occurrences(key) > 0); // else this test sees nothing
        reg->reset();
        QCOMPARE(occurrences(key), 0);
        QCOMPARE(occurrences(hex), 0);
    }
};

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
