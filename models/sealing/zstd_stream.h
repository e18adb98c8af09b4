// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>

#include <functional>
#include <memory>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace maiam {

/// Takes the next bytes; fails when they cannot be kept.
using ByteSink = std::function<Result<>(QByteArrayView)>;
/// Gives up to `max` bytes; 0 at the end.
using ByteSource = std::function<Result<qint64>(char* bytes, qint64 max)>;

/// Compresses to zstd frames (RFC 8878) with a checksum; `zstd -d` opens the result.
class ZstdWriter
{
    Q_DECLARE_TR_FUNCTIONS(ZstdWriter)

public:
    /// @p sink receives the compressed bytes; @p level 1 (fast) to 19 (small).
    explicit ZstdWriter(ByteSink sink, int level = 9);

    /// Takes plain bytes.
    [[nodiscard]] Result<> write(QByteArrayView plain);
    /// Ends the frame. What was written so far is then a complete stream; writing again begins another frame.
    [[nodiscard]] Result<> endFrame();
    /// Writes @p content (at most ZstdReader::MaxTrailer bytes) in a skippable frame, which decompressors pass over.
    /// Only between frames, and as the last one: it carries the signature over the bytes before it.
    [[nodiscard]] Result<> writeTrailer(QByteArrayView content);

private:
    struct Free
    {
        void operator()(ZSTD_CCtx_s* context) const;
    };
    Result<> pump(QByteArrayView plain, int directive);

    ByteSink m_sink;
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
    QByteArray m_buffer;
    bool m_open = true; // a frame is open; an empty stream still gets one
};

/// Opens zstd frames within limits, and keeps apart the skippable frame that may stand last.
class ZstdReader
{
    Q_DECLARE_TR_FUNCTIONS(ZstdReader)

public:
    /// How many bytes the last, skippable frame may hold.
    static constexpr qsizetype MaxTrailer = 64 * 1024;

    /// @p source gives the compressed bytes. More than @p maxPlain plain bytes are refused; the memory used does not
    /// depend on them. @p signedBytes, when set, sees every compressed byte before the skippable frame, in order.
    ZstdReader(ByteSource source, qint64 maxPlain, std::function<void(QByteArrayView)> signedBytes = {});

    /// Up to @p max plain bytes; 0 when the last frame has ended and the source too. Damaged: altered or something
    /// stands behind the skippable frame; Truncated: a frame is not complete; InvalidInput: more than is allowed, or
    /// no zstd; and what the source fails with.
    [[nodiscard]] Result<qint64> read(char* plain, qint64 max);
    /// The content of the last, skippable frame, once read() has given 0; empty when there was none.
    [[nodiscard]] const QByteArray& trailer() const { return m_trailer; }

private:
    struct Free
    {
        void operator()(ZSTD_DCtx_s* context) const;
    };
    Result<bool> fill(qsizetype atLeast);
    Result<bool> beginFrame();
    Result<> readTrailer();
    Result<qint64> step(char* plain, qint64 max);
    tl::unexpected<Error> stop(tl::unexpected<Error> error);

    ByteSource m_source;
    qint64 m_left;
    std::function<void(QByteArrayView)> m_signedBytes;
    std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
    QByteArray m_input;
    qsizetype m_at = 0;
    QByteArray m_trailer;
    bool m_inFrame = false;
    bool m_sourceEnded = false;
    bool m_anyFrame = false;
    bool m_ended = false;
    bool m_failed = false;
};

} // namespace maiam
