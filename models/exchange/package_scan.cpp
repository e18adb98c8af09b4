// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_scan.h"

#include "models/base/cbor.h"

#include <algorithm>

namespace maiam {

namespace {
constexpr qsizetype ReadStep = 64 * 1024;
}

PackageScan::PackageScan(QIODevice& in, const OfficeKey& own)
    : m_own(own)
    , m_age(in)
    , m_signed(context::Package)
    , m_zstd([this](char* bytes, qint64 max) { return m_age.read(bytes, max); }, packageFormat::MaxPlain,
          [this](QByteArrayView bytes) { m_signed.add(bytes); })
{
}

Result<PackageHeader> PackageScan::open()
{
    std::vector<AgeIdentity> identities;
    identities.push_back(m_own.sealIdentity().clone());
    if (auto opened = m_age.open(identities); !opened)
        return fail(opened);
    auto first = item();
    if (!first)
        return fail(first);
    m_encodedHeader = first->toByteArray();
    auto header = packageFormat::decodeHeader(m_encodedHeader);
    if (!header)
        return fail(header);
    m_header = std::move(*header);
    // Whoever passes a package on under new wrapping cannot name the new reader in here.
    if (!m_header.recipients.contains(packageFormat::recipientFingerprint(m_own.sealKey())))
        return fail(ErrorCode::NotForUs,
            tr("The package names other receivers than this office, so it was not opened further. Ask the sender for "
               "one that is meant for this office."));
    return m_header;
}

Result<void> PackageScan::trust(const QByteArray& signKey, const QList<QByteArray>& knownDevices, bool everySignature)
{
    m_signKey = signKey;
    m_everySignature = everySignature;
    for (const DeviceRange& range : m_header.devices) {
        const bool certified = knownDevices.contains(range.device)
            || verifySignature(signKey, context::Device, range.key + m_header.sender, range.certificate);
        if (!certified || idOfSignKey(range.key) != range.device)
            return fail(ErrorCode::BadSignature,
                tr("The package holds entries of a device that does not belong to its sender. Nothing was taken in; "
                   "call the sender."));
    }
    return {};
}

/// True when at least one more byte stands in the buffer.
Result<bool> PackageScan::more()
{
    if (m_ended)
        return false;
    const qsizetype held = m_buffer.size();
    m_buffer.resize(held + ReadStep);
    auto got = m_zstd.read(m_buffer.data() + held, ReadStep);
    m_buffer.resize(held + (got ? qsizetype(*got) : 0));
    if (!got)
        return fail(got);
    m_ended = *got == 0;
    return !m_ended;
}

/// The next item of the sequence; empty at the end. Valid until the next call.
Result<QByteArrayView> PackageScan::item()
{
    m_buffer.remove(0, m_taken);
    m_taken = 0;
    qsizetype tryAgainAt = 0;
    for (;;) {
        if (m_buffer.size() > tryAgainAt || m_ended) {
            CborReader in(m_buffer);
            QByteArrayView whole;
            if (!m_buffer.isEmpty() && in.item(whole)) {
                m_taken = whole.size();
                return whole;
            }
            if (m_ended)
                return m_buffer.isEmpty() ? Result<QByteArrayView>(QByteArrayView())
                                          : packageFormat::damaged("half an item");
            if (m_buffer.size() > packageFormat::MaxItem)
                return packageFormat::damaged("no item, or one that is too large");
            tryAgainAt = 2 * m_buffer.size(); // an item that is not whole yet is looked at rarely, not for each piece
        }
        if (auto any = more(); !any)
            return fail(any);
    }
}

Result<void> PackageScan::checkEntry(const Entry& entry)
{
    const DeviceRange& range = m_header.devices[m_range];
    if (entry.body.device != range.device || entry.body.seq != m_seq || entry.body.previous != m_previous)
        return packageFormat::damaged("chain");
    m_rangeEnded = m_seq == range.last;
    if (m_rangeEnded && entry.hash != range.after)
        return packageFormat::damaged("end of a range");
    if ((m_everySignature || m_rangeEnded) && !verifySignature(range.key, {}, entry.hash, entry.signature))
        return fail(ErrorCode::BadSignature,
            tr("An entry of the package does not carry the signature of its device. Nothing was taken in; call the "
               "sender."));
    return {};
}

Result<std::optional<Entry>> PackageScan::next()
{
    if (m_rangeEnded) {
        ++m_range;
        m_seq = 0;
        m_rangeEnded = false;
    }
    while (m_seq == 0 && m_range < m_header.devices.size() && m_header.devices[m_range].count() == 0)
        ++m_range;
    auto bytes = item();
    if (!bytes)
        return fail(bytes);
    if (m_range >= m_header.devices.size())
        return bytes->isEmpty() ? Result<std::optional<Entry>>(std::nullopt)
                                : packageFormat::damaged("more entries than named");
    if (bytes->isEmpty())
        return packageFormat::damaged("fewer entries than named");
    auto entry = packageFormat::decodeEntry(*bytes);
    if (!entry)
        return fail(entry);
    if (m_seq == 0) {
        m_seq = m_header.devices[m_range].first;
        m_previous = m_header.devices[m_range].before;
    } else {
        ++m_seq;
    }
    if (auto checked = checkEntry(*entry); !checked)
        return fail(checked);
    m_previous = entry->hash;
    return std::optional(std::move(*entry));
}

Result<void> PackageScan::finish()
{
    if (!m_ended || m_taken < m_buffer.size() || m_range < m_header.devices.size())
        return packageFormat::damaged("end");
    if (!verifySignature(m_signKey, context::Package, m_signed.result(), m_zstd.trailer()))
        return fail(ErrorCode::BadSignature,
            tr("The package does not carry the signature of the office that it names, so nothing was taken in. Ask the "
               "sender for it again."));
    return {};
}

} // namespace maiam
