// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/roles.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;

namespace maiam {

/// What a person may do (vai trò): one kind of work, each explained, and whether the person administers as well.
class RoleChooser : public QWidget
{
    Q_OBJECT
public:
    explicit RoleChooser(QWidget* parent = nullptr);
    void setRoles(Roles roles);
    [[nodiscard]] Roles roles() const;
    /// The kinds of work, by number of the role; for drafts.
    [[nodiscard]] QButtonGroup* work() const { return m_work; }
    [[nodiscard]] QCheckBox* administrator() const { return m_administrator; }

private:
    QButtonGroup* m_work;
    QCheckBox* m_administrator;
};

} // namespace maiam
