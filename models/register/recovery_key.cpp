// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/recovery_key.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

struct RecoveryKeyText
{
    Q_DECLARE_TR_FUNCTIONS(maiam::RecoveryKey)
};

constexpr QStringView Symbols(u"0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int Symbol = 5; // bits
constexpr int PerGroup = 4; // symbols without the check symbol
constexpr int Written = PerGroup + 1;

// Multiplication in the field of 32 elements (x^5 + x^2 + 1).
constexpr int times(int a, int b)
{
    int product = 0;
    for (int bit = 0; bit < Symbol; ++bit) {
        if ((b >> bit) & 1)
            product ^= a << bit;
    }
    for (int bit = 2 * Symbol - 2; bit >= Symbol; --bit) {
        if ((product >> bit) & 1)
            product ^= 0b100101 << (bit - Symbol);
    }
    return product;
}

// Different weights, none 0 or 1: one wrong symbol, two exchanged ones and an exchanged group all show.
int checkSymbol(const std::array<int, PerGroup>& symbols, int group)
{
    int check = group + 1;
    for (int i = 0; i < PerGroup; ++i)
        check ^= times(symbols.at(static_cast<std::size_t>(i)), i + 2);
    return check;
}

QString forgiven(QStringView typed)
{
    QString out;
    for (const QChar c : typed.toString().toUpper()) {
        if (c == u'O')
            out += u'0';
        else if (c == u'I' || c == u'L')
            out += u'1';
        else if (!c.isSpace() && c.category() != QChar::Punctuation_Dash)
            out += c;
    }
    return out;
}

// The four symbols of a group, or nothing when it is mistyped.
Result<std::array<int, PerGroup>> readGroup(QStringView written, int group)
{
    std::array<int, PerGroup> symbols {};
    bool good = written.size() == Written;
    for (int i = 0; good && i < PerGroup; ++i) {
        const qsizetype value = Symbols.indexOf(written[i]);
        symbols.at(static_cast<std::size_t>(i)) = static_cast<int>(value);
        good = value >= 0;
    }
    if (good && Symbols.indexOf(written[PerGroup]) == checkSymbol(symbols, group))
        return symbols;
    return fail(ErrorCode::InvalidInput,
        RecoveryKeyText::tr("Group %1 of the recovery key is mistyped. Compare it with the paper and type it again.")
            .arg(group + 1));
}

// The groups as the person divided them, if there are eight; else every five symbols.
QStringList divided(QStringView typed)
{
    QStringList parts;
    QString part;
    for (const QChar c : typed) {
        if (c.isSpace() || c.category() == QChar::Punctuation_Dash) {
            if (!part.isEmpty())
                parts << forgiven(std::exchange(part, QString()));
        } else {
            part += c;
        }
    }
    if (!part.isEmpty())
        parts << forgiven(part);
    if (parts.size() == RecoveryKey::Groups)
        return parts;
    const QString all = parts.join(QString());
    parts.clear();
    for (qsizetype at = 0; at < all.size(); at += Written)
        parts << all.mid(at, Written);
    return parts;
}

} // namespace

RecoveryKey::RecoveryKey(SecretKey bits)
    : m_bits(std::move(bits))
{
}

RecoveryKey RecoveryKey::random()
{
    return RecoveryKey(SecretKey::random(Bytes));
}

Result<RecoveryKey> RecoveryKey::parse(QStringView typed)
{
    constexpr qsizetype Longest = 1000; // anything longer was pasted by mistake
    const QStringList parts = divided(typed.first(std::min(typed.size(), Longest)));
    SecretKey bits = SecretKey::zeroed(Bytes);
    int at = 0; // in bits
    for (int group = 0; group < Groups && group < parts.size(); ++group) {
        if (parts.size() != Groups && parts.at(group).size() != Written)
            break; // cut short; said below
        const auto symbols = readGroup(parts.at(group), group);
        if (!symbols)
            return fail(symbols);
        for (const int symbol : *symbols) {
            for (int bit = Symbol - 1; bit >= 0; --bit, ++at)
                bits.writable()[at / 8] |= static_cast<unsigned char>(((symbol >> bit) & 1) << (7 - at % 8));
        }
    }
    if (parts.size() == Groups)
        return RecoveryKey(std::move(bits));
    return fail(ErrorCode::InvalidInput,
        RecoveryKeyText::tr("The recovery key has %1 groups of %2 characters; %3 characters were typed. Compare with "
                            "the paper.")
            .arg(Groups)
            .arg(Written)
            .arg(parts.join(QString()).size()));
}

bool RecoveryKey::checkGroup(int number, QStringView typed)
{
    return number >= 1 && number <= Groups && readGroup(forgiven(typed), number - 1).has_value();
}

QStringList RecoveryKey::groups() const
{
    QStringList all;
    int at = 0;
    for (int group = 0; group < Groups; ++group) {
        std::array<int, PerGroup> symbols {};
        QString written;
        for (int& symbol : symbols) {
            for (int bit = 0; bit < Symbol; ++bit, ++at)
                symbol = (symbol << 1) | ((m_bits.data()[at / 8] >> (7 - at % 8)) & 1);
            written += Symbols[symbol];
        }
        all << written + Symbols[checkSymbol(symbols, group)];
    }
    return all;
}

QString RecoveryKey::text() const
{
    return groups().join(u'-');
}

bool RecoveryKey::isGroup(int number, QStringView typed) const
{
    return number >= 1 && number <= Groups && sameGroup(typed, groups().at(number - 1));
}

bool RecoveryKey::sameGroup(QStringView typed, QStringView group)
{
    return forgiven(typed) == forgiven(group);
}

std::pair<RecoveryKey, RecoveryKey> RecoveryKey::split() const
{
    RecoveryKey one = random();
    RecoveryKey other = combined(*this, one);
    return { std::move(one), std::move(other) };
}

RecoveryKey RecoveryKey::combined(const RecoveryKey& one, const RecoveryKey& other)
{
    SecretKey bits = SecretKey::zeroed(Bytes);
    for (std::size_t i = 0; i < Bytes; ++i)
        bits.writable()[i] = static_cast<unsigned char>(one.m_bits.data()[i] ^ other.m_bits.data()[i]);
    return RecoveryKey(std::move(bits));
}

SecretKey RecoveryKey::slotKey(QByteArrayView salt) const
{
    constexpr QByteArrayView Context("maiam/recovery/1");
    SecretKey key = SecretKey::zeroed(32);
    crypto_generichash_state state;
    crypto_generichash_init(&state, m_bits.data(), m_bits.size(), key.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(Context.data()),
        static_cast<unsigned long long>(Context.size()));
    crypto_generichash_update(
        &state, reinterpret_cast<const unsigned char*>(salt.data()), static_cast<unsigned long long>(salt.size()));
    crypto_generichash_final(&state, key.writable(), key.size());
    sodium_memzero(&state, sizeof state);
    return key;
}

} // namespace maiam
