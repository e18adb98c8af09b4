// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/package_format.h"
#include "models/sealing/age_file.h"
#include "models/sealing/office_key.h"
#include "models/sealing/zstd_stream.h"

#include <optional>

namespace maiam {

/// Goes through a sealed package once, in memory that does not grow with it: age, zstd, CBOR sequence, chains of
/// hashes. Order of calls: open(), trust(), next() until there is nothing, finish(). Nothing is to be believed before
/// finish().
class PackageScan
{
    Q_DECLARE_TR_FUNCTIONS(PackageScan)

public:
    /// @p in is open for reading and stays longer than the scan.
    PackageScan(QIODevice& in, const OfficeKey& own);

    /// Decrypts the beginning and reads the header. Errors: InvalidInput (no package), NotForUs, NewerVersion, Damaged,
    /// Truncated, Io.
    [[nodiscard]] Result<PackageHeader> open();
    /// Says whose signature counts. @p knownDevices are those that the sender's devices are known to be; others must be
    /// certified by it. @p everySignature checks that of each entry and not of each range's last one alone: wanted
    /// where a range does not follow on what is held. Errors: BadSignature, NotForUs (not addressed to @p receiver).
    [[nodiscard]] Result<void> trust(
        const QByteArray& signKey, const QList<QByteArray>& knownDevices, bool everySignature);
    /// The next entry, checked against its chain; nothing after the last one.
    [[nodiscard]] Result<std::optional<Entry>> next();
    /// True when the entry that next() gave was the last of its device.
    [[nodiscard]] bool rangeEnded() const { return m_rangeEnded; }
    /// Checks the end of everything and the sender's signature. Errors: BadSignature, Damaged, Truncated.
    [[nodiscard]] Result<void> finish();
    /// The header's bytes.
    [[nodiscard]] const QByteArray& encodedHeader() const { return m_encodedHeader; }

private:
    Result<QByteArrayView> item();
    Result<bool> more();
    Result<void> checkEntry(const Entry& entry);

    const OfficeKey& m_own;
    AgeReader m_age;
    ContextHash m_signed;
    ZstdReader m_zstd;
    PackageHeader m_header;
    QByteArray m_encodedHeader;
    QByteArray m_signKey;
    bool m_everySignature = true;
    QByteArray m_buffer;
    qsizetype m_taken = 0;
    bool m_ended = false;
    std::size_t m_range = 0;
    qint64 m_seq = 0;
    EntryHash m_previous;
    bool m_rangeEnded = false;
};

} // namespace maiam
