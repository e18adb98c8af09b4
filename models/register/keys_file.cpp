// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/keys_file.h"

#include "models/register/keys_file_reader.h"
#include "models/register/passphrase.h"

#include <QCborStreamWriter>

#include <sodium.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

constexpr std::size_t RegisterKeyBytes = 32;
constexpr qsizetype NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype WrappedBytes = RegisterKeyBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype DigestBytes = 32;
constexpr quint64 HighestGeneration = 1ULL << 53;

QByteArray randomBytes(qsizetype size)
{
    if (!initialiseCrypto())
        qFatal("The crypto library cannot be used on this PC.");
    QByteArray bytes(size, '\0');
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned long long length(const QByteArray& bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

} // namespace

KeysFile::KeysFile(const QUuid& registerId, const KdfLimits& limits)
    : m_registerId(registerId)
    , m_limits(limits)
{
}

QList<KeysFile::SlotInfo> KeysFile::slotList() const
{
    QList<SlotInfo> list;
    for (const Slot& slot : m_slots)
        list << slot.m_info;
    return list;
}

QByteArray KeysFile::encoded() const
{
    QByteArray bytes = encodedWith(QByteArray());
    QByteArray digest(DigestBytes, '\0');
    crypto_generichash(
        reinterpret_cast<unsigned char*>(digest.data()), DigestBytes, raw(bytes), length(bytes), nullptr, 0);
    return encodedWith(digest);
}

QByteArray KeysFile::encodedWith(const QByteArray& digest) const
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startArray(6);
    out.append(KeysReader::Magic);
    out.append(static_cast<quint64>(Version));
    out.append(m_registerId.toRfc4122());
    out.append(m_generation);
    out.startArray(static_cast<quint64>(m_slots.size()));
    for (const Slot& slot : m_slots) {
        out.startArray(10);
        out.append(static_cast<quint64>(slot.m_info.kind));
        out.append(slot.m_info.user.toRfc4122());
        out.append(QStringView(slot.m_info.label));
        out.append(QStringView(slot.m_info.role));
        out.append(slot.m_info.generation);
        out.append(slot.m_info.cost.memoryBytes);
        out.append(static_cast<quint64>(slot.m_info.cost.passes));
        out.append(slot.m_salt);
        out.append(slot.m_nonce);
        out.append(slot.m_wrapped);
        out.endArray();
    }
    out.endArray();
    out.append(digest);
    out.endArray();
    return bytes;
}

Result<KeysFile::Slot> KeysFile::readSlot(KeysReader& in, const KdfLimits& limits)
{
    Slot slot;
    in.enter(10);
    const quint64 kind = in.number(1);
    slot.m_info.kind = static_cast<SlotKind>(kind);
    slot.m_info.user = QUuid::fromRfc4122(in.bytes(16));
    slot.m_info.label = in.text(LongestLabel);
    slot.m_info.role = in.text(LongestLabel);
    slot.m_info.generation = in.number(HighestGeneration);
    slot.m_info.cost.memoryBytes = in.number(limits.mostMemoryBytes);
    slot.m_info.cost.passes = static_cast<quint32>(in.number(limits.mostPasses));
    slot.m_salt = in.bytes(SlotSaltBytes);
    slot.m_nonce = in.bytes(NonceBytes);
    slot.m_wrapped = in.bytes(WrappedBytes);
    in.leave();
    const bool costGood = slot.m_info.kind == SlotKind::Passphrase ? limits.allow(slot.m_info.cost)
                                                                   : slot.m_info.cost == KdfCost { 0, 0 };
    if (in.failed() || !costGood)
        return tl::unexpected<Error>(KeysReader::damaged(u"slot"_s));
    return slot;
}

