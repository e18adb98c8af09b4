// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/people_step.h"

#include "ui/drafts/form_draft.h"
#include "ui/people/role_chooser.h"
#include "ui/people/role_texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HandoverPeopleStep::HandoverPeopleStep(WorkContext& context, QWidget* parent)
    : HandoverStep(context, parent)
{
    column()->addWidget(makeGiver());
    column()->addWidget(makeReceiver());
    column()->addWidget(makeWitness());
    column()->addStretch(1);
    showWay();
}

QString HandoverPeopleStep::title() const
{
    return tr("Who");
}

Card* HandoverPeopleStep::makeGiver()
{
    auto* card = new Card(this);
    m_giver = new QComboBox;
    m_giver->setObjectName(u"giver"_s);
    // A person's own choice alone proposes anew; a draft that is put back must not.
    connect(m_giver, &QComboBox::activated, this, &HandoverPeopleStep::propose);
    card->body()->addWidget(new LabelledField(tr("Person who &hands over"), m_giver, card));
    return card;
}

Card* HandoverPeopleStep::makeReceiver()
{
    auto* card = new Card(tr("Who takes over"), this);
    m_way = new QButtonGroup(this);
    auto* newcomer = new QRadioButton(tr("Somebody ne&w"), card);
    auto* colleague = new QRadioButton(tr("Somebody who is here &already"), card);
    newcomer->setObjectName(u"newcomer"_s);
    colleague->setObjectName(u"colleague"_s);
    m_way->addButton(newcomer, Newcomer);
    m_way->addButton(colleague, Colleague);
    newcomer->setChecked(true);
    card->body()->addWidget(newcomer);
    card->body()->addWidget(colleague);
    m_name = new QLineEdit;
    m_name->setObjectName(u"receiverName"_s);
    m_nameField = new LabelledField(tr("&Full name"), m_name, card);
    m_nameField->setRequired(true);
    m_colleague = new QComboBox;
    m_colleague->setObjectName(u"receiver"_s);
    m_colleagueField = new LabelledField(tr("P&erson who takes over"), m_colleague, card);
    m_post = new QLineEdit;
    m_post->setObjectName(u"receiverPost"_s);
    auto* rows = new FormRows(card);
    auto* who = new QWidget(rows);
    auto* stack = new QVBoxLayout(who);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_nameField);
    stack->addWidget(m_colleagueField);
    rows->addRow({ { who, 1 }, { new LabelledField(tr("&Post"), m_post, rows), 1 } });
    card->body()->addWidget(rows);
    m_roles = new RoleChooser(card);
    card->body()->addWidget(m_roles);
    connect(m_way, &QButtonGroup::idToggled, this, &HandoverPeopleStep::showWay);
    connect(newcomer, &QRadioButton::clicked, this, &HandoverPeopleStep::propose);
    connect(colleague, &QRadioButton::clicked, this, &HandoverPeopleStep::propose);
    connect(m_colleague, &QComboBox::activated, this, &HandoverPeopleStep::propose);
    return card;
}

Card* HandoverPeopleStep::makeWitness()
{
    auto* card = new Card(tr("Who signs for the People's Committee, or as a witness"), this);
    m_witness = new QLineEdit;
    m_witness->setObjectName(u"witness"_s);
    m_witnessPost = new QLineEdit;
    m_witnessPost->setObjectName(u"witnessPost"_s);
    auto* rows = new FormRows(card);
    rows->addRow({ { new LabelledField(tr("Full name of the w&itness"), m_witness, rows), 1 },
        { new LabelledField(tr("Post of the wi&tness"), m_witnessPost, rows), 1 } });
    card->body()->addWidget(rows);
    card->body()->addWidget(makeWrappedLabel(
        tr("What is left empty is a dotted line on the record, to be filled in by hand."), TextStyle::Secondary, card));
    return card;
}

void HandoverPeopleStep::begin(const HandoverForm& form)
{
    m_people = form.now.people;
    for (const Person& person : m_people) {
        const QString id = person.id.toString(QUuid::WithoutBraces);
        const QString shown = tr("%1 — %2", "name, role").arg(person.name, RoleTexts::name(person.roles));
        m_giver->addItem(shown, id);
        m_colleague->addItem(shown, id);
    }
    for (int i = 0; i < int(m_people.size()); ++i)
        if (m_people.at(size_t(i)).self)
            m_giver->setCurrentIndex(i);
    m_way->button(Colleague)->setEnabled(m_people.size() > 1);
    m_colleague->setCurrentIndex(m_giver->currentIndex() == 0 && m_people.size() > 1 ? 1 : 0);
    m_witness->setText(form.now.office.signer);
    m_witnessPost->setText(form.now.office.signerTitle);
    propose();
}

void HandoverPeopleStep::watch(FormDraft& draft)
{
    draft.watch(u"giver"_s, m_giver);
    draft.watch(u"way"_s, m_way);
    draft.watch(u"receiver"_s, m_colleague);
    draft.watch(u"name"_s, m_name);
    draft.watch(u"post"_s, m_post);
    draft.watch(u"role"_s, m_roles->work());
    draft.watch(u"administrator"_s, m_roles->administrator());
    draft.watch(u"witness"_s, m_witness);
    draft.watch(u"witness-post"_s, m_witnessPost);
}

const Person* HandoverPeopleStep::chosen(const QComboBox* people) const
{
    const int at = people->currentIndex();
    return at >= 0 && at < int(m_people.size()) ? &m_people.at(size_t(at)) : nullptr;
}

void HandoverPeopleStep::showWay()
{
    const bool colleague = m_way->checkedId() == Colleague;
    m_nameField->setVisible(!colleague);
    m_colleagueField->setVisible(colleague);
}

void HandoverPeopleStep::propose()
{
    const Person* giver = chosen(m_giver);
    const Person* receiver = m_way->checkedId() == Colleague ? chosen(m_colleague) : nullptr;
    if (!giver)
        return;
    m_roles->setRoles(postChange::proposedRoles(*giver, receiver));
    m_post->setText(receiver ? receiver->post : giver->post);
}

void HandoverPeopleStep::read(HandoverForm& form) const
{
    const Person* giver = chosen(m_giver);
    const Person* receiver = m_way->checkedId() == Colleague ? chosen(m_colleague) : nullptr;
    form.change.from = giver ? giver->id : QUuid();
    form.change.to = receiver ? std::optional(receiver->id) : std::nullopt;
    form.change.receiver = { receiver ? receiver->name : m_name->text().simplified(), m_post->text().simplified(),
        m_roles->roles() };
    form.words.witness = m_witness->text().simplified();
    form.words.witnessPost = m_witnessPost->text().simplified();
}

void HandoverPeopleStep::enter(const HandoverForm&)
{
    m_nameField->setError({});
    if (m_way->checkedId() == Newcomer)
        m_name->setFocus();
    else
        m_colleague->setFocus();
}

bool HandoverPeopleStep::check(const HandoverForm& form)
{
    m_nameField->setError({});
    const auto good = postChange::checkPeople(form.now, form.change);
    if (good)
        return true;
    if (form.change.to) {
        Q_EMIT refused(good.error());
    } else {
        m_nameField->setError(good.error().message);
        m_name->setFocus();
    }
    return false;
}

} // namespace maiam
