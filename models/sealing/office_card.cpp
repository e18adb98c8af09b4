// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/office_card.h"

#include "models/base/cbor.h"

#include <QMap>
#include <QStringList>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>

namespace maiam {

namespace {

constexpr QByteArrayView Stem("MAIAM-OFFICE-CARD ");
constexpr QByteArrayView FirstLine("MAIAM-OFFICE-CARD 1");
constexpr qsizetype MaxFile = 16 * 1024;
constexpr qsizetype MaxUnit = 32;
constexpr qsizetype MaxName = 200;
constexpr int MaxGeneration = 1000000;
constexpr int Groups = 6;
/// In the order in which they are written, the signature last.
constexpr std::array<const char*, 8> Keys { "office", "unit", "name", "role", "generation", "seal-key", "sign-key",
    "signature" };

/// A line that a person typed or reads: no control characters, not empty, not longer than @p max.
bool isPlainLine(const QString& text, qsizetype max)
{
    return !text.isEmpty() && text.size() <= max && text == text.trimmed()
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.category() != QChar::Other_Control && c.category() != QChar::Separator_Line
                   && c.category() != QChar::Separator_Paragraph && c.category() != QChar::Other_Format;
           });
}

/// Bytes from @p text when it is exactly their one way of being written.
template <typename Encode, typename Decode>
QByteArray exactly(const QByteArray& text, qsizetype size, Decode decode, Encode encode)
{
    const QByteArray bytes = decode(text);
    return bytes.size() == size && encode(bytes) == text ? bytes : QByteArray();
}

QByteArray fromHex(const QByteArray& text, qsizetype size)
{
    return exactly(
        text, size, [](const QByteArray& t) { return QByteArray::fromHex(t); },
        [](const QByteArray& b) { return b.toHex(); });
}

QByteArray fromBase64(const QByteArray& text, qsizetype size)
{
    return exactly(
        text, size, [](const QByteArray& t) { return QByteArray::fromBase64(t); },
        [](const QByteArray& b) { return b.toBase64(); });
}

tl::unexpected<Error> notACard(const QString& detail)
{
    return fail(ErrorCode::InvalidInput,
        OfficeCard::tr("This is not the card of an office. Choose the card file that the other office sent."), detail);
}

tl::unexpected<Error> cutOff()
{
    return fail(ErrorCode::Truncated,
        OfficeCard::tr("The end of the card is missing: it was not copied whole. Ask the office for its card again."));
}

QByteArrayView withoutBom(QByteArrayView text)
{
    constexpr QByteArrayView Bom("\xef\xbb\xbf");
    return text.startsWith(Bom) ? text.sliced(Bom.size()) : text;
}

/// The lines "key: value", each key once.
Result<QMap<QByteArray, QByteArray>> readLines(QByteArrayView text)
{
    QList<QByteArray> lines = text.toByteArray().split('\n');
    for (QByteArray& line : lines) {
        line = line.trimmed();
    }
    const QByteArray first = lines.takeFirst();
    if (first != FirstLine) {
        if (first.startsWith(Stem)) {
            return fail(ErrorCode::NewerVersion,
                OfficeCard::tr("The card was written by a newer program than this one. Update the program, then "
                               "read the card again."));
        }
        return FirstLine.startsWith(first) && lines.isEmpty() ? cutOff() : notACard(QStringLiteral("first line"));
    }
    QMap<QByteArray, QByteArray> values;
    for (const QByteArray& line : lines) {
        if (line.isEmpty()) {
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray key = line.left(colon);
        const bool known = std::any_of(Keys.begin(), Keys.end(), [&key](const char* k) { return key == k; });
        if (colon < 0 || !known || values.contains(key)) {
            if (&line == &lines.last() && values.size() < qsizetype(Keys.size())) {
                return cutOff(); // the last line ends in the middle of a key
            }
            return notACard(QStringLiteral("line"));
        }
        values.insert(key, line.mid(colon + 1).trimmed());
    }
    return values.size() < qsizetype(Keys.size()) ? Result<QMap<QByteArray, QByteArray>>(cutOff()) : values;
}

} // namespace

QByteArray OfficeCard::canonical() const
{
    return CborWriter()
        .array(8)
        .unsignedInt(1)
        .bytes(officeId)
        .text(unit)
        .text(name)
        .unsignedInt(role == Role::Province ? 1 : 0)
        .bytes(sealKey)
        .bytes(signKey)
        .integer(generation)
        .take();
}

