// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed and not saved: kept within half a second, one write at a time, gone when it was saved.
#include "models/drafts/draft_keeper.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/support/wanted_register.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
const DraftKey Intake { u"intake"_s, {} };
} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_folder;
    int m_count = 0;
    std::shared_ptr<FixedClock> m_clock;
    std::unique_ptr<Register> m_register;
    QMap<QString, QString> m_typed; ///< what the form would hold

    void open()
    {
        auto opened = Register::open(m_folder, Passphrase, m_clock, KdfLimits::forTests());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_register = std::move(*opened);
    }
    std::vector<Draft> held(const DraftKey& key = Intake)
    {
        return m_register
            ->read([&](Database& database) { return drafts::of(database, key, m_register->user()).value(); })
            .result();
    }
    /// A keeper of the form, after it has looked for drafts.
    std::unique_ptr<DraftKeeper> keeper(const DraftKey& key = Intake, const QList<EntryHash>& heads = {})
    {
        auto made = std::make_unique<DraftKeeper>(*m_register, [this] { return m_typed; });
        made->begin(key, heads);
        m_register->writeLocal([](Database&) -> Result<void> { return {}; }).waitForFinished();
        QCoreApplication::processEvents();
        return made;
    }
    void type(DraftKeeper& keeper, const QString& field, const QString& text)
    {
        m_typed.insert(field, text);
        keeper.touch();
    }
    Record child()
    {
        Record record = m_register->newRecord(kinds::Child);
        record.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        return record;
    }

private Q_SLOTS:
    void init()
    {
        m_typed.clear();
        m_folder = m_home.filePath(u"Sổ %1"_s.arg(++m_count));
        m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 12)));
        NewRegister wanted = test::wantedRegister(m_folder);
        auto made = Register::create(wanted, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_register = std::move(made->reg);
    }
    void cleanup() { m_register.reset(); }
    void whatWasTypedIsThereAfterACrash();
    void lockingWritesTheLastLetters();
    void whileOneIsWrittenTheNewestWins();
    void savingTakesTheDraftWithIt();
    void aSaveThatFailsKeepsTheDraft();
    void anUnansweredDraftIsNotWrittenOver();
    void goingOnKeepsWhatWasTypedBeforeTheAnswer();
    void anEmptiedFormLeavesNoDraft();
    void anotherUserDoesNotSeeIt();
    void whatSomebodyLeftBehindGoesToWhoStays();
    void whatOnlyAnAdministratorMayStoreWaitsForOne();
    void whatFillsAFormThatHasNotBegunIsNoDraft();
    void whatSomebodyElseWroteMeanwhileIsAConflict();
    void itIsNoPartOfTheJournal();
};

void TestDrafts::whatWasTypedIsThereAfterACrash()
{
    {
        const auto form = keeper();
        QSignalSpy kept(form.get(), &DraftKeeper::kept);
        type(*form, u"case.summary"_s, u"Có tiếng khóc ở thôn Đồng Thanh"_s);
        QVERIFY(kept.wait(2000));
    } // nothing flushes it: as after a crash
    m_register.reset();
    open();
    const auto found = held();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().fields.value(u"case.summary"_s), u"Có tiếng khóc ở thôn Đồng Thanh"_s);
    QCOMPARE(found.front().saved, m_clock->now());
}

void TestDrafts::lockingWritesTheLastLetters()
{
    const auto form = keeper();
    type(*form, u"name"_s, u"Chí"_s);
    form->flush();
    type(*form, u"name"_s, u"Chíu Thị"_s);
    form->flush(); // the first write may still be under way
    m_register.reset(); // closes the database
    open();
    QCOMPARE(held().front().fields.value(u"name"_s), u"Chíu Thị"_s);
}

void TestDrafts::whileOneIsWrittenTheNewestWins()
{
    const auto form = keeper();
    QSignalSpy kept(form.get(), &DraftKeeper::kept);
    QPromise<void> hold;
    hold.start();
    const auto busy = m_register->writeLocal([future = hold.future()](Database&) mutable -> Result<void> {
        future.waitForFinished(); // a slow disk
        return {};
    });
    type(*form, u"name"_s, u"C"_s);
    QTest::qWait(DraftKeeper::KeepAfterMs * 2);
    for (const QString& text : { u"Ch"_s, u"Chí"_s, u"Chíu"_s }) {
        type(*form, u"name"_s, text);
        QTest::qWait(DraftKeeper::KeepAfterMs * 3 / 2);
    }
    QCOMPARE(kept.size(), 0);
    hold.finish();
    QVERIFY(busy.isStarted());
    QTRY_COMPARE(held().empty() ? QString() : held().front().fields.value(u"name"_s), u"Chíu"_s);
    QTRY_COMPARE(kept.size(), 2); // the one under way and the newest; none between
}

