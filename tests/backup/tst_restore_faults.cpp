// SPDX-License-Identifier: GPL-3.0-or-later
// A restore that fails or is ended anywhere: the register that stood there is never lost nor left in pieces.
#include "office_with_backups.h"

#include <QStorageInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

using Fault = FaultyFiles::Fault;

class TestRestoreFaults : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithBackups> m_office;
    QString m_folder;
    MadeBackup m_made;
    QUuid m_early; ///< in the backup
    QUuid m_late; ///< written since

    void begin()
    {
        m_office = std::make_unique<OfficeWithBackups>();
        m_folder = m_office->reg->folder();
        m_early = m_office->write(u"Tằng Mỹ Ánh"_s);
        m_made = m_office->backUp();
        m_late = m_office->write(u"Viết sau bản sao lưu"_s);
    }
    void close(bool withLog) { withLog ? m_office->closeWithLog() : m_office->close(); }
    Result<Restored> restore(const SecretKey& key, BackupFiles& files)
    {
        const auto backup = BackupReader::open(m_made.file);
        if (!backup)
            return fail(backup);
        return Restore::into(*backup, key, m_folder, true, m_office->clock->now(), files);
    }
    static bool has(const QString& folder, const QString& name) { return QFileInfo::exists(folder + u'/' + name); }
    [[nodiscard]] bool putKeysBack(const QString& folder) const
    {
        return bool(UnlockedFolder::putKeysBack(folder, m_made.file, KdfLimits::forTests()));
    }
    /// The folders that earlier restores left.
    [[nodiscard]] QStringList formerFolders() const
    {
        const QFileInfo own(m_folder);
        QStringList folders;
        for (const QString& name : own.dir().entryList({ own.fileName() + Restore::FormerSuffix + u'*' }, QDir::Dirs))
            folders.append(own.dir().filePath(name));
        return folders;
    }

private Q_SLOTS:
    void cleanup() { m_office.reset(); }
    void aRestoreThatFailsLeavesTheRegister_data();
    void aRestoreThatFailsLeavesTheRegister();
    void whateverEndsARestoreThereIsAWayBack_data();
    void whateverEndsARestoreThereIsAWayBack();
    void aLogThatWasLeftAloneIsNotReadAsTheRestoredOnes();
    void aFolderBehindALinkIsExchangedOnItsOwnDisk();
    void aNameIsGivenAndNothingCopied();
};

void TestRestoreFaults::aRestoreThatFailsLeavesTheRegister_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("withLog");
    QTest::newRow("refused") << int(Fault::Refused) << false;
    QTest::newRow("refused, saves in the log") << int(Fault::Refused) << true;
    QTest::newRow("done but denied") << int(Fault::DoneButDenied) << false;
    QTest::newRow("done but denied, saves in the log") << int(Fault::DoneButDenied) << true;
}

void TestRestoreFaults::aRestoreThatFailsLeavesTheRegister()
{
    QFETCH(int, kind);
    QFETCH(bool, withLog);
    begin();
    const SecretKey key = m_office->key();
    for (int fault = 1;; ++fault) {
        close(withLog);
        FaultyFiles files;
        files.failAt(fault, Fault(kind));
        const auto done = restore(key, files);
        if (done) {
            QVERIFY(files.calls() < fault); // a fault that happened is told
            QVERIFY(fault > 12);
            QVERIFY(m_office->open(done->before)->record(kinds::Child, m_late));
            return;
        }
        const QByteArray where = QByteArray::number(fault);
        QVERIFY2(done.error().message.contains(u"is as it was"_s) || !done.error().message.contains(u"moved"_s),
            qPrintable(done.error().message));
        m_office->reg = m_office->open(m_folder);
        QVERIFY2(m_office->reg->record(kinds::Child, m_late), where.constData());
        QVERIFY2(!QFileInfo::exists(m_folder + u".restoring"_s), where.constData());
        QCOMPARE(formerFolders(), QStringList());
        m_late = m_office->write(u"Trẻ %1"_s.arg(fault)); // again something that only the log may hold
    }
}

void TestRestoreFaults::whateverEndsARestoreThereIsAWayBack_data()
{
    QTest::addColumn<bool>("withLog");
    QTest::addColumn<bool>("keysBack");
    QTest::newRow("restored again") << false << false;
    QTest::newRow("keys put back") << false << true;
    QTest::newRow("restored again, saves in the log") << true << false;
    QTest::newRow("keys put back, saves in the log") << true << true;
}

