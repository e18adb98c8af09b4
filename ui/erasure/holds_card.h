// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_work.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <QPointer>

namespace maiam {

class FormDraft;
class GroundForm;

/// Why a child's file must be kept, whatever is asked (lý do phải giữ): proceedings, inspection, archive. A reason is
/// added and ended here.
class HoldsCard : public Card
{
    Q_OBJECT
public:
    HoldsCard(WorkContext& context, QUuid child, QWidget* parent = nullptr);
    void setHolds(const std::vector<Hold>& holds);
    /// What was chosen and not stored yet; null for who does not write here.
    [[nodiscard]] FormDraft* draft() const;
    /// Ends one of those shown.
    void lift(const Hold& hold);

Q_SIGNALS:
    void failed(const maiam::Error& error);
    /// Something was added or ended.
    void changed();

private:
    void takeFocusBack(bool gone = false);
    void store(QUuid about, const QString& ground, bool ends);

    WorkContext& m_context;
    QUuid m_child;
    bool m_pressed = false; ///< somebody who works here waits for what comes
    QPointer<QWidget> m_passedTo; ///< where the focus went when the card was disabled
    QWidget* m_list = nullptr;
    GroundForm* m_form = nullptr; ///< null for who does not write here
};

} // namespace maiam
