// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

namespace maiam {

/// What bringing a register's schema up to date came to.
enum class SchemaOutcome { Current, Created, Upgraded };

/// The numbered steps in resources/schema and the tables of the declarations.
namespace schema {
/// The highest step that this program has.
[[nodiscard]] int newest();
/// The step at which a register stands; 0 for an empty file.
[[nodiscard]] Result<int> versionOf(Database& database);
/// Runs the missing steps, each in a transaction of its own. Errors: NewerVersion when the register knows more
/// steps than this program; then nothing is touched.
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
