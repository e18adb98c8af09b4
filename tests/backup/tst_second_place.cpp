// SPDX-License-Identifier: GPL-3.0-or-later
// The stick in the drawer: what it lacks is known while it is away, it is filled when it comes back, and nobody waits
// for a folder that hangs.
#include "office_with_backups.h"
#include "tests/support/hanging_files.h"

#include "models/backup/far_place.h"
#include "models/catalogues/catalogues.h"
#include "models/handover/handover.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QtConcurrentRun>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
/// The stick is a mount point (fstab): its folder is there without it, on the disk of the register.
class PretendedDisks : public PlaceProbe
{
public:
    explicit PretendedDisks(QString stick)
        : m_stick(std::move(stick))
    {
    }
    std::atomic_bool mounted = true;
    [[nodiscard]] DiskFacts disk(const QString& folder) const override
    {
        return { "ext4", mounted && folder.startsWith(m_stick) ? u"/dev/sdb1"_s : u"/dev/sda1"_s, {} };
    }

private:
    QString m_stick;
};
} // namespace

class TestSecondPlace : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithStick> m_office;

    void nextDays(int days)
    {
        for (int i = 0; i < days; ++i)
            m_office->nextDay();
    }
    void plugIn() { QDir().mkpath(m_office->stick); }
    void pullOut() { QDir(m_office->stick).removeRecursively(); }

private Q_SLOTS:
    void init() { m_office = std::make_unique<OfficeWithStick>(); }
    void cleanup() { m_office.reset(); }

    void aFolderThatACloudServiceCopiesTakesNoBackup();
    void aPlaceOnTheRegistersOwnDiskIsTakenAndTold();

    void aStickThatComesBackIsFilledThoughNobodyWrites();
    void whatWasDeletedOnTheStickIsCopiedAgain();
    void aWeekIsGivenToBringTheStick();
    void afterAHolidayTheFirstDayIsNoDayToBeTold();
    void aStickThatHoldsEverythingMayStayAway();
    void aClockThatRanAheadHidesNoStickThatStaysAway();
    void aMountPointWithoutItsDiskIsNoSecondPlace();
    void aPlaceThatWasChosenOnTheSameDiskStaysOne();
    void whereAPlaceLayIsLearntFromACopyToo();
    void ofAnotherPlaceNothingIsRemembered();
    void aStickThatTakesNothingIsTriedAgain();
    void aFailureIsKnownUntilOneIsMade();
    void aPlaceThatHangsIsLeftAlone();
    void whatHangsIsLeftAloneAndWhatOnlyIsSlowIsNot();
    void aPlaceChosenWhileACopyRunsIsNotTakenForTheFormerOne();
    void whoLocksWaitsForNoPlaceThatIsAskedAbout();
};

void TestSecondPlace::aFolderThatACloudServiceCopiesTakesNoBackup()
{
    RegisterBackups backups(*m_office->reg);
    const QString before = backups.secondPlace().value();
    const QString cloud = m_office->folder(u"OneDrive/sao-luu"_s);
    QVERIFY(QDir().mkpath(cloud));
    const auto refused = backups.setSecondPlace(cloud);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"OneDrive"_s), qPrintable(refused.error().message));
    QCOMPARE(backups.secondPlace().value(), before);
    QVERIFY(!backups.makeIn(cloud)); // nor by command
    QVERIFY(QDir(cloud).isEmpty());
}

void TestSecondPlace::aPlaceOnTheRegistersOwnDiskIsTakenAndTold()
{
    const auto disks = std::make_shared<PretendedDisks>(m_office->stick);
    RegisterBackups backups(*m_office->reg, std::make_shared<BackupFiles>(), disks);
    const QString beside = m_office->folder(u"Bản sao"_s);
    QVERIFY(QDir().mkpath(beside));
    QVERIFY(backups.setSecondPlace(beside));
    QVERIFY(backups.look().value().second.there && backups.look().value().second.onOwnDisk);
    QVERIFY(backups.setSecondPlace(m_office->stick));
    QVERIFY(backups.look().value().second.there && !backups.look().value().second.onOwnDisk);
}

