// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/records/kind.h"
#include "models/records/value.h"
#include "models/sqlcipher/database.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <vector>

namespace maiam {

/// One field that an entry wrote, with what stood there for whoever wrote it.
struct FieldChange
{
    const Field* field = nullptr;
    Value before;
    Value now;
};

/// One save of a record (một lần ghi): who, when, why, and which fields.
struct HistoryItem
{
    const RecordKind* kind = nullptr;
    QUuid record;
    QByteArray entry; ///< its hash
    QList<QByteArray> after; ///< the entries that it rests on
    UtcMs at = 0;
    QString who; ///< the user's full name; empty for the program itself or a user who is not known here
    QString reason;
    bool created = false; ///< the record's first entry
    bool deleted = false;
    std::vector<FieldChange> changes; ///< in the order of the declaration
};

/// Reads a record's history (lịch sử) from the journal, newest first: every entry that folds, with old and new values.
/// Entries of machines that did not know of each other show what each of them had before. Fields whose values are
/// withheld or erased are missing. Errors: those of the database.
[[nodiscard]] Result<std::vector<HistoryItem>> history(Database& database, const RecordKind& kind, QUuid record);

} // namespace maiam