void TestDrafts::savingTakesTheDraftWithIt()
{
    const auto form = keeper();
    QSignalSpy kept(form.get(), &DraftKeeper::kept);
    type(*form, u"name"_s, u"Tằng Mỹ Ánh"_s);
    QVERIFY(kept.wait(2000));
    Batch batch;
    batch.add(child());
    bool stored = false;
    const auto done = form->commit([batch](Database&) -> Result<Batch> { return batch; },
        [&] {
            m_typed.clear();
            stored = true;
        });
    QTRY_VERIFY(stored);
    QVERIFY(done.result());
    QVERIFY(held().empty());
}

void TestDrafts::aSaveThatFailsKeepsTheDraft()
{
    const auto form = keeper();
    type(*form, u"name"_s, u"Tằng Mỹ Ánh"_s);
    const auto done = form->commit([](Database&) -> Result<Batch> { return fail(ErrorCode::DiskFull, u"full"_s); });
    QTRY_VERIFY(done.isFinished());
    QVERIFY(!done.result());
    QTRY_COMPARE(held().size(), size_t(1));
}

void TestDrafts::anUnansweredDraftIsNotWrittenOver()
{
    {
        const auto form = keeper();
        type(*form, u"summary"_s, u"Cuộc gọi lúc nửa đêm"_s);
        form->flush();
    }
    m_typed.clear();
    const auto form = keeper();
    QSignalSpy kept(form.get(), &DraftKeeper::kept);
    type(*form, u"summary"_s, u"Cuộc gọi khác"_s);
    QVERIFY(kept.wait(2000));
    const auto found = held();
    QCOMPARE(found.size(), size_t(2));
    QVERIFY(found[0].fields.value(u"summary"_s) != found[1].fields.value(u"summary"_s));
}

void TestDrafts::goingOnKeepsWhatWasTypedBeforeTheAnswer()
{
    {
        const auto form = keeper();
        type(*form, u"summary"_s, u"Cũ"_s);
        form->flush();
    }
    m_typed.clear();
    const auto form = keeper();
    QSignalSpy offered(form.get(), &DraftKeeper::found);
    type(*form, u"summary"_s, u"Mới"_s);
    form->take(held().front());
    m_typed[u"summary"_s] = u"Cũ"_s;
    form->flush();
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered.front().front().value<Draft>().fields.value(u"summary"_s), u"Mới"_s);
    QTRY_COMPARE(held().size(), size_t(2));
}

void TestDrafts::anEmptiedFormLeavesNoDraft()
{
    const auto form = keeper();
    type(*form, u"summary"_s, u"nhầm"_s);
    form->flush();
    QTRY_COMPARE(held().size(), size_t(1)); // empty before it was written would prove nothing
    m_typed.clear();
    form->touch();
    form->flush();
    QTRY_VERIFY(held().empty());
}

void TestDrafts::anotherUserDoesNotSeeIt()
{
    const auto form = keeper();
    type(*form, u"summary"_s, u"của Lan"_s);
    form->flush();
    const auto others = m_register
                            ->writeLocal([](Database& database) -> Result<void> {
                                auto all = drafts::all(database, QUuid::createUuid());
                                if (!all)
                                    return fail(all);
                                return all->empty() ? Result<void>() : fail(ErrorCode::Internal, u"seen"_s);
                            })
                            .result();
    QVERIFY(others);
    QCOMPARE(held().size(), size_t(1));
}

void TestDrafts::whatSomebodyLeftBehindGoesToWhoStays()
{
    const QUuid lan = m_register->user();
    const auto added =
        people::add(*m_register, { u"Nguyễn Văn Minh"_s, {}, Roles(Role::Officer) }, u"bon mua la rung hoa no"_s);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    const auto lefts = [minh = *added](Database& database) -> Result<void> {
        Draft draft { Intake, 1, { { u"summary"_s, u"của Minh"_s } }, {} };
        return drafts::keep(database, draft, minh);
    };
    const auto inherit = [lan](Database& database) { return drafts::inherit(database, lan, Role::Officer); };
    QVERIFY(m_register->writeLocal(lefts).result());
    const auto form = keeper();
    type(*form, u"summary"_s, u"của Lan"_s);
    form->flush();
    QVERIFY(m_register->writeLocal(inherit).result());
    QCOMPARE(held().size(), size_t(1)); // Minh is still here and goes on with his own
    QVERIFY(people::remove(*m_register, *added, false));
    QVERIFY(m_register->writeLocal(inherit).result());
    const auto now = held();
    QCOMPARE(now.size(), size_t(2));
    QStringList texts;
    for (const Draft& one : now)
        texts.append(one.fields.value(u"summary"_s));
    QVERIFY(texts.contains(u"của Lan"_s) && texts.contains(u"của Minh"_s));
    QVERIFY(m_register->writeLocal(inherit).result());
    QCOMPARE(held().size(), size_t(2));
}

