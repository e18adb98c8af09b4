// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_backups.h"

#include "models/backup/far_place.h"
#include "models/backup/retention.h"
#include "models/journal/erasure.h"
#include "models/journal/journal.h"
#include "models/register/access_chain.h"
#include "models/register/clock_check.h"
#include "models/register/erasure_list.h"
#include "models/register/restore.h"
#include "models/register/schema.h"
#include "models/sqlcipher/raw_file.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace maiam {

namespace {
const char FailedAt[] = "backup.failed.at"; // 0: the last one that was to be made by itself was made
const char FailedWhy[] = "backup.failed.why";
/// No key is derived here: the keys are only carried along.
constexpr KdfLimits AnyCost { 1, 1ULL << 40, 1, 1U << 16 };
constexpr int StillAttempts = 100; ///< of 50 ms each: a long list may be read meanwhile

QString ownFolder(const QString& registerFolder)
{
    return QDir(registerFolder).filePath(QStringLiteral("backups"));
}

/// Beside the register, so that the disk is the one that a restore would use.
QString trialFolder(const QString& registerFolder)
{
    return QDir(registerFolder).filePath(QStringLiteral("trial-restore"));
}

Result<KeysFile> keysOf(const QString& folder)
{
    return KeysFile::read(QDir(folder).filePath(QStringLiteral("register.keys")), AnyCost);
}

BackupManifest manifestOf(const KeysFile& keys, BackupReason reason, qint64 serial, UtcMs now)
{
    BackupManifest manifest;
    manifest.registerId = keys.registerId();
    manifest.keysGeneration = keys.generation();
    manifest.reason = reason;
    manifest.serial = serial;
    manifest.made = now;
    manifest.program = QStringLiteral(MAIAM_VERSION);
    return manifest;
}

/// One view of everything, taken where nothing can be written between the checkpoint and the view.
Result<void> begin(Database& reader, std::optional<Transaction>& view)
{
    // Each page is asked for once: what the cache held would only be memory.
    (void)reader.run(QStringLiteral("PRAGMA cache_size=-512"));
    auto begun = Transaction::begin(reader, Transaction::Kind::Read);
    if (!begun)
        return fail(begun);
    auto looked = reader.query(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!looked)
        return fail(looked);
    if (!looked->next())
        return looked->finished();
    if (!rawFile::hasEmptyLog(reader))
        return fail(ErrorCode::Busy,
            RegisterBackups::tr("The register is in use by another program. Close that, then back up again."));
    view.emplace(std::move(*begun));
    return {};
}
} // namespace

RegisterBackups::RegisterBackups(Register& reg, std::shared_ptr<BackupFiles> files)
    : m_reg(reg)
    , m_files(std::move(files))
{
}

QString RegisterBackups::folder() const
{
    return ownFolder(m_reg.folder());
}

std::vector<KeptBackup> RegisterBackups::opened(const std::vector<backupFolder::Lying>& lying, bool second) const
{
    std::vector<KeptBackup> found;
    auto own = keysOf(m_reg.folder());
    for (const backupFolder::Lying& one : lying) {
        KeptBackup kept { one.file, one.bytes, second, {} };
        if (one.outer) {
            // A stick may hold the backups of several registers.
            const auto keys = KeysFile::parse(one.outer->keys, AnyCost);
            if (own && keys && keys->registerId() != own->registerId())
                continue;
            if (auto manifest = backupFormat::readManifest(*one.outer, m_reg.m_key))
                kept.manifest = std::move(*manifest);
            else
                kept.damaged = manifest.error().code != ErrorCode::WrongPassphrase;
        } else {
            kept.damaged = true;
        }
        found.push_back(std::move(kept));
    }
    return found;
}

/// A backup ends, for each device, at an entry that the register holds too, unless its history is another one.
Result<void> RegisterBackups::markFormer(Database& database, std::vector<KeptBackup>& all)
{
    Statement held = database.prepared(
        QStringLiteral("SELECT 1 FROM journal_device d JOIN journal_entry e ON e.device = d.id WHERE d.device = ? AND "
                       "e.seq = ? AND e.hash = ?"));
    for (KeptBackup& one : all) {
        if (!one.manifest)
            continue;
        for (const ChainHead& head : std::as_const(one.manifest->heads)) {
            if (head.seq == 0)
                continue;
            held.reset();
            auto found = held.bind(0, head.device).bind(1, head.seq).bind(2, head.hash).step();
            if (!found)
                return fail(found);
            one.former = one.former || !*found;
        }
    }
    return {};
}

