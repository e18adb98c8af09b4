// SPDX-License-Identifier: GPL-3.0-or-later
// What a backup is worth: it comes back, it is believed only when it verified, and no fault of a disk loses anything.
#include "office_with_backups.h"

#include "models/backup/retention.h"
#include "models/register/key_change.h"
#include "models/sqlcipher/raw_file.h"
#include "models/text/format.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestBackup : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithBackups> m_office;

private Q_SLOTS:
    void init() { m_office = std::make_unique<OfficeWithBackups>(); }
    void cleanup() { m_office.reset(); }
    void aBackupComesBackWithThePassphraseAlone();
    void theRecoveryKeyAloneOpensIt();
    void aChangedRegisterKeyLeavesEarlierBackupsTheirOwnKeys();
    void theKeysOfABackupReplaceAMissingKeysFile();
    void nothingInItIsPlain();
    void everyAlteredByteIsNoticed();
    void damageInABackupIsNotToldAsDamageInTheRegister();
    void everyCutIsNoticed();
    void anotherPassphraseDoesNotOpenIt();
    void theRegisterCanBeWrittenMeanwhile();
    void eachFaultOfTheDiskLosesNothing();
    void aStickThatIsAwayIsTold();
    void theSecondPlaceHoldsTheSame();
    void aSecondPlaceInsideTheRegisterIsRefused();
    void stoppingLeavesNothing();
    void afterADayOfWorkOneIsDue();
    void theTrialRestoresAndDeletes();
    void whatTheTrialProvesDamagedCountsNoMoreAndAnotherIsDue();
    void aClockInDoubtPrunesNothing();
    void aConfirmedClockPrunesAgain();
    void aDoubtOfTheClockOutlivesWhatIsWrittenMeanwhile();
    void aRestoredRegisterDoubtsAClockThatWasSetBack();
    void aRegisterIsNeverWrittenOver();
    void restoringKeepsTheFormerFolder();
    void theOlderSchemaIsBackedUpBeforeAStep();
    void daysWeeksMonthsAreKept();
    void aClockThatJumpedPrunesByOrder();
    void aLostBranchIsKept();
};

void TestBackup::aBackupComesBackWithThePassphraseAlone()
{
    const QUuid child = m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    m_office->close();
    const QString folder = m_office->folder(u"máy mới/Sổ"_s);
    QDir().mkpath(m_office->folder(u"máy mới"_s));
    const Restored done = m_office->restore(made.file, folder);
    QVERIFY(done.before.isEmpty());
    const auto restored = m_office->open(folder);
    QCOMPARE(restored->record(kinds::Child, child).value().text(ChildFields::Name), u"Tằng Mỹ Ánh"_s);
    QVERIFY(QFileInfo::exists(QDir(folder).filePath(u"register.keys"_s)));
}

