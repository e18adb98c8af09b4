// SPDX-License-Identifier: GPL-3.0-or-later
#include "write_times.h"

#include "bare_engine.h"
#include "measure.h"

#include "models/cases/case_list.h"
#include "models/imports/workbook_import.h"
#include "models/records/kinds.h"
#include "models/register/identity_store.h"

#include <QFileInfo>

using namespace maiam;

namespace {
constexpr int Commits = 200;
constexpr int EntriesOfBatch = 2000;

void good(bool done, const char* what)
{
    if (!done)
        qFatal("%s", what);
}

/// One edit as an officer makes it: the next review, the child's condition, the place.
void edit(Register& reg, qint64 row, int round)
{
    const auto done = reg.commit([row, round, &reg](Database& database) -> Result<Batch> {
        auto record = RecordTables(database).readRow(kinds::Case, row);
        if (!record)
            return fail(record);
        record->set(CaseFields::NextReview, reg.clock().now() + round);
        record->set(CaseFields::Condition, QStringLiteral("Sức khỏe tốt hơn, đã đi học lại, lần thăm %1").arg(round));
        record->set(CaseFields::Place, QStringLiteral("Thôn Ngàn Phe %1").arg(round));
        Batch batch;
        batch.add(*record);
        return batch;
    });
    good(bool(done.result()), "an edit was not saved");
}

std::vector<qint64> spread(const std::vector<qint64>& ids, int count)
{
    std::vector<qint64> some;
    for (int i = 0; i < count; ++i)
        some.push_back(ids[size_t(qint64(i) * 7919 % qint64(ids.size()))]);
    return some;
}

double perSecond(qint64 count, double ms)
{
    return double(count) / std::max(ms, 1e-6) * 1000;
}
} // namespace

QJsonObject writeTimes::commits(const QString& folder, const QString& copy)
{
    const auto reg = LargeRegister::open(folder);
    const auto ids =
        spread(reg->read([](Database& database) { return caseList::ids(database).value(); }).result(), Commits);
    std::unique_ptr<Recorder> recorder;
    good(bool(reg->writeLocal([&](Database& database) -> Result<void> {
                     recorder = std::make_unique<Recorder>(database);
                     return {};
                 })
                  .result()),
        "no recorder");
    std::vector<QList<QByteArray>> saves;
    qsizetype before = recorder->statements().size();
    for (int i = 0; i < Commits; ++i) {
        edit(*reg, ids[size_t(i)], i);
        saves.push_back(recorder->statements().mid(before));
        before = recorder->statements().size();
    }
    saves.front().removeIf(
        [](const QByteArray& text) { return text == "COMMIT"; }); // of the recorder's own transaction
    saves.front().append("COMMIT");
    good(bool(reg->writeLocal([&](Database&) -> Result<void> {
                     recorder.reset();
                     return {};
                 })
                  .result()),
        "recorder");
    BareEngine bare(LargeRegister::file(copy), LargeRegister::keyOf(copy), false);
    Pairs pairs;
    for (int i = 0; i < Commits; ++i) {
        bare.prepare(saves[size_t(i)], true);
        pairs.measure(
            1, [&](int) { edit(*reg, ids[size_t(i)], i + Commits); }, [&](int) { bare.run(); });
    }
    return pairs.toJson(false);
}

