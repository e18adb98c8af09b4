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
const QString MuchText(200'000, u'ễ'); ///< more than the register's file has room for by chance
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
    /// The register's file may not grow any more, or may again; what was handed over before stands.
    void fill(bool full)
    {
        const auto set = [full](Database& database) {
            return database.run(full ? u"PRAGMA max_page_count = 1"_s : u"PRAGMA max_page_count = 1000000000"_s);
        };
        QVERIFY(m_register->writeLocal(set).result());
    }
    /// Keeps the writer busy until the promise is finished.
    void hold(const QPromise<void>& promise)
    {
        const auto wait = [future = promise.future()](Database&) mutable -> Result<void> {
            future.waitForFinished();
            return {};
        };
        QVERIFY(m_register->writeLocal(wait).isStarted());
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
    void whatDidNotFitIsWrittenByItselfWhenThereIsRoom();
    void whatDidNotFitIsThereWhenRoomIsBackBeforeTheLock();
    void whatIsTypedDuringASaveIsThereAfterTheLock();
    void aSaveThatFailsBehindTheLockLosesNothing();
    void whatIsTypedDuringASaveRestsOnIt();
    void anUnansweredDraftIsNotWrittenOver();
    void goingOnKeepsWhatWasTypedBeforeTheAnswer();
    void whatIsPutAsideStandsBesideTheNext();
    void theFaultIsOverWhenTheTextIsTakenBackOrSaved();
    void whoComesBackToNoDraftIsToldSo();
    void anEmptiedFormLeavesNoDraft();
    void anotherUserDoesNotSeeIt();
    void whatSomebodyLeftBehindGoesToWhoStays();
    void whatOnlyAnAdministratorMayStoreWaitsForOne();
    void aReasonToKeepAFileIsForWhoWrites();
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

void TestDrafts::whatDidNotFitIsWrittenByItselfWhenThereIsRoom()
{
    const auto form = keeper();
    QSignalSpy failed(form.get(), &DraftKeeper::failed);
    QSignalSpy kept(form.get(), &DraftKeeper::kept);
    fill(true);
    type(*form, u"summary"_s, MuchText);
    QVERIFY(failed.wait(2000));
    QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::DiskFull);
    type(*form, u"name"_s, u"Chíu"_s);
    QTest::qWait(DraftKeeper::RetryAfterMs + 2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(failed.size(), 1); // three tries, one message
    QVERIFY(held().empty());
    fill(false);
    QVERIFY(kept.wait(DraftKeeper::RetryAfterMs + 2000));
    QCOMPARE(held().front().fields, m_typed);
    fill(true);
    type(*form, u"note"_s, MuchText);
    QVERIFY(failed.wait(2000)); // it is full again, and that is said again
}

void TestDrafts::whatDidNotFitIsThereWhenRoomIsBackBeforeTheLock()
{
    for (const bool answered : { true, false }) {
        auto form = answered ? keeper() : std::make_unique<DraftKeeper>(*m_register, [this] { return m_typed; });
        if (!answered)
            form->begin({ u"signer"_s, {} }, {});
        QSignalSpy failed(form.get(), &DraftKeeper::failed);
        fill(true);
        type(*form, u"summary"_s, MuchText);
        form->flush(); // another page was opened
        QVERIFY(failed.wait(2000));
        fill(false);
        form->flush(); // nothing was typed since
        form.reset();
        m_register.reset();
        open();
        const auto found = held(answered ? Intake : DraftKey { u"signer"_s, {} });
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().fields, m_typed);
    }
}

void TestDrafts::whatIsTypedDuringASaveIsThereAfterTheLock()
{
    for (const bool hasDraft : { true, false }) {
        m_typed.clear();
        auto form = keeper();
        QSignalSpy kept(form.get(), &DraftKeeper::kept);
        type(*form, u"summary"_s, u"Cuộc gọi lúc nửa đêm"_s);
        if (hasDraft)
            QVERIFY(kept.wait(2000));
        QPromise<void> slow;
        slow.start();
        hold(slow);
        Batch batch;
        batch.add(child());
        const auto stored = m_typed;
        const auto done = form->commit([batch](Database&) -> Result<Batch> { return batch; }, {},
            [this, stored] {
                auto since = m_typed;
                since.removeIf([&](const auto& field) { return stored.value(field.key()) == field.value(); });
                return since;
            });
        type(*form, u"note"_s, u"hàng xóm"_s);
        form->flush();
        type(*form, u"note"_s, u"hàng xóm gọi"_s);
        form->flush(); // as locking does: once for the window, once for its pages
        slow.finish();
        form.reset();
        m_register.reset();
        QVERIFY(done.result());
        open();
        const auto found = held();
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().fields, (QMap<QString, QString> { { u"note"_s, u"hàng xóm gọi"_s } }));
        QVERIFY(m_register
                    ->writeLocal([user = m_register->user()](
                                     Database& database) { return drafts::remove(database, Intake, 0, user); })
                    .result());
    }
}

