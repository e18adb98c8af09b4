// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"
#include "models/reports/report_period.h"

namespace maiam {

/// What the officer adds to a month's report (nhận xét của cán bộ): one record a period and office.
namespace remark {
/// The text of a period; empty when there is none.
[[nodiscard]] Result<QString> read(Database& database, const QByteArray& office, const ReportPeriod& period);
/// The text to store, ready to commit; an empty batch when nothing changes. An empty text clears it.
[[nodiscard]] Result<Batch> set(
    Database& database, const QByteArray& office, const ReportPeriod& period, const QString& text);
} // namespace remark

} // namespace maiam
