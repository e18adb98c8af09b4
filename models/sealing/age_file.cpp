// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/age_file.h"

#include "models/sealing/age_crypto.h"
#include "models/sealing/age_header.h"

#include <QBuffer>
#include <QFileDevice>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace maiam {

using namespace age;

AgeWriter::AgeWriter(QIODevice& out, QList<AgeRecipient> recipients)
    : m_out(out)
    , m_recipients(std::move(recipients))
{
}

AgeWriter::~AgeWriter()
{
    sodium_memzero(m_plain.data(), std::size_t(m_plain.size()));
}

Result<> AgeWriter::put(QByteArrayView bytes)
{
    if (m_out.write(bytes.data(), bytes.size()) != bytes.size()) {
        const auto* file = qobject_cast<const QFileDevice*>(&m_out);
        return fail(file && file->error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::Io,
            tr("The sealed file could not be written. Check that the disk or stick is in place and has room, then try "
               "again."),
            m_out.errorString());
    }
    return {};
}

Result<> AgeWriter::open()
{
    if (m_recipients.isEmpty()) {
        return fail(ErrorCode::InvalidInput, tr("No receiving office was chosen, so nothing was sealed."));
    }
    const SecretKey fileKey = SecretKey::random(std::size_t(FileKeySize));
    const auto header = Header::write(fileKey, m_recipients);
    if (!header) {
        return fail(header);
    }
    QByteArray nonce(NonceSize, '\0');
    randombytes_buf(nonce.data(), std::size_t(nonce.size()));
    m_stream = std::make_unique<Stream>(fileKey, nonce);
    m_plain.reserve(ChunkSize);
    return put(*header + nonce);
}

Result<> AgeWriter::seal(bool last)
{
    const QByteArray sealed = m_stream->seal(m_plain, last);
    m_plain.resize(0);
    return put(sealed);
}

Result<> AgeWriter::write(QByteArrayView plain)
{
    if (!m_stream) {
        return fail(ErrorCode::Internal, tr("The sealed file is not open for writing."));
    }
    while (!plain.isEmpty()) {
        // a full piece waits until more comes, since the last one must carry the mark
        if (m_plain.size() == ChunkSize) {
            if (auto sealed = seal(false); !sealed) {
                return sealed;
            }
        }
        const qsizetype part = std::min(plain.size(), ChunkSize - m_plain.size());
        m_plain.append(plain.data(), part);
        plain = plain.sliced(part);
    }
    return {};
}

Result<> AgeWriter::finish()
{
    if (!m_stream) {
        return fail(ErrorCode::Internal, tr("The sealed file is not open for writing."));
    }
    auto sealed = seal(true);
    m_stream.reset();
    return sealed;
}

AgeReader::AgeReader(QIODevice& in)
    : m_in(in)
{
}

AgeReader::~AgeReader()
{
    sodium_memzero(m_plain.data(), std::size_t(m_plain.size()));
}

Result<> AgeReader::open(const std::vector<AgeIdentity>& identities)
{
    const auto header = Header::read(m_in);
    if (!header) {
        return fail(header);
    }
    std::optional<SecretKey> fileKey;
    for (const AgeIdentity& identity : identities) {
        fileKey = header->fileKey(identity);
        if (fileKey) {
            break;
        }
    }
    if (!fileKey) {
        return fail(ErrorCode::NotForUs,
            tr("This file was sealed to another office, so it cannot be opened here. Ask the sender to seal it to the "
               "card of your office."));
    }
    if (!header->isIntact(*fileKey)) {
        return fail(ErrorCode::Damaged,
            tr("The beginning of the sealed file was altered, so nothing in it can be believed. Ask the sender for the "
               "file again."),
            QStringLiteral("header MAC"));
    }
    const QByteArray nonce = m_in.read(NonceSize);
    if (nonce.size() < NonceSize) {
        return fail(ErrorCode::Truncated,
            tr("The sealed file ends too early: copying it was not finished. Copy it again, or ask the sender for it "
               "again."));
    }
    m_stream = std::make_unique<Stream>(*fileKey, nonce);
    return {};
}

