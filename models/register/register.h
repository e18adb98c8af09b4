// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/office_role.h"
#include "models/journal/journal.h"
#include "models/register/access_chain.h"
#include "models/register/keys_file.h"
#include "models/register/recovery_key.h"
#include "models/register/roles.h"
#include "models/register/unlocked_folder.h"
#include "models/register/unwritten.h"
#include "models/register/worker.h"
#include "models/search/search_index.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace maiam {

/// The office that keeps the register.
struct OfficeInfo
{
    QByteArray id; ///< 16 bytes, for ever
    QString unit; ///< code of the catalogue "units"
    QString name; ///< as printed: "Ủy ban nhân dân xã Bình Liêu"
    OfficeRole role = OfficeRole::Commune;
};

class OfficeKey;

/// What a new register is made from.
struct NewRegister
{
    QString folder;
    QString unit;
    OfficeRole role = OfficeRole::Commune;
    QString officeName;
    QString login;
    QString displayName;
    QString post; ///< as typed: "Cán bộ bảo vệ trẻ em"; may be empty
    /// The first user can do everything that an office of one needs.
    QString userRole = QStringLiteral("officer+administrator");
    QString passphrase;
    QString recoveryKey; ///< RecoveryKey::text() of one that was shown already; empty for a new one
    bool demo = false; ///< fictional data may go in; every screen and paper says so
    KdfCost cost = {};
    KdfLimits limits = {}; ///< which keys files are believed; tests lower it
};

/// What one commit changed, for lists and badges.
struct Committed
{
    QUuid batch;
    std::vector<std::pair<const RecordKind*, qint64>> rows;
    UtcMs at = 0;
};

/// What came of receiving entries.
struct Received
{
    qint64 added = 0;
    qint64 known = 0;
    qint64 waiting = 0;
    qint64 notAllowed = 0;
    qint64 forked = 0;
};

class FailedUnlocks;
class OwnDevice;
class Register;

/// A new register and the key to print for the sealed envelope.
struct CreatedRegister
{
    std::unique_ptr<Register> reg;
    RecoveryKey recovery;
};

/// The encrypted register (sổ): a folder with register.db and register.keys. One writer thread owns the only writing
/// connection, one reader thread serves lists; the interface thread opens none. All changes go through commit().
class Register : public QObject
{
    Q_OBJECT
public:
    /// Makes a register in an empty or absent folder. Errors: AlreadyExists, ReadOnly, DiskFull, InvalidInput.
    [[nodiscard]] static Result<CreatedRegister> create(
        const NewRegister& wanted, std::shared_ptr<Clock> clock = std::make_shared<SystemClock>());
    /// Opens with a user's passphrase. A register that a newer program has written opens for reading (isReadOnly).
    /// Errors: WrongPassphrase, KeysMissing, KeysDamaged, Damaged, NewerVersion when it cannot even be read, NotFound.
    [[nodiscard]] static Result<std::unique_ptr<Register>> open(const QString& folder, QUuid user,
        const QString& passphrase, std::shared_ptr<Clock> clock = std::make_shared<SystemClock>(),
        const KdfLimits& limits = {});
    /// Opens as whichever user this passphrase belongs to.
    [[nodiscard]] static Result<std::unique_ptr<Register>> open(const QString& folder, const QString& passphrase,
        std::shared_ptr<Clock> clock = std::make_shared<SystemClock>(), const KdfLimits& limits = {});
    /// Opens what was unlocked in another way (recovery key, escrow, a changed register key), as this user. NotAllowed
    /// when the user was removed from the register.
    [[nodiscard]] static Result<std::unique_ptr<Register>> open(
        UnlockedFolder unlocked, QUuid user, std::shared_ptr<Clock> clock = std::make_shared<SystemClock>());
    /// Closes and keeps the key, so that it can be changed (KeyChanger) and the register opened again. Until then the
    /// change is due (people::keyChangeDue), whatever ends it. Errors: DiskFull, Io, Busy when that cannot be noted,
    /// and as KeysFile::read; the register is closed all the same.
    [[nodiscard]] static Result<UnlockedFolder> close(std::unique_ptr<Register> reg, const struct KeyChange& wanted);
    ~Register() override;

