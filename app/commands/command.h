// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalogues/catalogues.h"
#include "models/register/register.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonObject>

#include <memory>

namespace maiam {

/// The context of the commands' texts.
struct Commands
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// What a command gave: one object for scripts, lines for people.
struct CommandOutput
{
    QJsonObject json;
    QStringList lines;
    QStringList refusals; ///< what of several things was refused: status 1, though the others were done
};

/// What a command was called with.
struct CommandCall
{
    QCommandLineParser& options;
    const Catalogues& catalogues;

    [[nodiscard]] QString value(const char* option) const { return options.value(QString::fromLatin1(option)); }
    [[nodiscard]] bool has(const char* option) const { return options.isSet(QString::fromLatin1(option)); }
    [[nodiscard]] QStringList files() const { return options.positionalArguments().mid(1); }
    /// The passphrase from --passphrase-file or the file named by MAIAM_PASSPHRASE_FILE; never from the command line.
    [[nodiscard]] Result<QString> passphrase() const;
    /// Opens the register of --register. Failed tries are counted, and followed by the same wait, as in the window.
    [[nodiscard]] Result<std::unique_ptr<Register>> open() const;
    /// A number of 0 or more. Errors: Usage.
    [[nodiscard]] Result<int> number(const char* option) const;
};

/// One command of `maiam COMMAND …`.
struct Command
{
    const char* name;
    const char* synopsis;
    std::vector<const char*> options; ///< with a value; "name" or "name?" for one without
    std::vector<const char*> required;
    int minFiles = 0;
    int maxFiles = 0;
    bool needsGui = false;
    Result<CommandOutput> (*run)(const CommandCall&);
    bool writes = false; ///< needs the register for itself; the others may run while a window has it open
};

/// All commands, and running one. Exit status: 0 done, 1 refused (or a part of it) with a message on standard error, 2
/// wrong usage.
namespace commands {
[[nodiscard]] const std::vector<Command>& all();
[[nodiscard]] const Command* find(const QString& name);
[[nodiscard]] int run(const Command& command, const QStringList& arguments);
[[nodiscard]] QString usage();

/// The versions of the catalogues, as a package's header names them.
[[nodiscard]] QMap<QByteArray, qint64> packageCatalogues(const Catalogues& catalogues);

Result<CommandOutput> init(const CommandCall&);
Result<CommandOutput> import(const CommandCall&);
Result<CommandOutput> generate(const CommandCall&);
Result<CommandOutput> search(const CommandCall&);
Result<CommandOutput> report(const CommandCall&);
Result<CommandOutput> card(const CommandCall&);
Result<CommandOutput> trust(const CommandCall&);
Result<CommandOutput> seal(const CommandCall&);
Result<CommandOutput> receive(const CommandCall&);
Result<CommandOutput> verify(const CommandCall&);
} // namespace commands

} // namespace maiam
