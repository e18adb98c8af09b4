// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/slot_kdf.h"

#include <QCoreApplication>

#include <sodium.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

struct SlotKdf
{
    Q_DECLARE_TR_FUNCTIONS(maiam::SlotKdf)
};

} // namespace

bool KdfLimits::allow(const KdfCost& cost) const
{
    return cost.memoryBytes >= leastMemoryBytes && cost.memoryBytes <= mostMemoryBytes && cost.passes >= leastPasses
        && cost.passes <= mostPasses;
}

Result<SecretKey> deriveSlotKey(
    const SecretKey& passphrase, QByteArrayView salt, const KdfCost& cost, quint64 freeMemoryBytes)
{
    static_assert(SlotSaltBytes == crypto_pwhash_SALTBYTES);
    if (salt.size() != SlotSaltBytes)
        return fail(
            ErrorCode::Internal, SlotKdf::tr("The keys could not be made. Start the program again."), u"salt"_s);
    SecretKey key = SecretKey::zeroed(SlotKeyBytes);
    const auto* typed = passphrase.isEmpty() ? "" : reinterpret_cast<const char*>(passphrase.data());
    errno = 0;
    if (cost.memoryBytes <= freeMemoryBytes
        && crypto_pwhash(key.writable(), key.size(), typed, passphrase.size(),
               reinterpret_cast<const unsigned char*>(salt.data()), cost.passes, cost.memoryBytes,
               crypto_pwhash_ALG_ARGON2ID13)
            == 0)
        return key;
    if (errno == EINVAL)
        return fail(
            ErrorCode::Internal, SlotKdf::tr("The keys could not be made. Start the program again."), u"cost"_s);
    return fail(ErrorCode::OutOfMemory,
        SlotKdf::tr("The PC has too little free memory to check the passphrase (%1 MB are needed). The passphrase may "
                    "be right. Close other programs and try again.")
            .arg(cost.memoryBytes >> 20));
}

} // namespace maiam
