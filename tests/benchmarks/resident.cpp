// SPDX-License-Identifier: GPL-3.0-or-later
#include "resident.h"

#include "large_register.h"
#include "process_memory.h"

#include "models/agenda/agenda.h"
#include "models/cases/case_list.h"
#include "models/children/child_list.h"
#include "models/records/kinds.h"
#include "models/reports/monthly_figures.h"

using namespace maiam;

namespace {
void readRound(
    Database& database, const Catalogues& catalogues, const FigureScope& scope, int round, std::vector<qint64>& ids)
{
    for (const CaseFilter filter : { CaseFilter::Open, CaseFilter::Unsent, CaseFilter::All })
        ids = caseList::ids(database, filter).value();
    for (const char* typed : { "n", "ng", "nguyen", "đức", "lan", "0223", "nguyen thi h" })
        static_cast<void>(caseList::search(database, QString::fromUtf8(typed)).value());
    QRandomGenerator random(quint32(round + 1));
    for (int page = 0; page < 30; ++page) {
        const size_t from = random.bounded(quint32(ids.size()));
        static_cast<void>(
            caseList::page(database, std::span(ids).subspan(from, std::min<size_t>(100, ids.size() - from))).value());
    }
    const auto children = childList::ids(database).value();
    static_cast<void>(
        childList::page(database, std::span(children).first(std::min<size_t>(100, children.size()))).value());
    static_cast<void>(agenda::read(database, StatutoryClock::fromCatalogues(catalogues).value(), scope.now).value());
    if (round % 5 == 0)
        static_cast<void>(MonthlyFigures::read(database, catalogues, scope).value());
}
} // namespace

QJsonObject residentMemory(const QString& folder, const Catalogues& catalogues)
{
    const auto reg = LargeRegister::open(folder);
    const bool cleared = processMemory::forgetHighest();
    const qint64 unlocked = processMemory::residentKb();
    FigureScope scope;
    scope.now = reg->clock().now();
    scope.period = ReportPeriod::of(civil::date(scope.now)).previous();
    scope.office = reg->office().id;
    std::vector<qint64> ids;
    for (int round = 0; round < 20; ++round) {
        reg->read([&](Database& database) {
               readRound(database, catalogues, scope, round, ids);
               return true;
           })
            .waitForFinished();
        for (int save = 0; save < 3; ++save) {
            const qint64 row = ids[size_t(round * 3 + save) % ids.size()];
            const auto saved = reg->commit([&](Database& database) -> Result<Batch> {
                                      Record record = RecordTables(database).readRow(kinds::Case, row).value();
                                      record.set(CaseFields::Condition, QStringLiteral("Lần thăm %1").arg(round));
                                      Batch batch;
                                      batch.add(record);
                                      return batch;
                                  })
                                   .result();
            if (!saved)
                qFatal("not saved");
        }
    }
    return { { QStringLiteral("unlocked_kb"), unlocked }, { QStringLiteral("highest_kb"), processMemory::highestKb() },
        { QStringLiteral("counted_from_unlocking"), cleared } };
}
