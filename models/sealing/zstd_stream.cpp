// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/zstd_stream.h"

#include <QtEndian>

#include <zstd.h>

#include <algorithm>

namespace maiam {

namespace {

constexpr quint32 TrailerMagic = 0x184D2A5A; // one of the sixteen that RFC 8878 gives to users
constexpr quint32 SkippableMask = 0xFFFFFFF0;
constexpr quint32 SkippableMagic = 0x184D2A50;
constexpr qsizetype SkippableHeader = 8;
constexpr int MaxWindowLog = 23; // 8 MiB, what level 19 uses; more would let a file choose our memory

qint64 rest(const ZSTD_inBuffer& in)
{
    return qint64(in.size - in.pos);
}

} // namespace

void ZstdWriter::Free::operator()(ZSTD_CCtx_s* context) const
{
    ZSTD_freeCCtx(context);
}

ZstdWriter::ZstdWriter(ByteSink sink, int level)
    : m_sink(std::move(sink))
    , m_context(ZSTD_createCCtx())
    , m_buffer(qsizetype(ZSTD_CStreamOutSize()), '\0')
{
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, std::clamp(level, 1, 19));
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
}

Result<> ZstdWriter::pump(QByteArrayView plain, int directive)
{
    ZSTD_inBuffer in { plain.data(), std::size_t(plain.size()), 0 };
    for (;;) {
        ZSTD_outBuffer out { m_buffer.data(), std::size_t(m_buffer.size()), 0 };
        const std::size_t left = ZSTD_compressStream2(m_context.get(), &out, &in, ZSTD_EndDirective(directive));
        if (ZSTD_isError(left) != 0) {
            return fail(ErrorCode::Internal,
                tr("The file could not be compressed. Close other programs and try again."),
                QString::fromLatin1(ZSTD_getErrorName(left)));
        }
        if (out.pos > 0) {
            if (auto kept = m_sink(QByteArrayView(m_buffer.constData(), qsizetype(out.pos))); !kept) {
                return kept;
            }
        }
        if (directive == ZSTD_e_end ? left == 0 : rest(in) == 0) {
            return {};
        }
    }
}

Result<> ZstdWriter::write(QByteArrayView plain)
{
    m_open = true;
    return pump(plain, ZSTD_e_continue);
}

Result<> ZstdWriter::endFrame()
{
    m_open = false;
    return pump({}, ZSTD_e_end);
}

Result<> ZstdWriter::writeTrailer(QByteArrayView content)
{
    if (m_open || content.size() > ZstdReader::MaxTrailer) {
        return fail(ErrorCode::Internal, tr("The file could not be compressed."), QStringLiteral("trailer misplaced"));
    }
    QByteArray frame(SkippableHeader, '\0');
    qToLittleEndian(TrailerMagic, frame.data());
    qToLittleEndian(quint32(content.size()), frame.data() + 4);
    frame.append(content.data(), content.size());
    return m_sink(frame);
}

void ZstdReader::Free::operator()(ZSTD_DCtx_s* context) const
{
    ZSTD_freeDCtx(context);
}

ZstdReader::ZstdReader(ByteSource source, qint64 maxPlain, std::function<void(QByteArrayView)> signedBytes)
    : m_source(std::move(source))
    , m_left(maxPlain)
    , m_signedBytes(std::move(signedBytes))
    , m_context(ZSTD_createDCtx())
{
    ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, MaxWindowLog);
}

/// Makes at least @p atLeast unread bytes available; false when the source ends before.
Result<bool> ZstdReader::fill(qsizetype atLeast)
{
    while (m_input.size() - m_at < atLeast && !m_sourceEnded) {
        if (m_at > 0) {
            m_input.remove(0, m_at);
            m_at = 0;
        }
        const qsizetype held = m_input.size();
        const auto room = qsizetype(ZSTD_DStreamInSize());
        m_input.resize(held + room);
        const auto got = m_source(m_input.data() + held, room);
        m_input.resize(held + (got ? qsizetype(*got) : 0));
        if (!got) {
            return fail(got);
        }
        m_sourceEnded = *got == 0;
    }
    return m_input.size() - m_at >= atLeast;
}

tl::unexpected<Error> ZstdReader::stop(tl::unexpected<Error> error)
{
    m_failed = true;
    return error;
}

