// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/entry.h"

#include "models/base/cbor.h"
#include "models/base/raw_bytes.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace maiam {

namespace {
constexpr quint64 MaxHeads = 4096;
constexpr quint64 MaxFields = 512;

tl::unexpected<Error> damaged(const char* what)
{
    return fail(ErrorCode::Damaged,
        QCoreApplication::translate(
            "Journal", "An entry of the journal is damaged. Nothing was changed; run the check of the register."),
        QString::fromLatin1(what));
}

void writeValue(CborWriter& out, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        out.integer(*number);
    else if (const auto* text = std::get_if<QString>(&value))
        out.text(*text);
    else if (const auto* bytes = std::get_if<QByteArray>(&value))
        out.bytes(*bytes);
    else
        out.null();
}

void writeValues(CborWriter& out, const Values& values)
{
    out.map(values.size());
    for (const auto& [name, value] : values) { // Values keeps the deterministic order of keys
        out.textUtf8(name);
        writeValue(out, value);
    }
}

bool readValue(CborReader& in, Value& value)
{
    switch (in.peek()) {
    case CborReader::Type::Unsigned:
    case CborReader::Type::Negative: {
        qint64 number = 0;
        if (!in.integer(number))
            return false;
        value = number;
        return true;
    }
    case CborReader::Type::Text: {
        QByteArrayView text;
        if (!in.text(text))
            return false;
        value = QString::fromUtf8(text);
        return true;
    }
    case CborReader::Type::Bytes: {
        QByteArrayView bytes;
        if (!in.bytes(bytes))
            return false;
        value = bytes.toByteArray();
        return true;
    }
    default:
        value = Value();
        return in.null();
    }
}

bool readValues(CborReader& in, Values& values)
{
    quint64 count = 0;
    if (!in.map(count) || count > MaxFields)
        return false;
    const CanonicalOrder before;
    QByteArray last;
    for (quint64 i = 0; i < count; ++i) {
        QByteArrayView name;
        Value value;
        if (!in.text(name) || !readValue(in, value))
            return false;
        QByteArray key = name.toByteArray();
        if (i > 0 && !before(last, key))
            return false;
        last = key;
        values.emplace_hint(values.end(), std::move(key), std::move(value));
    }
    return true;
}

bool readFixed(CborReader& in, qsizetype size, QByteArray& out)
{
    QByteArrayView bytes;
    if (!in.bytes(bytes) || bytes.size() != size)
        return false;
    out = bytes.toByteArray();
    return true;
}

bool readId(CborReader& in, QUuid& id)
{
    QByteArray bytes;
    if (!readFixed(in, 16, bytes))
        return false;
    id = QUuid::fromRfc4122(bytes);
    return true;
}

bool readHeads(CborReader& in, QList<EntryHash>& heads)
{
    quint64 count = 0;
    if (!in.array(count) || count > MaxHeads)
        return false;
    for (quint64 i = 0; i < count; ++i) {
        EntryHash hash;
        if (!readFixed(in, 32, hash) || (!heads.isEmpty() && !(heads.constLast() < hash)))
            return false;
        heads.append(hash);
    }
    return true;
}

bool readCommitments(CborReader& in, std::map<IdentityClass, QByteArray>& commitments)
{
    quint64 count = 0;
    if (!in.map(count) || count > IdentityClassCount)
        return false;
    quint64 last = 0;
    for (quint64 i = 0; i < count; ++i) {
        quint64 identity = 0;
        QByteArray hash;
        if (!in.unsignedInt(identity) || identity <= last || identity > IdentityClassCount || !readFixed(in, 32, hash))
            return false;
        last = identity;
        commitments.emplace(IdentityClass(identity), hash);
    }
    return true;
}

bool readNumber(CborReader& in, qint64& number, qint64 atLeast)
{
    return in.integer(number) && number >= atLeast;
}

bool readHeader(CborReader& in, EntryBody& body)
{
    QByteArrayView text;
    qint64 formVersion = 0;
    if (!readFixed(in, 16, body.device) || !readNumber(in, body.seq, 1) || !readId(in, body.batch)
        || !in.integer(body.time) || !readId(in, body.actor) || !in.text(text))
        return false;
    body.reason = QString::fromUtf8(text);
    if (!in.text(text) || text.isEmpty() || text.size() > 64)
        return false;
    body.kind = text.toByteArray();
    if (!readNumber(in, formVersion, 1) || formVersion > 1'000'000 || !readId(in, body.record))
        return false;
    body.formVersion = int(formVersion);
    return true;
}

QByteArray blake(std::initializer_list<QByteArrayView> pieces)
{
    QByteArray out(32, Qt::Uninitialized);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    for (const QByteArrayView piece : pieces)
        crypto_generichash_update(&state, reinterpret_cast<const uchar*>(piece.data()), size_t(piece.size()));
    crypto_generichash_final(&state, reinterpret_cast<uchar*>(out.data()), 32);
    return out;
}
} // namespace

