// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_register.h"

#include "models/agenda/agenda.h"
#include "models/cases/case_list.h"
#include "models/children/child_list.h"
#include "models/search/search_index.h"

#include <QTest>

#include <set>

using namespace maiam;

namespace {
constexpr UtcMs Now = 1'790'000'000'000;
constexpr UtcMs Hour = 3'600'000;
} // namespace

/// What an officer finds and sees first in lists.
class TestCaseLists : public QObject
{
    Q_OBJECT

    const QByteArray m_office = QByteArray(16, 'o');

    /// A child and a case of it, found by search as after a save. Returns the case's row.
    qint64 add(SmallRegister& reg, const QString& number, const QString& code, UtcMs received = Now)
    {
        const QUuid child = recordId::create(m_office);
        const Values about { { ChildFields::Name.key(), QStringLiteral("Tằng Mỹ Ánh") },
            { ChildFields::PersonalNumber.key(), number } };
        const Values file { { CaseFields::Child.key(), idBytes(child) }, { CaseFields::FileCode.key(), code },
            { CaseFields::Received.key(), received }, { CaseFields::Step.key(), QStringLiteral("intake") } };
        SearchIndex index(reg.database());
        const qint64 childRow = reg.add(kinds::Child, about, m_office, child);
        const qint64 caseRow = reg.add(kinds::Case, file, m_office);
        if (!index.update(kinds::Child, childRow, {}, about) || !index.update(kinds::Case, caseRow, {}, file))
            qFatal("not indexed");
        return caseRow;
    }

    using Rows = std::vector<qint64>;

private Q_SLOTS:
    void digitsFindTheCodeFirstThenTheNumbersThatBeginSo()
    {
        SmallRegister reg;
        QVERIFY(SearchIndex(reg.database()).createMissing());
        const qint64 later = add(reg, QStringLiteral("022316000002"), QStringLiteral("BL-2026-0001"));
        const qint64 earlier = add(reg, QStringLiteral("022314000001"), QStringLiteral("BL-2026-0002"));
        const qint64 coded = add(reg, QStringLiteral("031316000003"), QStringLiteral("BL-2026-0223"));
        const qint64 longer = add(reg, QStringLiteral("031316000004"), QStringLiteral("BL-2026-02231"));
        QCOMPARE(caseList::search(reg.database(), u"0223").value(), Rows({ coded, earlier, later, longer }));
        QCOMPARE(caseList::search(reg.database(), u"022316").value(), Rows({ later }));
        QCOMPARE(caseList::search(reg.database(), u"0223", 2).value(), Rows({ coded, earlier }));
        QCOMPARE(caseList::search(reg.database(), u"9").value(), Rows());
        QCOMPARE(childList::search(reg.database(), u"0223").value().size(), size_t(2));
    }

    void theCodeOfACaseStandsBeforeTheCodeOfAnothersChild()
    {
        SmallRegister reg;
        QVERIFY(SearchIndex(reg.database()).createMissing());
        const QUuid child = recordId::create(m_office);
        const Values about { { ChildFields::FileCode.key(), QStringLiteral("BL-TE-0008") } };
        const Values file { { CaseFields::Child.key(), idBytes(child) },
            { CaseFields::FileCode.key(), QStringLiteral("BL-2025-0002") },
            { CaseFields::Step.key(), QStringLiteral("intake") } };
        SearchIndex index(reg.database());
        const qint64 childRow = reg.add(kinds::Child, about, m_office, child);
        const qint64 other = reg.add(kinds::Case, file, m_office);
        QVERIFY(index.update(kinds::Child, childRow, {}, about) && index.update(kinds::Case, other, {}, file));
        const qint64 meant = add(reg, QStringLiteral("031316000003"), QStringLiteral("BL-2026-0008"));
        QCOMPARE(caseList::search(reg.database(), u"0008").value(), Rows({ meant, other }));
    }

