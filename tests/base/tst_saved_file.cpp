// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/saved_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace maiam;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(unreadable)");
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// A folder with a long Vietnamese name, as an office has them.
QString officeFolder(const QTemporaryDir& base, int length)
{
    QDir place(base.path());
    while (place.path().size() < length) {
        const QString name = QStringLiteral("Hồ sơ trẻ em năm 2026 xã Bình Liêu");
        place.mkdir(name);
        place.cd(name);
    }
    return place.path();
}

} // namespace

/// What is saved is whole, and a file that somebody holds does not cost the work.
class TestSavedFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_base;

    QString fresh(const QString& name) const { return m_base.filePath(name); }

private Q_SLOTS:
    void replacesAnOlderFile()
    {
        const QString path = fresh(QStringLiteral("báo cáo.pdf"));
        put(path, "old");
        SavedFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("new"), 3);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QVERIFY(file.commit());
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(QDir(m_base.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void leavesNothingWhenNotCommitted()
    {
        const QString path = fresh(QStringLiteral("dropped.txt"));
        {
            SavedFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("half");
        }
        QVERIFY(QDir(m_base.path()).entryList({ QStringLiteral("dropped*") }, QDir::Files).isEmpty());
    }

    /// A folder of that name refuses a rename on every system, as a held file does on Windows.
    void triesAgainUntilThePlaceIsFree()
    {
        const QString path = fresh(QStringLiteral("scanned.txt"));
        int waits = 0;
        SavedFile file(path, [&](std::chrono::milliseconds) {
            if (++waits == 3)
                QVERIFY(QDir().rmdir(path));
        });
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("content");
        QVERIFY(QDir().mkdir(path));
        QVERIFY(file.commit());
        QCOMPARE(waits, 3);
        QCOMPARE(contentOf(path), QByteArray("content"));
    }

    void givesUpAndSaysSo()
    {
        const QString path = fresh(QStringLiteral("bảng tính.xlsx"));
        int waits = 0;
        SavedFile file(path, [&](std::chrono::milliseconds) { ++waits; });
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("content");
        QVERIFY(QDir().mkdir(path));
        QVERIFY(!file.commit());
        QVERIFY(waits > 3);
        QVERIFY(file.isHeld());
        QCOMPARE(file.heldError().code, ErrorCode::Busy);
        QVERIFY(file.heldError().message.contains(QStringLiteral("bảng tính.xlsx")));
        QVERIFY(QDir(m_base.path()).entryList({ QStringLiteral("bảng*") }, QDir::Files).isEmpty());
    }

#ifdef Q_OS_WIN
    void waitsForAFileThatAnotherProgramHolds()
    {
        const QString path = fresh(QStringLiteral("held.txt"));
        put(path, "old");
        auto holder = std::make_unique<QFile>(path);
        QVERIFY(holder->open(QIODevice::ReadOnly));
        SavedFile refused(path, [](std::chrono::milliseconds) {});
        QVERIFY(refused.open(QIODevice::WriteOnly));
        refused.write("new");
        QVERIFY(!refused.commit());
        QVERIFY(refused.isHeld());
        QCOMPARE(contentOf(path), QByteArray("old"));

        SavedFile patient(path, [&](std::chrono::milliseconds) { holder.reset(); });
        QVERIFY(patient.open(QIODevice::WriteOnly));
        patient.write("new");
        QVERIFY(patient.commit());
        QCOMPARE(contentOf(path), QByteArray("new"));
    }
#endif

    void aNameThatIsTakenIsKept()
    {
        put(fresh(QStringLiteral("from")), "a");
        put(fresh(QStringLiteral("to")), "b");
        const Waiting none = [](std::chrono::milliseconds) { QFAIL("a taken name does not get free by waiting"); };
        QVERIFY(!renameFile(fresh(QStringLiteral("from")), fresh(QStringLiteral("to")), NameTaken::Refuse, none));
        QCOMPARE(contentOf(fresh(QStringLiteral("to"))), QByteArray("b"));
        QVERIFY(renameFile(fresh(QStringLiteral("from")), fresh(QStringLiteral("to")), NameTaken::Replace, none));
        QCOMPARE(contentOf(fresh(QStringLiteral("to"))), QByteArray("a"));
    }

    void worksInLongVietnameseFolders()
    {
        const QString path = officeFolder(m_base, 300) + QStringLiteral("/sổ.txt");
        for (const QByteArray& content : { QByteArray("one"), QByteArray("two") }) {
            SavedFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
            QVERIFY(file.commit());
            QCOMPARE(contentOf(path), content);
        }
    }

#ifdef Q_OS_UNIX
    /// "--pdf" may be given a pipe or a device by mistake; a file in its place would break whoever reads from it.
    void aPipeStaysAPipe()
    {
        const QString path = fresh(QStringLiteral("ống"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const QString link = fresh(QStringLiteral("nối"));
        QVERIFY(QFile::link(path, link));
        for (const QString& name : { path, link }) {
            SavedFile file(name);
            QVERIFY(!file.open(QIODevice::WriteOnly));
            QVERIFY(file.error() != QFileDevice::NoError);
        }
        struct stat kind
        {
        };
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &kind), 0);
        QVERIFY(S_ISFIFO(kind.st_mode));
        QVERIFY(QDir(m_base.path()).entryList({ QStringLiteral("*.maiam-new*") }).isEmpty());
    }
#endif

    void aFolderThatIsNoPlaceForItIsRefused()
    {
        SavedFile file(m_base.path());
        QVERIFY(!file.open(QIODevice::WriteOnly));
        QVERIFY(file.error() != QFileDevice::NoError);
        QVERIFY(!file.isHeld());
    }
};

QTEST_GUILESS_MAIN(TestSavedFile)
#include "tst_saved_file.moc"
