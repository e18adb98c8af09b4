// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/keys_fit.h"

#include "models/register/keys_memory.h"

namespace maiam {

Result<KeysFit> keysFit::look(Database& database, const KeysFile& keys, QUuid user)
{
    using Kind = KeysFile::SlotKind;
    auto newest = keysMemory::generation(database);
    if (!newest)
        return fail(newest);
    if (keys.generation() < *newest)
        return KeysFit::Older;
    // The register does not keep the file's id, but the salt of each slot that was written or has opened it.
    for (const KeysFile::SlotInfo& slot : keys.slotList()) {
        auto known = keysMemory::holder(database, slot.kind, slot.user);
        if (!known)
            return fail(known);
        if (slot.kind == Kind::Passphrase && *known && keys.isWriting(slot.user, (*known)->salt))
            return KeysFit::Own;
    }
    auto opener = keysMemory::holder(database, Kind::Passphrase, user);
    if (!opener)
        return fail(opener);
    return *opener ? KeysFit::Others : KeysFit::Own;
}

Result<KeysFit> keysFit::look(Database& database, const QByteArray& bytes, QUuid user)
{
    const auto keys = KeysFile::parse(bytes, KdfLimits::anyCost());
    return keys ? look(database, *keys, user) : KeysFit::Others;
}

} // namespace maiam