void TestSecondPlace::aStickThatComesBackIsFilledThoughNobodyWrites()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    m_office->backUp();
    pullOut();
    m_office->nextDay();
    m_office->write(u"Chíu A Sáng"_s);
    const MadeBackup made = m_office->backUp();
    QVERIFY(made.secondFile.isEmpty() && made.secondWaits);
    RegisterBackups backups(*m_office->reg);
    QVERIFY(!backups.fillSecond().value()); // it is not there
    plugIn();
    QVERIFY(!backups.hasNews().value());
    const auto filled = backups.fillSecond().value();
    QVERIFY(filled && filled->onlyCopied && filled->secondProblem.isEmpty());
    QCOMPARE(OfficeWithBackups::bytesOf(filled->secondFile), OfficeWithBackups::bytesOf(made.file));
    QCOMPARE(m_office->second().lacksSince, 0);
    QCOMPARE(m_office->second().newest, made.manifest.made);
    QVERIFY(!backups.fillSecond().value());
    QCOMPARE(m_office->backupFiles().size(), 2); // no third one for it
}

void TestSecondPlace::whatWasDeletedOnTheStickIsCopiedAgain()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    QVERIFY(QFile::remove(made.secondFile));
    QCOMPARE(m_office->second().newest, 0);
    QCOMPARE(m_office->second().lacksSince, made.manifest.made);
    QVERIFY(RegisterBackups(*m_office->reg).fillSecond().value());
    QCOMPARE(m_office->onTheStick(), QStringList { QFileInfo(made.file).fileName() });
}

void TestSecondPlace::aWeekIsGivenToBringTheStick()
{
    const UtcMs copied = m_office->backUp().manifest.made;
    pullOut();
    m_office->nextDay();
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const UtcMs lacking = m_office->backUp().manifest.made;
    const SecondPlace away = m_office->second();
    QVERIFY(!away.there);
    QCOMPARE(away.newest, copied);
    QCOMPARE(away.lacksSince, lacking);
    QVERIFY(!away.isLate(m_office->now()));
    nextDays(6);
    QVERIFY(!away.isLate(m_office->now())); // seven days after the copy
    m_office->nextDay();
    QVERIFY(away.isLate(m_office->now()));
}

void TestSecondPlace::afterAHolidayTheFirstDayIsNoDayToBeTold()
{
    m_office->backUp();
    pullOut();
    nextDays(20);
    m_office->write(u"Tằng Mỹ Ánh"_s);
    m_office->backUp();
    QVERIFY(m_office->second().lacksSince != 0);
    QVERIFY(!m_office->second().isLate(m_office->now()));
    m_office->nextDay();
    QVERIFY(m_office->second().isLate(m_office->now()));
}

void TestSecondPlace::aStickThatHoldsEverythingMayStayAway()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    m_office->backUp();
    pullOut();
    nextDays(60);
    QCOMPARE(m_office->second().lacksSince, 0);
    QVERIFY(!m_office->second().isLate(m_office->now()));
}

/// Copied once with a clock in 2036, it would else count as holding whatever is made before 2036.
void TestSecondPlace::aClockThatRanAheadHidesNoStickThatStaysAway()
{
    constexpr int TenYears = 3653;
    m_office->backUp();
    nextDays(TenYears);
    m_office->backUp();
    m_office->clock->advance(-TenYears * 24LL * 3600 * 1000);
    pullOut();
    QCOMPARE(m_office->second().lacksSince, 0);
    m_office->nextDay();
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const UtcMs lacking = m_office->backUp().manifest.made;
    const SecondPlace away = m_office->second();
    QCOMPARE(away.lacksSince, lacking);
    QVERIFY(!away.isLate(m_office->now()));
    nextDays(8);
    QVERIFY(away.isLate(m_office->now()));
}

void TestSecondPlace::aMountPointWithoutItsDiskIsNoSecondPlace()
{
    const auto disks = std::make_shared<PretendedDisks>(m_office->stick);
    RegisterBackups backups(*m_office->reg, std::make_shared<BackupFiles>(), disks);
    QVERIFY(backups.setSecondPlace(m_office->stick));
    m_office->write(u"Tằng Mỹ Ánh"_s);
    QVERIFY(!backups.make(BackupReason::ByHand).value().secondFile.isEmpty());
    pullOut();
    plugIn(); // the empty folder
    disks->mounted = false;
    m_office->write(u"Chíu A Sáng"_s);
    const MadeBackup made = backups.make(BackupReason::ByHand).value();
    QVERIFY(made.secondFile.isEmpty() && made.secondWaits);
    QVERIFY2(made.secondProblem.contains(u"register's own disk"_s), qPrintable(made.secondProblem));
    QVERIFY(m_office->onTheStick().isEmpty());
    QVERIFY(!backups.isSecondThere().value());
    QVERIFY(!backups.fillSecond().value());
    const SecondPlace second = backups.look().value().second;
    QVERIFY(!second.there);
    QVERIFY(second.newest != 0 && second.lacksSince != 0);
    disks->mounted = true;
    QVERIFY(backups.isSecondThere().value());
    QVERIFY(backups.fillSecond().value());
    QCOMPARE(m_office->onTheStick(), QStringList { QFileInfo(made.file).fileName() });
}

