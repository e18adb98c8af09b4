// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/remark.h"

#include "models/records/kinds.h"
#include "models/records/record_id.h"

namespace maiam {

namespace {
Result<Record> load(Database& database, const QByteArray& office, const ReportPeriod& period)
{
    const QUuid id = recordId::named(office, "remark/" + period.code().toLatin1());
    auto stored = RecordTables(database).read(kinds::Remark, id);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return Record(kinds::Remark, id);
    return stored;
}
} // namespace

Result<QString> remark::read(Database& database, const QByteArray& office, const ReportPeriod& period)
{
    const auto record = load(database, office, period);
    if (!record)
        return fail(record);
    return record->state().deleted ? QString() : record->text(RemarkFields::Remark);
}

Result<Batch> remark::set(Database& database, const QByteArray& office, const ReportPeriod& period, const QString& text)
{
    auto record = load(database, office, period);
    if (!record)
        return fail(record);
    record->set(RemarkFields::Period, period.code());
    record->set(RemarkFields::Remark, text.trimmed());
    Batch batch;
    if (record->row() || !text.trimmed().isEmpty())
        batch.add(*record);
    return batch;
}

} // namespace maiam
