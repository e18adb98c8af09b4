// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/keys_file.h"
#include "models/sqlcipher/database.h"

namespace maiam {

/// How a keys file agrees with what a register remembers of its own.
enum class KeysFit {
    Own, ///< it is the newest that the register knows; also when the register remembers too little to tell
    Older, ///< a copy from before the last change was put in its place
    Others, ///< it is another register's: nobody opens this one with it
};

namespace keysFit {
/// @p user: who has the register open, and so is remembered by the slot that opened it.
[[nodiscard]] Result<KeysFit> look(Database& database, const KeysFile& keys, QUuid user);
/// The same for the bytes of a file; Others when they are none.
[[nodiscard]] Result<KeysFit> look(Database& database, const QByteArray& bytes, QUuid user);
} // namespace keysFit

} // namespace maiam