OfficeCard OfficeCard::make(const OfficeKey& key, const QString& unit, const QString& name, Role role, int generation,
    const QByteArray& officeId)
{
    OfficeCard card;
    card.officeId = officeId.isEmpty() ? key.officeId() : officeId;
    card.unit = unit.simplified().left(MaxUnit).trimmed();
    card.name = name.simplified().left(MaxName).trimmed();
    card.role = role;
    card.sealKey = key.sealKey();
    card.signKey = key.signKey();
    card.generation = generation;
    card.signature = key.sign(context::Card, card.canonical());
    return card;
}

QByteArray OfficeCard::toText() const
{
    const auto seal = AgeRecipient::fromKey(sealKey);
    const std::array<QByteArray, Keys.size()> values { officeId.toHex(), unit.toUtf8(), name.toUtf8(),
        role == Role::Province ? QByteArray("province") : QByteArray("commune"), QByteArray::number(generation),
        seal ? seal->toString().toLatin1() : QByteArray(), signKey.toBase64(), signature.toBase64() };
    QByteArray text = FirstLine.toByteArray() + '\n';
    for (std::size_t i = 0; i < Keys.size(); ++i) {
        text += QByteArray(Keys.at(i)) + ": " + values.at(i) + '\n';
    }
    return text;
}

Result<OfficeCard> OfficeCard::parse(QByteArrayView text)
{
    if (text.size() > MaxFile) {
        return notACard(QStringLiteral("too large"));
    }
    const auto values = readLines(withoutBom(text));
    if (!values) {
        return fail(values);
    }
    OfficeCard card;
    card.officeId = fromHex(values->value("office"), 16);
    card.unit = QString::fromUtf8(values->value("unit"));
    card.name = QString::fromUtf8(values->value("name"));
    const QByteArray role = values->value("role");
    card.role = role == "province" ? Role::Province : Role::Commune;
    bool isNumber = false;
    card.generation = values->value("generation").toInt(&isNumber);
    const auto seal = AgeRecipient::parse(QString::fromLatin1(values->value("seal-key")));
    card.signKey = fromBase64(values->value("sign-key"), 32);
    const QByteArray signature = values->value("signature");
    card.signature = fromBase64(signature, OfficeKey::SignatureSize);
    if (card.signature.isEmpty() && signature.size() < 88) { // 64 bytes are 88 characters
        return cutOff();
    }
    if (card.officeId.isEmpty() || !isPlainLine(card.unit, MaxUnit) || !isPlainLine(card.name, MaxName)
        || (role != "province" && role != "commune") || !isNumber || card.generation < 1
        || card.generation > MaxGeneration || !seal || card.signKey.isEmpty() || card.signature.isEmpty())
    {
        return notACard(QStringLiteral("value"));
    }
    card.sealKey = seal->key();
    const bool idFits = card.generation > 1 || card.officeId == idOfSignKey(card.signKey);
    if (!idFits || !verifySignature(card.signKey, context::Card, card.canonical(), card.signature)) {
        return fail(ErrorCode::BadSignature,
            tr("The card was changed after the office made it, so it is not accepted. Ask the office for its card "
               "again."));
    }
    return card;
}

QString OfficeCard::fingerprint() const
{
    const QByteArray bytes = context::Card.toByteArray() + canonical() + signature;
    std::array<unsigned char, crypto_generichash_BYTES_MAX> hash {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.constData()),
        quint64(bytes.size()), nullptr, 0);
    QStringList groups;
    for (int i = 0; i < Groups; ++i) {
        const auto number = qFromBigEndian<quint64>(hash.data() + i * 8) % 100000;
        groups.append(QStringLiteral("%1").arg(number, 5, 10, QLatin1Char('0')));
    }
    return groups.join(QLatin1Char('-'));
}

bool OfficeCard::hasFingerprint(const QString& typed) const
{
    QString digits;
    for (const QChar c : typed) {
        if (c.isDigit()) {
            digits += QString::number(c.digitValue());
        } else if (!c.isSpace() && c.category() != QChar::Punctuation_Dash && c != QLatin1Char('.')) {
            return false;
        }
    }
    return digits == fingerprint().remove(QLatin1Char('-'));
}

} // namespace maiam