void TestBackup::aChangedRegisterKeyLeavesEarlierBackupsTheirOwnKeys()
{
    const QUuid first = m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup before = m_office->backUp();
    const QUuid user = m_office->reg->user();
    KeyChange wanted;
    const QString newPaper = RecoveryKey::random().text();
    wanted.recovery = RecoveryKey::parse(newPaper).value();
    auto closed = Register::close(std::move(m_office->reg), wanted);
    QVERIFY(closed);
    auto changed = KeyChanger::change(std::move(*closed), wanted);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    auto opened = Register::open(std::move(*changed), user, m_office->clock);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_office->reg = std::move(*opened);
    // No backup opens with the new key yet, so one is wanted; the earlier one is neither damaged nor forgotten.
    RegisterBackups backups(*m_office->reg);
    QVERIFY(backups.hasNews().value());
    const auto listed = backups.list().value();
    QCOMPARE(listed.size(), size_t(1));
    QVERIFY(!listed.front().damaged && !listed.front().manifest);
    const QUuid second = m_office->write(u"Chíu A Sáng"_s);
    const MadeBackup after = m_office->backUp();
    QVERIFY(backups.tryRestore().value().verified.ok());
    QCOMPARE(backups.list().value().size(), size_t(2));
    m_office->close();
    // The passphrase opens both; each recovery key opens the backup of its time only.
    const auto old = BackupReader::open(before.file).value();
    const auto now = BackupReader::open(after.file).value();
    const KdfLimits limits = KdfLimits::forTests();
    const auto oldPaper = RecoveryKey::parse(m_office->recoveryKey()).value();
    QVERIFY(Restore::unlock(old, oldPaper, limits) && Restore::unlock(now, *RecoveryKey::parse(newPaper), limits));
    QVERIFY(!Restore::unlock(now, oldPaper, limits) && !Restore::unlock(old, *RecoveryKey::parse(newPaper), limits));
    static_cast<void>(m_office->restore(before.file, m_office->folder(u"trước"_s)));
    static_cast<void>(m_office->restore(after.file, m_office->folder(u"sau"_s)));
    const auto earlier = m_office->open(m_office->folder(u"trước"_s));
    QCOMPARE(earlier->record(kinds::Child, first).value().text(ChildFields::Name), u"Tằng Mỹ Ánh"_s);
    QVERIFY(!earlier->record(kinds::Child, second));
    const auto later = m_office->open(m_office->folder(u"sau"_s));
    QCOMPARE(later->record(kinds::Child, second).value().text(ChildFields::Name), u"Chíu A Sáng"_s);
}

void TestBackup::theKeysOfABackupReplaceAMissingKeysFile()
{
    const MadeBackup made = m_office->backUp();
    const QString folder = m_office->reg->folder();
    m_office->close();
    QVERIFY(QFile::remove(QDir(folder).filePath(u"register.keys"_s)));
    QCOMPARE(Register::users(folder, KdfLimits::forTests()).error().code, ErrorCode::KeysMissing);
    QVERIFY(UnlockedFolder::putKeysBack(folder, made.file, KdfLimits::forTests()));
    QVERIFY(m_office->open(folder));
}

void TestBackup::theRecoveryKeyAloneOpensIt()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    const auto backup = BackupReader::open(made.file).value();
    const auto recovery = RecoveryKey::parse(m_office->recoveryKey()).value();
    const auto key = Restore::unlock(backup, recovery, KdfLimits::forTests());
    QVERIFY(key);
    const auto content = Restore::look(backup, *key);
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    QCOMPARE(content->children, 1);
    QCOMPARE(content->office, m_office->reg->office().name);
    QCOMPARE(content->lastEntry, m_office->clock->now());
}

void TestBackup::nothingInItIsPlain()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const QByteArray bytes = OfficeWithBackups::bytesOf(m_office->backUp().file);
    QVERIFY(bytes.startsWith(backupFormat::Magic.toByteArray()));
    for (const QByteArray& word : { "Tằng Mỹ Ánh"_ba, "tang my anh"_ba, "Bình Liêu"_ba, "SQLite format 3"_ba,
             m_office->reg->office().id, m_office->reg->deviceId(), m_office->reg->deviceId().toHex() })
        QVERIFY2(!bytes.contains(word), word.constData());
    QVERIFY(bytes.contains("Hoàng Thị Lan")); // the unlock screen's list, as register.keys shows it
}

void TestBackup::everyAlteredByteIsNoticed()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const QByteArray whole = OfficeWithBackups::bytesOf(m_office->backUp().file);
    const SecretKey key = m_office->key();
    // The head's padding says nothing and is not vouched for; everything else is.
    QList<qsizetype> places { 0, 15, backupFormat::HeadSize, backupFormat::HeadSize + 5000, whole.size() / 2 };
    for (qsizetype at = whole.size() - 1200; at < whole.size(); at += 37)
        places.append(at);
    for (qsizetype i = 1; i <= 8; ++i)
        places.append(whole.size() - i);
    for (const qsizetype at : std::as_const(places)) {
        QByteArray altered = whole;
        altered[at] = char(altered[at] ^ 1);
        const QString file = m_office->put(altered);
        const auto backup = BackupReader::open(file);
        const bool noticed = !backup || !backup->verify(key);
        QVERIFY2(noticed, qPrintable(QString::number(at)));
    }
    QVERIFY(BackupReader::open(m_office->put(whole)).value().verify(key)); // else the loop above proves nothing
}

