// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/session_list.h"
#include "models/cases/case_list.h"
#include "models/cases/statutory_clock.h"
#include "models/directive/task_progress.h"
#include "models/handover/open_erasures.h"
#include "models/incidents/incident_list.h"
#include "models/register/register.h"
#include "models/reports/report_office.h"

#include <atomic>
#include <optional>
#include <vector>

namespace maiam {

/// An open case as it changes hands (hồ sơ đang mở).
struct HandedCase
{
    CaseRow file;
    std::vector<ClockState> clocks; ///< those that run; what runs out first stands first
    bool pending = false; ///< nobody has said yet what became of the report

    /// A clock of it has run out.
    [[nodiscard]] bool overdue() const { return !clocks.empty() && clocks.front().status == ClockStatus::Overdue; }
};

/// A record in which two machines wrote different values and nobody has chosen yet (hai máy ghi khác nhau).
struct OpenConflict
{
    const RecordKind* kind = nullptr;
    QUuid record;
    QString code; ///< the child's, the case's or the task's; empty for a kind without one
};

/// A package that was sealed and for which no receipt has come (gói chưa có biên nhận).
struct UnreceiptedPackage
{
    QString file; ///< without the folder
    UtcMs sealed = 0;
};

/// The newest backup in one place.
struct HandedBackup
{
    QString folder;
    UtcMs made = 0; ///< 0: there is none that can be read
};

/// All that changes hands with the post (bàn giao), as the register knows it at one moment: only the office's own
/// records. What lies in cupboards is in HandoverWords.
struct Handover
{
    UtcMs at = 0;
    ReportOffice office;
    std::vector<HandedCase> cases; ///< what runs out first stands first, then those without a running clock
    qint64 importedToReview = 0; ///< cases of the old workbook that nobody has looked through
    std::vector<OpenConflict> conflicts;
    std::vector<IncidentRow> incidents; ///< leaks of data that nobody has closed; the oldest first
    std::vector<OpenErasure> erasures; ///< of other offices, not confirmed here
    qint64 waitingEntries = 0; ///< came in and wait for an earlier package of their sender
    qint64 unsentRecords = 0; ///< written here and not packed for the other side yet
    std::vector<UnreceiptedPackage> packages; ///< the newest first; receipts alone are not among them
    std::vector<SessionRow> sessions; ///< planned, from today on
    std::vector<SessionRow> unrecorded; ///< the day has passed and nobody has written whether it was held
    std::vector<TaskProgress> tasks; ///< of the directive, this year, not finished
    qint64 drafts = 0; ///< forms that the person who hands over typed and did not save; nobody else sees them
    HandedBackup backup; ///< in the register's own folder
    std::optional<HandedBackup> second; ///< in the second place, when one was chosen

    [[nodiscard]] qint64 overdueCases() const;
    /// Reads it all. Blocks: call it beside the window; a second place of backups that hangs is left alone once
    /// @p cancelled is set. @p from: who hands over. Errors: Cancelled.
    [[nodiscard]] static Result<Handover> read(Register& reg, const Catalogues& catalogues, const StatutoryClock& clock,
        QUuid from, const std::atomic_bool* cancelled = nullptr);
    /// The same without the backups, in one unchanging view of the database.
    [[nodiscard]] static Result<Handover> read(Database& database, const Catalogues& catalogues,
        const StatutoryClock& clock, const QByteArray& office, UtcMs now, QUuid from);
};

/// What the register cannot know and the person who hands over writes down.
struct HandoverWords
{
    QString requests; ///< letters and requests that nobody has answered yet
    QString dossiers; ///< where the paper dossiers are
    QString sticks; ///< how many USB sticks, and where
    QString envelope; ///< where the envelope with the recovery key is, and who keeps it
    QString others; ///< keys of cupboards, stamps, accounts
    QString witness; ///< who signs for the People's Committee, or as a witness
    QString witnessPost;
};

} // namespace maiam
