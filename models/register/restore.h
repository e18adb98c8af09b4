// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_reader.h"
#include "models/register/failed_unlocks.h"
#include "models/register/keys_file.h"

#include <QCoreApplication>

#include <functional>

namespace maiam {

/// What a backup holds, to look at before anything happens.
struct BackupContent
{
    QString office;
    qint64 children = 0;
    qint64 cases = 0;
    qint64 sessions = 0;
    UtcMs lastEntry = 0; ///< when the last entry was written; 0 when there is none
    bool demo = false;
};

/// What a restore came to.
struct Restored
{
    QString folder;
    QString before; ///< where the register that stood there is kept; empty when there was none
    BackupManifest manifest;
};

/// Bringing a register back from a backup (khôi phục), on this PC or a new one, with a passphrase, the recovery key or
/// the two escrow sheets alone. All functions block. The list of erasures beside the backup goes along and is applied
/// when the restored register opens for the first time: see docs/backup-format.md, "Erasures".
class Restore
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
public:
    /// Who had a passphrase when the backup was made. Errors: KeysDamaged.
    [[nodiscard]] static Result<QList<KeysFile::SlotInfo>> users(
        const BackupReader& backup, const KdfLimits& limits = {});
    /// The register's key from any user's passphrase. Errors: WrongPassphrase, OutOfMemory, KeysDamaged.
    [[nodiscard]] static Result<SecretKey> unlock(
        const BackupReader& backup, const QString& passphrase, const KdfLimits& limits = {});
    /// The register's key from the recovery key of the day on which the backup was made. Errors: WrongPassphrase,
    /// KeysDamaged.
    [[nodiscard]] static Result<SecretKey> unlock(
        const BackupReader& backup, const RecoveryKey& recovery, const KdfLimits& limits = {});
    /// The register's key from the two escrow shares, in either order. Errors: WrongPassphrase; NotFound when the
    /// backup knows of none; KeysDamaged.
    [[nodiscard]] static Result<SecretKey> unlock(
        const BackupReader& backup, const RecoveryKey& one, const RecoveryKey& other, const KdfLimits& limits = {});
    /// One of the unlock() above, as `unlock`, counted like a try to open the register that stands in `folder`: else
    /// its passphrase could be guessed on its own backups. What opens leaves the count as it was, since anybody can
    /// bring a backup that they know how to open. Where no register stands, nothing is counted, nor a file written.
    /// Errors: Busy while a wait runs; those of `unlock`.
    [[nodiscard]] static Result<SecretKey> counted(
        FailedUnlocks& tries, const QString& folder, const std::function<Result<SecretKey>()>& unlock);
    /// What stands in the register inside, read where it lies. Errors: Damaged (the backup), Io.
    [[nodiscard]] static Result<BackupContent> look(const BackupReader& backup, const SecretKey& key);
    [[nodiscard]] static Result<BackupContent> contentOf(Database& database);

    /// Whether the register that stands in `folder` is another one than the backup's, as their keys files say. False
    /// where none stands, and where its keys file cannot be read.
    [[nodiscard]] static bool replacesAnother(const BackupReader& backup, const QString& folder);

    /// Whether a list of what was erased since lies beside the backup or in the folder to restore into. Without one the
    /// restore brings back whatever was erased after the backup was made. Errors: Damaged, Io.
    [[nodiscard]] static Result<bool> findsErasures(const BackupReader& backup, const QString& folder);

    /// Verifies the backup, writes it beside `folder`, opens it there, and only then moves it in. A register that
    /// stands in the folder moves to a folder of its own beside it, when `replace` allows it (AlreadyExists otherwise);
    /// the folder's backups stay. Nobody may have it open. The restored register goes on under a new device id when it
    /// is opened (law 9). Errors: as BackupReader::verify; DiskFull, ReadOnly, Io; then `folder` is as it was.
    [[nodiscard]] static Result<Restored> into(const BackupReader& backup, const SecretKey& key, const QString& folder,
        bool replace, UtcMs now, BackupFiles& files, const BackupProgress& progress = {},
        const std::atomic_bool* cancelled = nullptr);

    /// How the folder of a register that a restore has replaced is named: behind the register's own name, before the
    /// day.
    static constexpr QLatin1StringView FormerSuffix { "-truoc-khoi-phuc-" };

    /// A folder that goes with everything in it.
    class Scratch
    {
    public:
        explicit Scratch(QString folder);
        ~Scratch();
        Q_DISABLE_COPY_MOVE(Scratch)
        [[nodiscard]] const QString& folder() const { return m_folder; }

    private:
        QString m_folder;
    };
};

} // namespace maiam
