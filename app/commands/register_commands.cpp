// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backup_commands.h"

#include "models/register/passphrase.h"
#include "models/register/verify.h"

#include <QFile>
#include <QJsonArray>

namespace maiam {

namespace {
Result<void> writeRecovery(const QString& file, const RecoveryKey& key)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::ReadOnly,
            Commands::tr(
                "The file for the recovery key cannot be made, or stands there already. The register was not made."));
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (out.write(key.text().toUtf8() + '\n') < 0 || !out.flush()) {
        out.close();
        QFile::remove(file); // half a key is none; QFile's own remove() stops at what cannot be flushed
        return fail(ErrorCode::DiskFull,
            Commands::tr("The recovery key could not be written. Make room on the disk, then try again."));
    }
    return {};
}

Result<const CatalogueEntry*> unitOf(const CommandCall& call, OfficeRole role)
{
    const CatalogueEntry* unit = call.catalogues.at(QLatin1String("units")).find(call.value("unit"));
    if (!unit)
        return fail(ErrorCode::InvalidInput,
            Commands::tr("There is no unit with this code. A commune's code has 5 digits; the province's is 22."));
    const bool province = unit->text(QLatin1String("kind")) == QStringLiteral("province");
    if (province != (role == OfficeRole::Province))
        return fail(ErrorCode::InvalidInput,
            Commands::tr("Unit and role do not go together: the role province belongs to unit 22, the role commune to "
                         "a commune."));
    return unit;
}
} // namespace

Result<CommandOutput> commands::init(const CommandCall& call)
{
    const QString roleName = call.value("role");
    if (roleName != QStringLiteral("commune") && roleName != QStringLiteral("province"))
        return fail(ErrorCode::Usage, Commands::tr("--role is commune or province."));
    const OfficeRole role = roleName == QStringLiteral("province") ? OfficeRole::Province : OfficeRole::Commune;
    auto unit = unitOf(call, role);
    if (!unit)
        return fail(unit);
    auto words = call.passphrase();
    if (!words)
        return fail(words);
    if (auto judged = Passphrase::judge(*words); !judged)
        return fail(judged);

    NewRegister wanted;
    wanted.folder = call.value("register");
    wanted.unit = (*unit)->code;
    wanted.role = role;
    wanted.officeName = role == OfficeRole::Province
        ? (*unit)->text(QLatin1String("office_vi"))
        : QStringLiteral("UBND ") + (*unit)->text(QLatin1String("full_vi"));
    wanted.login = call.value("user");
    wanted.displayName = call.value("display-name");
    wanted.passphrase = *words;
    wanted.demo = call.has("demo");
    if (Register::exists(wanted.folder))
        return fail(ErrorCode::AlreadyExists,
            Commands::tr("There is a register in this folder already. Choose another folder, or open that register."));
    const RecoveryKey recovery = RecoveryKey::random();
    wanted.recoveryKey = recovery.text();
    const QString recoveryFile = call.value("recovery-out");
    if (!recoveryFile.isEmpty())
        if (auto written = writeRecovery(recoveryFile, recovery); !written)
            return fail(written);
    auto made = Register::create(wanted);
    if (!made) {
        if (!recoveryFile.isEmpty())
            QFile::remove(recoveryFile);
        return fail(made);
    }
    CommandOutput out;
    out.json = { { QStringLiteral("register"), wanted.folder }, { QStringLiteral("unit"), wanted.unit },
        { QStringLiteral("office"), wanted.officeName }, { QStringLiteral("demo"), wanted.demo } };
    out.lines.append(Commands::tr("The register of %1 has been made.").arg(wanted.officeName));
    if (recoveryFile.isEmpty()) {
        out.json.insert(QStringLiteral("recovery_key"), recovery.text());
        out.lines.append(Commands::tr("Recovery key, to be kept in a sealed envelope: %1").arg(recovery.text()));
    }
    return out;
}

Result<CommandOutput> commands::verify(const CommandCall& call)
{
    if (call.value("backup").isEmpty() == call.value("register").isEmpty())
        return fail(ErrorCode::Usage, Commands::tr("Name either --register or --backup."));
    if (!call.value("backup").isEmpty())
        return verifyBackup(call);
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    auto worker = (*reg)->connect(QStringLiteral("verify"));
    if (!worker)
        return fail(worker);
    auto found = (*worker)->run([](Database& db) { return Verification(db).run(); }).result();
    if (!found)
        return fail(found);
    if (!found->ok())
        return fail(ErrorCode::Damaged,
            found->problems.join(u'\n') + u'\n'
                + Commands::tr("Do not go on working in this register; restore the newest backup."));
    CommandOutput out;
    out.json = { { QStringLiteral("entries"), found->entries }, { QStringLiteral("ok"), true },
        { QStringLiteral("notes"), QJsonArray::fromStringList(found->notes) } };
    out.lines.append(Commands::tr("%1 entries, all in order.").arg(found->entries));
    out.lines += found->notes;
    return out;
}

} // namespace maiam