Result<std::optional<KeptBackup>> RegisterBackups::newest() const
{
    auto all = opened(backupFolder::read(folder()), false);
    if (auto marked = m_reg.read([&all](Database& database) { return markFormer(database, all); }).result(); !marked)
        return fail(marked);
    std::optional<KeptBackup> newest;
    for (KeptBackup& one : all)
        if (one.manifest && !one.former && (!newest || one.manifest->serial > newest->manifest->serial))
            newest = std::move(one);
    return newest;
}

Result<bool> RegisterBackups::hasNews() const
{
    if (m_reg.isReadOnly())
        return false; // the program that wrote there makes its backups
    auto last = newest();
    if (!last)
        return fail(last);
    auto now = m_reg.read([](Database& database) { return chainCheck::read(database); }).result();
    if (!now)
        return fail(now);
    return !*last || (*last)->manifest->heads != now->heads || (*last)->manifest->entries != now->entries;
}

Result<bool> RegisterBackups::isDue() const
{
    auto news = hasNews();
    if (!news)
        return news;
    auto last = newest();
    if (!last)
        return fail(last);
    if (!*last)
        return *news;
    const UtcMs made = (*last)->manifest->made;
    if (civil::date(made) == civil::date(m_reg.clock().now())) {
        auto failed = failure();
        return failed ? Result<bool>(*news && failed->has_value()) : fail(failed);
    }
    if (*news || m_reg.isReadOnly())
        return news;
    return m_reg.read([made](Database& database) { return accessChain::hasLooksSince(database, made); }).result();
}

Result<std::optional<FailedBackup>> RegisterBackups::failure() const
{
    return m_reg
        .read([](Database& database) -> Result<std::optional<FailedBackup>> {
            auto at = meta::value(database, QString::fromLatin1(FailedAt));
            auto why = meta::value(database, QString::fromLatin1(FailedWhy));
            if (!at || !why)
                return fail(!at ? at : why);
            if (at->toLongLong() == 0)
                return std::optional<FailedBackup>();
            return std::optional(FailedBackup { at->toLongLong(), why->toString() });
        })
        .result();
}

Result<void> RegisterBackups::noteFailure(const Error& error)
{
    const auto note = [at = m_reg.clock().now(), why = error.message](Database& database) -> Result<void> {
        if (auto done = meta::set(database, QString::fromLatin1(FailedAt), at); !done)
            return done;
        return meta::set(database, QString::fromLatin1(FailedWhy), why);
    };
    return m_reg.writeLocal(note).result();
}

Result<void> RegisterBackups::forgetFailure()
{
    auto failed = failure();
    if (!failed || !*failed)
        return failed ? Result<void>() : Result<void>(fail(failed));
    return m_reg
        .writeLocal([](Database& database) { return meta::set(database, QString::fromLatin1(FailedAt), UtcMs(0)); })
        .result();
}

Result<qint64> RegisterBackups::nextSerial(const QString& alsoIn, const std::atomic_bool* cancelled) const
{
    auto place = secondPlace();
    if (!place)
        return fail(place);
    QStringList files = backupFolder::files(folder());
    if (!alsoIn.isEmpty())
        files += backupFolder::files(alsoIn);
    if (!place->isEmpty())
        files += farPlace::ask(*place, cancelled, [folder = *place](FarWork&) {
            return backupFolder::files(folder);
        }).value_or(QStringList());
    auto last = m_reg.read(backupSerial::last).result();
    if (!last)
        return last;
    return std::max(*last, backupFolder::highestSerial(files)) + 1;
}

QString RegisterBackups::nameFor(qint64 serial) const
{
    return backupFolder::nameFor(m_reg.office().unit, m_reg.clock().now(), serial);
}

