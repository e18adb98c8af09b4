// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace maiam {

/// Access to a child's file as it is restricted at present (hạn chế truy cập).
struct Restriction
{
    QString ground; ///< code of the catalogue "restriction-grounds"
    UtcMs since = 0;
    bool waits = false; ///< a case is being worked on, so nothing is hidden yet
    bool isolated = false; ///< it waits for nothing but the end of an isolation, which is not written down
};

/// Whether the person has said why a file with restricted access is opened.
enum class Opening { WithoutReason, WithReason };

/// The children whom lists show by code alone: access to their files is restricted, and none of their cases is being
/// worked on. A few at most, so they are read as a whole beside each page of a list.
class RestrictedChildren
{
public:
    [[nodiscard]] static Result<RestrictedChildren> read(Database& database);
    [[nodiscard]] bool hides(QUuid child) const { return m_hidden.contains(child); }
    /// The same by the row in the table of children.
    [[nodiscard]] bool hidesRow(qint64 child) const { return m_rows.contains(child); }
    [[nodiscard]] bool isEmpty() const { return m_hidden.isEmpty(); }
    /// Whether what was typed may lead to this child: always, unless it is hidden. Then its code does, or its complete
    /// personal number, so that nobody finds out a name or number letter by letter. Who types the whole name is
    /// answered too, but that is asked for by itself (NamedSo): a new report must find the child.
    [[nodiscard]] bool mayFind(qint64 child, QStringView typed) const;
    /// The hidden children's rows.
    [[nodiscard]] QList<qint64> rows() const { return m_rows.keys(); }

private:
    struct Known
    {
        QString code; ///< folded
        QString number;
    };
    QSet<QUuid> m_hidden;
    QHash<qint64, Known> m_rows;
};

/// Restricting access to a child's file: the answer to a request to erase, unless the office decides to erase
/// (journal.md, law 10; rights of Law 91/2025/QH15). Lists say the code and no name, and who opens the file says why;
/// that stands in the chain of looking. While a case is open the work of Decree 56/2017 goes on and nothing is hidden.
/// This keeps eyes away and leaves traces; it is no second key.
namespace restrictedAccess {
/// Nothing when access is not restricted.
[[nodiscard]] Result<std::optional<Restriction>> of(Database& database, QUuid child);
/// Errors: Restricted for a file that lists hide and that is opened without a reason.
[[nodiscard]] Result<void> check(Database& database, QUuid child, Opening opening);
/// The child whose file a record belongs to: a child, a case or an assessment; null for all else.
[[nodiscard]] Result<QUuid> childOf(Database& database, const RecordKind& kind, QUuid record);
/// Restricts access from now on. Errors: InvalidInput without a ground, NotAllowed for a child of another office.
[[nodiscard]] Result<Batch> restrict(
    Database& database, const QByteArray& office, QUuid child, const QString& ground, UtcMs now);
/// Ends it. Errors: NotFound.
[[nodiscard]] Result<Batch> lift(Database& database, const QByteArray& office, QUuid child, UtcMs now);
} // namespace restrictedAccess

} // namespace maiam
