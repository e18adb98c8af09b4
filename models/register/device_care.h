// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/chain_rules.h"
#include "models/journal/journal.h"

#include <QCoreApplication>

namespace maiam {

/// How one device's entries stand in this register: what is named when something is wrong with it.
struct DeviceStanding
{
    QByteArray device;
    QByteArray office; ///< empty while its first entry has not come
    qint64 connected = 0; ///< how far it folds
    qint64 waiting = 0; ///< entries whose predecessors are missing
    std::optional<qint64> forkedSeq; ///< two histories from here on, and nobody has said which one counts
    qint64 aside = 0; ///< entries kept aside: of another branch, or beyond the retirement
    std::optional<qint64> retiredAt; ///< its last number, when its office reported it as lost
    std::vector<SeqRange> lost; ///< numbers that are given up and not here
    qint64 unsaid = 0; ///< records of which another office does not count what this device says last
    qint64 elsewhere = 0; ///< furthest entry that another office holds and this register does not; 0: none
    std::vector<std::pair<qint64, EntryHash>> tips; ///< last entries of its branches, longest first
};

/// What an office does about its devices (journal.md, laws 5 and 9). Each call gives a batch to commit.
namespace deviceCare {
/// All devices, by office.
[[nodiscard]] Result<std::vector<DeviceStanding>> read(Database& database);
/// What a person should know of a device, as sentences; @p name as people call it ("06838-A7"). Empty when all is well.
[[nodiscard]] QStringList sentences(const DeviceStanding& standing, const QString& name);
/// Reports one of the office's devices as lost for good: what is here counts, the numbers between that are not here are
/// given up. @p lastSeq and @p lastHash: the last entry that anybody holds; 0 for the furthest that another office said
/// it holds and we do not (or what it holds would no longer count there), else the last one here. Errors: NotFound,
/// NotAllowed (another office's, or the device that writes), InvalidInput.
[[nodiscard]] Result<Batch> retire(Database& database, const SigningDevice& writer, const QByteArray& device,
    qint64 lastSeq = 0, const EntryHash& lastHash = {});
/// Names the branch that counts by one of its entries. Errors: NotFound (no such entry is held), NotAllowed.
[[nodiscard]] Result<Batch> chooseBranch(
    Database& database, const SigningDevice& writer, const QByteArray& device, const EntryHash& entry);
/// Records of which another office puts aside what this device of ours says, and nobody has said it again since.
[[nodiscard]] Result<qint64> unsaid(Database& database, const QByteArray& device);
/// Why the entries of issueAgain() were made: one act of the administrator, whatever they are about.
inline constexpr QLatin1StringView IssuedAgain { "issued-again" };
/// What the entries of a device say that are kept aside, here or at another office (a history that counts there and is
/// not here), as new changes of this one. They rest on what the originals rested on,
/// so what the valid branch says differently becomes a conflict that a person decides. Empty when nothing is to be said
/// again. Errors: NotAllowed (another office's device; a branch that nobody chose yet).
[[nodiscard]] Result<Batch> issueAgain(Database& database, const SigningDevice& writer, const QByteArray& device);
} // namespace deviceCare

} // namespace maiam
