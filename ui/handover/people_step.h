// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handover_step.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace maiam {

class Card;
class LabelledField;
class RoleChooser;

/// Who hands over, who takes over and as what, who signs as the third (người giao, người nhận, người chứng kiến).
class HandoverPeopleStep final : public HandoverStep
{
    Q_OBJECT
public:
    explicit HandoverPeopleStep(WorkContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    void begin(const HandoverForm& form) override;
    void watch(FormDraft& draft) override;
    void read(HandoverForm& form) const override;
    void enter(const HandoverForm& form) override;
    bool check(const HandoverForm& form) override;

private:
    enum Way { Newcomer, Colleague };
    Card* makeGiver();
    Card* makeReceiver();
    Card* makeWitness();
    void showWay();
    void propose();
    [[nodiscard]] const Person* chosen(const QComboBox* people) const;

    std::vector<Person> m_people;
    QComboBox* m_giver = nullptr;
    QButtonGroup* m_way = nullptr;
    QComboBox* m_colleague = nullptr;
    LabelledField* m_colleagueField = nullptr;
    QLineEdit* m_name = nullptr;
    LabelledField* m_nameField = nullptr;
    QLineEdit* m_post = nullptr;
    RoleChooser* m_roles = nullptr;
    QLineEdit* m_witness = nullptr;
    QLineEdit* m_witnessPost = nullptr;
};

} // namespace maiam
