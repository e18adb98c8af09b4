// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_texts.h"

#include "models/text/format.h"
#include "ui/cases/case_texts.h"

namespace maiam {

QString IncidentTexts::state(const ClockState& clock, std::optional<UtcMs> sent, std::optional<UtcMs> closed)
{
    if (closed)
        return tr("Closed %1").arg(formatDate(civil::date(*closed)));
    if (sent)
        return clock.status == ClockStatus::MetLate ? tr("Notice sent late") : tr("Notice sent in time");
    return CaseTexts::capital(StatutoryClock::remainingText(clock));
}

Meaning IncidentTexts::meaning(const ClockState& clock, std::optional<UtcMs> closed)
{
    if (closed)
        return Meaning::Plain;
    switch (clock.status) {
    case ClockStatus::Overdue:
    case ClockStatus::DueSoon:
        return Meaning::Bad;
    case ClockStatus::Running:
    case ClockStatus::MetLate:
        return Meaning::Soon;
    case ClockStatus::MetInTime:
        return Meaning::Good;
    case ClockStatus::NotMeasured:
        break;
    }
    return Meaning::Plain;
}

QString IncidentTexts::law()
{
    return tr(
        "Law 91/2025/QH15 and Decree 356/2025 want a notice to the data protection authority (department A05 of "
        "the Ministry of Public Security) within 72 hours of finding out. This was read in a summary; whether and "
        "where a commune sends it has not been checked against the official text. Ask the police or the province "
        "when unsure; the 72 hours go on meanwhile.");
}

QString IncidentTexts::noNames()
{
    return tr(
        "Write no child's name here: codes are enough. This record is kept for at least five years and nobody can "
        "erase it.");
}

QString IncidentTexts::named(const QStringList& codes)
{
    return tr("A text has the same words as a child's name in this register (%1). Write the code instead, or leave it "
              "out.")
        .arg(codes.join(QLatin1String(", ")));
}

} // namespace maiam
