// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handover_step.h"

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace maiam {

class Card;

/// What becomes of the one who hands over, and of the register key (người giao sau bàn giao).
class HandoverLeavingStep final : public HandoverStep
{
    Q_OBJECT
public:
    explicit HandoverLeavingStep(WorkContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    void watch(FormDraft& draft) override;
    void read(HandoverForm& form) const override;
    void enter(const HandoverForm& form) override;
    bool check(const HandoverForm& form) override;

private:
    Card* addWay(Leaving way, const char* name, const QString& title, const QString& explanation);
    void showPaper();
    QLabel* m_who;
    QButtonGroup* m_ways;
    QCheckBox* m_paper = nullptr;
    QLabel* m_paperText = nullptr;
    QLabel* m_drafts = nullptr;
};

} // namespace maiam
