// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/middle_card.h"

#include "ui/widgets/card.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace maiam {

MiddleCard::MiddleCard(int width, QWidget* page)
    : SteadyScrollArea(page)
{
    auto* content = new QWidget;
    auto* middle = new QVBoxLayout(content);
    auto* sides = new QHBoxLayout;
    auto* card = new Card(content);
    card->setFixedWidth(Theme::scaled(width));
    m_body = card->body();
    const int margin = Theme::scaled(32);
    m_body->setContentsMargins(margin, margin, margin, margin);
    m_body->setSpacing(Theme::scaled(space::M));
    middle->addStretch(1);
    middle->addLayout(sides);
    middle->addStretch(1);
    sides->addStretch(1);
    sides->addWidget(card);
    sides->addStretch(1);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(this);
}

} // namespace maiam