void TestSecondPlace::aPlaceThatWasChosenOnTheSameDiskStaysOne()
{
    const auto disks = std::make_shared<PretendedDisks>(m_office->stick);
    disks->mounted = false;
    RegisterBackups backups(*m_office->reg, std::make_shared<BackupFiles>(), disks);
    QVERIFY(backups.setSecondPlace(m_office->stick));
    QVERIFY(!backups.make(BackupReason::ByHand).value().secondFile.isEmpty());
    QVERIFY(backups.look().value().second.there);
}

/// Of a place that was chosen with an earlier program nothing is known.
void TestSecondPlace::whereAPlaceLayIsLearntFromACopyToo()
{
    const auto disks = std::make_shared<PretendedDisks>(m_office->stick);
    RegisterBackups backups(*m_office->reg, std::make_shared<BackupFiles>(), disks);
    disks->mounted = false;
    QVERIFY(backups.setSecondPlace(m_office->stick));
    disks->mounted = true;
    QVERIFY(!backups.make(BackupReason::ByHand).value().secondFile.isEmpty());
    disks->mounted = false;
    QVERIFY(!backups.isSecondThere().value());
}

void TestSecondPlace::ofAnotherPlaceNothingIsRemembered()
{
    m_office->backUp();
    QVERIFY(RegisterBackups(*m_office->reg).setSecondPlace(m_office->folder(u"mạng"_s))); // not there yet
    const SecondPlace other = m_office->second();
    QVERIFY(!other.there);
    QCOMPARE(other.newest, 0);
    QVERIFY(other.lacksSince != 0);
    QVERIFY(!other.isLate(m_office->now()));
    m_office->nextDay();
    QVERIFY(other.isLate(m_office->now()));
    QVERIFY(RegisterBackups(*m_office->reg).setSecondPlace({}));
    QCOMPARE(m_office->second().lacksSince, 0);
}

void TestSecondPlace::aStickThatTakesNothingIsTriedAgain()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    pullOut();
    plugIn(); // another one of that name, and empty
    const auto files = std::make_shared<FaultyFiles>();
    RegisterBackups backups(*m_office->reg, files);
    files->failAt(2); // the first one tidies up
    const auto refused = backups.fillSecond().value();
    QVERIFY(refused && refused->secondFile.isEmpty());
    QVERIFY(!refused->secondProblem.isEmpty() && !refused->secondWaits);
    QVERIFY(m_office->onTheStick().isEmpty());
    files->failAt(0);
    QVERIFY(backups.fillSecond().value()->secondProblem.isEmpty());
    QCOMPARE(m_office->onTheStick(), QStringList { QFileInfo(made.file).fileName() });
}

void TestSecondPlace::aFailureIsKnownUntilOneIsMade()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    m_office->backUp();
    m_office->write(u"Chíu A Sáng"_s);
    {
        RegisterBackups backups(*m_office->reg);
        QVERIFY(!backups.isDue().value()); // the day is not over
        QVERIFY(!backups.failure().value());
        QVERIFY(backups.noteFailure({ ErrorCode::DiskFull, u"Ổ đĩa đầy."_s, {} }));
        QVERIFY(backups.isDue().value()); // yet what failed is tried again
    }
    const QString folder = m_office->reg->folder();
    m_office->close();
    m_office->reg = m_office->open(folder);
    RegisterBackups backups(*m_office->reg);
    const auto failed = backups.failure().value();
    QVERIFY(failed);
    QCOMPARE(failed->why, u"Ổ đĩa đầy."_s);
    QCOMPARE(failed->at, m_office->now());
    QVERIFY(backups.make(BackupReason::Day));
    QVERIFY(!backups.failure().value());
    QVERIFY(!backups.isDue().value());
}

