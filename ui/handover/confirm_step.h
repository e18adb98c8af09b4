// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handover_step.h"
#include "ui/shell/first_start.h"

#include <optional>

class QLabel;

namespace maiam {

class Card;
class LabelledField;
class PassphraseField;
class PassphraseStep;
class RecoveryStep;

/// The last step: what will happen, and the passphrase of the one who takes over, who sits at the keyboard now. A new
/// person sets one; somebody who has one proves to be there. Nothing that is typed here is kept in a draft.
class HandoverConfirmStep final : public HandoverStep
{
    Q_OBJECT
public:
    explicit HandoverConfirmStep(WorkContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    void enter(const HandoverForm& form) override;
    bool check(const HandoverForm& form) override;

    [[nodiscard]] QString passphrase() const { return m_answers.passphrase; }
    /// The groups of the new recovery key, printed and read back; empty when none was wanted.
    [[nodiscard]] QStringList recoveryKey() const { return m_recovery ? m_answers.recoveryKey : QStringList(); }
    /// The people were read anew: who has a passphrase by now is asked for it instead of a new one, and the other way.
    void askAnew(const HandoverForm& form);
    /// It was not the passphrase.
    void tellWrong(const Error& error);
    /// What was typed in secret does not wait behind another page.
    void forget();

private:
    /// Whether the one who takes over has a passphrase already.
    [[nodiscard]] static bool hasPassphrase(const HandoverForm& form);
    void summarise(const HandoverForm& form);
    void askFor(const HandoverForm& form);
    FirstStartServices m_services;
    FirstStartAnswers m_answers;
    Card* m_summary;
    QLabel* m_text;
    QLabel* m_locks;
    Card* m_secret;
    QLabel* m_seat;
    PassphraseField* m_own;
    LabelledField* m_ownField;
    PassphraseStep* m_new;
    Card* m_paper;
    RecoveryStep* m_recovery = nullptr;
    bool m_sets = true; ///< a passphrase is set and not asked for
};

} // namespace maiam
