// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace maiam {

/// Said on Hôm nay for as long as only one person can open the register: when that person falls ill, the cases stand
/// still. Hides itself when there is a second one.
class LonelyKeyCard : public Card
{
    Q_OBJECT
public:
    explicit LonelyKeyCard(WorkContext& context, QWidget* parent = nullptr);
    /// Whether the way to the page of people is offered; only an administrator may go it.
    void setAddShown(bool shown);

Q_SIGNALS:
    void addWanted();

private:
    void look();
    WorkContext& m_context;
    QPushButton* m_add;
};

} // namespace maiam
