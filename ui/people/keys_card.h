// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/keys_memory.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

class QLabel;

namespace maiam {

/// On the administrator's first screen, only while something is wrong with the keys: an older keys file was put back,
/// or the register key is still to be changed.
class KeysCard : public Card
{
    Q_OBJECT
public:
    explicit KeysCard(WorkContext& context, QWidget* parent = nullptr);

    /// Reads again.
    void look();
    /// Why the register key is still to be changed, from people::keyChangeDue(), and what holds until then.
    [[nodiscard]] static QString whyDue(const KeyChangeDue& due);

Q_SIGNALS:
    /// The page of people and keys.
    void pageWanted();

private:
    WorkContext& m_context;
    QLabel* m_text;
};

} // namespace maiam
