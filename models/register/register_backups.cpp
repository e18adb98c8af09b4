// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_backups.h"

#include "models/backup/far_place.h"
#include "models/backup/retention.h"
#include "models/journal/erasure.h"
#include "models/register/access_chain.h"
#include "models/register/clock_check.h"
#include "models/register/erasure_list.h"
#include "models/register/keys_fit.h"
#include "models/register/restore.h"
#include "models/register/schema.h"
#include "models/sqlcipher/raw_file.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <limits>

namespace maiam {

namespace {
const char FailedAt[] = "backup.failed.at"; // 0: the last one that was to be made by itself was made
const char FailedWhy[] = "backup.failed.why";
const char FailedCode[] = "backup.failed.code";
/// No key is derived here: the keys are only carried along.
const QString OlderKeys = QStringLiteral("generation"); ///< detail of the error that says so
constexpr KdfLimits AnyCost = KdfLimits::anyCost();
constexpr int StillAttempts = 100; ///< of 50 ms each: a long list may be read meanwhile

QString ownFolder(const QString& registerFolder)
{
    return QDir(registerFolder).filePath(QStringLiteral("backups"));
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

RegisterBackups::RegisterBackups(
    Register& reg, std::shared_ptr<BackupFiles> files, std::shared_ptr<const PlaceProbe> probe)
    : m_reg(reg)
    , m_files(std::move(files))
    , m_probe(std::move(probe))
{
}

QString RegisterBackups::folder() const
{
    return ownFolder(m_reg.folder());
}

Result<KeysFile> RegisterBackups::ownKeys(Database& database) const
{
    auto keys = keysOf(m_reg.folder());
    if (!keys)
        return keys;
    auto fit = keysFit::look(database, *keys, m_reg.user());
    if (!fit)
        return fail(fit);
    switch (*fit) {
    case KeysFit::Own:
        return keys;
    case KeysFit::Older:
        return fail(ErrorCode::KeysDamaged,
            tr("The keys file (register.keys) is older than the newest one: somebody put back an old copy. A backup "
               "with it would open only with the passphrases of that time, so none was made. Put the newest "
               "register.keys back, or let the administrator open “Users and keys”, which makes the old one valid."),
            OlderKeys);
    case KeysFit::Others:
        break;
    }
    return fail(ErrorCode::KeysDamaged,
        tr("The keys file (register.keys) in the register's folder is another register's. A backup with it would open "
           "for nobody, so none was made. Put this register's own file back. When there is no copy of it, move the "
           "wrong one away, lock, press “Forgotten…”, and take the keys from the newest backup."),
        QStringLiteral("holders"));
}

std::optional<QUuid> RegisterBackups::ownId() const
{
    const auto keys = m_reg.read([this](Database& database) { return ownKeys(database); }).result();
    return keys ? std::optional(keys->registerId()) : std::nullopt;
}

std::vector<KeptBackup> RegisterBackups::opened(
    const std::vector<backupFolder::Lying>& lying, bool second, const std::optional<QUuid>& own) const
{
    const QStringList proved = second ? QStringList() : provedDamaged();
    std::vector<KeptBackup> found;
    for (const backupFolder::Lying& one : lying) {
        KeptBackup kept { one.file, one.bytes, second, {} };
        if (one.outer) {
            // A stick may hold the backups of several registers, also of newer programs: only what this one's key
            // opens, or what bears its id, is its own.
            const auto keys = KeysFile::parse(one.outer->keys, AnyCost);
            const bool ours = own && keys && keys->registerId() == *own;
            if (own && keys && !ours)
                continue;
            if (auto manifest = backupFormat::readManifest(*one.outer, m_reg.m_key))
                kept.manifest = std::move(*manifest);
            else
                kept.damaged = manifest.error().code != ErrorCode::WrongPassphrase;
            if (!ours && !kept.manifest && !kept.damaged)
                continue;
        } else {
            kept.damaged = true;
        }
        if (proved.contains(backupFolder::stampOf(one.file))) {
            kept.damaged = kept.proved = true;
            kept.manifest.reset(); // it counts for nothing, whatever its outer parts say
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
    auto all = opened(backupFolder::read(folder()), false, ownId());
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
    if (!m_reg.isReadOnly() && isLatestDamaged((*last)->manifest->serial))
        return true;
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
            auto code = meta::value(database, QString::fromLatin1(FailedCode));
            if (!at || !why || !code)
                return fail(!at ? at : !why ? why : code);
            if (at->toLongLong() == 0)
                return std::optional<FailedBackup>();
            return std::optional(
                FailedBackup { at->toLongLong(), why->toString(), static_cast<ErrorCode>(code->toInt()) });
        })
        .result();
}

Result<void> RegisterBackups::noteFailure(const Error& error)
{
    const auto note = [at = m_reg.clock().now(), why = error.message, code = int(error.code)](
                          Database& database) -> Result<void> {
        if (auto done = meta::set(database, QString::fromLatin1(FailedAt), at); !done)
            return done;
        if (auto done = meta::set(database, QString::fromLatin1(FailedCode), code); !done)
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
    // Before the view is taken, so that a register that is restored from this backup goes on behind it. A full disk may
    // refuse it: the names still say it, as long as they are there. (Emptying the log, below, may then still go
    // through: it fails only where register.db must grow for it.)
    (void)m_reg.writeLocal([serial](Database& database) { return backupSerial::reached(database, serial); }).result();
    auto worker = m_reg.connect(QStringLiteral("backup"));
    if (!worker)
        return fail(worker);
    // The view lives in the worker's thread and is given up there.
    auto view = std::make_shared<std::optional<Transaction>>();
    std::optional<KeysFile> keys;
    const auto still = [&](Database& writer) -> Result<void> {
        (void)writer.run(QStringLiteral("PRAGMA busy_timeout=50"));
        auto emptied = writer.checkpoint();
        (void)writer.run(QStringLiteral("PRAGMA busy_timeout=5000"));
        if (!emptied)
            return emptied;
        auto own = ownKeys(writer); // here, where nobody changes them between this and the view
        if (!own)
            return fail(own);
        keys = std::move(*own);
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
    BackupManifest manifest = manifestOf(*keys, reason, serial, m_reg.clock().now());
    manifest.schema = schema::newest();
    manifest.device = m_reg.deviceId();
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
    if (auto place = registerPlace::checkForBackups(folder, *m_probe); !place)
        return fail(place);
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
    const auto id = [this](Database& database) -> Result<QUuid> {
        auto keys = ownKeys(database);
        if (!keys && keys.error().detail == OlderKeys)
            keys = keysOf(m_reg.folder()); // its id is the right one
        return keys ? Result<QUuid>(keys->registerId()) : fail(keys);
    };
    auto own = m_reg.read(id).result();
    if (!own)
        return fail(own);
    if (auto ready = m_files->makeFolder(folder()); !ready)
        return ready;
    for (const QString& where : { folder(), alsoIn }) {
        if (where.isEmpty() || !QFileInfo(where).isDir())
            continue;
        if (auto put = erasureList::add(*list, *own, where); !put)
            return put;
    }
    return eraseInSecond(*list, *own, cancelled);
}

QStringList RegisterBackups::formerRegisters() const
{
    const QFileInfo own(QFileInfo(m_reg.folder()).canonicalFilePath()); // beside what a link leads to
    QStringList folders;
    const auto found = own.dir().entryInfoList(
        { own.fileName() + Restore::FormerSuffix + u'*' }, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& former : found)
        if (Register::exists(former.filePath()))
            folders.append(former.filePath());
    return folders;
}

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
    QStringList gone = retention::superfluous(items);
    qint64 oldest = std::numeric_limits<qint64>::max();
    for (const RetentionItem& one : items)
        if (!gone.contains(one.file))
            oldest = std::min(oldest, one.serial);
    // It may hold names that were erased since, so it ages out as the whole ones do.
    for (const KeptBackup& one : all)
        if (one.proved && backupFolder::serialOf(one.file) < oldest && !items.empty())
            gone.append(one.file);
    return gone;
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
    const auto own = ownId();
    if (made.clockInDoubt || !own) // without the id nobody knows whose an earlier file is
        return {};
    for (const QString& file : superfluousOf(opened(backupFolder::read(folder()), false, own))) {
        if (auto removed = m_files->remove(file); !removed)
            return removed;
        ++made.pruned;
    }
    return made.secondFile.isEmpty() ? Result<void>() : pruneSecond(made, *own, cancelled);
}

namespace {
Result<QByteArray> digestOfPages(Database& database)
{
    constexpr qint64 PagesPiece = 1 << 20;
    auto size = rawFile::size(database);
    if (!size)
        return fail(size);
    BackupDigest digest;
    QByteArray piece;
    for (qint64 at = 0; at < *size; at += piece.size()) {
        piece.resize(std::min(PagesPiece, *size - at));
        if (auto read = rawFile::read(database, at, piece); !read)
            return fail(read);
        digest.add(piece);
    }
    return digest.result();
}

/// Whether an earlier try of a step left a backup that holds the very pages of the register, with an empty log: a step
/// that keeps failing would else fill the disk, a whole register at each unlock.
Result<bool> isKept(Database& database, const QString& folder, const SecretKey& key, const QByteArray& keys)
{
    std::optional<QByteArray> pages;
    for (const backupFolder::Lying& one : backupFolder::read(folder)) {
        const auto said = one.outer && one.outer->keys == keys ? backupFormat::readManifest(*one.outer, key)
                                                               : Result<BackupManifest>(fail(ErrorCode::NotFound, {}));
        if (!said || said->reason != BackupReason::SchemaStep)
            continue;
        if (!pages) {
            auto digest = digestOfPages(database);
            if (!digest)
                return fail(digest);
            pages = std::move(*digest);
        }
        const auto file = BackupReader::open(one.file);
        if (one.outer->databaseDigest == *pages && file
            && file->verify(key, {}, nullptr, BackupReader::Depth::AsWritten))
            return true;
    }
    return false;
}
} // namespace

Result<void> RegisterBackups::beforeSchemaStep(
    Database& writer, const QString& folder, const SecretKey& key, qint64 schema, UtcMs now)
{
    auto keys = keysOf(folder);
    if (!keys)
        return fail(keys);
    BackupFiles files;
    if (auto ready = files.makeFolder(ownFolder(folder)); !ready)
        return ready;
    if (auto emptied = writer.checkpoint(); !emptied)
        return emptied;
    auto kept = isKept(writer, ownFolder(folder), key, keys->encoded());
    if (!kept || *kept)
        return kept ? Result<void>() : Result<void>(fail(kept));
    auto last = backupSerial::last(writer);
    if (!last)
        return fail(last);
    const qint64 serial = std::max(*last, backupFolder::highestSerial(backupFolder::files(ownFolder(folder)))) + 1;
    if (auto noted = backupSerial::reached(writer, serial); !noted)
        return noted;
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
