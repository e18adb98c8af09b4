// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_writer.h"
#include "models/register/backup_folder.h"
#include "models/register/register.h"
#include "models/register/register_place.h"
#include "models/register/verify.h"

#include <optional>

namespace maiam {

/// One backup as it lies in a folder.
struct KeptBackup
{
    QString file;
    qint64 bytes = 0;
    bool second = false; ///< in the second place
    /// It opened with the register's key. Nothing: it is damaged, or was made before the register's key was changed.
    std::optional<BackupManifest> manifest;
    bool damaged = false; ///< it cannot be read, or a trial has proved that it restores nothing
    bool proved = false; ///< a trial has: then it is ours, and goes when nothing of its time is left
    /// It holds entries that the register does not: a history that was left by a restore. It never ages out by itself.
    bool former = false;
};

/// The second place, and what this disk has that it has not.
struct SecondPlace
{
    QString folder; ///< empty when none was chosen
    bool there = false; ///< it is a folder, answers, and is no mount point whose disk is gone
    bool onOwnDisk = false; ///< it lies on the register's disk: what takes the one takes the other
    UtcMs newest = 0; ///< when its newest backup was made, as remembered while it is away; 0 when none is known
    UtcMs lacksSince = 0; ///< the earliest time of a backup of this disk that it lacks; 0 when it lacks none

    static constexpr int PatienceDays = 7;
    /// Whether somebody should be told. The stick is meant to lie in another room, so a week is given to bring it, as
    /// long as a backup on this disk may be old; and after a holiday the first day, on which everything is late.
    [[nodiscard]] bool isLate(UtcMs now) const;
};

/// The backups in both places.
struct KeptBackups
{
    std::vector<KeptBackup> all; ///< newest first
    SecondPlace second;
};

/// The last backup that was to be made by itself, and failed.
struct FailedBackup
{
    UtcMs at = 0;
    QString why; ///< what, why and what now: the error's own sentence
    ErrorCode code = ErrorCode::Internal; ///< Damaged: the register itself, for all that is known
};

/// What making one came to.
struct MadeBackup
{
    BackupManifest manifest;
    QString file;
    QString secondFile; ///< empty when no second place is set or it could not be reached
    QString secondProblem; ///< a sentence, when the second place did not take it
    bool secondWaits = false; ///< it did not since it is away or the copy was stopped: no trouble before it is late
    int pruned = 0; ///< older files that were removed, in both places
    bool clockInDoubt = false; ///< then nothing was pruned
    bool onlyCopied = false; ///< none was made: the second place got the newest one of this disk
};

/// What the trial (thử khôi phục) found in the newest backup.
struct RestoreTrial
{
    BackupManifest manifest;
    QString file;
    Verified verified;
    qint64 children = 0;
    qint64 cases = 0;
    qint64 sessions = 0;
};

/// The backups of an open register (sao lưu). All functions block; call them beside the window. The register stays open
/// and can be written while one is made. The second place may be a network folder that hangs: nothing waits for it
/// longer than farPlace allows, nor once `cancelled` is set.
class RegisterBackups
{
    Q_DECLARE_TR_FUNCTIONS(RegisterBackups)
public:
    explicit RegisterBackups(Register& reg, std::shared_ptr<BackupFiles> files = std::make_shared<BackupFiles>(),
        std::shared_ptr<const PlaceProbe> probe = std::make_shared<PlaceProbe>());

    /// backups/ in the register's folder.
    [[nodiscard]] QString folder() const;
    /// A folder on a stick, a second disk or the network; empty when none was chosen.
    [[nodiscard]] Result<QString> secondPlace() const;
    /// One on the register's own disk is taken and told (SecondPlace::onOwnDisk). Errors: InvalidInput (inside the
    /// register, or a cloud service copies it to the internet), Io (it does not answer), Cancelled; then the place is
    /// as it was.
    [[nodiscard]] Result<void> setSecondPlace(const QString& folder, const std::atomic_bool* cancelled = nullptr);

    /// Looks into both places.
    [[nodiscard]] Result<KeptBackups> look(const std::atomic_bool* cancelled = nullptr) const;
    /// The register's backups in both places, newest first.
    [[nodiscard]] Result<std::vector<KeptBackup>> list(const std::atomic_bool* cancelled = nullptr) const;
    /// Whether the second place is a folder that answers.
    [[nodiscard]] Result<bool> isSecondThere(const std::atomic_bool* cancelled = nullptr) const;
    /// The newest one in the register's own folder that can be read and is of this register's history.
    [[nodiscard]] Result<std::optional<KeptBackup>> newest() const;
    /// Whether something was written that no backup holds.
    [[nodiscard]] Result<bool> hasNews() const;
    /// The newest backup is of an earlier day, and since then something was written or somebody looked at something:
    /// then a day of work is over. On the same day only what failed is tried again. At once when a trial has proved the
    /// latest one to be damaged.
    [[nodiscard]] Result<bool> isDue() const;
    /// The last one that was to be made by itself, when it failed and none was made since.
    [[nodiscard]] Result<std::optional<FailedBackup>> failure() const;
    /// Keeps for the next unlock that one was to be made by itself and failed.
    [[nodiscard]] Result<void> noteFailure(const Error& error);

