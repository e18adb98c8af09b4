// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register.h"
#include "models/register/register_lock.h"
#include "models/register/register_place.h"
#include "models/register/removable_medium.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {

/// Says what a test wants about the disk.
class SaidProbe final : public PlaceProbe
{
public:
    [[nodiscard]] QString canonical(const QString& folder) const override
    {
        return resolved.isEmpty() ? QDir::cleanPath(folder) : resolved;
    }
    [[nodiscard]] DiskFacts disk(const QString&) const override { return facts; }
    [[nodiscard]] QStringList entries(const QString& folder, const QStringList& patterns) const override
    {
        return folder == markedFolder && QDir::match(patterns, mark) ? QStringList { mark } : QStringList();
    }
    [[nodiscard]] QStringList cloudRoots() const override { return roots; }

    DiskFacts facts { "ext4", u"/dev/sda1"_s, {} };
    QString resolved;
    QString markedFolder;
    QString mark;
    QStringList roots;
};

NewRegister wanted(const QString& folder)
{
    NewRegister reg = test::wantedRegister(folder);
    return reg;
}

Result<std::unique_ptr<Register>> open(const QString& folder)
{
    return Register::open(folder, u"khong ai biet cau nay"_s, std::make_shared<SystemClock>(), KdfLimits::forTests());
}
} // namespace

class TestRegisterPlace : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;

