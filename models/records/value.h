// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <variant>

namespace maiam {

/// One field's content as it stands in the journal: nothing, a number, a text, or bytes.
/// Flags are 0 and 1, moments are UTC milliseconds, dates are ISO text of any precision, references are 16 bytes.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

/// The order of map keys in deterministic CBOR (RFC 8949 §4.2.1) for short text keys: by length, then bytewise.
struct CanonicalOrder
{
    bool operator()(const QByteArray& a, const QByteArray& b) const
    {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
};

/// Field name → value, in the order in which they are encoded.
using Values = std::map<QByteArray, Value, CanonicalOrder>;

/// True when nothing stands there.
[[nodiscard]] inline bool isNull(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace maiam
