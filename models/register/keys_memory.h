// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/keys_file.h"
#include "models/sqlcipher/database.h"

namespace maiam {

/// A change of the register key (đổi khóa sổ) that is due: why, and what is to come along with it.
struct KeyChangeDue
{
    bool removedForCause = false; ///< somebody was removed for cause
    bool begun = false; ///< it was ordered and has not ended
    bool recovery = false; ///< a new recovery key was to come along: the one on paper is not to hold any more
    bool escrow = false; ///< new escrow sheets were to come along
    bool dropEscrow = false; ///< the escrow sheets were used: they are not to hold any more

    [[nodiscard]] bool any() const { return removedForCause || begun || recovery || escrow || dropEscrow; }
};

/// What the register remembers of its keys file, in its local tables: the generation, so that an older file put back is
/// noticed, and each slot's holder, so that a changed register key reaches people who are not there.
namespace keysMemory {
/// The generation of the newest keys file that was written; 0 in a register that never kept it.
[[nodiscard]] Result<quint64> generation(Database& database);
/// Remembers a keys file's generation and the holders that it knows. In the caller's transaction.
[[nodiscard]] Result<void> remember(Database& database, const KeysFile& keys);
/// Remembers the holders that a keys file has come to know meanwhile, when it is the newest one.
[[nodiscard]] Result<void> learn(Database& database, const KeysFile& keys);
/// Whether there is something to remember: opening writes nothing else.
[[nodiscard]] Result<bool> isNews(Database& database, const KeysFile& keys);
[[nodiscard]] Result<std::optional<KeysFile::Holder>> holder(
    Database& database, KeysFile::SlotKind kind, const QUuid& user = QUuid());
/// Forgets the holder of a removed slot.
[[nodiscard]] Result<void> forget(Database& database, KeysFile::SlotKind kind, const QUuid& user = QUuid());

/// The change of the register key that should be made and has not been yet.
[[nodiscard]] Result<KeyChangeDue> due(Database& database);
/// Adds to what is due; nothing that was due before is forgotten.
[[nodiscard]] Result<void> addDue(Database& database, const KeyChangeDue& more);
/// It has been made.
[[nodiscard]] Result<void> clearDue(Database& database);

/// A change of the register key that does not stand in the chain of looking yet, since the register was closed.
struct Unnoted
{
    QUuid by;
    bool recovery = false; ///< a new recovery key came with it
    bool escrow = false; ///< new escrow sheets came with it
};
[[nodiscard]] Result<std::optional<Unnoted>> unnoted(Database& database);
/// Nothing: it stands there now.
[[nodiscard]] Result<void> setUnnoted(Database& database, const std::optional<Unnoted>& change);
} // namespace keysMemory

} // namespace maiam
