// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/people.h"
#include "ui/shell/first_start.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLineEdit;
class QPushButton;

namespace maiam {

class FormDraft;
class LabelledField;
class PageWork;
class PassphraseField;
class PassphraseStep;
class RoleChooser;

/// One person and the passphrase (người dùng, cụm mật khẩu): a new person, a changed one, a passphrase for somebody who
/// forgot it, or the own. Name, post and role are kept as a draft; what is typed in secret never is.
class PersonPage : public Page
{
    Q_OBJECT
public:
    enum class Task { Add, Edit, SetPassphrase, OwnPassphrase };
    /// Of the person the id is enough: what is not given is read.
    PersonPage(WorkContext& context, Task task, const Person& person = {}, QWidget* parent = nullptr);
    ~PersonPage() override;
    Q_DISABLE_COPY_MOVE(PersonPage)

    /// Checks and stores; what is missing is said at its field.
    void save();
    void deactivated() override;
    /// Whose page it is; null for a new person and for the own passphrase.
    [[nodiscard]] QUuid id() const { return m_person.id; }
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    /// The task of a place.
    [[nodiscard]] static Task taskOf(const QJsonObject& place);

Q_SIGNALS:
    /// Who has opened the register is called so now and may have another role. Comes before done().
    void ownChanged(const QString& name);
    /// It is stored; `what` says it in a sentence.
    void done(const QString& what);

private:
    QWidget* makeData();
    QWidget* makePassphrase();
    void makeDraft();
    void readPerson();
    void showPerson();
    [[nodiscard]] PersonData data() const;
    bool takeData();
    [[nodiscard]] bool isOwn() const;
    void askToResign();
    void store();
    void tellStored(const QString& name);

    WorkContext& m_context;
    Task m_task;
    Person m_person;
    FirstStartServices m_services;
    FirstStartAnswers m_answers;
    PageWork* m_work = nullptr;
    FormDraft* m_draft = nullptr;
    QPushButton* m_save = nullptr;
    QWidget* m_data = nullptr;
    QLineEdit* m_name = nullptr;
    LabelledField* m_nameField = nullptr;
    QLineEdit* m_post = nullptr;
    RoleChooser* m_roles = nullptr;
    PassphraseField* m_present = nullptr;
    LabelledField* m_presentField = nullptr;
    PassphraseStep* m_passphrase = nullptr;
};

} // namespace maiam