    void whoBearsTheNameThatWasTypedStandsFirst()
    {
        SmallRegister reg;
        QVERIFY(SearchIndex(reg.database()).createMissing());
        const auto named = [&](const char* name, const char* mother) {
            const QUuid child = recordId::create(m_office);
            const Values about { { ChildFields::Name.key(), QString::fromUtf8(name) },
                { ChildFields::Mother.key(), QString::fromUtf8(mother) } };
            const Values file { { CaseFields::Child.key(), idBytes(child) }, { CaseFields::Received.key(), Now } };
            const qint64 row = reg.add(kinds::Child, about, m_office, child);
            if (!SearchIndex(reg.database()).update(kinds::Child, row, {}, about))
                qFatal("not indexed");
            return std::pair(row, reg.add(kinds::Case, file, m_office));
        };
        const auto mother = named("Hoàng Văn Bảo", "Hoàng Thị Mai");
        const auto longer = named("Hoàng Thị Mai Anh", "");
        const auto other = named("Hoàng Thị Mải", "");
        const auto meant = named("Hoàng Thị Mai", "");
        const Rows cases { meant.second, mother.second, longer.second, other.second };
        const Rows children { meant.first, mother.first, longer.first, other.first };
        QCOMPARE(caseList::search(reg.database(), u"hoàng thị mai").value(), cases);
        QCOMPARE(childList::search(reg.database(), u"hoàng thị mai").value(), children);
        QCOMPARE(childList::lookAlikes(reg.database(), u"Hoàng Thị Mai", 3)->front().name, u"Hoàng Thị Mai");
        // Without tones both bear it; the keyboard that was off means the one.
        const Rows folded = caseList::search(reg.database(), u"hoang thi mai").value();
        QCOMPARE(std::set(folded.begin(), folded.begin() + 2), std::set({ meant.second, other.second }));
        QCOMPARE(caseList::search(reg.database(), u"hoangf thij mai").value().front(), meant.second);
    }

    void theFirstLetterFindsAlready()
    {
        SmallRegister reg;
        QVERIFY(SearchIndex(reg.database()).createMissing());
        const qint64 row = add(reg, {}, QStringLiteral("BL-2026-0001"));
        for (const char* typed : { "t", "ta", "tan", "á", "a", "T", "bl" })
            QVERIFY2(caseList::search(reg.database(), QString::fromUtf8(typed)).value() == Rows({ row }), typed);
        QCOMPARE(caseList::search(reg.database(), u"à").value(), Rows({ row })); // without tones
        QVERIFY(caseList::search(reg.database(), u"x").value().empty());
    }

    void anIndexOfAnEarlierFormIsMadeAnewAndFilled()
    {
        SmallRegister reg;
        Database& database = reg.database();
        QVERIFY(database.run(QStringLiteral("CREATE VIRTUAL TABLE search_child USING fts5(exact, folded)")));
        QVERIFY(database.run(QStringLiteral("INSERT INTO search_child(rowid, exact, folded) VALUES (1, 'ma', 'ma')")));
        const QUuid child = recordId::create(m_office);
        reg.add(kinds::Child, { { ChildFields::Name.key(), QStringLiteral("Chìu Kim Hoa") } }, m_office, child);
        reg.add(kinds::Child, { { ChildFields::Name.key(), QStringLiteral("Chìu Kim Hòa") } }, m_office, {}, true);
        QVERIFY(SearchIndex(database).createMissing());
        QCOMPARE(childList::search(database, u"chiu kim").value().size(), size_t(1)); // not the deleted one
        QVERIFY(childList::search(database, u"ma").value().empty());
    }

    void theAgendaHasEveryDueCaseAndDetailsOfTheFirst()
    {
        SmallRegister reg;
        QVERIFY(SearchIndex(reg.database()).createMissing());
        const qint64 second = add(reg, {}, QStringLiteral("BL-2026-0002"), Now - 2 * Hour);
        const qint64 first = add(reg, {}, QStringLiteral("BL-2026-0001"), Now - 5 * Hour);
        const auto clock = StatutoryClock::fromCatalogues(builtInCatalogues());
        const Agenda whole = agenda::read(reg.database(), *clock, Now).value();
        const Agenda brief = agenda::read(reg.database(), *clock, Now, agenda::SoonDays, 1).value();
        for (const Agenda& agenda : { whole, brief }) {
            QCOMPARE(agenda.due.size(), size_t(2));
            QCOMPARE(agenda.due[0].file.row, first);
            QCOMPARE(agenda.due[0].file.code, QStringLiteral("BL-2026-0001"));
            QCOMPARE(agenda.due[1].file.row, second);
            QCOMPARE(agenda.due[1].clock.kind, ClockKind::EmergencyMeasures12h);
            QCOMPARE(agenda.due[1].file.facts.received, Now - 2 * Hour);
        }
        QCOMPARE(whole.due[1].file.code, QStringLiteral("BL-2026-0002"));
        QVERIFY(brief.due[1].file.code.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCaseLists)
#include "tst_case_lists.moc"