void TestDrafts::aSaveThatFailsBehindTheLockLosesNothing()
{
    auto form = keeper();
    QPromise<void> slow;
    slow.start();
    hold(slow);
    type(*form, u"summary"_s, u"Cuộc gọi lúc nửa đêm"_s); // saved before it was kept
    const auto done = form->commit([](Database&) -> Result<Batch> { return fail(ErrorCode::DiskFull, u"full"_s); }, {},
        [] { return QMap<QString, QString>(); });
    form->flush();
    slow.finish();
    form.reset();
    m_register.reset();
    QVERIFY(!done.result());
    open();
    QCOMPARE(held().size(), size_t(1));
    QCOMPARE(held().front().fields, m_typed);
}

void TestDrafts::whatIsTypedDuringASaveRestsOnIt()
{
    Record record = child();
    Batch first;
    first.add(record);
    QVERIFY(m_register->commit(first).result());
    Record loaded = m_register->record(kinds::Child, record.id()).value();
    const DraftKey key { u"child"_s, record.id() };
    auto form = keeper(key, loaded.heads());
    QPromise<void> slow;
    slow.start();
    hold(slow);
    loaded.set(ChildFields::Name, u"Tằng Thị Mỹ Ánh"_s);
    Batch second;
    second.add(loaded);
    const auto done = form->commit([second](Database&) -> Result<Batch> { return second; });
    type(*form, u"name"_s, u"Tằng Thị Mỹ Ánh, ở thôn"_s);
    form->flush();
    slow.finish();
    form.reset(); // locked
    QVERIFY(done.result());
    QVERIFY(m_register->writeLocal([](Database&) -> Result<void> { return {}; }).result()); // all before it is done
    QCOMPARE(held(key).size(), size_t(1));
    const Record now = m_register->record(kinds::Child, record.id()).value();
    QVERIFY(now.heads() != loaded.heads());
    QCOMPARE(held(key).front().heads, now.heads()); // its own save is no other hand's
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

void TestDrafts::whatIsPutAsideStandsBesideTheNext()
{
    const auto form = keeper();
    QSignalSpy offered(form.get(), &DraftKeeper::found);
    QSignalSpy kept(form.get(), &DraftKeeper::kept);
    type(*form, u"file"_s, u"sổ 2024.xlsx"_s);
    form->setAside();
    m_typed[u"file"_s] = u"sổ 2025.xlsx"_s;
    form->touch();
    QVERIFY(offered.wait(2000));
    QCOMPARE(offered.front().front().value<Draft>().fields.value(u"file"_s), u"sổ 2024.xlsx"_s);
    QTRY_COMPARE(held().size(), size_t(2));
    kept.clear();
    type(*form, u"columns"_s, u"5"_s); // goes to its own place
    QVERIFY(kept.wait(2000));
    QCOMPARE(held().size(), size_t(2));
}

void TestDrafts::theFaultIsOverWhenTheTextIsTakenBackOrSaved()
{
    for (const bool isSaved : { true, false }) {
        m_typed.clear();
        const auto form = keeper();
        QSignalSpy failed(form.get(), &DraftKeeper::failed);
        QSignalSpy stored(form.get(), &DraftKeeper::stored);
        QSignalSpy kept(form.get(), &DraftKeeper::kept);
        fill(true);
        type(*form, u"summary"_s, MuchText);
        QVERIFY(failed.wait(2000));
        QVERIFY(stored.empty());
        fill(false);
        Batch batch;
        batch.add(child());
        m_typed.clear();
        if (isSaved)
            QVERIFY(form->commit([batch](Database&) -> Result<Batch> { return batch; }).result());
        else
            form->touch();
        QTRY_VERIFY(!stored.empty());
        QVERIFY(kept.empty());
        QVERIFY(held().empty());
    }
}

void TestDrafts::whoComesBackToNoDraftIsToldSo()
{
    DraftKeeper form(*m_register, [this] { return m_typed; });
    QSignalSpy nothing(&form, &DraftKeeper::nothingFound);
    QSignalSpy found(&form, &DraftKeeper::found);
    form.begin(Intake, {});
    QVERIFY(nothing.wait(2000));
    QVERIFY(found.empty());
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

void TestDrafts::aReasonToKeepAFileIsForWhoWrites()
{
    QVERIFY(drafts::mayGoOn(u"hold"_s, Role::Officer));
    QVERIFY(drafts::mayGoOn(u"hold"_s, Role::Leader));
    QVERIFY(!drafts::mayGoOn(u"hold"_s, Role::Administrator));
    QVERIFY(!drafts::mayGoOn(u"hold"_s, Role::Viewer));
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
