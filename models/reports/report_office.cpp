// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_office.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

namespace maiam {

Result<ReportOffice> ReportOffice::read(Database& database, const QByteArray& office)
{
    const auto record = RecordTables(database).read(kinds::Office, recordId::named(office, "office"));
    if (!record)
        return fail(record);
    return ReportOffice { office, record->text(OfficeFields::Unit), record->text(OfficeFields::Name),
        record->text(OfficeFields::Role) == QLatin1String("province"), record->text(OfficeFields::Signer),
        record->text(OfficeFields::SignerTitle) };
}

Result<Batch> ReportOffice::setSigner(
    Database& database, const QByteArray& office, const QString& signer, const QString& title)
{
    auto record = RecordTables(database).read(kinds::Office, recordId::named(office, "office"));
    if (!record)
        return fail(record);
    record->set(OfficeFields::Signer, signer.simplified());
    record->set(OfficeFields::SignerTitle, title.simplified());
    Batch batch;
    if (!record->changes().empty())
        batch.add(*record);
    return batch;
}

} // namespace maiam
