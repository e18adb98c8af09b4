// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/desktop.h"
#include "app/platform/platform.h"
#include "app/window_arguments.h"
#include "models/sqlcipher/secret_key.h"
#include "models/sqlcipher/self_test.h"
#include "ui/shell/translator.h"

#include <QApplication>
#include <QGuiApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace maiam;

namespace {
constexpr int WrongUsage = 2; ///< exit status

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("MaiAm"));
    QCoreApplication::setApplicationName(QStringLiteral("MaiAm"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAIAM_VERSION));
}

/// Nothing is opened, and no window shown, by a program whose cryptography does not give the known answers.
bool soundEngine(bool withWindow)
{
    if (!initialiseCrypto()) {
        platform::sayFatal(QStringLiteral("the cryptography cannot start"), withWindow);
        return false;
    }
    if (auto tested = cryptoSelfTest(); !tested) {
        platform::sayFatal(tested.error().message, withWindow);
        return false;
    }
    return true;
}

int runCommand(const Command& command, const QStringList& arguments)
{
    nameProgram();
    Translator::install(Language::Vietnamese);
    // The command says in words what went wrong; who looks for the cause sets QT_LOGGING_RULES, which comes first.
    QLoggingCategory::setFilterRules(QStringLiteral("maiam.engine=false"));
    return soundEngine(false) ? commands::run(command, arguments) : 1;
}

void say(FILE* where, const QString& text)
{
    std::fprintf(where, "%s\n", text.toUtf8().constData());
}

int runCommandLine(int argc, char** argv)
{
    const Command* command = commands::find(QString::fromLocal8Bit(argv[1]));
    if (!command) {
        QCoreApplication application(argc, argv);
        Translator::install(Language::Vietnamese);
        say(stderr, commands::usage());
        return WrongUsage;
    }
    if (command->needsGui) { // fonts, but no screen
        platform::chooseDrawing(false);
        QGuiApplication application(argc, argv);
        return runCommand(*command, QCoreApplication::arguments());
    }
    QCoreApplication application(argc, argv);
    return runCommand(*command, QCoreApplication::arguments());
}

QStringList typed(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// Wrong usage, help, the version: said without a window, and so without a screen.
int answerWithoutWindow(int argc, char** argv)
{
    const platform::ConsoleText console;
    QCoreApplication application(argc, argv);
    nameProgram();
    Translator::install(Language::Vietnamese);
    const auto given = WindowArguments::parse(typed(argc, argv)); // once more, for its words in Vietnamese
    if (!given) {
        say(stderr, given.error().message);
        say(stderr, commands::usage());
        return WrongUsage;
    }
    say(stdout,
        given->wanted == WindowArguments::Wanted::Help ? commands::usage() : QStringLiteral("Mái Ấm " MAIAM_VERSION));
    return 0;
}

/// Everything that was opened is closed when this returns.
int run(int argc, char** argv)
{
    if (argc > 1 && argv[1][0] != '-') {
        const platform::ConsoleText console;
        return runCommandLine(argc, argv);
    }
    const auto given = WindowArguments::parse(typed(argc, argv));
    if (!given || given->wanted != WindowArguments::Wanted::Window)
        return answerWithoutWindow(argc, argv);
    platform::returnFreedMemory();
    platform::chooseDrawing(true);
    QApplication application(argc, argv);
    nameProgram();
    Translator::install(Language::Vietnamese);
    if (!soundEngine(true))
        return 1;
    Desktop desktop;
    // Once more as the application has them: on an older Windows argv lacks the letters that its code page has not.
    return desktop.run(WindowArguments::parse(QCoreApplication::arguments().mid(1)).value_or(*given));
}
} // namespace

int main(int argc, char** argv)
{
    platform::harden();
    return platform::endProcess(run(argc, argv));
}
