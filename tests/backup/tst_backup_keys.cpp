// SPDX-License-Identifier: GPL-3.0-or-later
// What opens a backup beside a passphrase, how guessing on it is slowed, and which keys go back to the register.
#include "office_with_backups.h"

#include "models/register/key_change.h"

#include <QCborStreamWriter>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
} // namespace

class TestBackupKeys : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithBackups> m_office;

    /// The register closed, its key changed, and open again.
    void changeKey(const KeyChange& wanted)
    {
        const QUuid user = m_office->reg->user();
        auto closed = Register::close(std::move(m_office->reg), wanted);
        QVERIFY2(closed, closed ? "" : qPrintable(closed.error().message));
        auto changed = KeyChanger::change(std::move(*closed), wanted);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        auto opened = Register::open(std::move(*changed), user, m_office->clock);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        m_office->reg = std::move(*opened);
    }
    /// Two shares that the register knows from now on.
    std::pair<RecoveryKey, RecoveryKey> printEscrow()
    {
        auto sheets = RecoveryKey::random().split();
        KeyChange wanted;
        wanted.escrow = RecoveryKey::combined(sheets.first, sheets.second);
        changeKey(wanted);
        return sheets;
    }
    static Result<QString> putBack(const QString& folder, const QString& copy)
    {
        return UnlockedFolder::putKeysBack(folder, copy, KdfLimits::forTests());
    }

