// SPDX-License-Identifier: GPL-3.0-or-later
// The second place of backups: a stick, a second disk, a network folder. Whatever touches it goes through farPlace.
#include "models/backup/far_place.h"
#include "models/register/erasure_list.h"
#include "models/register/register_backups.h"
#include "models/register/schema.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace maiam {

namespace {
const char SecondName[] = "backup.second";
const char SecondCopied[] = "backup.second.copied"; // when the backup was made that was copied there last; 0: none
const char SecondSerial[] = "backup.second.serial"; // of that backup; 0: an earlier program made it, or there is none
const char SecondElsewhere[] = "backup.second.elsewhere"; // 1: it once lay on another disk than the register
/// A stick that takes a whole register in one go keeps still while the system empties its cache.
constexpr std::chrono::minutes CopyPatience { 10 };

/// What is remembered of the copy that was made there last.
struct LastCopy
{
    UtcMs at = 0;
    qint64 serial = 0;
};

/// What lies there.
struct FoundThere
{
    bool there = false;
    bool onOwnDisk = false;
    std::vector<backupFolder::Lying> lying;
};

/// What a folder is that somebody chooses.
struct WantedPlace
{
    QString path; ///< without links
    bool elsewhere = false; ///< it lies on another disk
    Result<void> allowed;
};

/// What came of copying.
struct CopiedThere
{
    bool there = false; ///< before
    bool stayed = false; ///< afterwards
    bool onOwnDisk = false; ///< it is not there, yet a folder of its name lies on the register's disk
    bool elsewhere = false; ///< it lies on another disk
    Result<void> done;
};

bool countsAsBackup(const KeptBackup& one)
{
    return one.manifest && !one.former;
}

/// Compares the two places. `copied`: what is remembered of a place that is away.
void compare(SecondPlace& second, const std::vector<KeptBackup>& all, const LastCopy& copied)
{
    const auto held =
        std::find_if(all.begin(), all.end(), [](const KeptBackup& one) { return one.second && countsAsBackup(one); });
    const bool any = held != all.end();
    second.newest = !second.there ? copied.at : any ? held->manifest->made : 0;
    const qint64 serial = !second.there ? copied.serial : any ? held->manifest->serial : 0;
    for (const KeptBackup& one : all) {
        if (one.second || !countsAsBackup(one))
            continue;
        // The order of serials holds whatever the clock said. What an earlier program copied is known by its time only.
        const UtcMs made = one.manifest->made;
        const bool onlyTime = serial == 0 && !second.there;
        if (onlyTime ? made > second.newest : one.manifest->serial > serial)
            second.lacksSince = second.lacksSince == 0 ? made : std::min(second.lacksSince, made);
    }
}

QString keepsStill(const QString& shown)
{
    return RegisterBackups::tr("The second place does not answer: %1. The backup stands on this disk only. Connect the "
                               "network folder or plug the stick in again; then the copy is made by itself.")
        .arg(shown);
}

QString copyStopped()
{
    return RegisterBackups::tr("The copy to the second place was stopped. It is made by itself later.");
}

QString problemOf(const CopiedThere& copied, const QString& shown)
{
    if (copied.onOwnDisk)
        return RegisterBackups::tr("The second place lies on the register's own disk now: %1. Its disk is not "
                                   "connected, or the register was moved. The backup stands on this disk only. Connect "
                                   "that disk, or choose the second place again.")
            .arg(shown);
    if (!copied.there)
        return RegisterBackups::tr("The second place is not there: %1. The backup stands on this disk only. Plug in "
                                   "the stick or connect the network folder; then the copy is made by itself.")
            .arg(shown);
    if (copied.done.error().code == ErrorCode::DiskFull)
        return RegisterBackups::tr("The second place is full: %1. The backup stands on this disk only. Make room there "
                                   "or choose another place.")
            .arg(shown);
    if (!copied.stayed)
        return RegisterBackups::tr("The second place went away while the backup was copied: %1. The backup stands on "
                                   "this disk only. Plug the stick in again; then the copy is made by itself.")
            .arg(shown);
    return copied.done.error().message;
}
} // namespace

bool SecondPlace::isLate(UtcMs now) const
{
    const QDate today = civil::date(now);
    if (lacksSince == 0 || civil::date(lacksSince) >= today)
        return false;
    // A copy of a day to come was made while the clock ran ahead; it is at least as old as what the place lacks.
    const QDate copied = civil::date(newest);
    return newest == 0 || (copied > today ? civil::date(lacksSince) : copied).daysTo(today) > PatienceDays;
}

/// Looked at from another thread, so it holds nothing of the register.
struct RegisterBackups::Chosen
{
    QString folder; ///< empty when none was chosen
    bool elsewhere = false; ///< it once lay on another disk than the register
    QString ownDisk;
    std::shared_ptr<const PlaceProbe> probe;

    [[nodiscard]] bool isFolder() const { return QFileInfo(folder).isDir(); }
    [[nodiscard]] bool isOnOwnDisk() const { return probe->disk(folder).device == ownDisk; }
    /// A mount point whose disk is gone is a folder too: on the register's own disk.
    [[nodiscard]] bool isThere() const { return isFolder() && !(elsewhere && isOnOwnDisk()); }
};

