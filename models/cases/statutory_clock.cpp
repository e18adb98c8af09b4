// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/statutory_clock.h"

#include "models/catalogues/catalogues.h"

#include <algorithm>
#include <array>

namespace maiam {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HourMs = 60 * MinuteMs;
constexpr qint64 DayMs = 24 * HourMs;
/// No time of the law is as long: what has more left was begun by a PC's clock that ran ahead of today's.
constexpr qint64 MostDaysOfHours = 100;
constexpr qint64 MostDaysOfDays = 730;

/// Day clocks run to 24:00 of their last day.
UtcMs endOf(QDate day)
{
    return civil::startOf(day.addDays(1)) - 1;
}

QString codeOf(ClockKind kind)
{
    switch (kind) {
    case ClockKind::EmergencyMeasures12h:
        return QStringLiteral("emergency-12h");
    case ClockKind::Plan5Days:
        return QStringLiteral("plan-5wd");
    case ClockKind::Approval2Days:
        return QStringLiteral("approval-2wd");
    case ClockKind::Total7Days:
        return QStringLiteral("total-7wd");
    case ClockKind::Isolation15Days:
        return QStringLiteral("isolation-15d");
    case ClockKind::Review:
        return QStringLiteral("review");
    case ClockKind::LeakNotice72h:
        return QStringLiteral("leak-notice-72h");
    }
    return {};
}

ClockState started(ClockKind kind, ClockUnit unit, UtcMs start)
{
    ClockState state;
    state.kind = kind;
    state.unit = unit;
    state.startedAt = start;
    state.code = codeOf(kind);
    return state;
}

std::optional<UtcMs> earliest(std::optional<UtcMs> a, std::optional<UtcMs> b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

/// Entry of the catalogue, expected unit, where its amount and warning time go.
struct Rule
{
    const char* code;
    const char* unit;
    int ClockRules::*amount;
    int ClockRules::*soon;
};

constexpr std::array<Rule, 7> Rules { {
    { "emergency-12h", "hours", &ClockRules::emergencyHours, &ClockRules::emergencySoonHours },
    { "plan-5wd", "working-days", &ClockRules::planDays, &ClockRules::planSoonDays },
    { "approval-2wd", "working-days", &ClockRules::approvalDays, &ClockRules::approvalSoonDays },
    { "total-7wd", "working-days", &ClockRules::totalDays, &ClockRules::totalSoonDays },
    { "isolation-15d", "days", &ClockRules::isolationDays, &ClockRules::isolationSoonDays },
    { "review", "date", nullptr, &ClockRules::reviewSoonDays },
    { "leak-notice-72h", "hours", &ClockRules::leakNoticeHours, &ClockRules::leakNoticeSoonHours },
} };

} // namespace

Result<ClockRules> ClockRules::fromCatalogue(const Catalogue& times)
{
    constexpr int Most = 1000;
    ClockRules rules;
    for (const Rule& rule : Rules) {
        const CatalogueEntry* entry = times.find(QLatin1String(rule.code));
        const int amount = entry ? entry->number(QLatin1String("amount"), -1) : -1;
        const int soon = entry ? entry->number(QLatin1String("soon"), -1) : -1;
        const bool fits = entry && entry->text(QLatin1String("unit")) == QLatin1String(rule.unit)
            && (!rule.amount || (amount > 0 && amount <= Most)) && soon >= 0 && soon <= Most;
        if (!fits)
            return fail(ErrorCode::InvalidInput,
                QCoreApplication::translate("StatutoryClock",
                    "The statutory time “%1” is missing from the catalogue or cannot be used. Correct the catalogue.")
                    .arg(QLatin1String(rule.code)));
        if (rule.amount)
            rules.*rule.amount = amount;
        rules.*rule.soon = soon;
    }
    return rules;
}

StatutoryClock::StatutoryClock(ClockRules rules, WorkingCalendar calendar)
    : m_rules(rules)
    , m_calendar(std::move(calendar))
{
}

Result<StatutoryClock> StatutoryClock::fromCatalogues(const Catalogues& catalogues)
{
    const Result<ClockRules> rules = ClockRules::fromCatalogue(catalogues.at(QLatin1String("statutory-times")));
    if (!rules)
        return fail(rules);
    Result<WorkingCalendar> calendar = WorkingCalendar::fromCatalogue(catalogues.at(QLatin1String("holidays")));
    if (!calendar)
        return fail(calendar);
    return StatutoryClock(*rules, std::move(*calendar));
}

UtcMs StatutoryClock::planStart(const ClockFacts& facts)
{
    return facts.planClockStart.value_or(facts.initialAssessedAt.value_or(facts.received));
}

std::vector<ClockState> StatutoryClock::read(const ClockFacts& facts, UtcMs now) const
{
    std::vector<ClockState> clocks;
    clocks.push_back(emergency(facts, now));
    // Approval without a recorded submission was submitted by then at the latest.
    const std::optional<UtcMs> submitted = earliest(facts.planSubmittedAt, facts.planApprovedAt);
    clocks.push_back(workingDays(ClockKind::Plan5Days, planStart(facts), submitted, facts, now));
    if (facts.planSubmittedAt)
        clocks.push_back(
            workingDays(ClockKind::Approval2Days, *facts.planSubmittedAt, facts.planApprovedAt, facts, now));
    if (submitted)
        clocks.push_back(workingDays(ClockKind::Total7Days, planStart(facts), facts.planApprovedAt, facts, now));
    if (facts.isolationFrom)
        clocks.push_back(isolation(facts, now));
    if (facts.nextReview && !facts.closedAt)
        clocks.push_back(review(facts, now));
    return clocks;
}

std::optional<ClockState> StatutoryClock::mostUrgent(const ClockFacts& facts, UtcMs now) const
{
    std::optional<ClockState> first;
    for (const ClockState& state : read(facts, now)) {
        if (state.isOpen() && (!first || state.dueAt < first->dueAt))
            first = state;
    }
    return first;
}

ClockState StatutoryClock::emergency(const ClockFacts& facts, UtcMs now) const
{
    ClockState state = started(ClockKind::EmergencyMeasures12h, ClockUnit::Hours, facts.received);
    state.dueAt = facts.received + m_rules.emergencyHours * HourMs;
    // Isolation is itself an emergency measure (Điều 32 refers to the same 12 hours).
    state.doneAt = earliest(facts.emergencyDecidedAt, facts.isolationFrom);
    if (facts.emergency == EmergencyNeed::NotNeeded)
        state.doneAt = earliest(state.doneAt, facts.initialAssessedAt);
    if (!facts.imported)
        settle(state, m_rules.emergencySoonHours * HourMs, facts.closedAt, now);
    return state;
}

ClockState StatutoryClock::workingDays(
    ClockKind kind, UtcMs start, std::optional<UtcMs> done, const ClockFacts& facts, UtcMs now) const
{
    const bool plan = kind == ClockKind::Plan5Days;
    const bool approval = kind == ClockKind::Approval2Days;
    const int days = plan ? m_rules.planDays : approval ? m_rules.approvalDays : m_rules.totalDays;
    const int soon = plan ? m_rules.planSoonDays : approval ? m_rules.approvalSoonDays : m_rules.totalSoonDays;
    ClockState state = started(kind, ClockUnit::WorkingDays, start);
    state.dueAt = endOf(m_calendar.addWorkingDays(civil::date(start), days));
    state.doneAt = done;
    // Of an imported case a plan is measured from where the officer took it up again.
    if ((!facts.imported || facts.planClockStart) && (facts.planNeeded || done))
        settle(state, soon, facts.closedAt, now);
    return state;
}

ClockState StatutoryClock::isolation(const ClockFacts& facts, UtcMs now) const
{
    ClockState state = started(ClockKind::Isolation15Days, ClockUnit::Days, *facts.isolationFrom);
    const int left = std::max(0, m_rules.isolationDays - std::max(0, facts.isolationDaysBefore));
    // A limit on how long a child is kept from home is not lengthened by a day off at its end.
    QDate last = civil::date(*facts.isolationFrom).addDays(left);
    if (facts.isolationUntil && facts.isolationUntil->isValid())
        last = facts.isolationLongerRequired ? *facts.isolationUntil : std::min(last, *facts.isolationUntil);
    state.dueAt = endOf(last);
    state.doneAt = facts.isolationEndedAt;
    settle(state, m_rules.isolationSoonDays, std::nullopt, now);
    return state;
}

ClockState StatutoryClock::review(const ClockFacts& facts, UtcMs now) const
{
    ClockState state = started(ClockKind::Review, ClockUnit::Days, facts.received);
    state.dueAt = endOf(*facts.nextReview);
    settle(state, m_rules.reviewSoonDays, std::nullopt, now);
    return state;
}

ClockState StatutoryClock::leakNotice(
    UtcMs found, std::optional<UtcMs> sent, std::optional<UtcMs> closed, UtcMs now) const
{
    ClockState state = started(ClockKind::LeakNotice72h, ClockUnit::Hours, found);
    state.dueAt = found + m_rules.leakNoticeHours * HourMs;
    state.doneAt = sent;
    settle(state, m_rules.leakNoticeSoonHours * HourMs, closed, now);
    return state;
}

/// Decides the status and what remains. `soon` is in milliseconds for hour clocks, else in days of the clock's unit.
void StatutoryClock::settle(ClockState& state, qint64 soon, std::optional<UtcMs> closedAt, UtcMs now) const
{
    const bool done = state.doneAt.has_value();
    const bool givenUp = !done && closedAt.has_value();
    const UtcMs at = done ? *state.doneAt : givenUp ? *closedAt : now;
    const bool inTime = at <= state.dueAt;
    state.remainingMs = state.dueAt - at;
    const QDate today = civil::date(at);
    const QDate last = state.dueDate();
    state.remainingDays = inTime && state.unit == ClockUnit::WorkingDays ? m_calendar.workingDaysBetween(today, last)
                                                                         : static_cast<int>(today.daysTo(last));
    if (done) {
        state.status = inTime ? ClockStatus::MetInTime : ClockStatus::MetLate;
    } else if (givenUp) {
        state.status = inTime ? ClockStatus::NotMeasured : ClockStatus::MetLate;
        state.doneAt = closedAt;
    } else if (!inTime) {
        state.status = ClockStatus::Overdue;
    } else {
        const qint64 left = state.unit == ClockUnit::Hours ? state.remainingMs : state.remainingDays;
        state.status = left <= soon ? ClockStatus::DueSoon : ClockStatus::Running;
    }
}

QString StatutoryClock::remainingText(const ClockState& state)
{
    const bool hours = state.unit == ClockUnit::Hours;
    const qint64 ms = state.remainingMs < 0 ? -state.remainingMs : state.remainingMs;
    const int minutes = static_cast<int>(ms / MinuteMs);
    const int days = hours ? static_cast<int>(ms / DayMs) : std::abs(state.remainingDays);
    const bool running = state.status == ClockStatus::Running || state.status == ClockStatus::DueSoon;
    if (running && ms / DayMs > (hours ? MostDaysOfHours : MostDaysOfDays))
        return tr("check the PC's clock");
    switch (state.status) {
    case ClockStatus::Running:
    case ClockStatus::DueSoon:
        if (!hours && days == 0)
            return tr("until the end of today");
        if (state.unit == ClockUnit::WorkingDays)
            return tr("%n working day(s) left", nullptr, days);
        if (state.unit == ClockUnit::Days)
            return tr("%n day(s) left", nullptr, days);
        if (minutes == 0)
            return tr("less than a minute left");
        return minutes < 60 ? tr("%n minute(s) left", nullptr, minutes)
                            : tr("%1 h %2′ left").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    case ClockStatus::Overdue:
        if (hours && minutes < 60)
            return tr("%n minute(s) overdue", nullptr, minutes);
        return hours && days < 2 ? tr("%n hour(s) overdue", nullptr, minutes / 60)
                                 : tr("%n day(s) overdue", nullptr, days);
    case ClockStatus::MetInTime:
        return tr("in time");
    case ClockStatus::MetLate:
        if (hours && minutes < 60)
            return tr("%n minute(s) late", nullptr, minutes);
        return hours && days < 2 ? tr("%n hour(s) late", nullptr, minutes / 60) : tr("%n day(s) late", nullptr, days);
    case ClockStatus::NotMeasured:
        return tr("not measured");
    }
    return {};
}

QString StatutoryClock::nextAct(const ClockState& state, const Catalogues& catalogues, CatalogueLanguage language)
{
    const CatalogueEntry* entry = catalogues.at(QLatin1String("statutory-times")).find(state.code);
    if (!entry)
        return {};
    const QString act = entry->text(QLatin1String(language == CatalogueLanguage::English ? "act_en" : "act_vi"));
    return act.isEmpty() ? entry->title(language) : act;
}

} // namespace maiam
