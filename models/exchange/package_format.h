// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/entry.h"

#include <QCoreApplication>
#include <QMap>

#include <atomic>
#include <functional>
#include <vector>

namespace maiam {

/// How long work on a package is watched and stopped.
struct PackageJob
{
    std::function<void(qint64 done, qint64 all)> progress; ///< entries; called in the working thread
    const std::atomic_bool* cancelled = nullptr;

    /// Cancelled once the person has stopped it; tells the progress now and then.
    [[nodiscard]] Result<void> step(qint64 done, qint64 all) const;
};

/// What a package holds of one device of its sender. An empty range has last = first - 1.
struct DeviceRange
{
    QByteArray device; ///< 16 bytes
    QByteArray key; ///< Ed25519, 32 bytes
    QByteArray certificate; ///< the office's signature over "maiam/device/1" ‖ key ‖ office
    qint64 first = 1;
    qint64 last = 0;
    EntryHash before; ///< hash of entry first - 1; empty for first = 1
    EntryHash after; ///< hash of entry last

    [[nodiscard]] qint64 count() const { return last - first + 1; }
};

/// What the sender holds of one device of the receiver (biên nhận).
struct PackageReceipt
{
    QByteArray device;
    qint64 seq = 0;
    EntryHash hash;
};

/// A stretch of one device of the receiver that the sender holds and does not count: another history of that device, or
/// what lies beyond its retirement (nhánh để riêng).
struct PackageAside
{
    QByteArray device;
    qint64 first = 0;
    qint64 seq = 0; ///< the last one
    EntryHash hash; ///< of the last one
};

/// The first item of a package (docs/package-format.md).
struct PackageHeader
{
    QByteArray sender; ///< office id
    QByteArray card; ///< the sender's card as text
    QByteArray to; ///< office id
    QList<QByteArray> recipients; ///< fingerprints of the keys that open it
    std::vector<DeviceRange> devices;
    std::vector<PackageReceipt> receipts;
    std::vector<PackageAside> aside; ///< older programs send none
    std::vector<PackageReceipt> access; ///< heads of the sender's chains of looking; older programs send none
    QMap<QByteArray, qint64> catalogues; ///< versions
    UtcMs time = 0;
    QString program;

    [[nodiscard]] qint64 entries() const;
};

namespace packageFormat {
inline constexpr int Version = 1;
inline constexpr qint64 MaxFile = qint64 { 1 } << 30; ///< bytes of a package; more is refused unread
inline constexpr qint64 MaxPlain = qint64 { 4 } << 30;
inline constexpr qsizetype MaxItem = 8 << 20; ///< bytes of the header or one entry
inline constexpr std::size_t MaxDevices = 256;
inline constexpr std::size_t MaxReceipts = 4096;
inline constexpr std::size_t MaxAside = 256;

/// How a header names a sealing key without showing it: BLAKE2b-256("maiam/recipient/1" ‖ key).
[[nodiscard]] QByteArray recipientFingerprint(const QByteArray& sealKey);
[[nodiscard]] QByteArray encodeHeader(const PackageHeader& header);
/// Errors: InvalidInput (another kind of file), NewerVersion, Damaged.
[[nodiscard]] Result<PackageHeader> decodeHeader(QByteArrayView encoded);
/// One entry as an item: [body, signature, parts].
[[nodiscard]] QByteArray encodeEntry(
    QByteArrayView body, QByteArrayView signature, const std::vector<IdentityPart>& parts);
/// Reads an entry and hashes its body; parts are checked against their commitments. Errors: Damaged, NewerVersion.
[[nodiscard]] Result<Entry> decodeEntry(QByteArrayView encoded);
/// "06838-A7": how people call a device.
[[nodiscard]] QString deviceName(const QString& unit, const QByteArray& device);
/// "06838-A7-000121-000350"; nothing of a child. `to` is appended where the sender writes to many.
[[nodiscard]] QString fileStem(const QString& unit, const DeviceRange& range, const QString& to = {});
/// The sentence for a package that does not say what it should; `what` goes to the log.
[[nodiscard]] tl::unexpected<Error> damaged(const char* what);
} // namespace packageFormat

} // namespace maiam
