// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/statutory_clock.h"
#include "models/sqlcipher/database.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace maiam {

/// When things fall due in the coming days, without any name, code or place: all that stays in memory while the
/// register is locked, so that the lock screen can say "Có 2 việc đến hạn lúc 14:00".
class DueTimes
{
    Q_DECLARE_TR_FUNCTIONS(maiam::DueTimes)
public:
    static constexpr int Days = 7;

    struct Moment
    {
        UtcMs at = 0;
        bool session = false; ///< begins then; a clock of the law runs out then, and stays overdue
    };

    DueTimes() = default;
    explicit DueTimes(std::vector<Moment> moments);
    /// The statutory clocks that run out within 7 days or have run out, and the sessions planned in that time.
    [[nodiscard]] static Result<DueTimes> read(Database& database, const StatutoryClock& clock, UtcMs now);

    /// What is overdue or due next, in one sentence; empty when nothing is.
    [[nodiscard]] QString sentence(UtcMs now) const;
    [[nodiscard]] bool isEmpty() const { return m_moments.empty(); }
    [[nodiscard]] const std::vector<Moment>& moments() const { return m_moments; }

private:
    std::vector<Moment> m_moments; ///< ascending
};

} // namespace maiam
