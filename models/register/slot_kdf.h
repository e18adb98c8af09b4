// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArrayView>
#include <QtGlobal>

namespace maiam {

/// What deriving a slot's key from a passphrase costs (Argon2id, RFC 9106).
struct KdfCost
{
    quint64 memoryBytes = 256ULL << 20;
    quint32 passes = 3;

    /// Next to nothing; for tests only, with KdfLimits::forTests().
    [[nodiscard]] static KdfCost forTests() { return { 64ULL << 10, 1 }; }
    [[nodiscard]] bool operator==(const KdfCost&) const = default;
};

/// Between which costs a keys file is believed: a cheaper one could be guessed, a dearer one would stop the PC.
struct KdfLimits
{
    quint64 leastMemoryBytes = 64ULL << 20;
    quint64 mostMemoryBytes = 1ULL << 30;
    quint32 leastPasses = 2;
    quint32 mostPasses = 16;
    /// What a slot costs from now on: a cheaper one is raised when its passphrase is typed next.
    KdfCost wanted = {};
    /// Tests: as if the PC could give no more than this, in bytes.
    quint64 freeMemoryBytes = ~0ULL;

    /// For reading what a keys file says of itself, where no key is derived.
    [[nodiscard]] static constexpr KdfLimits anyCost() { return { 1, 1ULL << 40, 1, 1U << 16 }; }
    [[nodiscard]] static KdfLimits forTests() { return { 8ULL << 10, 1ULL << 30, 1, 16, KdfCost::forTests() }; }
    [[nodiscard]] bool allow(const KdfCost& cost) const;
};

inline constexpr std::size_t SlotKeyBytes = 32;
inline constexpr qsizetype SlotSaltBytes = 16;

/// The key that wraps the register key in a slot. Takes about a second at the usual cost: never on the thread of the
/// windows. OutOfMemory when the PC has too little (or less than `freeMemoryBytes`, for tests), which is never to be
/// shown as a wrong passphrase.
[[nodiscard]] Result<SecretKey> deriveSlotKey(
    const SecretKey& passphrase, QByteArrayView salt, const KdfCost& cost, quint64 freeMemoryBytes = ~0ULL);

} // namespace maiam
