// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backup_commands.h"

#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/text/format.h"

#include <QDir>
#include <QFile>

namespace maiam {

namespace {
/// What stands on a paper, from the first line of the option's file.
Result<RecoveryKey> paperKey(const CommandCall& call, const char* option)
{
    QFile file(call.value(option));
    if (file.open(QIODevice::ReadOnly))
        return RecoveryKey::parse(QString::fromUtf8(file.readLine(1024)));
    return fail(ErrorCode::NotFound,
        Commands::tr("The file behind --%1 cannot be read. Check its name and rights.").arg(QLatin1String(option)));
}

/// The register's key: from the recovery key in the file of --recovery-file or from the two escrow sheets, else from
/// the passphrase.
Result<SecretKey> keyOf(const CommandCall& call, const BackupReader& backup)
{
    if (call.has("escrow-file-1") != call.has("escrow-file-2")
        || (call.has("escrow-file-1") && call.has("recovery-file")))
        return fail(ErrorCode::Usage,
            Commands::tr("Name either --recovery-file, or --escrow-file-1 and --escrow-file-2 together."));
    if (call.has("escrow-file-1")) {
        auto one = paperKey(call, "escrow-file-1");
        if (!one)
            return fail(one);
        auto other = paperKey(call, "escrow-file-2");
        return other ? Restore::unlock(backup, *one, *other) : Result<SecretKey>(fail(other));
    }
    if (call.has("recovery-file")) {
        auto recovery = paperKey(call, "recovery-file");
        return recovery ? Restore::unlock(backup, *recovery) : Result<SecretKey>(fail(recovery));
    }
    auto words = call.passphrase();
    return words ? Restore::unlock(backup, *words) : Result<SecretKey>(fail(words));
}

QJsonObject jsonOf(const BackupManifest& manifest)
{
    return { { QStringLiteral("made"), civil::dateTime(manifest.made).toString(Qt::ISODate) },
        { QStringLiteral("serial"), manifest.serial }, { QStringLiteral("entries"), manifest.entries },
        { QStringLiteral("devices"), manifest.heads.size() }, { QStringLiteral("program"), manifest.program },
        { QStringLiteral("schema"), manifest.schema } };
}
} // namespace

Result<CommandOutput> commands::backup(const CommandCall& call)
{
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    if (auto noted = (*reg)->recordAccess(AccessAct::Exported).result(); !noted)
        return fail(noted);
    auto made = RegisterBackups(**reg).makeIn(call.value("out"));
    if (!made)
        return fail(made);
    CommandOutput out;
    out.json = jsonOf(made->manifest);
    out.json.insert(QStringLiteral("file"), made->file);
    out.lines.append(QDir::toNativeSeparators(made->file));
    out.lines.append(Commands::tr("%1 entries, read back and checked.").arg(formatNumber(made->manifest.entries)));
    return out;
}

Result<CommandOutput> commands::restore(const CommandCall& call)
{
    auto backup = BackupReader::open(call.value("backup"));
    if (!backup)
        return fail(backup);
    auto key = keyOf(call, *backup);
    if (!key)
        return fail(key);
    BackupFiles files;
    auto done = Restore::into(*backup, *key, call.value("register"), false, QDateTime::currentMSecsSinceEpoch(), files);
    if (!done)
        return fail(done);
    CommandOutput out;
    out.json = jsonOf(done->manifest);
    out.json.insert(QStringLiteral("register"), done->folder);
    out.lines.append(Commands::tr("Restored into %1: %2 entries. It goes on under a new device number.")
                         .arg(QDir::toNativeSeparators(done->folder), formatNumber(done->manifest.entries)));
    return out;
}

Result<CommandOutput> verifyBackup(const CommandCall& call)
{
    auto backup = BackupReader::open(call.value("backup"));
    if (!backup)
        return fail(backup);
    auto key = keyOf(call, *backup);
    if (!key)
        return fail(key);
    auto manifest = backup->verify(*key);
    if (!manifest)
        return fail(manifest);
    CommandOutput out;
    out.json = jsonOf(*manifest);
    out.json.insert(QStringLiteral("ok"), true);
    out.lines.append(Commands::tr("%1 entries, all pages and chains in order.").arg(formatNumber(manifest->entries)));
    return out;
}

} // namespace maiam
