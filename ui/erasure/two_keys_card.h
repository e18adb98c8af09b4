// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/people.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <optional>

class QComboBox;
class QLabel;

namespace maiam {

class FormDraft;
class LabelledField;
class PassphraseField;

/// Where two people agree to an erasure (hai người cùng đồng ý): one who leads and one who administers, each with the
/// own passphrase. The one who has opened the register is one of them.
class TwoKeysCard : public Card
{
    Q_OBJECT
public:
    /// Who agrees, and with what. Lives as short as possible.
    struct Keys
    {
        QUuid leader;
        QUuid administrator;
        QString leaderWords;
        QString administratorWords;
    };

    explicit TwoKeysCard(WorkContext& context, QWidget* parent = nullptr);

    /// Who may agree: those who can open the register and have the role.
    void setPeople(const std::vector<Person>& people);
    /// Who was chosen by hand is part of a form's draft; what is typed in secret never is.
    void keepIn(FormDraft& draft);
    /// What was chosen and typed; nothing, and said at its field, when something is missing.
    [[nodiscard]] std::optional<Keys> take();
    /// After a failed try: what one of the two typed does not wait for the other.
    void typeAgain();
    /// Empties the passphrases.
    void forget();
    /// Whether both passphrases are right. Blocks while keys are derived. Errors: WrongPassphrase, with the person
    /// named.
    [[nodiscard]] static Result<void> check(Register& reg, const Keys& keys);

private:
    struct Side
    {
        QString chosen; ///< by hand, an id; empty while it is who was proposed
        QComboBox* person = nullptr;
        LabelledField* personField = nullptr;
        PassphraseField* words = nullptr;
        LabelledField* wordsField = nullptr;
    };
    [[nodiscard]] Side makeSide(const QString& person, const QString& words, const char* name);
    void fill(const Side& side, const std::vector<Person>& people, Role role);
    void proposeTwo();
    static void showChosen(const Side& side);
    [[nodiscard]] bool takeSide(const Side& side);

    WorkContext& m_context;
    QLabel* m_nobody = nullptr;
    Side m_leader;
    Side m_administrator;
};

} // namespace maiam
