// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/record_id.h"

#include <sodium.h>

namespace maiam {

namespace {
QUuid shaped(const QByteArray& officeId, QByteArray bytes)
{
    Q_ASSERT(officeId.size() == 16 && bytes.size() == 16);
    bytes.replace(0, recordId::OfficePrefix, officeId.left(recordId::OfficePrefix));
    bytes[6] = char((uchar(bytes[6]) & 0x0f) | 0x80); // version 8: custom
    bytes[8] = char((uchar(bytes[8]) & 0x3f) | 0x80); // variant of RFC 9562
    return QUuid::fromRfc4122(bytes);
}
} // namespace

QUuid recordId::create(const QByteArray& officeId)
{
    QByteArray bytes(16, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return shaped(officeId, bytes);
}

QUuid recordId::named(const QByteArray& officeId, const QByteArray& meaning)
{
    QByteArray bytes(16, Qt::Uninitialized);
    const QByteArray input = officeId + meaning;
    crypto_generichash(reinterpret_cast<uchar*>(bytes.data()), size_t(bytes.size()),
        reinterpret_cast<const uchar*>(input.constData()), size_t(input.size()), nullptr, 0);
    return shaped(officeId, bytes);
}

bool recordId::ownedBy(QUuid record, const QByteArray& officeId)
{
    return record.toRfc4122().startsWith(officeId.left(OfficePrefix));
}

} // namespace maiam
