// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handover_step.h"
#include "ui/handover/handover_work.h"
#include "ui/widgets/page.h"

#include <memory>
#include <optional>

class QPushButton;
class QScrollArea;

namespace maiam {

class FormDraft;
class HandoverConfirmStep;
class HandoverPaperStep;
class PageWork;
class StepLine;

/// The post changes hands (bàn giao): who, where things lie, what becomes of the former, the record with its three
/// signatures, and at the end the change itself. Nothing is changed before the last button; what is typed is a draft.
class HandoverPage : public Page
{
    Q_OBJECT
public:
    /// @p carrying carries it out, tells the end, and outlives the page.
    HandoverPage(WorkContext& context, HandoverWork& carrying, QWidget* parent = nullptr);
    ~HandoverPage() override;
    Q_DISABLE_COPY_MOVE(HandoverPage)

    /// The step in front, from 0; -1 while the people are being read.
    [[nodiscard]] int currentStep() const { return m_current; }
    [[nodiscard]] HandoverPaperStep* paperStep() const { return m_paper; }
    /// As if the buttons were pressed; next() stays when something is missing, and says what.
    void next();
    void back();
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

private:
    void build();
    void begin(const PostSituation& now);
    void goOn();
    void readAll();
    void showStep(int index);
    void showLine();
    void enableButtons();
    void readRecord();
    void handOver();
    void finish(const HandoverDone& done);
    void tellFailed(const Error& error, const HandoverLeft& left);
    [[nodiscard]] std::shared_ptr<KeyChange> keyChange() const;

    WorkContext& m_context;
    HandoverWork& m_carrying;
    PageWork* m_work;
    FormDraft* m_draft;
    HandoverForm m_form;
    StepLine* m_line;
    QScrollArea* m_scroll;
    HandoverPaperStep* m_paper = nullptr;
    HandoverConfirmStep* m_confirm = nullptr;
    QList<HandoverStep*> m_steps;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    bool m_reading = false; ///< what goes onto the record
    bool m_ordered = false; ///< the change is being made, or has been
    UtcMs m_opened; ///< drafts of the wizard from then on are this page's
    int m_current = -1;
    int m_wanted = 0; ///< the step to go on with after a lock
    std::optional<QUuid> m_stored; ///< the new person, stored by a first try that ended later
};

} // namespace maiam
