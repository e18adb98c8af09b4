// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace maiam {

class Catalogue;
class Catalogues;

/// The SQL behind a report's figures: a handful of passes over the rows of a period, each by an index on a moment.
/// All texts are constant for a set of catalogues; values are bound. Owner parameters are NULL for everybody's records.
namespace figureSql {
/// `WITH p AS …`: the reports of a period with what counts about each: id, received, opened (0/1), met, due
/// (12 hours), child (a report without one stands for a child of its own), sex, age, kind, source, step,
/// environment. ?1 begin, ?2 end, ?3 now, ?4 owner.
[[nodiscard]] QString periodRows();
/// The code of the age band for the SQL value `age`; "unknown" outside all bands (catalogue "age-bands").
[[nodiscard]] QString ageBand(const Catalogue& bands, const QString& age);
/// Counts of one period: part, key, n, a, b, c. Parameters as periodRows(). Parts: total (reports, cases, met, due),
/// kind (cases, children male, female, other), child (by age band: children, male, female, 0), source (reports),
/// step and environment (cases).
[[nodiscard]] QString period(const Catalogue& bands);
/// Twelve periods in one pass: bin 0–11, kind, reports, cases, met, due. ?1 begin of the first, ?2 end of the last,
/// ?3 now, ?4 owner, ?5–?15 begins of the second to the twelfth.
[[nodiscard]] QString twelvePeriods();
/// Distinct children of the cases received in ?1–?2; ?3 owner.
[[nodiscard]] QString children();
/// Cases closed in ?1–?2, those open at ?2, and old workbook cases that nobody has taken up: closed, open, imported.
/// ?3 owner.
[[nodiscard]] QString closings();
/// A row a case for the 5 working days: in the period (0/1), start day, day submitted or NULL, day closed or NULL;
/// days since 1970 in UTC+7. ?1 begin of the year, ?2 end, ?3 begin of the period, ?4 owner.
[[nodiscard]] QString planDays();
/// The same with the case's id at the end. ?1 begin, ?2 end, ?3 owner.
[[nodiscard]] QString planRows();
/// Sessions held, by type: type, then count, male, female, unspecified, minutes, with hotlines, materials, referred
/// of the period, then count and people of the year so far. ?1 begin of the year, ?2 end, ?3 begin, ?4 owner.
[[nodiscard]] QString sessions();
/// Sessions planned in ?1–?2 by type; ?3 owner.
[[nodiscard]] QString planned();
/// By office: owner, reports, cases, children, met, due. Parameters as periodRows().
[[nodiscard]] QString byOwner();
/// By office: owner, closed in ?1–?2, open at ?2. ?3 owner or NULL.
[[nodiscard]] QString closingsByOwner();
/// By office: owner, sessions held in ?1–?2, people. ?3 owner or NULL.
[[nodiscard]] QString sessionsByOwner();
/// Every text above, for the proof that none reads a table from end to end.
[[nodiscard]] QStringList all(const Catalogues& catalogues);

/// The conditions of "closed", "open" and "imported" over the alias c.
[[nodiscard]] QString isClosedWithin();
[[nodiscard]] QString isOpen();
[[nodiscard]] QString isOpenImported();
} // namespace figureSql

} // namespace maiam
