// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handover_step.h"

class QLabel;
class QPlainTextEdit;

namespace maiam {

class Card;

/// What the register cannot know: unanswered letters, and where paper dossiers, sticks and the envelope are (nơi để).
/// Which requests it knows already is said beside the letters, so that nobody writes them twice.
class HandoverPlacesStep final : public HandoverStep
{
    Q_OBJECT
public:
    explicit HandoverPlacesStep(WorkContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    void begin(const HandoverForm& form) override;
    void watch(FormDraft& draft) override;
    void read(HandoverForm& form) const override;
    void enter(const HandoverForm& form) override;

private:
    QPlainTextEdit* add(Card* card, const char* name, const QString& label, const QString& hint);
    QLabel* m_known = nullptr;
    QPlainTextEdit* m_requests = nullptr;
    QPlainTextEdit* m_dossiers = nullptr;
    QPlainTextEdit* m_sticks = nullptr;
    QPlainTextEdit* m_envelope = nullptr;
    QPlainTextEdit* m_others = nullptr;
};

} // namespace maiam
