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
/// A stick that takes a whole register in one go keeps still while the system empties its cache.
constexpr std::chrono::minutes CopyPatience { 10 };

/// What lies there.
struct FoundThere
{
    bool there = false;
    std::vector<backupFolder::Lying> lying;
};

/// What came of copying.
struct CopiedThere
{
    bool there = false; ///< before
    bool stayed = false; ///< afterwards
    Result<void> done;
};

bool countsAsBackup(const KeptBackup& one)
{
    return one.manifest && !one.former;
}

/// Compares the two places. `copied`: what is remembered of a place that is away.
void compare(SecondPlace& second, const std::vector<KeptBackup>& all, UtcMs copied)
{
    const auto held =
        std::find_if(all.begin(), all.end(), [](const KeptBackup& one) { return one.second && countsAsBackup(one); });
    const bool any = held != all.end();
    second.newest = !second.there ? copied : any ? held->manifest->made : 0;
    for (const KeptBackup& one : all) {
        if (one.second || !countsAsBackup(one))
            continue;
        // The order of serials holds whatever the clock said; of a place that is away only the time is remembered.
        const bool lacks =
            second.there ? !any || one.manifest->serial > held->manifest->serial : one.manifest->made > second.newest;
        if (lacks)
            second.lacksSince = one.manifest->made; // they come newest first
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
    return newest == 0 || civil::date(newest).daysTo(today) > PatienceDays;
}

Result<QString> RegisterBackups::secondPlace() const
{
    auto place =
        m_reg.read([](Database& database) { return meta::value(database, QString::fromLatin1(SecondName)); }).result();
    if (!place)
        return fail(place);
    return place->toString();
}

Result<void> RegisterBackups::setSecondPlace(const QString& folder, const std::atomic_bool* cancelled)
{
    if (!folder.isEmpty()) {
        const auto canonical = [folder](FarWork&) { return QFileInfo(folder).canonicalFilePath(); };
        const auto chosen = farPlace::ask(folder, cancelled, canonical);
        if (cancelled && *cancelled)
            return fail(ErrorCode::Cancelled, tr("Stopped. The second place is the one that it was before."));
        if (!chosen)
            return fail(ErrorCode::Io, keepsStill(QDir::toNativeSeparators(folder)), QStringLiteral("no answer"));
        const QString own = QFileInfo(m_reg.folder()).canonicalFilePath();
        if ((*chosen + u'/').startsWith(own + u'/'))
            return fail(ErrorCode::InvalidInput,
                tr("This folder lies inside the register's own. A second place is for the day when this disk is lost: "
                   "choose a stick, a second disk or a network folder."));
    }
    const auto set = [folder](Database& database) -> Result<void> {
        if (auto done = meta::set(database, QString::fromLatin1(SecondCopied), UtcMs(0)); !done)
            return done; // nothing is known of this place
        return meta::set(database, QString::fromLatin1(SecondName), folder);
    };
    return m_reg.writeLocal(set).result();
}

Result<KeptBackups> RegisterBackups::look(const std::atomic_bool* cancelled) const
{
    KeptBackups kept { opened(backupFolder::read(folder()), false), {} };
    auto place = secondPlace();
    if (!place)
        return fail(place);
    kept.second.folder = *place;
    if (!place->isEmpty()) {
        const auto read = [folder = *place](FarWork& far) {
            return FoundThere { QFileInfo(folder).isDir(), backupFolder::read(folder, &far.stopped) };
        };
        const auto found = farPlace::ask(*place, cancelled, read).value_or(FoundThere());
        kept.second.there = found.there;
        for (KeptBackup& one : opened(found.lying, true))
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
        if (!copied)
            return fail(copied);
        if (!kept.second.folder.isEmpty())
            compare(kept.second, kept.all, copied->toLongLong());
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
    auto place = secondPlace();
    if (!place || place->isEmpty())
        return place ? Result<bool>(false) : fail(place);
    const auto look = [folder = *place](FarWork&) { return QFileInfo(folder).isDir(); };
    return farPlace::ask(*place, cancelled, look).value_or(false);
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
    auto place = secondPlace();
    if (!place || place->isEmpty())
        return;
    const QString shown = QDir::toNativeSeparators(*place);
    const QString to = QDir(*place).filePath(QFileInfo(made.file).fileName());
    const auto copy = [folder = *place, from = made.file, to, files = m_files](FarWork& far) {
        CopiedThere copied { QFileInfo(folder).isDir(), true, {} };
        if (!copied.there)
            return copied;
        copied.done = backupWriter::copy(from, to, *files, &far.stopped, [&far](qint64, qint64) { ++far.moved; });
        copied.stayed = QFileInfo(folder).isDir();
        return copied;
    };
    const auto copied = farPlace::ask(*place, cancelled, copy, CopyPatience);
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
        .writeLocal([at = made.manifest.made, folder = *place](Database& database) -> Result<void> {
            auto now = meta::value(database, QString::fromLatin1(SecondName));
            if (!now || now->toString() != folder)
                return now ? Result<void>() : fail(now); // another place was chosen while this one was copied to
            return meta::set(database, QString::fromLatin1(SecondCopied), at);
        })
        .result();
}

Result<void> RegisterBackups::eraseInSecond(
    const QByteArray& list, QUuid registerId, const std::atomic_bool* cancelled) const
{
    auto place = secondPlace();
    if (!place || place->isEmpty())
        return place ? Result<void>() : Result<void>(fail(place));
    const auto put = [list, registerId, folder = *place](FarWork&) -> Result<void> {
        if (!QFileInfo(folder).isDir())
            return {}; // a stick that is away gets it with the next backup
        return erasureList::add(list, registerId, folder);
    };
    const auto done = farPlace::ask(*place, cancelled, put);
    if (!done && cancelled && *cancelled)
        return fail(ErrorCode::Cancelled, copyStopped());
    return done ? *done
                : fail(ErrorCode::Io, keepsStill(QDir::toNativeSeparators(*place)), QStringLiteral("no answer"));
}

Result<void> RegisterBackups::pruneSecond(MadeBackup& made, const std::atomic_bool* cancelled)
{
    const QString place = QFileInfo(made.secondFile).path();
    const auto read = [place](FarWork& far) { return backupFolder::read(place, &far.stopped); };
    const auto lying = farPlace::ask(place, cancelled, read);
    if (!lying)
        return {}; // the next copy prunes
    const QStringList superfluous = superfluousOf(opened(*lying, true));
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
