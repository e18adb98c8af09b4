// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

namespace maiam {

/// What bringing a register's schema up to date came to. Newer: a later program has taken it further than this one
/// knows.
enum class SchemaOutcome { Current, Created, Upgraded, Newer };

/// The numbered steps in resources/schema and the tables of the declarations.
namespace schema {
/// The highest step that this program has.
[[nodiscard]] int newest();
/// The step at which a register stands; 0 for an empty file.
[[nodiscard]] Result<int> versionOf(Database& database);
/// Whether the register knows more steps than this program; then it may only be read (Register::isReadOnly). A step
/// that an earlier program cannot read past puts its own number into meta "oldest_reader". Errors: NewerVersion when it
/// is beyond us.
[[nodiscard]] Result<bool> isNewer(Database& database);
/// What a register that may only be read answers to whoever wants to write. Its code is NewerVersion.
[[nodiscard]] tl::unexpected<Error> refuseWriting();
/// Runs the missing steps, each in a transaction of its own. Newer: nothing is touched. Errors: those of isNewer().
[[nodiscard]] Result<SchemaOutcome> upgrade(Database& database);
/// A fingerprint of all declarations: when it changes, everything is folded again.
[[nodiscard]] QByteArray declarations();
} // namespace schema

/// Small facts about the register itself, outside the fold.
namespace meta {
[[nodiscard]] Result<QVariant> value(Database& database, const QString& name);
[[nodiscard]] Result<void> set(Database& database, const QString& name, const QVariant& value);
/// Secrets: keys of the device and the office.
[[nodiscard]] Result<QByteArray> secret(Database& database, const QString& name);
[[nodiscard]] Result<void> setSecret(Database& database, const QString& name, const QByteArray& value);
} // namespace meta

} // namespace maiam