QJsonObject writeTimes::import(
    LargeRegister& source, const QString& folder, const QString& copy, const Catalogues& catalogues, int rows)
{
    const QString workbook = folder + QStringLiteral("-workbook.xlsx");
    source.writeWorkbook(workbook, rows);
    Span planning, running;
    qint64 cases = 0;
    {
        const auto reg = LargeRegister::open(folder);
        std::optional<ImportPlan> plan;
        planning = timed([&] {
            auto made = WorkbookImport::planFile(*reg, catalogues, workbook);
            good(bool(made), "the workbook was not understood");
            plan.emplace(std::move(*made));
        });
        running = timed([&] {
            auto done = WorkbookImport::run(*reg, catalogues, *plan);
            good(bool(done), "the workbook was not taken in");
            cases = done->summary.cases;
        });
    }
    BareEngine target(LargeRegister::file(copy), LargeRegister::keyOf(copy), false, BareEngine::LargeCacheKiB);
    BareEngine later(LargeRegister::file(folder), LargeRegister::keyOf(folder), true);
    MoreRows more(target, later);
    const Span bare = timed([&] { more.writeInto(target, 1); });
    return { { QStringLiteral("rows"), rows }, { QStringLiteral("cases"), cases },
        { QStringLiteral("plan_ms"), planning.wall }, { QStringLiteral("run_ms"), running.wall },
        { QStringLiteral("rows_per_second"), perSecond(rows, planning.wall + running.wall) },
        { QStringLiteral("bare_ms"), bare.wall }, { QStringLiteral("bare_table_rows"), more.rows() },
        { QStringLiteral("speed_of_bare"), bare.wall / (planning.wall + running.wall) },
        { QStringLiteral("writing_speed_of_bare"), bare.wall / running.wall } };
}

QJsonObject writeTimes::receive(const QString& folder, const QString& province, const QString& copy, int most)
{
    std::vector<Entry> entries;
    QByteArray office, signKey;
    {
        const auto reg = LargeRegister::open(folder);
        office = reg->office().id;
        entries = reg->read([&](Database& database) {
                         signKey = identityStore::office(database)->signKey();
                         std::vector<Entry> all;
                         std::vector<qint64> rows;
                         {
                             auto found = database.query(
                                 QStringLiteral("SELECT id FROM journal_entry WHERE device = 1 ORDER BY seq LIMIT ?"),
                                 { most });
                             while (found && found->next())
                                 rows.push_back(found->integer(0));
                         }
                         for (const qint64 row : rows) {
                             Entry entry = Journal::readEntry(database, row).value();
                             entry.parts.clear(); // packages carry none
                             all.push_back(std::move(entry));
                         }
                         return all;
                     })
                      .result();
    }
    {
        const auto reg = LargeRegister::empty(province, OfficeRole::Province);
        good(bool(reg->writeLocal([&](Database& database) {
                         return database.run(
                             QStringLiteral(
                                 "INSERT INTO trusted_office VALUES (?, '06838', 'UBND', 'commune', ?, ?, 1, '', 0)"),
                             { office, QByteArray(32, 'x'), signKey });
                     })
                      .result()),
            "not trusted");
    }
    LargeRegister::copy(province, copy);
    const auto count = qint64(entries.size());
    const int batches = int((count + EntriesOfBatch - 1) / EntriesOfBatch);
    qint64 added = 0;
    Span ours;
    {
        const auto reg = LargeRegister::open(province);
        ours = timed([&] {
            for (int b = 0; b < batches; ++b) {
                const auto from = entries.begin() + qptrdiff(b) * EntriesOfBatch;
                const auto to = entries.begin() + std::min(count, qint64(b + 1) * EntriesOfBatch);
                auto done = reg->receive(std::vector<Entry>(from, to)).result();
                good(bool(done), "not received");
                added += done->added;
            }
        });
    }
    BareEngine target(LargeRegister::file(copy), LargeRegister::keyOf(copy), false, BareEngine::LargeCacheKiB);
    BareEngine later(LargeRegister::file(province), LargeRegister::keyOf(province), true);
    MoreRows more(target, later);
    const Span bare = timed([&] { more.writeInto(target, batches); });
    return { { QStringLiteral("entries"), count }, { QStringLiteral("added"), added },
        { QStringLiteral("ms"), ours.wall }, { QStringLiteral("entries_per_second"), perSecond(count, ours.wall) },
        { QStringLiteral("bare_ms"), bare.wall }, { QStringLiteral("bare_table_rows"), more.rows() },
        { QStringLiteral("speed_of_bare"), bare.wall / ours.wall } };
}