    /// Makes one, verifies it, copies it to the second place, and prunes. Fails only when the one in the register's own
    /// folder failed; a second place that is absent or full is told in the result. KeysDamaged when register.keys is an
    /// old copy or another register's: such a backup would open for nobody.
    [[nodiscard]] Result<MadeBackup> make(
        BackupReason reason, const BackupProgress& progress = {}, const std::atomic_bool* cancelled = nullptr);
    /// Copies this disk's newest backup to the second place when that is there and lacks it: a stick that comes back is
    /// not left behind because nobody writes. Nothing when there was nothing to copy.
    [[nodiscard]] Result<std::optional<MadeBackup>> fillSecond(const std::atomic_bool* cancelled = nullptr);
    /// Makes one in any folder, without pruning; for the command line. Errors: as make(), and InvalidInput for a folder
    /// that a cloud service copies to the internet.
    [[nodiscard]] Result<MadeBackup> makeIn(
        const QString& folder, const BackupProgress& progress = {}, const std::atomic_bool* cancelled = nullptr);
    /// Folders with registers that a restore replaced, beside this one: whoever has a passphrase of that time still
    /// opens them, and nothing is erased in them.
    [[nodiscard]] QStringList formerRegisters() const;
    /// Puts the list of what was erased beside the backups, in both places, so that no restore brings it back; nothing
    /// when nothing was erased.
    [[nodiscard]] Result<void> putErasures(const QString& alsoIn = {}, const std::atomic_bool* cancelled = nullptr);
    /// Restores the newest backup into a scratch folder, opens it, checks it wholly, folds it again, and deletes it.
    /// Damaged: it is one no longer (KeptBackup::damaged), and the next is due.
    [[nodiscard]] Result<RestoreTrial> tryRestore(
        const Verification::Progress& progress = {}, const std::atomic_bool* cancelled = nullptr);
    /// Deletes what a trial left behind that was cut off (power cut, killed program). Only while no trial runs.
    void clearTrial() const;

    /// Before a step of the schema: a verified backup of a register that only the given connection has open. One that
    /// an earlier try of the step made is as good as long as nothing was written since.
    [[nodiscard]] static Result<void> beforeSchemaStep(
        Database& writer, const QString& folder, const SecretKey& key, qint64 schema, UtcMs now);

private:
    struct Chosen;
    [[nodiscard]] Result<BackupManifest> write(BackupReason reason, const QString& file, qint64 serial,
        const BackupProgress& progress, const std::atomic_bool* cancelled);
    /// The register's keys file, when it is its own and the newest. Errors: as KeysFile::read; KeysDamaged.
    [[nodiscard]] Result<KeysFile> ownKeys(Database& database) const;
    /// The id of the register, by which its backups are told from those of others; nothing while its keys file is not
    /// there or not to be relied on.
    [[nodiscard]] std::optional<QUuid> ownId() const;
    /// Those of this register, with what its key opens of them. What its key does not open must bear the id.
    [[nodiscard]] std::vector<KeptBackup> opened(
        const std::vector<backupFolder::Lying>& lying, bool second, const std::optional<QUuid>& own) const;
    [[nodiscard]] static Result<void> markFormer(Database& database, std::vector<KeptBackup>& all);
    [[nodiscard]] static QStringList superfluousOf(const std::vector<KeptBackup>& all);
    [[nodiscard]] Result<qint64> nextSerial(const QString& alsoIn, const std::atomic_bool* cancelled) const;
    [[nodiscard]] QString nameFor(qint64 serial) const;
    /// The second place with what is remembered of it. Takes the place's name.
    [[nodiscard]] Result<Chosen> chosen() const;
    void spread(MadeBackup& made, const std::atomic_bool* cancelled);
    void copyToSecond(MadeBackup& made, const std::atomic_bool* cancelled);
    /// Puts the list of what was erased there; a place that is away gets it with the next backup.
    [[nodiscard]] Result<void> eraseInSecond(
        const QByteArray& list, QUuid registerId, const std::atomic_bool* cancelled) const;
    [[nodiscard]] Result<void> prune(MadeBackup& made, const std::atomic_bool* cancelled);
    [[nodiscard]] Result<void> pruneSecond(MadeBackup& made, QUuid own, const std::atomic_bool* cancelled);
    [[nodiscard]] Result<void> forgetFailure();
    [[nodiscard]] Result<RestoreTrial> restoreTrial(
        const QString& lying, const Verification::Progress& progress, const std::atomic_bool* cancelled);
    /// The files on this disk, as they lie there, that a trial has proved to be damaged.
    [[nodiscard]] QStringList provedDamaged() const;
    [[nodiscard]] Result<void> noteDamaged(const QString& file);
    /// Whether one of those is younger than all that are whole.
    [[nodiscard]] bool isLatestDamaged(qint64 newestSerial) const;
    Register& m_reg;
    std::shared_ptr<BackupFiles> m_files;
    std::shared_ptr<const PlaceProbe> m_probe;
};

} // namespace maiam