void TestBackup::damageInABackupIsNotToldAsDamageInTheRegister()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const SecretKey key = m_office->key();
    const QString whole = m_office->backUp().file;
    const qint64 end = backupFormat::HeadSize + BackupReader::open(whole).value().outer().databaseSize;
    for (const qint64 from : { backupFormat::HeadSize, backupFormat::HeadSize + backupFormat::PageSize }) {
        QByteArray altered = OfficeWithBackups::bytesOf(whole);
        for (qint64 at = from + 1000; at < end; at += backupFormat::PageSize)
            altered[at] = char(altered[at] ^ 1);
        const auto backup = BackupReader::open(m_office->put(altered));
        QVERIFY(backup);
        const auto seen = Restore::look(*backup, key);
        QVERIFY(!seen);
        QCOMPARE(seen.error().code, ErrorCode::Damaged);
        QVERIFY2(seen.error().message.contains(u"no whole backup"_s), qPrintable(seen.error().message));
    }
}

void TestBackup::everyCutIsNoticed()
{
    const QByteArray whole = OfficeWithBackups::bytesOf(m_office->backUp().file);
    for (const qsizetype size : { qsizetype(0), qsizetype(15), qsizetype(4096), whole.size() / 2, whole.size() - 1 }) {
        const auto backup = BackupReader::open(m_office->put(whole.left(size)));
        QVERIFY(!backup);
        QCOMPARE(backup.error().code, ErrorCode::Damaged);
    }
    QVERIFY(!BackupReader::open(m_office->put(whole + '\0')));
}

void TestBackup::anotherPassphraseDoesNotOpenIt()
{
    const auto backup = BackupReader::open(m_office->backUp().file).value();
    const auto key = Restore::unlock(backup, u"khong phai cau nay"_s, KdfLimits::forTests());
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::WrongPassphrase);
    const auto other = backup.manifest(SecretKey::random(32));
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::WrongPassphrase);
}

void TestBackup::theRegisterCanBeWrittenMeanwhile()
{
    for (int i = 0; i < 200; ++i)
        m_office->write(u"Trẻ %1"_s.arg(i));
    QUuid during;
    bool wrote = false;
    const auto made = RegisterBackups(*m_office->reg).make(BackupReason::ByHand, [&](qint64, qint64) {
        if (std::exchange(wrote, true))
            return;
        during = m_office->write(u"Viết trong lúc sao lưu"_s);
    });
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(wrote);
    QVERIFY(m_office->reg->record(kinds::Child, during));
    const auto content = Restore::look(BackupReader::open(made->file).value(), m_office->key());
    QCOMPARE(content.value().children, 200); // one moment, not a mixture
}

