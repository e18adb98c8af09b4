// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/case_work.h"

#include "models/records/kinds.h"
#include "models/text/partial_date.h"

namespace maiam {

namespace {
/// Clocks of PCs and telephones differ a little.
constexpr qint64 Tolerance = 10 * 60 * 1000;
const QString Intake = QStringLiteral("intake");
} // namespace

const QStringList& CaseWork::steps()
{
    static const QStringList list { Intake, QStringLiteral("initial"), QStringLiteral("verify"), QStringLiteral("plan"),
        QStringLiteral("approval"), QStringLiteral("carry-out"), QStringLiteral("review"), QStringLiteral("closed") };
    return list;
}

int CaseWork::order(const QString& step)
{
    return int(steps().indexOf(step));
}

bool CaseWork::skips(const QString& from, const QString& to)
{
    return order(to) != order(from) + 1;
}

Result<void> CaseWork::checkReport(const Record& report, UtcMs now)
{
    const auto received = report.number(CaseFields::Received);
    if (!received)
        return fail(ErrorCode::InvalidInput,
            tr("The time at which the report came in is missing; the 12 hours run from it. Type it, as in “23:40 "
               "23/11/2026”."));
    if (*received > now + Tolerance)
        return fail(ErrorCode::InvalidInput,
            tr("The report's time lies in the future. Check day and hour, or the PC's clock."));
    if (report.text(CaseFields::Summary).isEmpty())
        return fail(
            ErrorCode::InvalidInput, tr("One line is missing: what happened, and where. “Unknown” is an answer too."));
    return {};
}

Result<Batch> CaseWork::takeReport(
    Record report, Record child, const QString& caseCode, const QString& childCode, UtcMs now)
{
    if (auto checked = checkReport(report, now); !checked)
        return fail(checked);
    const UtcMs received = *report.number(CaseFields::Received);
    if (child.row() == 0) {
        child.set(ChildFields::FileCode, childCode);
        child.set(ChildFields::Registered, now);
    }
    report.set(CaseFields::FileCode, caseCode);
    report.set(CaseFields::Child, child.id());
    if (!report.has(CaseFields::Step))
        report.set(CaseFields::Step, Intake);
    if (!report.has(CaseFields::Outcome))
        report.set(CaseFields::Outcome, QStringLiteral("case"));
    if (!report.has(CaseFields::Age))
        if (const auto age = PartialDate::fromIso(child.text(ChildFields::Birth)).ageOn(civil::date(received)))
            report.set(CaseFields::Age, std::optional<qint64>(*age));
    Batch batch;
    batch.add(child);
    batch.add(report);
    return batch;
}

QString CaseWork::suggestedConclusion(const Record& assessment)
{
    // Harm counts up, capacity counts down: high harm with low self-protection is the highest risk.
    const auto level = [&](const Field& field) {
        const QString code = assessment.text(field);
        return code == QStringLiteral("high")  ? 2
            : code == QStringLiteral("medium") ? 1
            : code == QStringLiteral("low")    ? 0
                                               : -1;
    };
    const int harm = level(AssessmentFields::Harm), again = level(AssessmentFields::Recurrence);
    const int self = level(AssessmentFields::SelfProtection), support = level(AssessmentFields::Support);
    if (harm < 0 || again < 0 || self < 0 || support < 0)
        return {};
    const int balance = harm + again - self - support;
    if (harm == 2 || balance >= 2)
        return QStringLiteral("high");
    return balance >= 0 ? QStringLiteral("medium") : QStringLiteral("low");
}

Result<void> CaseWork::checkMoment(std::optional<qint64> moment, const Record& file, UtcMs now)
{
    if (!moment)
        return fail(ErrorCode::InvalidInput,
            tr("The time at which it was done is missing. When it was done counts, not when it is typed."));
    if (*moment > now + Tolerance)
        return fail(
            ErrorCode::InvalidInput, tr("That time lies in the future. Check day and hour, or the PC's clock."));
    if (*moment < file.number(CaseFields::Received).value_or(0))
        return fail(ErrorCode::InvalidInput, tr("That time lies before the report came in. Check day and hour."));
    return {};
}

Result<Batch> CaseWork::assess(Record file, Record assessment, UtcMs now)
{
    const auto done = assessment.number(AssessmentFields::Done);
    if (auto checked = checkMoment(done, file, now); !checked)
        return fail(checked);
    const QString conclusion = assessment.text(AssessmentFields::Conclusion);
    if (conclusion.isEmpty())
        return fail(ErrorCode::InvalidInput,
            tr("The conclusion is missing. Choose high, medium or low; the suggestion is only a suggestion."));
    if (assessment.text(AssessmentFields::Reason).isEmpty())
        return fail(ErrorCode::InvalidInput, tr("The reason for the conclusion is missing. One sentence is enough."));
    assessment.set(AssessmentFields::Case, file.id());
    file.set(CaseFields::Assessed, done);
    file.set(CaseFields::Emergency,
        conclusion == QStringLiteral("high") ? QStringLiteral("needed") : QStringLiteral("not-needed"));
    if (order(file.text(CaseFields::Step)) < order(QStringLiteral("verify")))
        file.set(CaseFields::Step, QStringLiteral("verify"));
    Batch batch;
    batch.add(assessment);
    batch.add(file);
    return batch;
}

Result<Batch> CaseWork::decideEmergency(Record file, UtcMs decidedAt, UtcMs now)
{
    if (auto checked = checkMoment(decidedAt, file, now); !checked)
        return fail(checked);
    file.set(CaseFields::EmergencyDecided, std::optional<qint64>(decidedAt));
    file.set(CaseFields::Emergency, QStringLiteral("needed"));
    Batch batch;
    batch.add(file);
    return batch;
}

Result<Batch> CaseWork::moveTo(Record file, const QString& step, const QString& reason, UtcMs at, UtcMs now)
{
    if (order(step) < 0)
        return fail(ErrorCode::InvalidInput, tr("There is no such step. Choose one on the line of steps."));
    if (auto checked = checkMoment(at, file, now); !checked)
        return fail(checked);
    if (skips(file.text(CaseFields::Step), step) && reason.isEmpty())
        return fail(
            ErrorCode::InvalidInput, tr("This goes past a step. Say why in one sentence; it stays in the history."));
    const std::optional<qint64> moment(at);
    if (step == QStringLiteral("verify") && !file.has(CaseFields::Assessed))
        file.set(CaseFields::Assessed, moment);
    if (step == QStringLiteral("approval"))
        file.set(CaseFields::PlanSubmitted, moment);
    if (step == QStringLiteral("carry-out"))
        file.set(CaseFields::PlanApproved, moment);
    file.set(CaseFields::Closed, step == QStringLiteral("closed") ? moment : std::optional<qint64>());
    file.set(CaseFields::Step, step);
    if (!reason.isEmpty())
        file.set(CaseFields::StepReason, reason);
    Batch batch;
    batch.add(file);
    return batch;
}

} // namespace maiam
