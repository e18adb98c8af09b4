// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_page.h"

#include "ui/drafts/form_draft.h"
#include "ui/people/key_services.h"
#include "ui/people/role_chooser.h"
#include "ui/shell/first_start_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

PersonPage::PersonPage(WorkContext& context, Task task, const Person& person, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_task(task)
    , m_person(person)
    , m_services(keyServices(context.reg.office().name, context.reg.userLabel()))
    , m_work(new PageWork(this))
{
    const bool adds = task == Task::Add;
    if (adds || task == Task::Edit)
        column()->addWidget(makeData());
    if (task != Task::Edit)
        column()->addWidget(makePassphrase());
    column()->addStretch(1);
    m_save = addPrimaryAction(adds ? tr("Add the perso&n")
            : task == Task::Edit   ? tr("&Save")
                                   : tr("&Set the passphrase"));
    m_save->setObjectName(QStringLiteral("save"));
    connect(m_save, &QPushButton::clicked, this, &PersonPage::save);
    auto* keys =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &PersonPage::save);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    if (!person.id.isNull() && person.name.isEmpty())
        readPerson();
    else
        showPerson();
}

PersonPage::~PersonPage() = default;

QWidget* PersonPage::makeData()
{
    auto* card = new Card(tr("Who, and what the person may do"));
    m_data = card;
    m_name = new QLineEdit;
    m_nameField = new LabelledField(tr("&Full name"), m_name);
    m_nameField->setRequired(true);
    m_post = new QLineEdit;
    card->body()->addWidget(m_nameField);
    card->body()->addWidget(new LabelledField(tr("&Post"), m_post));
    m_roles = new RoleChooser(card);
    card->body()->addWidget(m_roles);
    m_name->setObjectName(u"name"_s);
    m_post->setObjectName(u"post"_s);
    makeDraft();
    return card;
}

void PersonPage::makeDraft()
{
    m_draft = new FormDraft(m_context.reg, this);
    column()->addWidget(m_draft->bar());
    m_draft->watch(u"name"_s, m_name);
    m_draft->watch(u"post"_s, m_post);
    m_draft->watch(u"role"_s, m_roles->work());
    m_draft->watch(u"administrator"_s, m_roles->administrator());
}

void PersonPage::readPerson()
{
    if (m_data)
        m_data->setEnabled(false); // what is typed before it is read would be written over
    const auto work = [reg = &m_context.reg](const auto&, const auto&) { return people::list(*reg); };
    m_work->read(tr("Reading"), work, [this](const Result<std::vector<Person>>& everybody) {
        if (everybody)
            for (const Person& person : *everybody)
                if (person.id == m_person.id)
                    m_person = person;
        const bool known = !m_person.name.isEmpty();
        m_save->setEnabled(known);
        if (!everybody)
            message()->showError(everybody.error());
        else if (!known)
            message()->showMessage(MessageBar::Kind::Warning,
                tr("This person was removed from the register. There is nothing to change."));
        showPerson();
    });
}

/// The form as it stands in the register; what differs from it is the draft.
void PersonPage::showPerson()
{
    setTitle(m_task == Task::Add            ? tr("A new person")
            : m_task == Task::Edit          ? tr("Name, post and role")
            : m_task == Task::SetPassphrase ? tr("A new passphrase for %1").arg(m_person.name)
                                            : tr("Change my passphrase"));
    if (!m_data)
        return;
    m_data->setEnabled(true);
    if (m_task == Task::Edit) {
        m_name->setText(m_person.name);
        m_post->setText(m_person.post);
        m_roles->setRoles(m_person.roles);
    }
    m_draft->begin({ m_task == Task::Edit ? u"person"_s : u"person-new"_s, m_person.id });
}

QJsonObject PersonPage::place() const
{
    return { { u"task"_s, int(m_task) }, { u"draft"_s, m_draft && m_draft->isTouched() } };
}

PersonPage::Task PersonPage::taskOf(const QJsonObject& place)
{
    return Task(std::clamp(place.value("task"_L1).toInt(), int(Task::Add), int(Task::OwnPassphrase)));
}

void PersonPage::returnTo(const QJsonObject& place)
{
    if (m_draft && place.value("draft"_L1).toBool())
        m_draft->resume();
}

