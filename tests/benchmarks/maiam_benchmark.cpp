// SPDX-License-Identifier: GPL-3.0-or-later
// Prints one JSON object: what the program takes beside the bare engine, for registers of several sizes. With --table
// it measures nothing and holds such an object against the figures that are wanted (figures.h).
#include "backup_times.h"
#include "check_times.h"
#include "figures.h"
#include "large_register.h"
#include "measure.h"
#include "package_times.h"
#include "read_times.h"
#include "resident.h"
#include "write_times.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace maiam;

namespace {
void print(const QJsonObject& object)
{
    std::fputs(QJsonDocument(object).toJson(QJsonDocument::Indented).constData(), stdout);
    std::fflush(stdout);
}

/// Memory is measured in a process of its own, in which nothing else ever ran.
QJsonObject residentElsewhere(const QString& folder)
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--resident"), folder });
    other.waitForFinished(-1);
    return QJsonDocument::fromJson(other.readAllStandardOutput()).object();
}

/// What another program of this folder prints.
QJsonObject runBeside(const QString& program, const QStringList& arguments)
{
    QProcess other;
    other.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    other.waitForFinished(-1);
    const QByteArray said = other.readAllStandardOutput();
    if (other.exitStatus() != QProcess::NormalExit || other.exitCode() != 0 || said.isEmpty())
        qFatal("%s did not do its work: %s", qPrintable(program), other.readAllStandardError().constData());
    return QJsonDocument::fromJson(said).object();
}

QJsonObject windowRun(const QString& folder, bool working)
{
    return runBeside(QStringLiteral("maiam_window_benchmark"),
        working ? QStringList { folder, QStringLiteral("--work") } : QStringList { folder });
}

QJsonObject typing(const QString& folder)
{
    constexpr int Keystrokes = 3000;
    return runBeside(QStringLiteral("maiam_typing_benchmark"), { QString::number(Keystrokes), folder });
}

/// One unlocking a process, several times; the last one works on for the memory.
QJsonObject window(const QString& folder)
{
    constexpr int Times = 5;
    QJsonObject out;
    QMap<QString, std::vector<double>> times;
    for (int i = 0; i < Times; ++i) {
        out = windowRun(folder, i == Times - 1);
        for (auto told = out.constBegin(); told != out.constEnd(); ++told)
            if (told.key().endsWith(QLatin1String("_ms")))
                times[told.key()].push_back(told.value().toDouble());
    }
    for (auto told = times.constBegin(); told != times.constEnd(); ++told)
        out.insert(told.key(), median(told.value()));
    return out;
}

