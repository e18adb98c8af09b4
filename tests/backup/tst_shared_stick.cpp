// SPDX-License-Identifier: GPL-3.0-or-later
// One stick for the backups of two registers (the one in use and the one for practice, or two offices of a house), and
// a keys file that is not the register's own.
#include "office_with_backups.h"

#include "models/backup/backup_writer.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Words = u"khong ai biet cau nay"_s;
}

class TestSharedStick : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithStick> m_office;
    std::unique_ptr<OfficeWithBackups> m_other; ///< with the same stick

    [[nodiscard]] static QString keysFile(const OfficeWithBackups& office)
    {
        return UnlockedFolder::keysFile(office.reg->folder());
    }
    /// How many backups on the stick open with the office's key.
    [[nodiscard]] int onTheStick(OfficeWithBackups& office) const
    {
        const SecretKey key = office.key();
        int own = 0;
        for (const QString& name : m_office->onTheStick()) {
            const auto backup = BackupReader::open(QDir(m_office->stick).filePath(name));
            own += backup && backup->manifest(key);
        }
        return own;
    }
    [[nodiscard]] bool listsItsOwnOnly() const
    {
        const auto listed = RegisterBackups(*m_office->reg).list().value();
        return std::all_of(
            listed.begin(), listed.end(), [](const KeptBackup& one) { return one.manifest.has_value(); });
    }
    void backUpBoth(int times)
    {
        for (int i = 0; i < times; ++i)
            for (OfficeWithBackups* office : { static_cast<OfficeWithBackups*>(m_office.get()), m_other.get() }) {
                office->write(u"Trẻ %1"_s.arg(i));
                QVERIFY(office->backUp().secondProblem.isEmpty());
            }
    }
    /// The register's keys file is not there for a while: a scanner holds it, a disk wakes up.
    void hideKeys(bool hide)
    {
        const QString keys = keysFile(*m_office);
        QVERIFY(hide ? QFile::rename(keys, keys + u".aside"_s) : QFile::rename(keys + u".aside"_s, keys));
    }
    static bool put(const QString& file, const QByteArray& bytes)
    {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }
    /// The same passphrase, written anew: the file before is an old copy then.
    void renewPassphrase()
    {
        const auto renew = [user = m_office->reg->user()](KeysFile& keys, const SecretKey& key, Database&) {
            return keys.addPassphraseSlot(user, u"Hoàng Thị Lan"_s, u"officer"_s, Words, key, KdfCost::forTests());
        };
        QVERIFY(m_office->reg->changeKeys(renew).result());
    }

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<OfficeWithStick>();
        m_other = std::make_unique<OfficeWithBackups>();
        QVERIFY(RegisterBackups(*m_other->reg).setSecondPlace(m_office->stick));
    }
    void cleanup()
    {
        m_other.reset();
        m_office.reset();
    }

    void neitherRegisterRemovesTheOthersBackups();
    void norWhileTheKeysFileCannotBeRead();
    void norWhenAStickComesBackWhileTheKeysFileCannotBeRead();
    void norWhatANewerProgramWroteForTheOther();
    void withTheKeysFileOfTheOtherNoBackupIsMade();
    void withAnOldKeysFileNoBackupIsMade();
    void theTrialNoticesABackupThatTodaysPassphraseDoesNotOpen();
};

void TestSharedStick::neitherRegisterRemovesTheOthersBackups()
{
    backUpBoth(5);
    QCOMPARE(onTheStick(*m_office), 3);
    QCOMPARE(onTheStick(*m_other), 3);
    QCOMPARE(m_office->onTheStick().size(), 6);
    QVERIFY(listsItsOwnOnly());
}

void TestSharedStick::norWhileTheKeysFileCannotBeRead()
{
    backUpBoth(4);
    m_office->write(u"Tằng Mỹ Ánh"_s);
    bool hidden = false;
    const auto made = RegisterBackups(*m_office->reg).make(BackupReason::ByHand, [&](qint64, qint64) {
        if (!std::exchange(hidden, true)) // the keys were read, the pages are being copied
            hideKeys(true);
    });
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(hidden);
    QCOMPARE(made->pruned, 0);
    QCOMPARE(onTheStick(*m_other), 3);
    // What can only be the other's is not shown as an earlier one of this register.
    QVERIFY(listsItsOwnOnly());
    hideKeys(false);
    QCOMPARE(onTheStick(*m_office), 4);
    QCOMPARE(m_office->backUp().pruned, 4); // two in each place
    QCOMPARE(onTheStick(*m_office), 3);
    QCOMPARE(onTheStick(*m_other), 3);
}

