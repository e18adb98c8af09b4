// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/sqlcipher/database.h"

#include <QHash>
#include <QString>
#include <QUuid>

#include <optional>

namespace maiam {

/// What was typed into Mẫu 01 and not saved yet: field name → what stands there, letter by letter.
struct IntakeDraft
{
    QUuid id;
    UtcMs saved = 0;
    QHash<QString, QString> fields;
    QUuid child; ///< the child of the register that was chosen; null when there is none

    [[nodiscard]] bool isEmpty() const;
};

/// Keeps drafts in the register's local table "draft". They run in the threads of the register.
namespace intakeDraft {
[[nodiscard]] Result<void> keep(Database& database, const IntakeDraft& draft, QUuid user, UtcMs now);
[[nodiscard]] Result<void> remove(Database& database, QUuid draft, QUuid user);
/// The user's latest draft, or nothing.
[[nodiscard]] Result<std::optional<IntakeDraft>> latest(Database& database, QUuid user);
} // namespace intakeDraft

} // namespace maiam
