// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handover_step.h"

#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace maiam {

HandoverStep::HandoverStep(WorkContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::scaled(space::M));
}

} // namespace maiam
