// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/clock_check.h"
#include "ui/widgets/message_bar.h"

namespace maiam {

class Register;

/// Above a form that starts a clock of the law, only while the PC's clock cannot be right: asks whether it is
/// (security.md). Such a form is not stored before the answer (clockCheck::demandRight).
class ClockQuestion : public MessageBar
{
    Q_OBJECT
public:
    explicit ClockQuestion(Register& reg, QWidget* parent = nullptr);
    /// Looks again after something was not stored, and moves the question into sight.
    void ask();
    /// What the clock says and what speaks against it, without what waits for the answer.
    [[nodiscard]] static QString text(const ClockDoubt& doubt, UtcMs now);
    /// The answer, wherever it is asked for; with its key.
    [[nodiscard]] static QString answer();

Q_SIGNALS:
    /// A person said that the clock is right.
    void answered();

private:
    void look();
    void confirm();
    Register& m_reg;
    bool m_asking = false; ///< somebody waits for the answer
};

} // namespace maiam
