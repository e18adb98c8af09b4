// SPDX-License-Identifier: GPL-3.0-or-later
// The trial (thử khôi phục): the newest backup is restored beside the register, looked at, and deleted.
#include "models/journal/journal.h"
#include "models/register/keys_fit.h"
#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/register/schema.h"
#include "models/search/search_index.h"
#include "models/text/format.h"

#include <QDir>

#include <algorithm>

namespace maiam {

namespace {
/// Stamps of files (backupFolder::stampOf), one a line.
const char ProvedDamaged[] = "backup.damaged";

/// Beside the register, so that the disk is the one that a restore would use.
QString trialFolder(const QString& registerFolder)
{
    return QDir(registerFolder).filePath(QStringLiteral("trial-restore"));
}

/// What opening does with a register that an earlier program wrote: a backup of it is as good as one of today.
Result<void> bringUpToDate(Database& database)
{
    auto known = meta::value(database, QStringLiteral("declarations"));
    if (!known)
        return fail(known);
    auto version = schema::versionOf(database);
    if (!version)
        return fail(version);
    if (*version == schema::newest() && known->toByteArray() == schema::declarations())
        return {};
    auto outcome = schema::upgrade(database);
    if (!outcome)
        return fail(outcome);
    if (*outcome == SchemaOutcome::Newer)
        return schema::refuseWriting();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction);
    const auto keepWords = [&database](const RecordKind& kind, qint64 row, const FoldedRecord& before,
                               const FoldedRecord& now) {
        return SearchIndex(database).update(
            kind, row, before.deleted ? Values() : before.values, now.deleted ? Values() : now.values);
    };
    Journal entries(database, keepWords, [](const QByteArray&) { return QByteArray(); });
    if (auto made = entries.tables().createMissing(); !made)
        return fail(made);
    if (auto made = SearchIndex(database).createMissing(); !made)
        return made;
    if (auto folded = entries.refoldAll(); !folded)
        return folded;
    return transaction->commit();
}

/// Whether whoever opens the register inside a backup does so with the keys that lie there too.
Result<void> opensWith(Database& inside, const QByteArray& keys, QUuid user)
{
    auto fit = keysFit::look(inside, keys, user);
    if (!fit)
        return fail(fit);
    if (*fit == KeysFit::Own)
        return {};
    return fail(ErrorCode::KeysDamaged,
        RegisterBackups::tr("The keys in the newest backup do not belong to the register in it, so today's passphrases "
                            "do not open it. Press “Back up now”, then try again; keep the earlier backups."),
        QStringLiteral("keys"));
}
} // namespace

void RegisterBackups::clearTrial() const
{
    const Restore::Scratch left(trialFolder(m_reg.folder()));
}

QStringList RegisterBackups::provedDamaged() const
{
    const auto read = [](Database& database) { return meta::value(database, QString::fromLatin1(ProvedDamaged)); };
    const auto stamps = m_reg.read(read).result();
    return stamps ? stamps->toString().split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

Result<void> RegisterBackups::noteDamaged(const QString& file)
{
    const QStringList before = provedDamaged();
    QStringList stamps { backupFolder::stampOf(file) };
    for (const QString& lying : backupFolder::files(folder()))
        if (const QString stamp = backupFolder::stampOf(lying); before.contains(stamp) && !stamps.contains(stamp))
            stamps.append(stamp);
    return m_reg
        .writeLocal([said = stamps.join(u'\n')](
                        Database& database) { return meta::set(database, QString::fromLatin1(ProvedDamaged), said); })
        .result();
}

bool RegisterBackups::isLatestDamaged(qint64 newestSerial) const
{
    const QStringList proved = provedDamaged();
    const QStringList files = backupFolder::files(folder());
    return std::any_of(files.begin(), files.end(), [&](const QString& file) {
        return proved.contains(backupFolder::stampOf(file)) && backupFolder::serialOf(file) > newestSerial;
    });
}

Result<RestoreTrial> RegisterBackups::tryRestore(
    const Verification::Progress& progress, const std::atomic_bool* cancelled)
{
    auto last = newest();
    if (!last)
        return fail(last);
    if (!*last)
        return fail(ErrorCode::NotFound, tr("There is no backup yet. Press “Back up now”, then try to restore it."));
    auto trial = restoreTrial((*last)->file, progress, cancelled);
    if (trial || trial.error().code != ErrorCode::Damaged)
        return trial;
    (void)noteDamaged((*last)->file); // where that cannot be written the next trial says it again
    return fail(ErrorCode::Damaged,
        tr("The backup of %1 is damaged and restores nothing. The program is making a new one. If that one is damaged "
           "too, the disk may be about to fail: call whoever looks after this PC.")
            .arg(formatDateTime((*last)->manifest->made)),
        trial.error().detail);
}

Result<RestoreTrial> RegisterBackups::restoreTrial(
    const QString& lying, const Verification::Progress& progress, const std::atomic_bool* cancelled)
{
    RestoreTrial trial;
    trial.file = lying;
    auto reader = BackupReader::open(trial.file);
    if (!reader)
        return fail(reader);
    const Restore::Scratch scratch(trialFolder(m_reg.folder()));
    if (auto ready = m_files->makeFolder(scratch.folder()); !ready)
        return fail(ready);
    const QString file = QDir(scratch.folder()).filePath(QStringLiteral("register.db"));
    if (auto extracted = reader->extractDatabase(file, *m_files, {}, cancelled); !extracted)
        return fail(extracted);
    auto manifest = reader->manifest(m_reg.m_key);
    if (!manifest)
        return fail(manifest);
    trial.manifest = std::move(*manifest);
    auto restored = Database::open(file, m_reg.m_key, OpenMode::Existing);
    if (!restored)
        return fail(restored);
    if (auto ready = bringUpToDate(*restored); !ready)
        return fail(ready);
    if (auto opens = opensWith(*restored, reader->outer().keys, m_reg.user()); !opens)
        return fail(opens);
    auto verified = Verification(*restored, progress, cancelled).run();
    if (!verified)
        return fail(verified);
    trial.verified = std::move(*verified);
    auto content = Restore::contentOf(*restored);
    if (!content)
        return fail(content);
    trial.children = content->children;
    trial.cases = content->cases;
    trial.sessions = content->sessions;
    return trial;
}

} // namespace maiam