private Q_SLOTS:
    void ordinaryFoldersAreGood_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::addColumn<QString>("device");
        QTest::newRow("home") << u"/home/lan/.local/share/MaiAm/MaiAm/registers/register"_s << QByteArray("ext4")
                              << u"/dev/sda2"_s;
        QTest::newRow("Vietnamese") << u"/home/lan/Hồ sơ trẻ em/Đông Hà"_s << QByteArray("btrfs") << u"/dev/sda2"_s;
        QTest::newRow("stick") << u"/media/lan/USB"_s << QByteArray("fuseblk") << u"/dev/sdb1"_s;
        QTest::newRow("Windows") << u"C:/Users/lan/AppData/Local/MaiAm/registers/register"_s << QByteArray("NTFS")
                                 << u"\\\\?\\Volume{4c1b02c1-d990-11dc-99ae-806e6f6e6963}\\"_s;
        QTest::newRow("long Windows path") << u"//?/C:/Sổ"_s << QByteArray("NTFS") << u"\\\\?\\Volume{4c1b}\\"_s;
        QTest::newRow("names that only begin alike")
            << u"/home/lan/Dropbox-cũ/zalo-anh/onedrives"_s << QByteArray("ext4") << u"/dev/sda2"_s;
    }
    void ordinaryFoldersAreGood()
    {
        QFETCH(QString, folder);
        SaidProbe probe;
        QFETCH(QByteArray, fileSystem);
        QFETCH(QString, device);
        probe.facts = { fileSystem, device, {} };
        const auto checked = registerPlace::check(folder, probe);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
    }
    void networkDrivesAreRefused_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::addColumn<QString>("device");
        for (const char* name : { "nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse" })
            QTest::newRow(name) << u"/mnt/chung/so"_s << QByteArray(name) << u"may-chu:/chung"_s;
        QTest::newRow("mapped drive") << u"Z:/so"_s << QByteArray("NTFS") << u"\\\\may-chu\\chung"_s;
        QTest::newRow("UNC") << u"//may-chu/chung/so"_s << QByteArray("NTFS") << QString();
        QTest::newRow("UNC, backslashes") << u"\\\\may-chu\\chung\\so"_s << QByteArray("NTFS") << QString();
        QTest::newRow("UNC, long") << u"\\\\?\\UNC\\may-chu\\chung\\so"_s << QByteArray("NTFS") << QString();
    }
    void networkDrivesAreRefused()
    {
        QFETCH(QString, folder);
        QFETCH(QByteArray, fileSystem);
        QFETCH(QString, device);
        SaidProbe probe;
        probe.facts = { fileSystem, device, {} };
        const auto checked = registerPlace::check(folder, probe);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
        QVERIFY(checked.error().message.contains(u"network drive"_s));
    }
    void syncedFoldersAreRefusedByName_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("service");
        QTest::newRow("OneDrive") << u"C:/Users/lan/OneDrive/so"_s << u"OneDrive"_s;
        QTest::newRow("OneDrive of an office") << u"C:/Users/lan/OneDrive - UBND xã/so"_s << u"OneDrive"_s;
        QTest::newRow("Dropbox") << u"/home/lan/Dropbox/so"_s << u"Dropbox"_s;
        QTest::newRow("Google") << u"G:/Drive của tôi/so"_s << u"Google Drive"_s;
        QTest::newRow("decomposed") << u"G:/Drive của tôi/so"_s.normalized(QString::NormalizationForm_D)
                                    << u"Google Drive"_s;
        QTest::newRow("iCloud") << u"C:/Users/lan/iCloudDrive/so"_s << u"iCloud"_s;
        QTest::newRow("Nextcloud") << u"/home/lan/Nextcloud/so"_s << u"Nextcloud"_s;
        QTest::newRow("Zalo") << u"C:/Users/lan/Documents/Zalo Received Files/so"_s << u"Zalo"_s;
    }
    void syncedFoldersAreRefusedByName()
    {
        QFETCH(QString, folder);
        QFETCH(QString, service);
        const auto checked = registerPlace::check(folder, SaidProbe());
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.contains(service), qPrintable(checked.error().message));
    }
    void syncedFoldersAreRefusedByWhatTheirClientLeaves_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("service");
        QTest::newRow("Nextcloud") << u".sync_a1b2c3.db"_s << u"Nextcloud"_s;
        QTest::newRow("Dropbox") << u".dropbox.cache"_s << u"Dropbox"_s;
        QTest::newRow("Google") << u".tmp.driveupload"_s << u"Google Drive"_s;
        QTest::newRow("Syncthing") << u".stfolder"_s << u"Syncthing"_s;
    }
    void syncedFoldersAreRefusedByWhatTheirClientLeaves()
    {
        QFETCH(QString, mark);
        QFETCH(QString, service);
        SaidProbe probe;
        probe.markedFolder = u"/home/lan/Tài liệu"_s; // two levels up
        probe.mark = mark;
        const auto checked = registerPlace::check(u"/home/lan/Tài liệu/a/so"_s, probe);
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.contains(service), qPrintable(checked.error().message));
    }
    void whatTheSystemSaysIsSyncedIsRefused()
    {
        SaidProbe probe;
        probe.roots = { u"D:\\Đồng bộ"_s };
        QVERIFY(!registerPlace::check(u"d:/đồng bộ/so"_s, probe));
        QVERIFY(registerPlace::check(u"D:/Đồng bộ khác/so"_s, probe));
        probe.roots.clear();
        probe.facts.volume = u"Google Drive"_s;
        QVERIFY(!registerPlace::check(u"G:/so"_s, probe));
        probe.facts = { "fuse.onedriver", u"onedriver"_s, {} };
        QVERIFY(!registerPlace::check(u"/home/lan/một/so"_s, probe));
    }
    void theRefusalNamesTheFolderAndSaysHowToMove()
    {
        const QString folder = u"/home/lan/OneDrive/so"_s;
        const QString said = registerPlace::check(folder, SaidProbe()).error().message;
        QVERIFY2(said.contains(QDir::toNativeSeparators(folder)), qPrintable(said));
        QVERIFY2(said.contains(u"copy the whole folder"_s), qPrintable(said));
    }
    void backupsMayLieOnTheNetworkButNotWhereACloudCopiesThem()
    {
        SaidProbe network;
        network.facts = { "cifs", u"//may-chu/chung"_s, {} };
        QVERIFY(!registerPlace::check(u"/mnt/chung/sao-luu"_s, network));
        QVERIFY(registerPlace::checkForBackups(u"/mnt/chung/sao-luu"_s, network));
        QVERIFY(registerPlace::checkForBackups(u"\\\\may-chu\\chung\\sao-luu"_s, network));
        const auto refused = registerPlace::checkForBackups(u"/home/lan/OneDrive/sao-luu"_s, SaidProbe());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY2(refused.error().message.contains(u"USB"_s), qPrintable(refused.error().message));
    }
    void aLinkIntoASyncedFolderIsSeenThrough()
    {
#ifdef Q_OS_WIN
        QSKIP("a link is a shortcut here, which is no folder");
#endif
        const QString synced = m_home.filePath(u"Nextcloud/so"_s);
        QVERIFY(QDir().mkpath(synced));
        const QString link = m_home.filePath(u"duong-tat"_s);
        QVERIFY(QFile::link(synced, link));
        QVERIFY(!registerPlace::check(link));
        QVERIFY(!registerPlace::check(link + u"/chua-co"_s)); // also what is still to be made
        QVERIFY(registerPlace::check(m_home.filePath(u"chua-co/so"_s)));
    }
    void noRegisterIsMadeOrOpenedThere()
    {
        const QString synced = m_home.filePath(u"Dropbox/so"_s);
        const auto made = Register::create(wanted(synced));
        QVERIFY(!made);
        QVERIFY(made.error().message.contains(u"Dropbox"_s));
        QVERIFY(!QDir(synced).exists()); // nothing was written
        const QString good = m_home.filePath(u"so"_s);
        QVERIFY(Register::create(wanted(good)));
        QVERIFY(QDir().rename(good, synced)
            || (QDir().mkpath(m_home.filePath(u"Dropbox"_s)) && QDir().rename(good, synced)));
        const auto opened = open(synced);
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(u"Dropbox"_s));
        QVERIFY(QDir().rename(synced, good));
        QVERIFY(open(good)); // moved away, it opens
    }
    void twoProgramsAreNotAtWorkInOneFolder()
    {
        const QString folder = m_home.filePath(u"một sổ"_s);
        auto first = RegisterLock::take(folder);
        QVERIFY(first);
        QCOMPARE(RegisterLock::holder(folder), QCoreApplication::applicationPid());
        const auto second = RegisterLock::take(folder);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
        QVERIFY(RegisterLock::take(m_home.filePath(u"sổ khác"_s))); // another register is another matter
        first = RegisterLock::take(m_home.filePath(u"sổ thứ ba"_s)); // lets the first go
        QVERIFY(RegisterLock::take(folder));
    }
    void aLockOfAProgramThatIsGoneIsReplaced()
    {
        const QString folder = m_home.filePath(u"sau sự cố"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile left(folder + u"/register.lock"_s);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("4194999\nmaiam\n" + QSysInfo::machineHostName().toUtf8() + '\n'); // above every process number
        left.close();
        QVERIFY(RegisterLock::take(folder));
    }

    void aKeyInAFileGoesOntoAStickAndNowhereElse()
    {
        const QString file = m_home.filePath(u"khoa-khoi-phuc.pdf"_s);
        QVERIFY(!removableMedium::holds(file)); // what the tests are written to stays in the PC
        const auto refused = removableMedium::checkKeyFile(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(!refused.error().message.isEmpty());
        QVERIFY(removableMedium::checkKeyFile(file, [&](const QString& asked) { return asked == file; }));
    }
};

QTEST_GUILESS_MAIN(TestRegisterPlace)
#include "tst_register_place.moc"
