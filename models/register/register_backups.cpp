// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_backups.h"

#include "models/backup/retention.h"
#include "models/journal/erasure.h"
#include "models/journal/journal.h"
#include "models/register/clock_check.h"
#include "models/register/erasure_list.h"
#include "models/register/restore.h"
#include "models/register/schema.h"
#include "models/sqlcipher/raw_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

namespace maiam {

namespace {
const char SecondPlace[] = "backup.second";
/// No key is derived here: the keys are only carried along.
constexpr KdfLimits AnyCost { 1, 1ULL << 40, 1, 1U << 16 };
constexpr int StillAttempts = 100; ///< of 50 ms each: a long list may be read meanwhile

QString ownFolder(const QString& registerFolder)
{
    return QDir(registerFolder).filePath(QStringLiteral("backups"));
}

QStringList filesIn(const QString& folder)
{
    QStringList files;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({ QLatin1Char('*') + backupFormat::Suffix }, QDir::Files))
        files.append(dir.filePath(name));
    return files;
}

/// "06838-2026-11-24-00017": the number at the end.
qint64 serialOf(const QString& file)
{
    static const QRegularExpression number(QStringLiteral("-(\\d{1,12})$"));
    return number.match(QFileInfo(file).completeBaseName()).captured(1).toLongLong();
}

QDate dayOf(const QString& file)
{
    static const QRegularExpression day(QStringLiteral("(\\d{4}-\\d{2}-\\d{2})-\\d+$"));
    return QDate::fromString(day.match(QFileInfo(file).completeBaseName()).captured(1), Qt::ISODate);
}

QString fileName(const QString& unit, UtcMs now, qint64 serial)
{
    return QStringLiteral("%1-%2-%3")
               .arg(unit, civil::date(now).toString(Qt::ISODate))
               .arg(serial, 5, 10, QLatin1Char('0'))
        + backupFormat::Suffix;
}

/// A backup ends, for each device, at an entry that the register holds too, unless its history is another one.
Result<void> markFormer(Database& database, std::vector<KeptBackup>& all)
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

Result<QString> RegisterBackups::secondPlace() const
{
    auto place =
        m_reg.read([](Database& database) { return meta::value(database, QString::fromLatin1(SecondPlace)); }).result();
    if (!place)
        return fail(place);
    return place->toString();
}

Result<void> RegisterBackups::setSecondPlace(const QString& folder)
{
    const QString own = QFileInfo(m_reg.folder()).canonicalFilePath();
    if (!folder.isEmpty() && (QFileInfo(folder).canonicalFilePath() + u'/').startsWith(own + u'/'))
        return fail(ErrorCode::InvalidInput,
            tr("This folder lies inside the register's own. A second place is for the day when this disk is lost: "
               "choose a stick, a second disk or a network folder."));
    return m_reg
        .writeLocal(
            [folder](Database& database) { return meta::set(database, QString::fromLatin1(SecondPlace), folder); })
        .result();
}

std::vector<KeptBackup> RegisterBackups::listIn(const QString& folder, bool second) const
{
    std::vector<KeptBackup> found;
    auto own = keysOf(m_reg.folder());
    for (const QString& file : filesIn(folder)) {
        KeptBackup kept { file, QFileInfo(file).size(), second, {} };
        auto reader = BackupReader::open(file);
        if (reader) {
            // A stick may hold the backups of several registers.
            const auto keys = KeysFile::parse(reader->outer().keys, AnyCost);
            if (own && keys && keys->registerId() != own->registerId())
                continue;
            if (auto manifest = reader->manifest(m_reg.m_key))
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

Result<std::vector<KeptBackup>> RegisterBackups::list() const
{
    auto all = listIn(folder(), false);
    auto place = secondPlace();
    if (!place)
        return fail(place);
    if (!place->isEmpty())
        for (KeptBackup& one : listIn(*place, true))
            all.push_back(std::move(one));
    const auto serial = [](const KeptBackup& one) { return one.manifest ? one.manifest->serial : serialOf(one.file); };
    std::stable_sort(
        all.begin(), all.end(), [&](const KeptBackup& a, const KeptBackup& b) { return serial(a) > serial(b); });
    auto marked = m_reg.read([&all](Database& database) { return markFormer(database, all); }).result();
    return marked ? Result<std::vector<KeptBackup>>(std::move(all)) : fail(marked);
}

Result<std::optional<KeptBackup>> RegisterBackups::newest() const
{
    auto all = listIn(folder(), false);
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
    if (!news || !*news)
        return news;
    auto last = newest();
    if (!last)
        return fail(last);
    return !*last || civil::date((*last)->manifest->made) != civil::date(m_reg.clock().now());
}

Result<qint64> RegisterBackups::nextSerial(const QString& alsoIn) const
{
    auto place = secondPlace();
    if (!place)
        return fail(place);
    qint64 highest = 0;
    for (const QString& folder : { this->folder(), *place, alsoIn })
        if (!folder.isEmpty())
            for (const QString& file : filesIn(folder))
                highest = std::max(highest, serialOf(file));
    return highest + 1;
}

QString RegisterBackups::nameFor(qint64 serial) const
{
    return fileName(m_reg.office().unit, m_reg.clock().now(), serial);
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
    auto serial = nextSerial();
    if (!serial)
        return fail(serial);
    MadeBackup made;
    made.file = QDir(folder()).filePath(nameFor(*serial));
    auto manifest = write(reason, made.file, *serial, progress, cancelled);
    if (!manifest)
        return fail(manifest);
    made.manifest = std::move(*manifest);
    copyToSecond(made, cancelled);
    if (auto put = putErasures(); !put && made.secondProblem.isEmpty())
        made.secondProblem = put.error().message;
    if (auto pruned = prune(made); !pruned && made.secondProblem.isEmpty())
        made.secondProblem = pruned.error().message; // the backup itself is good
    return made;
}

Result<MadeBackup> RegisterBackups::makeIn(
    const QString& folder, const BackupProgress& progress, const std::atomic_bool* cancelled)
{
    if (m_reg.isReadOnly())
        return schema::refuseWriting();
    if (auto ready = m_files->makeFolder(folder); !ready)
        return fail(ready);
    auto serial = nextSerial(folder);
    if (!serial)
        return fail(serial);
    MadeBackup made;
    made.file = QDir(folder).filePath(nameFor(*serial));
    auto manifest = write(BackupReason::ByHand, made.file, *serial, progress, cancelled);
    if (!manifest)
        return fail(manifest);
    made.manifest = std::move(*manifest);
    if (auto put = putErasures(folder); !put)
        return fail(put);
    return made;
}

Result<void> RegisterBackups::putErasures(const QString& alsoIn)
{
    auto list = m_reg.read([](Database& database) { return erasure::list(database); }).result();
    if (!list || list->isEmpty())
        return list ? Result<void>() : Result<void>(fail(list));
    auto keys = keysOf(m_reg.folder());
    if (!keys)
        return fail(keys);
    auto place = secondPlace();
    if (!place)
        return fail(place);
    if (auto ready = m_files->makeFolder(folder()); !ready)
        return ready;
    for (const QString& where : { folder(), *place, alsoIn }) {
        if (where.isEmpty() || !QFileInfo(where).isDir())
            continue; // a stick that is away gets it with the next backup
        if (auto put = erasureList::add(*list, keys->registerId(), where); !put)
            return put;
    }
    return {};
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

void RegisterBackups::copyToSecond(MadeBackup& made, const std::atomic_bool* cancelled)
{
    auto place = secondPlace();
    if (!place || place->isEmpty())
        return;
    const QString shown = QDir::toNativeSeparators(*place);
    if (!QFileInfo(*place).isDir()) {
        made.secondProblem = tr("The second place is not there: %1. The backup stands on this disk only. Plug in the "
                                "stick or connect the network folder, then press “Back up now”.")
                                 .arg(shown);
        return;
    }
    const QString to = QDir(*place).filePath(QFileInfo(made.file).fileName());
    auto copied = backupWriter::copy(made.file, to, *m_files, cancelled);
    if (copied) {
        made.secondFile = to;
        return;
    }
    if (copied.error().code == ErrorCode::DiskFull)
        made.secondProblem =
            tr("The second place is full: %1. The backup stands on this disk only. Make room there or choose another "
               "place.")
                .arg(shown);
    else if (!QFileInfo(*place).isDir())
        made.secondProblem = tr("The second place went away while the backup was copied: %1. The backup stands on this "
                                "disk only. Plug the stick in again, then press “Back up now”.")
                                 .arg(shown);
    else
        made.secondProblem = copied.error().message;
}

Result<void> RegisterBackups::prune(MadeBackup& made)
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
    auto place = secondPlace();
    if (!place)
        return fail(place);
    for (const QString& where : { folder(), made.secondFile.isEmpty() ? QString() : *place }) {
        if (where.isEmpty())
            continue;
        std::vector<RetentionItem> items;
        for (const KeptBackup& one : listIn(where, false)) {
            if (one.damaged)
                continue; // it counts for nothing, and a person may still want to look at it
            items.push_back({ one.file, one.manifest ? one.manifest->serial : serialOf(one.file),
                one.manifest ? civil::date(one.manifest->made) : dayOf(one.file),
                one.manifest ? one.manifest->heads : QList<ChainHead>(), one.manifest.has_value() });
        }
        for (const QString& file : retention::superfluous(std::move(items))) {
            if (auto removed = m_files->remove(file); !removed)
                return removed;
            ++made.pruned;
        }
    }
    return {};
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
    // Beside the register, so that the disk is the one that a restore would use.
    const Restore::Scratch scratch(QDir(m_reg.folder()).filePath(QStringLiteral("trial-restore")));
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
    qint64 serial = 1;
    for (const QString& file : filesIn(ownFolder(folder)))
        serial = std::max(serial, serialOf(file) + 1);
    BackupManifest manifest = manifestOf(*keys, BackupReason::SchemaStep, serial, now);
    manifest.schema = schema;
    manifest.device = QByteArray(16, '\0'); // not read yet: its table may be what the step changes
    if (auto emptied = writer.checkpoint(); !emptied)
        return emptied;
    std::optional<Transaction> view;
    if (auto begun = begin(writer, view); !begun)
        return begun;
    const QString file = QDir(ownFolder(folder)).filePath(fileName(QStringLiteral("so"), now, serial));
    auto made = backupWriter::write({ writer, key, keys->encoded() }, manifest, file, files);
    return made ? Result<void>() : Result<void>(fail(made));
}

} // namespace maiam
