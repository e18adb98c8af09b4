// SPDX-License-Identifier: GPL-3.0-or-later
// What a disk, a stick or a folder does to a backup that is being made. A disk that is really full: tests/faults.
#include "office_with_backups.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
/// A stick that goes wrong in the middle of a file.
class BadStick : public BackupFiles
{
public:
    enum class Trouble { None, PulledOut, Full };
    explicit BadStick(QString folder)
        : m_folder(std::move(folder))
    {
    }
    std::atomic<Trouble> trouble = Trouble::None;

    Result<std::unique_ptr<Out>> create(const QString& path) override
    {
        auto real = BackupFiles::create(path);
        if (!real || !path.startsWith(m_folder))
            return real;
        return std::make_unique<BadOut>(*this, std::move(*real));
    }

private:
    class BadOut final : public Out
    {
    public:
        BadOut(BadStick& stick, std::unique_ptr<Out> real)
            : m_stick(stick)
            , m_real(std::move(real))
        {
        }
        Result<void> write(QByteArrayView bytes) override
        {
            const Trouble trouble = m_stick.trouble;
            if (trouble == Trouble::None)
                return m_real->write(bytes);
            static_cast<void>(m_real->write(bytes.first(bytes.size() / 2)));
            m_real.reset();
            if (trouble == Trouble::Full)
                return fail(ErrorCode::DiskFull, u"Ổ đĩa đầy."_s);
            QDir(m_stick.m_folder).removeRecursively();
            return fail(ErrorCode::Io, u"Ổ đĩa không nhận dữ liệu."_s);
        }
        Result<void> sync() override { return m_real->sync(); }

    private:
        BadStick& m_stick;
        std::unique_ptr<Out> m_real;
    };
    QString m_folder;
};
} // namespace

class TestBadDisks : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithStick> m_office;

    /// Alters the first page of a table that nobody reads who opens, backs up or restores.
    void damageADraftsPage()
    {
        const auto root = m_office->reg
                              ->read([](Database& database) -> qint64 {
                                  auto found = database.query(
                                      u"SELECT rootpage FROM sqlite_master WHERE name = 'draft' AND type = 'table'"_s);
                                  return found && found->next() ? found->integer(0) : 0;
                              })
                              .result();
        QVERIFY(root > 1);
        const QString folder = m_office->reg->folder();
        m_office->close(); // the log is empty: what lies in the file counts
        QFile file(UnlockedFolder::databaseFile(folder));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = (root - 1) * backupFormat::PageSize + 1000;
        QVERIFY(file.seek(at));
        const char byte = file.read(1).at(0);
        QVERIFY(file.seek(at) && file.putChar(char(byte ^ 1)));
        file.close();
        m_office->reg = m_office->open(folder);
    }

private Q_SLOTS:
    void init() { m_office = std::make_unique<OfficeWithStick>(); }
    void cleanup() { m_office.reset(); }

    void aStickThatIsPulledOutInTheMiddleIsSaid();
    void aStickThatFillsUpInTheMiddleIsSaid();
    void aFolderThatTakesNothingIsSaid_data();
    void aFolderThatTakesNothingIsSaid();
    void aDamagedPageIsFoundByTheDailyBackup();
    void anOldBackupThatCannotBeRemovedIsSaid();
};

void TestBadDisks::aStickThatIsPulledOutInTheMiddleIsSaid()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const auto stick = std::make_shared<BadStick>(m_office->stick);
    RegisterBackups backups(*m_office->reg, stick);
    stick->trouble = BadStick::Trouble::PulledOut;
    const auto made = backups.make(BackupReason::ByHand);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(BackupReader::open(made->file).value().verify(m_office->key()));
    QVERIFY(made->secondFile.isEmpty() && !made->secondWaits); // somebody is at it, so it is told at once
    QVERIFY2(made->secondProblem.contains(u"went away while"_s), qPrintable(made->secondProblem));
    QVERIFY(m_office->second().lacksSince != 0);
    stick->trouble = BadStick::Trouble::None;
    QVERIFY(QDir().mkpath(m_office->stick));
    QVERIFY(backups.fillSecond().value()->secondProblem.isEmpty());
    QCOMPARE(m_office->onTheStick(), QStringList { QFileInfo(made->file).fileName() });
}

