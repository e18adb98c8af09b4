// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/register/recovery_key.h"
#include "models/register/slot_kdf.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringView>
#include <QUuid>

namespace maiam {

/// register.keys: the slots from which the register key is unwrapped, one a user and one a recovery key. It is not
/// secret by itself; a slot opens only with its passphrase or recovery key. Encoded as one deterministic CBOR array
/// (RFC 8949 §4.2.1) that ends in its own BLAKE2b-256 digest (against decay, not against tampering), read as hostile.
class KeysFile
{
    Q_DECLARE_TR_FUNCTIONS(maiam::KeysFile)
public:
    static constexpr int Version = 1;
    static constexpr qsizetype MostBytes = 64 * 1024;
    static constexpr qsizetype MostSlots = 64;
    static constexpr qsizetype LongestLabel = 200; ///< characters

    enum class SlotKind : quint8 {
        Passphrase = 0,
        Recovery = 1,
    };

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
    [[nodiscard]] Result<void> write(const QString& path) const;

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
    /// Shows another name or role on the unlock screen. False when the user has no slot.
    bool relabel(const QUuid& user, const QString& label, const QString& role);
    /// Removes a user's slot. False when there is none. Copies of the old file still open.
    bool removeSlot(const QUuid& user);

    /// The register key. WrongPassphrase, NotFound (no slot of this user), OutOfMemory. Takes as long as the cost says.
    [[nodiscard]] Result<SecretKey> openWithPassphrase(const QUuid& user, QStringView passphrase) const;
    /// The register key. WrongPassphrase when no recovery slot opens.
    [[nodiscard]] Result<SecretKey> openWithRecovery(const RecoveryKey& key) const;

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
    [[nodiscard]] Result<void> seal(Slot slot, const SecretKey& slotKey, const SecretKey& registerKey);
    [[nodiscard]] bool unseal(const Slot& slot, const SecretKey& slotKey, SecretKey& registerKey) const;
    [[nodiscard]] static Result<Slot> readSlot(class KeysReader& reader, const KdfLimits& limits);

    QUuid m_registerId;
    KdfLimits m_limits;
    quint64 m_generation = 0;
    QList<Slot> m_slots;
};

} // namespace maiam
