// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/papers/paper.h"
#include "models/records/record.h"
#include "models/reports/report_office.h"

namespace maiam {
class Catalogues;
}

namespace maiam::papers {

/// What stands on the notice besides its record.
struct IncidentPaperOptions
{
    UtcMs now = 0; ///< the day of the notice until it was sent
    UtcMs due = 0; ///< the end of the 72 hours: a notice after it gives the reason
    bool demo = false; ///< "SỐ LIỆU MẪU" on every page
};

/// The notice of a leak of personal data (thông báo vi phạm quy định về bảo vệ dữ liệu cá nhân) in the layout of Decree
/// 30/2020/NĐ-CP: how it happened, which data of how many, what was done, consequences, measures, who answers; parts
/// that nobody has filled in are dotted lines. Vietnamese whatever the interface speaks. Codes of files and names of
/// children do not stand on it.
[[nodiscard]] Paper incidentPaper(const Record& incident, const ReportOffice& office, const Catalogues& catalogues,
    const IncidentPaperOptions& options);

/// The title for the file's properties; names nobody.
[[nodiscard]] QString incidentTitle();

} // namespace maiam::papers
