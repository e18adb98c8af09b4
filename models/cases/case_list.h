// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/restricted_access.h"
#include "models/cases/statutory_clock.h"
#include "models/register/send_state.h"
#include "models/sqlcipher/database.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace maiam {

/// One row of the list of cases (danh sách hồ sơ): enough to show it, find it and reckon its clocks.
struct CaseRow
{
    qint64 row = 0;
    QUuid id;
    QUuid child;
    QString code;
    QString childName; ///< empty when unknown or withheld
    QString birth; ///< ISO, any precision
    QString sex;
    std::optional<qint64> age; ///< at reception
    QString village;
    QString mother;
    QString kind;
    QString step;
    ClockFacts facts; ///< what its statutory clocks rest on
    SendState sent = SendState::NotSent;
    bool conflicting = false;
    bool restricted = false; ///< who it is about is left out: access to the file is restricted
    bool erased = false; ///< who it is about was erased by decision
    QByteArray owner;
};

/// A case on which a statutory clock may be running (hồ sơ đang có thời hạn).
struct RunningCase
{
    qint64 row = 0;
    QByteArray owner; ///< the office that keeps it
    ClockFacts facts; ///< what its clocks rest on
};

/// Which cases a list shows.
enum class CaseFilter { All, Open, Unsent, Imported };

/// Reads cases for lists: ordered ids first, then pages of rows by id.
namespace caseList {
/// Rows' ids, newest report first.
[[nodiscard]] Result<std::vector<qint64>> ids(Database& database, CaseFilter filter = CaseFilter::All);
/// The cases with clocks that can run, of every office, in no order; without looking at child and journal. A closed
/// case is among them while an isolation in it has not ended.
[[nodiscard]] Result<std::vector<RunningCase>> running(Database& database);
/// The rows of these ids, in the same order; without what says who the child is where access is restricted.
[[nodiscard]] Result<std::vector<CaseRow>> page(
    Database& database, std::span<const qint64> ids, Opening opening = Opening::WithoutReason);
/// Finds by the child's name, parents, number, village or the case's code: exact first, then without tones.
[[nodiscard]] Result<std::vector<qint64>> search(Database& database, QStringView typed, int limit = 50);
/// The cases of one child, newest first.
[[nodiscard]] Result<std::vector<qint64>> ofChild(Database& database, QUuid child);
/// How many cases the filter shows.
[[nodiscard]] Result<qint64> count(Database& database, CaseFilter filter);
} // namespace caseList

} // namespace maiam
