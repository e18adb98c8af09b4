// SPDX-License-Identifier: GPL-3.0-or-later
#include "read_times.h"

#include "bare_engine.h"
#include "large_register.h"
#include "measure.h"

#include "models/activities/session_list.h"
#include "models/agenda/agenda.h"
#include "models/cases/case_list.h"
#include "models/children/child_list.h"
#include "models/reports/monthly_figures.h"

using namespace maiam;

namespace {
constexpr int PageRows = 100;
constexpr size_t CardsShown = 30; // as TodayPage has it

/// Runs a piece of the program once to learn its statements, then both sides in turns.
template <typename Work> QJsonObject beside(Database& database, BareEngine& bare, int times, Work work)
{
    QList<QByteArray> statements;
    {
        const Recorder recorder(database);
        work();
        statements = recorder.statements();
    }
    bare.prepare(statements);
    const qint64 rows = bare.run();
    Pairs pairs;
    pairs.measure(
        times, [&](int) { work(); }, [&](int) { bare.run(); });
    QJsonObject out = pairs.toJson();
    out.insert(QStringLiteral("rows"), rows);
    return out;
}

void good(bool done)
{
    if (!done)
        qFatal("a list could not be read");
}

QJsonObject searches(Database& database, BareEngine& bare)
{
    QJsonObject out;
    for (const char* typed : { "đức", "duc", "ng", "n", "nguyen thi", "nguyễn thị lan", "0223", "BL-2024-", "xyzzy" }) {
        const QString text = QString::fromUtf8(typed);
        out.insert(text, beside(database, bare, 31, [&] { good(bool(caseList::search(database, text, 50))); }));
    }
    return out;
}

std::vector<qint64> someOf(const std::vector<qint64>& ids)
{
    std::vector<qint64> some;
    QRandomGenerator random(7);
    for (int i = 0; i < PageRows; ++i)
        some.push_back(ids[size_t(random.bounded(quint32(ids.size())))]);
    return some;
}

QJsonObject lists(Database& database, BareEngine& bare)
{
    QJsonObject out;
    const std::pair<const char*, CaseFilter> filters[] = { { "ids_all", CaseFilter::All },
        { "ids_open", CaseFilter::Open }, { "ids_imported", CaseFilter::Imported },
        { "ids_unsent", CaseFilter::Unsent } };
    for (const auto& [name, filter] : filters)
        out.insert(QLatin1String(name),
            beside(database, bare, 11, [&, filter = filter] { good(bool(caseList::ids(database, filter))); }));
    const auto ids = caseList::ids(database).value();
    const auto page = someOf(ids);
    out.insert(
        QStringLiteral("page"), beside(database, bare, 101, [&] { good(bool(caseList::page(database, page))); }));
    out.insert(QStringLiteral("child_ids"), beside(database, bare, 11, [&] { good(bool(childList::ids(database))); }));
    const auto children = someOf(childList::ids(database).value());
    out.insert(QStringLiteral("child_page"),
        beside(database, bare, 101, [&] { good(bool(childList::page(database, children))); }));
    out.insert(
        QStringLiteral("session_ids"), beside(database, bare, 11, [&] { good(bool(sessionList::ids(database))); }));
    return out;
}
} // namespace

QJsonObject readTimes::opening(const QString& folder)
{
    Pairs pairs;
    const SecretKey key = LargeRegister::keyOf(folder);
    // Not in pairs inside one clock: the program's time holds the key's derivation, which is measured and taken off.
    std::vector<double> derivation;
    for (int i = 0; i < 7; ++i)
        derivation.push_back(timed([&] { static_cast<void>(LargeRegister::keyOf(folder)); }).wall);
    const double without = median(derivation);
    for (int i = 0; i < 11; ++i) {
        std::unique_ptr<Register> reg;
        Span ours = timed([&] { reg = LargeRegister::open(folder); });
        reg.reset();
        ours.wall -= without;
        Span bare;
        {
            std::unique_ptr<BareEngine> writer, reader;
            bare = timed([&] {
                writer = std::make_unique<BareEngine>(LargeRegister::file(folder), key, false);
                reader = std::make_unique<BareEngine>(LargeRegister::file(folder), key, true);
            });
        }
        pairs.add(ours, bare);
    }
    return pairs.toJson(false);
}

QJsonObject readTimes::all(const QString& folder, const Catalogues& catalogues)
{
    const auto reg = LargeRegister::open(folder);
    const UtcMs now = reg->clock().now();
    FigureScope scope;
    scope.period = ReportPeriod::of(civil::date(now)).previous();
    scope.now = now;
    scope.office = reg->office().id;
    const auto clock = StatutoryClock::fromCatalogues(catalogues);
    good(bool(clock));
    return reg
        ->read([&](Database& database) {
            BareEngine bare(LargeRegister::file(folder), LargeRegister::keyOf(folder), true);
            QJsonObject out;
            out.insert(QStringLiteral("search"), searches(database, bare));
            out.insert(QStringLiteral("lists"), lists(database, bare));
            out.insert(QStringLiteral("figures"),
                beside(database, bare, 21, [&] { good(bool(MonthlyFigures::read(database, catalogues, scope))); }));
            out.insert(QStringLiteral("agenda"), beside(database, bare, 11, [&] {
                good(bool(agenda::read(database, *clock, now, agenda::SoonDays, CardsShown)));
            }));
            return out;
        })
        .result();
}
