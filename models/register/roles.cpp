// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/roles.h"

#include "models/journal/journal.h"
#include "models/records/kinds.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace maiam {

namespace {
constexpr std::array<std::pair<Role, const char*>, 4> Codes { { { Role::Officer, "officer" },
    { Role::Leader, "leader" }, { Role::Viewer, "viewer" }, { Role::Administrator, "administrator" } } };

/// Who notes that the own passphrase was changed changes nothing else of the own record.
bool isOwnKeyNote(QUuid user, const Change& change)
{
    return change.record == user && !change.deletes && change.values.size() == 1
        && change.values.begin()->first == UserFields::KeyChanged.key();
}

/// What is kept for five years by law goes away by no button.
Result<void> checkLeak(Roles roles, const Change& change)
{
    if (change.deletes)
        return fail(ErrorCode::NotAllowed,
            QCoreApplication::translate("Register",
                "The record of a data leak is kept for at least five years and cannot be deleted. Correct it, or close "
                "it."));
    if (roleRule::mayRecordLeaks(roles))
        return {};
    return fail(ErrorCode::NotAllowed,
        QCoreApplication::translate("Register",
            "You may look at this register, not write in it. Nothing was changed. Tell the officer or the "
            "administrator of the leak at once: there are 72 hours from when it was found out."));
}

/// Its end, or its going away by deletion, is for leader or administrator.
Result<void> checkRestriction(Roles roles, const Change& change)
{
    const auto lifted = change.values.find(RestrictionFields::Lifted.key());
    const bool ends = change.deletes || (lifted != change.values.end() && !isNull(lifted->second));
    if (ends ? roleRule::mayEndRestriction(roles) : roleRule::mayRestrict(roles))
        return {};
    return fail(ErrorCode::NotAllowed,
        ends ? QCoreApplication::translate("Register",
            "Only a leader or the administrator ends a restriction. Nothing was changed. Ask one of them; until "
            "then the file can be opened for a reason that is written down.")
             : QCoreApplication::translate("Register",
                 "You may look at this register, not write in it. Nothing was changed. Ask the officer or the "
                 "administrator to restrict access to the file."));
}

QUuid personIn(const Change& change, const Field& field)
{
    const auto found = change.values.find(field.key());
    const auto* bytes = found == change.values.end() ? nullptr : std::get_if<QByteArray>(&found->second);
    return bytes ? QUuid::fromRfc4122(*bytes) : QUuid();
}

Result<void> writersOnly(Roles roles)
{
    if (roleRule::mayWrite(roles))
        return {};
    return fail(ErrorCode::NotAllowed,
        roleRule::mayAdminister(roles)
            ? QCoreApplication::translate("Register",
                "An administrator looks after people and keys and does not write in cases. Nothing was changed. If you "
                "also work on cases, give yourself the role of officer under \"More → Users and keys\".")
            : QCoreApplication::translate("Register",
                "You may look at this register, not write in it. Nothing was changed. Ask the administrator for the "
                "role of officer if you are to write."));
}
} // namespace

Roles roleCode::read(const QString& text)
{
    Roles roles;
    for (const QString& part : text.split(u'+'))
        for (const auto& [role, code] : Codes)
            if (part == QLatin1String(code))
                roles |= role;
    return roles;
}

QString roleCode::text(Roles roles)
{
    QStringList parts;
    for (const auto& [role, code] : Codes)
        if (roles.testFlag(role))
            parts.append(QLatin1String(code));
    return parts.join(u'+');
}

Role roleCode::work(Roles roles)
{
    if (roles.testFlag(Role::Officer))
        return Role::Officer;
    if (roles.testFlag(Role::Leader))
        return Role::Leader;
    return !roles.testFlag(Role::Viewer) && roles.testFlag(Role::Administrator) ? Role::Administrator : Role::Viewer;
}

Result<void> roleRule::check(Roles roles, QUuid user, const Change& change)
{
    if (change.kind == &kinds::User) {
        if (mayAdminister(roles) || isOwnKeyNote(user, change))
            return {};
        return fail(ErrorCode::NotAllowed,
            QCoreApplication::translate("Register",
                "Only the administrator may change who uses the register. Nothing was changed. Ask the administrator "
                "of this office."));
    }
    if (change.kind == &kinds::Retirement || change.kind == &kinds::Branch) {
        if (mayAdminister(roles))
            return {};
        return fail(ErrorCode::NotAllowed,
            QCoreApplication::translate(
                "Register", "Only the administrator decides about the machines of this office. Nothing was changed."));
    }
    if (change.kind == &kinds::Incident)
        return checkLeak(roles, change);
    if (change.kind == &kinds::Restriction)
        return checkRestriction(roles, change);
    if (change.kind == &kinds::Erasure)
        return checkErasure(
            roles, user, personIn(change, ErasureFields::Leader), personIn(change, ErasureFields::Administrator));
    return writersOnly(roles);
}

Result<void> roleRule::checkErasure(Roles roles, QUuid user, QUuid leader, QUuid administrator)
{
    if ((user == leader && roles.testFlag(Role::Leader)) || (user == administrator && mayAdminister(roles)))
        return {};
    return fail(ErrorCode::NotAllowed,
        QCoreApplication::translate("Register",
            "An erasure is ordered by the leader or the administrator who agrees to it, under the own name. Nothing "
            "was erased. Let one of the two open the register."));
}

Result<void> roleRule::checkExchange(Roles roles)
{
    return writersOnly(roles);
}

} // namespace maiam
