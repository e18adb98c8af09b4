// SPDX-License-Identifier: GPL-3.0-or-later
// The slots of a keys file: making, opening and removing them.
#include "models/base/raw_bytes.h"
#include "models/register/keys_file.h"
#include "models/register/passphrase.h"
#include "models/register/slot_holder.h"
#include "models/register/slot_sizes.h"

#include <QCborStreamWriter>

#include <sodium.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

QByteArray randomBytes(qsizetype size)
{
    if (!initialiseCrypto())
        qFatal("The crypto library cannot be used on this PC.");
    QByteArray bytes(size, '\0');
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

} // namespace

QByteArray KeysFile::protectedParts(const Slot& slot) const
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startArray(8);
    out.append("maiam/slot/1"_L1);
    out.append(m_registerId.toRfc4122());
    out.append(static_cast<quint64>(slot.m_info.kind));
    out.append(slot.m_info.user.toRfc4122());
    out.append(slot.m_info.generation);
    out.append(slot.m_info.cost.memoryBytes);
    out.append(static_cast<quint64>(slot.m_info.cost.passes));
    out.append(slot.m_salt);
    out.endArray();
    return bytes;
}

Result<void> KeysFile::room(const Slot& slot) const
{
    if (slot.m_info.label.size() > LongestLabel || slot.m_info.role.size() > LongestLabel)
        return fail(ErrorCode::InvalidInput,
            tr("The name is too long for the list of users. Shorten it to %1 characters.").arg(LongestLabel));
    if (m_slots.size() >= MostSlots)
        return fail(ErrorCode::InvalidInput,
            tr("There are %1 users already, the most that a register takes. Remove one who has left.").arg(MostSlots));
    return {};
}

Result<void> KeysFile::seal(Slot slot, const SecretKey& slotKey, const SecretKey& registerKey)
{
    if (registerKey.size() != slotSizes::RegisterKey)
        return fail(ErrorCode::Internal, tr("The program made a mistake with the keys; nothing was changed."),
            u"register key"_s);
    if (auto fits = room(slot); !fits)
        return fits;
    slot.m_info.generation = m_generation + 1;
    slot.m_nonce = randomBytes(slotSizes::Nonce);
    slot.m_wrapped = QByteArray(slotSizes::Wrapped, '\0');
    const QByteArray with = protectedParts(slot);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(slot.m_wrapped.data()), nullptr,
        registerKey.data(), registerKey.size(), raw(with), length(with), nullptr, raw(slot.m_nonce), slotKey.data());
    m_holders.insert(slot.m_salt, slotHolder::publicKey(slotKey));
    m_slots << std::move(slot);
    ++m_generation;
    return {};
}

bool KeysFile::unseal(const Slot& slot, const SecretKey& slotKey, SecretKey& registerKey) const
{
    registerKey = SecretKey::zeroed(slotSizes::RegisterKey);
    const QByteArray with = protectedParts(slot);
    const bool opened = slot.m_wrapped.size() == slotSizes::Wrapped
        ? crypto_aead_xchacha20poly1305_ietf_decrypt(registerKey.writable(), nullptr, nullptr, raw(slot.m_wrapped),
              length(slot.m_wrapped), raw(with), length(with), raw(slot.m_nonce), slotKey.data())
            == 0
        : slotHolder::open(slot.m_wrapped, slotKey, slot.m_nonce, with, registerKey);
    if (opened)
        m_holders.insert(slot.m_salt, slotHolder::publicKey(slotKey));
    return opened;
}

Result<void> KeysFile::addPassphraseSlot(const QUuid& user, const QString& label, const QString& role,
    QStringView passphrase, const SecretKey& registerKey, const KdfCost& cost)
{
    if (user.isNull() || !m_limits.allow(cost))
        return fail(ErrorCode::Internal, tr("The program made a mistake with the keys; nothing was changed."),
            u"user or cost"_s);
    Slot slot;
    slot.m_info = { SlotKind::Passphrase, user, label, role, 0, cost };
    slot.m_salt = randomBytes(SlotSaltBytes);
    const auto key = deriveSlotKey(Passphrase::normalised(passphrase), slot.m_salt, cost, m_limits.freeMemoryBytes);
    if (!key)
        return fail(key);
    const QList<Slot> before = m_slots;
    m_slots.removeIf([&](const Slot& old) { return old.m_info.user == user; });
    auto sealed = seal(std::move(slot), *key, registerKey);
    if (!sealed)
        m_slots = before;
    return sealed;
}

Result<void> KeysFile::addRecoverySlot(const RecoveryKey& key, const SecretKey& registerKey, bool replace)
{
    return addPaperSlot(SlotKind::Recovery, key, registerKey, replace);
}

Result<void> KeysFile::addEscrowSlot(const RecoveryKey& key, const SecretKey& registerKey)
{
    return addPaperSlot(SlotKind::Escrow, key, registerKey, true);
}

Result<void> KeysFile::addPaperSlot(SlotKind kind, const RecoveryKey& key, const SecretKey& registerKey, bool replace)
{
    Slot slot;
    slot.m_info = { kind, QUuid(), QString(), QString(), 0, { 0, 0 } };
    slot.m_salt = randomBytes(SlotSaltBytes);
    const QList<Slot> before = m_slots;
    if (replace)
        m_slots.removeIf([kind](const Slot& old) { return old.m_info.kind == kind; });
    const SecretKey slotKey = key.slotKey(slot.m_salt);
    auto sealed = seal(std::move(slot), slotKey, registerKey);
    if (!sealed)
        m_slots = before;
    return sealed;
}

