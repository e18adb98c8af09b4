// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/record.h"

namespace maiam {

Record::Record(const RecordKind& kind, QUuid id)
    : m_kind(&kind)
    , m_id(id)
{
}

Record::Record(const RecordKind& kind, QUuid id, Values values, QList<EntryHash> heads, RecordState state, qint64 row)
    : m_kind(&kind)
    , m_id(id)
    , m_row(row)
    , m_loaded(values)
    , m_values(std::move(values))
    , m_heads(std::move(heads))
    , m_state(std::move(state))
{
}

const Value& Record::value(const Field& field) const
{
    static const Value none;
    const auto found = m_values.find(field.key());
    return found == m_values.end() ? none : found->second;
}

QString Record::text(const Field& field) const
{
    const auto* text = std::get_if<QString>(&value(field));
    return text ? *text : QString();
}

std::optional<qint64> Record::number(const Field& field) const
{
    const auto* number = std::get_if<qint64>(&value(field));
    return number ? std::optional(*number) : std::nullopt;
}

QUuid Record::reference(const Field& field) const
{
    return QUuid::fromRfc4122(bytes(field));
}

QByteArray Record::bytes(const Field& field) const
{
    const auto* bytes = std::get_if<QByteArray>(&value(field));
    return bytes ? *bytes : QByteArray();
}

void Record::set(const Field& field, const QString& text)
{
    setValue(field, text.isEmpty() ? Value() : Value(text));
}

void Record::set(const Field& field, std::optional<qint64> number)
{
    setValue(field, number ? Value(*number) : Value());
}

void Record::set(const Field& field, QUuid reference)
{
    setValue(field, reference.isNull() ? Value() : Value(idBytes(reference)));
}

void Record::set(const Field& field, const QByteArray& bytes)
{
    setValue(field, bytes.isEmpty() ? Value() : Value(bytes));
}

void Record::setValue(const Field& field, Value value)
{
    Q_ASSERT(m_kind->field(field.key()));
    if (isNull(value) && !m_values.contains(field.key()))
        return;
    m_values[QByteArray(field.name)] = std::move(value);
}

Values Record::changes() const
{
    Values changed;
    for (const auto& [name, value] : m_values) {
        const auto loaded = m_loaded.find(name);
        const bool same = loaded == m_loaded.end() ? isNull(value) : loaded->second == value;
        if (!same)
            changed.emplace(name, value);
    }
    return changed;
}

} // namespace maiam
