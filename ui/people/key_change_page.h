// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/key_change.h"
#include "models/register/people.h"
#include "ui/shell/first_start.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <memory>

class QLineEdit;

namespace maiam {

class LabelledField;
class PageWork;
class RecoveryStep;

/// Before the register key is changed (đổi khóa sổ): what will happen and to whom; with a new recovery key or escrow
/// sheets, their printing and the proof that they can be read. The change itself needs the register closed, so the
/// frame does it.
class KeyChangePage : public Page
{
    Q_OBJECT
public:
    enum class With { Nothing, Recovery, Escrow };
    KeyChangePage(WorkContext& context, With with, QWidget* parent = nullptr);
    ~KeyChangePage() override;
    Q_DISABLE_COPY_MOVE(KeyChangePage)

    void activated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    /// With what, of a place.
    [[nodiscard]] static With withOf(const QJsonObject& place);
    /// Checks what was typed from paper and asks for the change.
    void change();
    /// The two escrow shares on this page.
    [[nodiscard]] const QList<QStringList>& shares() const { return m_shares; }
    [[nodiscard]] RecoveryStep* recovery() const { return m_recovery; }

Q_SIGNALS:
    /// The paper cannot stay: a new recovery key has to be printed along.
    void recoveryWanted();
    void changeWanted(std::shared_ptr<maiam::KeyChange> change);

private:
    QWidget* makeWhat();
    QWidget* makeRecovery();
    QWidget* makeEscrow();
    bool takeEscrow();
    struct News
    {
        std::vector<Person> people;
        bool paperGoesAlong = true;
        KeyChangeDue due;
    };
    void showWho(const News& news);
    [[nodiscard]] bool sayWhatHinders();

    WorkContext& m_context;
    With m_with;
    FirstStartServices m_services;
    FirstStartAnswers m_answers;
    PageWork* m_work;
    QLabel* m_who = nullptr;
    News m_news;
    bool m_ownGoesAlong = true;
    RecoveryStep* m_recovery = nullptr;
    QList<QStringList> m_shares;
    QList<int> m_asked;
    QList<QLineEdit*> m_typed;
    QList<LabelledField*> m_typedFields;
};

} // namespace maiam