void TestBackup::eachFaultOfTheDiskLosesNothing()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const QString second = m_office->folder(u"USB"_s);
    QDir().mkpath(second);
    const auto files = std::make_shared<FaultyFiles>();
    RegisterBackups backups(*m_office->reg, files);
    QVERIFY(backups.setSecondPlace(second));
    for (int i = 0; i < 4; ++i) // until each one also removes one, in both places
        QVERIFY(backups.make(BackupReason::ByHand));
    files->failAt(0);
    QCOMPARE(backups.make(BackupReason::ByHand).value().pruned, 2);
    const int calls = files->calls();
    QVERIFY(calls > 10);
    int refused = 0;
    for (int fault = 1; fault <= calls; ++fault) {
        const QUuid child = m_office->write(u"Trẻ %1"_s.arg(fault));
        const QSet<QString> before = m_office->backupFiles();
        files->failAt(fault);
        const auto made = backups.make(BackupReason::ByHand);
        files->failAt(0);
        if (!made) {
            ++refused;
            QVERIFY(!made.error().message.isEmpty());
            QCOMPARE(m_office->backupFiles(), before); // nothing half done, nothing gone
        } else if (!QFileInfo::exists(made->secondFile)) {
            QVERIFY(!made->secondProblem.isEmpty());
        }
        QVERIFY(m_office->reg->record(kinds::Child, child));
        const auto next = backups.make(BackupReason::ByHand);
        QVERIFY2(next, next ? "" : qPrintable(next.error().message));
        QVERIFY(next->secondProblem.isEmpty());
        QVERIFY(BackupReader::open(next->file).value().verify(m_office->key()));
    }
    QVERIFY(refused > 3);
    for (const QString& file : m_office->backupFiles())
        QVERIFY2(BackupReader::open(file).value().verify(m_office->key()), qPrintable(file));
}

void TestBackup::aStickThatIsAwayIsTold()
{
    const QString stick = m_office->folder(u"USB"_s);
    QDir().mkpath(stick);
    RegisterBackups backups(*m_office->reg);
    QVERIFY(backups.setSecondPlace(stick));
    QDir().rmdir(stick);
    const auto made = backups.make(BackupReason::ByHand);
    QVERIFY(made);
    QVERIFY(made->secondFile.isEmpty());
    QVERIFY(made->secondProblem.contains(QDir::toNativeSeparators(stick)));
    QDir().mkpath(stick);
    QVERIFY(!backups.make(BackupReason::ByHand).value().secondFile.isEmpty());
}

void TestBackup::theSecondPlaceHoldsTheSame()
{
    const QString stick = m_office->folder(u"USB của Lan"_s);
    QDir().mkpath(stick);
    RegisterBackups backups(*m_office->reg);
    QVERIFY(backups.setSecondPlace(stick));
    const auto made = backups.make(BackupReason::ByHand).value();
    QCOMPARE(OfficeWithBackups::bytesOf(made.secondFile), OfficeWithBackups::bytesOf(made.file));
    const auto list = backups.list().value();
    QCOMPARE(list.size(), size_t(2));
    QVERIFY(list[0].second != list[1].second);
}

void TestBackup::aSecondPlaceInsideTheRegisterIsRefused()
{
    const auto refused = RegisterBackups(*m_office->reg).setSecondPlace(m_office->reg->folder());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
}

void TestBackup::stoppingLeavesNothing()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    RegisterBackups backups(*m_office->reg);
    QVERIFY(backups.make(BackupReason::ByHand));
    const QSet<QString> before = m_office->backupFiles();
    std::atomic_bool cancelled = false;
    const auto made = backups.make(
        BackupReason::ByHand, [&](qint64, qint64) { cancelled = true; }, &cancelled);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QCOMPARE(m_office->backupFiles(), before);
    QVERIFY(backups.make(BackupReason::ByHand));
}

void TestBackup::afterADayOfWorkOneIsDue()
{
    RegisterBackups backups(*m_office->reg);
    QVERIFY(backups.isDue().value()); // never backed up
    QVERIFY(backups.make(BackupReason::Day));
    QVERIFY(!backups.hasNews().value());
    m_office->write(u"Tằng Mỹ Ánh"_s);
    QVERIFY(backups.hasNews().value());
    QVERIFY(!backups.isDue().value()); // the day is not over
    m_office->nextDay();
    QVERIFY(backups.isDue().value());
    QVERIFY(backups.make(BackupReason::Day));
    m_office->nextDay();
    QVERIFY(!backups.isDue().value()); // nothing was written
    m_office->reg->noteAccess(AccessAct::Unlocked);
    QVERIFY(m_office->reg->writeAccess().result());
    QVERIFY(!backups.isDue().value()); // and nobody looked at anything
    m_office->reg->noteAccess(AccessAct::Opened, &kinds::Child, QUuid::createUuid());
    QVERIFY(m_office->reg->writeAccess().result());
    QVERIFY(backups.isDue().value()); // who looked is kept like what was written
    QVERIFY(backups.make(BackupReason::Day));
    m_office->nextDay();
    QVERIFY(!backups.isDue().value());
}

