// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/work_context.h"

#include <QCoreApplication>

namespace maiam {

/// Forms in words, wherever drafts are listed.
class FormNames
{
    Q_DECLARE_TR_FUNCTIONS(FormNames)
public:
    /// What DraftKey::form stands for: "Form 02", "A session being planned: …". No record's code and no name.
    [[nodiscard]] static QString of(const WorkContext& context, const QString& form);
};

} // namespace maiam
