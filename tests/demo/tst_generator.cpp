// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/agenda.h"
#include "models/catalogues/catalogues.h"
#include "models/demo/generator.h"
#include "tests/support/wanted_register.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace maiam;

namespace {
/// A commune's register whose clock stands on Tuesday, 24 November 2026, 9:00.
struct Office
{
    explicit Office(bool demo, QDate day = QDate(2026, 11, 24))
    {
        NewRegister wanted = test::wantedRegister(m_folder.filePath(QStringLiteral("so")));
        wanted.displayName = QStringLiteral("lan");
        wanted.demo = demo;
        m_now = civil::at(day, QTime(9, 0));
        auto made = Register::create(wanted, std::make_shared<FixedClock>(m_now));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        m_reg = std::move(made->reg);
    }
    QStringList rows(const QString& sql) const
    {
        return m_reg
            ->read([sql](Database& db) {
                QStringList out;
                auto found = db.query(sql);
                while (found && found->next()) {
                    QStringList row;
                    for (int c = 0; c < found->columnCount(); ++c)
                        row.append(found->text(c));
                    out.append(row.join(u'|'));
                }
                return found && !found->error() ? out : QStringList(QStringLiteral("wrong SQL"));
            })
            .result();
    }
    qint64 number(const QString& sql) const { return rows(sql).value(0).toLongLong(); }
    /// Everything but ids, as text.
    QStringList figures() const
    {
        return rows(QStringLiteral("SELECT code, name, birth, sex, ethnic_group, number, father, mother, village, "
                                   "\"group\", registered FROM child ORDER BY code"))
            + rows(QStringLiteral("SELECT c.code, k.code, kind, received, step, assessed, plan_submitted, "
                                  "plan_approved, closed, summary FROM \"case\" c "
                                  "JOIN child k ON k.record = c.child ORDER BY c.code"))
            + rows(QStringLiteral("SELECT type, starts, state, male, female, place FROM session ORDER BY id"));
    }

    QTemporaryDir m_folder;
    UtcMs m_now = 0;
    std::unique_ptr<Register> m_reg;
};
} // namespace

class TestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registerOfRealChildrenRefuses()
    {
        Office office(false);
        for (const auto& refused : { demo::generate(*office.m_reg, {}), demo::believableCommune(*office.m_reg) }) {
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
            QVERIFY(!refused.error().message.isEmpty());
        }
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM child")), 0);
    }

    void sameSeedGivesTheSameFigures()
    {
        Office one(true), two(true), other(true);
        const DemoSize size { 60, 90, 20, 7 };
        QVERIFY(demo::generate(*one.m_reg, size));
        QVERIFY(demo::generate(*two.m_reg, size));
        QVERIFY(demo::generate(*other.m_reg, { 60, 90, 20, 8 }));
        QCOMPARE(one.figures().size(), 170);
        QCOMPARE(one.figures(), two.figures());
        QVERIFY(one.figures() != other.figures());
    }

    void everyMomentIsPossible()
    {
        Office office(true);
        QVERIFY(demo::generate(*office.m_reg, { 200, 600, 40, 3 }));
        const QString now = QString::number(office.m_now);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM \"case\"")), 600);
        const QStringList impossible {
            QStringLiteral("received > ") + now,
            QStringLiteral("assessed < received OR assessed > ") + now,
            QStringLiteral("emergency_decided < assessed"),
            QStringLiteral("plan_submitted < assessed"),
            QStringLiteral("plan_approved < plan_submitted"),
            QStringLiteral("closed < plan_approved OR closed > ") + now,
            QStringLiteral("plan_submitted IS NOT NULL AND assessed IS NULL"),
            QStringLiteral("(step = 'closed') <> (closed IS NOT NULL)"),
            QStringLiteral("age < 0 OR age > 15"),
            QStringLiteral("age IS NULL"),
            QStringLiteral("child NOT IN (SELECT record FROM child)"),
        };
        for (const QString& condition : impossible)
            QCOMPARE(office.rows(QStringLiteral("SELECT code FROM \"case\" WHERE ") + condition), QStringList());
        QCOMPARE(office.number(QStringLiteral("SELECT count(DISTINCT code) FROM \"case\"")), 600);
        QCOMPARE(office.number(QStringLiteral("SELECT count(DISTINCT number) FROM child")),
            office.number(QStringLiteral("SELECT count(number) FROM child")));
        QCOMPARE(office.rows(QStringLiteral("SELECT code FROM child WHERE father IS NOT NULL AND substr(father, 1, "
                                            "instr(father, ' ')) <> substr(name, 1, instr(name, ' '))")),
            QStringList());
    }

    void codesAreOfTheCatalogues()
    {
        Office office(true);
        QVERIFY(demo::believableCommune(*office.m_reg));
        const auto catalogues = Catalogues::builtIn();
        const QList<std::array<const char*, 3>> columns { { "child", "sex", "sexes" },
            { "child", "ethnic_group", "ethnic-groups" }, { "child", "group", "groups" },
            { "case", "kind", "abuse-kinds" }, { "case", "source", "sources" }, { "case", "channel", "channels" },
            { "case", "environment", "environments" }, { "case", "step", "steps" },
            { "case", "outcome", "report-outcomes" }, { "case", "emergency", "emergency-needs" },
            { "assessment", "conclusion", "conclusions" }, { "session", "type", "session-types" },
            { "session", "state", "session-states" }, { "session", "age_band", "age-bands" },
            { "task", "task", "directive-tasks" }, { "task", "state", "task-states" } };
        for (const auto& [table, column, catalogue] : columns)
            for (const QString& code :
                office.rows(QStringLiteral("SELECT DISTINCT \"%1\" FROM \"%2\" WHERE \"%1\" IS NOT NULL")
                                .arg(QLatin1String(column), QLatin1String(table))))
                QVERIFY2(catalogues->at(QLatin1String(catalogue)).contains(code),
                    qPrintable(QLatin1String(column) + u' ' + code));
    }

    void communeShowsEveryStage_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::newRow("Tuesday") << QDate(2026, 11, 24);
        QTest::newRow("Sunday") << QDate(2026, 8, 16);
        QTest::newRow("Monday after Tết") << QDate(2027, 2, 15);
    }
    void communeShowsEveryStage()
    {
        QFETCH(QDate, day);
        Office office(true, day);
        const auto figures = demo::believableCommune(*office.m_reg);
        QVERIFY2(figures, figures ? "" : qPrintable(figures.error().message));
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM child")), 165);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM child WHERE \"group\" LIKE 'risk-%'")), 85);
        const QStringList steps = office.rows(QStringLiteral("SELECT DISTINCT step FROM \"case\""));
        for (const char* step : { "intake", "verify", "plan", "approval", "carry-out", "review", "closed" })
            QVERIFY2(steps.contains(QLatin1String(step)), step);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM session WHERE state = 'held'")), 13);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM session WHERE state = 'planned'")), 2);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM remark")), 3);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM task")), 6);
        // Some months have none, and some cases met a time late.
        const qint64 months = office.number(QStringLiteral(
            "SELECT count(DISTINCT strftime('%Y-%m', received / 1000 + 25200, 'unixepoch')) FROM \"case\""));
        QVERIFY2(months >= 8 && months <= 14, qPrintable(QString::number(months)));
        QVERIFY(
            office.number(QStringLiteral("SELECT count(*) FROM \"case\" WHERE assessed > received + 43200000")) >= 2);
    }

    void oneClockIsRunningOut()
    {
        Office office(true);
        QVERIFY(demo::believableCommune(*office.m_reg));
        const auto clock = StatutoryClock::fromCatalogues(*Catalogues::builtIn());
        const auto due =
            office.m_reg->read([&](Database& db) { return agenda::read(db, *clock, office.m_now, 400); }).result();
        QVERIFY(due);
        int hours = 0;
        for (const DueCase& one : due->due) {
            hours += one.clock.unit == ClockUnit::Hours;
            QVERIFY2(one.clock.status != ClockStatus::Overdue, qPrintable(one.file.code));
        }
        QCOMPARE(hours, 1);
        QCOMPARE(due->due.front().clock.kind, ClockKind::EmergencyMeasures12h);
        QCOMPARE(due->due.front().clock.status, ClockStatus::DueSoon);
        QCOMPARE(due->due.front().clock.remainingMs, qint64(3) * 3600 * 1000);
    }

    void thousandsAreQuick()
    {
        Office office(true);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(demo::generate(*office.m_reg, { 1000, 4000, 100, 1 }));
        qInfo("%lld ms for 5,100 records", timer.elapsed());
        QVERIFY(timer.elapsed() < 30000);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM \"case\"")), 4000);
    }

    void casesWithoutChildrenAreRefused()
    {
        Office office(true);
        const auto refused = demo::generate(*office.m_reg, { 0, 5, 0, 1 });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