void TestBackup::whatTheTrialProvesDamagedCountsNoMoreAndAnotherIsDue()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    RegisterBackups backups(*m_office->reg);
    const MadeBackup whole = backups.make(BackupReason::ByHand).value();
    m_office->clock->advance(60'000);
    const MadeBackup damaged = backups.make(BackupReason::ByHand).value();
    QByteArray bytes = OfficeWithBackups::bytesOf(damaged.file);
    bytes[bytes.size() * 3 / 4] = char(~bytes.at(bytes.size() * 3 / 4));
    QFile file(damaged.file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(backups.newest().value()->file, damaged.file); // nobody has looked into it yet
    QVERIFY(!backups.isDue().value());
    const auto trial = backups.tryRestore();
    QVERIFY(!trial);
    QCOMPARE(trial.error().code, ErrorCode::Damaged);
    QVERIFY2(trial.error().message.contains(formatDateTime(damaged.manifest.made)), qPrintable(trial.error().message));
    QCOMPARE(backups.newest().value()->file, whole.file);
    const auto list = backups.list().value();
    for (const KeptBackup& one : list)
        QCOMPARE(one.damaged, one.file == damaged.file);
    QVERIFY(backups.isDue().value()); // at once, though the day is not over and nothing was written
    const MadeBackup next = backups.make(BackupReason::Day).value();
    QCOMPARE(backups.newest().value()->file, next.file);
    QVERIFY(!backups.isDue().value());
    QVERIFY(backups.tryRestore());
    QVERIFY(QFile::exists(damaged.file)); // a person may still want to look at it
}

void TestBackup::theTrialRestoresAndDeletes()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    RegisterBackups backups(*m_office->reg);
    QVERIFY(!backups.tryRestore());
    QVERIFY(backups.make(BackupReason::ByHand));
    const QStringList before = QDir(m_office->reg->folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    const auto trial = backups.tryRestore();
    QVERIFY2(trial, trial ? "" : qPrintable(trial.error().message));
    QVERIFY(trial->verified.ok());
    QCOMPARE(trial->children, 1);
    QVERIFY(trial->verified.entries >= 4);
    QCOMPARE(QDir(m_office->reg->folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), before);
}

void TestBackup::aClockInDoubtPrunesNothing()
{
    for (int i = 0; i < 6; ++i) {
        m_office->write(u"Trẻ %1"_s.arg(i));
        m_office->backUp();
    }
    QCOMPARE(m_office->backupFiles().size(), 3); // one day: the newest three
    m_office->clock->advance(-3LL * 24 * 3600 * 1000);
    m_office->backUp();
    const MadeBackup made = m_office->backUp();
    QVERIFY(made.clockInDoubt);
    QCOMPARE(m_office->backupFiles().size(), 5);
}

void TestBackup::aConfirmedClockPrunesAgain()
{
    m_office->write(u"Trẻ"_s);
    m_office->clock->advance(40LL * 24 * 3600 * 1000);
    const auto look = [&] {
        return m_office->reg
            ->read([&](Database& database) {
                return clockCheck::look(database, m_office->reg->deviceId(), m_office->clock->now()).value();
            })
            .result();
    };
    QCOMPARE(look().kind, ClockDoubt::Kind::FarAhead);
    QVERIFY(
        m_office->reg
            ->writeLocal([&](Database& database) { return clockCheck::confirm(database, m_office->reg->deviceId()); })
            .result());
    QVERIFY(!look());
    QVERIFY(!m_office->backUp().clockInDoubt);
    // The next entry speaks for itself; a clock set back after it is in doubt again, one that the network sets is not.
    m_office->write(u"Trẻ khác"_s);
    m_office->clock->advance(-30 * 1000);
    QVERIFY(!look());
    m_office->clock->advance(-60 * 1000);
    QCOMPARE(look().kind, ClockDoubt::Kind::Behind);
}

/// Otherwise the first save on a PC whose clock was set back would make the wrong time the right one.
void TestBackup::aDoubtOfTheClockOutlivesWhatIsWrittenMeanwhile()
{
    m_office->write(u"Trẻ"_s);
    m_office->clock->advance(-3LL * 24 * 3600 * 1000);
    const auto device = m_office->reg->deviceId();
    const auto look = [&] {
        return m_office->reg
            ->read(
                [&](Database& database) { return clockCheck::look(database, device, m_office->clock->now()).value(); })
            .result();
    };
    const auto note = [&] {
        return m_office->reg
            ->writeLocal([&](Database& database) { return clockCheck::note(database, device, m_office->clock->now()); })
            .result();
    };
    // Set back in the middle of the work: nothing was unlocked since.
    m_office->write(u"Viết khi đồng hồ sai"_s);
    QCOMPARE(look().kind, ClockDoubt::Kind::Behind);
    m_office->write(u"Viết tiếp"_s);
    QCOMPARE(look().kind, ClockDoubt::Kind::Behind);
    QVERIFY(note()); // locked and opened again
    QCOMPARE(look().kind, ClockDoubt::Kind::Behind);
    // Set right, it needs no answer; and what was written meanwhile is not ahead of it.
    m_office->clock->advance(4LL * 24 * 3600 * 1000);
    QVERIFY(!look());
    QVERIFY(note());
    QVERIFY(!look());
}

/// It goes on as a new device, which has written nothing by which a clock could be judged.
void TestBackup::aRestoredRegisterDoubtsAClockThatWasSetBack()
{
    m_office->write(u"Trẻ"_s);
    const QString file = m_office->backUp().file;
    m_office->clock->advance(-3LL * 24 * 3600 * 1000);
    const QString folder = m_office->folder(u"máy mới"_s);
    static_cast<void>(m_office->restore(file, folder));
    const auto former = m_office->reg->deviceId();
    m_office->close();
    const auto restored = m_office->open(folder);
    QVERIFY(restored);
    QVERIFY(restored->deviceId() != former);
    const auto doubt = restored
                           ->read([&](Database& database) {
                               return clockCheck::look(database, restored->deviceId(), m_office->clock->now()).value();
                           })
                           .result();
    QCOMPARE(doubt.kind, ClockDoubt::Kind::Behind);
}

void TestBackup::aRegisterIsNeverWrittenOver()
{
    const MadeBackup made = m_office->backUp();
    const auto backup = BackupReader::open(made.file).value();
    BackupFiles files;
    const auto refused =
        Restore::into(backup, m_office->key(), m_office->reg->folder(), false, m_office->clock->now(), files);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
}

void TestBackup::restoringKeepsTheFormerFolder()
{
    const MadeBackup made = m_office->backUp();
    const QUuid late = m_office->write(u"Viết sau bản sao lưu"_s);
    const MadeBackup left = m_office->backUp();
    const QString folder = m_office->reg->folder();
    m_office->close();
    const Restored done = m_office->restore(made.file, folder, true);
    QVERIFY(!done.before.isEmpty());
    {
        const auto restored = m_office->open(folder);
        QVERIFY(!restored->record(kinds::Child, late));
        const auto backups = RegisterBackups(*restored).list().value(); // the backups came along
        QCOMPARE(backups.size(), size_t(2));
        for (const KeptBackup& one : backups) // the later one holds what was written after the one that was restored
            QCOMPARE(one.former, QFileInfo(one.file).fileName() == QFileInfo(left.file).fileName());
        // What was left behind is no backup of this register: another one is wanted, and the trial takes its own.
        RegisterBackups own(*restored);
        QCOMPARE(QFileInfo(own.newest().value()->file).fileName(), QFileInfo(made.file).fileName());
        QVERIFY(own.hasNews().value());
    }
    const auto former = m_office->open(done.before);
    QVERIFY(former->record(kinds::Child, late));
}

void TestBackup::theOlderSchemaIsBackedUpBeforeAStep()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const SecretKey key = m_office->key();
    const QString folder = m_office->reg->folder();
    m_office->close();
    auto writer = Database::open(QDir(folder).filePath(u"register.db"_s), key, OpenMode::Existing);
    QVERIFY(writer);
    const auto kept = RegisterBackups::beforeSchemaStep(*writer, folder, key, 1, m_office->clock->now());
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    QCOMPARE(m_office->backupFiles().size(), 1);
    const auto manifest = BackupReader::open(*m_office->backupFiles().cbegin()).value().verify(key);
    QCOMPARE(manifest.value().reason, BackupReason::SchemaStep);
    // It failed, and is tried again.
    QVERIFY(RegisterBackups::beforeSchemaStep(*writer, folder, key, 1, m_office->clock->now()));
    QCOMPARE(m_office->backupFiles().size(), 1);
    QVERIFY(writer->run(u"CREATE TABLE written_since (id INTEGER)"_s));
    QVERIFY(RegisterBackups::beforeSchemaStep(*writer, folder, key, 1, m_office->clock->now()));
    QCOMPARE(m_office->backupFiles().size(), 2);
}