/// Stands between frames: true when a data frame begins, false at the end of everything.
Result<bool> ZstdReader::beginFrame()
{
    const auto any = fill(4);
    if (!any) {
        return fail(any);
    }
    const auto truncated = [] {
        return fail(ErrorCode::Truncated,
            tr("The content of the file ends too early. Copy the file again, or ask the sender for it again."));
    };
    if (!*any) {
        if (m_at == m_input.size() && m_anyFrame) {
            return false;
        }
        return truncated();
    }
    const auto magic = qFromLittleEndian<quint32>(m_input.constData() + m_at);
    if ((magic & SkippableMask) == SkippableMagic) {
        if (!m_anyFrame) {
            return fail(ErrorCode::Damaged, tr("The content of the file is not in the form that this program writes."),
                QStringLiteral("skippable frame first"));
        }
        if (auto read = readTrailer(); !read) {
            return fail(read);
        }
        return false;
    }
    if (magic != ZSTD_MAGICNUMBER) {
        return fail(m_anyFrame ? ErrorCode::Damaged : ErrorCode::InvalidInput,
            tr("The content of the file is not in the form that this program writes."),
            QStringLiteral("no zstd frame"));
    }
    m_anyFrame = true;
    m_inFrame = true;
    return true;
}

Result<> ZstdReader::readTrailer()
{
    const auto truncated = [] {
        return fail(ErrorCode::Truncated,
            tr("The content of the file ends too early. Copy the file again, or ask the sender for it again."));
    };
    auto whole = fill(SkippableHeader);
    if (!whole) {
        return fail(whole);
    }
    if (!*whole) {
        return truncated();
    }
    const auto magic = qFromLittleEndian<quint32>(m_input.constData() + m_at);
    const auto size = qFromLittleEndian<quint32>(m_input.constData() + m_at + 4);
    if (magic != TrailerMagic || size > quint32(MaxTrailer)) {
        return fail(ErrorCode::Damaged, tr("The content of the file is not in the form that this program writes."),
            QStringLiteral("skippable frame"));
    }
    whole = fill(SkippableHeader + qsizetype(size));
    if (!whole) {
        return fail(whole);
    }
    if (!*whole) {
        return truncated();
    }
    m_trailer = m_input.mid(m_at + SkippableHeader, qsizetype(size));
    m_at += SkippableHeader + qsizetype(size);
    const auto more = fill(1);
    if (!more) {
        return fail(more);
    }
    if (*more) {
        return fail(ErrorCode::Damaged,
            tr("Something was appended to the content of the file, so it is not accepted. Ask the sender for the file "
               "again."),
            QStringLiteral("bytes behind the skippable frame"));
    }
    return {};
}

/// One call of the decompressor inside a frame; may give 0 bytes without being at the end.
Result<qint64> ZstdReader::step(char* plain, qint64 max)
{
    if (const auto any = fill(1); !any) {
        return fail(any);
    }
    ZSTD_inBuffer in { m_input.constData() + m_at, std::size_t(m_input.size() - m_at), 0 };
    ZSTD_outBuffer out { plain, std::size_t(max), 0 };
    const std::size_t state = ZSTD_decompressStream(m_context.get(), &out, &in);
    if (ZSTD_isError(state) != 0) {
        return fail(ErrorCode::Damaged,
            tr("The content of the file was altered, so it is not accepted. Ask the sender for the file again."),
            QString::fromLatin1(ZSTD_getErrorName(state)));
    }
    if (m_signedBytes && in.pos > 0) {
        m_signedBytes(QByteArrayView(m_input).sliced(m_at, qsizetype(in.pos)));
    }
    m_at += qsizetype(in.pos);
    m_inFrame = state != 0;
    if (m_inFrame && in.pos == 0 && out.pos == 0 && m_sourceEnded) {
        return fail(ErrorCode::Truncated,
            tr("The content of the file ends too early. Copy the file again, or ask the sender for it again."));
    }
    return qint64(out.pos);
}

Result<qint64> ZstdReader::read(char* plain, qint64 max)
{
    if (m_failed) {
        return fail(ErrorCode::Damaged, tr("The content of the file could not be read."));
    }
    while (!m_ended && max > 0) {
        if (!m_inFrame) {
            const auto begun = beginFrame();
            if (!begun) {
                return stop(fail(begun));
            }
            m_ended = !*begun;
            continue;
        }
        const auto got = step(plain, max);
        if (!got) {
            return stop(fail(got));
        }
        m_left -= *got;
        if (m_left < 0) {
            return stop(fail(ErrorCode::InvalidInput,
                tr("The content of the file is larger than is allowed, so it was not read. Ask the sender to divide "
                   "it.")));
        }
        if (*got > 0) {
            return *got;
        }
    }
    return 0;
}

} // namespace maiam
