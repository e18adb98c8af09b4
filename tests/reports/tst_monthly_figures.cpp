// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/monthly_figures.h"

#include "models/reports/figure_cases.h"
#include "models/reports/figure_sql.h"
#include "models/reports/remark.h"
#include "tests/reports/random_month.h"

#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace maiam;

namespace {

const QByteArray First(16, 'a');
const QByteArray Second(16, 'b');

QString s(const char* latin)
{
    return QString::fromLatin1(latin);
}

FigureScope october()
{
    const ReportPeriod period = ReportPeriod::month(2026, 10);
    return { period, period.end() + 3600000, First, false, {} };
}

MonthlyFigures figuresOf(SmallRegister& reg, const FigureScope& scope)
{
    auto figures = MonthlyFigures::read(reg.database(), builtInCatalogues(), scope);
    if (!figures)
        qFatal("%s / %s", qPrintable(figures.error().message), qPrintable(figures.error().detail));
    return std::move(*figures);
}

std::vector<qint64> casesOf(SmallRegister& reg, const QString& figure, const FigureScope& scope)
{
    auto rows = FigureCases::casesOf(reg.database(), builtInCatalogues(), figure, scope);
    if (!rows)
        qFatal("%s: %s / %s", qPrintable(figure), qPrintable(rows.error().message), qPrintable(rows.error().detail));
    return std::move(*rows);
}

qint64 childrenOf(const std::vector<qint64>& rows, const PlainMonth& month)
{
    std::set<QUuid> who;
    for (const PlainCase& one : month.cases)
        if (std::find(rows.begin(), rows.end(), one.row) != rows.end())
            who.insert(one.child < 0 ? one.id : month.children[size_t(one.child)].id);
    return qint64(who.size());
}

bool countsChildren(const QString& id)
{
    const bool kindBySex = id.startsWith(s("case.kind."))
        && (id.endsWith(s(".male")) || id.endsWith(s(".female")) || id.endsWith(s(".unknown")));
    return id.startsWith(s("child.")) || kindBySex;
}

Values session(const char* type, const char* state, UtcMs starts, qint64 male, qint64 female, qint64 hotlines = 0)
{
    return { { "type", s(type) }, { "state", s(state) }, { "starts", starts }, { "male", male }, { "female", female },
        { "minutes", qint64(90) }, { "hotlines", hotlines }, { "materials", qint64(50) } };
}

} // namespace

class TestMonthlyFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFigureIsWhatCountingByHandGives()
    {
        QVERIFY(rc::check("figures equal a plain count", [] {
            PlainMonth month = randomMonth(First, Second);
            SmallRegister reg;
            store(month, reg);
            FigureScope scope = october();
            if (*rc::gen::inRange(0, 2))
                scope.owner = Second;
            const MonthlyFigures figures = figuresOf(reg, scope);
            for (const auto& [id, number] : countByHand(month, scope)) {
                RC_LOG() << id.toStdString() << "\n";
                RC_ASSERT(figures.at(id) == number);
            }
        }));
    }

    void theListBehindAFigureHoldsWhatItCounts()
    {
        QVERIFY(rc::check("cases behind a figure", [] {
            PlainMonth month = randomMonth(First, Second);
            SmallRegister reg;
            store(month, reg);
            FigureScope scope = october();
            scope.province = true;
            const MonthlyFigures figures = figuresOf(reg, scope);
            for (const auto& [id, number] : figures.values) {
                if (!FigureCases::hasCases(id) || id.startsWith(s("case.kind.unknown.")))
                    continue;
                const auto rows = casesOf(reg, id, scope);
                RC_LOG() << id.toStdString() << "\n";
                RC_ASSERT((countsChildren(id) ? childrenOf(rows, month) : qint64(rows.size())) == number);
            }
            for (const CommuneFigures& commune : figures.communes)
                for (const char* figure :
                    { "report.received", "case.opened", "case.closed", "case.open", "clock.assessed.due" }) {
                    const QString id = s("owner.%1.%2").arg(s(commune.owner.toHex().constData()), s(figure));
                    RC_ASSERT(qint64(casesOf(reg, id, scope).size()) == figures.at(id));
                }
        }));
    }

    void theCommunesAddUpToTheProvince()
    {
        QVERIFY(rc::check("sum over communes", [] {
            PlainMonth month = randomMonth(First, Second);
            SmallRegister reg;
            store(month, reg);
            FigureScope scope = october();
            scope.office = QByteArray(16, 'p');
            scope.province = true;
            const MonthlyFigures figures = figuresOf(reg, scope);
            for (const char* figure : { "report.received", "case.opened", "case.closed", "case.open",
                     "clock.assessed.met", "clock.assessed.due" })
            {
                qint64 sum = 0;
                for (const CommuneFigures& commune : figures.communes)
                    sum += figures.at(s("owner.%1.%2").arg(s(commune.owner.toHex().constData()), s(figure)));
                RC_ASSERT(sum == figures.at(s(figure)));
            }
        }));
    }

    void aReportBelongsToTheDayOnWhichItWasReceivedInVietNam()
    {
        SmallRegister reg;
        for (const auto& [day, time] :
            { std::pair(QDate(2026, 9, 14), QTime(23, 59, 59, 999)), std::pair(QDate(2026, 9, 15), QTime(0, 0)),
                std::pair(QDate(2026, 10, 14), QTime(23, 59, 59, 999)), std::pair(QDate(2026, 10, 15), QTime(0, 0)) })
            reg.add(kinds::Case, { { "received", civil::at(day, time) } }, First);
        QCOMPARE(figuresOf(reg, october()).at(s("report.received")), 2);
        QCOMPARE(figuresOf(reg, october()).newCases[11], 2);
        QCOMPARE(figuresOf(reg, october()).newCases[10], 1);
    }

    void twoCasesOfOneChildAreTwoCasesAndOneChild()
    {
        SmallRegister reg;
        const QUuid child = recordId::create(First);
        reg.add(kinds::Child, { { "sex", s("female") } }, First, child);
        for (const int day : { 1, 2 })
            reg.add(kinds::Case,
                { { "child", idBytes(child) }, { "kind", s("sexual") },
                    { "received", civil::startOf(QDate(2026, 10, day)) } },
                First);
        const MonthlyFigures figures = figuresOf(reg, october());
        QCOMPARE(figures.at(s("case.opened")), 2);
        QCOMPARE(figures.at(s("child.count")), 1);
        QCOMPARE(figures.at(s("case.kind.sexual.count")), 2);
        QCOMPARE(figures.at(s("case.kind.sexual.female")), 1);
    }

    void thePlansTimeIsFiveWorkingDaysFromTheAssessment()
    {
        SmallRegister reg;
        const UtcMs friday = civil::at(QDate(2026, 9, 18), QTime(16, 0)); // due on Friday the 25th
        const auto plan = [&](std::optional<UtcMs> submitted) {
            reg.add(kinds::Case,
                { { "received", friday }, { "assessed", friday }, { "plan_submitted", valueOf(submitted) } }, First);
        };
        plan(civil::at(QDate(2026, 9, 25), QTime(23, 59)));
        plan(civil::at(QDate(2026, 9, 26), QTime(0, 0)));
        plan({});
        FigureScope scope = october();
        QCOMPARE(figuresOf(reg, scope).at(s("clock.plan.due")), 3);
        QCOMPARE(figuresOf(reg, scope).at(s("clock.plan.met")), 1);
        scope.now = civil::at(QDate(2026, 9, 25), QTime(23, 59)); // the third may still come in time
        QCOMPARE(figuresOf(reg, scope).at(s("clock.plan.due")), 2);
        QCOMPARE(casesOf(reg, s("clock.plan.met"), scope).size(), size_t(1));
    }

    void oldWorkbookCasesCountButTheirTimesDoNot()
    {
        SmallRegister reg;
        reg.add(kinds::Case,
            { { "received", civil::startOf(QDate(2026, 10, 1)) }, { "origin", s("workbook") },
                { "step", s("imported") }, { "kind", s("violence") } },
            First);
        const MonthlyFigures figures = figuresOf(reg, october());
        QCOMPARE(figures.at(s("case.opened")), 1);
        QCOMPARE(figures.at(s("clock.assessed.due")), 0);
        QCOMPARE(figures.at(s("clock.plan.due")), 0);
        QCOMPARE(figures.at(s("case.open")), 0);
        QCOMPARE(figures.at(s("case.open.imported")), 1);
    }

    void onlySessionsThatWereHeldCount()
    {
        SmallRegister reg;
        const UtcMs day = civil::at(QDate(2026, 10, 2), QTime(8, 0));
        reg.add(kinds::Session, session("communication", "held", day, 20, 30, 1), First);
        reg.add(kinds::Session, session("class-children", "held", day, 10, 12), First);
        reg.add(kinds::Session, session("class-children", "held", civil::startOf(QDate(2026, 3, 1)), 5, 5), First);
        reg.add(kinds::Session, session("class-children", "cancelled", day, 0, 0), First);
        reg.add(kinds::Session, session("class-children", "planned", civil::startOf(QDate(2026, 10, 20)), 0, 0), First);
        reg.add(kinds::Session, session("counselling-point", "held", day, 1, 1), First, {}, true);
        const MonthlyFigures figures = figuresOf(reg, october());
        QCOMPARE(figures.at(s("activity.communication.count")), 1);
        QCOMPARE(figures.at(s("activity.communication.people")), 50);
        QCOMPARE(figures.at(s("activity.communication.hotlines")), 1);
        QCOMPARE(figures.at(s("session.class-children.count")), 1);
        QCOMPARE(figures.at(s("session.class-children.minutes")), 90);
        QCOMPARE(figures.at(s("activity.training.count.cumulative")), 2);
        QCOMPARE(figures.at(s("activity.training.people.cumulative")), 32);
        QCOMPARE(figures.at(s("activity.training.planned")), 1);
        QCOMPARE(figures.at(s("activity.point.count")), 0);
        const auto behind = [&](const char* id) {
            return FigureCases::sessionsOf(reg.database(), builtInCatalogues(), s(id), october()).value().size();
        };
        QCOMPARE(behind("activity.training.count"), size_t(1));
        QCOMPARE(behind("activity.training.count.cumulative"), size_t(2));
        QCOMPARE(behind("activity.training.planned"), size_t(1));
        QCOMPARE(behind("activity.communication.hotlines"), size_t(1));
        QVERIFY(!FigureCases::casesOf(reg.database(), builtInCatalogues(), s("activity.training.count"), october()));
    }

    void anEmptyMonthSaysSo()
    {
        SmallRegister reg;
        reg.add(kinds::Case, { { "received", civil::startOf(QDate(2026, 3, 1)) } }, First);
        QVERIFY(figuresOf(reg, october()).nothingHappened());
        QCOMPARE(figuresOf(reg, october()).at(s("case.opened.cumulative")), 1);
        reg.add(kinds::Session, session("communication", "held", civil::startOf(QDate(2026, 10, 1)), 1, 1), First);
        QVERIFY(!figuresOf(reg, october()).nothingHappened());
    }

    void theRemarkIsKeptByPeriod()
    {
        SmallRegister reg;
        const ReportPeriod period = october().period;
        reg.apply(remark::set(reg.database(), First, period, s("Con thieu cong tac vien ")).value(), First);
        QCOMPARE(remark::read(reg.database(), First, period).value(), s("Con thieu cong tac vien"));
        QCOMPARE(figuresOf(reg, october()).remark, s("Con thieu cong tac vien"));
        QVERIFY(remark::read(reg.database(), First, period.next()).value().isEmpty());
        QVERIFY(remark::set(reg.database(), First, period.next(), QString()).value().changes.empty());
    }

    void noFigureReadsATableFromEndToEnd()
    {
        SmallRegister reg;
        for (const QString& sql : figureSql::all(builtInCatalogues())) {
            Statement plan = reg.database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
            int searches = 0;
            while (plan.next()) {
                const QString line = plan.text(3);
                QVERIFY2(
                    !line.startsWith(s("SCAN c")) && !line.startsWith(s("SCAN k")), qPrintable(line + u'\n' + sql));
                for (const char* index : { "case_received", "case_closed", "case_figures", "session_starts" })
                    searches += line.startsWith(s("SEARCH")) && line.contains(s(" INDEX ") + s(index));
            }
            QVERIFY2(plan.finished(), qPrintable(sql));
            QVERIFY2(searches > 0, qPrintable(sql));
        }
    }
};

QTEST_GUILESS_MAIN(TestMonthlyFigures)
#include "tst_monthly_figures.moc"