void TestSecondPlace::aPlaceThatHangsIsLeftAlone()
{
    const auto files = std::make_shared<test::HangingFiles>(m_office->stick);
    RegisterBackups backups(*m_office->reg, files);
    files->hang();
    std::atomic_bool cancelled = false;
    auto making = QtConcurrent::run([&] { return backups.make(BackupReason::ByHand, {}, &cancelled); });
    QVERIFY(files->holdsSomebody(30'000));
    QElapsedTimer waited;
    waited.start();
    cancelled = true; // the register is to be locked
    const auto made = making.result();
    QVERIFY(made);
    QVERIFY(QFileInfo::exists(made->file));
    QVERIFY(made->secondFile.isEmpty() && made->secondWaits);
    QVERIFY(!m_office->second().there); // nothing else is begun there
    QVERIFY2(waited.elapsed() < 5000, qPrintable(QString::number(waited.elapsed())));
    files->letGo();
    QTRY_VERIFY(backups.isSecondThere().value());
    QCOMPARE(m_office->onTheStick(), QStringList()); // what was let go left nothing half done
    QVERIFY(backups.fillSecond().value());
    QCOMPARE(m_office->onTheStick(), QStringList { QFileInfo(made->file).fileName() });
}

void TestSecondPlace::whatHangsIsLeftAloneAndWhatOnlyIsSlowIsNot()
{
    const auto gate = std::make_shared<QSemaphore>();
    const auto stand = [gate](FarWork& far) {
        gate->acquire();
        return bool(far.stopped);
    };
    const auto quick = [](FarWork&) { return 7; };
    QVERIFY(!farPlace::ask(u"nơi chết"_s, nullptr, stand, 100ms));
    QVERIFY(!farPlace::ask(u"nơi chết"_s, nullptr, quick)); // nothing joins what hangs
    QCOMPARE(farPlace::ask(u"nơi khác"_s, nullptr, quick).value(), 7);
    gate->release();
    QTRY_COMPARE(farPlace::ask(u"nơi chết"_s, nullptr, quick).value_or(0), 7);
    const auto slow = [](FarWork& far) {
        for (int i = 0; i < 20; ++i) {
            QThread::msleep(50);
            ++far.moved;
        }
        return bool(far.stopped);
    };
    QCOMPARE(farPlace::ask(u"nơi chậm"_s, nullptr, slow, 500ms).value_or(true), false);
}

void TestSecondPlace::aPlaceChosenWhileACopyRunsIsNotTakenForTheFormerOne()
{
    const auto files = std::make_shared<test::HangingFiles>(m_office->stick);
    RegisterBackups backups(*m_office->reg, files);
    files->hang();
    auto making = QtConcurrent::run([&] { return backups.make(BackupReason::ByHand); });
    QVERIFY(files->holdsSomebody(30'000));
    const QString other = m_office->folder(u"mạng"_s); // away
    const auto set = backups.setSecondPlace(other);
    files->letGo();
    QVERIFY(set && making.result());
    QCOMPARE(m_office->second().folder, other);
    QCOMPARE(m_office->second().newest, 0); // what was copied stands in the former place
    QVERIFY(m_office->second().lacksSince != 0);
}

void TestSecondPlace::whoLocksWaitsForNoPlaceThatIsAskedAbout()
{
    m_office->backUp();
    const std::atomic_bool locking = true;
    RegisterBackups backups(*m_office->reg);
    const auto refused = backups.setSecondPlace(m_office->folder(u"mạng"_s), &locking);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Cancelled);
    QCOMPARE(backups.secondPlace().value(), m_office->stick);
    QCOMPARE(backups.list(&locking).value().size(), size_t(1)); // the stick was not asked
    const Catalogues catalogues = *Catalogues::builtIn();
    const StatutoryClock times = *StatutoryClock::fromCatalogues(catalogues);
    const auto read = [&](const std::atomic_bool* cancelled) {
        return Handover::read(*m_office->reg, catalogues, times, m_office->reg->user(), cancelled);
    };
    QCOMPARE(read(&locking).error().code, ErrorCode::Cancelled); // a record that names no copy would be wrong
    QVERIFY(read(nullptr).value().second->made != 0);
}

QTEST_GUILESS_MAIN(TestSecondPlace)
#include "tst_second_place.moc"
