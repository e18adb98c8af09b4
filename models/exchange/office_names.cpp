// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/office_names.h"

#include "models/exchange/package_format.h"
#include "models/records/record_id.h"

namespace maiam {

Result<OfficeNames> OfficeNames::read(Database& database, const OfficeInfo& own)
{
    OfficeNames names;
    auto trusted = offices::trustedOffices(database);
    if (!trusted)
        return fail(trusted);
    for (const TrustedOffice& one : *trusted)
        names.m_offices.insert(one.card.officeId, { one.card.unit, one.card.name });
    names.m_offices.insert(own.id, { own.unit, own.name });
    auto found = database.query(QStringLiteral("SELECT device, office FROM journal_device"));
    if (!found)
        return fail(found);
    while (found->next())
        names.m_devices.insert(found->blob(0), found->blob(1));
    if (auto done = found->finished(); !done)
        return fail(done);
    return names;
}

QString OfficeNames::machine(const QByteArray& device) const
{
    const QString name = packageFormat::deviceName(m_offices.value(m_devices.value(device)).unit, device);
    return name.startsWith(u'-') ? name.mid(1) : name;
}

QString OfficeNames::ownerOf(QUuid record) const
{
    for (auto one = m_offices.begin(); one != m_offices.end(); ++one)
        if (recordId::ownedBy(record, one.key()))
            return one->name;
    return {};
}

} // namespace maiam
