// SPDX-License-Identifier: GPL-3.0-or-later
// What was erased by decision does not come back with a backup: the list beside the backups, in both places, is applied
// before a restored register is looked at (journal.md, law 10).
#include "office_with_backups.h"

#include "models/base/cbor.h"
#include "models/cases/erasure_work.h"
#include "models/register/erasure_list.h"
#include "models/register/verify.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Name = u"Tằng Mỹ Ánh"_s;
}

class TestBackupErasures : public QObject
{
    Q_OBJECT
    std::unique_ptr<OfficeWithBackups> m_office;
    QUuid m_child;

    /// @p locking: the register is locked once the erasure is being stored.
    QStringList erase(bool locking = false)
    {
        std::atomic_bool cancelled = false;
        const auto tooLate = [&] { cancelled = locking; };
        Register& reg = *m_office->reg;
        Record leader = reg.newRecord(kinds::User);
        leader.set(UserFields::DisplayName, u"Nguyễn Văn Hùng"_s);
        leader.set(UserFields::Role, u"leader"_s);
        Batch batch;
        batch.add(leader);
        if (!reg.commit(batch).result())
            qFatal("no leader");
        const auto done = erasureWork::carryOut(reg,
            { m_child, {}, u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"retention"_s, leader.id(), reg.user() },
            { &cancelled, tooLate });
        if (!done)
            qFatal("%s", qPrintable(done.error().message + done.error().detail));
        return *done;
    }
    QStringList lists(const QString& folder) const { return QDir(folder).entryList({ u"erasures-*"_s }, QDir::Files); }
    /// Whether the register opens with the child's record and without the name, and is in order.
    bool isErased(const QString& folder)
    {
        const auto reg = m_office->open(folder);
        const auto child = reg->record(kinds::Child, m_child);
        const auto checked = reg->read([](Database& db) { return Verification(db).run(); }).result();
        return child && !child->has(ChildFields::Name) && checked && checked->ok();
    }

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<OfficeWithBackups>();
        m_child = m_office->write(Name);
    }
    void cleanup() { m_office.reset(); }

    void nothingErasedLeavesNoList()
    {
        m_office->backUp();
        QVERIFY(lists(RegisterBackups(*m_office->reg).folder()).isEmpty());
    }

    void anEarlierBackupIsRestoredWithoutTheName()
    {
        const MadeBackup made = m_office->backUp();
        erase();
        QCOMPARE(lists(RegisterBackups(*m_office->reg).folder()).size(), 1);
        m_office->close();
        const QString folder = m_office->folder(u"phục hồi"_s);
        m_office->restore(made.file, folder);
        QVERIFY(isErased(folder));
        QVERIFY(QDir(folder).entryList({ u"register.erasures*"_s }).isEmpty()); // applied, and gone
        QVERIFY(isErased(folder));
    }

    void inTheSameFolderTheOwnListCounts()
    {
        // Copied away before the list stood beside it.
        const MadeBackup made = m_office->backUp();
        const QString away = m_office->folder(u"cũ"_s);
        QVERIFY(QDir().mkpath(away));
        const QString copy = QDir(away).filePath(QFileInfo(made.file).fileName());
        QVERIFY(QFile::copy(made.file, copy));
        erase();
        const QString folder = m_office->reg->folder();
        m_office->close();
        {
            const auto backup = BackupReader::open(copy).value();
            QVERIFY(Restore::findsErasures(backup, folder).value());
            QVERIFY(!Restore::findsErasures(backup, m_office->folder(u"máy mới"_s)).value());
        }
        m_office->restore(copy, folder, true);
        QVERIFY(isErased(folder));
    }

    void theSecondPlaceGetsTheListToo()
    {
        const QString stick = m_office->folder(u"usb"_s);
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(RegisterBackups(*m_office->reg).setSecondPlace(stick));
        const MadeBackup made = m_office->backUp();
        QVERIFY(!made.secondFile.isEmpty());
        QVERIFY(QDir(stick).removeRecursively()); // away while it is erased
        erase();
        QVERIFY(lists(stick).isEmpty());
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(QFile::copy(made.file, made.secondFile));
        QVERIFY(m_office->backUp().secondProblem.isEmpty());
        QCOMPARE(lists(stick).size(), 1);
        m_office->close();
        const QString folder = m_office->folder(u"máy mới"_s);
        m_office->restore(made.secondFile, folder);
        QVERIFY(isErased(folder));
    }

    void whoLocksMeanwhileHasErasedAllTheSame()
    {
        const QString stick = m_office->folder(u"usb"_s);
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(RegisterBackups(*m_office->reg).setSecondPlace(stick));
        const QStringList pending = erase(true);
        QCOMPARE(pending.size(), 1);
        QVERIFY2(pending.constFirst().contains(u"made by itself later"_s), qPrintable(pending.constFirst()));
        QCOMPARE(lists(RegisterBackups(*m_office->reg).folder()).size(), 1);
        QVERIFY(lists(stick).isEmpty()); // nobody waited for it
        QVERIFY(m_office->backUp().secondProblem.isEmpty());
        QCOMPARE(lists(stick).size(), 1);
        const QString folder = m_office->reg->folder();
        m_office->close();
        QVERIFY(isErased(folder));
    }

    void whatTheListOnTheStickAlreadyNamesStaysOnIt()
    {
        // This register was restored from a copy without its list: it does not know what the stick knows.
        const QString stick = m_office->folder(u"usb"_s);
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(RegisterBackups(*m_office->reg).setSecondPlace(stick));
        const QByteArray earlier = CborWriter()
                                       .array(2)
                                       .text(u"maiam/erasures/1")
                                       .array(1)
                                       .array(3)
                                       .bytes(QByteArray(32, 'e'))
                                       .unsignedInt(1)
                                       .bytes(QByteArray(16, 'o'))
                                       .take();
        const QUuid id =
            KeysFile::read(UnlockedFolder::keysFile(m_office->reg->folder()), KdfLimits::forTests())->registerId();
        QVERIFY(erasureList::put(earlier, id, stick));
        erase();
        const QByteArray now = erasureList::beside(stick, id).value();
        QVERIFY(now.contains(QByteArray(32, 'e')));
        QVERIFY(now.size() > earlier.size());
        QVERIFY(RegisterBackups(*m_office->reg).putErasures());
        QCOMPARE(erasureList::beside(stick, id).value(), now);
    }

    void aListThatCannotBeReadStopsTheRestore()
    {
        const MadeBackup made = m_office->backUp();
        erase();
        const QDir backups(RegisterBackups(*m_office->reg).folder());
        QFile list(backups.filePath(lists(backups.path()).constFirst()));
        QVERIFY(list.open(QFile::WriteOnly));
        list.write("no list");
        list.close();
        const auto reader = BackupReader::open(made.file).value();
        BackupFiles files;
        const QString folder = m_office->folder(u"phục hồi"_s);
        const auto done = Restore::into(reader, m_office->key(), folder, false, m_office->clock->now(), files);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Damaged);
        QVERIFY(done.error().message.contains(QFileInfo(list).fileName()));
        QVERIFY(!Register::exists(folder));
    }

    /// Neither in the register that stood there, restored and not opened yet, nor in the one that is being restored.
    void aRestoreThatIsEndedAnywhereBringsNoNameBack()
    {
        for (int cut = 1;; ++cut) {
            init();
            const MadeBackup made = m_office->backUp();
            erase();
            const QFileInfo folder(m_office->reg->folder());
            m_office->close();
            m_office->restore(made.file, folder.filePath(), true);
            QVERIFY(QFileInfo::exists(folder.filePath() + u"/register.erasures-1"_s));
            FaultyFiles files;
            files.failAt(cut, FaultyFiles::Fault::Dead);
            const auto backup = BackupReader::open(made.file).value();
            const bool done(
                Restore::into(backup, m_office->key(), folder.filePath(), true, m_office->clock->now(), files));
            QStringList folders { folder.filePath() };
            for (const QString& name :
                folder.dir().entryList({ folder.fileName() + Restore::FormerSuffix + u'*' }, QDir::Dirs))
                folders.append(folder.dir().filePath(name));
            for (const QString& one : std::as_const(folders)) {
                if (!QFileInfo::exists(UnlockedFolder::databaseFile(one)))
                    continue;
                if (!QFileInfo::exists(UnlockedFolder::keysFile(one)))
                    QVERIFY(UnlockedFolder::putKeysBack(one, made.file, KdfLimits::forTests()));
                QVERIFY2(isErased(one), QByteArray::number(cut).constData());
            }
            if (done) {
                QVERIFY(cut > 15);
                return;
            }
        }
    }

    void aRestoreThatFailsLeavesWhatIsToBeErasedBesideTheRegister_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("refused") << int(FaultyFiles::Fault::Refused);
        QTest::newRow("done but denied") << int(FaultyFiles::Fault::DoneButDenied);
    }
    void aRestoreThatFailsLeavesWhatIsToBeErasedBesideTheRegister()
    {
        QFETCH(int, kind);
        const MadeBackup made = m_office->backUp();
        erase();
        const QString folder = m_office->reg->folder();
        const SecretKey key = m_office->key();
        m_office->close();
        m_office->restore(made.file, folder, true);
        const QByteArray waiting = OfficeWithBackups::bytesOf(folder + u"/register.erasures-1"_s);
        QVERIFY(!waiting.isEmpty());
        const auto backup = BackupReader::open(made.file).value();
        FaultyFiles files;
        int fault = 0;
        do {
            QCOMPARE(OfficeWithBackups::bytesOf(folder + u"/register.erasures-1"_s), waiting);
            files.failAt(++fault, FaultyFiles::Fault(kind));
        } while (!Restore::into(backup, key, folder, true, m_office->clock->now(), files));
        QVERIFY(fault > 15);
        QVERIFY(isErased(folder));
    }

    void theListSurvivesARestoreAndALaterBackup()
    {
        const MadeBackup made = m_office->backUp();
        erase();
        m_office->close();
        const QString first = m_office->folder(u"một"_s);
        m_office->restore(made.file, first);
        m_office->reg = m_office->open(first);
        const MadeBackup again = m_office->backUp();
        QCOMPARE(lists(QFileInfo(again.file).path()).size(), 1);
        m_office->close();
        const QString second = m_office->folder(u"hai"_s);
        m_office->restore(again.file, second);
        QVERIFY(isErased(second));
    }
};

QTEST_GUILESS_MAIN(TestBackupErasures)
#include "tst_backup_erasures.moc"
