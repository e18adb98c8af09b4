// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/key_change.h"
#include "models/register/register.h"

namespace maiam {

/// A person who uses the register (người dùng): the journal's record and the slot in the keys file together.
struct Person
{
    QUuid id;
    QString name;
    QString post;
    Roles roles;
    UtcMs since = 0; ///< when the record was first written
    UtcMs keyChanged = 0; ///< when the passphrase was set last; 0 when it was not noted
    bool hasKey = false; ///< has a slot, so can open the register
    bool goesAlong = false; ///< the slot can be carried over when the register key is changed
    bool self = false; ///< is the one who has opened it
};

/// What is typed about a person.
struct PersonData
{
    QString name;
    QString post;
    Roles roles;
};

/// The people of a register and their passphrases; a slot that is written costs KdfLimits::wanted. All of it waits for
/// the register's writer (and for the derivation of a key), so never on the thread of the windows. Who may not do it
/// gets NotAllowed and nothing changes.
namespace people {
/// Everybody of this office who was not removed, by name.
[[nodiscard]] Result<std::vector<Person>> list(Register& reg);
/// A new person with a passphrase that was judged. Returns the id. InvalidInput when name or passphrase will not do;
/// AlreadyExists when somebody of that name is here, as after a try that could store the person but no passphrase.
[[nodiscard]] Result<QUuid> add(Register& reg, const PersonData& data, const QString& passphrase);
/// Whether somebody with a key and the administrator's role would be left if this person had other roles (none: gone);
/// Conflict when not.
[[nodiscard]] Result<void> administratorStays(Register& reg, QUuid person, Roles roles);
/// Another name, post or role. AlreadyExists when somebody else has the name; Conflict when nobody would be left who
/// administers.
[[nodiscard]] Result<void> change(Register& reg, QUuid person, const PersonData& data);
/// The own passphrase. WrongPassphrase when `present` is not the one.
[[nodiscard]] Result<void> changeOwnPassphrase(Register& reg, const QString& present, const QString& wanted);
/// A passphrase for somebody who forgot it; the person types it. Also after recovery, for the one who opened.
[[nodiscard]] Result<void> setPassphrase(Register& reg, QUuid person, const QString& wanted, const QString& reason);
/// Takes the slot and the record away. With `forCause` the register remembers that its key has to be changed
/// (KeyChanger), since copies of the old keys file still open. Conflict for oneself and for the last administrator.
[[nodiscard]] Result<void> remove(Register& reg, QUuid person, bool forCause);
/// The same for oneself, when the post changes hands. The register must be closed right afterwards: it is still open
/// with a key that this person no longer has. Conflict for the last administrator.
[[nodiscard]] Result<void> leave(Register& reg, bool forCause);
/// Whether this is the passphrase of the person who takes over, so that the person is here. A wrong one counts as a
/// failed try to open the register. Errors: WrongPassphrase, Busy while a wait runs.
[[nodiscard]] Result<void> confirm(Register& reg, QUuid person, const QString& passphrase);
/// After an older keys file was put back: removes the slots of people who are gone and makes it the newest.
[[nodiscard]] Result<void> settleOlderKeys(Register& reg);
/// After a paper opened the register (recovery key, escrow): opens it as this person and sets their passphrase; with
/// `change` the register key is changed at once. Errors as of its parts; until the end nothing but the passphrase
/// changes.
[[nodiscard]] Result<std::unique_ptr<Register>> recover(UnlockedFolder unlocked, QUuid person,
    const QString& passphrase, const KeyChange* change, std::shared_ptr<Clock> clock = std::make_shared<SystemClock>());
/// Whether this is the person's passphrase: how a second person agrees at the same keyboard. Whoever asks counts the
/// tries (Register::tries). Errors: WrongPassphrase, OutOfMemory.
[[nodiscard]] Result<void> agrees(Register& reg, QUuid person, const QString& passphrase);
/// Remembers that the register key is to be changed, and what is to come along, before anything else is done about it:
/// whatever ends the program, the first screen says so. Errors as of a local write.
[[nodiscard]] Result<void> noteKeyChange(Register& reg, bool newRecoveryKey, bool dropsEscrow);
/// Whether the recovery key on paper can stay when the register key is changed; not before it was used or printed once
/// with this version.
[[nodiscard]] Result<bool> paperGoesAlong(Register& reg);
/// The change of the register key that should be made and has not been yet.
[[nodiscard]] Result<KeyChangeDue> keyChangeDue(Register& reg);
} // namespace people

} // namespace maiam
