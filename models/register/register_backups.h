// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_writer.h"
#include "models/register/register.h"
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
    bool damaged = false;
    /// It holds entries that the register does not: a history that was left by a restore. It never ages out by itself.
    bool former = false;
};

/// What making one came to.
struct MadeBackup
{
    BackupManifest manifest;
    QString file;
    QString secondFile; ///< empty when no second place is set or it could not be reached
    QString secondProblem; ///< a sentence, when the second place did not take it
    int pruned = 0; ///< older files that were removed, in both places
    bool clockInDoubt = false; ///< then nothing was pruned
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
/// and can be written while one is made.
class RegisterBackups
{
    Q_DECLARE_TR_FUNCTIONS(RegisterBackups)
public:
    explicit RegisterBackups(Register& reg, std::shared_ptr<BackupFiles> files = std::make_shared<BackupFiles>());

    /// backups/ in the register's folder.
    [[nodiscard]] QString folder() const;
    /// A folder on a stick, a second disk or the network; empty when none was chosen.
    [[nodiscard]] Result<QString> secondPlace() const;
    [[nodiscard]] Result<void> setSecondPlace(const QString& folder);

    /// The register's backups in both places, newest first.
    [[nodiscard]] Result<std::vector<KeptBackup>> list() const;
    /// The newest one in the register's own folder that can be read and is of this register's history.
    [[nodiscard]] Result<std::optional<KeptBackup>> newest() const;
    /// Whether something was written that no backup holds.
    [[nodiscard]] Result<bool> hasNews() const;
    /// hasNews(), and the newest backup is of an earlier day: then a day of work is over.
    [[nodiscard]] Result<bool> isDue() const;

    /// Makes one, verifies it, copies it to the second place, and prunes. Fails only when the one in the register's own
    /// folder failed; a second place that is absent or full is told in the result.
    [[nodiscard]] Result<MadeBackup> make(
        BackupReason reason, const BackupProgress& progress = {}, const std::atomic_bool* cancelled = nullptr);
    /// The same into any folder, without pruning; for the command line.
    [[nodiscard]] Result<MadeBackup> makeIn(
        const QString& folder, const BackupProgress& progress = {}, const std::atomic_bool* cancelled = nullptr);
    /// Folders with registers that a restore replaced, beside this one: whoever has a passphrase of that time still
    /// opens them, and nothing is erased in them.
    [[nodiscard]] QStringList formerRegisters() const;
    /// Puts the list of what was erased beside the backups, in both places, so that no restore brings it back; nothing
    /// when nothing was erased.
    [[nodiscard]] Result<void> putErasures(const QString& alsoIn = {});
    /// Restores the newest backup into a scratch folder, opens it, checks it wholly, folds it again, and deletes it.
    [[nodiscard]] Result<RestoreTrial> tryRestore(
        const Verification::Progress& progress = {}, const std::atomic_bool* cancelled = nullptr);

    /// Before a step of the schema: a verified backup of a register that only the given connection has open.
    [[nodiscard]] static Result<void> beforeSchemaStep(
        Database& writer, const QString& folder, const SecretKey& key, qint64 schema, UtcMs now);

private:
    [[nodiscard]] Result<BackupManifest> write(BackupReason reason, const QString& file, qint64 serial,
        const BackupProgress& progress, const std::atomic_bool* cancelled);
    [[nodiscard]] std::vector<KeptBackup> listIn(const QString& folder, bool second) const;
    [[nodiscard]] Result<qint64> nextSerial(const QString& alsoIn = {}) const;
    [[nodiscard]] QString nameFor(qint64 serial) const;
    void copyToSecond(MadeBackup& made, const std::atomic_bool* cancelled);
    [[nodiscard]] Result<void> prune(MadeBackup& made);
    Register& m_reg;
    std::shared_ptr<BackupFiles> m_files;
};

} // namespace maiam
