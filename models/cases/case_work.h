// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/journal/journal.h"
#include "models/records/record.h"

#include <QCoreApplication>

namespace maiam {

/// What an officer does with a case, as batches to commit: Decree 56/2017, Articles 25–30. Pure: reads no database.
class CaseWork
{
    Q_DECLARE_TR_FUNCTIONS(CaseWork)
public:
    /// The codes of the catalogue "steps" in the order of the work.
    [[nodiscard]] static const QStringList& steps();
    /// Where a step stands; -1 for one outside the line (an old workbook's).
    [[nodiscard]] static int order(const QString& step);
    /// True when the new step is not the next one, so that a reason is asked for.
    [[nodiscard]] static bool skips(const QString& from, const QString& to);

    /// Whether a moment has not come yet, by more than a clock may be wrong.
    [[nodiscard]] static bool isAhead(UtcMs moment, UtcMs now);
    /// What Mẫu 01 needs to be saved: when the commune received it, and one line. Errors: InvalidInput.
    [[nodiscard]] static Result<void> checkReport(const Record& report, UtcMs now);
    /// Taking a report in (Tiếp nhận thông tin): completes the case and the child. `child` is new or one already known.
    /// The 12 hours run from the report's `received`, not from `now`.
    [[nodiscard]] static Result<Batch> takeReport(
        Record report, Record child, const QString& caseCode, const QString& childCode, UtcMs now);
    /// What the levels of Mẫu 02 suggest: "high", "medium", "low", or nothing while one is missing. The rule of the
    /// form was not found, so the officer chooses and gives a reason.
    [[nodiscard]] static QString suggestedConclusion(const Record& assessment);
    /// Recording Mẫu 02: conclusion and reason are asked for; "high" means that emergency measures are needed.
    [[nodiscard]] static Result<Batch> assess(Record file, Record assessment, UtcMs now);
    /// Recording the decision on emergency measures, which stops the 12 hours (Articles 26.3 and 31).
    [[nodiscard]] static Result<Batch> decideEmergency(Record file, UtcMs decidedAt, UtcMs now);
    /// Keeping what was typed into a case. Of the moments that were changed, those that clocks rest on must be
    /// possible: not in the future, not before the report. Errors: InvalidInput, with the field's name as detail.
    [[nodiscard]] static Result<Batch> keep(const Record& file, UtcMs now);
    /// The officer's own start of the five working days, of the plan that is at work.
    [[nodiscard]] static Result<Batch> startPlanAt(Record file, UtcMs start, UtcMs now);
    /// Whether the case, as it was typed, can go to that step; for asking before a reason is asked for. Errors as
    /// moveTo().
    [[nodiscard]] static Result<void> checkMove(const Record& file, const QString& step, UtcMs now);
    /// Going to another step at a moment. Sets what the step is the proof of: submission, approval, closing; back to
    /// the plan after a review, a new round of its times begins (Article 30). An approval names what is approved: the
    /// case as loaded, and Mẫu 02 with these heads (PlanApproval). Errors: InvalidInput; the detail names the field
    /// that is wrong, if it is one.
    [[nodiscard]] static Result<Batch> moveTo(Record file, const QString& step, const QString& reason, UtcMs at,
        UtcMs now, const QList<EntryHash>& assessment = {});
    /// The chairman has seen what was edited since the approval and lets the plan stand: this case and Mẫu 02 with
    /// these heads are approved. The moments of the plan, which the reports count, stay.
    [[nodiscard]] static Result<Batch> approveAsItStands(Record file, const QList<EntryHash>& assessment);
    /// The reason of that entry.
    static inline const QString ApprovedAsItStands = QStringLiteral("approved-as-it-stands");

private:
    static Result<void> checkTimes(const Record& file, UtcMs now);
    static void prove(Record& file, const QString& from, const QString& step, UtcMs at);
    static Result<void> checkMoment(std::optional<qint64> moment, const Record& file, UtcMs now);
};

} // namespace maiam
