// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kind.h"
#include "models/records/value.h"

#include <QList>
#include <QUuid>

#include <optional>

namespace maiam {

/// The hash of a journal entry, 32 bytes.
using EntryHash = QByteArray;

/// What the fold says about a record besides its values.
struct RecordState
{
    bool deleted = false;
    bool conflicting = false; ///< two machines wrote different values (hai máy ghi khác nhau)
    bool incomplete = false; ///< an identity part has not come (chưa đủ)
    QByteArray owner; ///< office id, 16 bytes
    qint64 lastEntry = 0; ///< row of its latest entry
};

/// One record as a screen holds it: the values as loaded, the values as they are now, and what they rest on.
class Record
{
public:
    /// A new record of a kind, with an id of its own.
    explicit Record(const RecordKind& kind, QUuid id = QUuid::createUuid());
    /// A record as it was read.
    Record(const RecordKind& kind, QUuid id, Values values, QList<EntryHash> heads, RecordState state, qint64 row);

    [[nodiscard]] const RecordKind& kind() const { return *m_kind; }
    [[nodiscard]] QUuid id() const { return m_id; }
    /// Row in its table; 0 when it was never stored.
    [[nodiscard]] qint64 row() const { return m_row; }
    [[nodiscard]] const QList<EntryHash>& heads() const { return m_heads; }
    [[nodiscard]] const RecordState& state() const { return m_state; }
    [[nodiscard]] const Values& values() const { return m_values; }

    [[nodiscard]] const Value& value(const Field& field) const;
    /// The text, or an empty one.
    [[nodiscard]] QString text(const Field& field) const;
    /// The number, flag or moment, if one stands there.
    [[nodiscard]] std::optional<qint64> number(const Field& field) const;
    /// The record it points at, or a null id.
    [[nodiscard]] QUuid reference(const Field& field) const;
    [[nodiscard]] QByteArray bytes(const Field& field) const;
    [[nodiscard]] bool has(const Field& field) const { return !isNull(value(field)); }

    /// Sets a field; an empty text, null id or std::nullopt clears it.
    void set(const Field& field, const QString& text);
    void set(const Field& field, std::optional<qint64> number);
    void set(const Field& field, QUuid reference);
    void set(const Field& field, const QByteArray& bytes);
    void setValue(const Field& field, Value value);

    /// The fields that differ from what was loaded.
    [[nodiscard]] Values changes() const;

private:
    const RecordKind* m_kind;
    QUuid m_id;
    qint64 m_row = 0;
    Values m_loaded;
    Values m_values;
    QList<EntryHash> m_heads;
    RecordState m_state;
};

/// A record's id as the 16 bytes that journal and tables hold.
[[nodiscard]] inline QByteArray idBytes(QUuid id)
{
    return id.toRfc4122();
}

} // namespace maiam
