// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/cases/statutory_clock.h"
#include "models/incidents/incident_list.h"

#include <QCoreApplication>

namespace maiam {

/// The words in which pages speak of leaks of data (sự cố lộ dữ liệu).
class IncidentTexts
{
    Q_DECLARE_TR_FUNCTIONS(IncidentTexts)
public:
    /// How a leak stands: what is left of the 72 hours, when the notice went, when it was closed.
    [[nodiscard]] static QString state(const ClockState& clock, std::optional<UtcMs> sent, std::optional<UtcMs> closed);
    /// What that means, for a list's badge.
    [[nodiscard]] static Meaning meaning(const ClockState& clock, std::optional<UtcMs> closed);
    /// What the law says as far as it is certain, and whom to ask.
    [[nodiscard]] static QString law();
    /// Why names do not belong into these texts.
    [[nodiscard]] static QString noNames();
    /// That a text names children, by the codes of these.
    [[nodiscard]] static QString named(const QStringList& codes);
};

} // namespace maiam
