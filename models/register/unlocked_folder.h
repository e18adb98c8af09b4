// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/keys_file.h"

namespace maiam {

/// A register's folder with its key, but not open: what stands between a passphrase (or a paper) and the open register,
/// and while the register key is changed. The key goes with it.
class UnlockedFolder
{
    Q_DECLARE_TR_FUNCTIONS(maiam::UnlockedFolder)
public:
    /// Errors: WrongPassphrase, NotFound, KeysMissing, KeysDamaged, OutOfMemory. Takes as long as the slot costs.
    [[nodiscard]] static Result<UnlockedFolder> withPassphrase(
        const QString& folder, const QUuid& user, QStringView passphrase, const KdfLimits& limits = {});
    /// With the recovery key on paper. Errors: WrongPassphrase, KeysMissing, KeysDamaged.
    [[nodiscard]] static Result<UnlockedFolder> withRecovery(
        const QString& folder, const RecoveryKey& key, const KdfLimits& limits = {});
    /// With the two escrow shares. Errors: as above, and NotFound when none were printed.
    [[nodiscard]] static Result<UnlockedFolder> withEscrow(
        const QString& folder, const RecoveryKey& one, const RecoveryKey& other, const KdfLimits& limits = {});

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const KdfLimits& limits() const { return m_limits; }
    /// The keys file as it was read; it knows the holder of the slot that opened.
    [[nodiscard]] const KeysFile& keys() const { return m_keys; }
    /// The people who can get a new passphrase: everybody in the register, with or without a slot; those with a slot
    /// when the register cannot be read.
    [[nodiscard]] QList<KeysFile::SlotInfo> people() const;

    /// Puts the keys of a backup, or a copy of the keys file, where it is missing, damaged, older or another
    /// register's. Nothing outside the encrypted database says which register stands in the folder but the backups that
    /// lie there: where they all are of another one than the copy, it is refused. Where there is none to compare with,
    /// the copy is believed, also against a whole file of another register: one of the two is wrong, and that the one
    /// stands there already does not make it right (it may be what somebody put back by mistake). Nothing is lost by
    /// it: a file that belongs to another register is kept beside, never deleted. Returns its name, empty when there
    /// was none.
    ///
    /// Errors: KeysDamaged when the copy cannot be read, InvalidInput when it is another register's, AlreadyExists when
    /// the folder has a good one that is not older; NewerVersion, ReadOnly when the one there cannot be judged.
    [[nodiscard]] static Result<QString> putKeysBack(
        const QString& folder, const QString& copy, const KdfLimits& limits = {});

    /// The files of a register's folder.
    [[nodiscard]] static QString databaseFile(const QString& folder);
    [[nodiscard]] static QString keysFile(const QString& folder);

private:
    friend class Register;
    friend class KeyChanger;
    UnlockedFolder(QString folder, SecretKey key, KeysFile keys, const KdfLimits& limits)
        : m_folder(std::move(folder))
        , m_key(std::move(key))
        , m_keys(std::move(keys))
        , m_limits(limits)
    {
    }
    using Opener = std::function<Result<SecretKey>(const KeysFile&)>;
    static Result<UnlockedFolder> with(const QString& folder, const KdfLimits& limits, const Opener& opener);

    QString m_folder;
    SecretKey m_key;
    KeysFile m_keys;
    KdfLimits m_limits;
};

} // namespace maiam
