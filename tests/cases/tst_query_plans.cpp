// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_register.h"

#include "models/activities/session_list.h"
#include "models/agenda/agenda.h"
#include "models/cases/case_list.h"
#include "models/cases/erased_parts.h"
#include "models/children/child_list.h"
#include "models/handover/handover.h"
#include "models/imports/known_children.h"
#include "models/incidents/incident_form.h"
#include "models/incidents/incident_list.h"
#include "models/journal/journal.h"
#include "models/province/board.h"
#include "models/register/access_list.h"
#include "models/register/device_care.h"
#include "models/reports/figure_sql.h"
#include "models/reports/monthly_figures.h"
#include "models/sealing/office_card.h"
#include "models/sealing/office_key.h"
#include "models/search/search_index.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QTest>

#include <sqlcipher/sqlite3.h>

using namespace maiam;

/// No screen waits for a table to be read from end to end: whatever a list asks goes by an index.
class TestQueryPlans : public QObject
{
    Q_OBJECT

    SmallRegister m_register;
    const QByteArray m_office = QByteArray(16, 'o');

    Database& database() { return m_register.database(); }

    /// The texts that a piece of the program gives to the engine. What the full-text engine asks itself is left out.
    template <typename Work> QStringList asked(Work work)
    {
        auto* db = static_cast<sqlite3*>(database().handle().driver()->handle().value<void*>());
        QStringList texts;
        const auto note = [](unsigned, void* list, void* statement, void*) {
            const QString text = QString::fromUtf8(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
            static const QRegularExpression inner(QStringLiteral("_(data|idx|content|docsize|config)['\"]"));
            if (text.startsWith(QLatin1String("SELECT")) || text.startsWith(QLatin1String("WITH")))
                if (!text.contains(inner))
                    static_cast<QStringList*>(list)->append(text);
            return 0;
        };
        sqlite3_trace_v2(db, SQLITE_TRACE_STMT, note, &texts);
        const bool done = work();
        sqlite3_trace_v2(db, 0, nullptr, nullptr);
        if (!done)
            qFatal("a list could not be read");
        texts.removeDuplicates();
        return texts;
    }

    /// The lines of a plan that read a large table without an index, or through an index that the planner made itself.
    QStringList scans(const QString& sql)
    {
        static const QRegularExpression table(QStringLiteral(
            "^SCAN (c|k|e|case|child|journal_entry|identity_part|session|incident|restriction|\"case\")( |$)"));
        QStringList found;
        Statement plan = database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
        while (plan.next()) {
            const QString line = plan.text(3);
            if ((line.contains(table) && !line.contains(QLatin1String("INDEX")))
                || line.contains(QLatin1String("AUTOMATIC")))
                found.append(line);
        }
        if (plan.error())
            qFatal("no plan: %s", qPrintable(plan.error()->detail));
        return found;
    }

    /// What is wrong with the plans of everything that a piece of the program asks; empty when nothing is.
    template <typename Work> QStringList scansOf(Work work)
    {
        const QStringList texts = asked(work);
        if (texts.isEmpty())
            return { QStringLiteral("nothing was asked") };
        QStringList found;
        for (const QString& sql : texts)
            if (const QStringList lines = scans(sql); !lines.isEmpty())
                found.append(lines.join(u'\n') + u'\n' + sql);
        return found;
    }

    template <typename Work> void goesByIndex(Work work)
    {
        const QStringList found = scansOf(work);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(SearchIndex(database()).createMissing());
        // Lists that are read by id need one row each, or their pages would not be asked for.
        const QUuid child = recordId::create(m_office);
        m_register.add(kinds::Child, { { ChildFields::Name.key(), QStringLiteral("Tằng Mỹ Ánh") } }, m_office, child);
        m_register.add(kinds::Case,
            { { CaseFields::Child.key(), idBytes(child) }, { CaseFields::Received.key(), qint64(1'790'000'000'000) },
                { CaseFields::Step.key(), QStringLiteral("plan") } },
            m_office);
        m_register.add(kinds::Session, { { SessionFields::Starts.key(), qint64(1'790'000'000'000) } }, m_office);
        m_register.add(kinds::Incident, { { IncidentFields::Found.key(), qint64(1'790'000'000'000) } }, m_office);
    }

    void aTableThatIsReadFromEndToEndIsNoticed()
    {
        QVERIFY(!scans(QStringLiteral("SELECT id FROM \"case\" WHERE summary = 'x'")).isEmpty());
        QVERIFY(
            !scans(QStringLiteral("SELECT c.id FROM \"case\" c LEFT JOIN child k ON k.school = c.summary")).isEmpty());
        QVERIFY(!scans(QStringLiteral("SELECT id FROM journal_entry WHERE hash = 1")).isEmpty());
    }

    void theListOfCasesGoesByIndex_data()
    {
        QTest::addColumn<int>("filter");
        QTest::newRow("all") << int(CaseFilter::All);
        QTest::newRow("open") << int(CaseFilter::Open);
        QTest::newRow("not sent") << int(CaseFilter::Unsent);
        QTest::newRow("of the old workbook") << int(CaseFilter::Imported);
    }

    void theListOfCasesGoesByIndex()
    {
        QFETCH(int, filter);
        goesByIndex([&] {
            return bool(caseList::ids(database(), CaseFilter(filter)))
                && bool(caseList::count(database(), CaseFilter(filter)));
        });
    }

    void theOrderOfTheOpenAndTheImportedComesFromTheIndex()
    {
        for (const CaseFilter filter : { CaseFilter::All, CaseFilter::Open, CaseFilter::Imported })
            for (const QString& sql : asked([&] { return bool(caseList::ids(database(), filter)); })) {
                QStringList lines;
                Statement plan = database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
                while (plan.next())
                    lines.append(plan.text(3));
                const QString all = lines.join(u'\n');
                QVERIFY2(all.contains(QLatin1String("COVERING INDEX")) && !all.contains(QLatin1String("B-TREE")),
                    qPrintable(all + u'\n' + sql));
            }
    }

    void whomAWorkbookMayRepeatIsFoundByIndex()
    {
        RowDraft row;
        row.child = { { ChildFields::Name.key(), QStringLiteral("TẰNG MỸ ÁNH") },
            { ChildFields::PersonalNumber.key(), QStringLiteral("022316004417") } };
        goesByIndex([&] {
            const auto known = KnownChildren::read(database(), m_office, { row });
            return known && known->size() == 1;
        });
    }

    void aPageOfCasesGoesByIndex()
    {
        goesByIndex([&] { return bool(caseList::page(database(), caseList::ids(database()).value())); });
    }

    void theCasesOfAChildGoByIndex()
    {
        goesByIndex([&] { return bool(caseList::ofChild(database(), QUuid::createUuid())); });
    }

    void searchingGoesByIndex()
    {
        for (const char* typed : { "đức", "nguyen thi", "0223", "BL-2026" })
            goesByIndex([&] { return bool(caseList::search(database(), QString::fromUtf8(typed))); });
        goesByIndex([&] { return bool(childList::search(database(), u"nguyen")); });
    }

    void theChildrenGoByIndex()
    {
        goesByIndex([&] {
            const auto ids = childList::ids(database());
            return ids && ids->size() == 1 && bool(childList::page(database(), *ids));
        });
    }

    void whoseAccessIsRestrictedIsFoundByIndex()
    {
        const QUuid child = recordId::create(m_office);
        goesByIndex([&] { return RestrictedChildren::read(database()).has_value(); });
        goesByIndex([&] { return restrictedAccess::of(database(), child).has_value(); });
        goesByIndex([&] { return restrictedAccess::childOf(database(), kinds::Assessment, child).has_value(); });
    }
    void whatWasErasedOfAFileIsFoundByIndex()
    {
        const QUuid child = recordId::create(m_office);
        QVERIFY(database().run(QStringLiteral("INSERT INTO erased_part(hash, identity, office) VALUES (?, 1, ?)"),
            { QByteArray(32, 'h'), m_office }));
        goesByIndex([&] { return erasedParts::of(database(), { child }).has_value(); });
        goesByIndex([&] { return erasedParts::nameless(database(), { child }).has_value(); });
        QVERIFY(database().run(QStringLiteral("DELETE FROM erased_part")));
    }
    void theSessionsGoByIndex()
    {
        goesByIndex([&] {
            const auto ids = sessionList::ids(database());
            return ids && ids->size() == 1 && bool(sessionList::page(database(), *ids))
                && bool(sessionList::between(database(), 0, 1));
        });
        goesByIndex([&] {
            return bool(sessionList::ids(database(), { QStringLiteral("class-children") }))
                && bool(sessionList::upcoming(database(), 0, 1));
        });
    }

    void theLeaksGoByIndex()
    {
        goesByIndex([&] {
            const auto ids = incidentList::ids(database());
            return ids && ids->size() == 1 && bool(incidentList::page(database(), *ids))
                && bool(incidentList::open(database())) && bool(incidentList::waiting(database()));
        });
        goesByIndex(
            [&] { return bool(IncidentForm::namedChildren(database(), { QStringLiteral("em Tằng Mỹ Ánh") })); });
    }

    void theAgendaGoesByIndex()
    {
        const auto clock = StatutoryClock::fromCatalogues(builtInCatalogues());
        QVERIFY(bool(clock));
        const QStringList found = scansOf([&] { return bool(agenda::read(database(), *clock, 1'790'000'100'000)); });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void whatIsHandedOverGoesByIndex()
    {
        const auto clock = StatutoryClock::fromCatalogues(builtInCatalogues());
        QVERIFY(bool(clock));
        m_register.add(kinds::Office, { { OfficeFields::Unit.key(), QStringLiteral("06838") } }, m_office,
            recordId::named(m_office, "office"));
        goesByIndex([&] {
            const auto handed =
                Handover::read(database(), builtInCatalogues(), *clock, m_office, 1'790'000'100'000, QUuid());
            return handed && handed->cases.size() == 1;
        });
    }

    void theProvincesBoardGoesByIndex()
    {
        const auto clock = StatutoryClock::fromCatalogues(builtInCatalogues());
        QVERIFY(bool(clock));
        goesByIndex([&] { return bool(province::board(database(), builtInCatalogues(), *clock, 1'790'000'100'000)); });
    }

    /// Hundreds of thousands of entries fold; the few that wait or stand aside have an index of their own.
    void whatWaitsIsFoundWithoutReadingWhatFolds()
    {
        Journal journal(
            database(), [](auto&&...) -> Result<void> { return {}; }, [](const QByteArray&) { return QByteArray(); });
        Entry stranger;
        stranger.body.device = QByteArray(16, 's');
        stranger.body.seq = 1;
        stranger.body.kind = kinds::Child.name;
        stranger.body.record = recordId::create(m_office);
        stranger.encoded = entryCodec::encodeBody(stranger.body);
        stranger.hash = entryCodec::hashBody(stranger.encoded);
        stranger.signature = QByteArray(64, '0');
        QStringList texts = asked([&] { return journal.receive(stranger) && journal.flush(); });
        texts += asked([&] { return bool(deviceCare::read(database())); });
        const auto clock = StatutoryClock::fromCatalogues(builtInCatalogues());
        texts +=
            asked([&] { return bool(province::board(database(), builtInCatalogues(), *clock, 1'790'000'100'000)); });
        int counts = 0;
        for (const QString& sql : std::as_const(texts)) {
            // One record's own entries are few.
            if (!sql.contains(QLatin1String("state")) || !sql.contains(QLatin1String("journal_entry"))
                || sql.contains(QLatin1String("record = ?")) || sql.contains(QLatin1String("seq = ?")))
                continue;
            Statement plan = database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
            while (plan.next()) {
                static const QRegularExpression entries(QStringLiteral("^(SCAN|SEARCH) (e|journal_entry)( |$)"));
                if (const QString line = plan.text(3); line.contains(entries)) {
                    QVERIFY2(line.contains(QLatin1String("journal_entry_unfolded")), qPrintable(line + u'\n' + sql));
                    ++counts;
                }
            }
        }
        QVERIFY2(counts >= 3, qPrintable(texts.join(u'\n')));
    }

    void whoLookedAndWhoChangedGoByIndex()
    {
        const QUuid child = recordId::create(m_office), file = recordId::create(m_office);
        m_register.add(kinds::Child, { { ChildFields::FileCode.key(), QStringLiteral("BL-TE-1") } }, m_office, child);
        m_register.add(kinds::Case, { { CaseFields::Child.key(), idBytes(child) } }, m_office, file);
        const QByteArray device(16, 'd');
        QVERIFY(database().run(
            QStringLiteral("INSERT INTO journal_device(device, office) VALUES (?, ?)"), { device, m_office }));
        Entry entry;
        entry.body.device = device;
        entry.body.seq = 1;
        entry.body.kind = kinds::Child.name;
        entry.body.record = child;
        entry.encoded = entryCodec::encodeBody(entry.body);
        QVERIFY(database().run(
            QStringLiteral("INSERT INTO journal_entry(device, seq, record, state, hash, signature, body) SELECT id, 1, "
                           "?, 0, ?, ?, ? FROM journal_device WHERE device = ?"),
            { idBytes(child), QByteArray(32, 'h'), QByteArray(64, 's'), entry.encoded, device }));
        const auto asks = [&](AccessFilter filter) {
            return asked([&] {
                const auto found = accessList::read(database(), { filter, false, m_office }, 10);
                return found && found->lines.size() == 1;
            });
        };
        QStringList texts = asks({});
        texts += asks({ {}, {}, -1, 1, {} });
        texts += asks({ {}, {}, {}, {}, { child } });
        texts += asks({ {}, {}, -1, {}, { child, file } });
        texts += asked([&] { return bool(accessList::oldest(database(), m_office, 0)); });
        for (const QString& sql : std::as_const(texts)) {
            Statement plan = database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
            while (plan.next()) {
                const QString line = plan.text(3);
                static const QRegularExpression table(QStringLiteral(
                    "^SCAN (a|c|h|p|i|s|k|n|t|r|access_entry|journal_entry|case|child|assessment|hold)( |$)"));
                QVERIFY2(!line.contains(QLatin1String("AUTOMATIC"))
                        && (!line.contains(table) || line.contains(QLatin1String("INDEX"))),
                    qPrintable(line + u'\n' + sql));
                // The whole list comes in its order; that of one file is short.
                if (!sql.contains(QLatin1String("a.record IN")))
                    QVERIFY2(!line.contains(QLatin1String("B-TREE")), qPrintable(line + u'\n' + sql));
            }
            QVERIFY(!plan.error());
        }
    }

    /// A machine's chain is long, and a register knows years of looks: neither is read for one change of a user.
    void whetherAChangeOfAUserWasNotedGoesByTime()
    {
        const QByteArray device(16, 'u'), office(16, 'n');
        QVERIFY(database().run(
            QStringLiteral("INSERT INTO journal_device(device, office) VALUES (?, ?)"), { device, office }));
        Entry entry;
        entry.body.device = device;
        entry.body.seq = 1;
        entry.body.kind = kinds::User.name;
        entry.body.reason = QStringLiteral("user-changed");
        entry.body.record = recordId::create(office);
        entry.encoded = entryCodec::encodeBody(entry.body);
        QVERIFY(database().run(
            QStringLiteral("INSERT INTO journal_entry(device, seq, record, state, hash, signature, body) SELECT id, 1, "
                           "?, 0, ?, ?, ? FROM journal_device WHERE device = ?"),
            { idBytes(entry.body.record), QByteArray(32, 'u'), QByteArray(64, 's'), entry.encoded, device }));
        const QStringList texts = asked([&] {
            const auto found = accessList::read(database(), { {}, false, office }, 10);
            return found && found->lines.size() == 1; // nobody noted it
        });
        QStringList plans;
        for (const QString& sql : texts) {
            Statement plan = database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
            while (plan.next())
                plans.append(plan.text(3));
        }
        const QString all = plans.join(u'\n');
        QVERIFY2(all.contains(QLatin1String("access_entry_time (time>? AND time<?)")), qPrintable(all));
        QVERIFY2(all.contains(QLatin1String("journal_entry_unfolded (state=?)")), qPrintable(all));
        QVERIFY2(!all.contains(QLatin1String("sqlite_autoindex_access_entry")), qPrintable(all));
    }

    /// The rules are those of the whole register: read once, not for each of a province's two hundred machines.
    void theBoardReadsTheRulesOnce()
    {
        const OfficeCard card = OfficeCard::make(OfficeKey::generate(), QStringLiteral("06838"),
            QStringLiteral("Ủy ban nhân dân xã Bình Liêu"), OfficeCard::Role::Commune);
        QVERIFY(database().run(QStringLiteral("INSERT INTO trusted_office VALUES (?, ?, ?, 'commune', ?, ?, 1, ?, 0)"),
            { card.officeId, card.unit, card.name, card.sealKey, card.signKey, QString::fromUtf8(card.toText()) }));
        for (const char c : { '1', '2' })
            QVERIFY(database().run(QStringLiteral("INSERT INTO journal_device(device, office) VALUES (?, ?)"),
                { QByteArray(16, c), card.officeId }));
        const auto clock = StatutoryClock::fromCatalogues(builtInCatalogues());
        int rules = 0;
        auto* db = static_cast<sqlite3*>(database().handle().driver()->handle().value<void*>());
        const auto note = [](unsigned, void* count, void* statement, void*) {
            *static_cast<int*>(count) +=
                QByteArray(sqlite3_sql(static_cast<sqlite3_stmt*>(statement))).contains("journal_rule");
            return 0;
        };
        sqlite3_trace_v2(db, SQLITE_TRACE_STMT, note, &rules);
        const auto board = province::board(database(), builtInCatalogues(), *clock, 1'790'000'100'000);
        sqlite3_trace_v2(db, 0, nullptr, nullptr);
        QVERIFY2(board, board ? "" : qPrintable(board.error().message + board.error().detail));
        QCOMPARE(rules, 1);
    }

    void whatTheReportSumsOverAYearStandsInAnIndex()
    {
        for (const QString& sql :
            { figureSql::twelvePeriods(), figureSql::children(), figureSql::closings(), figureSql::planDays() })
        {
            Statement plan = database().prepared(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
            while (plan.next())
                if (const QString line = plan.text(3); line.contains(QLatin1String(" c ")))
                    QVERIFY2(line.contains(QLatin1String("COVERING INDEX")), qPrintable(line + u'\n' + sql));
            QVERIFY(!plan.error());
        }
    }

    void theMonthsFiguresGoByIndex()
    {
        for (const bool province : { false, true }) {
            FigureScope scope;
            scope.period = ReportPeriod::month(2026, 10);
            scope.now = scope.period.end();
            scope.office = m_office;
            scope.province = province;
            goesByIndex([&] { return bool(MonthlyFigures::read(database(), builtInCatalogues(), scope)); });
        }
    }
};

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"