void TestSharedStick::norWhenAStickComesBackWhileTheKeysFileCannotBeRead()
{
    backUpBoth(4);
    QVERIFY(QFile::remove(m_office->backUp().secondFile));
    hideKeys(true);
    const auto filled = RegisterBackups(*m_office->reg).fillSecond().value();
    hideKeys(false);
    QVERIFY(filled && filled->secondProblem.isEmpty());
    QCOMPARE(filled->pruned, 0);
    QCOMPARE(onTheStick(*m_other), 3);
}

void TestSharedStick::norWhatANewerProgramWroteForTheOther()
{
    m_other->write(u"Chíu A Sáng"_s);
    const auto backup = BackupReader::open(m_other->backUp().file).value();
    const QByteArray whole = OfficeWithBackups::bytesOf(backup.file());
    BackupOuter outer = backup.outer();
    outer.keys = "the keys of a later version";
    const QString file = QDir(m_office->stick).filePath(u"06838-2026-11-24-00000.maiam-backup"_s);
    QVERIFY(put(file,
        whole.first(backupFormat::HeadSize + outer.databaseSize)
            + backupFormat::tailAndFooter(outer, backup.manifest(m_other->key()).value(), m_other->key())));
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_office->backUp().secondProblem.isEmpty());
    QVERIFY(QFileInfo::exists(file));
    QVERIFY(listsItsOwnOnly());
}

void TestSharedStick::withTheKeysFileOfTheOtherNoBackupIsMade()
{
    backUpBoth(4);
    const QSet<QString> before = m_office->backupFiles();
    const QByteArray own = OfficeWithBackups::bytesOf(keysFile(*m_office));
    renewPassphrase();
    QVERIFY(put(keysFile(*m_office), OfficeWithBackups::bytesOf(keysFile(*m_other))));
    RegisterBackups backups(*m_office->reg);
    for (int generation = 0; generation < 2; ++generation) {
        const auto refused = backups.make(BackupReason::ByHand);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::KeysDamaged);
        QVERIFY2(refused.error().message.contains(u"register.keys"_s), qPrintable(refused.error().message));
        QCOMPARE(m_office->backupFiles(), before);
        QVERIFY(!backups.fillSecond().value());
        QCOMPARE(onTheStick(*m_other), 3);
        // Now one that is as new as the register's own.
        auto keys = KeysFile::read(keysFile(*m_other), KdfLimits::forTests()).value();
        keys.raiseGeneration(100);
        QVERIFY(keys.write(keysFile(*m_office)));
    }
    QVERIFY(put(keysFile(*m_office), own)); // from before the passphrase was written anew
    QVERIFY(!backups.make(BackupReason::ByHand));
    renewPassphrase(); // the file is the newest again
    QVERIFY(backups.make(BackupReason::ByHand));
}

void TestSharedStick::withAnOldKeysFileNoBackupIsMade()
{
    const QByteArray old = OfficeWithBackups::bytesOf(keysFile(*m_office));
    renewPassphrase();
    const QByteArray newest = OfficeWithBackups::bytesOf(keysFile(*m_office));
    QVERIFY(put(keysFile(*m_office), old));
    RegisterBackups backups(*m_office->reg);
    const auto refused = backups.make(BackupReason::ByHand);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::KeysDamaged);
    QVERIFY2(refused.error().message.contains(u"older"_s), qPrintable(refused.error().message));
    QVERIFY(m_office->backupFiles().isEmpty());
    QVERIFY(put(keysFile(*m_office), newest));
    QVERIFY(backups.make(BackupReason::ByHand));
}

void TestSharedStick::theTrialNoticesABackupThatTodaysPassphraseDoesNotOpen()
{
    const QString folder = m_office->reg->folder();
    const QByteArray old = OfficeWithBackups::bytesOf(keysFile(*m_office));
    renewPassphrase();
    m_office->backUp();
    QVERIFY(RegisterBackups(*m_office->reg).tryRestore());
    const SecretKey key = m_office->key();
    BackupManifest manifest;
    manifest.serial = 50;
    manifest.made = m_office->now();
    manifest.schema = 1;
    manifest.device = m_office->reg->deviceId();
    m_office->close();
    {
        auto database = Database::open(UnlockedFolder::databaseFile(folder), key, OpenMode::Existing);
        QVERIFY(database);
        const auto view = Transaction::begin(*database, Transaction::Kind::Read);
        QVERIFY(view);
        BackupFiles files;
        const QString file = QDir(folder).filePath(u"backups/06838-2026-11-24-00050.maiam-backup"_s);
        QVERIFY(backupWriter::write({ *database, key, old }, manifest, file, files));
    }
    m_office->reg = m_office->open(folder);
    RegisterBackups backups(*m_office->reg);
    const auto trial = backups.tryRestore();
    QVERIFY(!trial);
    QVERIFY2(trial.error().message.contains(u"Back up now"_s), qPrintable(trial.error().message));
    m_office->backUp();
    QVERIFY(backups.tryRestore());
}

QTEST_GUILESS_MAIN(TestSharedStick)
#include "tst_shared_stick.moc"
