// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_format.h"

#include "models/base/cbor.h"
#include "models/sealing/office_key.h"

#include <QSet>

namespace maiam {

namespace {
constexpr QByteArrayView Format("maiam/package");
constexpr QByteArrayView RecipientContext("maiam/recipient/1");
constexpr qsizetype MaxCard = 16 * 1024;
constexpr qint64 MaxSeq = qint64 { 1 } << 48;

/// Where this file's sentences are translated.
class PackageFormatTexts
{
    Q_DECLARE_TR_FUNCTIONS(PackageFormatTexts)
};

QByteArray encodeRange(const DeviceRange& range)
{
    CborMapBuilder map;
    map.insertText("device", CborWriter().bytes(range.device).take());
    map.insertText("key", CborWriter().bytes(range.key).take());
    map.insertText("certificate", CborWriter().bytes(range.certificate).take());
    map.insertText("first", CborWriter().integer(range.first).take());
    map.insertText("last", CborWriter().integer(range.last).take());
    map.insertText("before", CborWriter().bytes(range.before).take());
    map.insertText("after", CborWriter().bytes(range.after).take());
    CborWriter out;
    map.writeTo(out);
    return out.take();
}

QByteArray encodeReceipt(const PackageReceipt& receipt)
{
    CborMapBuilder map;
    map.insertText("device", CborWriter().bytes(receipt.device).take());
    map.insertText("seq", CborWriter().integer(receipt.seq).take());
    map.insertText("hash", CborWriter().bytes(receipt.hash).take());
    CborWriter out;
    map.writeTo(out);
    return out.take();
}

QByteArray encodeAside(const PackageAside& aside)
{
    CborMapBuilder map;
    map.insertText("device", CborWriter().bytes(aside.device).take());
    map.insertText("first", CborWriter().integer(aside.first).take());
    map.insertText("seq", CborWriter().integer(aside.seq).take());
    map.insertText("hash", CborWriter().bytes(aside.hash).take());
    CborWriter out;
    map.writeTo(out);
    return out.take();
}

template <typename Items, typename Encode> QByteArray encodeList(const Items& items, Encode encode)
{
    CborWriter out;
    out.array(std::size_t(items.size()));
    for (const auto& item : items)
        out.raw(encode(item));
    return out.take();
}

bool readBytes(CborReader& in, QByteArray& out, qsizetype most)
{
    QByteArrayView bytes;
    if (!in.bytes(bytes) || bytes.size() > most)
        return in.setFailed();
    out = bytes.toByteArray();
    return true;
}

bool readText(CborReader& in, QByteArray& out, qsizetype most)
{
    QByteArrayView text;
    if (!in.text(text) || text.size() > most)
        return in.setFailed();
    out = text.toByteArray();
    return true;
}

/// Goes through a map: `take` reads the value of a key that it knows and returns true; the rest is skipped.
template <typename Take> bool readMap(CborReader& in, Take take)
{
    quint64 count = 0;
    CborKeyOrder order;
    if (!in.map(count))
        return false;
    for (quint64 i = 0; i < count; ++i) {
        QByteArrayView key;
        if (!in.key(order, key))
            return false;
        if (!take(key) && !in.skip())
            return false;
        if (in.failed())
            return false;
    }
    return true;
}

template <typename Items, typename Read> bool readList(CborReader& in, std::size_t most, Items& items, Read read)
{
    quint64 count = 0;
    if (!in.array(count) || count > most)
        return in.setFailed();
    for (quint64 i = 0; i < count; ++i) {
        typename Items::value_type item;
        if (!read(in, item))
            return in.setFailed();
        items.push_back(std::move(item));
    }
    return true;
}

bool readRange(CborReader& in, DeviceRange& range)
{
    const bool whole = readMap(in, [&](QByteArrayView key) {
        if (key == "device")
            readBytes(in, range.device, 16);
        else if (key == "key")
            readBytes(in, range.key, 32);
        else if (key == "certificate")
            readBytes(in, range.certificate, 64);
        else if (key == "first")
            in.integer(range.first);
        else if (key == "last")
            in.integer(range.last);
        else if (key == "before")
            readBytes(in, range.before, 32);
        else if (key == "after")
            readBytes(in, range.after, 32);
        else
            return false;
        return true;
    });
    return whole && range.device.size() == 16 && range.key.size() == 32 && range.certificate.size() == 64
        && range.first >= 1 && range.last >= range.first - 1 && range.last < MaxSeq && range.last >= 1
        && range.before.size() == (range.first == 1 ? 0 : 32) && range.after.size() == 32
        && (range.count() > 0 || range.before == range.after);
}

bool readReceipt(CborReader& in, PackageReceipt& receipt)
{
    const bool whole = readMap(in, [&](QByteArrayView key) {
        if (key == "device")
            readBytes(in, receipt.device, 16);
        else if (key == "seq")
            in.integer(receipt.seq);
        else if (key == "hash")
            readBytes(in, receipt.hash, 32);
        else
            return false;
        return true;
    });
    return whole && receipt.device.size() == 16 && receipt.seq >= 1 && receipt.seq < MaxSeq
        && receipt.hash.size() == 32;
}

bool readAside(CborReader& in, PackageAside& aside)
{
    const bool whole = readMap(in, [&](QByteArrayView key) {
        if (key == "device")
            readBytes(in, aside.device, 16);
        else if (key == "first")
            in.integer(aside.first);
        else if (key == "seq")
            in.integer(aside.seq);
        else if (key == "hash")
            readBytes(in, aside.hash, 32);
        else
            return false;
        return true;
    });
    return whole && aside.device.size() == 16 && aside.first >= 1 && aside.first <= aside.seq && aside.seq < MaxSeq
        && aside.hash.size() == 32;
}

bool readVersions(CborReader& in, QMap<QByteArray, qint64>& versions)
{
    return readMap(in, [&](QByteArrayView key) {
        qint64 version = 0;
        if (!in.integer(version) || versions.size() >= 256)
            return in.setFailed() || true;
        versions.insert(key.toByteArray(), version);
        return true;
    });
}

/// Format and version alone, so that a later version is told apart from damage.
Result<void> checkFormat(QByteArrayView encoded)
{
    CborReader in(encoded);
    QByteArray format;
    qint64 version = 0;
    readMap(in, [&](QByteArrayView key) {
        if (key == "format" && in.peek() == CborReader::Type::Text)
            return readText(in, format, 64);
        if (key == "version" && in.peek() == CborReader::Type::Unsigned)
            return in.integer(version);
        return false;
    });
    if (format != Format)
        return fail(ErrorCode::InvalidInput,
            PackageFormatTexts::tr(
                "This file is sealed, but it is not a package of this program. Choose the package that the office "
                "sent."));
    if (version > packageFormat::Version)
        return fail(ErrorCode::NewerVersion,
            PackageFormatTexts::tr(
                "The package was written by a newer program than this one. Update the program, then receive it "
                "again."));
    return {};
}

bool sensible(const PackageHeader& header)
{
    QSet<QByteArray> seen;
    for (const DeviceRange& range : header.devices) {
        if (seen.contains(range.device))
            return false;
        seen.insert(range.device);
    }
    return header.sender.size() == 16 && header.to.size() == 16 && !header.recipients.isEmpty();
}

bool readPart(CborReader& in, IdentityPart& part)
{
    quint64 identity = 0;
    if (!in.arrayOf(3) || !in.unsignedInt(identity) || identity < 1 || identity > IdentityClassCount)
        return false;
    part.identity = IdentityClass(identity);
    return readBytes(in, part.salt, 32) && readBytes(in, part.bytes, packageFormat::MaxItem);
}
} // namespace

Result<void> PackageJob::step(qint64 done, qint64 all) const
{
    constexpr qint64 Often = 500;
    if (cancelled && *cancelled)
        return fail(ErrorCode::Cancelled,
            PackageFormatTexts::tr("The work on the package was stopped. What was done before stands."));
    if (progress && (done % Often == 0 || done == all))
        progress(done, all);
    return {};
}

qint64 PackageHeader::entries() const
{
    qint64 all = 0;
    for (const DeviceRange& range : devices)
        all += range.count();
    return all;
}

tl::unexpected<Error> packageFormat::damaged(const char* what)
{
    return fail(ErrorCode::Damaged,
        PackageFormatTexts::tr(
            "The package does not hold what it should, so nothing of it was taken in. Ask the sender for it again."),
        QString::fromLatin1(what));
}

QByteArray packageFormat::recipientFingerprint(const QByteArray& sealKey)
{
    return ContextHash(RecipientContext).add(sealKey).result();
}

QByteArray packageFormat::encodeHeader(const PackageHeader& header)
{
    CborMapBuilder versions;
    for (auto it = header.catalogues.begin(); it != header.catalogues.end(); ++it)
        versions.insertText(it.key(), CborWriter().integer(it.value()).take());
    CborWriter catalogues;
    versions.writeTo(catalogues);

    CborMapBuilder map;
    map.insertText("format", CborWriter().textUtf8(Format).take());
    map.insertText("version", CborWriter().integer(Version).take());
    map.insertText("sender", CborWriter().bytes(header.sender).take());
    map.insertText("card", CborWriter().textUtf8(header.card).take());
    map.insertText("to", CborWriter().bytes(header.to).take());
    map.insertText("recipients",
        encodeList(header.recipients, [](const QByteArray& key) { return CborWriter().bytes(key).take(); }));
    map.insertText("devices", encodeList(header.devices, encodeRange));
    map.insertText("receipts", encodeList(header.receipts, encodeReceipt));
    if (!header.aside.empty())
        map.insertText("aside", encodeList(header.aside, encodeAside));
    map.insertText("access", encodeList(header.access, encodeReceipt));
    map.insertText("catalogues", catalogues.take());
    map.insertText("entries", CborWriter().integer(header.entries()).take());
    map.insertText("time", CborWriter().integer(header.time).take());
    map.insertText("program", CborWriter().text(header.program).take());
    CborWriter out;
    map.writeTo(out);
    return out.take();
}

Result<PackageHeader> packageFormat::decodeHeader(QByteArrayView encoded)
{
    if (auto format = checkFormat(encoded); !format)
        return fail(format);
    PackageHeader header;
    CborReader in(encoded);
    qint64 entries = -1;
    QByteArray program;
    const bool whole = readMap(in, [&](QByteArrayView key) {
        if (key == "sender")
            readBytes(in, header.sender, 16);
        else if (key == "card")
            readText(in, header.card, MaxCard);
        else if (key == "to")
            readBytes(in, header.to, 16);
        else if (key == "recipients")
            readList(
                in, 64, header.recipients, [](CborReader& r, QByteArray& print) { return readBytes(r, print, 32); });
        else if (key == "devices")
            readList(in, MaxDevices, header.devices, readRange);
        else if (key == "receipts")
            readList(in, MaxReceipts, header.receipts, readReceipt);
        else if (key == "aside")
            readList(in, MaxAside, header.aside, readAside);
        else if (key == "access")
            readList(in, MaxDevices, header.access, readReceipt);
        else if (key == "catalogues")
            readVersions(in, header.catalogues);
        else if (key == "entries")
            in.integer(entries);
        else if (key == "time")
            in.integer(header.time);
        else if (key == "program")
            readText(in, program, 256);
        else
            return false;
        return true;
    });
    header.program = QString::fromUtf8(program);
    if (!whole || !in.atEnd() || !sensible(header) || entries != header.entries())
        return damaged("header");
    return header;
}

QByteArray packageFormat::encodeEntry(
    QByteArrayView body, QByteArrayView signature, const std::vector<IdentityPart>& parts)
{
    CborWriter out(body.size() + signature.size() + 16);
    out.array(3).bytes(body).bytes(signature).array(parts.size());
    for (const IdentityPart& part : parts)
        out.array(3).unsignedInt(quint64(part.identity)).bytes(part.salt).bytes(part.bytes);
    return out.take();
}

Result<Entry> packageFormat::decodeEntry(QByteArrayView encoded)
{
    CborReader in(encoded);
    Entry entry;
    if (!in.arrayOf(3) || !readBytes(in, entry.encoded, MaxItem) || !readBytes(in, entry.signature, 64)
        || !readList(in, IdentityClassCount, entry.parts, readPart) || !in.atEnd())
        return damaged("entry");
    auto body = entryCodec::decodeBody(entry.encoded);
    if (!body)
        return body.error().code == ErrorCode::NewerVersion ? Result<Entry>(fail(body)) : damaged("entry body");
    entry.body = std::move(*body);
    entry.hash = entryCodec::hashBody(entry.encoded);
    for (std::size_t i = 1; i < entry.parts.size(); ++i)
        if (entry.parts[i - 1].identity >= entry.parts[i].identity)
            return damaged("order of identity parts");
    if (!entryCodec::partsMatch(entry))
        return damaged("identity part");
    for (const IdentityPart& part : entry.parts)
        if (!entryCodec::decodeValues(part.bytes))
            return damaged("identity part content");
    return entry;
}

QString packageFormat::deviceName(const QString& unit, const QByteArray& device)
{
    return unit + u'-' + QString::fromLatin1(device.left(1).toHex().toUpper());
}

QString packageFormat::fileStem(const QString& unit, const DeviceRange& range, const QString& to)
{
    const auto number = [](qint64 seq) { return QStringLiteral("%1").arg(seq, 6, 10, QLatin1Char('0')); };
    const qint64 first = range.count() > 0 ? range.first : 0; // nothing new: receipts only
    const QString stem = deviceName(unit, range.device) + u'-' + number(first) + u'-' + number(range.last);
    return to.isEmpty() ? stem : stem + u'-' + to;
}

} // namespace maiam
