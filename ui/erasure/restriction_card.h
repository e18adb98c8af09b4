// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/restricted_access.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace maiam {

class FormDraft;
class GroundForm;

/// Restricts access to a child's file, and ends that (hạn chế truy cập): the answer to a request to erase. For who may
/// restrict.
class RestrictionCard : public Card
{
    Q_OBJECT
public:
    RestrictionCard(WorkContext& context, QUuid child, QWidget* parent = nullptr);
    void setRestriction(const std::optional<Restriction>& restriction);

Q_SIGNALS:
    void failed(const maiam::Error& error);
    /// It was restricted, or that was ended.
    void changed();

private:
    [[nodiscard]] QString stateText(const std::optional<Restriction>& restriction) const;
    void restrict(const QString& ground);
    void lift();
    void follow(const QFuture<Result<Committed>>& stored);

    WorkContext& m_context;
    QUuid m_child;
    bool m_pressed = false; ///< somebody who works here waits for what comes
    bool m_own; ///< the child's record is this office's
    QLabel* m_state;
    GroundForm* m_form;
    QPushButton* m_lift;
};

} // namespace maiam