    /// Who can open it, for the lock screen. Read from register.keys, which holds nothing else in the clear.
    [[nodiscard]] static Result<QList<KeysFile::SlotInfo>> users(const QString& folder, const KdfLimits& limits = {});
    /// True when the folder holds a register or what is left of one.
    [[nodiscard]] static bool exists(const QString& folder);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const OfficeInfo& office() const { return m_office; }
    [[nodiscard]] QUuid user() const { return m_user; }
    [[nodiscard]] const QString& userLabel() const { return m_userLabel; }
    /// After the own name was changed (people::change). From the thread that asks for it.
    void setUserLabel(const QString& name) { m_userLabel = name; }
    [[nodiscard]] bool demo() const { return m_demo; }
    /// A newer program has written it, and this one only shows it: whatever would write answers NewerVersion, who looks
    /// is a viewer, and looking leaves no trace, since not one byte may change.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// What the user is here, as the register says it. While nobody is an administrator, every officer is.
    [[nodiscard]] Roles roles() const { return Roles::fromInt(m_roles); }
    /// True when the keys file is older than the newest one that this register knows: somebody put it back.
    [[nodiscard]] bool olderKeys() const { return m_olderKeys; }
    [[nodiscard]] const Clock& clock() const { return *m_clock; }
    [[nodiscard]] const KdfLimits& limits() const { return m_limits; }
    [[nodiscard]] QByteArray deviceId() const { return m_device->id; }
    /// Where a passphrase that is asked for while the register is open counts its tries. From any thread.
    [[nodiscard]] FailedUnlocks& tries();
    /// They count with those of the lock that has opened it, which must tell a running try from a failed one. To be
    /// said before anybody asks.
    void countTriesWith(std::shared_ptr<FailedUnlocks> tries);

    /// A new record of this office, not stored yet.
    [[nodiscard]] Record newRecord(const RecordKind& kind) const;

    /// Makes and stores one batch, when the user's roles allow each change (NotAllowed). The function runs inside the
    /// write transaction, so what it reads cannot change under it; when the future is done, the data is on the disk
    /// (law 6). An empty batch changes nothing.
    using MakeBatch = std::function<Result<Batch>(Database&)>;
    [[nodiscard]] QFuture<Result<Committed>> commit(MakeBatch make);
    [[nodiscard]] QFuture<Result<Committed>> commit(Batch batch);
    /// Changes the keys file, in the writer's thread, and lets the register remember what it must of it. The file is
    /// written only when `change` says that all is well. Errors: those of `change` and of KeysFile::write.
    using ChangeKeys = std::function<Result<void>(KeysFile&, const SecretKey&, Database&)>;
    [[nodiscard]] QFuture<Result<void>> changeKeys(ChangeKeys change);
    /// Takes in entries of other devices, all or none of them.
    [[nodiscard]] QFuture<Result<Received>> receive(std::vector<Entry> entries);
    /// This office agrees to an erasure that another one has ordered: @p allowed is asked inside the transaction.
    /// Errors: NotFound, and what @p allowed says.
    [[nodiscard]] QFuture<Result<void>> confirmErasure(
        const EntryHash& erasure, QUuid leader, QUuid administrator, std::function<Result<void>(Database&)> allowed);
    /// Erases in a restored register what the list beside the backup names (erasure::list), before it is looked at.
    /// Errors: Damaged.
    [[nodiscard]] QFuture<Result<void>> adoptErasures(const QByteArray& list);
    /// Moves the write-ahead log into the file and empties it, so that nothing erased stays there. Errors: Busy.
    [[nodiscard]] QFuture<Result<void>> checkpoint();
    /// Writes to the local tables outside the fold (drafts, settings, receipts), in one transaction.
    [[nodiscard]] QFuture<Result<void>> writeLocal(std::function<Result<void>(Database&)> write);
    /// Records that somebody looked (journal.md, law 8): given to the writer at once; what it cannot write is tried
    /// again, the last time before the register closes. From any thread. Nobody need wait for the answer, which says
    /// whether it stands on the disk. @p count: entries sealed, failed unlocks.
    QFuture<Result<void>> noteAccess(
        AccessAct act, const RecordKind* kind = nullptr, QUuid record = {}, qint64 count = 1);
    /// Records what is about to leave the program, or to be shown for a reason: only when this is done without an error
    /// does it stand on the disk, and only then may it be printed, written or shown. One entry for each record; a null
    /// one is of none. On an error nothing stands there and nothing is tried again. From any thread. Errors: DiskFull
    /// and those of the engine, with what to do.
    [[nodiscard]] QFuture<Result<void>> recordAccess(
        AccessAct act, const RecordKind* kind = nullptr, std::vector<QUuid> records = { QUuid() }, qint64 count = 1);
    /// Writes what was noted so far; without an error all of it stands on the disk.
    QFuture<Result<void>> writeAccess();
    /// What was noted and could not be written, for the next time that this register opens. Nothing is written any more
    /// afterwards: call it when the register is about to close.
    [[nodiscard]] std::vector<AccessNote> takeUnwrittenAccess();
    /// Writes what takeUnwrittenAccess() gave before: under the names and times of then.
    void noteAgain(std::vector<AccessNote> notes);
    /// What was typed and the disk did not take yet (unwrittenDrafts). From any thread.
    [[nodiscard]] Unwritten& unwritten() { return m_unwritten; }
    /// For what the program keeps while this register is locked: opened only with the key of the same register.
    [[nodiscard]] QByteArray seal(QByteArray plain) const { return lockSeal::seal(m_key, std::move(plain)); }
    /// Null when another register's key sealed it, or an earlier one of this register.
    [[nodiscard]] QByteArray unseal(const QByteArray& sealed) const { return lockSeal::open(m_key, sealed); }
    /// Reads in the reader's thread.
    template <typename Work> auto read(Work work) { return m_reader.run(std::move(work)); }
    /// Long work on a connection of its own: the key stays in here. Blocks the calling thread's worker, not the window.
    [[nodiscard]] Result<std::unique_ptr<Worker>> connect(const QString& name);
    /// Reads one record, blocking; for commands and tests.
    [[nodiscard]] Result<Record> record(const RecordKind& kind, QUuid id);

Q_SIGNALS:
    /// After each commit and receipt: the only way in which screens learn of a change.
    void committed(const maiam::Committed& batch);
    /// What could not be recorded of who looked stands on the disk now.
    void accessWritten();

private:
    friend class RegisterBackups; ///< copies pages under the writer's eyes and opens the copy with the key

