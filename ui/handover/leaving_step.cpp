// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/leaving_step.h"

#include "ui/drafts/form_draft.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/steady_scroll_area.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HandoverLeavingStep::HandoverLeavingStep(WorkContext& context, QWidget* parent)
    : HandoverStep(context, parent)
    , m_who(makeWrappedLabel({}, TextStyle::Section, this))
    , m_ways(new QButtonGroup(this))
{
    m_drafts = makeWrappedLabel({}, TextStyle::Body, this);
    m_drafts->setObjectName(u"draftsLeft"_s);
    setTone(m_drafts, Tone::Amber);
    column()->addWidget(m_drafts);
    column()->addWidget(m_who);
    addWay(Leaving::Viewer, "viewer", tr("Stays as &viewer"),
        tr("Opens the register with the own passphrase and looks; writes nothing any more. For somebody who has to "
           "help for a while."));
    addWay(Leaving::Removed, "removed", tr("Is re&moved, the register key stays"),
        tr("No longer opens the register. A copy of the old keys file, if there is one, still opens a copy of the "
           "register with the old passphrase. For somebody who leaves in the ordinary way."));
    Card* newKey = addWay(Leaving::RemovedWithNewKey, "removedNewKey",
        tr("Is removed, and the register &key is changed"),
        tr("The register is written anew under another key; it takes about a minute, and the passphrases of the others "
           "stay. Old copies of the keys file open old copies of the register only. When the person leaves in anger or "
           "may have kept a copy."));
    m_paper = new QCheckBox(tr("Print a &new recovery key along"), newKey);
    m_paper->setObjectName(u"newRecovery"_s);
    m_paperText = makeWrappedLabel({}, TextStyle::Secondary, newKey);
    // Both belong to this way alone, so they stand under it.
    for (QWidget* part : std::initializer_list<QWidget*> { m_paper, m_paperText })
        newKey->body()->addWidget(part);
    m_paperText->setContentsMargins(Theme::scaled(24), 0, 0, 0);
    column()->addStretch(1);
    m_ways->button(int(Leaving::Removed))->setChecked(true);
    connect(m_ways, &QButtonGroup::idToggled, this, &HandoverLeavingStep::showPaper);
    showPaper();
}

Card* HandoverLeavingStep::addWay(Leaving way, const char* name, const QString& title, const QString& explanation)
{
    auto* card = new Card(this);
    auto* button = new QRadioButton(title, card);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleDescription(explanation);
    m_ways->addButton(button, int(way));
    card->body()->addWidget(button);
    QLabel* text = makeWrappedLabel(explanation, TextStyle::Secondary, card);
    text->setContentsMargins(Theme::scaled(24), 0, 0, 0);
    card->body()->addWidget(text);
    column()->addWidget(card);
    return card;
}

QString HandoverLeavingStep::title() const
{
    return tr("Afterwards");
}

void HandoverLeavingStep::watch(FormDraft& draft)
{
    draft.watch(u"leaving"_s, m_ways);
    draft.watch(u"new-recovery"_s, m_paper);
}

void HandoverLeavingStep::read(HandoverForm& form) const
{
    form.change.leaving = Leaving(m_ways->checkedId());
    form.change.newRecoveryKey = form.change.leaving == Leaving::RemovedWithNewKey && m_paper->isChecked();
}

void HandoverLeavingStep::enter(const HandoverForm& form)
{
    const Person* giver = form.now.find(form.change.from);
    const QString name = giver ? giver->name : QString();
    m_who->setText(tr("What becomes of %1?").arg(name));
    const int drafts = int(form.now.drafts.value(form.change.from));
    m_drafts->setVisible(drafts > 0);
    m_drafts->setText(
        tr("%1 has typed %n form(s) and not saved them; the page \"Today\" lists them. The person should save them or "
           "throw them away before the hand-over. What is left goes to a colleague who may write when the person is "
           "removed, and stays with the person who becomes a viewer.",
            nullptr, drafts)
            .arg(name));
    m_paperText->setText(form.now.recoveryDue
            ? tr("Needed here: an earlier change of the register key was to come with a new recovery key and has not "
                 "been made yet.")
            : form.now.paperGoesAlong
            ? tr("When the person may know the recovery key in the envelope. Otherwise the envelope stays valid.")
            : tr("Needed here: the recovery key on paper was made by an earlier version and cannot stay when the "
                 "register key changes."));
    m_ways->checkedButton()->setFocus();
}

void HandoverLeavingStep::showPaper()
{
    const bool changes = m_ways->checkedId() == int(Leaving::RemovedWithNewKey);
    m_paper->setVisible(changes);
    m_paperText->setVisible(changes);
    if (changes)
        SteadyScrollArea::reveal(m_paperText);
}

bool HandoverLeavingStep::check(const HandoverForm& form)
{
    const auto good = postChange::checkAfterwards(form.now, form.change);
    if (!good)
        Q_EMIT refused(good.error());
    return good.has_value();
}

} // namespace maiam
