// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <utility>
#include <vector>

namespace maiam {

/// Writes CBOR in the deterministic encoding of RFC 8949 §4.2.1: shortest integers, definite lengths, no floats, no
/// tags. The caller writes as many items as an array or map announces, and map keys in the order of their encoded bytes
/// (CborMapBuilder does that for keys that are not known beforehand).
class CborWriter
{
public:
    CborWriter() = default;
    /// Reserves room for @p bytes.
    explicit CborWriter(qsizetype bytes) { m_bytes.reserve(bytes); }

    /// What has been written so far.
    [[nodiscard]] const QByteArray& bytesSoFar() const { return m_bytes; }
    /// Hands over what has been written; the writer is empty afterwards.
    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }

    CborWriter& unsignedInt(quint64 value) { return head(0, value); }
    CborWriter& integer(qint64 value)
    {
        return value >= 0 ? head(0, quint64(value)) : head(1, ~quint64(value)); // -1 - value, without overflow
    }
    CborWriter& bytes(QByteArrayView value)
    {
        head(2, quint64(value.size()));
        return raw(value);
    }
    /// A text; what is no valid UTF-16 becomes U+FFFD.
    CborWriter& text(QStringView value);
    /// A text that is UTF-8 already; what is no valid UTF-8 becomes U+FFFD, since no reader would accept it.
    CborWriter& textUtf8(QByteArrayView value);
    CborWriter& boolean(bool value) { return byte(value ? 0xf5 : 0xf4); }
    CborWriter& null() { return byte(0xf6); }
    /// Announces an array of @p count items, which follow.
    CborWriter& array(std::size_t count) { return head(4, count); }
    /// Announces a map of @p count pairs, which follow in the order of their encoded keys.
    CborWriter& map(std::size_t count) { return head(5, count); }
    /// Appends one or more items that are encoded already.
    CborWriter& raw(QByteArrayView encoded)
    {
        m_bytes.append(encoded.data(), encoded.size());
        return *this;
    }

private:
    CborWriter& byte(unsigned value)
    {
        m_bytes.append(char(value));
        return *this;
    }
    CborWriter& head(unsigned major, quint64 value)
    {
        return value < 24 ? byte(major << 5 | unsigned(value)) : longHead(major, value);
    }
    CborWriter& longHead(unsigned major, quint64 value);

    QByteArray m_bytes;
};

/// Collects the pairs of a map and writes them in the order that RFC 8949 §4.2.1 asks for.
class CborMapBuilder
{
public:
    /// Adds a pair of encoded items; a second value for the same key replaces the first.
    void insert(QByteArray encodedKey, QByteArray encodedValue);
    /// Adds a pair with a text as its key.
    void insertText(QByteArrayView utf8Key, QByteArray encodedValue);
    [[nodiscard]] std::size_t size() const { return m_pairs.size(); }
    /// Writes the whole map.
    void writeTo(CborWriter& writer) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_pairs; // sorted by key
};

/// Checks that the keys of one map come in strictly rising order of their encoded bytes, so neither unsorted nor twice.
/// The bytes that it was given must outlive it.
class CborKeyOrder
{
public:
    /// True when @p encodedKey may follow the keys before.
    [[nodiscard]] bool accept(QByteArrayView encodedKey);

private:
    QByteArrayView m_last;
};

/// Reads deterministic CBOR and refuses everything else: longer integers than needed, indefinite lengths, floats, tags,
/// other simple values, texts that are no UTF-8, integers below -2^63. Views point into the bytes that are read, which
/// must outlive them. The first failure sticks: every later call fails too, so a caller may check once at the end.
class CborReader
{
public:
    /// What stands next.
    enum class Type { Unsigned, Negative, Bytes, Text, Array, Map, Boolean, Null, End, Invalid };
    /// How deep arrays and maps may be nested where they are skipped.
    static constexpr int MaxDepth = 16;

    explicit CborReader(QByteArrayView bytes)
        : m_begin(bytes.data())
        , m_next(m_begin)
        , m_end(m_begin + bytes.size())
    {
    }

    /// The type of the next item, without reading it.
    [[nodiscard]] Type peek() const;
    /// True at the end of the bytes, when nothing failed.
    [[nodiscard]] bool atEnd() const { return !m_failed && m_next == m_end; }
    /// How many bytes have been read.
    [[nodiscard]] qint64 position() const { return m_next - m_begin; }
    [[nodiscard]] bool failed() const { return m_failed; }
    /// Makes the reader fail: for a caller who finds the content wrong. Returns false.
    bool setFailed() { return fail(); }

    /// The head of an array; @p count is never more than the bytes that are left could hold.
    bool array(quint64& count) { return head(4, count) && (count <= left() || fail()); }
    /// The head of an array of exactly @p expected items.
    bool arrayOf(quint64 expected)
    {
        quint64 count = 0;
        return array(count) && (count == expected || fail());
    }
    /// The head of a map; @p count is the number of pairs. Check the order of the keys with key() or CborKeyOrder.
    bool map(quint64& count) { return head(5, count) && (count <= left() / 2 || fail()); }
    bool unsignedInt(quint64& value) { return head(0, value); }
    /// Any integer that fits 64 bits with a sign.
    bool integer(qint64& value);
    bool bytes(QByteArrayView& value) { return string(2, value); }
    /// Bytes of exactly @p size.
    bool bytesOf(qsizetype size, QByteArrayView& value) { return bytes(value) && (value.size() == size || fail()); }
    /// A text, as valid UTF-8.
    bool text(QByteArrayView& utf8) { return string(3, utf8) && (utf8.isValidUtf8() || fail()); }
    bool boolean(bool& value);
    /// Reads a null when one stands next; otherwise reads nothing, fails nothing, and returns false.
    bool null()
    {
        if (m_failed || m_next == m_end || quint8(*m_next) != 0xf6) {
            return false;
        }
        ++m_next;
        return true;
    }
    /// A text as the key of a map, which must follow @p order.
    bool key(CborKeyOrder& order, QByteArrayView& utf8);
    /// Reads over one item, checking everything inside it (the order of keys too).
    bool skip() { return skipItem(MaxDepth); }
    /// Reads over one item and gives its bytes as they stand.
    bool item(QByteArrayView& encoded);

private:
    bool fail()
    {
        m_failed = true;
        return false;
    }
    [[nodiscard]] quint64 left() const { return quint64(m_end - m_next); }
    bool head(unsigned major, quint64& value)
    {
        if (m_failed || m_next == m_end) {
            return fail();
        }
        const unsigned first = quint8(*m_next);
        if (first >> 5 != major) {
            return fail();
        }
        const unsigned low = first & 31;
        if (low < 24) {
            value = low;
            ++m_next;
            return true;
        }
        return longHead(low, value);
    }
    bool longHead(unsigned low, quint64& value);
    bool string(unsigned major, QByteArrayView& value)
    {
        quint64 size = 0;
        if (!head(major, size) || size > left()) {
            return fail();
        }
        value = QByteArrayView(m_next, qsizetype(size));
        m_next += size;
        return true;
    }
    bool skipItem(int depth);

    const char* m_begin;
    const char* m_next;
    const char* m_end;
    bool m_failed = false;
};

/// True when @p bytes are exactly one item in the deterministic encoding.
[[nodiscard]] bool isDeterministicCbor(QByteArrayView bytes);

} // namespace maiam
