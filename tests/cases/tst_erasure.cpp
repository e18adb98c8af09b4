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

using namespace maiam;

namespace {
const QString Name = QStringLiteral("Tằng Mỹ Ánh");
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
        const auto plan = office.reg->read([&](Database& db) { return erasureWork::plan(db, office.child); }).result();
        QVERIFY(plan);
        QCOMPARE(plan->doubts.size(), std::size_t(1));
        QCOMPARE(plan->doubts.front().kind, &kinds::Incident);
        QCOMPARE(plan->doubts.front().field, &IncidentFields::Story);
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
        const auto plan = office.reg->read([&](Database& db) { return erasureWork::plan(db, office.child); }).result();
        QVERIFY(plan);
        QCOMPARE(plan->doubts.size(), std::size_t(1));
        QCOMPARE(plan->doubts.front().record, sibling.id());
        QCOMPARE(plan->records.size(), std::size_t(2));
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
