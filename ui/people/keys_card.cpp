// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/keys_card.h"

#include "models/base/when_done.h"
#include "models/register/register.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace maiam {

KeysCard::KeysCard(WorkContext& context, QWidget* parent)
    : Card(tr("Keys of the register"), parent)
    , m_context(context)
    , m_text(makeWrappedLabel({}, TextStyle::Body, this))
{
    setObjectName(QStringLiteral("keysCard"));
    setUrgency(Urgency::Amber);
    body()->addWidget(m_text);
    auto* open = makeButton(tr("Users and &keys"), this);
    body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &KeysCard::pageWanted);
    // Somebody is removed for cause: that is a commit.
    connect(&context.reg, &Register::committed, this, &KeysCard::look);
    hide(); // until something is known
    look();
}

QString KeysCard::whyDue(const KeyChangeDue& due)
{
    QStringList sentences;
    if (due.removedForCause)
        sentences.append(
            tr("Somebody was removed for cause, and the register key has not been changed yet. Until then an old copy "
               "of the keys file still opens this register."));
    else
        sentences.append(tr("The register key was to be changed, and that did not end: the former key still holds."));
    if (due.recovery || due.escrow)
        sentences.append(
            tr("Paper that was printed for the new key opens nothing: destroy it, and print it anew with the change."));
    if (due.recovery)
        sentences.append(tr("The recovery key from before still opens the register."));
    if (due.dropEscrow)
        sentences.append(tr("The escrow sheets that were used still open the register."));
    return sentences.join(u' ');
}

void KeysCard::look()
{
    const auto read = [](Database& database) { return keysMemory::due(database); };
    whenDone(this, m_context.reg.read(read), [this](const Result<KeyChangeDue>& due) {
        const bool may = roleRule::mayAdminister(m_context.reg.roles());
        QString said;
        if (m_context.reg.olderKeys())
            said = tr("The keys file is older than the newest one: somebody put back an old copy. Passphrases that "
                      "were changed since are the old ones again. “Users and keys” makes it the valid one.");
        else if (due && due->any())
            said = whyDue(*due);
        m_text->setText(said);
        setVisible(may && !said.isEmpty());
    });
}

} // namespace maiam