void TestDrafts::whatOnlyAnAdministratorMayStoreWaitsForOne()
{
    const DraftKey newcomer { u"person-new"_s, {} };
    const QUuid lan = m_register->user();
    const auto added = people::add(
        *m_register, { u"Nguyễn Văn Minh"_s, {}, Role::Officer | Role::Administrator }, u"bon mua la rung hoa no"_s);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    const auto lefts = [&, minh = *added](Database& database) -> Result<void> {
        for (const DraftKey& key : { Intake, newcomer })
            if (auto done = drafts::keep(database, { key, 1, { { u"name"_s, u"Chíu Thị Hoa"_s } }, {} }, minh); !done)
                return done;
        return {};
    };
    QVERIFY(m_register->writeLocal(lefts).result());
    QVERIFY(people::remove(*m_register, *added, false));
    const auto inherit = [&](Roles roles) {
        return m_register->writeLocal(
                             [lan, roles](Database& database) { return drafts::inherit(database, lan, roles); })
            .result();
    };
    QVERIFY(inherit(Role::Viewer));
    QCOMPARE(held().size() + held(newcomer).size(), size_t(0));
    QVERIFY(inherit(Role::Officer));
    QCOMPARE(held().size(), size_t(1));
    QCOMPARE(held(newcomer).size(), size_t(0));
    QVERIFY(inherit(Role::Administrator));
    QCOMPARE(held(newcomer).size(), size_t(1));
}

void TestDrafts::whatFillsAFormThatHasNotBegunIsNoDraft()
{
    {
        DraftKeeper reader(*m_register, [this] { return m_typed; }); // for somebody who only reads
        type(reader, u"signer"_s, u"Hoàng Văn Đạt"_s);
        reader.flush();
    }
    QVERIFY(m_register->writeLocal([](Database&) -> Result<void> { return {}; }).result()); // all before it is done
    const auto all = m_register
                         ->read([user = m_register->user()](
                                    Database& database) { return drafts::all(database, user).value().size(); })
                         .result();
    QCOMPARE(all, size_t(0));
}

void TestDrafts::whatSomebodyElseWroteMeanwhileIsAConflict()
{
    Record record = child();
    Batch first;
    first.add(record);
    QVERIFY(m_register->commit(first).result());
    const Record loaded = m_register->record(kinds::Child, record.id()).value();
    const auto form = keeper({ u"child"_s, record.id() }, loaded.heads());
    type(*form, u"name"_s, u"Tằng Thị Mỹ Ánh"_s);
    form->flush();
    // Meanwhile another form of the same record is saved.
    Record other = loaded;
    other.set(ChildFields::Name, u"Tằng Ánh"_s);
    Batch second;
    second.add(other);
    QVERIFY(m_register->commit(second).result());
    const Draft draft = held({ u"child"_s, record.id() }).front();
    Record mine = drafts::resting(m_register->record(kinds::Child, record.id()).value(), draft);
    QCOMPARE(mine.text(ChildFields::Name), u"Tằng Ánh"_s);
    mine.set(ChildFields::Name, draft.fields.value(u"name"_s));
    Batch third;
    third.add(mine);
    QVERIFY(m_register->commit(third).result());
    QVERIFY(m_register->record(kinds::Child, record.id()).value().state().conflicting);
}

void TestDrafts::itIsNoPartOfTheJournal()
{
    const auto entries = [this] {
        return m_register
            ->read([](Database& database) {
                auto found = database.query(u"SELECT count(*) FROM journal_entry"_s);
                return found && found->next() ? found->integer(0) : -1;
            })
            .result();
    };
    const qint64 before = entries();
    const auto form = keeper();
    type(*form, u"summary"_s, u"không đi đâu cả"_s);
    form->flush();
    QTRY_COMPARE(held().size(), size_t(1));
    QCOMPARE(entries(), before);
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
