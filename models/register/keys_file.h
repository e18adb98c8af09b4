// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/register/key_disk.h"
#include "models/register/recovery_key.h"
#include "models/register/slot_kdf.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>
#include <QUuid>

#include <functional>
#include <optional>

namespace maiam {

/// register.keys: the slots from which the register key is unwrapped, one a user and one a recovery key. It is not
/// secret by itself; a slot opens only with its passphrase or recovery key. Encoded as one deterministic CBOR array
/// (RFC 8949 §4.2.1) that ends in its own BLAKE2b-256 digest (against decay, not against tampering), read as hostile.
class KeysFile
{
    Q_DECLARE_TR_FUNCTIONS(maiam::KeysFile)
public:
    /// Written as 1 while nothing of version 2 is in it (an escrow slot, a slot sealed to its holder).
    static constexpr int Version = 2;
    static constexpr qsizetype MostBytes = 64LL * 1024;
    static constexpr qsizetype MostSlots = 64;
    static constexpr qsizetype LongestLabel = 200; ///< characters

    enum class SlotKind : quint8 {
        Passphrase = 0,
        Recovery = 1,
        Escrow = 2, ///< opens with two shares together
    };

    /// The public half of a slot's key (slot_holder.h) and the salt that tells which writing of the slot it belongs
    /// to. Kept inside the register.
    struct Holder
    {
        QByteArray salt; ///< 16 bytes
        QByteArray key; ///< 32 bytes
    };
    /// The holder of a slot; nothing when it is not known.
    using HolderOf = std::function<std::optional<Holder>(SlotKind, const QUuid& user)>;

    /// What can be seen of a slot without opening it. Label and role are for the list on the unlock screen; they are
    /// not protected and never decide what somebody may do (the register itself does).
    struct SlotInfo
    {
        SlotKind kind = SlotKind::Passphrase;
        QUuid user; ///< null for a recovery slot
        QString label; ///< the user's name as the unlock screen shows it
        QString role; ///< the role's code, as the register writes it
        quint64 generation = 0; ///< the file's generation when the slot was written; protected
        KdfCost cost; ///< zeros for a recovery slot
    };

    /// A file without slots for a register.
    explicit KeysFile(const QUuid& registerId, const KdfLimits& limits = {});

    /// Reads `path`; when it is missing or damaged, the previous file that an interrupted write() left. KeysMissing,
    /// KeysDamaged, NewerVersion, ReadOnly.
    [[nodiscard]] static Result<KeysFile> read(const QString& path, const KdfLimits& limits = {});
    /// The same from bytes, for checks.
    [[nodiscard]] static Result<KeysFile> parse(const QByteArray& bytes, const KdfLimits& limits = {});
    [[nodiscard]] QByteArray encoded() const;
    /// Replaces `path` in one step, for its owner only. The file before stays as "….previous" until the new one has
    /// been read back. DiskFull, ReadOnly, Io; then the old file still stands.
    [[nodiscard]] Result<void> write(const QString& path, KeyDisk& disk = KeyDisk::ofThisPc()) const;

    [[nodiscard]] QUuid registerId() const { return m_registerId; }
    /// Rises with every change; the register keeps it, so that an older file is noticed.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    [[nodiscard]] QList<SlotInfo> slotList() const;

    /// Adds a user's slot or replaces it (a changed passphrase). The passphrase has been judged before. Takes as long
    /// as the cost says. OutOfMemory; InvalidInput when the label is too long or there are too many slots.
    [[nodiscard]] Result<void> addPassphraseSlot(const QUuid& user, const QString& label, const QString& role,
        QStringView passphrase, const SecretKey& registerKey, const KdfCost& cost = {});
    /// Adds the slot of a recovery key; `replace` drops those of earlier ones. (Old copies of the file still open with
    /// an earlier key: after a loss the register key itself is changed.)
    [[nodiscard]] Result<void> addRecoverySlot(
        const RecoveryKey& key, const SecretKey& registerKey, bool replace = true);
    /// Replaces the slot of the two escrow shares; `key` is what they give together.
    [[nodiscard]] Result<void> addEscrowSlot(const RecoveryKey& key, const SecretKey& registerKey);
    /// Shows another name or role on the unlock screen. False when the user has no slot.
    bool relabel(const QUuid& user, const QString& label, const QString& role);
    /// Removes a user's slot. False when there is none. Copies of the old file still open.
    bool removeSlot(const QUuid& user);
    /// Removes the slots of a kind that belongs to no user. False when there is none.
    bool removeSlots(SlotKind kind);
    /// Makes the generation at least this, so that the next change is newer than what the register remembers.
    void raiseGeneration(quint64 atLeast);
    /// The same slots for a changed register key, each sealed to its holder; a slot that `keep` refuses or whose holder
    /// is not known (or belongs to an earlier writing of it) is left out.
    [[nodiscard]] Result<KeysFile> resealed(
        const SecretKey& newKey, const HolderOf& holderOf, const std::function<bool(const SlotInfo&)>& keep) const;
    /// The holder of a slot that was written or opened through this object; else nothing.
    [[nodiscard]] std::optional<Holder> holder(SlotKind kind, const QUuid& user = QUuid()) const;
    /// Whether a user's slot was written with this salt, so that a holder kept for it is still the right one.
    [[nodiscard]] bool isWriting(const QUuid& user, const QByteArray& salt) const;

    /// The register key. WrongPassphrase, NotFound (no slot of this user), OutOfMemory. Takes as long as the cost says.
    [[nodiscard]] Result<SecretKey> openWithPassphrase(const QUuid& user, QStringView passphrase) const;
    /// The register key. WrongPassphrase when no recovery slot opens.
    [[nodiscard]] Result<SecretKey> openWithRecovery(const RecoveryKey& key) const;
    /// The register key, with what two shares gave together. WrongPassphrase; NotFound when there is no escrow.
    [[nodiscard]] Result<SecretKey> openWithEscrow(const RecoveryKey& key) const;

private:
    struct Slot
    {
        SlotInfo m_info;
        QByteArray m_salt;
        QByteArray m_nonce;
        QByteArray m_wrapped; ///< the register key and its tag
    };
    [[nodiscard]] QByteArray encodedWith(const QByteArray& digest) const;
    [[nodiscard]] QByteArray protectedParts(const Slot& slot) const;
    [[nodiscard]] Result<void> room(const Slot& slot) const;
    [[nodiscard]] Result<void> seal(Slot slot, const SecretKey& slotKey, const SecretKey& registerKey);
    [[nodiscard]] bool unseal(const Slot& slot, const SecretKey& slotKey, SecretKey& registerKey) const;
    [[nodiscard]] Result<void> addPaperSlot(
        SlotKind kind, const RecoveryKey& key, const SecretKey& registerKey, bool replace);
    [[nodiscard]] static Result<Slot> readSlot(class KeysReader& reader, quint64 version, const KdfLimits& limits);

    QUuid m_registerId;
    KdfLimits m_limits;
    quint64 m_generation = 0;
    QList<Slot> m_slots;
    mutable QHash<QByteArray, QByteArray> m_holders; ///< salt → public half, of the slots whose key was had in here
};

} // namespace maiam
