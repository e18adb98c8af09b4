// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/failed_unlocks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const UtcMs Morning = civil::at(QDate(2026, 11, 24), QTime(8, 0));

Result<int> wrong()
{
    return fail(ErrorCode::WrongPassphrase, QStringLiteral("wrong"));
}
Result<int> right()
{
    return 1;
}
} // namespace

/// One folder, one PC's clock, one clock that nobody sets; the program can be started again over them.
class Keyboard
{
public:
    Keyboard() { start(); }
    void start()
    {
        tries = std::make_unique<FailedUnlocks>(home.path(), clock, [this] { return steady; });
    }
    void pass(std::chrono::milliseconds time)
    {
        steady += time;
        clock->advance(time.count());
    }
    void fail(int times)
    {
        for (int i = 0; i < times; ++i) {
            pass(tries->wait());
            QVERIFY(!tries->attempt(wrong));
        }
    }
    [[nodiscard]] QString file() const { return home.filePath(u"register.tries"_s); }

    QTemporaryDir home;
    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(Morning);
    std::chrono::milliseconds steady { 1000 };
    std::unique_ptr<FailedUnlocks> tries;
};

class TestFailedUnlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoSlipsCostNothingAndThenTheWaitGrows()
    {
        Keyboard keyboard;
        keyboard.fail(2);
        QCOMPARE(keyboard.tries->wait(), 0ms);
        std::chrono::milliseconds before = 0ms;
        for (int i = 0; i < 6; ++i) {
            keyboard.fail(1);
            QVERIFY(keyboard.tries->wait() > before);
            before = keyboard.tries->wait();
        }
        keyboard.fail(5);
        QCOMPARE(keyboard.tries->wait(), 5min); // and no more: a child may be waiting
    }
    void duringTheWaitNothingIsTried()
    {
        Keyboard keyboard;
        keyboard.fail(3);
        bool asked = false;
        const auto opened = keyboard.tries->attempt([&]() -> Result<int> {
            asked = true;
            return 1;
        });
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Busy);
        QVERIFY(!asked);
        keyboard.pass(5s);
        QVERIFY(keyboard.tries->attempt(right));
    }
    void theWaitOutlastsARestart()
    {
        Keyboard keyboard;
        keyboard.fail(5);
        QCOMPARE(keyboard.tries->wait(), 30s);
        keyboard.pass(10s);
        keyboard.start();
        QCOMPARE(keyboard.tries->failures(), 5);
        QCOMPARE(keyboard.tries->wait(), 20s);
    }
    void aClockSetBackDoesNotShortenIt()
    {
        Keyboard keyboard;
        keyboard.fail(5);
        keyboard.pass(10s);
        keyboard.clock->advance(-3600'000);
        QCOMPARE(keyboard.tries->wait(), 20s); // the same run does not look at that clock
        keyboard.start();
        QCOMPARE(keyboard.tries->wait(), 30s); // another one begins anew …
        keyboard.pass(30s);
        QCOMPARE(keyboard.tries->wait(), 0ms); // … and does not wait an hour
        keyboard.start();
        QCOMPARE(keyboard.tries->wait(), 0ms);
    }
    void aClockSetForwardDoesNotShortenItWhileTheProgramRuns()
    {
        Keyboard keyboard;
        keyboard.fail(5);
        keyboard.clock->advance(3600'000);
        QCOMPARE(keyboard.tries->wait(), 30s);
    }
    void endingTheProgramInTheMiddleOfATryCountsAsAFailure()
    {
        Keyboard keyboard;
        keyboard.fail(2);
        int found = 0;
        std::chrono::milliseconds wait = 0ms;
        static_cast<void>(keyboard.tries->attempt([&]() -> Result<int> {
            Keyboard afterKill; // a start that finds the file as it is now
            QFile::copy(keyboard.file(), afterKill.file());
            afterKill.start();
            found = afterKill.tries->failures();
            wait = afterKill.tries->wait();
            return 1;
        }));
        QCOMPARE(found, 3);
        QCOMPARE(wait, 5s);
    }
    /// Somebody locks while a second person's passphrase is being checked: nobody typed a wrong one.
    void aTryThatIsStillRunningHasNotFailed()
    {
        Keyboard keyboard;
        keyboard.fail(1);
        QVERIFY(keyboard.tries->attempt(right));
        QVERIFY(keyboard.tries->taken());
        int failures = -1;
        qint64 untaken = -1;
        QVERIFY(keyboard.tries->attempt([&]() -> Result<int> {
            failures = keyboard.tries->failures(); // the lock screen asks
            untaken = keyboard.tries->untaken().count;
            return keyboard.tries->taken() && QFile::exists(keyboard.file()) ? right() : wrong();
        }));
        QCOMPARE(failures, 0);
        QCOMPARE(untaken, 0);
        QCOMPARE(keyboard.tries->untaken().count, 0);
        QVERIFY(!QFile::exists(keyboard.file()));
    }
    void aWrongPassphraseCountsAlsoWhenTheLockAskedMeanwhile()
    {
        Keyboard keyboard;
        QVERIFY(!keyboard.tries->attempt([&] {
            static_cast<void>(keyboard.tries->failures());
            return wrong();
        }));
        QCOMPARE(keyboard.tries->failures(), 1);
        QCOMPARE(keyboard.tries->untaken().count, 1);
        QCOMPARE(keyboard.tries->untaken().last, Morning);
    }
    /// A command (maiam backup) opens the register while the lock screen stands and looks at the count.
    void aTryOfAnotherProgramThatHasOpenedLeavesNothing()
    {
        Keyboard keyboard;
        FailedUnlocks command(keyboard.home.path(), keyboard.clock, [&] { return keyboard.steady; });
        QVERIFY(command.attempt([&] {
            static_cast<void>(keyboard.tries->failures());
            return right();
        }));
        QCOMPARE(keyboard.tries->failures(), 0);
        QCOMPARE(keyboard.tries->untaken().count, 0);
        keyboard.fail(1);
        QVERIFY(keyboard.tries->attempt(right));
        QCOMPARE(keyboard.tries->untaken().count, 1);
    }
    /// Else who locks in the middle of a try could make another one without waiting for what comes of it.
    void twoTriesNeverRunAtOnce()
    {
        Keyboard keyboard;
        keyboard.fail(2);
        std::atomic<bool> begun = false;
        std::thread first([&] {
            static_cast<void>(keyboard.tries->attempt([&] {
                begun = true;
                std::this_thread::sleep_for(50ms);
                return wrong();
            }));
        });
        while (!begun)
            std::this_thread::yield();
        bool asked = false;
        const auto second = keyboard.tries->attempt([&]() -> Result<int> {
            asked = true;
            return 1;
        });
        first.join();
        QVERIFY(!asked); // the first was the third wrong one, so a wait is running
        QCOMPARE(second.error().code, ErrorCode::Busy);
    }
    void openingTakesTheWaitAwayAndKeepsTheCount()
    {
        Keyboard keyboard;
        keyboard.fail(2);
        keyboard.pass(1min);
        keyboard.fail(1);
        keyboard.pass(5s);
        QVERIFY(keyboard.tries->attempt(right));
        QCOMPARE(keyboard.tries->failures(), 0);
        keyboard.start();
        QCOMPARE(keyboard.tries->wait(), 0ms);
        const auto untaken = keyboard.tries->untaken();
        QCOMPARE(untaken.count, 3);
        QCOMPARE(untaken.first, Morning);
        QCOMPARE(untaken.last, Morning + 60'000);
        QVERIFY(keyboard.tries->taken());
        QCOMPARE(keyboard.tries->untaken().count, 0);
        QVERIFY(!QFile::exists(keyboard.file())); // nothing is left to keep
    }
    void tooLittleMemoryIsNoWrongPassphrase()
    {
        Keyboard keyboard;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!keyboard.tries->attempt(
                []() -> Result<int> { return maiam::fail(ErrorCode::OutOfMemory, QStringLiteral("memory")); }));
        QCOMPARE(keyboard.tries->wait(), 0ms);
        QCOMPARE(keyboard.tries->untaken().count, 0);
    }
    void aFileOfNonsenseShutsNobodyOut_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("\0\xff\xfe{", 4);
        QTest::newRow("wrong types") << QByteArray(R"({"failures":"x","last":[],"untaken":7})");
        QTest::newRow("negative") << QByteArray(R"({"failures":-9,"last":-1,"untaken":{"count":-3}})");
        QTest::newRow("long") << QByteArray(1 << 20, 'x');
    }
    void aFileOfNonsenseShutsNobodyOut()
    {
        QFETCH(QByteArray, content);
        Keyboard keyboard;
        QFile file(keyboard.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        keyboard.start();
        QCOMPARE(keyboard.tries->wait(), 0ms);
        QVERIFY(keyboard.tries->attempt(right));
    }
    /// A time stamp of the year 2100 must not lock the office out until then.
    void aMomentFarAheadEndsLikeAnyOther()
    {
        Keyboard keyboard;
        QFile file(keyboard.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"failures":9,"last":4102444800000})");
        file.close();
        keyboard.start();
        QCOMPARE(keyboard.tries->wait(), 5min);
        keyboard.pass(5min);
        QVERIFY(keyboard.tries->attempt(right));
    }
    void aFolderThatCannotBeWrittenStillCountsInThisRun()
    {
        Keyboard keyboard;
        // A folder in the file's place: also root cannot write there.
        QVERIFY(QDir().mkpath(keyboard.file() + u"/x"_s));
        keyboard.start();
        for (int i = 0; i < 3; ++i)
            QVERIFY(!keyboard.tries->attempt(wrong));
        QCOMPARE(keyboard.tries->wait(), 5s);
    }
    void theFileHoldsNoName()
    {
        Keyboard keyboard;
        keyboard.fail(4);
        QFile file(keyboard.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.size() < 200);
        QVERIFY(!content.contains("lan"));
#ifdef Q_OS_UNIX // elsewhere the folder's own rights decide
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
#endif
    }
};

QTEST_GUILESS_MAIN(TestFailedUnlocks)
#include "tst_failed_unlocks.moc"