Result<> AgeReader::openNext()
{
    constexpr qsizetype Full = ChunkSize + TagSize;
    while (m_sealed.size() <= Full) { // one byte more than a piece tells whether this is the last one
        const QByteArray more = m_in.read(Full + 1 - m_sealed.size());
        if (more.isEmpty()) {
            break;
        }
        m_sealed += more;
    }
    const bool last = m_sealed.size() <= Full;
    const QByteArrayView piece = QByteArrayView(m_sealed).first(last ? m_sealed.size() : Full);
    const auto truncated = [] {
        return fail(ErrorCode::Truncated,
            tr("The sealed file ends too early: copying it was not finished. Copy it again, or ask the sender for it "
               "again."));
    };
    if (piece.size() < TagSize) {
        return truncated();
    }
    if (m_stream->open(piece, last, m_plain)) {
        if (m_plain.isEmpty() && m_stream->pieces() > 1) {
            return fail(ErrorCode::Damaged,
                tr("The sealed file was not written by the rules of its format, so it is not accepted. Ask the sender "
                   "for the file again."),
                QStringLiteral("empty last piece"));
        }
        m_taken = 0;
        m_ended = last;
        m_sealed = last ? QByteArray() : m_sealed.sliced(Full);
        return {};
    }
    if (m_stream->open(piece, !last, m_plain)) { // the piece is sound and stands where it must not
        m_plain.clear();
        if (last) {
            return truncated();
        }
        return fail(ErrorCode::Damaged,
            tr("Something was appended to the sealed file, so it is not accepted. Ask the sender for the file again."),
            QStringLiteral("trailing data"));
    }
    return fail(ErrorCode::Damaged,
        tr("The sealed file was altered or cut off on its way, so it is not accepted. Copy it again, or ask the sender "
           "for it again."),
        QStringLiteral("piece %1").arg(m_stream->pieces()));
}

Result<qint64> AgeReader::read(char* plain, qint64 max)
{
    if (m_taken == m_plain.size()) {
        if (m_ended) {
            return 0;
        }
        if (!m_stream) {
            return fail(ErrorCode::Internal, tr("The sealed file is not open for reading."));
        }
        if (auto opened = openNext(); !opened) {
            m_stream.reset(); // nothing more is read after a failure
            m_plain.clear();
            m_taken = 0;
            return fail(opened);
        }
    }
    const qsizetype part = std::min<qsizetype>(max, m_plain.size() - m_taken);
    std::memcpy(plain, m_plain.constData() + m_taken, std::size_t(part));
    m_taken += part;
    return part;
}

Result<QByteArray> sealAge(QByteArrayView plain, const QList<AgeRecipient>& recipients)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    AgeWriter writer(buffer, recipients);
    auto done = writer.open().and_then([&] { return writer.write(plain); }).and_then([&] { return writer.finish(); });
    return done ? Result<QByteArray>(file) : fail(done);
}

Result<QByteArray> openAge(const QByteArray& file, const std::vector<AgeIdentity>& identities, qint64 maxPlain)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    AgeReader reader(buffer);
    if (auto opened = reader.open(identities); !opened) {
        return fail(opened);
    }
    QByteArray plain;
    QByteArray part(ChunkSize, Qt::Uninitialized);
    for (;;) {
        const auto size = reader.read(part.data(), part.size());
        if (!size) {
            return fail(size);
        }
        if (*size == 0) {
            return plain;
        }
        plain.append(part.constData(), qsizetype(*size));
        if (plain.size() > maxPlain) {
            return fail(ErrorCode::InvalidInput,
                AgeReader::tr("The sealed file holds more than is allowed here, so it was not opened."));
        }
    }
}

} // namespace maiam
