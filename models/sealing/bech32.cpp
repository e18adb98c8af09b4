// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/bech32.h"

#include <array>

namespace maiam::bech32 {

namespace {

constexpr std::array<char, 33> Alphabet { "qpzry9x8gf2tvdw0s3jn54khce6mua7l" };
constexpr qsizetype ChecksumSize = 6;

/// The remainder of the checksum's polynomial, one symbol at a time.
class Checksum
{
public:
    void add(quint8 symbol)
    {
        static constexpr std::array<quint32, 5> Generator { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
            0x2a1462b3 };
        const quint32 top = m_value >> 25;
        m_value = (m_value & 0x1ffffff) << 5 ^ symbol;
        for (std::size_t i = 0; i < Generator.size(); ++i) {
            m_value ^= (top >> i & 1) != 0 ? Generator[i] : 0;
        }
    }
    void addPrefix(QByteArrayView prefix)
    {
        for (const char c : prefix) {
            add(quint8(quint8(c) >> 5));
        }
        add(0);
        for (const char c : prefix) {
            add(quint8(c) & 31);
        }
    }
    [[nodiscard]] quint32 value() const { return m_value; }

private:
    quint32 m_value = 1;
};

/// Regroups bits from @p from to @p to; without padding, left-over bits must be few and zero.
std::optional<QByteArray> regroup(QByteArrayView data, int from, int to, bool pad)
{
    QByteArray out;
    quint32 bits = 0;
    int held = 0;
    for (const char c : data) {
        bits = (bits << from | quint8(c)) & 0xfff;
        held += from;
        while (held >= to) {
            held -= to;
            out.append(char(bits >> held & ((1U << to) - 1)));
        }
    }
    const quint32 rest = bits & ((1U << held) - 1);
    if (pad && held > 0) {
        out.append(char(rest << (to - held)));
    } else if (!pad && (held >= from || rest != 0)) {
        return std::nullopt;
    }
    return out;
}

} // namespace

QByteArray encode(QByteArrayView prefix, QByteArrayView data)
{
    const QByteArray symbols = regroup(data, 8, 5, true).value_or(QByteArray());
    Checksum checksum;
    checksum.addPrefix(prefix);
    QByteArray text = prefix.toByteArray() + '1';
    for (const char symbol : symbols) {
        checksum.add(quint8(symbol));
        text.append(Alphabet.at(quint8(symbol)));
    }
    for (qsizetype i = 0; i < ChecksumSize; ++i) {
        checksum.add(0);
    }
    const quint32 sum = checksum.value() ^ 1;
    for (qsizetype i = 0; i < ChecksumSize; ++i) {
        text.append(Alphabet.at(sum >> 5 * (ChecksumSize - 1 - i) & 31));
    }
    return text;
}

std::optional<QByteArray> decode(QByteArrayView prefix, QByteArrayView text)
{
    const QByteArray given = text.toByteArray();
    const QByteArray lower = given.toLower();
    if (given != lower && given != given.toUpper()) { // mixed case is not allowed
        return std::nullopt;
    }
    if (lower.lastIndexOf('1') != prefix.size() || !lower.startsWith(prefix)
        || lower.size() < prefix.size() + 1 + ChecksumSize)
    {
        return std::nullopt;
    }
    Checksum checksum;
    checksum.addPrefix(prefix);
    QByteArray symbols;
    for (qsizetype i = prefix.size() + 1; i < lower.size(); ++i) {
        const qsizetype symbol = QByteArrayView(Alphabet.data(), 32).indexOf(lower.at(i));
        if (symbol < 0) {
            return std::nullopt;
        }
        checksum.add(quint8(symbol));
        symbols.append(char(symbol));
    }
    if (checksum.value() != 1) {
        return std::nullopt;
    }
    symbols.chop(ChecksumSize);
    return regroup(symbols, 5, 8, false);
}

} // namespace maiam::bech32