Result<QString> RegisterBackups::secondPlace() const
{
    auto place =
        m_reg.read([](Database& database) { return meta::value(database, QString::fromLatin1(SecondName)); }).result();
    if (!place)
        return fail(place);
    return place->toString();
}

Result<RegisterBackups::Chosen> RegisterBackups::chosen() const
{
    auto place = secondPlace();
    auto elsewhere =
        m_reg.read([](Database& database) { return meta::value(database, QString::fromLatin1(SecondElsewhere)); })
            .result();
    if (!place || !elsewhere)
        return !place ? fail(place) : fail(elsewhere);
    return Chosen { *place, elsewhere->toInt() == 1, m_probe->disk(m_reg.folder()).device, m_probe };
}

Result<void> RegisterBackups::setSecondPlace(const QString& folder, const std::atomic_bool* cancelled)
{
    bool elsewhere = false;
    if (!folder.isEmpty()) {
        const Chosen wanted { folder, false, m_probe->disk(m_reg.folder()).device, m_probe };
        const auto look = [wanted](FarWork&) {
            return WantedPlace { QFileInfo(wanted.folder).canonicalFilePath(),
                wanted.isFolder() && !wanted.isOnOwnDisk(),
                registerPlace::checkForBackups(wanted.folder, *wanted.probe) };
        };
        const auto chosen = farPlace::ask(folder, cancelled, look);
        if (cancelled && *cancelled)
            return fail(ErrorCode::Cancelled, tr("Stopped. The second place is the one that it was before."));
        if (!chosen)
            return fail(ErrorCode::Io, keepsStill(QDir::toNativeSeparators(folder)), QStringLiteral("no answer"));
        const QString own = QFileInfo(m_reg.folder()).canonicalFilePath();
        if ((chosen->path + u'/').startsWith(own + u'/'))
            return fail(ErrorCode::InvalidInput,
                tr("This folder lies inside the register's own. A second place is for the day when this disk is lost: "
                   "choose a stick, a second disk or a network folder."));
        if (!chosen->allowed)
            return chosen->allowed;
        elsewhere = chosen->elsewhere;
    }
    const auto set = [folder, elsewhere](Database& database) -> Result<void> {
        for (const char* name : { SecondCopied, SecondSerial }) // nothing is known of this place
            if (auto done = meta::set(database, QString::fromLatin1(name), qint64(0)); !done)
                return done;
        if (auto done = meta::set(database, QString::fromLatin1(SecondElsewhere), int(elsewhere)); !done)
            return done;
        return meta::set(database, QString::fromLatin1(SecondName), folder);
    };
    return m_reg.writeLocal(set).result();
}

Result<KeptBackups> RegisterBackups::look(const std::atomic_bool* cancelled) const
{
    const auto own = ownId();
    KeptBackups kept { opened(backupFolder::read(folder()), false, own), {} };
    auto place = chosen();
    if (!place)
        return fail(place);
    kept.second.folder = place->folder;
    if (!place->folder.isEmpty()) {
        const auto read = [place = *place](FarWork& far) {
            return place.isThere()
                ? FoundThere { true, place.isOnOwnDisk(), backupFolder::read(place.folder, &far.stopped) }
                : FoundThere();
        };
        const auto found = farPlace::ask(place->folder, cancelled, read).value_or(FoundThere());
        kept.second.there = found.there;
        kept.second.onOwnDisk = found.onOwnDisk;
        for (KeptBackup& one : opened(found.lying, true, own))
            kept.all.push_back(std::move(one));
    }
    const auto serial = [](const KeptBackup& one) {
        return one.manifest ? one.manifest->serial : backupFolder::serialOf(one.file);
    };
    std::stable_sort(kept.all.begin(), kept.all.end(),
        [&](const KeptBackup& a, const KeptBackup& b) { return serial(a) > serial(b); });
    const auto judge = [&kept](Database& database) -> Result<void> {
        if (auto marked = markFormer(database, kept.all); !marked)
            return marked;
        auto copied = meta::value(database, QString::fromLatin1(SecondCopied));
        auto serial = meta::value(database, QString::fromLatin1(SecondSerial));
        if (!copied || !serial)
            return fail(!copied ? copied : serial);
        if (!kept.second.folder.isEmpty())
            compare(kept.second, kept.all, { copied->toLongLong(), serial->toLongLong() });
        return {};
    };
    auto judged = m_reg.read(judge).result();
    return judged ? Result<KeptBackups>(std::move(kept)) : fail(judged);
}

Result<std::vector<KeptBackup>> RegisterBackups::list(const std::atomic_bool* cancelled) const
{
    auto kept = look(cancelled);
    return kept ? Result<std::vector<KeptBackup>>(std::move(kept->all)) : fail(kept);
}

