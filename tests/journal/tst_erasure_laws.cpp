// SPDX-License-Identifier: GPL-3.0-or-later
// Law 10 to the letter: exactly the parts that are named are gone, everywhere where the erasure holds, whenever they
// come; and everything else is there.
#include "law.h"
#include "random_weeks.h"

#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QTest>

#include <algorithm>

using namespace maiam;

namespace {

using World = TestWorld;

/// Parts that an erasure names and that nobody may erase: they must stay.
int protectedParts(const std::vector<Entry>& all)
{
    std::set<std::pair<EntryHash, IdentityClass>> targets;
    for (const Entry& entry : all) {
        const auto named = entry.body.open.find("targets");
        if (entry.body.kind != kinds::Erasure.name || named == entry.body.open.end())
            continue;
        for (const auto read = erasure::decode(std::get<QByteArray>(named->second));
             const ErasureTarget& target : read.value())
            targets.emplace(target.entry, target.identity);
    }
    int count = 0;
    for (const Entry& entry : all)
        for (const IdentityPart& part : entry.parts)
            count += entry.body.kind == kinds::Task.name && targets.contains({ entry.hash, part.identity });
    return count;
}

} // namespace

class TestErasureLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exactlyWhatIsNamedIsGoneAndNothingElse()
    {
        Sights seen;
        RandomWeeks::Happened happened;
        int stays = 0;
        holdsInRandomWorlds("law 10",
            [&](unsigned seed) {
                RandomWeeks weeks(seed, { false, true });
                weeks.pass(44, [&](Witness& at) { RC_ASSERT(at.differences(seen) == std::string()); });
                weeks.meet();
                const QString expected = weeks.everybody().front()->machine().shared();
                for (Witness* one : weeks.everybody()) {
                    RC_ASSERT(one->differences(seen) == std::string());
                    one->receivePackage(weeks.all); // late, with every part
                    RC_ASSERT(one->differences(seen) == std::string());
                    RC_ASSERT(one->machine().shared() == expected);
                    RC_ASSERT(one->machine().foldedAgain() == expected);
                    RC_ASSERT(erasure::left(one->machine().database()).value() == 0);
                }
                stays += protectedParts(weeks.all);
                happened.add(weeks.happened());
            },
            { &happened.erasures, &happened.withheld, &seen.erased, &stays, &seen.incomplete, &seen.conflicts });
    }

    void aRestoredRegisterErasesWhatTheListNamesAndKeepsTheRest()
    {
        const World world;
        Witness pc(world.machine(world.commune));
        const QUuid one = recordId::create(world.commune.id), file = recordId::create(world.commune.id);
        const auto child =
            pc.write(kinds::Child, one, { { "name", QStringLiteral("An") }, { "note", QStringLiteral("Ghi") } }, 1);
        pc.write(kinds::Case, file,
            { { "summary", QStringLiteral("Kể") }, { "reporter_name", QStringLiteral("Bà Tư") },
                { "suspect_name", QStringLiteral("Ông Ba") } },
            2);
        auto backup = pc.copied();
        QVERIFY(pc.write(kinds::Erasure, recordId::create(world.commune.id),
            { { "targets", erasure::encode({ { IdentityClass::Subject, child->hash } }) } }, 3));
        const QByteArray list = erasure::list(pc.machine().database()).value();
        QVERIFY(backup->machine().shared().contains(QStringLiteral("'An'")));
        backup->adopt(list, pc.erased());
        const QString shown = backup->machine().shared();
        QVERIFY(!shown.contains(QStringLiteral("'An'")));
        for (const char* kept : { "Ghi", "Kể", "Bà Tư", "Ông Ba" })
            QVERIFY2(shown.contains(QString::fromUtf8(kept)), kept);
        Sights seen;
        QCOMPARE(backup->differences(seen), std::string());
        backup->receive(*child); // from a stick that somebody kept
        QCOMPARE(backup->differences(seen), std::string());
        // What it has not held yet is remembered all the same: a register that was empty before the list came.
        Witness early(world.machine(world.commune));
        early.adopt(list, pc.erased());
        early.receivePackage({ pc.machine().introduction(), *child });
        QCOMPARE(early.differences(seen), std::string());
        QVERIFY(!early.machine().shared().contains(QStringLiteral("'An'")));
        QVERIFY(early.machine().shared().contains(QStringLiteral("Ghi")));
        QVERIFY(!early.machine().load(kinds::Child, one)->folded.incomplete);
    }
};

QTEST_GUILESS_MAIN(TestErasureLaws)
#include "tst_erasure_laws.moc"
