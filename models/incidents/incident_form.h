// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/records/record.h"

#include <QCoreApplication>

#include <span>

namespace maiam {

class Database;

/// What a record of a leak must say before it is stored (ghi sự cố lộ dữ liệu). As little as possible: the clock runs,
/// so what is not known yet stays empty.
class IncidentForm
{
    Q_DECLARE_TR_FUNCTIONS(IncidentForm)
public:
    static constexpr qint64 MaxChildren = 100'000; ///< more is a slip of the keyboard

    /// One kind of data that may have got out: its flag, and its code in the catalogue "incident-data".
    struct DataKind
    {
        const Field* field;
        const char* code;
    };
    [[nodiscard]] static std::span<const DataKind> dataKinds();

    /// Errors: InvalidInput, where the time of finding it is missing; a moment that was typed anew lies after now; the
    /// leak happened, or the notice went, before or after it can have; children are less than 0 or more than
    /// MaxChildren; the codes of files hold a word that is none; the number of the notice is none; a notice was sent
    /// to nobody; it is closed without a notice and without a reason for that. The detail names the field to be mended.
    [[nodiscard]] static Result<void> check(const Record& incident, UtcMs now);
    /// True for a number as it is printed: "15" or "15/TB-UBND".
    [[nodiscard]] static bool isNumber(const QString& text);
    /// The codes of children whose full name stands in one of these texts, letter by letter with its tones. Neither
    /// the notice nor a record that nobody can erase should name a child.
    [[nodiscard]] static Result<QStringList> namedChildren(Database& database, const QStringList& texts);
    /// Every text of the record that a person has typed.
    [[nodiscard]] static QStringList texts(const Record& incident);
};

} // namespace maiam
