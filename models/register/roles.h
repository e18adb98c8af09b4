// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QFlags>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace maiam {

struct Change;

/// What a person is in the register (vai trò). One person may be several: in an office of one, the officer is also the
/// administrator. Roles guard against mistakes and leave traces; whoever opens the register has its key.
enum class Role : quint8 {
    Officer = 1, ///< cán bộ: records everything
    Leader = 2, ///< lãnh đạo: records too; one of the two who decide about an erasure, and ends restrictions
    Viewer = 4, ///< người xem: reads only
    Administrator = 8, ///< quản trị: people, keys, backups
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

/// How roles stand in records and in the keys file: codes joined by "+", in this order: "officer+administrator".
namespace roleCode {
/// What is not known counts as nothing, so an unknown role alone may only read.
[[nodiscard]] Roles read(const QString& text);
[[nodiscard]] QString text(Roles roles);
/// The role that says what somebody does here, without the administrator; Viewer when there is none.
[[nodiscard]] Role work(Roles roles);
} // namespace roleCode

/// What roles allow.
namespace roleRule {
[[nodiscard]] inline bool mayWrite(Roles roles)
{
    return roles & (Roles(Role::Officer) | Role::Leader);
}
[[nodiscard]] inline bool mayAdminister(Roles roles)
{
    return roles.testFlag(Role::Administrator);
}
/// Who may look at who looked: the administrator, and an inspector, who is a viewer here.
[[nodiscard]] inline bool mayInspect(Roles roles)
{
    return roles & (Roles(Role::Administrator) | Role::Viewer);
}
/// Who may be one of the two that decide about an erasure.
[[nodiscard]] inline bool mayErase(Roles roles)
{
    return roles & (Roles(Role::Administrator) | Role::Leader);
}
/// Who may restrict access to a file, and open a restricted one for a reason: who works with files or looks after the
/// register, but not who only looks.
[[nodiscard]] inline bool mayRestrict(Roles roles)
{
    return mayWrite(roles) || mayAdminister(roles);
}
/// Who may end a restriction: not the officer alone, whose files it guards.
[[nodiscard]] inline bool mayEndRestriction(Roles roles)
{
    return mayErase(roles);
}
/// Who may record a leak of data: who writes, and the administrator, whose keys and machines it often concerns.
[[nodiscard]] inline bool mayRecordLeaks(Roles roles)
{
    return mayWrite(roles) || mayAdminister(roles);
}
/// Whether somebody may put a backup in the register's place, or choose where else backups go: a restore replaces the
/// register for everybody, and a second place is the whole register once more.
[[nodiscard]] inline bool mayRestore(Roles roles)
{
    return mayWrite(roles) || mayAdminister(roles);
}
/// Whether somebody may make this change of a record: users (but for the moment at which the own passphrase was
/// changed), lost devices and their histories only the administrator; an erasure one of the two people that it names;
/// a leak of data also the administrator, and nobody deletes one; a restriction also the administrator, and its end
/// only leader or administrator; all else who writes. NotAllowed with what to do.
[[nodiscard]] Result<void> check(Roles roles, QUuid user, const Change& change);
/// Whether somebody may seal packages, receive them and confirm other offices: who writes. NotAllowed with what to do.
[[nodiscard]] Result<void> checkExchange(Roles roles);
/// Whether somebody may put an erasure into force in which these two agree: one of them, in the role of one of them.
[[nodiscard]] Result<void> checkErasure(Roles roles, QUuid user, QUuid leader, QUuid administrator);
} // namespace roleRule

} // namespace maiam