QWidget* PersonPage::makePassphrase()
{
    auto* card = new Card;
    if (m_task == Task::OwnPassphrase) {
        m_present = new PassphraseField;
        m_presentField = new LabelledField(tr("&Present passphrase"), m_present);
        card->body()->addWidget(m_presentField);
    } else {
        card->body()->addWidget(makeWrappedLabel(
            tr("The person sits at the keyboard now and types the passphrase alone. Nobody else needs to know it.")));
    }
    m_passphrase = new PassphraseStep(m_services, card);
    if (m_task != Task::Add)
        m_passphrase->setHeading(tr("The new passphrase"));
    connect(m_passphrase, &PassphraseStep::returnPressed, this, &PersonPage::save);
    card->body()->addWidget(m_passphrase);
    m_passphrase->enter(m_answers);
    return card;
}

PersonData PersonPage::data() const
{
    return { m_name->text(), m_post->text(), m_roles->roles() };
}

bool PersonPage::takeData()
{
    const bool named = !m_name->text().simplified().isEmpty();
    m_nameField->setError(named ? QString() : tr("Write the person's name; the register signs each change with it."));
    if (!named)
        m_name->setFocus();
    return named;
}

void PersonPage::save()
{
    commitPendingInput();
    if (!m_save->isEnabled()) // a person who is not there any more
        return;
    message()->clear();
    if (m_work->isRunning() || (m_name && !takeData()) || (m_passphrase && !m_passphrase->take(m_answers)))
        return;
    const bool resigns =
        isOwn() && roleRule::mayAdminister(m_context.reg.roles()) && !roleRule::mayAdminister(m_roles->roles());
    if (!resigns)
        return store();
    const auto work = [reg = &m_context.reg, id = m_person.id, roles = m_roles->roles()](
                          const auto&, const auto&) { return people::administratorStays(*reg, id, roles); };
    m_work->read(tr("Reading"), work, [this](const Result<void>& stays) {
        if (!stays) // before it is asked: there is nothing to decide
            return message()->showError(stays.error());
        askToResign();
    });
}

void PersonPage::askToResign()
{
    Question question;
    question.title = title();
    question.text = tr("You will no longer administer people and keys. Give up this role?");
    question.explanation =
        tr("The register is locked then; open it again to go on working. Only another administrator can give the role "
           "back to you.");
    question.accept = tr("&Give up the role");
    Questions::ask(this, question, [this](Answer answer) {
        if (answer == Answer::Accept)
            store();
    });
}

/// Whether it is the record of the one who has opened the register.
bool PersonPage::isOwn() const
{
    return m_task == Task::Edit && m_person.id == m_context.reg.user();
}

void PersonPage::store()
{
    const auto work = [reg = &m_context.reg, task = m_task, id = m_person.id, words = m_answers.passphrase,
                          present = m_present ? m_present->text() : QString(),
                          data = m_name ? data() : PersonData()](const auto&, const auto&) -> Result<void> {
        switch (task) {
        case Task::Add: {
            auto added = people::add(*reg, data, words);
            return added ? Result<void>() : Result<void>(fail(added));
        }
        case Task::Edit:
            return people::change(*reg, id, data);
        case Task::SetPassphrase:
            return people::setPassphrase(*reg, id, words, QStringLiteral("passphrase-reset"));
        case Task::OwnPassphrase:
            return people::changeOwnPassphrase(*reg, present, words);
        }
        return {};
    };
    const QString name = m_name ? m_name->text().simplified() : m_person.name;
    m_work->start(tr("Storing; this takes a moment"), work, [this, name](const Result<void>& stored) {
        if (!stored) {
            if (stored.error().code == ErrorCode::WrongPassphrase && m_presentField) {
                m_presentField->setError(stored.error().message);
                m_present->setFocus();
            } else {
                message()->showError(stored.error());
            }
            return;
        }
        tellStored(name);
    });
}

void PersonPage::tellStored(const QString& name)
{
    m_answers.passphrase.clear();
    if (m_draft)
        m_draft->drop();
    if (isOwn())
        Q_EMIT ownChanged(name);
    Q_EMIT done(m_task == Task::Add         ? tr("%1 can now open the register.").arg(name)
            : m_task == Task::Edit          ? tr("The changes to %1 are stored.").arg(name)
            : m_task == Task::SetPassphrase ? tr("%1 now opens the register with the new passphrase.").arg(name)
                                            : tr("Your new passphrase holds from now on."));
}

void PersonPage::deactivated()
{
    // What was typed in secret does not wait behind another page.
    for (PassphraseField* field : findChildren<PassphraseField*>())
        field->clear();
}

} // namespace maiam