void TestRestoreFaults::whateverEndsARestoreThereIsAWayBack()
{
    QFETCH(bool, withLog);
    QFETCH(bool, keysBack);
    int halves = 0;
    for (int cut = 1;; ++cut) {
        begin();
        const SecretKey key = m_office->key();
        close(withLog);
        FaultyFiles files;
        files.failAt(cut, Fault::Dead);
        if (restore(key, files)) {
            QVERIFY(cut > 12);
            QVERIFY(halves > 0);
            return;
        }
        const QByteArray where = QByteArray::number(cut);
        QVERIFY2(has(m_folder, u"register.db"_s) || !has(m_folder, u"register.keys"_s), where.constData());
        if (keysBack && has(m_folder, u"register.db"_s)) {
            if (!has(m_folder, u"register.keys"_s)) {
                ++halves;
                QVERIFY2(putKeysBack(m_folder), where.constData());
            }
            const auto reg = m_office->open(m_folder);
            QVERIFY2(reg->record(kinds::Child, m_early), where.constData());
            // It is either the register as it was, or the restored one whole.
            QVERIFY2(reg->record(kinds::Child, m_late) || !formerFolders().isEmpty(), where.constData());
        }
        halves += !keysBack && !has(m_folder, u"register.keys"_s);
        static_cast<void>(m_office->restore(m_made.file, m_folder, true));
        QVERIFY2(m_office->open(m_folder)->record(kinds::Child, m_early), where.constData());
        int kept = 0;
        for (const QString& former : formerFolders()) {
            if (!has(former, u"register.db"_s))
                continue;
            const bool isWhole = has(former, u"register.keys"_s); // else it is the half of the restored one
            QVERIFY2(isWhole || putKeysBack(former), where.constData());
            const bool hasLate = bool(m_office->open(former)->record(kinds::Child, m_late));
            QVERIFY2(isWhole || !hasLate, where.constData());
            kept += hasLate;
        }
        QVERIFY2(kept == 1, where.constData());
    }
}

void TestRestoreFaults::aLogThatWasLeftAloneIsNotReadAsTheRestoredOnes()
{
    begin();
    m_office->closeWithLog();
    QVERIFY(QFile::remove(m_folder + u"/register.db"_s) && QFile::remove(m_folder + u"/register.keys"_s));
    const Restored done = m_office->restore(m_made.file, m_folder, true);
    QVERIFY(done.before.isEmpty()); // no register stood there
    const auto reg = m_office->open(m_folder);
    QVERIFY(reg->record(kinds::Child, m_early));
    QVERIFY(!reg->record(kinds::Child, m_late));
    QCOMPARE(formerFolders().size(), 1);
    QVERIFY(has(formerFolders().constFirst(), u"register.db-wal"_s)); // and nothing was deleted
}

void TestRestoreFaults::aFolderBehindALinkIsExchangedOnItsOwnDisk()
{
#ifdef Q_OS_WIN
    QSKIP("Windows makes shortcuts of links");
#endif
    begin();
    m_office->close();
    QVERIFY(QDir().mkpath(m_office->folder(u"nơi khác"_s)));
    const QString link = m_office->folder(u"nơi khác/sổ"_s);
    QVERIFY(QFile::link(m_folder, link));
    const Restored done = m_office->restore(m_made.file, link, true);
    QCOMPARE(done.folder, link);
    QCOMPARE(QStringList { done.before }, formerFolders()); // beside the folder, not beside the link
    QVERIFY(QFileInfo(link).isSymbolicLink());
    m_office->reg = m_office->open(link);
    QVERIFY(m_office->reg->record(kinds::Child, m_early));
    QCOMPARE(RegisterBackups(*m_office->reg).formerRegisters(), formerFolders());
}

/// A copy that is ended in the middle would leave half a backup under the name of a whole one.
void TestRestoreFaults::aNameIsGivenAndNothingCopied()
{
    m_office = std::make_unique<OfficeWithBackups>();
    QTemporaryDir other(u"/dev/shm/maiam-XXXXXX"_s);
    const QString from = m_office->put("a whole backup");
    // One drive is one disk to Windows, which Wine lets two of Linux' disks be.
    if (!other.isValid() || QStorageInfo(other.path()).rootPath() == QStorageInfo(QFileInfo(from).path()).rootPath())
        QSKIP("there is no second disk here");
    const QString to = other.filePath(u"b.maiam-backup"_s);
    BackupFiles files;
    QVERIFY(!files.rename(from, to));
    QVERIFY(QFileInfo::exists(from) && !QFileInfo::exists(to));
    const QString taken = m_office->put("another one");
    QVERIFY(!files.rename(from, taken));
    QCOMPARE(OfficeWithBackups::bytesOf(taken), QByteArray("another one"));
    QVERIFY(files.rename(from, from + u"2"_s));
}

QTEST_GUILESS_MAIN(TestRestoreFaults)
#include "tst_restore_faults.moc"
