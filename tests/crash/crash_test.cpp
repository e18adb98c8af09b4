// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a busy session at random moments (as a power button or the system's killer would) and looks whether everything
// that was acknowledged is there, the register is in order, and no name stands in the clear in what was left behind.
// Usage: maiam_crash_test ROUNDS [SEED]
//
// Each round has a kind of work that the session does most of the time. In every second round it is waited for until it
// was acknowledged, then the kill falls anywhere; in the others the kill falls while it is done. A round in which
// nothing is acknowledged has failed, and so have twenty rounds without one of the kinds. Sessions, checks and the
// making of the registers share their surroundings, as on one PC: all of them go on in the chain of the same device.
// What is not looked at in every round, since it would take longer than the work: of the backups each one's manifest is
// opened with the key, but the pages only of the newest one, and only every fifth round.
#include "busy_session.h"
#include "crash_check.h"
#include "session_tally.h"

#include "models/sqlcipher/secret_key.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace maiam;

namespace {
constexpr int ShortestMs = 20;
constexpr int LongestMs = 1500;
constexpr int PatienceMs = 60'000; ///< for opening and what is waited for in a session, also under sanitizers
constexpr int RoundsInOneHome = 40; ///< then a new register, or looking takes longer than working
constexpr int WholeEvery = 5; ///< rounds between two trials of the newest backup

int failed(const QString& what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    return 1;
}

int failed(const Error& error)
{
    return failed(error.message + u' ' + error.detail);
}

/// One piece of work with the two lines by which SessionTally counts it.
Result<void> told(BusySession& work, SessionWork what, int counter)
{
    std::printf("begin %d %d\n", int(what), counter);
    std::fflush(stdout);
    QElapsedTimer clock;
    clock.start();
    auto done = work.work(what, counter);
    if (!done)
        return done;
    std::printf("done %d %lld\n", int(what), static_cast<long long>(clock.elapsed()));
    std::fflush(stdout);
    return done;
}

/// Works until it is killed.
int session(const QString& folder, int counter, SessionWork favourite, bool secondPlace)
{
    const CrashHome home(folder);
    auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        return failed(catalogues.error());
    auto reg = home.openCommune();
    if (!reg)
        return failed(reg.error());
    const QString place = secondPlace ? home.secondPlace() : QString();
    if (auto chosen = RegisterBackups(**reg).setSecondPlace(place); !chosen)
        return failed(chosen.error());
    BusySession work(home, **reg, std::move(*catalogues));
    for (const std::vector<SessionWork> day = BusySession::day(favourite);;)
        for (const SessionWork what : day)
            if (auto done = told(work, what, counter++); !done)
                return failed(done.error());
}

/// What happens in a round.
struct Round
{
    SessionWork favourite;
    bool aimed; ///< the kill falls while the favourite is done
    bool secondPlace; ///< backups are copied to a second place
    int waitMs;
};

Round roundOf(int number, QRandomGenerator& random)
{
    return { SessionWork(number / 2 % SessionWorks), number % 2 == 1, number % 5 < 3,
        random.bounded(ShortestMs, LongestMs) };
}

/// A session that works in a process of its own, seen from outside.
class WatchedSession
{
public:
    WatchedSession(Acknowledged& known, SessionTally& tally)
        : m_known(known)
        , m_tally(tally)
    {
    }
    void start(const CrashHome& home, const Round& round)
    {
        m_child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_child.setWorkingDirectory(home.temporary());
        m_child.start(QCoreApplication::applicationFilePath(),
            { QStringLiteral("--session"), home.folder(), QString::number(m_known.last + 1),
                QString::number(int(round.favourite)), QString::number(int(round.secondPlace)) });
    }
    /// Reads what it says until that is so. False when the time is over before, or the session.
    template <typename Enough> bool readUntil(int ms, Enough enough)
    {
        QElapsedTimer clock;
        clock.start();
        while (!enough()) {
            const qint64 left = ms - clock.elapsed();
            if (left <= 0 || m_child.state() == QProcess::NotRunning)
                return false;
            m_child.waitForReadyRead(int(left));
            takeLines();
        }
        return true;
    }
    void readFor(int ms)
    {
        static_cast<void>(readUntil(ms, [] { return false; }));
    }
    /// Ends it by force. False when it had ended by itself.
    bool kill()
    {
        const bool wasRunning = m_child.state() == QProcess::Running;
        m_child.kill(); // SIGKILL
        m_child.waitForFinished();
        takeLines();
        m_tally.killed();
        return wasRunning && m_child.exitStatus() == QProcess::CrashExit;
    }

private:
    void takeLines()
    {
        m_text += m_child.readAllStandardOutput();
        const qsizetype whole = m_text.lastIndexOf('\n') + 1; // half a line is no acknowledgement
        for (const QByteArray& line : m_text.left(whole).split('\n')) {
            m_known.take(QString::fromUtf8(line));
            m_tally.take(QString::fromUtf8(line));
        }
        m_text.remove(0, whole);
    }

