// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/journal/journal.h"
#include "models/sqlcipher/database.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace maiam {

class Catalogues;
struct CatalogueEntry;

/// Of which year and of whom the directive's tasks are read.
struct TaskScope
{
    int year = 2026;
    UtcMs begin = 0; ///< evidence counts from here …
    UtcMs end = 0; ///< … up to, not including, here
    UtcMs yearEnd = 0; ///< when the year is over: from then on an unfinished task of one's own is late
    UtcMs now = 0;
    QByteArray office; ///< whose state and note: this register's office
    std::optional<QByteArray> owner; ///< whose evidence; nothing for everybody's (province)
    bool province = false; ///< section 2 is the provincial authority's own, at a commune it is phối hợp
};

/// Sessions of one type, held.
struct TypeCount
{
    QString type; ///< code of "session-types"
    qint64 sessions = 0;
    qint64 people = 0;
    qint64 male = 0;
    qint64 female = 0;
    qint64 minutes = 0;
};

/// What the register shows for a task by itself (chứng cứ tự gom). Only what the task asks for is filled.
struct TaskEvidence
{
    std::vector<TypeCount> types; ///< by type of session, those that were held
    qint64 sessions = 0;
    qint64 people = 0;
    qint64 male = 0;
    qint64 female = 0;
    qint64 minutes = 0;
    qint64 materials = 0;
    qint64 referred = 0;
    std::optional<UtcMs> nextPlanned;
    qint64 cases = 0; ///< 2.f: of the kinds with priority; 2.h: every case
    qint64 supported = 0; ///< of them with first support
    std::optional<double> meanDaysToSupport;
    qint64 due = 0; ///< 2.h: cases whose 12 hours were over or met
    qint64 inTime = 0; ///< of them assessed within 12 hours
    std::optional<qint64> medianMs; ///< from report to assessment
    qint64 openClocks = 0; ///< open cases without assessment or without a submitted plan

    /// True when the register shows anything.
    [[nodiscard]] bool any() const { return sessions > 0 || materials > 0 || cases > 0; }
};

/// One task of the directive in a year (nhiệm vụ chỉ thị): what it asks, how it stands, what shows it.
struct TaskProgress
{
    Q_DECLARE_TR_FUNCTIONS(TaskProgress)
public:
    QString code;
    QString section; ///< "1" or "2"
    QString titleVi;
    QString titleEn;
    QString text; ///< the directive's own words
    QString role; ///< code of "task-roles": lead (chủ trì) or support (phối hợp)
    QString evidenceKind; ///< of the catalogue: documents, communication, clocks …
    QString state; ///< code of "task-states", "late" only for a task of one's own after its year
    bool stateRecorded = false; ///< false: the officer has not said; `state` follows from the evidence
    QString note;
    TaskEvidence evidence;

    /// The evidence in one line for a screen; empty where the register shows nothing by itself.
    [[nodiscard]] QString sentence() const;
};

/// Reads and writes how the directive's tasks stand.
namespace taskProgress {
/// Every task of the catalogue "directive-tasks", in its order.
[[nodiscard]] Result<std::vector<TaskProgress>> read(
    Database& database, const Catalogues& catalogues, const TaskScope& scope);
/// One line saying how a task stands, ready to commit. Errors: InvalidInput (unknown code or state, year out of
/// 2000–2200, "late", which the program reckons itself, or "stopped" without a note).
[[nodiscard]] Result<Batch> setTask(Database& database, const Catalogues& catalogues, const QByteArray& office,
    const QString& code, int year, const QString& state, const QString& note);
} // namespace taskProgress

} // namespace maiam
