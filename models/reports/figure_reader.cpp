// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/figure_reader.h"

#include "models/catalogues/catalogues.h"
#include "models/records/record_id.h"
#include "models/reports/figure_sql.h"

#include <algorithm>

namespace maiam {

namespace {
const QDate Epoch(1970, 1, 1);
constexpr const char* SessionParts[] = { "count", "male", "female", "unspecified", "minutes", "hotlines", "materials",
    "referred" };

QString id(const char* pattern, const QString& code)
{
    return QLatin1String(pattern).arg(code);
}

/// Goes through all rows of a query.
template <typename Take>
Result<void> each(Database& database, const QString& sql, const QVariantList& values, Take take)
{
    Statement rows = database.prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        rows.bindValue(i, values[i]);
    while (rows.next())
        take(rows);
    return rows.finished();
}
} // namespace

PlanTime PlanTime::of(const WorkingCalendar& calendar, qint64 startDay, std::optional<qint64> doneDay,
    std::optional<qint64> closedDay, UtcMs now)
{
    const QDate last = calendar.addWorkingDays(Epoch.addDays(startDay), Days);
    if (doneDay)
        return { true, Epoch.addDays(*doneDay) <= last };
    if (closedDay)
        return { Epoch.addDays(*closedDay) > last, false };
    return { now >= civil::startOf(last.addDays(1)), false };
}

FigureReader::FigureReader(Database& database, const Catalogues& catalogues, const FigureScope& scope)
    : m_database(database)
    , m_catalogues(catalogues)
{
    m_figures.scope = scope;
}

Result<MonthlyFigures> FigureReader::read()
{
    prepare();
    std::optional<Transaction> view;
    if (!m_database.inTransaction()) {
        auto begun = Transaction::begin(m_database, Transaction::Kind::Read);
        if (!begun)
            return fail(begun);
        view.emplace(std::move(*begun));
    }
    if (auto done = readAll(); !done)
        return fail(done);
    return std::move(m_figures);
}

Result<void> FigureReader::readAll()
{
    using Step = Result<void> (FigureReader::*)();
    for (const Step step : { &FigureReader::readPeriod, &FigureReader::readTwelvePeriods, &FigureReader::readChildren,
             &FigureReader::readClosings, &FigureReader::readPlans, &FigureReader::readSessions,
             &FigureReader::readPlanned, &FigureReader::readTasks, &FigureReader::readRemark })
    {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    return m_figures.scope.province ? readCommunes() : Result<void>();
}

/// Every figure stands there from the beginning, so that "none" is a 0 and not a gap.
void FigureReader::prepare()
{
    for (const char* name : { "report.received", "case.opened", "child.count", "clock.assessed.met",
             "clock.assessed.due", "clock.plan.met", "clock.plan.due" })
    {
        set(QLatin1String(name), 0);
        set(QLatin1String(name) + QStringLiteral(".cumulative"), 0);
    }
    for (const char* name : { "case.closed", "case.open", "case.open.imported", "child.sex.male", "child.sex.female",
             "child.sex.unknown", "task.lead.count", "task.lead.done", "activity.count", "activity.people" })
        set(QLatin1String(name), 0);
    const auto zero = [&](const char* catalogue, const char* pattern, const QStringList& parts) {
        for (const QString& code : MonthlyFigures::codes(m_catalogues.at(QLatin1String(catalogue))))
            for (const QString& part : parts)
                set(id(pattern, code) + part, 0);
    };
    zero("sources", "report.source.%1", { QString() });
    zero("abuse-kinds", "case.kind.%1",
        { QStringLiteral(".count"), QStringLiteral(".male"), QStringLiteral(".female"), QStringLiteral(".unknown"),
            QStringLiteral(".cumulative") });
    zero("steps", "case.step.%1", { QString() });
    zero("environments", "case.environment.%1", { QString() });
    zero("age-bands", "child.age.%1",
        { QString(), QStringLiteral(".male"), QStringLiteral(".female"), QStringLiteral(".unknown") });
    QStringList parts { QStringLiteral(".people"), QStringLiteral(".planned"), QStringLiteral(".count.cumulative"),
        QStringLiteral(".people.cumulative") };
    for (const char* part : SessionParts)
        parts.append(u'.' + QLatin1String(part));
    zero("session-types", "session.%1", parts);
    for (const QString& kind : MonthlyFigures::activityKinds())
        for (const QString& part : parts)
            set(id("activity.%1", kind) + part, 0);
}

QString FigureReader::known(const char* catalogue, const QString& code) const
{
    const Catalogue& list = m_catalogues.at(QLatin1String(catalogue));
    const CatalogueEntry* entry = list.find(code);
    const bool old = code == QLatin1String("imported") && list.name() == QLatin1String("steps");
    return (entry && !entry->unknown()) || old ? code : QStringLiteral("unknown");
}

QVariant FigureReader::owner() const
{
    return m_figures.scope.owner ? QVariant(*m_figures.scope.owner) : QVariant();
}

void FigureReader::takePeriodRow(const Statement& row)
{
    const QString part = row.text(0);
    const QString key = row.text(1);
    const qint64 n = row.integer(2), a = row.integer(3), b = row.integer(4), c = row.integer(5);
    if (part == QLatin1String("total")) {
        set(QStringLiteral("report.received"), n);
        set(QStringLiteral("case.opened"), a);
        set(QStringLiteral("clock.assessed.met"), b);
        set(QStringLiteral("clock.assessed.due"), c);
    } else if (part == QLatin1String("kind")) {
        const QString kind = id("case.kind.%1", known("abuse-kinds", key));
        add(kind + QStringLiteral(".count"), n);
        add(kind + QStringLiteral(".male"), a);
        add(kind + QStringLiteral(".female"), b);
        add(kind + QStringLiteral(".unknown"), c);
    } else if (part == QLatin1String("child")) {
        const QString band = id("child.age.%1", known("age-bands", key));
        for (const auto& [sex, count] :
            { std::pair("male", a), std::pair("female", b), std::pair("unknown", n - a - b) }) {
            add(band + u'.' + QLatin1String(sex), count);
            add(QStringLiteral("child.sex.") + QLatin1String(sex), count);
        }
        add(band, n);
        add(QStringLiteral("child.count"), n);
    } else if (part == QLatin1String("source")) {
        add(id("report.source.%1", known("sources", key)), n);
    } else if (part == QLatin1String("step")) {
        add(id("case.step.%1", known("steps", key)), n);
    } else {
        add(id("case.environment.%1", known("environments", key)), n);
    }
}

Result<void> FigureReader::readPeriod()
{
    const FigureScope& scope = m_figures.scope;
    return each(m_database, figureSql::period(m_catalogues.at(QLatin1String("age-bands"))),
        { scope.period.begin(), scope.period.end(), scope.now, owner() },
        [&](const Statement& row) { takePeriodRow(row); });
}

Result<void> FigureReader::readTwelvePeriods()
{
    const FigureScope& scope = m_figures.scope;
    QVariantList values { scope.period.plus(-11).begin(), scope.period.end(), scope.now, owner() };
    for (int i = 1; i < 12; ++i)
        values.append(scope.period.plus(i - 11).begin());
    const int firstOfYear = 12 - scope.period.month();
    return each(m_database, figureSql::twelvePeriods(), values, [&](const Statement& row) {
        const auto bin = size_t(row.integer(0));
        m_figures.newCases[bin] += row.integer(3);
        if (int(bin) < firstOfYear)
            return;
        add(QStringLiteral("report.received.cumulative"), row.integer(2));
        add(QStringLiteral("case.opened.cumulative"), row.integer(3));
        add(id("case.kind.%1.cumulative", known("abuse-kinds", row.text(1))), row.integer(3));
        add(QStringLiteral("clock.assessed.met.cumulative"), row.integer(4));
        add(QStringLiteral("clock.assessed.due.cumulative"), row.integer(5));
    });
}

Result<void> FigureReader::readChildren()
{
    const FigureScope& scope = m_figures.scope;
    return each(m_database, figureSql::children(), { scope.period.yearBegin(), scope.period.end(), owner() },
        [&](const Statement& row) { set(QStringLiteral("child.count.cumulative"), row.integer(0)); });
}

Result<void> FigureReader::readClosings()
{
    const FigureScope& scope = m_figures.scope;
    return each(m_database, figureSql::closings(), { scope.period.begin(), scope.period.end(), owner() },
        [&](const Statement& row) {
            set(QStringLiteral("case.closed"), row.integer(0));
            set(QStringLiteral("case.open"), row.integer(1));
            set(QStringLiteral("case.open.imported"), row.integer(2));
        });
}

Result<void> FigureReader::readPlans()
{
    const auto calendar = WorkingCalendar::fromCatalogue(m_catalogues.at(QLatin1String("holidays")));
    if (!calendar)
        return fail(calendar);
    const FigureScope& scope = m_figures.scope;
    const auto day = [](const Statement& row, int column) {
        return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
    };
    struct Count
    {
        qint64 due = 0;
        qint64 met = 0;
    };
    Count month, year;
    auto done = each(m_database, figureSql::planDays(),
        { scope.period.yearBegin(), scope.period.end(), scope.period.begin(), owner() }, [&](const Statement& row) {
            const PlanTime time = PlanTime::of(*calendar, row.integer(1), day(row, 2), day(row, 3), scope.now);
            for (Count* count : { &year, row.integer(0) ? &month : nullptr }) {
                if (!count)
                    continue;
                count->due += time.due;
                count->met += time.met;
            }
        });
    add(QStringLiteral("clock.plan.due"), month.due);
    add(QStringLiteral("clock.plan.met"), month.met);
    add(QStringLiteral("clock.plan.due.cumulative"), year.due);
    add(QStringLiteral("clock.plan.met.cumulative"), year.met);
    return done;
}

Result<void> FigureReader::readSessions()
{
    const FigureScope& scope = m_figures.scope;
    const Catalogue& types = m_catalogues.at(QLatin1String("session-types"));
    return each(m_database, figureSql::sessions(),
        { scope.period.yearBegin(), scope.period.end(), scope.period.begin(), owner() }, [&](const Statement& row) {
            const QString type = known("session-types", row.text(0));
            const CatalogueEntry* entry = types.find(type);
            QStringList heads { id("session.%1", type) };
            if (entry)
                heads.append(id("activity.%1", entry->text(QLatin1String("kind"))));
            add(QStringLiteral("activity.count"), row.integer(1));
            add(QStringLiteral("activity.people"), row.integer(2) + row.integer(3) + row.integer(4));
            for (const QString& head : heads) {
                for (int i = 0; i < int(std::size(SessionParts)); ++i)
                    add(head + u'.' + QLatin1String(SessionParts[i]), row.integer(1 + i));
                add(head + QStringLiteral(".people"), row.integer(2) + row.integer(3) + row.integer(4));
                add(head + QStringLiteral(".count.cumulative"), row.integer(9));
                add(head + QStringLiteral(".people.cumulative"), row.integer(10));
            }
        });
}

Result<void> FigureReader::readPlanned()
{
    const ReportPeriod next = m_figures.scope.period.next();
    return each(m_database, figureSql::planned(), { next.begin(), next.end(), owner() }, [&](const Statement& row) {
        const QString type = known("session-types", row.text(0));
        add(id("session.%1.planned", type), row.integer(1));
        if (const CatalogueEntry* entry = m_catalogues.at(QLatin1String("session-types")).find(type))
            add(id("activity.%1.planned", entry->text(QLatin1String("kind"))), row.integer(1));
    });
}

Result<void> FigureReader::readTasks()
{
    const FigureScope& scope = m_figures.scope;
    auto tasks = taskProgress::read(m_database, m_catalogues,
        { scope.period.year(), scope.period.yearBegin(), scope.period.end(), scope.period.yearEnd(), scope.now,
            scope.office, scope.owner, scope.province });
    if (!tasks)
        return fail(tasks);
    m_figures.tasks = std::move(*tasks);
    for (const TaskProgress& task : m_figures.tasks) {
        // A task that is only the heading of others is not counted beside them.
        const CatalogueEntry* entry = m_catalogues.at(QLatin1String("directive-tasks")).find(task.code);
        if (task.role != QLatin1String("lead") || (entry && !entry->list(QLatin1String("children")).isEmpty()))
            continue;
        add(QStringLiteral("task.lead.count"), 1);
        add(QStringLiteral("task.lead.done"), task.state == QLatin1String("done") ? 1 : 0);
    }
    return {};
}

Result<void> FigureReader::readRemark()
{
    const FigureScope& scope = m_figures.scope;
    return each(m_database,
        QStringLiteral(
            "SELECT remark FROM remark WHERE period = ? AND owner = ? AND flags & 1 = 0 ORDER BY id LIMIT 1"),
        { scope.period.code(), scope.office }, [&](const Statement& row) { m_figures.remark = row.text(0); });
}

Result<void> FigureReader::readCommunes()
{
    const FigureScope& scope = m_figures.scope;
    std::map<QByteArray, CommuneFigures> communes;
    auto done = each(m_database,
        QStringLiteral("SELECT owner, unit, name FROM office WHERE role = 'commune' AND flags & 1 = 0"), {},
        [&](const Statement& row) {
            communes[row.blob(0)] = { row.blob(0), row.text(1), row.text(2), {} };
        });
    const auto take = [&](const QString& sql, const QVariantList& values, std::initializer_list<const char*> names) {
        if (!done)
            return;
        done = each(m_database, sql, values, [&](const Statement& row) {
            // An office whose own record has not come yet still has its figures.
            CommuneFigures& commune = communes[row.blob(0)];
            commune.owner = row.blob(0);
            int column = 1;
            for (const char* name : names)
                commune.values[QLatin1String(name)] += row.integer(column++);
        });
    };
    const QVariantList within { scope.period.begin(), scope.period.end(), owner() };
    take(figureSql::byOwner(), { scope.period.begin(), scope.period.end(), scope.now, owner() },
        { "report.received", "case.opened", "child.count", "clock.assessed.met", "clock.assessed.due" });
    take(figureSql::closingsByOwner(), within, { "case.closed", "case.open" });
    take(figureSql::sessionsByOwner(), within, { "activity.count", "activity.people" });
    if (!done)
        return done;
    communes.erase(scope.office); // the province's own records are no commune
    for (auto& [owner, commune] : communes)
        m_figures.communes.push_back(std::move(commune));
    std::sort(
        m_figures.communes.begin(), m_figures.communes.end(), [](const CommuneFigures& a, const CommuneFigures& b) {
            return std::tie(a.unit, a.owner) < std::tie(b.unit, b.owner);
        });
    return {};
}

} // namespace maiam
