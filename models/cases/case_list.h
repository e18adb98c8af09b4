// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    QByteArray owner;
};

/// Which cases a list shows.
enum class CaseFilter { All, Open, Unsent, Imported };

/// Reads cases for lists: ordered ids first, then pages of rows by id.
namespace caseList {
/// Rows' ids, newest report first.
[[nodiscard]] Result<std::vector<qint64>> ids(Database& database, CaseFilter filter = CaseFilter::All);
/// What the clocks of these cases rest on, in the same order, without looking at child and journal. Cases that are gone
/// are left out.
[[nodiscard]] Result<std::vector<std::pair<qint64, ClockFacts>>> facts(Database& database, std::span<const qint64> ids);
/// The rows of these ids, in the same order.
[[nodiscard]] Result<std::vector<CaseRow>> page(Database& database, std::span<const qint64> ids);
/// Finds by the child's name, parents, number, village or the case's code: exact first, then without tones.
[[nodiscard]] Result<std::vector<qint64>> search(Database& database, QStringView typed, int limit = 50);
/// The cases of one child, newest first.
[[nodiscard]] Result<std::vector<qint64>> ofChild(Database& database, QUuid child);
/// How many cases the filter shows.
[[nodiscard]] Result<qint64> count(Database& database, CaseFilter filter);
} // namespace caseList

} // namespace maiam
