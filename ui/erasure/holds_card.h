// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_work.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace maiam {

class FieldEditor;
class FormDraft;

/// Why a child's file must be kept, whatever is asked (lý do phải giữ): proceedings, inspection, archive. A reason is
/// added and ended here.
class HoldsCard : public Card
{
    Q_OBJECT
public:
    HoldsCard(WorkContext& context, QUuid child, QWidget* parent = nullptr);
    void setHolds(const std::vector<Hold>& holds);
    /// What was chosen and not stored yet.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }
    /// Keeps the file for the ground that is chosen.
    void add();
    /// Ends one of those shown.
    void lift(const Hold& hold);

Q_SIGNALS:
    void failed(const maiam::Error& error);
    /// Something was added or ended.
    void changed();

private:
    void beginDraft();
    void store(QUuid about, const QString& ground, bool ends);

    WorkContext& m_context;
    QUuid m_child;
    QWidget* m_list = nullptr;
    FieldEditor* m_ground = nullptr;
    QPushButton* m_add = nullptr;
    FormDraft* m_draft;
};

} // namespace maiam