Result<BackupManifest> RegisterBackups::write(BackupReason reason, const QString& file, qint64 serial,
    const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    auto keys = keysOf(m_reg.folder());
    if (!keys)
        return fail(keys);
    BackupManifest manifest = manifestOf(*keys, reason, serial, m_reg.clock().now());
    manifest.schema = schema::newest();
    manifest.device = m_reg.deviceId();
    // Before the view is taken, so that a register that is restored from this backup goes on behind it. A disk that
    // does not take it (full) hinders no backup on another one: the names still say it, as long as they are there.
    (void)m_reg.writeLocal([serial](Database& database) { return backupSerial::reached(database, serial); }).result();
    auto worker = m_reg.connect(QStringLiteral("backup"));
    if (!worker)
        return fail(worker);
    // The view lives in the worker's thread and is given up there.
    auto view = std::make_shared<std::optional<Transaction>>();
    const auto still = [&](Database& writer) -> Result<void> {
        (void)writer.run(QStringLiteral("PRAGMA busy_timeout=50"));
        auto emptied = writer.checkpoint();
        (void)writer.run(QStringLiteral("PRAGMA busy_timeout=5000"));
        if (!emptied)
            return emptied;
        return (*worker)->run([view](Database& reader) { return begin(reader, *view); }).result();
    };
    Result<void> begun;
    for (int attempt = 0; attempt < StillAttempts; ++attempt) {
        begun = m_reg.m_writer.run(still).result();
        if (begun || begun.error().code != ErrorCode::Busy || (cancelled && *cancelled))
            break;
        QThread::msleep(50);
    }
    if (!begun)
        return fail(begun);
    return (*worker)
        ->run([&](Database& reader) {
            auto made = backupWriter::write(
                { reader, m_reg.m_key, keys->encoded() }, manifest, file, *m_files, progress, cancelled);
            view->reset();
            return made;
        })
        .result();
}

Result<MadeBackup> RegisterBackups::make(
    BackupReason reason, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    if (m_reg.isReadOnly())
        return schema::refuseWriting();
    if (auto ready = m_files->makeFolder(folder()); !ready)
        return fail(ready);
    auto serial = nextSerial({}, cancelled);
    if (!serial)
        return fail(serial);
    MadeBackup made;
    made.file = QDir(folder()).filePath(nameFor(*serial));
    auto manifest = write(reason, made.file, *serial, progress, cancelled);
    if (!manifest)
        return fail(manifest);
    made.manifest = std::move(*manifest);
    (void)forgetFailure(); // what cannot be written now is forgotten with the next one
    spread(made, cancelled);
    return made;
}

/// What comes after a backup that stands on this disk. Whatever fails here, the backup itself is good.
void RegisterBackups::spread(MadeBackup& made, const std::atomic_bool* cancelled)
{
    copyToSecond(made, cancelled);
    if (auto put = putErasures({}, cancelled); !put && made.secondProblem.isEmpty())
        made.secondProblem = put.error().message;
    if (auto pruned = prune(made, cancelled); !pruned && made.secondProblem.isEmpty())
        made.secondProblem = pruned.error().message;
}

Result<MadeBackup> RegisterBackups::makeIn(
    const QString& folder, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    if (m_reg.isReadOnly())
        return schema::refuseWriting();
    if (auto ready = m_files->makeFolder(folder); !ready)
        return fail(ready);
    auto serial = nextSerial(folder, cancelled);
    if (!serial)
        return fail(serial);
    MadeBackup made;
    made.file = QDir(folder).filePath(nameFor(*serial));
    auto manifest = write(BackupReason::ByHand, made.file, *serial, progress, cancelled);
    if (!manifest)
        return fail(manifest);
    made.manifest = std::move(*manifest);
    if (auto put = putErasures(folder, cancelled); !put)
        return fail(put);
    return made;
}

Result<void> RegisterBackups::putErasures(const QString& alsoIn, const std::atomic_bool* cancelled)
{
    auto list = m_reg.read([](Database& database) { return erasure::list(database); }).result();
    if (!list || list->isEmpty())
        return list ? Result<void>() : Result<void>(fail(list));
    auto keys = keysOf(m_reg.folder());
    if (!keys)
        return fail(keys);
    if (auto ready = m_files->makeFolder(folder()); !ready)
        return ready;
    for (const QString& where : { folder(), alsoIn }) {
        if (where.isEmpty() || !QFileInfo(where).isDir())
            continue;
        if (auto put = erasureList::add(*list, keys->registerId(), where); !put)
            return put;
    }
    return eraseInSecond(*list, keys->registerId(), cancelled);
}

