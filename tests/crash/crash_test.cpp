// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a busy session at random moments (as a power button or the system's killer would) and looks whether everything
// that was acknowledged is there, the register is in order, and no name stands in the clear in what was left behind.
// Usage: maiam_crash_test ROUNDS [SEED]
#include "busy_session.h"
#include "crash_check.h"
#include "models/sqlcipher/secret_key.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace maiam;

namespace {
constexpr int ShortestMs = 20;
constexpr int LongestMs = 1500;
constexpr int StartMs = 60'000; ///< for the first save of a session, also under sanitizers
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

/// Works until it is killed.
int session(const QString& folder, int counter)
{
    const CrashHome home(folder);
    auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        return failed(catalogues.error());
    auto reg = home.openCommune();
    if (!reg)
        return failed(reg.error());
    BusySession work(home, **reg, std::move(*catalogues));
    for (;; ++counter)
        if (auto done = work.work(counter); !done)
            return failed(done.error());
}

QProcessEnvironment surroundings(const CrashHome& home)
{
    auto all = QProcessEnvironment::systemEnvironment();
    for (const char* name : { "TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" })
        all.insert(QString::fromLatin1(name), home.temporary());
    return all;
}

/// One session from its start to its end by force. False when it ended by itself.
bool runAndKill(const CrashHome& home, int waitMs, Acknowledged& known)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.setProcessEnvironment(surroundings(home));
    child.setWorkingDirectory(home.temporary());
    child.start(QCoreApplication::applicationFilePath(),
        { QStringLiteral("--session"), home.folder(), QString::number(known.last + 1) });
    QByteArray text;
    QElapsedTimer clock;
    for (bool busy = child.waitForReadyRead(StartMs); busy && child.state() == QProcess::Running;) {
        if (!clock.isValid())
            clock.start();
        text += child.readAllStandardOutput();
        if (clock.elapsed() >= waitMs)
            break;
        child.waitForReadyRead(int(std::max<qint64>(1, waitMs - clock.elapsed())));
    }
    const bool wasRunning = child.state() == QProcess::Running;
    child.kill(); // SIGKILL
    child.waitForFinished();
    text += child.readAllStandardOutput();
    text.truncate(text.lastIndexOf('\n') + 1); // half a line is no acknowledgement
    for (const QByteArray& line : text.split('\n'))
        known.take(QString::fromUtf8(line));
    return wasRunning;
}

struct Sums
{
    qint64 acknowledged = 0;
    qint64 entries = 0;
};

/// Rounds in one home. Nothing when all is well, else what is wrong.
QString runHome(const Catalogues& catalogues, int rounds, QRandomGenerator& random, Sums& sums)
{
    QTemporaryDir folder;
    const CrashHome home(folder.path());
    if (auto made = home.make(); !made)
        return made.error().message;
    Acknowledged known;
    CrashCheck check(home, catalogues, known);
    for (int round = 1; round <= rounds; ++round) {
        if (!runAndKill(home, random.bounded(ShortestMs, LongestMs), known))
            return QStringLiteral("Round %1: the session ended by itself.").arg(round);
        if (const QStringList wrong = check.run(round % WholeEvery == 0 || round == rounds); !wrong.isEmpty()) {
            folder.setAutoRemove(false);
            return QStringLiteral("Round %1, %2:\n").arg(round).arg(folder.path()) + wrong.mid(0, 20).join(u'\n');
        }
    }
    sums.acknowledged += known.records.size();
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
    for (int done = 0; done < rounds; done += RoundsInOneHome) {
        const QString wrong = runHome(*catalogues, std::min(RoundsInOneHome, rounds - done), random, sums);
        if (!wrong.isEmpty())
            return failed(QStringLiteral("After %1 rounds, seed %2. %3").arg(done).arg(seed).arg(wrong));
    }
    std::printf("{\"rounds\":%d,\"seed\":%u,\"acknowledged\":%lld,\"entries\":%lld,\"ok\":true}\n", rounds, seed,
        static_cast<long long>(sums.acknowledged), static_cast<long long>(sums.entries));
    return 0;
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (!initialiseCrypto())
        return 1;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--session"))
        return session(arguments.value(2), arguments.value(3).toInt());
    const int rounds = arguments.value(1).toInt();
    if (rounds <= 0)
        return failed(QStringLiteral("Usage: maiam_crash_test ROUNDS [SEED]"));
    const quint32 seed = arguments.size() > 2 ? arguments.at(2).toUInt() : QRandomGenerator::global()->generate();
    return run(rounds, seed);
}
