// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

#include <QThreadPool>

#include <functional>

namespace maiam {

class MessageBar;
class Page;

/// How pages record who looked (journal.md, law 8).
namespace looks {
/// A page shows this record: at once, since nobody can wait for a disk while a child waits. When that cannot be
/// recorded, the page says so until it could.
void opened(Page* page, Register& reg, const RecordKind& kind, QUuid record);
/// Something is about to leave the program: \a go is called when that stands on the disk. When it cannot, nothing
/// leaves and \a message says why and what to do. Neither when \a owner goes first. \a refused is called after the
/// message.
void whenNoted(QObject* owner, MessageBar* message, const QFuture<Result<void>>& recorded, std::function<void()> go,
    std::function<void()> refused = {});
/// The same for what is written beside the windows: \a work, which gives a Result<void>, is done even when the page
/// goes in the middle, as on locking. The answer is its own, or why nothing was recorded and so nothing written.
template <typename Work> [[nodiscard]] QFuture<Result<void>> written(QFuture<Result<void>> recorded, Work work)
{
    return recorded.then(QThreadPool::globalInstance(),
        [work = std::move(work)](const Result<void>& noted) -> Result<void> { return noted ? work() : noted; });
}
} // namespace looks

} // namespace maiam
