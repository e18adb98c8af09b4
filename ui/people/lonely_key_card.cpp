// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/lonely_key_card.h"

#include "models/register/register.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace maiam {

LonelyKeyCard::LonelyKeyCard(WorkContext& context, QWidget* parent)
    : Card(tr("One person holds the key"), parent)
    , m_context(context)
    , m_add(makeButton(tr("Add a second &person…"), this))
{
    body()->addWidget(
        makeWrappedLabel(tr("Only %1 can open this register. Give a second person a passphrase of their own, "
                            "so that no child waits while one is ill.")
                             .arg(context.reg.userLabel()),
            TextStyle::Body, this));
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &LonelyKeyCard::addWanted);
    connect(&context.reg, &Register::committed, this, [this](const Committed& batch) {
        for (const auto& [kind, row] : batch.rows)
            if (qstrcmp(kind->name, "user") == 0)
                return look();
    });
    look();
}

void LonelyKeyCard::setAddShown(bool shown)
{
    m_add->setVisible(shown);
}

void LonelyKeyCard::look()
{
    // A demo register is for practice and has one fictional officer.
    const auto people = Register::users(m_context.reg.folder(), m_context.reg.limits());
    const bool lonely = !m_context.reg.demo() && people && people->size() < 2;
    if (!lonely)
        hide();
    else if (parentWidget()) // without one it would be a window of its own; a layout shows it later
        show();
}

} // namespace maiam
