// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/backup_commands.h"
#include "models/register/failed_unlocks.h"
#include "models/register/register_lock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace maiam {

namespace {
void say(FILE* where, const QString& line)
{
    QTextStream out(where);
    out << line << '\n';
}

int wrongUsage(const Command& command, const QString& why)
{
    say(stderr, why);
    say(stderr,
        QStringLiteral("maiam ") + QString::fromLatin1(command.name) + u' ' + QString::fromLatin1(command.synopsis));
    return 2;
}

void declare(QCommandLineParser& parser, const char* option)
{
    QString name = QString::fromLatin1(option);
    if (name.endsWith(u'?')) {
        name.chop(1);
        parser.addOption(QCommandLineOption(name));
    } else {
        parser.addOption(QCommandLineOption(name, {}, QStringLiteral("value")));
    }
}
bool takesValue(const Command& command, const QString& option)
{
    return option == QLatin1String("passphrase-file")
        || std::any_of(command.options.begin(), command.options.end(),
            [&](const char* one) { return option == QLatin1String(one); });
}
} // namespace

const std::vector<Command>& commands::all()
{
    static const std::vector<Command> list {
        { "init",
            "--register DIR --unit CODE --role commune|province --user NAME --display-name TEXT [--recovery-out F] "
            "[--demo]",
            { "register", "unit", "role", "user", "display-name", "recovery-out", "demo?" },
            { "register", "unit", "role", "user", "display-name" }, 0, 0, false, init, true },
        { "import", "--register DIR FILE [--dry-run]", { "register", "dry-run?" }, { "register" }, 1, 1, false, import,
            true },
        { "generate", "--register DIR --children N --cases N --sessions N --seed S",
            { "register", "children", "cases", "sessions", "seed" },
            { "register", "children", "cases", "sessions", "seed" }, 0, 0, false, generate, true },
        { "search", "--register DIR TEXT", { "register" }, { "register" }, 1, 1, false, search },
        { "report", "--register DIR --month 2026-10 [--pdf F] [--odt F]", { "register", "month", "pdf", "odt" },
            { "register", "month" }, 0, 0, true, report },
        { "card", "--register DIR --out F", { "register", "out" }, { "register", "out" }, 0, 0, false, card },
        { "trust", "--register DIR CARD --fingerprint XXXXX-…", { "register", "fingerprint" },
            { "register", "fingerprint" }, 1, 1, false, trust, true },
        { "seal", "--register DIR --to CODE --out FOLDER", { "register", "to", "out" }, { "register", "to", "out" }, 0,
            0, false, seal, true },
        { "receive", "--register DIR FILE…", { "register" }, { "register" }, 1, 10'000, false, receive, true },
        { "verify", "--register DIR | --backup FILE [--recovery-file F | --escrow-file-1 F --escrow-file-2 F]",
            { "register", "backup", "recovery-file", "escrow-file-1", "escrow-file-2" }, {}, 0, 0, false, verify },
        { "backup", "--register DIR --out FOLDER", { "register", "out" }, { "register", "out" }, 0, 0, false, backup },
        { "restore", "--backup FILE --register NEWDIR [--recovery-file F | --escrow-file-1 F --escrow-file-2 F]",
            { "backup", "register", "recovery-file", "escrow-file-1", "escrow-file-2" }, { "backup", "register" }, 0, 0,
            false, restore },
    };
    return list;
}

const Command* commands::find(const QString& name)
{
    for (const Command& command : all())
        if (name == QLatin1String(command.name))
            return &command;
    return nullptr;
}

QString commands::usage()
{
    QStringList lines { QStringLiteral("maiam [--demo] [--register DIR]"), QStringLiteral("maiam --help | --version") };
    for (const Command& command : all())
        lines.append(
            QStringLiteral("maiam %1 %2").arg(QLatin1String(command.name), QString::fromUtf8(command.synopsis)));
    lines.append(Commands::tr("Every command takes --json and --passphrase-file F (or MAIAM_PASSPHRASE_FILE)."));
    return lines.join(u'\n');
}

int commands::run(const Command& command, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("command"), {});
    for (const char* option : { "json?", "passphrase-file" })
        declare(parser, option);
    for (const char* option : command.options)
        declare(parser, option);
    if (!parser.parse(arguments))
        return wrongUsage(command, parser.errorText());
    const qsizetype files = parser.positionalArguments().size() - 1;
    if (files < command.minFiles || files > command.maxFiles)
        return wrongUsage(command, Commands::tr("Wrong number of arguments."));
    for (const char* option : command.required)
        if (parser.value(QString::fromLatin1(option)).isEmpty())
            return wrongUsage(command, Commands::tr("An option is missing: --%1").arg(QLatin1String(option)));
    for (const QString& option : parser.optionNames()) // "--pdf=" names no file
        if (takesValue(command, option) && parser.value(option).isEmpty())
            return wrongUsage(command, Commands::tr("The option --%1 wants a value.").arg(option));

    std::optional<RegisterLock> lock;
    const QString folder = parser.value(QStringLiteral("register"));
    if (command.writes && QFileInfo::exists(folder)) {
        auto taken = RegisterLock::take(folder);
        if (!taken) {
            say(stderr, taken.error().message);
            return 1;
        }
        lock.emplace(std::move(*taken));
    }
    auto catalogues = Catalogues::builtIn();
    const auto output = catalogues ? command.run({ parser, *catalogues })
                                   : Result<CommandOutput>(tl::unexpected<Error>(catalogues.error()));
    if (!output) {
        if (output.error().code == ErrorCode::Usage)
            return wrongUsage(command, output.error().message);
        say(stderr, output.error().message);
        return 1;
    }
    if (parser.isSet(QStringLiteral("json")))
        say(stdout, QString::fromUtf8(QJsonDocument(output->json).toJson(QJsonDocument::Compact)));
    else
        for (const QString& line : output->lines)
            say(stdout, line);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        say(stderr,
            Commands::tr("The command was carried out, but its answer could not be written. Check where the output "
                         "goes: the disk may be full."));
        return 1;
    }
    for (const QString& refusal : output->refusals)
        say(stderr, refusal);
    return output->refusals.isEmpty() ? 0 : 1;
}

