// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_page.h"

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

#include <QLineEdit>
#include <QVBoxLayout>

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
    setTitle(adds                         ? tr("A new person")
            : task == Task::Edit          ? tr("Name, post and role")
            : task == Task::SetPassphrase ? tr("A new passphrase for %1").arg(person.name)
                                          : tr("Change my passphrase"));
    if (adds || task == Task::Edit)
        column()->addWidget(makeData());
    if (task != Task::Edit)
        column()->addWidget(makePassphrase());
    column()->addStretch(1);
    auto* save = addPrimaryAction(adds ? tr("Add the perso&n")
            : task == Task::Edit       ? tr("&Save")
                                       : tr("&Set the passphrase"));
    save->setObjectName(QStringLiteral("save"));
    connect(save, &QPushButton::clicked, this, &PersonPage::save);
}

PersonPage::~PersonPage() = default;

QWidget* PersonPage::makeData()
{
    auto* card = new Card(tr("Who, and what the person may do"));
    m_name = new QLineEdit(m_person.name);
    m_nameField = new LabelledField(tr("&Full name"), m_name);
    m_nameField->setRequired(true);
    m_post = new QLineEdit(m_person.post);
    card->body()->addWidget(m_nameField);
    card->body()->addWidget(new LabelledField(tr("&Post"), m_post));
    m_roles = new RoleChooser(card);
    if (m_task == Task::Edit)
        m_roles->setRoles(m_person.roles);
    card->body()->addWidget(m_roles);
    return card;
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
    message()->clear();
    if (m_work->isRunning() || (m_name && !takeData()) || (m_passphrase && !m_passphrase->take(m_answers)))
        return;
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
        m_answers.passphrase.clear();
        Q_EMIT done(m_task == Task::Add         ? tr("%1 can now open the register.").arg(name)
                : m_task == Task::Edit          ? tr("The changes to %1 are stored.").arg(name)
                : m_task == Task::SetPassphrase ? tr("%1 now opens the register with the new passphrase.").arg(name)
                                                : tr("Your new passphrase holds from now on."));
    });
}

void PersonPage::deactivated()
{
    // What was typed in secret does not wait behind another page.
    for (PassphraseField* field : findChildren<PassphraseField*>())
        field->clear();
}

} // namespace maiam
