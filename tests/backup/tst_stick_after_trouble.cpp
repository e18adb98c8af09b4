// SPDX-License-Identifier: GPL-3.0-or-later
// The stick after something went wrong: the register is on a new PC, its folder of backups is empty, a copy is damaged,
// the power went.
#include "office_with_backups.h"

#include "models/backup/backup_writer.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestStickAfterTrouble : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithStick> m_office;
    QString m_drawer;

    /// The stick goes into the drawer with what it holds, and comes back.
    [[nodiscard]] bool putAway() const { return QDir().rename(m_office->stick, m_drawer); }
    [[nodiscard]] bool plugIn() const { return QDir().rename(m_drawer, m_office->stick); }

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<OfficeWithStick>();
        m_drawer = m_office->folder(u"ngăn kéo"_s);
    }
    void cleanup() { m_office.reset(); }

    void aRegisterOnANewPcGoesOnFillingItsStick();
    void aRegisterFromAnEarlierProgramGoesOnFillingItsStickToo();
    void whoseFolderOfBackupsWasEmptiedFillsTheStickAllTheSame();
    void aDamagedCopyOnTheStickIsReplaced();
    void aBackupOfAnotherHistoryKeepsItsName();
    void whatAPowerCutLeftIsRemovedInBothPlaces();
    void whatATrialLeftBehindIsDeleted();
};

/// The register that was restored knows its stick and has no backups of its own beside it.
void TestStickAfterTrouble::aRegisterOnANewPcGoesOnFillingItsStick()
{
    QString newest;
    for (int i = 0; i < 5; ++i) {
        m_office->write(u"Trẻ %1"_s.arg(i));
        newest = m_office->backUp().secondFile;
    }
    m_office->close();
    const QString folder = m_office->folder(u"máy mới"_s);
    m_office->restore(newest, folder);
    QVERIFY(putAway());
    m_office->reg = m_office->open(folder);
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    QVERIFY(made.secondWaits);
    QCOMPARE(made.manifest.serial, 6);
    QVERIFY(plugIn());
    const auto filled = RegisterBackups(*m_office->reg).fillSecond().value();
    QVERIFY(filled && filled->secondProblem.isEmpty());
    QVERIFY(m_office->onTheStick().contains(QFileInfo(made.file).fileName()));
    QCOMPARE(m_office->second().lacksSince, 0);
}

/// An earlier program did not let the register remember the serial; the backup itself says it.
void TestStickAfterTrouble::aRegisterFromAnEarlierProgramGoesOnFillingItsStickToo()
{
    const QString old = m_office->folder(u"06838-2026-11-24-00050.maiam-backup"_s);
    {
        const SecretKey key = m_office->key();
        const QString own = m_office->reg->folder();
        m_office->close();
        auto database = Database::open(QDir(own).filePath(u"register.db"_s), key, OpenMode::Existing);
        QVERIFY(database);
        const auto view = Transaction::begin(*database, Transaction::Kind::Read);
        QVERIFY(view);
        const QByteArray keys = OfficeWithBackups::bytesOf(QDir(own).filePath(u"register.keys"_s));
        BackupManifest manifest;
        manifest.serial = 50;
        manifest.made = m_office->now();
        manifest.schema = 1;
        manifest.device = QByteArray(16, '\0');
        BackupFiles files;
        const auto made = backupWriter::write({ *database, key, keys }, manifest, old, files);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
    }
    const QString folder = m_office->folder(u"máy mới"_s);
    m_office->restore(old, folder);
    m_office->reg = m_office->open(folder);
    QCOMPARE(m_office->backUp().manifest.serial, 51);
}

void TestStickAfterTrouble::whoseFolderOfBackupsWasEmptiedFillsTheStickAllTheSame()
{
    for (int i = 0; i < 3; ++i) {
        m_office->write(u"Trẻ %1"_s.arg(i));
        m_office->backUp();
    }
    QVERIFY(QDir(RegisterBackups(*m_office->reg).folder()).removeRecursively());
    QVERIFY(putAway());
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    QVERIFY(plugIn());
    QVERIFY(RegisterBackups(*m_office->reg).fillSecond().value());
    QVERIFY(m_office->onTheStick().contains(QFileInfo(made.file).fileName()));
}

void TestStickAfterTrouble::aDamagedCopyOnTheStickIsReplaced()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    QVERIFY(QFile::resize(made.secondFile, QFileInfo(made.secondFile).size() / 2));
    QVERIFY(m_office->second().lacksSince != 0);
    const auto filled = RegisterBackups(*m_office->reg).fillSecond().value();
    QVERIFY2(filled && filled->secondProblem.isEmpty(), filled ? qPrintable(filled->secondProblem) : "nothing");
    QCOMPARE(OfficeWithBackups::bytesOf(made.secondFile), OfficeWithBackups::bytesOf(made.file));
    QCOMPARE(m_office->second().lacksSince, 0);
    QCOMPARE(m_office->onTheStick(), QStringList { QFileInfo(made.file).fileName() });
}

void TestStickAfterTrouble::aBackupOfAnotherHistoryKeepsItsName()
{
    const MadeBackup other = m_office->backUp();
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const MadeBackup made = m_office->backUp();
    QVERIFY(QFile::remove(made.secondFile) && QFile::rename(other.secondFile, made.secondFile));
    const auto refused = RegisterBackups(*m_office->reg).fillSecond().value();
    QVERIFY(refused && refused->secondFile.isEmpty());
    QVERIFY2(refused->secondProblem.contains(u"the same name"_s), qPrintable(refused->secondProblem));
    QCOMPARE(OfficeWithBackups::bytesOf(made.secondFile), OfficeWithBackups::bytesOf(other.file));
}

void TestStickAfterTrouble::whatAPowerCutLeftIsRemovedInBothPlaces()
{
    const auto leave = [](const QString& folder, const QString& name) {
        QDir().mkpath(folder);
        QFile file(QDir(folder).filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("half") == 4;
    };
    const QString unit = m_office->reg->office().unit;
    const QString own = RegisterBackups(*m_office->reg).folder();
    const QString left = unit + u"-2026-11-20-00009.maiam-part"_s;
    const QString others = u"99999-2026-11-20-00009.maiam-part"_s;
    QVERIFY(leave(own, left) && leave(m_office->stick, left) && leave(m_office->stick, others));
    const MadeBackup made = m_office->backUp();
    QVERIFY(made.secondProblem.isEmpty());
    QCOMPARE(m_office->backupFiles(), QSet<QString> { made.file });
    QCOMPARE(
        m_office->onTheStick(), QStringList({ QFileInfo(made.file).fileName(), others })); // that is another register's
}

void TestStickAfterTrouble::whatATrialLeftBehindIsDeleted()
{
    const QDir left(QDir(m_office->reg->folder()).filePath(u"trial-restore"_s));
    QVERIFY(QDir().mkpath(left.path()));
    QVERIFY(QFile::copy(QDir(m_office->reg->folder()).filePath(u"register.keys"_s), left.filePath(u"register.db"_s)));
    RegisterBackups(*m_office->reg).clearTrial();
    QVERIFY(!left.exists());
}

QTEST_GUILESS_MAIN(TestStickAfterTrouble)
#include "tst_stick_after_trouble.moc"
