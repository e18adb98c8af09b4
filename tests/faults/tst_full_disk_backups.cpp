// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/kinds.h"
#include "models/register/register_backups.h"
#include "small_disk.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QTest>

using namespace maiam;

namespace {
/// A register of some megabytes, more than the room that is left.
std::unique_ptr<Register> largeRegister(const QString& folder)
{
    auto made = Register::create(test::wantedRegister(folder));
    if (!made)
        return nullptr;
    Batch batch;
    for (int i = 0; i < 1500; ++i) {
        Record child = made->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, QStringLiteral("Trẻ thứ %1").arg(i));
        child.set(ChildFields::Note, QString(1000, u'ễ'));
        batch.add(child);
    }
    return made->reg->commit(std::move(batch)).result() ? std::move(made->reg) : nullptr;
}

/// Leaves a megabyte, so that it ends in the middle of a file.
void fillUpToTheMiddle(SmallDisk& disk)
{
    QFile room(disk.path(QStringLiteral("room")));
    QVERIFY(room.open(QIODevice::WriteOnly));
    QCOMPARE(room.write(QByteArray(1024 * 1024, 'x')), 1024 * 1024);
    room.close();
    disk.fill();
    QVERIFY(room.remove());
}

QStringList backupsIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}
} // namespace

/// A backup for which there is no room: said, nothing half done, and made when there is.
class TestFullDiskBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsNotHalfWritten()
    {
        SmallDisk disk;
        const auto reg = largeRegister(disk.path(QStringLiteral("so")));
        QVERIFY(reg);
        RegisterBackups backups(*reg);
        QVERIFY(backups.make(BackupReason::ByHand)); // the log is empty now
        const QStringList before = backupsIn(backups.folder());
        QCOMPARE(before.size(), 1);
        fillUpToTheMiddle(disk);
        const auto refused = backups.make(BackupReason::Day);
        QVERIFY(!refused);
        const ErrorCode code = refused.error().code;
        QVERIFY2(code == ErrorCode::DiskFull || (code == ErrorCode::Io && !disk.isReal()),
            qPrintable(refused.error().message + refused.error().detail));
        QVERIFY(!refused.error().message.isEmpty());
        QCOMPARE(backupsIn(backups.folder()), before);
        disk.free();
        QVERIFY(backups.make(BackupReason::Day));
        QCOMPARE(backupsIn(backups.folder()).size(), 2);
        QVERIFY(backups.tryRestore());
    }

    void aTrialForWhichThereIsNoRoomLeavesNothing()
    {
        SmallDisk disk;
        const auto reg = largeRegister(disk.path(QStringLiteral("so")));
        QVERIFY(reg);
        RegisterBackups backups(*reg);
        QVERIFY(backups.make(BackupReason::ByHand));
        const QStringList before = QDir(reg->folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        fillUpToTheMiddle(disk);
        QVERIFY(!backups.tryRestore());
        QCOMPARE(QDir(reg->folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), before);
        disk.free();
        QVERIFY(backups.tryRestore());
    }

    void aFullStickIsSaidAndTheBackupOfThisDiskStands()
    {
        QTemporaryDir home;
        SmallDisk stick;
        if (!stick.isReal())
            QSKIP("without a disk of its own the limit would hold for the register too");
        const auto reg = largeRegister(home.filePath(QStringLiteral("so")));
        QVERIFY(reg);
        const QString folder = stick.path(QStringLiteral("usb"));
        QVERIFY(QDir().mkpath(folder));
        RegisterBackups backups(*reg);
        QVERIFY(backups.setSecondPlace(folder));
        fillUpToTheMiddle(stick);
        const auto made = backups.make(BackupReason::ByHand);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QVERIFY(QFile::exists(made->file));
        QVERIFY(made->secondFile.isEmpty() && !made->secondWaits);
        QVERIFY2(made->secondProblem.contains(QStringLiteral("is full")), qPrintable(made->secondProblem));
        QCOMPARE(backupsIn(folder), QStringList());
        stick.free();
        const auto filled = backups.fillSecond();
        QVERIFY(filled && *filled);
        QVERIFY2((*filled)->secondProblem.isEmpty(), qPrintable((*filled)->secondProblem));
        QCOMPARE(backupsIn(folder).size(), 1);
    }
};

int main(int argc, char** argv)
{
    SmallDisk::prepare();
    QCoreApplication application(argc, argv);
    TestFullDiskBackups test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_full_disk_backups.moc"
