// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/confirm_step.h"

#include "ui/people/key_services.h"
#include "ui/people/role_texts.h"
#include "ui/shell/first_start_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/passphrase_field.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HandoverConfirmStep::HandoverConfirmStep(WorkContext& context, QWidget* parent)
    : HandoverStep(context, parent)
    , m_services(keyServices(context.reg.office().name, {}))
    , m_summary(new Card(tr("What happens now"), this))
    , m_text(makeWrappedLabel({}, TextStyle::Body, m_summary))
    , m_locks(makeWrappedLabel({}, TextStyle::Secondary, m_summary))
    , m_secret(new Card(this))
    , m_seat(makeWrappedLabel({}, TextStyle::Body, m_secret))
    , m_own(new PassphraseField)
    , m_ownField(new LabelledField(tr("Passphrase of the person who takes &over"), m_own, m_secret))
    , m_new(new PassphraseStep(m_services, m_secret))
    , m_paper(new Card(this))
{
    m_text->setObjectName(u"summary"_s);
    m_own->setObjectName(u"ownPassphrase"_s);
    m_summary->body()->addWidget(m_text);
    m_summary->body()->addWidget(m_locks);
    m_secret->body()->addWidget(m_seat);
    m_secret->body()->addWidget(m_ownField);
    m_secret->body()->addWidget(m_new);
    column()->addWidget(m_summary);
    column()->addWidget(m_secret);
    column()->addWidget(m_paper);
    column()->addStretch(1);
}

QString HandoverConfirmStep::title() const
{
    return tr("Hand over");
}

bool HandoverConfirmStep::hasPassphrase(const HandoverForm& form)
{
    const Person* receiver = form.change.to ? form.now.find(*form.change.to) : nullptr;
    return receiver && receiver->hasKey;
}

void HandoverConfirmStep::enter(const HandoverForm& form)
{
    m_sets = !hasPassphrase(form);
    summarise(form);
    askFor(form);
    if (!form.now.mayAdminister)
        return;
    if (!m_sets)
        return m_own->edit()->setFocus();
    m_new->enter(m_answers);
    // What will happen is read first: with large text a field further down would push it out of sight.
    for (QRadioButton* way : m_new->findChildren<QRadioButton*>())
        if (way->isChecked())
            way->setFocus();
}

void HandoverConfirmStep::summarise(const HandoverForm& form)
{
    const Person* giver = form.now.find(form.change.from);
    const QString from = giver ? giver->name : QString();
    const QString to = form.change.receiver.name;
    QStringList lines {
        tr("%1 takes over from %2, as: %3.").arg(to, from, RoleTexts::name(form.change.receiver.roles).toLower())
    };
    switch (form.change.leaving) {
    case Leaving::Viewer:
        lines.append(tr("%1 stays as viewer.").arg(from));
        break;
    case Leaving::Removed:
        lines.append(tr("%1 is removed and no longer opens the register. The register key stays.").arg(from));
        break;
    case Leaving::RemovedWithNewKey:
        lines.append(tr("%1 is removed, and the register key is changed.").arg(from));
        break;
    }
    m_text->setText(lines.join(u'\n'));
    m_locks->setText(giver && giver->self
            ? tr("The program locks at the end, and %1 unlocks it. Until the button is pressed, nothing has changed.")
                  .arg(to)
            : tr("Until the button is pressed, nothing has changed."));
}

void HandoverConfirmStep::askFor(const HandoverForm& form)
{
    const bool may = form.now.mayAdminister;
    m_answers.userName = form.change.receiver.name; // who sits at the keyboard prints the new recovery key
    m_seat->setText(!may
            ? tr("Only the administrator of this office may carry this out. The record can be printed and signed now; "
                 "then let the administrator open this page.")
            : m_sets
            ? tr("%1 sits at the keyboard now and types the passphrase alone. Nobody else needs to know it.")
                  .arg(form.change.receiver.name)
            : tr("%1 sits at the keyboard now and confirms with the own passphrase.").arg(form.change.receiver.name));
    m_ownField->setVisible(may && !m_sets);
    m_ownField->setError({});
    m_new->setVisible(may && m_sets);
    const bool paper = may && form.change.newRecoveryKey;
    m_paper->setVisible(paper);
    if (!paper) {
        delete m_recovery;
        m_recovery = nullptr;
        m_answers.recoveryKey.clear();
    } else if (!m_recovery) {
        m_recovery = new RecoveryStep(m_services, m_paper);
        m_paper->body()->addWidget(m_recovery);
        m_recovery->enter(m_answers);
    }
}

bool HandoverConfirmStep::check(const HandoverForm& form)
{
    if (!form.now.mayAdminister)
        return false;
    if (m_sets) {
        if (!m_new->take(m_answers))
            return false;
    } else {
        const bool typed = !m_own->text().isEmpty();
        m_ownField->setError(typed ? QString() : tr("Type the passphrase."));
        if (!typed) {
            m_own->edit()->setFocus();
            return false;
        }
        m_answers.passphrase = m_own->text();
    }
    return !m_recovery || m_recovery->take(m_answers);
}

void HandoverConfirmStep::askAnew(const HandoverForm& form)
{
    if (m_sets == hasPassphrase(form))
        enter(form);
}

void HandoverConfirmStep::tellWrong(const Error& error)
{
    m_ownField->setError(error.message);
    m_own->selectAll();
    m_own->edit()->setFocus();
}

void HandoverConfirmStep::forget()
{
    m_answers.passphrase.clear();
    for (PassphraseField* field : findChildren<PassphraseField*>())
        field->clear();
}

} // namespace maiam
