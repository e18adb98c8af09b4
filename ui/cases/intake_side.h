// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/children/child_list.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;
class QPushButton;

namespace maiam {

/// The 12 hours of Articles 26 and 31, reckoned from the time that is being typed.
class TwelveHoursCard : public Card
{
    Q_OBJECT
public:
    explicit TwelveHoursCard(const WorkContext& context, QWidget* parent = nullptr);
    /// When the commune received the report; nothing while that is not known.
    void setReceived(std::optional<UtcMs> received);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// "Just now" was chosen.
    void justNow();

private:
    void refresh();
    const WorkContext& m_context;
    std::optional<UtcMs> m_received;
    QLabel* m_remaining = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_now = nullptr;
};

/// Children of the register who may be the one whose name is being typed (có thể đã có trong sổ).
class LookAlikesCard : public Card
{
    Q_OBJECT
public:
    explicit LookAlikesCard(QWidget* parent = nullptr);
    /// Hidden when there is none.
    void setChildren(const std::vector<ChildRow>& children);

Q_SIGNALS:
    /// "It is this child".
    void chosen(const maiam::ChildRow& child);

private:
    QWidget* m_list = nullptr;
    QList<QUuid> m_notThese;
};

/// What the first hours ask for, in four lines.
class FirstHoursCard : public Card
{
    Q_OBJECT
public:
    explicit FirstHoursCard(QWidget* parent = nullptr);
};

} // namespace maiam
