// SPDX-License-Identifier: GPL-3.0-or-later
// Erasure by decision: who may order it, what stops it, and that nothing of the name is left in the file's pages.
#include "models/cases/erasure_work.h"
#include "models/records/kinds.h"
#include "models/register/verify.h"
#include "models/search/search_index.h"
#include "models/text/fold.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QTemporaryDir>
#include <QTest>

#include <sqlcipher/sqlite3.h>

#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Name = QStringLiteral("Tằng Mỹ Ánh");
const QString FormerName = QStringLiteral("Tằng Vi Sương");
const QString OtherName = QStringLiteral("Tằng Quý Thảo");
const QString Reporter = QStringLiteral("Chìu Thị Nga");

/// All pages of the register as the engine decrypts them, free ones too.
QByteArray pagesOf(Register& reg)
{
    return reg
        .read([](Database& database) {
            auto* engine = static_cast<sqlite3*>(database.handle().driver()->handle().value<void*>());
            sqlite3_int64 size = 0;
            unsigned char* bytes = sqlite3_serialize(engine, "main", &size, 0);
            const QByteArray pages(reinterpret_cast<const char*>(bytes), bytes ? qsizetype(size) : 0);
            sqlite3_free(bytes);
            return pages;
        })
        .result();
}

bool holds(const QByteArray& bytes, const QString& text)
{
    return bytes.contains(text.toUtf8())
        || bytes.contains(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
}

struct Office
{
    QTemporaryDir home;
    std::unique_ptr<Register> reg;
    QUuid leader, administrator, child, file;

    Office()
    {
        NewRegister wanted;
        wanted.folder = home.filePath(QStringLiteral("so"));
        wanted.unit = QStringLiteral("06838");
        wanted.officeName = QStringLiteral("Ủy ban nhân dân xã Bình Liêu");
        wanted.login = QStringLiteral("lan");
        wanted.displayName = QStringLiteral("Hoàng Thị Lan");
        wanted.passphrase = QStringLiteral("khong ai biet cau nay");
        wanted.cost = KdfCost::forTests();
        wanted.limits = KdfLimits::forTests();
        reg = std::move(Register::create(wanted).value().reg);
        leader = user(QStringLiteral("leader"));
        administrator = reg->user(); // officer and administrator, as in an office of one
        writeCase();
    }
    void store(const Record& record)
    {
        Batch batch;
        batch.add(record);
        [&] { QVERIFY(reg->commit(batch).result()); }();
    }
    /// A record of a kind with these texts.
    QUuid write(const RecordKind& kind, std::initializer_list<std::pair<const Field*, QString>> texts)
    {
        Record record = reg->newRecord(kind);
        for (const auto& [field, text] : texts)
            record.set(*field, text);
        store(record);
        return record.id();
    }
    void rewrite(const RecordKind& kind, QUuid id, const Field& field, const QString& text)
    {
        Record record = reg->record(kind, id).value();
        record.set(field, text);
        store(record);
    }
    /// Two people change the same text without knowing of each other.
    void rewriteTwice(const RecordKind& kind, QUuid id, const Field& field, const QString& one, const QString& other)
    {
        Record first = reg->record(kind, id).value();
        Record second = first;
        first.set(field, one);
        second.set(field, other);
        store(first);
        store(second);
    }
    void type(const QString& form, QUuid record, const QString& text)
    {
        const Draft draft { { form, record }, 1, { { QStringLiteral("name"), text } }, {} };
        [&] { QVERIFY(reg->writeLocal([&](Database& db) { return drafts::keep(db, draft, leader); }).result()); }();
    }
    ErasurePlan plan() const
    {
        return reg->read([this](Database& db) { return erasureWork::plan(db, child); }).result().value();
    }
    ErasureDoubts doubts() const
    {
        return reg
            ->read([this, named = plan().records](
                       Database& db) { return erasureDoubts::find(db, reg->office().id, child, named); })
            .result()
            .value();
    }
    bool isInOrder() const
    {
        const auto checked = reg->read([](Database& db) { return Verification(db).run(); }).result();
        return checked && checked->ok();
    }
    QUuid user(const QString& role)
    {
        Record person = reg->newRecord(kinds::User);
        person.set(UserFields::Login, role);
        person.set(UserFields::DisplayName, QStringLiteral("Người %1").arg(role));
        person.set(UserFields::Role, role);
        Batch batch;
        batch.add(person);
        [&] { QVERIFY(reg->commit(batch).result()); }();
        return person.id();
    }
    void writeCase()
    {
        Record kid = reg->newRecord(kinds::Child);
        kid.set(ChildFields::Name, Name);
        kid.set(ChildFields::PersonalNumber, QStringLiteral("022316004417"));
        kid.set(ChildFields::Sex, QStringLiteral("female"));
        Record aCase = reg->newRecord(kinds::Case);
        aCase.set(CaseFields::Child, kid.id());
        aCase.set(CaseFields::Received, qint64(1));
        aCase.set(CaseFields::ReporterName, Reporter);
        aCase.set(CaseFields::Closed, qint64(2));
        Batch batch;
        batch.add(kid);
        batch.add(aCase);
        [&] { QVERIFY(reg->commit(batch).result()); }();
        child = kid.id();
        file = aCase.id();
    }
    Result<void> change(const RecordKind& kind, QUuid id, const Field& field, std::optional<qint64> value)
    {
        auto record = reg->record(kind, id);
        if (!record)
            return fail(record);
        record->set(field, value);
        Batch batch;
        batch.add(*record);
        auto done = reg->commit(batch).result();
        return done ? Result<void>() : Result<void>(fail(done));
    }
    ErasureOrder order() const
    {
        return { child, {}, QStringLiteral("125/QĐ-UBND"), QDate(2026, 11, 20), QStringLiteral("retention"), leader,
            administrator };
    }
};
} // namespace

class TestErasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfTheNameIsLeftInPagesIndexOrLog()
    {
        Office office;
        Register& reg = *office.reg;
        QVERIFY(reg.writeLocal([&](Database& db) {
                       return db.run(QStringLiteral("INSERT INTO draft(form, record, user, saved, content) VALUES "
                                                    "('case', ?, ?, 1, ?)"),
                           { idBytes(office.file), idBytes(office.leader), (Name + Reporter).toUtf8() });
                   })
                    .result());
        const QStringList spellings { Name, exactKey(Name), QStringLiteral("ánh"), QStringLiteral("tang"),
            QStringLiteral("022316004417"), Reporter };
        const QByteArray before = pagesOf(reg);
        QVERIFY(before.size() > 4096);
        for (const QString& text : spellings)
            QVERIFY2(holds(before, text), qPrintable(text));
        const auto done = erasureWork::carryOut(reg, office.order());
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
        const QByteArray after = pagesOf(reg);
        for (const QString& text : spellings)
            QVERIFY2(!holds(after, text), qPrintable(text));
        QVERIFY(!holds(after, folded(Name)));
        QCOMPARE(QFileInfo(reg.folder() + QStringLiteral("/register.db-wal")).size(), 0);
        // What names nobody stays, and the register is in order.
        QCOMPARE(reg.record(kinds::Child, office.child)->text(ChildFields::Sex), QStringLiteral("female"));
        const auto checked = reg.read([](Database& db) { return Verification(db).run(); }).result();
        QVERIFY2(checked && checked->ok(), checked ? qPrintable(checked->problems.join(u'\n')) : "");
    }

    void twoPeopleWithTheirRolesMustAgree()
    {
        Office office;
        ErasureOrder alone = office.order();
        alone.administrator = office.leader;
        ErasureOrder officer = office.order();
        officer.leader = office.user(QStringLiteral("officer"));
        ErasureOrder swapped = office.order();
        std::swap(swapped.leader, swapped.administrator);
        ErasureOrder ofOthers = office.order(); // nobody orders it in the names of two others
        ofOthers.administrator = office.user(QStringLiteral("viewer+administrator"));
        for (const ErasureOrder& wrong : { alone, officer, swapped, ofOthers }) {
            const auto refused = erasureWork::carryOut(*office.reg, wrong);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        }
        ErasureOrder nameless = office.order();
        nameless.decision = QStringLiteral("theo đơn của bà Nga");
        QCOMPARE(erasureWork::carryOut(*office.reg, nameless).error().code, ErrorCode::InvalidInput);
        ErasureOrder undated = office.order();
        undated.decided = {};
        QCOMPARE(erasureWork::carryOut(*office.reg, undated).error().code, ErrorCode::InvalidInput);
        QVERIFY(office.reg->record(kinds::Child, office.child)->has(ChildFields::Name));
    }

    void stoppedInTimeNothingIsErasedAndLaterNobodyIsTold()
    {
        Office office;
        office.type(u"step/verify"_s, office.file, Name);
        std::atomic_bool cancelled = true;
        bool tooLate = false;
        const auto stopped =
            erasureWork::carryOut(*office.reg, office.order(), { &cancelled, [&tooLate] { tooLate = true; } });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(!tooLate);
        QVERIFY(office.reg->record(kinds::Child, office.child)->has(ChildFields::Name));
        QCOMPARE(office.plan().drafts, 1);
        cancelled = false;
        const auto pressedLate = [&] { cancelled = tooLate = true; };
        QVERIFY(erasureWork::carryOut(*office.reg, office.order(), { &cancelled, pressedLate }));
        QVERIFY(tooLate); // who watches knows that a stop does nothing any more
        QVERIFY(!office.reg->record(kinds::Child, office.child)->has(ChildFields::Name));
    }

    void whatHasBeenErasedIsNotErasedAgain()
    {
        Office office;
        ErasureOrder some = office.order();
        some.classes = { IdentityClass::Reporter };
        const std::size_t all = office.plan().targets.size();
        QVERIFY(erasureWork::carryOut(*office.reg, some));
        QVERIFY(!office.plan().targets.empty() && office.plan().targets.size() < all);
        QVERIFY(erasureWork::carryOut(*office.reg, office.order()));
        QVERIFY(office.plan().targets.empty() && office.plan().erasedBefore);
        QCOMPARE(erasureWork::carryOut(*office.reg, office.order()).error().code, ErrorCode::InvalidInput);
    }

    void anOpenCaseAndAHoldStopIt()
    {
        Office office;
        QVERIFY(office.change(kinds::Case, office.file, CaseFields::Closed, std::nullopt));
        QCOMPARE(erasureWork::carryOut(*office.reg, office.order()).error().code, ErrorCode::NotAllowed);
        QVERIFY(office.change(kinds::Case, office.file, CaseFields::Closed, 5));
        const auto hold = [&](bool lift) {
            return office.reg
                ->commit([&, lift](Database& db) {
                    return erasureWork::hold(
                        db, office.reg->office().id, office.file, QStringLiteral("proceedings"), lift ? 20 : 10, lift);
                })
                .result();
        };
        QVERIFY(hold(false));
        const auto refused = erasureWork::carryOut(*office.reg, office.order());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QVERIFY(hold(true));
        QVERIFY(erasureWork::carryOut(*office.reg, office.order()));
        QVERIFY(!office.reg->record(kinds::Child, office.child)->has(ChildFields::Name));
    }

    void aLeakOfDataThatNamesThePersonIsListedAndStays()
    {
        Office office;
        Record leak = office.reg->newRecord(kinds::Incident);
        leak.set(IncidentFields::Found, qint64(10));
        leak.set(IncidentFields::Story, QStringLiteral("Lộ hồ sơ của em Tằng Mỹ Ánh"));
        leak.set(IncidentFields::Closed, qint64(20));
        Batch batch;
        batch.add(leak);
        QVERIFY(office.reg->commit(batch).result());
        const auto found = office.doubts();
        QCOMPARE(found.texts.size(), std::size_t(1));
        QCOMPARE(found.texts.front().kind, &kinds::Incident);
        QCOMPARE(found.texts.front().field, &IncidentFields::Story);
        QCOMPARE(found.texts.front().code, QStringLiteral("01/01/1970"));
        QVERIFY(!found.texts.front().refusals.isEmpty()); // kept by rule
        ErasureOrder along = office.order();
        along.texts = found.texts;
        QCOMPARE(erasureWork::carryOut(*office.reg, along).error().code, ErrorCode::NotAllowed);
        QVERIFY(office.reg->record(kinds::Child, office.child)->has(ChildFields::Name));
        QVERIFY(erasureWork::carryOut(*office.reg, office.order()));
        QVERIFY(!office.reg->record(kinds::Child, office.child)->has(ChildFields::Name));
        QCOMPARE(office.reg->record(kinds::Incident, leak.id())->number(IncidentFields::Closed), 20);
        const auto checked = office.reg->read([](Database& db) { return Verification(db).run(); }).result();
        QVERIFY2(checked && checked->ok(), checked ? qPrintable(checked->problems.join(u'\n')) : "");
    }

    void whatItDoesNotNameAndMaySpeakOfThePersonIsListed()
    {
        Office office;
        Record sibling = office.reg->newRecord(kinds::Child);
        sibling.set(ChildFields::Name, QStringLiteral("Tằng A Páo"));
        sibling.set(ChildFields::Note, QStringLiteral("Anh của cháu TẰNG MỸ ÁNH, cùng thôn"));
        Record stranger = office.reg->newRecord(kinds::Child);
        stranger.set(ChildFields::Name, QStringLiteral("Lý Ánh"));
        Batch batch;
        batch.add(sibling);
        batch.add(stranger);
        QVERIFY(office.reg->commit(batch).result());
        const auto found = office.doubts();
        QVERIFY(found.searched);
        QCOMPARE(found.texts.size(), std::size_t(1));
        QCOMPARE(found.texts.front().record, sibling.id());
        QCOMPARE(found.texts.front().page, sibling.id());
        QCOMPARE(found.texts.front().state, DoubtState::Shown);
        QCOMPARE(office.plan().records.size(), std::size_t(2));
        QVERIFY(erasureWork::carryOut(*office.reg, office.order()));
        QVERIFY(!office.doubts().searched); // nothing is left to look for
    }

    void formerTextsHiddenSidesAndEarlierSpellingsAreFoundToo()
    {
        Office office;
        office.rewrite(kinds::Child, office.child, ChildFields::Name, FormerName);
        office.rewrite(kinds::Child, office.child, ChildFields::Name, Name);
        const QUuid former = office.write(kinds::Session, { { &SessionFields::Note, u"Có em "_s + Name } });
        office.rewrite(kinds::Session, former, SessionFields::Note, u"Có một em"_s);
        const QUuid differing = office.write(kinds::Session, { { &SessionFields::Note, u"Buổi ở thôn"_s } });
        office.rewriteTwice(kinds::Session, differing, SessionFields::Note, u"Em "_s + FormerName, u"Có một em"_s);
        QVERIFY(office.reg->record(kinds::Session, differing)->state().conflicting);
        const QUuid earlier = office.write(kinds::Session, { { &SessionFields::Note, u"Em tằng vi SƯƠNG"_s } });
        std::map<QUuid, DoubtState> states;
        for (const ErasureDoubt& one : office.doubts().texts)
            states[one.record] = one.state;
        QCOMPARE(states.size(), std::size_t(3));
        QVERIFY(states.at(former) == DoubtState::Former);
        const QString shown = office.reg->record(kinds::Session, differing)->text(SessionFields::Note);
        QVERIFY(states.at(differing) == (shown.contains(FormerName) ? DoubtState::Shown : DoubtState::Differing));
        QVERIFY(states.at(earlier) == DoubtState::Shown);
    }

    void whatManyPeopleHaveTypedIsListedWhole()
    {
        Office office;
        for (int i = 0; i < 250; ++i)
            office.write(kinds::Session, { { &SessionFields::Note, u"Có em "_s + Name } });
        QCOMPARE(office.doubts().texts.size(), std::size_t(250));
    }

    void aDraftWithoutTheRecordsIdIsListedAndGoesWhenChosen()
    {
        Office office;
        office.type(u"intake"_s, {}, u"Báo về em "_s + Name);
        office.type(u"remark/2026-11"_s, {}, u"Không có gì"_s);
        office.type(u"step/verify"_s, office.file, Name); // goes with its case
        const auto found = office.doubts();
        QCOMPARE(found.drafts.size(), std::size_t(1));
        QCOMPARE(found.drafts.front().key.form, u"intake"_s);
        QCOMPARE(found.drafts.front().who, u"Người leader"_s);
        const auto left = [&] {
            return office.reg->read([&](Database& db) { return drafts::all(db, office.leader).value().size(); })
                .result();
        };
        ErasureOrder along = office.order();
        along.drafts = found.drafts;
        along.decision = u"theo đơn"_s; // refused, so nothing goes
        QVERIFY(!erasureWork::carryOut(*office.reg, along));
        QCOMPARE(left(), std::size_t(3));
        along.decision = office.order().decision;
        QVERIFY(erasureWork::carryOut(*office.reg, along));
        QCOMPARE(left(), std::size_t(1));
    }

    void noDraftOfTheFileStaysWhenOnlySomePartsGo()
    {
        Office office;
        Record judged = office.reg->newRecord(kinds::Assessment); // like the case, it holds nothing of the child's part
        judged.set(AssessmentFields::Case, office.file);
        office.store(judged);
        office.type(u"step/verify"_s, office.file, u"Gặp em "_s + Name);
        office.type(u"assessment"_s, office.file, u"Em "_s + Name);
        office.type(u"form-of-assessment"_s, judged.id(), Name);
        office.type(u"session-new"_s, {}, judged.id().toString()); // leans on it
        office.type(u"remark/2026-11"_s, {}, u"Không có gì"_s);
        QVERIFY(office.doubts().drafts.empty()); // nobody is asked about them: they go
        ErasureOrder some = office.order();
        some.classes = { IdentityClass::Subject };
        const auto left = [&] {
            return office.reg->read([&](Database& db) { return drafts::all(db, office.leader).value(); }).result();
        };
        some.decision = u"theo đơn"_s; // refused, so nothing goes
        QVERIFY(!erasureWork::carryOut(*office.reg, some));
        QCOMPARE(left().size(), std::size_t(5));
        some.decision = office.order().decision;
        QVERIFY(erasureWork::carryOut(*office.reg, some));
        QCOMPARE(office.reg->record(kinds::Case, office.file)->text(CaseFields::ReporterName), Reporter);
        QCOMPARE(left().size(), std::size_t(1));
        QCOMPARE(left().front().key.form, u"remark/2026-11"_s);
        QVERIFY(!holds(pagesOf(*office.reg), Name));
    }

    void textsOfFilesThatMustStayAreNotErasedAlong()
    {
        Office office;
        const QUuid namesake = office.write(kinds::Child, { { &ChildFields::Name, Name } });
        const QUuid sibling = office.write(
            kinds::Child, { { &ChildFields::Name, u"Lý A Páo"_s }, { &ChildFields::Note, u"Anh của "_s + Name } });
        Record open = office.reg->newRecord(kinds::Case);
        open.set(CaseFields::Child, sibling);
        open.set(CaseFields::Summary, u"Cùng "_s + Name);
        office.store(open);
        const auto found = office.doubts();
        QCOMPARE(found.texts.size(), std::size_t(3));
        for (const ErasureDoubt& one : found.texts) {
            QVERIFY(!one.refusals.isEmpty());
            ErasureOrder along = office.order();
            along.texts = { one };
            QCOMPARE(erasureWork::carryOut(*office.reg, along).error().code, ErrorCode::NotAllowed);
        }
        QVERIFY(office.change(kinds::Case, open.id(), CaseFields::Closed, 5));
        ErasureOrder along = office.order();
        for (const ErasureDoubt& one : office.doubts().texts)
            if (one.record != namesake) {
                QVERIFY(one.refusals.isEmpty());
                along.texts.push_back(one);
            }
        QCOMPARE(along.texts.size(), std::size_t(2));
        QVERIFY(erasureWork::carryOut(*office.reg, along));
        QCOMPARE(office.reg->record(kinds::Child, sibling)->text(ChildFields::Name), u"Lý A Páo"_s);
        QVERIFY(!office.reg->record(kinds::Child, sibling)->has(ChildFields::Note));
        QVERIFY(!office.reg->record(kinds::Case, open.id())->has(CaseFields::Summary));
        QCOMPARE(office.reg->record(kinds::Child, namesake)->text(ChildFields::Name), Name);
        QVERIFY(office.isInOrder());
    }

    void nothingIsLeftOfFormerTextsConflictsDraftsAndWhatWasChosen()
    {
        Office office;
        Register& reg = *office.reg;
        office.rewrite(kinds::Child, office.child, ChildFields::Name, FormerName);
        office.rewriteTwice(kinds::Child, office.child, ChildFields::Name, Name, OtherName);
        QVERIFY(reg.record(kinds::Child, office.child)->state().conflicting);
        office.rewrite(kinds::Case, office.file, CaseFields::ReporterName, u"Bàn Thị Tám"_s);
        office.rewrite(kinds::Case, office.file, CaseFields::ReporterName, {});
        const QUuid sibling = office.write(
            kinds::Child, { { &ChildFields::Name, u"Lý A Páo"_s }, { &ChildFields::Note, u"Chị "_s + OtherName } });
        office.rewrite(kinds::Child, sibling, ChildFields::Note, u"Có một chị"_s);
        const QUuid session = office.write(kinds::Session, { { &SessionFields::Note, u"Em "_s + FormerName } });
        office.type(u"intake"_s, {}, u"Tin báo về "_s + Name);
        office.type(u"step/verify"_s, office.file, u"Lời kể của cháu Tằng"_s);
        const QStringList names { Name, FormerName, OtherName, exactKey(Name), exactKey(FormerName),
            exactKey(OtherName), u"Bàn Thị Tám"_s, Reporter, u"Lời kể của cháu"_s, u"Chị Tằng"_s, u"Em Tằng"_s,
            u"Tin báo về"_s, u"022316004417"_s };
        const QByteArray before = pagesOf(reg);
        for (const QString& text : names)
            if (text != exactKey(FormerName) && text != exactKey(OtherName) && text != exactKey(Name))
                QVERIFY2(holds(before, text), qPrintable(text));
        ErasureOrder along = office.order();
        const auto found = office.doubts();
        along.texts = found.texts;
        along.drafts = found.drafts;
        QCOMPARE(along.texts.size(), std::size_t(2));
        QCOMPARE(along.drafts.size(), std::size_t(1));
        const auto done = erasureWork::carryOut(reg, along);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
        const QByteArray after = pagesOf(reg);
        for (const QString& text : names) {
            QVERIFY2(!holds(after, text), qPrintable(text));
            QVERIFY2(!holds(after, folded(text)), qPrintable(text));
        }
        QCOMPARE(QFileInfo(reg.folder() + u"/register.db-wal"_s).size(), 0);
        QCOMPARE(reg.record(kinds::Child, sibling)->text(ChildFields::Note), u"Có một chị"_s);
        QVERIFY(!reg.record(kinds::Session, session)->has(SessionFields::Note));
        QVERIFY(!reg.record(kinds::Child, office.child)->state().conflicting);
        QVERIFY(office.isInOrder());
    }

    void copiesOnPaperAndInFilesAreNamed()
    {
        Office office;
        const auto record = [&](AccessAct act, std::vector<QUuid> records) {
            QVERIFY(office.reg->recordAccess(act, &kinds::Case, std::move(records)).result());
        };
        record(AccessAct::Opened, { office.file });
        record(AccessAct::Printed, { office.file });
        record(AccessAct::Exported, { QUuid(), office.file }); // a hand-over record
        record(AccessAct::Printed, { office.reg->newRecord(kinds::Case).id() });
        const ErasurePlan plan = office.plan();
        QCOMPARE(plan.looks.size(), std::size_t(2));
        QCOMPARE(plan.looks.front().note.record, office.file);
        QCOMPARE(plan.exports.size(), std::size_t(1));
        QVERIFY(plan.exports.front().note.act == AccessAct::Exported);
        QVERIFY(plan.packages.isEmpty());
    }

    void aCaseWhoseEntriesOnlyWaitGoesToo()
    {
        Office office;
        QVERIFY(office.reg
                    ->writeLocal([&](Database& db) -> Result<void> { // as when what it rests on has not come
                        const QByteArray id = idBytes(office.file);
                        if (auto done = db.run(u"UPDATE journal_entry SET state = 1 WHERE record = ?"_s, { id }); !done)
                            return done;
                        return db.run(u"DELETE FROM \"case\" WHERE record = ?"_s, { id });
                    })
                    .result());
        const ErasurePlan plan = office.plan();
        QCOMPARE(plan.records.size(), std::size_t(2));
        QCOMPARE(plan.records.back().second, office.file);
        QVERIFY(office.doubts().texts.empty());
        QVERIFY(office.reg
                    ->commit([&](Database& db) {
                        return erasureWork::hold(db, office.reg->office().id, office.file, u"inspection"_s, 10);
                    })
                    .result());
        const ErasurePlan held = office.plan();
        QCOMPARE(held.refusals.size(), 1);
        const auto listed = office.reg->read([&](Database& db) { return erasureWork::holdsOn(db, held.records); });
        QCOMPARE(listed.result()->size(), std::size_t(1)); // whoever is refused sees which reason to end
    }

    void aPageAsksForReasonsToKeepWithoutReadingWhatWaits()
    {
        Office office;
        const QUuid other = office.write(kinds::Child, { { &ChildFields::Name, OtherName } });
        QVERIFY(office.reg
                    ->commit([&](Database& db) {
                        return erasureWork::hold(db, office.reg->office().id, office.file, u"inspection"_s, 10);
                    })
                    .result());
        QVERIFY(office.reg
                    ->writeLocal([&](Database& db) { // whoever reads this entry fails
                        return db.run(
                            u"UPDATE journal_entry SET state = 1, body = x'00' WHERE record = ?"_s, { idBytes(other) });
                    })
                    .result());
        const auto plan = office.reg->read([&](Database& db) { return erasureWork::plan(db, office.child); }).result();
        QVERIFY(!plan);
        const auto found =
            office.reg->read([&](Database& db) { return erasureWork::holds(db, office.child); }).result();
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().about, office.file);
    }

    void aRestoredRegisterErasesBeforeItIsLookedAt()
    {
        Office office;
        const auto copy = [&](const QString& to) {
            QVERIFY(office.reg->checkpoint().result());
            QDir().mkpath(to);
            for (const char* name : { "register.db", "register.keys" })
                QVERIFY(QFile::copy(
                    office.reg->folder() + u'/' + QString::fromLatin1(name), to + u'/' + QString::fromLatin1(name)));
        };
        const QString backup = office.home.filePath(QStringLiteral("sao-luu"));
        copy(backup);
        QVERIFY(erasureWork::carryOut(*office.reg, office.order()));
        const QByteArray list = office.reg->read([](Database& db) { return erasure::list(db).value(); }).result();
        QVERIFY(!holds(list, Name));
        auto restored = Register::open(
            backup, QStringLiteral("khong ai biet cau nay"), std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY(restored);
        QVERIFY((*restored)->record(kinds::Child, office.child)->has(ChildFields::Name));
        QVERIFY((*restored)->adoptErasures(list).result());
        QVERIFY(!(*restored)->record(kinds::Child, office.child)->has(ChildFields::Name));
        QVERIFY(!holds(pagesOf(**restored), Name));
        QCOMPARE((*restored)->adoptErasures("no list").result().error().code, ErrorCode::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
