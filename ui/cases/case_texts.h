// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_list.h"
#include "models/cases/erased_parts.h"
#include "models/cases/statutory_clock.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace maiam {

/// The words in which pages speak of a case.
class CaseTexts
{
    Q_DECLARE_TR_FUNCTIONS(CaseTexts)
public:
    /// Who the child is without saying the name: "T. M. A., 12 years old", "girl, about 9 years old". For screens that
    /// a visitor at the desk can see.
    [[nodiscard]] static QString guardedChild(const CaseRow& row);
    /// How long the law gives, and the Article: "12 hours · Điều 26, 31 NĐ 56/2017".
    [[nodiscard]] static QString timeAndArticle(const ClockState& state, const WorkContext& context);
    /// Until when: "until 11:40 today", "until the end of 25/11".
    [[nodiscard]] static QString until(const ClockState& state, UtcMs now);
    [[nodiscard]] static Urgency urgency(const ClockState& state);
    [[nodiscard]] static Tone tone(const ClockState& state);
    /// A sentence begins with a capital letter.
    [[nodiscard]] static QString capital(const QString& text);
    /// By which decision: "decision 125/QĐ-UBND of 20/11/2026". Of an erasure's history.
    [[nodiscard]] static QString decision(const HistoryItem& erasure);
    /// What an erasure took of the file that a page shows; empty when nothing was erased.
    [[nodiscard]] static QString erased(const ErasedParts& parts);
    /// "Thứ Ba 24/11/2026" in the language of the screen.
    [[nodiscard]] static QString weekdayAndDate(QDate day);
};

} // namespace maiam