Result<KeysFile> KeysFile::parse(const QByteArray& bytes, const KdfLimits& limits)
{
    if (bytes.size() > MostBytes)
        return tl::unexpected<Error>(KeysReader::damaged(u"size"_s));
    KeysReader in(bytes);
    const quint64 parts = in.enter();
    const bool ours = in.text(KeysReader::Magic.size()) == KeysReader::Magic;
    const quint64 version = in.number(HighestGeneration);
    if (in.failed() || !ours)
        return tl::unexpected<Error>(KeysReader::damaged(u"head"_s));
    if (version > Version)
        return fail(ErrorCode::NewerVersion,
            tr("The keys file was written by a newer version of this program. Install the newer version to open the "
               "register."));
    KeysFile file(QUuid::fromRfc4122(in.bytes(16)), limits);
    file.m_generation = in.number(HighestGeneration);
    const quint64 count = in.enter();
    if (in.failed() || parts != 6 || version != Version || count > static_cast<quint64>(MostSlots))
        return tl::unexpected<Error>(KeysReader::damaged(u"head"_s));
    for (quint64 i = 0; i < count; ++i) {
        auto slot = readSlot(in, limits);
        if (!slot)
            return fail(slot);
        file.m_slots << std::move(*slot);
    }
    in.leave();
    (void)in.bytes(DigestBytes); // compared below
    in.leave();
    // One encoding only: what is written again must be what was read.
    if (in.failed() || file.encoded() != bytes)
        return tl::unexpected<Error>(KeysReader::damaged(u"end or encoding"_s));
    return file;
}

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

Result<void> KeysFile::seal(Slot slot, const SecretKey& slotKey, const SecretKey& registerKey)
{
    if (registerKey.size() != RegisterKeyBytes || slot.m_info.label.size() > LongestLabel
        || slot.m_info.role.size() > LongestLabel)
        return fail(ErrorCode::InvalidInput,
            tr("The name is too long for the list of users. Shorten it to %1 characters.").arg(LongestLabel));
    if (m_slots.size() >= MostSlots)
        return fail(ErrorCode::InvalidInput,
            tr("There are %1 users already, the most that a register takes. Remove one who has left.").arg(MostSlots));
    slot.m_info.generation = m_generation + 1;
    slot.m_nonce = randomBytes(NonceBytes);
    slot.m_wrapped = QByteArray(WrappedBytes, '\0');
    const QByteArray with = protectedParts(slot);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(slot.m_wrapped.data()), nullptr,
        registerKey.data(), registerKey.size(), raw(with), length(with), nullptr, raw(slot.m_nonce), slotKey.data());
    m_slots << std::move(slot);
    ++m_generation;
    return {};
}

bool KeysFile::unseal(const Slot& slot, const SecretKey& slotKey, SecretKey& registerKey) const
{
    registerKey = SecretKey::zeroed(RegisterKeyBytes);
    const QByteArray with = protectedParts(slot);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(registerKey.writable(), nullptr, nullptr, raw(slot.m_wrapped),
               length(slot.m_wrapped), raw(with), length(with), raw(slot.m_nonce), slotKey.data())
        == 0;
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
    const auto key = deriveSlotKey(Passphrase::normalised(passphrase), slot.m_salt, cost);
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
    Slot slot;
    slot.m_info = { SlotKind::Recovery, QUuid(), QString(), QString(), 0, { 0, 0 } };
    slot.m_salt = randomBytes(SlotSaltBytes);
    const QList<Slot> before = m_slots;
    if (replace)
        m_slots.removeIf([](const Slot& old) { return old.m_info.kind == SlotKind::Recovery; });
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

Result<SecretKey> KeysFile::openWithPassphrase(const QUuid& user, QStringView passphrase) const
{
    const auto slot = std::find_if(m_slots.cbegin(), m_slots.cend(),
        [&](const Slot& each) { return each.m_info.kind == SlotKind::Passphrase && each.m_info.user == user; });
    if (slot == m_slots.cend())
        return fail(ErrorCode::NotFound,
            tr("This user has no passphrase in the keys file. Choose your own name, or ask the administrator."));
    const auto key = deriveSlotKey(Passphrase::normalised(passphrase), slot->m_salt, slot->m_info.cost);
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

} // namespace maiam
