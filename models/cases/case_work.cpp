// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/case_work.h"

#include "models/cases/plan_approval.h"

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

bool CaseWork::isAhead(UtcMs moment, UtcMs now)
{
    return moment > now + Tolerance;
}

Result<void> CaseWork::checkReport(const Record& report, UtcMs now)
{
    const auto received = report.number(CaseFields::Received);
    if (!received)
        return fail(ErrorCode::InvalidInput,
            tr("The time at which the report came in is missing; the 12 hours run from it. Type it, as in “23:40 "
               "23/11/2026”."));
    if (isAhead(*received, now))
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
    if (auto checked = checkTimes(report, now); !checked)
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
    if (isAhead(*moment, now))
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
    const QString from = file.text(CaseFields::Step);
    if (order(from) < order(QStringLiteral("verify")))
        prove(file, from, QStringLiteral("verify"), *done);
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

Result<void> CaseWork::checkTimes(const Record& file, UtcMs now)
{
    const Values changed = file.changes();
    const auto typed = [&](const Field& field) { return changed.contains(field.key()); };
    const auto wrong = [](const Field& field, const QString& why) {
        return fail(ErrorCode::InvalidInput, why, QString::fromLatin1(field.name));
    };
    const auto received = file.number(CaseFields::Received);
    if (typed(CaseFields::Received) && !received)
        return wrong(CaseFields::Received,
            tr("The time at which the report came in is missing; every statutory time runs from it. Type it, as in "
               "“23:40 23/11/2026”."));
    for (const Field* field :
        { &CaseFields::Received, &CaseFields::HotlineReceived, &CaseFields::PlanStart, &CaseFields::ReplanStart,
            &CaseFields::IsolationFrom, &CaseFields::IsolationEnded, &CaseFields::Supported })
        if (typed(*field) && isAhead(file.number(*field).value_or(0), now))
            return wrong(*field, tr("That time lies in the future. Check day and hour, or the PC's clock."));
    // A child may be taken away in the night before somebody writes the report down, not weeks before.
    constexpr qint64 Day = 24 * 3600 * 1000;
    for (const auto& [field, leeway] :
        { std::pair(&CaseFields::IsolationFrom, Day), std::pair(&CaseFields::PlanStart, 0LL),
            std::pair(&CaseFields::ReplanStart, 0LL), std::pair(&CaseFields::NextReview, 0LL) })
        if (received && typed(*field) && file.number(*field).value_or(*received) < *received - leeway)
            return wrong(*field, tr("That time lies before the report came in. Check day and year."));
    const auto from = file.number(CaseFields::IsolationFrom);
    if (typed(CaseFields::IsolationEnded) && file.number(CaseFields::IsolationEnded) && !from)
        return wrong(CaseFields::IsolationEnded,
            tr("An isolation ended that never began here. Type from when the child was isolated as well."));
    if (from && typed(CaseFields::IsolationEnded) && file.number(CaseFields::IsolationEnded).value_or(*from) < *from)
        return wrong(CaseFields::IsolationEnded, tr("The isolation ends before it begins. Check day and year."));
    const PartialDate until = PartialDate::fromIso(file.text(CaseFields::IsolationUntil));
    if (from && typed(CaseFields::IsolationUntil) && !until.isNull() && until.latest() < civil::date(*from))
        return wrong(CaseFields::IsolationUntil, tr("The isolation ends before it begins. Check day and year."));
    return {};
}

Result<Batch> CaseWork::keep(const Record& file, UtcMs now)
{
    if (auto checked = checkTimes(file, now); !checked)
        return fail(checked);
    Batch batch;
    batch.add(file);
    return batch;
}

Result<Batch> CaseWork::startPlanAt(Record file, UtcMs start, UtcMs now)
{
    file.set(file.has(CaseFields::ReplanStart) ? CaseFields::ReplanStart : CaseFields::PlanStart,
        std::optional<qint64>(start));
    return keep(file, now);
}

/// What the step is the proof of. `from` is the step that the case leaves.
void CaseWork::prove(Record& file, const QString& from, const QString& step, UtcMs at)
{
    const std::optional<qint64> moment(at);
    const int plan = order(QStringLiteral("plan"));
    const bool imported = order(from) < 0;
    if (imported && order(step) <= plan && !file.has(CaseFields::PlanStart))
        file.set(CaseFields::PlanStart, moment); // it is taken up again here, so the plan's times run from here
    if (step == QStringLiteral("verify") && !file.has(CaseFields::Assessed))
        file.set(CaseFields::Assessed, moment);
    if (order(step) == plan && order(from) > plan) {
        // Article 30: the review says that it goes on. The first plan's moments stay: reports count them.
        file.set(CaseFields::ReplanStart, moment);
        file.set(CaseFields::ReplanSubmitted, std::optional<qint64>());
        file.set(CaseFields::ReplanApproved, std::optional<qint64>());
    }
    const bool again = file.has(CaseFields::ReplanStart);
    if (step == QStringLiteral("approval"))
        file.set(again ? CaseFields::ReplanSubmitted : CaseFields::PlanSubmitted, moment);
    if (step == QStringLiteral("carry-out"))
        file.set(again ? CaseFields::ReplanApproved : CaseFields::PlanApproved, moment);
    // The review was held; one that was set just now is the next.
    if (from == QStringLiteral("review") && !file.changes().contains(CaseFields::NextReview.key()))
        file.set(CaseFields::NextReview, std::optional<qint64>());
    file.set(CaseFields::Closed, step == QStringLiteral("closed") ? moment : std::optional<qint64>());
    file.set(CaseFields::Step, step);
}

Result<void> CaseWork::checkMove(const Record& file, const QString& step, UtcMs now)
{
    const QString outcome = file.text(CaseFields::Outcome);
    if (file.text(CaseFields::Step) == Intake && step == QStringLiteral("closed")
        && (outcome.isEmpty() || outcome == QStringLiteral("case") || outcome == QStringLiteral("pending")))
        return fail(ErrorCode::InvalidInput,
            tr("Say first what came of the report: untrue, could not be verified, known already or passed on. "
               "Otherwise "
               "it would be counted as a case that was closed."),
            QString::fromLatin1(CaseFields::Outcome.name));
    return checkTimes(file, now);
}

Result<Batch> CaseWork::approveAsItStands(Record file, const QList<EntryHash>& assessment)
{
    Batch batch;
    batch.reason = ApprovedAsItStands;
    file.set(CaseFields::ApprovedHeads, planApproval::headsText(file.heads() + assessment));
    batch.add(file);
    return batch;
}

Result<Batch> CaseWork::moveTo(
    Record file, const QString& step, const QString& reason, UtcMs at, UtcMs now, const QList<EntryHash>& assessment)
{
    if (order(step) < 0)
        return fail(ErrorCode::InvalidInput, tr("There is no such step. Choose one on the line of steps."));
    if (auto checked = checkMoment(at, file, now); !checked)
        return fail(checked);
    const QString from = file.text(CaseFields::Step);
    if (skips(from, step) && reason.isEmpty())
        return fail(
            ErrorCode::InvalidInput, tr("This goes past a step. Say why in one sentence; it stays in the history."));
    if (auto ready = checkMove(file, step, now); !ready)
        return fail(ready);
    prove(file, from, step, at);
    if (step == QStringLiteral("carry-out"))
        file.set(CaseFields::ApprovedHeads, planApproval::headsText(file.heads() + assessment));
    if (!reason.isEmpty())
        file.set(CaseFields::StepReason, reason);
    Batch batch;
    batch.add(file);
    return batch;
}

} // namespace maiam