bool KeysFile::relabel(const QUuid& user, const QString& label, const QString& role)
{
    for (Slot& slot : m_slots) {
        if (slot.m_info.user != user || user.isNull())
            continue;
        slot.m_info.label = label.left(LongestLabel);
        slot.m_info.role = role.left(LongestLabel);
        ++m_generation;
        return true;
    }
    return false;
}

bool KeysFile::removeSlot(const QUuid& user)
{
    if (user.isNull() || m_slots.removeIf([&](const Slot& slot) { return slot.m_info.user == user; }) == 0)
        return false;
    ++m_generation;
    return true;
}

bool KeysFile::removeSlots(SlotKind kind)
{
    if (kind == SlotKind::Passphrase
        || m_slots.removeIf([&](const Slot& slot) { return slot.m_info.kind == kind; }) == 0)
        return false;
    ++m_generation;
    return true;
}

void KeysFile::raiseGeneration(quint64 atLeast)
{
    m_generation = std::max(m_generation, atLeast);
}

std::optional<KeysFile::Holder> KeysFile::holder(SlotKind kind, const QUuid& user) const
{
    for (const Slot& slot : m_slots) {
        const auto known = m_holders.constFind(slot.m_salt);
        if (slot.m_info.kind == kind && slot.m_info.user == user && known != m_holders.cend())
            return Holder { slot.m_salt, *known };
    }
    return std::nullopt;
}

bool KeysFile::isWriting(const QUuid& user, const QByteArray& salt) const
{
    return std::any_of(m_slots.cbegin(), m_slots.cend(), [&](const Slot& slot) {
        return slot.m_info.kind == SlotKind::Passphrase && slot.m_info.user == user && slot.m_salt == salt;
    });
}

Result<KeysFile> KeysFile::resealed(
    const SecretKey& newKey, const HolderOf& holderOf, const std::function<bool(const SlotInfo&)>& keep) const
{
    if (newKey.size() != slotSizes::RegisterKey)
        return fail(ErrorCode::Internal, tr("The program made a mistake with the keys; nothing was changed."),
            u"register key"_s);
    KeysFile next(m_registerId, m_limits);
    next.m_generation = m_generation + 1;
    for (const Slot& slot : m_slots) {
        const auto holder = keep(slot.m_info) ? holderOf(slot.m_info.kind, slot.m_info.user) : std::nullopt;
        if (!holder || holder->salt != slot.m_salt)
            continue;
        Slot fresh = slot;
        fresh.m_info.generation = next.m_generation;
        fresh.m_nonce = randomBytes(slotSizes::Nonce);
        fresh.m_wrapped = slotHolder::seal(newKey, holder->key, fresh.m_nonce, protectedParts(fresh));
        if (!fresh.m_wrapped.isEmpty())
            next.m_slots << std::move(fresh);
    }
    return next;
}

Result<SecretKey> KeysFile::openWithPassphrase(const QUuid& user, QStringView passphrase) const
{
    const auto slot = std::find_if(m_slots.cbegin(), m_slots.cend(),
        [&](const Slot& each) { return each.m_info.kind == SlotKind::Passphrase && each.m_info.user == user; });
    if (slot == m_slots.cend())
        return fail(ErrorCode::NotFound,
            tr("This user has no passphrase in the keys file. Choose your own name, or ask the administrator."));
    const auto key =
        deriveSlotKey(Passphrase::normalised(passphrase), slot->m_salt, slot->m_info.cost, m_limits.freeMemoryBytes);
    if (!key)
        return fail(key);
    SecretKey registerKey;
    if (unseal(*slot, *key, registerKey))
        return registerKey;
    return fail(ErrorCode::WrongPassphrase,
        tr("The passphrase is not right. Check Caps Lock and the typing method, and type it again."));
}

Result<SecretKey> KeysFile::openWithRecovery(const RecoveryKey& key) const
{
    for (const Slot& slot : m_slots) {
        SecretKey registerKey;
        if (slot.m_info.kind == SlotKind::Recovery && unseal(slot, key.slotKey(slot.m_salt), registerKey))
            return registerKey;
    }
    return fail(ErrorCode::WrongPassphrase,
        tr("This recovery key does not open this register. It may belong to another register, or a newer one was "
           "printed since."));
}

Result<SecretKey> KeysFile::openWithEscrow(const RecoveryKey& key) const
{
    bool any = false;
    for (const Slot& slot : m_slots) {
        SecretKey registerKey;
        any = any || slot.m_info.kind == SlotKind::Escrow;
        if (slot.m_info.kind == SlotKind::Escrow && unseal(slot, key.slotKey(slot.m_salt), registerKey))
            return registerKey;
    }
    if (!any)
        return fail(ErrorCode::NotFound,
            tr("This register has no escrow shares. Use the recovery key in the chairman's envelope."));
    return fail(ErrorCode::WrongPassphrase,
        tr("These two sheets do not open this register together. Check that both belong to this register and were "
           "printed on the same day, and that they are sheets 1 and 2."));
}

} // namespace maiam
