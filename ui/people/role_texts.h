// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/roles.h"

#include <QCoreApplication>

namespace maiam {

/// Roles in words.
class RoleTexts
{
    Q_DECLARE_TR_FUNCTIONS(RoleTexts)
public:
    /// "Officer, administrator".
    [[nodiscard]] static QString name(Roles roles);
    /// "Hoàng Thị Lan — Cán bộ", where somebody is chosen.
    [[nodiscard]] static QString person(const QString& name, Roles roles);
    /// What somebody with these roles may do, in a sentence or two.
    [[nodiscard]] static QString may(Roles roles);
};

} // namespace maiam