void TestBadDisks::aStickThatFillsUpInTheMiddleIsSaid()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    const auto stick = std::make_shared<BadStick>(m_office->stick);
    RegisterBackups backups(*m_office->reg, stick);
    stick->trouble = BadStick::Trouble::Full;
    const auto made = backups.make(BackupReason::ByHand);
    QVERIFY(made);
    QVERIFY(made->secondFile.isEmpty() && !made->secondWaits);
    QVERIFY2(made->secondProblem.contains(u"is full"_s), qPrintable(made->secondProblem));
    QVERIFY(m_office->onTheStick().isEmpty()); // no half backup takes the room
    stick->trouble = BadStick::Trouble::None;
    QVERIFY(backups.fillSecond().value()->secondProblem.isEmpty());
}

void TestBadDisks::aFolderThatTakesNothingIsSaid_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("a file of that name") << true;
    QTest::newRow("a folder that may not be written") << false;
}

void TestBadDisks::aFolderThatTakesNothingIsSaid()
{
    QFETCH(bool, isFile);
    RegisterBackups backups(*m_office->reg);
    const QString folder = backups.folder();
    if (isFile) {
        QFile file(folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        QFile probe(folder + u"/probe"_s);
        if (probe.open(QIODevice::WriteOnly))
            QSKIP("this account may write everywhere");
    }
    const QUuid child = m_office->write(u"Tằng Mỹ Ánh"_s);
    const auto refused = backups.make(BackupReason::Day);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
    QVERIFY2(refused.error().message.contains(QDir::toNativeSeparators(folder)), qPrintable(refused.error().message));
    QVERIFY(m_office->onTheStick().isEmpty());
    QVERIFY(m_office->reg->record(kinds::Child, child)); // the work goes on
    if (isFile)
        QVERIFY(QFile::remove(folder));
    else
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(backups.make(BackupReason::Day));
}

/// It lies where neither the chains are followed nor anybody looked since: only the pages' own seals tell.
void TestBadDisks::aDamagedPageIsFoundByTheDailyBackup()
{
    m_office->write(u"Tằng Mỹ Ánh"_s);
    m_office->backUp();
    const QSet<QString> before = m_office->backupFiles();
    const QStringList onTheStick = m_office->onTheStick();
    const QUuid child = m_office->write(u"Chíu A Sáng"_s);
    damageADraftsPage();
    QVERIFY(m_office->reg->record(kinds::Child, child)); // nothing shows it
    const auto refused = RegisterBackups(*m_office->reg).make(BackupReason::Day);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Damaged);
    QCOMPARE(m_office->backupFiles(), before); // the good ones stay, and no bad one counts
    QCOMPARE(m_office->onTheStick(), onTheStick);
    for (const QString& file : before)
        QVERIFY(BackupReader::open(file).value().verify(m_office->key()));
}

void TestBadDisks::anOldBackupThatCannotBeRemovedIsSaid()
{
    for (int i = 0; i < 3; ++i)
        m_office->backUp();
    const auto files = std::make_shared<FaultyFiles>();
    RegisterBackups backups(*m_office->reg, files);
    QCOMPARE(backups.make(BackupReason::ByHand).value().pruned, 2);
    const int calls = files->calls(); // the last two remove one in each place
    for (const int fault : { calls - 1, calls }) {
        files->failAt(fault);
        const auto made = backups.make(BackupReason::ByHand);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QVERIFY(QFileInfo::exists(made->file) && QFileInfo::exists(made->secondFile));
        QVERIFY(!made->secondProblem.isEmpty());
        files->failAt(0);
        QVERIFY(backups.make(BackupReason::ByHand).value().secondProblem.isEmpty());
        QCOMPARE(m_office->backupFiles().size(), 3);
        QCOMPARE(m_office->onTheStick().size(), 3);
    }
}

QTEST_GUILESS_MAIN(TestBadDisks)
#include "tst_bad_disks.moc"