namespace {
RetentionItem item(qint64 serial, QDate day, qint64 seq = 0, const QByteArray& device = QByteArray(16, 'a'))
{
    return { QString::number(serial), serial, day, { { device, seq ? seq : serial, {} } }, true };
}
} // namespace

void TestBackup::daysWeeksMonthsAreKept()
{
    std::vector<RetentionItem> all;
    const QDate first(2025, 1, 1);
    for (int day = 0; day < 700; ++day)
        all.push_back(item(day + 1, first.addDays(day)));
    const QStringList gone = retention::superfluous(all);
    const int kept = int(all.size()) - int(gone.size());
    // 7 days; of the 5 weeks two and of the 12 months two end within them.
    QCOMPARE(kept, 7 + 3 + 10);
    for (int newest = 694; newest <= 700; ++newest)
        QVERIFY(!gone.contains(QString::number(newest)));
    QVERIFY(gone.contains(QString::number(1)));
    QVERIFY(retention::superfluous({ item(1, first), item(2, first), item(3, first) }).isEmpty());
    QCOMPARE(retention::superfluous({ item(1, first), item(2, first), item(3, first), item(4, first) }),
        QStringList { u"1"_s });
}

void TestBackup::aClockThatJumpedPrunesByOrder()
{
    const QDate day(2026, 11, 24);
    std::vector<RetentionItem> all;
    for (int i = 1; i <= 20; ++i)
        all.push_back(item(i, day.addDays(i)));
    all.push_back(item(21, QDate(2036, 1, 1))); // the battery of the PC was flat
    all.push_back(item(22, QDate(1990, 1, 1)));
    all.push_back(item(23, day.addDays(21)));
    const QStringList gone = retention::superfluous(all);
    for (const int newest : { 21, 22, 23 })
        QVERIFY(!gone.contains(QString::number(newest)));
}

void TestBackup::aLostBranchIsKept()
{
    const QDate day(2026, 11, 24);
    // Serial 5 holds entry 90 of the former device; after a restore the new device goes on from 40.
    std::vector<RetentionItem> all { item(5, day, 90) };
    for (int i = 6; i < 60; ++i) {
        RetentionItem one = item(i, day.addDays(i), 40);
        one.heads.append({ QByteArray(16, 'b'), i, {} });
        all.push_back(one);
    }
    QVERIFY(!retention::superfluous(all).contains(u"5"_s));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
