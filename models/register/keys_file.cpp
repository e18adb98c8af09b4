// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/keys_file.h"

#include "models/base/raw_bytes.h"
#include "models/register/keys_file_reader.h"
#include "models/register/slot_holder.h"
#include "models/register/slot_sizes.h"

#include <QCborStreamWriter>

#include <sodium.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

constexpr qsizetype SealedBytes = slotSizes::Wrapped + slotHolder::SealBytes;
constexpr qsizetype DigestBytes = 32;
constexpr quint64 HighestGeneration = 1ULL << 53;

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
    const bool second = std::any_of(m_slots.cbegin(), m_slots.cend(),
        [](const Slot& slot) { return slot.m_info.kind == SlotKind::Escrow || slot.m_wrapped.size() == SealedBytes; });
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startArray(6);
    out.append(KeysReader::Magic);
    out.append(static_cast<quint64>(second ? 2 : 1));
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

Result<KeysFile::Slot> KeysFile::readSlot(KeysReader& in, quint64 version, const KdfLimits& limits)
{
    Slot slot;
    in.enter(10);
    const quint64 kind = in.number(version == 1 ? 1 : 2);
    slot.m_info.kind = static_cast<SlotKind>(kind);
    slot.m_info.user = QUuid::fromRfc4122(in.bytes(16));
    slot.m_info.label = in.text(LongestLabel);
    slot.m_info.role = in.text(LongestLabel);
    slot.m_info.generation = in.number(HighestGeneration);
    slot.m_info.cost.memoryBytes = in.number(limits.mostMemoryBytes);
    slot.m_info.cost.passes = static_cast<quint32>(in.number(limits.mostPasses));
    slot.m_salt = in.bytes(SlotSaltBytes);
    slot.m_nonce = in.bytes(slotSizes::Nonce);
    slot.m_wrapped = in.bytes(slotSizes::Wrapped, version == 1 ? slotSizes::Wrapped : SealedBytes);
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
    if (in.failed() || parts != 6 || version == 0 || count > static_cast<quint64>(MostSlots))
        return tl::unexpected<Error>(KeysReader::damaged(u"head"_s));
    for (quint64 i = 0; i < count; ++i) {
        auto slot = readSlot(in, version, limits);
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

} // namespace maiam
