// SPDX-License-Identifier: GPL-3.0-or-later
// What a record shows is compared with the laws themselves, read word by word (reference_fold.h): a fold that went by
// the clock, or forgot who had seen what, would still give equal tables everywhere.
#include "law.h"
#include "random_weeks.h"

#include "models/journal/conflicts.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QTest>

#include <algorithm>

using namespace maiam;

namespace {

using World = TestWorld;

/// What can be told of a record that nobody has chosen about: nothing but that it is open.
bool isOpenWhetherDeleted(Machine& at, QUuid child)
{
    const auto open = conflicts::of(at.database(), kinds::Child, child).value();
    return std::any_of(open.begin(), open.end(), [](const Conflict& conflict) { return conflict.isDeletion(); });
}

/// Some of the entries and some of their parts: what one post brought.
std::vector<Entry> somePost(RandomWeeks& weeks, const std::vector<Entry>& all)
{
    std::vector<Entry> some = all;
    std::erase_if(some, [&](const Entry& entry) { return entry.body.seq > 1 && weeks.pick(8) == 0; });
    return weeks.bare(std::move(some), 3);
}

/// The same entries and parts in small pieces: first some without any part, then part by part, each now and then twice.
void deliverInPieces(RandomWeeks& weeks, Witness& to, const std::vector<Entry>& post)
{
    std::vector<Entry> pieces;
    for (const Entry& entry : post) {
        Entry bare = entry;
        bare.parts.clear();
        if (entry.parts.empty() || weeks.pick(2))
            pieces.push_back(bare);
        for (const IdentityPart& part : entry.parts) {
            bare.parts = { part };
            pieces.insert(pieces.end(), 1 + weeks.pick(2), bare);
        }
    }
    std::shuffle(pieces.begin(), pieces.end(), weeks.random());
    for (const Entry& piece : pieces)
        to.receive(piece);
}

} // namespace

