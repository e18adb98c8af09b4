// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <QCoreApplication>

namespace maiam {

/// What somebody did with a record without changing it, and what was done with keys (journal.md, law 8). The numbers
/// stand in the chain for ever.
enum class AccessAct : int {
    Opened = 1,
    Printed = 2,
    Exported = 3,
    Sealed = 4,
    Reported = 5,
    FailedUnlock = 6,
    Unlocked = 7,
    UserAdded = 8,
    UserChanged = 9, ///< name, post or role
    UserRemoved = 10,
    PassphraseSet = 11,
    OpenedByPaper = 12, ///< the recovery key or the escrow sheets were used
    KeyChanged = 13, ///< the register key
    RecoveryIssued = 14, ///< a new recovery key on paper
    EscrowIssued = 15, ///< new escrow sheets
    Erased = 16, ///< by decision
    OpenedForReport = 17, ///< a file with restricted access, since a new report speaks of the child
    OpenedForAuthority = 18, ///< such a file, since an authority asks
    OpenedForFamily = 19, ///< such a file, since the child or who cares for it asks
    OpenedForCheck = 20, ///< such a file, to correct or check what the register holds
};

/// One look, before it stands in the chain.
struct AccessNote
{
    AccessAct act = AccessAct::Opened;
    QByteArray kind; ///< empty for what concerns no single record
    QUuid record;
    QUuid user;
    UtcMs at = 0;
    qint64 count = 1; ///< entries sealed, failed unlocks
};

/// One look as it stands in the chain.
struct AccessEntry
{
    AccessNote note;
    QByteArray device;
    qint64 seq = 0;
    QString who; ///< full name; empty when unknown here
    QString code; ///< the record's code ("BL-2026-014"), never a child's name; see accessChain::codeOf()
};

/// How far a device's chain of looking goes.
struct AccessHead
{
    QByteArray device;
    qint64 seq = 0;
    QByteArray hash;
};

/// Which looks a list shows.
struct AccessFilter
{
    std::optional<QUuid> user;
    std::optional<AccessAct> act;
    std::optional<UtcMs> from; ///< this moment on
    std::optional<UtcMs> until; ///< before this moment
    std::vector<QUuid> records; ///< any of these; all when empty
};

/// The chain of looking (sổ theo dõi truy cập): one for each device, hashed entry into entry, signed by the device at
/// the end of each batch. Record ids and never names. Nothing is ever taken out of it.
namespace accessChain {
/// Appends in the order given. Inside the caller's transaction.
[[nodiscard]] Result<void> append(
    Database& database, const SigningDevice& device, const std::vector<AccessNote>& notes);
/// Newest first.
[[nodiscard]] Result<std::vector<AccessEntry>> list(
    Database& database, const AccessFilter& filter, std::size_t limit = 500);
/// What a record is called in the list: its code, a user's name, a day; never a child's name. Empty where it has none.
[[nodiscard]] Result<QString> codeOf(Database& database, QUuid record);
/// The heads, by device: what a package's header carries.
[[nodiscard]] Result<std::vector<AccessHead>> heads(Database& database);
/// Whether anybody looked at, printed or sent anything after a moment; unlocking alone is no look.
[[nodiscard]] Result<bool> hasLooksSince(Database& database, UtcMs moment);
/// What is wrong with the chains, as sentences; empty when all is in order.
[[nodiscard]] Result<QStringList> check(Database& database);
} // namespace accessChain

} // namespace maiam
