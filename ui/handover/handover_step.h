// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handover/handover.h"
#include "models/handover/post_change.h"
#include "ui/shell/work_context.h"

#include <QWidget>

class QVBoxLayout;

namespace maiam {

class FormDraft;

/// What the steps of a hand-over fill together.
struct HandoverForm
{
    PostSituation now;
    PostChange change;
    HandoverWords words;
    bool fullNames = false;
};

/// One step of the hand-over.
class HandoverStep : public QWidget
{
    Q_OBJECT
public:
    explicit HandoverStep(WorkContext& context, QWidget* parent = nullptr);
    /// The step's name in the line of steps.
    [[nodiscard]] virtual QString title() const = 0;
    /// The people are known: fills lists and what is proposed. Called once.
    virtual void begin(const HandoverForm& form) { Q_UNUSED(form) }
    /// Gives the inputs to the draft.
    virtual void watch(FormDraft& draft) { Q_UNUSED(draft) }
    /// Takes what is typed.
    virtual void read(HandoverForm& form) const { Q_UNUSED(form) }
    /// Called when the step comes to the front.
    virtual void enter(const HandoverForm& form) { Q_UNUSED(form) }
    /// False, with the fault shown at its field or told by refused(), when something stands in the way.
    virtual bool check(const HandoverForm& form)
    {
        Q_UNUSED(form)
        return true;
    }

Q_SIGNALS:
    void refused(const maiam::Error& error);

protected:
    [[nodiscard]] WorkContext& context() const { return m_context; }
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }

private:
    WorkContext& m_context;
    QVBoxLayout* m_column;
};

} // namespace maiam
