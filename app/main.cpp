// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/desktop.h"
#include "app/platform/platform.h"
#include "models/sqlcipher/secret_key.h"
#include "models/sqlcipher/self_test.h"
#include "ui/shell/translator.h"

#include <QApplication>
#include <QGuiApplication>

#include <cstdio>

using namespace maiam;

namespace {
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
    return soundEngine(false) ? commands::run(command, arguments) : 1;
}

int runCommandLine(int argc, char** argv)
{
    const Command* command = commands::find(QString::fromLocal8Bit(argv[1]));
    if (!command) {
        std::fprintf(stderr, "%s\n", commands::usage().toUtf8().constData());
        return 2;
    }
    if (command->needsGui) { // fonts, but no screen
        platform::chooseDrawing(false);
        QGuiApplication application(argc, argv);
        return runCommand(*command, QCoreApplication::arguments());
    }
    QCoreApplication application(argc, argv);
    return runCommand(*command, QCoreApplication::arguments());
}
} // namespace

int main(int argc, char** argv)
{
    platform::harden();
    if (argc > 1 && argv[1][0] != '-') {
        const platform::ConsoleText console;
        return runCommandLine(argc, argv);
    }
    platform::chooseDrawing(true);
    QApplication application(argc, argv);
    nameProgram();
    Translator::install(Language::Vietnamese);
    if (!soundEngine(true))
        return 1;
    Desktop desktop;
    return desktop.run(QCoreApplication::arguments().mid(1));
}
