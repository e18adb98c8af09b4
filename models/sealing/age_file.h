// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sealing/age_keys.h"

#include <QIODevice>
#include <QList>

#include <vector>

namespace maiam {

namespace age {
class Stream;
}

/// Writes an age v1 file (age-encryption.org/v1) to one or more X25519 recipients, in pieces of 64 KiB.
/// Order of calls: open(), write() as often as needed, finish(). Without finish() nobody accepts the file.
class AgeWriter
{
    Q_DECLARE_TR_FUNCTIONS(AgeWriter)

public:
    /// @p out is open for writing and outlives the writer.
    AgeWriter(QIODevice& out, QList<AgeRecipient> recipients);
    ~AgeWriter();
    Q_DISABLE_COPY_MOVE(AgeWriter)

    /// Writes the header. InvalidInput without recipients; Io, DiskFull when the device fails.
    [[nodiscard]] Result<> open();
    /// Takes plain bytes. Internal before open() and after finish().
    [[nodiscard]] Result<> write(QByteArrayView plain);
    /// Writes the last piece, which marks the end. The device is not closed.
    [[nodiscard]] Result<> finish();

private:
    Result<> put(QByteArrayView bytes);
    Result<> seal(bool last);

    QIODevice& m_out;
    QList<AgeRecipient> m_recipients;
    std::unique_ptr<age::Stream> m_stream;
    QByteArray m_plain;
};

/// Reads an age v1 file. Every byte that read() gives is authenticated, but only the return of 0 says that the file was
/// whole: what was read before must not be believed when a later call fails.
class AgeReader
{
    Q_DECLARE_TR_FUNCTIONS(AgeReader)

public:
    /// @p in is open for reading, gives bytes without waiting (a file or a buffer), and outlives the reader.
    explicit AgeReader(QIODevice& in);
    ~AgeReader();
    Q_DISABLE_COPY_MOVE(AgeReader)

    /// Reads and checks the header with whichever of @p identities opens it. InvalidInput: no age file. NewerVersion:
    /// a later age format. NotForUs: sealed to somebody else (or the lines for us were altered). Truncated. Damaged:
    /// the header was altered. Io.
    [[nodiscard]] Result<> open(const std::vector<AgeIdentity>& identities);
    /// Up to @p max plain bytes; 0 at the verified end. Damaged: altered, or something was appended. Truncated: the end
    /// is missing. A piece that does not verify may also have been cut off; its message says so.
    [[nodiscard]] Result<qint64> read(char* plain, qint64 max);

private:
    Result<> openNext();

    QIODevice& m_in;
    std::unique_ptr<age::Stream> m_stream;
    QByteArray m_sealed; // one piece and, when there is one, the first byte of the next
    QByteArray m_plain;
    qsizetype m_taken = 0;
    bool m_ended = false;
};

/// Seals @p plain to @p recipients in memory.
[[nodiscard]] Result<QByteArray> sealAge(QByteArrayView plain, const QList<AgeRecipient>& recipients);
/// Opens a whole age file in memory: all of it or nothing. InvalidInput when it holds more than @p maxPlain bytes.
[[nodiscard]] Result<QByteArray> openAge(
    const QByteArray& file, const std::vector<AgeIdentity>& identities, qint64 maxPlain);

} // namespace maiam