    QProcess m_child;
    QByteArray m_text; ///< read and not taken yet
    Acknowledged& m_known;
    SessionTally& m_tally;
};

/// One session from its start to its end by force. Nothing when all is well, else what is wrong with it.
QString runAndKill(
    const CrashHome& home, const Round& round, QRandomGenerator& random, Acknowledged& known, SessionTally& tally)
{
    WatchedSession session(known, tally);
    session.start(home, round);
    const SessionTally::Kind& favourite = tally.of(round.favourite);
    const int allBefore = tally.acknowledged();
    const int before = favourite.acknowledged;
    bool inTime = session.readUntil(
        PatienceMs, [&] { return round.aimed ? tally.acknowledged() > allBefore : favourite.acknowledged > before; });
    if (inTime)
        session.readFor(round.waitMs);
    if (inTime && round.aimed) {
        const int begun = favourite.begun;
        inTime = session.readUntil(PatienceMs, [&] { return favourite.begun > begun; });
        session.readFor(random.bounded(favourite.lastedMs * 5 / 4 + 1));
    }
    if (!session.kill())
        return QStringLiteral("the session ended by itself.");
    return inTime ? QString() : QStringLiteral("the session did not do its work in time.");
}

struct Sums
{
    qint64 records = 0; ///< acknowledged
    qint64 entries = 0;
    SessionTally tally;
};

/// Rounds in one home, whose folder is made in @p place. Nothing when all is well, else what is wrong.
QString runHome(
    const QString& place, const Catalogues& catalogues, int first, int rounds, QRandomGenerator& random, Sums& sums)
{
    QTemporaryDir folder(QDir(place).filePath(QStringLiteral("maiam-crash-XXXXXX")));
    const CrashHome home(folder.path());
    home.moveIn();
    if (auto made = home.make(); !made)
        return made.error().message;
    Acknowledged known;
    CrashCheck check(home, catalogues, known);
    for (int round = 1; round <= rounds; ++round) {
        const Round wanted = roundOf(first + round - 1, random);
        if (const QString wrong = runAndKill(home, wanted, random, known, sums.tally); !wrong.isEmpty()) {
            folder.setAutoRemove(false);
            return QStringLiteral("Round %1, %2: ").arg(round).arg(folder.path()) + wrong;
        }
        if (const QStringList wrong = check.run(round % WholeEvery == 0 || round == rounds); !wrong.isEmpty()) {
            folder.setAutoRemove(false);
            return QStringLiteral("Round %1, %2:\n").arg(round).arg(folder.path()) + wrong.mid(0, 20).join(u'\n');
        }
    }
    sums.records += known.records.size();
    sums.entries += check.entries();
    return {};
}

int run(int rounds, quint32 seed)
{
    auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        return failed(catalogues.error());
    QRandomGenerator random(seed);
    Sums sums;
    const QString place = QDir::tempPath(); // before the first home moves it
    for (int done = 0; done < rounds; done += RoundsInOneHome) {
        const QString wrong = runHome(place, *catalogues, done, std::min(RoundsInOneHome, rounds - done), random, sums);
        if (!wrong.isEmpty())
            return failed(QStringLiteral("After %1 rounds, seed %2. %3").arg(done).arg(seed).arg(wrong));
    }
    const QString missing = sums.tally.missing(rounds);
    const QJsonObject told { { QStringLiteral("rounds"), rounds }, { QStringLiteral("seed"), qint64(seed) },
        { QStringLiteral("records"), sums.records }, { QStringLiteral("entries"), sums.entries },
        { QStringLiteral("work"), sums.tally.toJson() }, { QStringLiteral("ok"), missing.isEmpty() } };
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return missing.isEmpty() ? 0 : failed(QStringLiteral("The rounds proved too little: ") + missing);
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (!initialiseCrypto())
        return 1;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--session"))
        return session(arguments.value(2), arguments.value(3).toInt(),
            SessionWork(std::clamp(arguments.value(4).toInt(), 0, SessionWorks - 1)), arguments.value(5).toInt() == 1);
    const int rounds = arguments.value(1).toInt();
    if (rounds <= 0)
        return failed(QStringLiteral("Usage: maiam_crash_test ROUNDS [SEED]"));
    const quint32 seed = arguments.size() > 2 ? arguments.at(2).toUInt() : QRandomGenerator::global()->generate();
    return run(rounds, seed);
}
