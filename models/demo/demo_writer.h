// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/file_codes.h"
#include "models/cases/statutory_clock.h"
#include "models/catalogues/catalogues.h"
#include "models/demo/demo_case.h"
#include "models/demo/demo_people.h"
#include "models/demo/generator.h"

#include <functional>
#include <vector>

namespace maiam {

/// Makes fictional records and stores them in large batches.
class DemoWriter
{
    Q_DECLARE_TR_FUNCTIONS(DemoWriter)
public:
    /// A child that was stored, as far as a case needs it.
    struct Stored
    {
        QUuid id;
        QDate born;
        QString village;
    };
    static constexpr int ChangesPerCommit = 5000;

    /// Errors: NotAllowed in a register that is no demo.
    [[nodiscard]] static Result<DemoWriter> open(Register& reg, quint32 seed);

    [[nodiscard]] UtcMs now() const { return m_now; }
    [[nodiscard]] DemoRandom& random() { return *m_random; }
    [[nodiscard]] const WorkingCalendar& calendar() const { return m_calendar; }
    [[nodiscard]] const Catalogues& catalogues() const { return m_catalogues; }
    [[nodiscard]] const std::vector<Stored>& children() const { return m_children; }

    /// Children whose circumstances the function draws.
    [[nodiscard]] Result<void> addChildren(int count, const std::function<QString(DemoRandom&)>& group);
    /// Cases by number, from 0: the function says when each came in and what went late.
    struct Plan
    {
        UtcMs received = 0;
        DemoDelays delays;
        QString kind; ///< empty: drawn
    };
    [[nodiscard]] Result<void> addCases(int count, const std::function<Plan(int)>& plan, bool withAssessments);
    /// Sessions by number; planned ones lie ahead of now.
    [[nodiscard]] Result<void> addSessions(int count, const std::function<UtcMs(int)>& starts);

private:
    DemoWriter(Register& reg, Catalogues catalogues, WorkingCalendar calendar, QString prefix, quint32 seed);
    /// Stores in commits of ChangesPerCommit; `make` adds the records of one number.
    using Make = std::function<Result<void>(int, Batch&, FileCodes&)>;
    [[nodiscard]] Result<void> store(int count, const Make& make);
    void addAssessment(Batch& batch, const Record& file, const DemoCourse& course);

    Register* m_reg;
    Catalogues m_catalogues;
    WorkingCalendar m_calendar;
    QString m_prefix;
    UtcMs m_now;
    std::unique_ptr<DemoRandom> m_random;
    std::unique_ptr<DemoPeople> m_people;
    std::vector<Stored> m_children;
};

} // namespace maiam