QStringList RegisterBackups::formerRegisters() const
{
    const QFileInfo own(m_reg.folder());
    QStringList folders;
    const auto found = own.dir().entryInfoList(
        { own.fileName() + Restore::FormerSuffix + u'*' }, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& former : found)
        if (Register::exists(former.filePath()))
            folders.append(former.filePath());
    return folders;
}

namespace {
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
    Journal entries(
        database, [](const RecordKind&, qint64, const FoldedRecord&, const FoldedRecord&) { return Result<void>(); },
        [](const QByteArray&) { return QByteArray(); });
    if (auto made = entries.tables().createMissing(); !made)
        return fail(made);
    if (auto folded = entries.refoldAll(); !folded)
        return folded;
    return transaction->commit();
}
} // namespace

QStringList RegisterBackups::superfluousOf(const std::vector<KeptBackup>& all)
{
    std::vector<RetentionItem> items;
    for (const KeptBackup& one : all) {
        if (one.damaged)
            continue; // it counts for nothing, and a person may still want to look at it
        items.push_back({ one.file, one.manifest ? one.manifest->serial : backupFolder::serialOf(one.file),
            one.manifest ? civil::date(one.manifest->made) : backupFolder::dayOf(one.file),
            one.manifest ? one.manifest->heads : QList<ChainHead>(), one.manifest.has_value() });
    }
    return retention::superfluous(std::move(items));
}

Result<void> RegisterBackups::prune(MadeBackup& made, const std::atomic_bool* cancelled)
{
    auto doubt = m_reg
                     .read([this](Database& database) {
                         return clockCheck::look(database, m_reg.deviceId(), m_reg.clock().now());
                     })
                     .result();
    if (!doubt)
        return fail(doubt);
    made.clockInDoubt = bool(*doubt);
    if (made.clockInDoubt)
        return {};
    for (const QString& file : superfluousOf(opened(backupFolder::read(folder()), false))) {
        if (auto removed = m_files->remove(file); !removed)
            return removed;
        ++made.pruned;
    }
    return made.secondFile.isEmpty() ? Result<void>() : pruneSecond(made, cancelled);
}

void RegisterBackups::clearTrial() const
{
    const Restore::Scratch left(trialFolder(m_reg.folder()));
}

Result<RestoreTrial> RegisterBackups::tryRestore(
    const Verification::Progress& progress, const std::atomic_bool* cancelled)
{
    auto last = newest();
    if (!last)
        return fail(last);
    if (!*last)
        return fail(ErrorCode::NotFound, tr("There is no backup yet. Press “Back up now”, then try to restore it."));
    RestoreTrial trial;
    trial.file = (*last)->file;
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

Result<void> RegisterBackups::beforeSchemaStep(
    Database& writer, const QString& folder, const SecretKey& key, qint64 schema, UtcMs now)
{
    auto keys = keysOf(folder);
    if (!keys)
        return fail(keys);
    BackupFiles files;
    if (auto ready = files.makeFolder(ownFolder(folder)); !ready)
        return ready;
    auto last = backupSerial::last(writer);
    if (!last)
        return fail(last);
    const qint64 serial = std::max(*last, backupFolder::highestSerial(backupFolder::files(ownFolder(folder)))) + 1;
    if (auto kept = backupSerial::reached(writer, serial); !kept)
        return kept;
    BackupManifest manifest = manifestOf(*keys, BackupReason::SchemaStep, serial, now);
    manifest.schema = schema;
    manifest.device = QByteArray(16, '\0'); // not read yet: its table may be what the step changes
    if (auto emptied = writer.checkpoint(); !emptied)
        return emptied;
    std::optional<Transaction> view;
    if (auto begun = begin(writer, view); !begun)
        return begun;
    const QString file = QDir(ownFolder(folder)).filePath(backupFolder::nameFor(QStringLiteral("so"), now, serial));
    auto made = backupWriter::write({ writer, key, keys->encoded() }, manifest, file, files);
    return made ? Result<void>() : Result<void>(fail(made));
}

} // namespace maiam