QByteArray entryCodec::encodeBody(const EntryBody& body)
{
    CborWriter out;
    out.array(14)
        .unsignedInt(quint64(body.version))
        .bytes(body.device)
        .unsignedInt(quint64(body.seq))
        .bytes(idBytes(body.batch));
    out.integer(body.time)
        .bytes(idBytes(body.actor))
        .text(body.reason)
        .textUtf8(body.kind)
        .unsignedInt(quint64(body.formVersion));
    out.bytes(idBytes(body.record)).array(size_t(body.after.size()));
    for (const EntryHash& head : body.after)
        out.bytes(head);
    writeValues(out, body.open);
    out.map(body.commitments.size());
    for (const auto& [identity, hash] : body.commitments) {
        out.unsignedInt(quint64(identity));
        out.bytes(hash);
    }
    out.bytes(body.previous);
    return out.take();
}

Result<EntryBody> entryCodec::decodeBody(const QByteArray& encoded)
{
    CborReader in(encoded);
    quint64 count = 0;
    quint64 version = 0;
    if (!in.array(count) || count == 0 || !in.unsignedInt(version))
        return damaged("entry: no version");
    if (version > EntryVersion)
        return fail(ErrorCode::NewerVersion,
            QCoreApplication::translate(
                "Journal", "An entry was written by a newer program. Update this program, then try again."));
    EntryBody body;
    if (version != EntryVersion || count != 14 || !readHeader(in, body) || !readHeads(in, body.after)
        || !readValues(in, body.open) || !readCommitments(in, body.commitments))
        return damaged("entry: body");
    QByteArrayView previous;
    if (!in.bytes(previous) || previous.size() != (body.seq == 1 ? 0 : 32) || !in.atEnd() || in.failed())
        return damaged("entry: end");
    body.previous = previous.toByteArray();
    return body;
}

EntryHash entryCodec::hashBody(const QByteArray& encoded)
{
    return blake({ "maiam/entry/1", encoded });
}

QByteArray entryCodec::commitment(IdentityClass identity, const QByteArray& salt, const QByteArray& bytes)
{
    const char number = char(identity);
    return blake({ "maiam/commit/1", QByteArrayView(&number, 1), salt, bytes });
}

QByteArray entryCodec::encodeValues(const Values& values)
{
    CborWriter out;
    writeValues(out, values);
    return out.take();
}

Result<Values> entryCodec::decodeValues(const QByteArray& encoded)
{
    CborReader in(encoded);
    Values values;
    if (!readValues(in, values) || !in.atEnd() || in.failed())
        return damaged("entry: identity part");
    return values;
}

bool entryCodec::partsMatch(const Entry& entry)
{
    for (const IdentityPart& part : entry.parts) {
        const auto expected = entry.body.commitments.find(part.identity);
        if (expected == entry.body.commitments.end() || part.salt.size() != 32)
            return false;
        const QByteArray found = commitment(part.identity, part.salt, part.bytes);
        if (sodium_memcmp(raw(found), raw(expected->second), 32) != 0)
            return false;
    }
    return true;
}

} // namespace maiam
