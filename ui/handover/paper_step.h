// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/handover_paper.h"
#include "ui/handover/handover_step.h"

#include <optional>

class QCheckBox;

namespace maiam {

class MessageBar;
class PaperView;

/// The record as it will be printed (Biên bản bàn giao): looked through, printed, saved as PDF.
class HandoverPaperStep final : public HandoverStep
{
    Q_OBJECT
public:
    explicit HandoverPaperStep(WorkContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    void watch(FormDraft& draft) override;
    void read(HandoverForm& form) const override;
    void enter(const HandoverForm& form) override;
    /// Shows the record of what was read.
    void show(const Handover& handed, const HandoverForm& form);
    /// Where it goes is asked first.
    void print();
    void savePdf();

private:
    void compose();
    void tellSaved(const QString& file);
    [[nodiscard]] QFuture<Result<void>> recorded(AccessAct act, std::vector<QUuid> named);
    [[nodiscard]] papers::Paper paper() const;
    [[nodiscard]] std::vector<QUuid> namedCases() const;
    MessageBar* m_message;
    QCheckBox* m_fullNames;
    PaperView* m_view;
    std::optional<Handover> m_handed;
    papers::HandoverParties m_parties;
    HandoverWords m_words;
};

} // namespace maiam
