// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/fold.h"
#include "models/journal/journal.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

/// The laws of the journal (journal.md) read word by word and written down as plainly as can be, to compare the program
/// with. Slow on purpose; of models/journal only the reading of an entry's bytes is used.
namespace reference {

using Entries = std::vector<maiam::Entry>;
using States = std::map<maiam::EntryHash, maiam::EntryState>;
/// Parts that are to be gone: entry, class, and the office that ordered it.
using ErasedParts = std::set<std::tuple<maiam::EntryHash, maiam::IdentityClass, QByteArray>>;

/// A device that its office gave up (law 5).
struct Retired
{
    QByteArray device;
    qint64 last = 0; ///< nothing beyond it counts
    std::set<qint64> missing; ///< nobody has these numbers any more
};

/// The office of a device, as its first entry says; empty while that has not come.
QByteArray officeOf(const Entries& held, const QByteArray& device);

/// Law 10: what the held erasures name that are in force in a register of `office`: its own, and of other offices those
/// that it agreed to.
ErasedParts erased(const Entries& held, const QByteArray& office, const std::set<maiam::EntryHash>& agreed);
/// True when one of them names this part, and its office may erase it (law 7).
bool isErased(const ErasedParts& erased, const maiam::Entry& entry, maiam::IdentityClass identity);
/// The entries without the parts that are to be gone.
Entries withoutErased(Entries entries, const ErasedParts& erased);

/// Laws 5, 7 and 9: where each held entry stands, when no office has chosen a branch. At most one device is retired.
States states(const Entries& held, const std::optional<Retired>& retired = std::nullopt);
/// Law 5: the numbers below the highest that is held which are neither here nor given up, in ascending order.
std::vector<qint64> missing(
    const Entries& held, const QByteArray& device, const std::optional<Retired>& retired = std::nullopt);

/// Laws 3 and 4: what a record shows by the entries that count for it. `lastEntry` is left out: it is local.
maiam::FoldedRecord record(const maiam::RecordKind& kind, const Entries& counting, const ErasedParts& erased);
/// In what two records differ, in words; empty when they are the same.
std::string difference(const maiam::FoldedRecord& program, const maiam::FoldedRecord& law);

} // namespace reference
