// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/keys_memory.h"
#include "models/register/unlocked_folder.h"

namespace maiam {

/// What a changed register key should come with.
struct KeyChange
{
    std::optional<RecoveryKey> recovery; ///< a new recovery key, already on paper; without it the earlier paper stays
    std::optional<RecoveryKey> escrow; ///< new escrow shares, already on paper: what they give together
    bool dropEscrow = false; ///< earlier shares were used or lost
    QList<QUuid> without; ///< people whose slots do not go along
    QUuid by {}; ///< who changes it: stands in the chain of looking once the register is open again
    QUuid successor {}; ///< who takes over the post: must be able to go on afterwards, as the one who changes it

    /// What stands in the register until it is done.
    [[nodiscard]] KeyChangeDue due() const
    {
        return { false, true, recovery.has_value(), escrow.has_value(), dropEscrow };
    }
};

/// Changing the register key (đổi khóa sổ): when somebody was removed for cause, a recovery key is re-issued or escrow
/// was used. Whoever kept an old copy of the keys file and an old passphrase then opens old copies only.
///
/// The register is closed meanwhile. Everything is written anew beside the old files ("….key-change-new"),
/// checked, and then put in place by renaming. Writing the new keys file is the moment of decision: whatever ends the
/// program before it leaves the old register, whatever ends it afterwards is finished at the next opening. The old
/// files stay as "….key-change-old" until the register was opened with the new key.
class KeyChanger
{
    Q_DECLARE_TR_FUNCTIONS(maiam::KeyChanger)
public:
    enum class Step {
        Export, ///< the database into a new file under the new key
        Mark, ///< the new keys file's generation goes into it
        Verify, ///< its pages and what it holds are compared with the old one
        WriteKeys, ///< the new keys file: the moment of decision
        SetDatabaseAside,
        PutDatabase,
        SetKeysAside,
        PutKeys,
        RemoveOld, ///< after the register was opened with the new key
    };
    /// Tests: asked before each step; an error ends everything there, as a kill would.
    using Fault = std::function<Result<void>(Step)>;

    /// Errors: NotFound when the recovery slot's holder is not known and no new recovery key comes along; Conflict when
    /// a new one was to come along (KeyChangeDue) and does not, or when the one who changes it or the successor could
    /// not open the register afterwards; DiskFull, Io, ReadOnly, Busy, Damaged. Takes as long as copying the register
    /// twice.
    [[nodiscard]] static Result<UnlockedFolder> change(
        UnlockedFolder unlocked, const KeyChange& wanted, const Fault& fault = {}, KeyDisk& disk = KeyDisk::ofThisPc());
    /// Whether a change that did not end stands decided: the next opening finishes it, and its new paper holds.
    [[nodiscard]] static bool isDecided(const QString& folder);
    /// Finishes or clears away what an interrupted change left. Nothing to do costs a look at the folder.
    [[nodiscard]] static Result<void> finishInterrupted(
        const QString& folder, const Fault& fault = {}, KeyDisk& disk = KeyDisk::ofThisPc());
    /// Deletes the old generation. Called when the register stands open with the new key.
    static void removeOld(const QString& folder, const Fault& fault = {});

private:
    struct Files;
    static Result<void> putInPlace(const Files& files, const Fault& fault, KeyDisk& disk);
    static Result<void> mark(const SecretKey& key, const KeysFile& keys, const KeyChange& wanted, const Files& files);
    static Result<void> exportAll(const UnlockedFolder& from, const SecretKey& key, const Files& files);
    static Result<void> verify(const UnlockedFolder& from, const SecretKey& key, const Files& files);
    static Result<KeysFile> newKeys(const UnlockedFolder& from, const SecretKey& key, const KeyChange& wanted);
};

} // namespace maiam
