// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/refusal_page.h"

#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace maiam {

RefusalPage::RefusalPage(const QString& sentence, QWidget* parent)
    : QWidget(parent)
{
    auto* card = new Card(this);
    card->setFixedWidth(Theme::scaled(560));
    const int margin = Theme::scaled(32);
    card->body()->setContentsMargins(margin, margin, margin, margin);
    card->body()->setSpacing(Theme::scaled(space::L));
    QLabel* name = makeLabel(tr("Mái Ấm"), TextStyle::Figure, card);
    setTone(name, Tone::Accent);
    card->body()->addWidget(name);
    auto* message = new MessageBar(card);
    message->setClosable(false);
    message->showMessage(MessageBar::Kind::Error, sentence);
    card->body()->addWidget(message);
    QPushButton* quit = makePrimaryButton(tr("&Close the program"), card);
    card->body()->addWidget(quit, 0, Qt::AlignLeft);
    connect(quit, &QPushButton::clicked, this, &RefusalPage::quitWanted);
    setFocusProxy(quit);
    auto* middle = new QVBoxLayout(this);
    auto* sides = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(sides);
    middle->addStretch(1);
    sides->addStretch(1);
    sides->addWidget(card);
    sides->addStretch(1);
}

} // namespace maiam