    Register(QString folder, SecretKey key, std::shared_ptr<Clock> clock);
    Result<void> start(OpenMode mode);
    Result<void> found(const NewRegister& wanted, QUuid user);
    Result<void> makeIdentity();
    Result<void> load();
    Result<void> bringUpToDate(Database& database);
    Result<void> bringTablesUpToDate(Database& database);
    Result<void> adoptWaitingErasures(Database& database);
    Result<void> noteKeyChange(Database& database);
    Result<void> appendAccess(Database& database, const std::vector<AccessNote>& now);
    void writeAccessAgain(std::vector<AccessNote> notes);
    Result<void> readRoles(Database& database);
    Result<void> compareKeys(const KeysFile& keys);
    void raiseCost(const QString& passphrase);
    Result<void> goOnAsDevice(Database& database, const OfficeKey& office);
    Result<void> becomeNewDevice(Database& database, const OfficeKey& office);
    Result<Batch> firstBatch(const NewRegister& wanted, QUuid user) const;
    Journal& journal(Database& database);
    Result<void> onFolded(
        const RecordKind& kind, qint64 row, const FoldedRecord& before, const FoldedRecord& now, Database& database);
    Result<void> noticeOthers(Database& database);
    template <typename Answer, typename Work> Result<Answer> inTransaction(Database& database, Work work);

    QString m_folder;
    SecretKey m_key;
    std::shared_ptr<Clock> m_clock;
    OfficeInfo m_office;
    QUuid m_user;
    QString m_userLabel;
    bool m_demo = false;
    bool m_readOnly = false; ///< set before anybody else sees it
    KdfLimits m_limits;
    std::atomic<int> m_roles = 0;
    std::atomic<bool> m_olderKeys = false;
    std::unique_ptr<SigningDevice> m_device;
    std::unique_ptr<OwnDevice> m_own; ///< what is kept of it outside the folder; writer's thread only
    QByteArray m_officeSignKey;
    std::shared_ptr<FailedUnlocks> m_tries; ///< made when it is asked for; under the mutex
    std::mutex m_triesMutex;
    std::unique_ptr<Journal> m_journal; ///< used in the writer's thread only
    std::vector<std::pair<const RecordKind*, qint64>> m_touched; ///< writer's thread only
    std::mutex m_accessMutex;
    std::vector<AccessNote> m_accessNotes; ///< not written yet; under the mutex
    bool m_accessPlanned = false; ///< another try; under the mutex
    std::atomic<bool> m_accessFailed = false; ///< the last try; what was noted waits
    Unwritten m_unwritten;
    qint64 m_dataVersion = 0; ///< changes when another connection has written; writer's thread only
    // The writer goes last: the last connection to close empties the write-ahead log, and a reader may not.
    Worker m_writer { QStringLiteral("writer") };
    Worker m_reader { QStringLiteral("reader") };
};

} // namespace maiam
