// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft.h"
#include "models/register/register.h"

#include <optional>
#include <vector>

namespace maiam {

/// A draft that is handed over to be kept. Without a place it takes the first that is free.
struct HandedDraft
{
    Draft draft;
    std::optional<int> place;
};

/// What stands nowhere but in the program when a register closes.
struct SealedDrafts
{
    QByteArray sealed; ///< with the register's key; empty when everything is written
    QStringList forms; ///< which forms, each once: codes, no content
    Error why; ///< what stood in the way
};

/// Drafts that a full disk did not take. The register holds them while it is open, however their page goes; the program
/// holds them, sealed, over a lock; whoever unlocks writes them, under the name of who typed them.
namespace unwrittenDrafts {
/// Keeps in the writer's thread what \a work puts there. When the disk does not take it, the register holds what is in
/// \a handed then, under \a owner; when it does, or there is nothing to keep, nothing is held under that number.
using Work = std::function<Result<void>(Database&, HandedDraft&)>;
[[nodiscard]] QFuture<Result<void>> keep(
    Register& reg, quint64 owner, std::shared_ptr<HandedDraft> handed, const Work& work);
/// Tries once more. What is held stays held on an error.
[[nodiscard]] QFuture<Result<void>> write(Register& reg);
/// Tries once more, and gives what still stands nowhere. Waits for the writer: call it when the register is about to
/// close.
[[nodiscard]] SealedDrafts take(Register& reg);
/// Holds again what take() gave. False when this register's key does not open it.
[[nodiscard]] bool putBack(Register& reg, const SealedDrafts& drafts);
/// What is held of a user's drafts of one form stands among those on the disk, newest first: its place is taken, and it
/// is offered as they are. From any thread, as are the next ones.
void addHeld(Register& reg, const DraftKey& key, QUuid user, std::vector<Draft>& there);
/// Another form goes on with what is held of this place: from now on it is held under that form's number.
void handOver(Register& reg, const DraftKey& key, int place, QUuid user, quint64 owner);
/// Nobody wants any more what is held of this place.
void forget(Register& reg, const DraftKey& key, int place, QUuid user);
/// The same of everybody's drafts that an erasure of these records takes (erasure::dropDrafts).
void forgetRecords(Register& reg, const std::vector<QUuid>& records);
} // namespace unwrittenDrafts

} // namespace maiam