Result<QString> CommandCall::passphrase() const
{
    QString name = value("passphrase-file");
    if (name.isEmpty())
        name = qEnvironmentVariable("MAIAM_PASSPHRASE_FILE");
    if (name.isEmpty())
        return fail(ErrorCode::Usage,
            Commands::tr("No passphrase: name a file with --passphrase-file or MAIAM_PASSPHRASE_FILE."));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::NotFound, Commands::tr("The passphrase file cannot be read. Check its name and rights."));
    const QByteArray line = file.readLine(4096);
    const QString passphrase = QString::fromUtf8(line).trimmed();
    if (passphrase.isEmpty())
        return fail(ErrorCode::InvalidInput,
            Commands::tr("The passphrase file is empty. Write the passphrase into its first line."));
    return passphrase;
}

Result<std::unique_ptr<Register>> CommandCall::open() const
{
    auto words = passphrase();
    if (!words)
        return fail(words);
    const QString folder = value("register");
    if (!Register::exists(folder)) // nothing is counted, nor a file written, where there is no register
        return fail(ErrorCode::NotFound,
            Commands::tr("No register stands in %1. Check the folder behind --register.")
                .arg(QDir::toNativeSeparators(folder)));
    FailedUnlocks tries(folder);
    auto reg = tries.attempt([&] { return Register::open(folder, *words); });
    const ErrorCode code = reg ? ErrorCode::Internal : reg.error().code;
    if (code == ErrorCode::KeysMissing || code == ErrorCode::KeysDamaged)
        return fail(code,
            reg.error().message + u' '
                + Commands::tr("Open the register in the window, press “Forgotten…”, then “Put back the keys of a "
                               "backup…”; or restore into a new folder: maiam restore --backup FILE --register NEWDIR"),
            reg.error().detail);
    if (!reg)
        return reg;
    // Who works by commands leaves the same traces as who works in the window.
    (*reg)->noteAccess(AccessAct::Unlocked);
    const FailedUnlocks::Untaken failed = tries.untaken();
    if (failed.count > 0 && (*reg)->recordAccess(AccessAct::FailedUnlock, nullptr, { QUuid() }, failed.count).result())
        static_cast<void>(tries.taken()); // what cannot be written now is taken in again next time
    return reg;
}

Result<int> CommandCall::number(const char* option) const
{
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < 0)
        return fail(
            ErrorCode::Usage, Commands::tr("--%1 wants a whole number of 0 or more.").arg(QLatin1String(option)));
    return number;
}

} // namespace maiam
