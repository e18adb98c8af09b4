// SPDX-License-Identifier: GPL-3.0-or-later
// Two starts over one folder, as two programs: the second one is this test started again.
#include "app/single_instance.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
/// What a start says: "first", "raised" or "busy".
QString said(const QString& folder)
{
    SingleInstance instance;
    const auto begun = instance.begin(folder);
    if (!begun)
        return u"busy"_s;
    return *begun == SingleInstance::Start::First ? u"first"_s : u"raised"_s;
}
} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;

    [[nodiscard]] static QString start(const QString& folder)
    {
        QProcess second;
        second.start(QCoreApplication::applicationFilePath(), { u"--second-start"_s, folder });
        // This program has to answer meanwhile.
        if (!QTest::qWaitFor([&] { return second.state() == QProcess::NotRunning; }, 30'000))
            return QStringLiteral("still running");
        return QString::fromUtf8(second.readAllStandardOutput());
    }

private Q_SLOTS:
    void aSecondStartRaisesTheFirstWindow()
    {
        const QString folder = m_home.filePath(u"Sổ trẻ em"_s);
        SingleInstance first;
        QSignalSpy raise(&first, &SingleInstance::raiseWanted);
        const auto begun = first.begin(folder);
        QVERIFY(begun);
        QCOMPARE(*begun, SingleInstance::Start::First);
        QCOMPARE(start(folder), u"raised"_s);
        QCOMPARE(raise.size(), 1);
        // The same folder by another name.
        QCOMPARE(start(m_home.filePath(u"./Sổ trẻ em/../Sổ trẻ em"_s)), u"raised"_s);
        QCOMPARE(raise.size(), 2);
    }
    void anotherRegisterRunsBesideIt()
    {
        SingleInstance first;
        QSignalSpy raise(&first, &SingleInstance::raiseWanted);
        QVERIFY(first.begin(m_home.filePath(u"xã"_s)));
        QCOMPARE(start(m_home.filePath(u"sở"_s)), u"first"_s);
        QCOMPARE(raise.size(), 0);
    }
    void afterItHasEndedTheNextIsTheFirst()
    {
        const QString folder = m_home.filePath(u"lại"_s);
        QCOMPARE(said(folder), u"first"_s);
        QCOMPARE(start(folder), u"first"_s);
    }
    void aCommandAtWorkIsNoWindow()
    {
        const QString folder = m_home.filePath(u"đang nhập"_s);
        const auto command = RegisterLock::take(folder);
        QVERIFY(command);
        QCOMPARE(start(folder), u"busy"_s);
    }
    void aWordThatIsNotKnownRaisesNothing()
    {
        const QString folder = m_home.filePath(u"lạ"_s);
        SingleInstance first;
        QSignalSpy raise(&first, &SingleInstance::raiseWanted);
        QVERIFY(first.begin(folder));
        QLocalSocket socket;
        socket.connectToServer(SingleInstance::socketName(folder));
        QVERIFY(socket.waitForConnected(2000));
        socket.write("open everything, please\n");
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(socket.readAll(), QByteArray());
        QCOMPARE(raise.size(), 0);
    }
    void theSocketIsForThisUserAlone()
    {
        const QString folder = m_home.filePath(u"riêng"_s);
        const QString name = SingleInstance::socketName(folder);
        QVERIFY(!name.contains(u"riêng"_s));
        if (!QDir::isAbsolutePath(name))
            QSKIP("a named pipe has no permissions of a file");
        SingleInstance first;
        QVERIFY(first.begin(folder));
        const QFileInfo socket(SingleInstance::socketName(folder));
        QVERIFY(socket.exists());
        QCOMPARE(socket.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--second-start"_s) {
        QTextStream(stdout) << said(arguments.at(2));
        return 0;
    }
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_single_instance.moc"
