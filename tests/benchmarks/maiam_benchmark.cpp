// SPDX-License-Identifier: GPL-3.0-or-later
// Prints one JSON object: what the program takes beside the bare engine, for registers of several sizes.
#include "backup_times.h"
#include "large_register.h"
#include "measure.h"
#include "read_times.h"
#include "resident.h"
#include "write_times.h"

#include <QCommandLineParser>
#include <QCoreApplication>
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

QJsonObject ofSize(int cases, const Catalogues& catalogues, const QString& home)
{
    const auto path = [&](const char* name) {
        return home + QStringLiteral("/%1-%2").arg(QLatin1String(name)).arg(cases);
    };
    const QString folder = path("register");
    const auto step = [&](const char* what) { std::fprintf(stderr, "%d cases: %s\n", cases, what); };
    step("making the register");
    LargeRegister source(catalogues);
    const Span making = timed([&] { source.make(folder, cases); });
    QJsonObject out { { QStringLiteral("cases"), cases }, { QStringLiteral("making_seconds"), making.wall / 1000 },
        { QStringLiteral("file_bytes"), QFileInfo(LargeRegister::file(folder)).size() } };
    LargeRegister::copy(folder, path("copy"));
    step("opening");
    out.insert(QStringLiteral("open"), readTimes::opening(folder));
    step("reading");
    out.insert(QStringLiteral("read"), readTimes::all(folder, catalogues));
    step("memory");
    out.insert(QStringLiteral("resident"), residentElsewhere(folder));
    LargeRegister::copy(folder, path("saved")); // the mix of the memory measurement has saved
    step("saving");
    out.insert(QStringLiteral("commit"), writeTimes::commits(folder, path("saved")));
    step("backing up");
    out.insert(QStringLiteral("backup"), backupTimes::all(folder));
    LargeRegister::copy(folder, path("before-import"));
    step("importing");
    out.insert(QStringLiteral("import"), writeTimes::import(source, folder, path("before-import"), catalogues, 2000));
    step("receiving");
    out.insert(QStringLiteral("receive"), writeTimes::receive(folder, path("province"), path("province-copy"), 20000));
    return out;
}
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sizes(QStringLiteral("cases"), QStringLiteral("Sizes, with commas between."),
        QStringLiteral("n,n"), QStringLiteral("1000,10000,100000"));
    const QCommandLineOption resident(QStringLiteral("resident"),
        QStringLiteral("Works for an hour in that register and tells the memory."), QStringLiteral("folder"));
    const QCommandLineOption home(QStringLiteral("folder"),
        QStringLiteral("Where the registers are made; a folder that is removed afterwards without this."),
        QStringLiteral("folder"));
    parser.addOptions({ sizes, resident, home });
    parser.addHelpOption();
    parser.process(app);
    const auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        return 1;
    if (parser.isSet(resident)) {
        print(residentMemory(parser.value(resident), *catalogues));
        return 0;
    }
    const QTemporaryDir temporary;
    const QString folder = parser.isSet(home) ? parser.value(home) : temporary.path();
    QJsonArray results;
    for (const QString& size : parser.value(sizes).split(u',', Qt::SkipEmptyParts))
        results.append(ofSize(size.toInt(), *catalogues, folder));
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
