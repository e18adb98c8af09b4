// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/role_chooser.h"

#include "ui/people/role_texts.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace maiam {

namespace {
/// As RoleTexts::name(), with the letter that chooses it.
QString choice(Role role)
{
    switch (role) {
    case Role::Officer:
        return RoleChooser::tr("Offi&cer");
    case Role::Leader:
        return RoleChooser::tr("&Leader");
    case Role::Viewer:
        return RoleChooser::tr("&Viewer");
    case Role::Administrator:
        break;
    }
    return RoleChooser::tr("Administrator onl&y");
}
} // namespace

RoleChooser::RoleChooser(QWidget* parent)
    : QWidget(parent)
    , m_work(new QButtonGroup(this))
    , m_administrator(new QCheckBox(tr("Also a&dministrator: people, keys, backups")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::XS));
    for (const Role role : { Role::Officer, Role::Leader, Role::Viewer, Role::Administrator }) {
        auto* button = new QRadioButton(choice(role), this);
        button->setAccessibleDescription(RoleTexts::may(role));
        m_work->addButton(button, int(role));
        column->addWidget(button);
        QLabel* may = makeWrappedLabel(RoleTexts::may(role), TextStyle::Secondary, this);
        may->setContentsMargins(Theme::scaled(24), 0, 0, 0);
        column->addWidget(may);
    }
    m_administrator->setObjectName(QStringLiteral("administrator"));
    column->addWidget(m_administrator); // without a parent until now, so that Tab comes to it after the roles
    column->addWidget(makeWrappedLabel(
        tr("Everybody here opens the same register with the same key. Roles guard against mistakes and leave traces; "
           "they do not hide anything from somebody who opens it."),
        TextStyle::Secondary, this));
    setRoles(Role::Officer);
}

void RoleChooser::setRoles(Roles roles)
{
    m_work->button(int(roleCode::work(roles)))->setChecked(true);
    m_administrator->setChecked(roles.testFlag(Role::Administrator));
}

Roles RoleChooser::roles() const
{
    Roles roles = Role(m_work->checkedId());
    roles.setFlag(Role::Administrator, roles.testFlag(Role::Administrator) || m_administrator->isChecked());
    return roles;
}

} // namespace maiam