Result<bool> RegisterBackups::isSecondThere(const std::atomic_bool* cancelled) const
{
    auto place = chosen();
    if (!place || place->folder.isEmpty())
        return place ? Result<bool>(false) : fail(place);
    const auto look = [place = *place](FarWork&) { return place.isThere(); };
    return farPlace::ask(place->folder, cancelled, look).value_or(false);
}

Result<std::optional<MadeBackup>> RegisterBackups::fillSecond(const std::atomic_bool* cancelled)
{
    std::optional<MadeBackup> nothing;
    if (m_reg.isReadOnly())
        return nothing;
    auto kept = look(cancelled);
    if (!kept)
        return fail(kept);
    const auto newest = std::find_if(
        kept->all.begin(), kept->all.end(), [](const KeptBackup& one) { return !one.second && countsAsBackup(one); });
    if (!kept->second.there || kept->second.lacksSince == 0 || newest == kept->all.end())
        return nothing;
    MadeBackup made;
    made.manifest = *newest->manifest;
    made.file = newest->file;
    made.onlyCopied = true;
    spread(made, cancelled);
    return std::optional(std::move(made));
}

void RegisterBackups::copyToSecond(MadeBackup& made, const std::atomic_bool* cancelled)
{
    auto place = chosen();
    if (!place || place->folder.isEmpty())
        return;
    const QString shown = QDir::toNativeSeparators(place->folder);
    const QString to = QDir(place->folder).filePath(QFileInfo(made.file).fileName());
    const auto copy = [place = *place, from = made.file, to, files = m_files](FarWork& far) {
        CopiedThere copied;
        copied.there = place.isThere();
        copied.onOwnDisk = !copied.there && place.isFolder();
        if (!copied.there)
            return copied;
        copied.elsewhere = !place.isOnOwnDisk();
        copied.done = backupWriter::copy(from, to, *files, &far.stopped, [&far](qint64, qint64) { ++far.moved; });
        copied.stayed = place.isThere();
        return copied;
    };
    const auto copied = farPlace::ask(place->folder, cancelled, copy, CopyPatience);
    if (!copied && cancelled && *cancelled)
        made.secondProblem = copyStopped();
    else if (!copied)
        made.secondProblem = keepsStill(shown);
    else if (!copied->there || !copied->done)
        made.secondProblem = problemOf(*copied, shown);
    made.secondWaits = !copied || !copied->there;
    if (!made.secondProblem.isEmpty())
        return;
    made.secondFile = to;
    // What cannot be remembered now is only told too early when the place is away.
    (void)m_reg
        .writeLocal([copy = LastCopy { made.manifest.made, made.manifest.serial }, elsewhere = copied->elsewhere,
                        folder = place->folder](Database& database) -> Result<void> {
            auto now = meta::value(database, QString::fromLatin1(SecondName));
            if (!now || now->toString() != folder)
                return now ? Result<void>() : fail(now); // another place was chosen while this one was copied to
            if (auto done = meta::set(database, QString::fromLatin1(SecondSerial), copy.serial); !done)
                return done;
            if (auto done = elsewhere ? meta::set(database, QString::fromLatin1(SecondElsewhere), 1) : Result<void>();
                !done)
                return done;
            return meta::set(database, QString::fromLatin1(SecondCopied), copy.at);
        })
        .result();
}

Result<void> RegisterBackups::eraseInSecond(
    const QByteArray& list, QUuid registerId, const std::atomic_bool* cancelled) const
{
    auto place = chosen();
    if (!place || place->folder.isEmpty())
        return place ? Result<void>() : Result<void>(fail(place));
    const auto put = [list, registerId, place = *place](FarWork&) -> Result<void> {
        if (!place.isThere())
            return {}; // a stick that is away gets it with the next backup
        return erasureList::add(list, registerId, place.folder);
    };
    const auto done = farPlace::ask(place->folder, cancelled, put);
    if (!done && cancelled && *cancelled)
        return fail(ErrorCode::Cancelled, copyStopped());
    return done ? *done
                : fail(ErrorCode::Io, keepsStill(QDir::toNativeSeparators(place->folder)), QStringLiteral("no answer"));
}

Result<void> RegisterBackups::pruneSecond(MadeBackup& made, QUuid own, const std::atomic_bool* cancelled)
{
    const QString place = QFileInfo(made.secondFile).path();
    const auto read = [place](FarWork& far) { return backupFolder::read(place, &far.stopped); };
    const auto lying = farPlace::ask(place, cancelled, read);
    if (!lying)
        return {}; // the next copy prunes
    const QStringList superfluous = superfluousOf(opened(*lying, true, own));
    const auto remove = [superfluous, files = m_files](FarWork& far) -> Result<int> {
        int removed = 0;
        for (const QString& file : superfluous) {
            if (far.stopped)
                break;
            if (auto done = files->remove(file); !done)
                return fail(done);
            ++removed;
        }
        return removed;
    };
    const auto removed = farPlace::ask(place, cancelled, remove);
    if (!removed || !*removed)
        return removed ? Result<void>(fail(*removed)) : Result<void>();
    made.pruned += **removed;
    return {};
}

} // namespace maiam
