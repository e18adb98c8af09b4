// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cbor.h"

#include <QString>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <limits>

namespace maiam {

namespace {

/// Bytewise order of encoded keys (RFC 8949 §4.2.1), not the length-first order of the older RFC 7049.
int compareBytes(QByteArrayView a, QByteArrayView b)
{
    const auto common = std::size_t(std::min(a.size(), b.size()));
    const int order = common == 0 ? 0 : std::memcmp(a.data(), b.data(), common);
    return order != 0 ? order : (a.size() < b.size() ? -1 : a.size() > b.size());
}

} // namespace

CborWriter& CborWriter::longHead(unsigned major, quint64 value)
{
    char head[9];
    int size = 0;
    unsigned low = 0;
    if (value <= 0xff) {
        low = 24;
        head[1] = char(value);
        size = 2;
    } else if (value <= 0xffff) {
        low = 25;
        qToBigEndian(quint16(value), head + 1);
        size = 3;
    } else if (value <= 0xffffffff) {
        low = 26;
        qToBigEndian(quint32(value), head + 1);
        size = 5;
    } else {
        low = 27;
        qToBigEndian(value, head + 1);
        size = 9;
    }
    head[0] = char(major << 5 | low);
    m_bytes.append(head, size);
    return *this;
}

CborWriter& CborWriter::text(QStringView value)
{
    const QByteArray utf8 = value.toUtf8();
    head(3, quint64(utf8.size()));
    return raw(utf8);
}

CborWriter& CborWriter::textUtf8(QByteArrayView value)
{
    if (!value.isValidUtf8()) {
        const QByteArray mended = QString::fromUtf8(value).toUtf8();
        head(3, quint64(mended.size()));
        return raw(mended);
    }
    head(3, quint64(value.size()));
    return raw(value);
}

void CborMapBuilder::insert(QByteArray encodedKey, QByteArray encodedValue)
{
    const auto place = std::lower_bound(m_pairs.begin(), m_pairs.end(), encodedKey,
        [](const auto& pair, const QByteArray& key) { return compareBytes(pair.first, key) < 0; });
    if (place != m_pairs.end() && place->first == encodedKey) {
        place->second = std::move(encodedValue);
        return;
    }
    m_pairs.emplace(place, std::move(encodedKey), std::move(encodedValue));
}

void CborMapBuilder::insertText(QByteArrayView utf8Key, QByteArray encodedValue)
{
    insert(CborWriter().textUtf8(utf8Key).take(), std::move(encodedValue));
}

void CborMapBuilder::writeTo(CborWriter& writer) const
{
    writer.map(m_pairs.size());
    for (const auto& [key, value] : m_pairs) {
        writer.raw(key).raw(value);
    }
}

bool CborKeyOrder::accept(QByteArrayView encodedKey)
{
    if (compareBytes(m_last, encodedKey) >= 0) { // no key is empty, so the first one always follows
        return false;
    }
    m_last = encodedKey;
    return true;
}

CborReader::Type CborReader::peek() const
{
    if (m_failed) {
        return Type::Invalid;
    }
    if (m_next == m_end) {
        return Type::End;
    }
    const unsigned first = quint8(*m_next);
    switch (first >> 5) {
    case 0:
        return Type::Unsigned;
    case 1:
        return Type::Negative;
    case 2:
        return Type::Bytes;
    case 3:
        return Type::Text;
    case 4:
        return Type::Array;
    case 5:
        return Type::Map;
    default:
        break;
    }
    return first == 0xf4 || first == 0xf5 ? Type::Boolean : first == 0xf6 ? Type::Null : Type::Invalid;
}

bool CborReader::longHead(unsigned low, quint64& value)
{
    if (low > 27) { // reserved, or an indefinite length
        return fail();
    }
    const unsigned size = 1U << (low - 24);
    if (left() < 1 + size) {
        return fail();
    }
    const char* at = m_next + 1;
    switch (size) {
    case 1:
        value = quint8(*at);
        break;
    case 2:
        value = qFromBigEndian<quint16>(at);
        break;
    case 4:
        value = qFromBigEndian<quint32>(at);
        break;
    default:
        value = qFromBigEndian<quint64>(at);
        break;
    }
    const quint64 smallest = size == 1 ? 24 : quint64(1) << (size * 4); // what one size less could have held
    if (value < smallest) {
        return fail();
    }
    m_next += 1 + size;
    return true;
}

bool CborReader::integer(qint64& value)
{
    const bool negative = peek() == Type::Negative;
    quint64 number = 0;
    if (!head(negative ? 1 : 0, number) || number > quint64(std::numeric_limits<qint64>::max())) {
        return fail();
    }
    value = negative ? -1 - qint64(number) : qint64(number);
    return true;
}

bool CborReader::boolean(bool& value)
{
    if (peek() != Type::Boolean) {
        return fail();
    }
    value = quint8(*m_next++) == 0xf5;
    return true;
}

bool CborReader::key(CborKeyOrder& order, QByteArrayView& utf8)
{
    const char* const start = m_next;
    return text(utf8) && (order.accept(QByteArrayView(start, m_next - start)) || fail());
}

bool CborReader::skipItem(int depth)
{
    quint64 count = 0;
    QByteArrayView ignored;
    bool flag = false;
    qint64 number = 0;
    switch (peek()) {
    case Type::Unsigned:
        return unsignedInt(count);
    case Type::Negative:
        return integer(number);
    case Type::Bytes:
        return bytes(ignored);
    case Type::Text:
        return text(ignored);
    case Type::Boolean:
        return boolean(flag);
    case Type::Null:
        return null();
    case Type::Array:
        if (depth <= 0 || !array(count)) {
            return fail();
        }
        while (count-- > 0) {
            if (!skipItem(depth - 1)) {
                return false;
            }
        }
        return true;
    case Type::Map: {
        if (depth <= 0 || !map(count)) {
            return fail();
        }
        CborKeyOrder order;
        while (count-- > 0) {
            const char* const start = m_next;
            if (!skipItem(depth - 1) || !order.accept(QByteArrayView(start, m_next - start)) || !skipItem(depth - 1)) {
                return fail();
            }
        }
        return true;
    }
    case Type::End:
    case Type::Invalid:
        break;
    }
    return fail();
}

bool CborReader::item(QByteArrayView& encoded)
{
    const char* const start = m_next;
    if (!skip()) {
        return false;
    }
    encoded = QByteArrayView(start, m_next - start);
    return true;
}

bool isDeterministicCbor(QByteArrayView bytes)
{
    CborReader reader(bytes);
    return reader.skip() && reader.atEnd();
}

} // namespace maiam