private Q_SLOTS:
    void init() { m_office = std::make_unique<OfficeWithBackups>(); }
    void cleanup() { m_office.reset(); }

    void theTwoEscrowSheetsAloneBringTheRegisterBack()
    {
        const QUuid child = m_office->write(u"Tằng Mỹ Ánh"_s);
        const QString before = m_office->backUp().file;
        const auto [one, other] = printEscrow();
        const QString file = m_office->backUp().file;
        m_office->close();
        const KdfLimits limits = KdfLimits::forTests();
        const auto backup = BackupReader::open(file).value();
        QVERIFY(Restore::unlock(backup, one, other, limits));
        auto key = Restore::unlock(backup, other, one, limits);
        QVERIFY2(key, key ? "" : qPrintable(key.error().message));
        BackupFiles files;
        const QString folder = m_office->folder(u"máy mới"_s);
        const auto done = Restore::into(backup, *key, folder, false, m_office->clock->now(), files);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(m_office->open(folder)->record(kinds::Child, child));
        // Neither sheet is worth anything alone, nor a sheet of another pair.
        for (const auto& [first, second] : { std::pair(&one, &one), std::pair(&other, &other) }) {
            const auto refused = Restore::unlock(backup, *first, *second, limits);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::WrongPassphrase);
        }
        QCOMPARE(Restore::unlock(backup, one, RecoveryKey::random(), limits).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(Restore::unlock(backup, one, limits).error().code, ErrorCode::WrongPassphrase);
        // A backup from before the sheets were printed says so, and is no wrong try.
        const auto earlier = Restore::unlock(BackupReader::open(before).value(), one, other, limits);
        QVERIFY(!earlier);
        QCOMPARE(earlier.error().code, ErrorCode::NotFound);
        QVERIFY(earlier.error().message.contains(u"later backup"_s));
    }

    void wrongTriesOnABackupCountAtTheLock()
    {
        const auto backup = BackupReader::open(m_office->backUp().file).value();
        const QString folder = m_office->reg->folder();
        std::chrono::milliseconds steady { 1000 };
        FailedUnlocks tries(folder, m_office->clock, [&] { return steady; });
        const auto with = [&](const QString& passphrase) {
            return Restore::counted(
                tries, folder, [&] { return Restore::unlock(backup, passphrase, KdfLimits::forTests()); });
        };
        for (int i = 1; i <= 3; ++i) {
            QCOMPARE(with(u"khong phai cau nay"_s).error().code, ErrorCode::WrongPassphrase);
            QCOMPARE(FailedUnlocks(folder, m_office->clock).failures(), i); // the lock's own sees it
        }
        QCOMPARE(tries.wait(), 5s);
        QCOMPARE(with(Passphrase).error().code, ErrorCode::Busy); // the right one, too early
        steady += 5s;
        QVERIFY(with(Passphrase));
        // Else whoever brings a backup of their own could go on guessing without ever waiting.
        QCOMPARE(tries.failures(), 3);
        QCOMPARE(with(u"khong phai cau nay"_s).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(tries.wait(), 15s);
    }

    void onANewPcNothingIsCountedNorWritten()
    {
        const auto backup = BackupReader::open(m_office->backUp().file).value();
        const QString folder = m_office->folder(u"máy mới"_s);
        QVERIFY(QDir().mkpath(folder));
        FailedUnlocks tries(folder, m_office->clock);
        const auto with = [&](const QString& passphrase) {
            return Restore::counted(
                tries, folder, [&] { return Restore::unlock(backup, passphrase, KdfLimits::forTests()); });
        };
        for (int i = 0; i < 4; ++i)
            QCOMPARE(with(u"khong phai cau nay"_s).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(tries.wait(), 0ms);
        QVERIFY(with(Passphrase));
        QVERIFY(QDir(folder).isEmpty());
    }

    void aMissingOrDamagedKeysFileIsPutBackFromACopy()
    {
        const QString folder = m_office->reg->folder();
        const QString keys = QDir(folder).filePath(u"register.keys"_s);
        m_office->close();
        const QString copy = m_office->put(OfficeWithBackups::bytesOf(keys));
        const QString half = m_office->put("half");
        const KdfLimits limits = KdfLimits::forTests();
        QCOMPARE(putBack(folder, copy).error().code, ErrorCode::AlreadyExists);
        QVERIFY(QFile::remove(keys) && QFile::copy(half, keys));
        QCOMPARE(Register::users(folder, limits).error().code, ErrorCode::KeysDamaged);
        QCOMPARE(putBack(folder, half).error().code, ErrorCode::KeysDamaged);
        QVERIFY(putBack(folder, copy));
        QVERIFY(m_office->open(folder));
        QVERIFY(QFile::remove(keys));
        QCOMPARE(Register::users(folder, limits).error().code, ErrorCode::KeysMissing);
        QVERIFY(putBack(folder, copy));
        QVERIFY(m_office->open(folder));
    }

    void theBackupsSayWhichKeysAreNotOfThisRegister()
    {
        const QString file = m_office->backUp().file;
        const QString folder = m_office->reg->folder();
        const QString keys = QDir(folder).filePath(u"register.keys"_s);
        m_office->close();
        OfficeWithBackups another;
        const QString foreign = another.backUp().file;
        another.close();
        QVERIFY(QFile::remove(keys));
        QCOMPARE(putBack(folder, foreign).error().code, ErrorCode::InvalidInput);
        QVERIFY(!QFile::exists(keys));
        const auto done = putBack(folder, file);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(done->isEmpty());
        QVERIFY(m_office->open(folder));
    }

    void keysOfAnotherRegisterGiveWayToTheRightOnesAndAreKept()
    {
        const QString file = m_office->backUp().file;
        const QString folder = m_office->reg->folder();
        const QString keys = QDir(folder).filePath(u"register.keys"_s);
        m_office->close();
        OfficeWithBackups another;
        const QByteArray foreign = OfficeWithBackups::bytesOf(QDir(another.reg->folder()).filePath(u"register.keys"_s));
        const QString foreignCopy = m_office->put(foreign);
        another.close();
        QVERIFY(QFile::remove(keys));
        QVERIFY(QFile::copy(foreignCopy, keys)); // somebody put back the wrong stick's
        // The same wrong file once more is named as what it is, not as one that is in order.
        QCOMPARE(putBack(folder, foreignCopy).error().code, ErrorCode::InvalidInput);
        const auto done = putBack(folder, file);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(!done->isEmpty());
        QCOMPARE(OfficeWithBackups::bytesOf(QDir(folder).filePath(*done)), foreign);
        QVERIFY(m_office->open(folder));
        // The right one stands there: nothing gives way any more.
        QCOMPARE(putBack(folder, foreignCopy).error().code, ErrorCode::InvalidInput);
        QCOMPARE(putBack(folder, file).error().code, ErrorCode::AlreadyExists);
    }

    /// Nothing says then which of two registers stands there; whoever chose wrongly must be able to go back.
    void whereNoBackupLiesAWrongKeysFileIsNoDeadEnd()
    {
        const QString folder = m_office->reg->folder();
        const QString keys = QDir(folder).filePath(u"register.keys"_s);
        const QByteArray right = OfficeWithBackups::bytesOf(keys);
        m_office->close();
        OfficeWithBackups another;
        const QByteArray wrong = OfficeWithBackups::bytesOf(QDir(another.reg->folder()).filePath(u"register.keys"_s));
        const QString wrongCopy = m_office->put(wrong);
        another.close();
        const auto mistaken = putBack(folder, wrongCopy);
        QVERIFY2(mistaken, mistaken ? "" : qPrintable(mistaken.error().message));
        QCOMPARE(OfficeWithBackups::bytesOf(keys), wrong);
        const QString kept = QDir(folder).filePath(*mistaken);
        QCOMPARE(OfficeWithBackups::bytesOf(kept), right);
        QCOMPARE(putBack(folder, wrongCopy).error().code, ErrorCode::AlreadyExists);
        const auto back = putBack(folder, kept);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(OfficeWithBackups::bytesOf(QDir(folder).filePath(*back)), wrong);
        QCOMPARE(OfficeWithBackups::bytesOf(kept), right); // what was chosen stays where it was
        QVERIFY(m_office->open(folder));
    }

    void aKeysFileOfANewerProgramIsNotReplaced()
    {
        const QString file = m_office->backUp().file;
        const QString folder = m_office->reg->folder();
        m_office->close();
        QByteArray newer;
        QCborStreamWriter out(&newer);
        out.startArray(3);
        out.append("maiam/keys"_L1);
        out.append(KeysFile::Version + 1);
        out.append("something new"_L1);
        out.endArray();
        const QString keys = QDir(folder).filePath(u"register.keys"_s);
        QVERIFY(QFile::remove(keys) && QFile::copy(m_office->put(newer), keys));
        QCOMPARE(putBack(folder, file).error().code, ErrorCode::NewerVersion);
        QCOMPARE(OfficeWithBackups::bytesOf(keys), newer);
    }
};

QTEST_GUILESS_MAIN(TestBackupKeys)
#include "tst_backup_keys.moc"