class TestFoldOracle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatARecordShowsIsWhatTheLawsSay()
    {
        Sights seen;
        RandomWeeks::Happened happened;
        holdsInRandomWorlds("laws 3, 4, 5 and 7",
            [&](unsigned seed) {
                RandomWeeks weeks(seed, {});
                weeks.pass(44, [&](Witness& at) { RC_ASSERT(at.differences(seen) == std::string()); });
                weeks.meet();
                const QString expected = weeks.everybody().front()->machine().shared();
                for (Witness* one : weeks.everybody()) {
                    RC_ASSERT(one->differences(seen) == std::string());
                    RC_ASSERT(one->machine().shared() == expected);
                    RC_ASSERT(one->machine().foldedAgain() == expected);
                    RC_ASSERT(one->machine().journal().wrongStates().value() == 0);
                }
                happened.add(weeks.happened());
            },
            { &happened.stale, &happened.deletions, &happened.choices, &happened.kept, &happened.withheld,
                &happened.trespasses, &seen.conflicts, &seen.deletionConflicts, &seen.deleted, &seen.incomplete,
                &seen.waiting, &seen.notAllowed });
        QCOMPARE(seen.aside, 0); // nobody copied a folder
    }

    void equalPartsGiveEqualTablesAlsoWhenTheRestNeverComes()
    {
        Sights seen;
        holdsInRandomWorlds("law 2, partial parts",
            [&](unsigned seed) {
                RandomWeeks weeks(seed, {});
                weeks.pass(30, [](Witness&) {});
                auto whole = weeks.newReader(true), pieces = weeks.newReader(true);
                auto office = weeks.newReader(false);
                std::vector<Entry> post = somePost(weeks, weeks.all);
                whole->receivePackage(post);
                deliverInPieces(weeks, *pieces, post);
                std::shuffle(post.begin(), post.end(), weeks.random());
                for (const Entry& entry : post)
                    office->receive(entry);
                const QString expected = whole->machine().shared();
                for (Witness* one : { whole.get(), pieces.get(), office.get() }) {
                    RC_ASSERT(one->machine().shared() == expected);
                    RC_ASSERT(one->differences(seen) == std::string());
                    RC_ASSERT(one->machine().foldedAgain() == expected);
                }
            },
            { &seen.incomplete, &seen.waiting, &seen.conflicts });
    }

    /// A deletion, beside it an edit that was then deleted too; somebody who knew of both wrote again.
    void aRecordThatWasDeletedTwiceAndWrittenAgainIsTheSameHoweverItIsFolded()
    {
        const OneChild both({ { "name", QStringLiteral("An") } });
        const auto& [world, a, b, child] = both;
        a->write(kinds::Child, child, {}, 20, true);
        b->write(kinds::Child, child, { { "sex", QStringLiteral("male") } }, 15);
        b->write(kinds::Child, child, {}, 25, true);
        giveAll(*a, b->held());
        QVERIFY(a->load(kinds::Child, child)->folded.deleted);
        a->write(kinds::Child, child, { { "sex", QStringLiteral("female") } }, 30); // rests on both deletions
        QVERIFY(!a->load(kinds::Child, child)->folded.deleted);
        QVERIFY(!isOpenWhetherDeleted(*a, child)); // the edit of then was deleted by who had made it
        const QString shown = a->shared();
        QCOMPARE(a->foldedAgain(), shown);
        giveAll(*b, a->held());
        QCOMPARE(b->shared(), shown);
    }

    void whoDeletedAgainIsNotSaidToHaveKeptIt()
    {
        const OneChild both({ { "name", QStringLiteral("An") } });
        const auto& [world, a, b, child] = both;
        a->write(kinds::Child, child, {}, 20, true);
        a->write(kinds::Child, child, {}, 21, true); // once more, on a list that was not read anew
        b->write(kinds::Child, child, {}, 25, true);
        giveAll(*a, b->held());
        a->write(kinds::Child, child, { { "sex", QStringLiteral("female") } }, 30);
        QVERIFY(!isOpenWhetherDeleted(*a, child));
        QCOMPARE(a->foldedAgain(), a->shared());
        QVERIFY(!isOpenWhetherDeleted(*a, child));
    }

    /// An edit of which the erasure left nothing looks like the choice to keep, which says nothing either.
    void anErasedEditDoesNotChooseThatARecordIsKept()
    {
        const OneChild both({ { "sex", QStringLiteral("male") } });
        const auto& [world, a, b, child] = both;
        a->write(kinds::Child, child, {}, 20, true);
        a->receive(b->write(kinds::Child, child, { { "sex", QStringLiteral("female") } }, 15));
        const Entry named = a->write(kinds::Child, child, { { "name", QStringLiteral("An") } }, 25); // rests on both
        QVERIFY(isOpenWhetherDeleted(*a, child));
        QByteArray target(1, char(IdentityClass::Subject));
        a->write(kinds::Erasure, recordId::create(world.commune.id), { { "targets", target + named.hash } }, 30);
        QVERIFY(!a->load(kinds::Child, child)->folded.values.contains("name"));
        QVERIFY(isOpenWhetherDeleted(*a, child)); // still nobody has chosen
    }

    void aFieldThatOnlyANewerProgramKnowsChoosesNothing()
    {
        const World world;
        auto a = world.machine(world.commune);
        const QUuid child = recordId::create(world.commune.id);
        const Entry first = a->write(kinds::Child, child, { { "sex", QStringLiteral("male") } }, 10);
        const Entry deletion = a->write(kinds::Child, child, {}, 20, true);
        const SigningDevice newer = SigningDevice::generate(world.commune.id);
        EntryBody body;
        body.device = newer.id;
        body.kind = QByteArray(kinds::Device.name);
        body.seq = 1;
        body.time = 1;
        body.record = recordId::named(world.commune.id, "device/" + newer.id);
        body.open = introductionOf(newer, world.commune.secretKey);
        const Entry introduction = signedEntry(newer, body);
        body.kind = QByteArray(kinds::Child.name);
        body.seq = 2;
        body.record = child;
        body.after = { first.hash };
        body.open = { { "sex", QStringLiteral("female") } };
        body.previous = introduction.hash;
        const Entry edit = signedEntry(newer, body);
        body.seq = 3;
        body.after = { deletion.hash, edit.hash };
        std::sort(body.after.begin(), body.after.end());
        body.open = { { "of_a_later_year", qint64(1) } };
        body.previous = edit.hash;
        giveAll(*a, { introduction, edit });
        QVERIFY(isOpenWhetherDeleted(*a, child));
        QCOMPARE(a->receive(signedEntry(newer, body)), Arrival::New);
        QVERIFY(isOpenWhetherDeleted(*a, child));
        QVERIFY(!a->load(kinds::Child, child)->folded.deleted);
    }
};

QTEST_GUILESS_MAIN(TestFoldOracle)
#include "tst_fold_oracle.moc"