QJsonObject ofSize(int cases, const Catalogues& catalogues, const QString& home, const QStringList& only)
{
    const auto path = [&](const char* name) {
        return home + QStringLiteral("/%1-%2").arg(QLatin1String(name)).arg(cases);
    };
    const QString folder = path("register");
    const auto wanted = [&](const char* part) { return only.isEmpty() || only.contains(QLatin1String(part)); };
    const auto step = [&](const char* what) { std::fprintf(stderr, "%d cases: %s\n", cases, what); };
    LargeRegister source(catalogues);
    QJsonObject out { { QStringLiteral("cases"), cases } };
    // A register that was made by an earlier run stays as it was made; what writes works on copies.
    if (!Register::exists(folder)) {
        step("making the register");
        const Span making = timed([&] { source.make(folder, cases); });
        out.insert(QStringLiteral("making_seconds"), making.wall / 1000);
    }
    out.insert(QStringLiteral("file_bytes"), QFileInfo(LargeRegister::file(folder)).size());
    const auto copied = [&](const char* name) {
        QDir(path(name)).removeRecursively();
        LargeRegister::copy(folder, path(name));
        return path(name);
    };
    // A copied folder takes a device of its own when it is opened: the bare side starts from there, too.
    const auto copiedTwice = [&](const char* ours, const char* bare) {
        LargeRegister::open(copied(ours)).reset();
        QDir(path(bare)).removeRecursively();
        LargeRegister::copy(path(ours), path(bare));
        return std::pair(path(ours), path(bare));
    };
    const auto fresh = [&](const char* name) {
        QDir(path(name)).removeRecursively();
        return path(name);
    };
    if (wanted("open")) {
        step("opening");
        out.insert(QStringLiteral("open"), readTimes::opening(folder));
        out.insert(QStringLiteral("argon2id_ms"), checkTimes::derivationMs());
    }
    if (wanted("check")) {
        step("checking");
        out.insert(QStringLiteral("check"), checkTimes::all(folder));
    }
    if (wanted("read")) {
        step("reading");
        out.insert(QStringLiteral("read"), readTimes::all(folder, catalogues));
    }
    if (wanted("memory")) {
        step("memory");
        out.insert(QStringLiteral("resident"), residentElsewhere(copied("worked")));
    }
    if (wanted("window")) {
        step("window");
        out.insert(QStringLiteral("window"), window(copied("windowed")));
    }
    if (wanted("typing")) {
        step("typing");
        out.insert(QStringLiteral("typing"), typing(copied("typed")));
    }
    if (wanted("commit")) {
        step("saving");
        const auto [ours, bare] = copiedTwice("saving", "saved");
        out.insert(QStringLiteral("commit"), writeTimes::commits(ours, bare));
    }
    if (wanted("backup")) {
        step("backing up");
        out.insert(QStringLiteral("backup"), backupTimes::all(copied("backed-up")));
    }
    if (wanted("import")) {
        step("importing");
        const auto [ours, bare] = copiedTwice("importing", "before-import");
        out.insert(QStringLiteral("import"), writeTimes::import(source, ours, bare, catalogues, 2000));
    }
    if (wanted("receive")) {
        step("receiving");
        out.insert(
            QStringLiteral("receive"), writeTimes::receive(folder, fresh("province"), fresh("province-copy"), 20000));
    }
    if (wanted("package")) {
        step("sealing and receiving a package");
        out.insert(QStringLiteral("package"),
            packageTimes::all(copied("sealing"), fresh("receiving"), fresh("receiving-copy"), fresh("stick")));
    }
    return out;
}
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sizes(QStringLiteral("cases"),
        QStringLiteral("Sizes, with commas between. Without: 1000, 10000, 100000, and the backup of 150 MB."),
        QStringLiteral("n,n"));
    const QCommandLineOption resident(QStringLiteral("resident"),
        QStringLiteral("Works for an hour in that register and tells the memory."), QStringLiteral("folder"));
    const QCommandLineOption home(QStringLiteral("folder"),
        QStringLiteral(
            "Where the registers are made, kept and found again; a folder that is removed afterwards without this."),
        QStringLiteral("folder"));
    const QCommandLineOption only(QStringLiteral("only"),
        QStringLiteral("Some of: open, check, read, memory, window, typing, commit, backup, import, receive, package."),
        QStringLiteral("part,part"));
    const QCommandLineOption table(QStringLiteral("table"),
        QStringLiteral("Measures nothing: says what in that result holds. Status 1 when something does not."),
        QStringLiteral("file"));
    parser.addOptions({ sizes, resident, home, only, table });
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(table))
        return figures::print(parser.value(table)) ? 0 : 1;
    const auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        return 1;
    if (parser.isSet(resident)) {
        print(residentMemory(parser.value(resident), *catalogues));
        return 0;
    }
    const QTemporaryDir temporary;
    const QString folder = parser.isSet(home) ? parser.value(home) : temporary.path();
    const QStringList parts = parser.value(only).split(u',', Qt::SkipEmptyParts);
    const QString all = QStringLiteral("1000,10000,100000");
    QJsonArray results;
    for (const QString& size : (parser.isSet(sizes) ? parser.value(sizes) : all).split(u',', Qt::SkipEmptyParts))
        results.append(ofSize(size.toInt(), *catalogues, folder, parts));
    const QString backup = QStringLiteral("backup");
    if (!parser.isSet(sizes) && (parts.isEmpty() || parts.contains(backup)))
        results.append(ofSize(figures::BackupCases, *catalogues, folder, { backup }));
    QJsonObject out { { QStringLiteral("processors"), QThread::idealThreadCount() },
        { QStringLiteral("sizes"), results } };
#ifdef NDEBUG
    out.insert(QStringLiteral("build"), QStringLiteral("release"));
#else
    out.insert(QStringLiteral("build"), QStringLiteral("development"));
#endif
    print(out);
    return 0;
}
