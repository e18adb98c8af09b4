// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_register.h"
#include "app/window_arguments.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

/// The demo register may stand anywhere, and takes nothing away that a person keeps there.
class TestDemoRegister : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    static QStringList namesIn(const QString& folder)
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// While it is open, with its write-ahead log.
    qint64 largestFileOfAnEmptyRegister()
    {
        NewRegister wanted = test::wantedRegister(m_home.filePath(u"so"_s));
        wanted.officeName = u"UBND xã Bình Liêu"_s;
        wanted.displayName = u"lan"_s;
        const auto made = Register::create(wanted);
        qint64 largest = 0;
        for (const QFileInfo& file : QDir(wanted.folder).entryInfoList(QDir::Files))
            largest = std::max(largest, file.size());
        return made ? largest : 0;
    }

private Q_SLOTS:
    void aFolderOfDocumentsIsLeftAlone()
    {
        const QString folder = m_home.filePath(u"Tài liệu"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile letter(QDir(folder).filePath(u"thư của bà.odt"_s));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write("bà khỏe");
        letter.close();
        const auto rights = QFile::permissions(folder);
        const auto opened = demoRegister::open(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::AlreadyExists);
        QVERIFY2(opened.error().message.contains(u"Tài liệu"_s), qPrintable(opened.error().message));
        QCOMPARE(namesIn(folder), QStringList { u"thư của bà.odt"_s });
        QCOMPARE(QFile::permissions(folder), rights);
    }

    /// On a full disk, half a commune goes again; the lock that the window holds, and the folder, stay.
    void halfADemoRegisterGoesAndNothingElse()
    {
#ifndef Q_OS_UNIX
        QSKIP("the size of files can be limited on Unix only");
#else
        const QString folder = m_home.filePath(u"trống"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile lock(QDir(folder).filePath(u"register.lock"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("1\n");
        lock.close();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = rlim_t(largestFileOfAnEmptyRegister()) + 50'000;
        setrlimit(RLIMIT_FSIZE, &small);
        const auto opened = demoRegister::open(folder);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!opened);
        QVERIFY2(opened.error().code != ErrorCode::AlreadyExists, qPrintable(opened.error().message));
        QCOMPARE(namesIn(folder), QStringList { u"register.lock"_s });
#endif
    }

    void whatOpensNoWindowIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing") << QStringList() << true;
        QTest::newRow("demo elsewhere") << QStringList { u"--demo"_s, u"--register"_s, u"x"_s } << true;
        QTest::newRow("with a sign") << QStringList { u"--register=x"_s } << true;
        QTest::newRow("Qt's") << QStringList { u"-platform"_s, u"offscreen"_s, u"--demo"_s } << true;
        QTest::newRow("mistyped") << QStringList { u"--registr"_s, u"/x"_s } << false;
        QTest::newRow("a command behind an option") << QStringList { u"--demo"_s, u"init"_s } << false;
        QTest::newRow("no folder") << QStringList { u"--register"_s } << false;
        QTest::newRow("an empty folder") << QStringList { u"--register"_s, QString() } << false;
        QTest::newRow("a command's option") << QStringList { u"--json"_s } << false;
    }

    void whatOpensNoWindowIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, fits);
        const auto given = WindowArguments::parse(arguments);
        QCOMPARE(bool(given), fits);
        if (given && !arguments.isEmpty() && !arguments.contains(u"-platform"_s))
            QCOMPARE(given->folder, u"x"_s);
        if (!given)
            QVERIFY(given.error().code == ErrorCode::Usage && given.error().message.size() > 5);
    }
};

QTEST_GUILESS_MAIN(TestDemoRegister)
#include "tst_demo_register.moc"
