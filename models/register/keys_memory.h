// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/keys_file.h"
#include "models/sqlcipher/database.h"

namespace maiam {

/// What the register remembers of its keys file, in its local tables: the generation, so that an older file put back is
/// noticed, and each slot's holder, so that a changed register key reaches people who are not there.
namespace keysMemory {
/// The generation of the newest keys file that was written; 0 in a register that never kept it.
[[nodiscard]] Result<quint64> generation(Database& database);
/// Remembers a keys file's generation and the holders that it knows. In the caller's transaction.
[[nodiscard]] Result<void> remember(Database& database, const KeysFile& keys);
/// The same, only when something of it is new: opening writes nothing else.
[[nodiscard]] Result<bool> isNews(Database& database, const KeysFile& keys);
[[nodiscard]] Result<std::optional<KeysFile::Holder>> holder(
    Database& database, KeysFile::SlotKind kind, const QUuid& user = QUuid());
/// Forgets the holder of a removed slot.
[[nodiscard]] Result<void> forget(Database& database, KeysFile::SlotKind kind, const QUuid& user = QUuid());

/// Why the register key should be changed and has not been yet: a code; empty when there is no reason.
[[nodiscard]] Result<QString> due(Database& database);
[[nodiscard]] Result<void> setDue(Database& database, const QString& reason);

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
