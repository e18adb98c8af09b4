// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/role_texts.h"

#include <QStringList>

namespace maiam {

QString RoleTexts::name(Roles roles)
{
    QStringList parts;
    switch (roleCode::work(roles)) {
    case Role::Officer:
        parts.append(tr("Officer"));
        break;
    case Role::Leader:
        parts.append(tr("Leader"));
        break;
    case Role::Viewer:
        parts.append(tr("Viewer"));
        break;
    case Role::Administrator:
        return tr("Administrator");
    }
    return roles.testFlag(Role::Administrator) ? tr("%1, administrator").arg(parts.first()) : parts.first();
}

QString RoleTexts::person(const QString& person, Roles roles)
{
    return tr("%1 — %2", "name, role").arg(person, name(roles));
}

QString RoleTexts::may(Roles roles)
{
    QStringList parts;
    switch (roleCode::work(roles)) {
    case Role::Officer:
        parts.append(tr("Records cases, sessions and reports, packs and receives."));
        break;
    case Role::Leader:
        parts.append(
            tr("Records as an officer does; decides with the administrator about erasures and ends restrictions."));
        break;
    case Role::Viewer:
        parts.append(tr("Looks at everything, writes nothing."));
        break;
    case Role::Administrator:
        parts.append(tr("Looks at everything, writes nothing in cases."));
        break;
    }
    if (roles.testFlag(Role::Administrator))
        parts.append(tr("Looks after people, keys and backups."));
    return parts.join(u' ');
}

} // namespace maiam
