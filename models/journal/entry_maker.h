// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <future>

namespace maiam {

/// An entry of our own with its values as any reader of the entry will find them.
struct MadeEntry
{
    Entry entry;
    Values values;
};

/// Makes the entries of one batch in their order, hashed, chained and signed. Of a long batch, such as an import, the
/// next piece is made in another thread while the caller writes the last one: signing takes as long as writing.
/// Batch and signer must outlive it.
class EntryMaker
{
public:
    /// The device's chain stands at `seq` and `previous`; the first entry follows on it.
    EntryMaker(const SigningDevice& signer, const Batch& batch, UtcMs now, qint64 seq, EntryHash previous);
    ~EntryMaker();
    Q_DISABLE_COPY_MOVE(EntryMaker)

    /// The next entries; none after the last. Errors: Internal, a value for a field that its kind does not have.
    [[nodiscard]] Result<std::vector<MadeEntry>> next();

private:
    using Piece = Result<std::vector<MadeEntry>>;
    Piece makePiece();
    Result<MadeEntry> make(const Change& change);

    const SigningDevice& m_signer;
    const Batch& m_batch;
    UtcMs m_now;
    qint64 m_seq; ///< with m_previous and m_at used by one thread at a time
    EntryHash m_previous;
    std::size_t m_at = 0;
    std::future<Piece> m_ahead;
};

} // namespace maiam
