// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/people.h"
#include "ui/shell/first_start.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLineEdit;

namespace maiam {

class LabelledField;
class PageWork;
class PassphraseField;
class PassphraseStep;
class RoleChooser;

/// One person and the passphrase (người dùng, cụm mật khẩu): a new person, a changed one, a passphrase for somebody who
/// forgot it, or the own.
class PersonPage : public Page
{
    Q_OBJECT
public:
    enum class Task { Add, Edit, SetPassphrase, OwnPassphrase };
    PersonPage(WorkContext& context, Task task, const Person& person = {}, QWidget* parent = nullptr);
    ~PersonPage() override;
    Q_DISABLE_COPY_MOVE(PersonPage)

    /// Checks and stores; what is missing is said at its field.
    void save();
    void deactivated() override;

Q_SIGNALS:
    /// It is stored; `what` says it in a sentence.
    void done(const QString& what);

private:
    QWidget* makeData();
    QWidget* makePassphrase();
    [[nodiscard]] PersonData data() const;
    bool takeData();

    WorkContext& m_context;
    Task m_task;
    Person m_person;
    FirstStartServices m_services;
    FirstStartAnswers m_answers;
    PageWork* m_work = nullptr;
    QLineEdit* m_name = nullptr;
    LabelledField* m_nameField = nullptr;
    QLineEdit* m_post = nullptr;
    RoleChooser* m_roles = nullptr;
    PassphraseField* m_present = nullptr;
    LabelledField* m_presentField = nullptr;
    PassphraseStep* m_passphrase = nullptr;
};

} // namespace maiam
