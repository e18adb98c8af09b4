// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/cases/working_calendar.h"

#include <QCoreApplication>
#include <QDate>

#include <optional>
#include <vector>

namespace maiam {

class Catalogue;
class Catalogues;
enum class CatalogueLanguage;

/// Which statutory time (thời hạn theo luật) a clock measures; Articles of Nghị định 56/2017/NĐ-CP.
enum class ClockKind {
    EmergencyMeasures12h, ///< Điều 26 khoản 3, Điều 31: clock hours, nights and days off included
    Plan5Days, ///< Điều 28 khoản 1: working days until the plan is submitted
    Approval2Days, ///< Điều 28 khoản 3–4: working days from submission to the chairman's decision
    Total7Days, ///< the whole administrative procedure: working days, counted from the start of Plan5Days
    Isolation15Days, ///< Điều 32: calendar days of temporary isolation in total; never rolled on
    Review, ///< Điều 30: the day that the officer has set
    LeakNotice72h ///< Luật 91/2025/QH15: hours from finding a leak of personal data to the notice; of no case
};

enum class ClockStatus {
    Running,
    DueSoon, ///< within the warning time of the catalogue
    Overdue,
    MetInTime,
    MetLate, ///< done after its time, or the case closed after it without being done
    NotMeasured ///< imported, not needed, or the case ended before the time was up
};

/// In what a clock's remaining time is told.
enum class ClockUnit { Hours, WorkingDays, Days };

/// Whether the initial assessment (Mẫu 02) found emergency measures necessary. An assessment alone does not stop the
/// 12 hours: only a decision does, or the finding that none is needed.
enum class EmergencyNeed { Unknown, Needed, NotNeeded };

/// The moments of a case that the law's times hang on. When a thing was done counts, never when it was typed.
/// After a review that says "continue" (Điều 30 khoản 1 điểm c) the plan's moments are those of the new round.
struct ClockFacts
{
    UtcMs received = 0; ///< when the commune received the information (xã nhận tin lúc)
    EmergencyNeed emergency = EmergencyNeed::Unknown;
    std::optional<UtcMs> initialAssessedAt; ///< Mẫu 02 done
    std::optional<UtcMs> emergencyDecidedAt; ///< measures decided, Điều 31
    bool planNeeded = true;
    std::optional<UtcMs> planClockStart; ///< the officer's own start of the 5 days ("sửa mốc…")
    std::optional<UtcMs> planSubmittedAt; ///< trình ký
    std::optional<UtcMs> planApprovedAt; ///< date of the chairman's decision
    std::optional<UtcMs> isolationFrom;
    std::optional<QDate> isolationUntil; ///< last day that the decision names
    std::optional<UtcMs> isolationEndedAt; ///< ended or cancelled
    int isolationDaysBefore = 0; ///< days of earlier isolations that count towards the 15
    bool isolationLongerRequired = false; ///< a competent body requires longer
    std::optional<QDate> nextReview;
    std::optional<UtcMs> closedAt;
    bool imported =
        false; ///< from an old workbook: the 12 hours, and a plan without a start set here, are not measured
};

/// One clock of a case at a moment.
struct ClockState
{
    ClockKind kind = ClockKind::EmergencyMeasures12h;
    ClockStatus status = ClockStatus::NotMeasured;
    ClockUnit unit = ClockUnit::Hours;
    UtcMs startedAt = 0;
    UtcMs dueAt = 0; ///< the last millisecond in time; of day clocks 23:59:59.999 of the last day, UTC+7
    std::optional<UtcMs> doneAt;
    qint64 remainingMs = 0; ///< until dueAt, from now or from doneAt; negative when late
    int remainingDays = 0; ///< working or calendar days as unit says; 0 on the last day; late: calendar days, negative
    QString code; ///< entry of the catalogue "statutory-times", with the Article as article_vi and article_en

    /// Still to be done.
    [[nodiscard]] bool isOpen() const
    {
        return status == ClockStatus::Running || status == ClockStatus::DueSoon || status == ClockStatus::Overdue;
    }
    /// The last civil day in time.
    [[nodiscard]] QDate dueDate() const { return civil::date(dueAt); }
};

/// How long each time is and when to warn: settings with a visible source (catalogue "statutory-times").
struct ClockRules
{
    int emergencyHours = 12;
    int emergencySoonHours = 4;
    int planDays = 5;
    int planSoonDays = 1;
    int approvalDays = 2;
    int approvalSoonDays = 1;
    int totalDays = 7;
    int totalSoonDays = 1;
    int isolationDays = 15;
    int isolationSoonDays = 5;
    int reviewSoonDays = 7;
    int leakNoticeHours = 72;
    int leakNoticeSoonHours = 24;

    /// Reads the catalogue. Fails with InvalidInput where an entry is missing, has another unit or no sensible amount.
    [[nodiscard]] static Result<ClockRules> fromCatalogue(const Catalogue& times);
};

/// The clocks of the law (Đồng hồ theo luật) over a case's moments. Pure: no database, no clock of its own.
class StatutoryClock
{
    Q_DECLARE_TR_FUNCTIONS(StatutoryClock)
public:
    StatutoryClock(ClockRules rules, WorkingCalendar calendar);
    /// With rules and holidays of the catalogues.
    [[nodiscard]] static Result<StatutoryClock> fromCatalogues(const Catalogues& catalogues);

    /// Every clock that has started for these facts, in the order of ClockKind. An isolation that has not ended keeps
    /// its clock after the case is closed: a child who is still away from home is not forgotten.
    [[nodiscard]] std::vector<ClockState> read(const ClockFacts& facts, UtcMs now) const;
    /// The open clock that runs out first, or nothing.
    [[nodiscard]] std::optional<ClockState> mostUrgent(const ClockFacts& facts, UtcMs now) const;
    /// The clock of a leak of personal data (sự cố lộ dữ liệu): from when it was found to the notice, nights and days
    /// off included. Whoever closes a leak without a notice ends it unmeasured while it runs, late afterwards.
    [[nodiscard]] ClockState leakNotice(
        UtcMs found, std::optional<UtcMs> sent, std::optional<UtcMs> closed, UtcMs now) const;
    /// When the 5 days begin: the officer's own start, else the initial assessment, else the receipt.
    [[nodiscard]] static UtcMs planStart(const ClockFacts& facts);

    /// What is left, for a person: "3 h 28′ left", "1 working day left", "2 hours overdue", "in time", "1 day late".
    [[nodiscard]] static QString remainingText(const ClockState& state);
    /// What is to be done next for a clock, as the catalogue "statutory-times" says it (act_vi, act_en); the name of
    /// the time where an office's own catalogue says nothing.
    [[nodiscard]] static QString nextAct(
        const ClockState& state, const Catalogues& catalogues, CatalogueLanguage language);

    [[nodiscard]] const WorkingCalendar& calendar() const { return m_calendar; }
    [[nodiscard]] const ClockRules& rules() const { return m_rules; }

private:
    [[nodiscard]] ClockState emergency(const ClockFacts& facts, UtcMs now) const;
    [[nodiscard]] ClockState workingDays(
        ClockKind kind, UtcMs start, std::optional<UtcMs> done, const ClockFacts& facts, UtcMs now) const;
    [[nodiscard]] ClockState isolation(const ClockFacts& facts, UtcMs now) const;
    [[nodiscard]] ClockState review(const ClockFacts& facts, UtcMs now) const;
    void settle(ClockState& state, qint64 soon, std::optional<UtcMs> closedAt, UtcMs now) const;

    ClockRules m_rules;
    WorkingCalendar m_calendar;
};

} // namespace maiam
