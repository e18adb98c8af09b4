// SPDX-License-Identifier: GPL-3.0-or-later
// Restricted access: whom lists hide, when, and that a file opens for a reason alone.
#include "models/cases/case_file.h"
#include "models/children/child_list.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "tests/support/small_register.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace maiam;

namespace {
const QString Name = QStringLiteral("Tằng Mỹ Ánh");
constexpr UtcMs ReceivedAt = 1'790'000'000'000;

struct Office
{
    QTemporaryDir home;
    std::unique_ptr<Register> reg;
    QUuid child, file;

    Office()
    {
        reg = std::move(Register::create(test::wantedRegister(home.filePath(QStringLiteral("so")))).value().reg);
        Record kid = reg->newRecord(kinds::Child);
        kid.set(ChildFields::Name, Name);
        kid.set(ChildFields::FileCode, QStringLiteral("BL-TE-014"));
        kid.set(ChildFields::Birth, QStringLiteral("2016-03-12"));
        kid.set(ChildFields::Mother, QStringLiteral("Chìu Thị Nga"));
        kid.set(ChildFields::Village, QStringLiteral("Bản Cầu"));
        kid.set(ChildFields::Sex, QStringLiteral("female"));
        Record one = reg->newRecord(kinds::Case);
        one.set(CaseFields::FileCode, QStringLiteral("BL-2026-014"));
        one.set(CaseFields::Child, kid.id());
        one.set(CaseFields::Received, ReceivedAt);
        one.set(CaseFields::Age, qint64(9));
        one.set(CaseFields::Step, QStringLiteral("closed"));
        one.set(CaseFields::Closed, ReceivedAt + 1);
        child = kid.id();
        file = one.id();
        Batch batch;
        batch.add(kid);
        batch.add(one);
        commit(batch);
    }
    void commit(const Batch& batch) const
    {
        if (const auto done = reg->commit(batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    template <typename Read> auto read(Read ask) const { return reg->read(ask).result(); }
    Result<Committed> restrict(const QString& ground = QStringLiteral("carer")) const
    {
        return reg
            ->commit([&](Database& db) {
                return restrictedAccess::restrict(db, reg->office().id, child, ground, ReceivedAt + 5);
            })
            .result();
    }
    void lift() const
    {
        QVERIFY(reg->commit([&](Database& db) {
                       return restrictedAccess::lift(db, reg->office().id, child, ReceivedAt + 9);
                   })
                    .result());
    }
    CaseRow caseRow() const
    {
        return read([](Database& db) { return caseList::page(db, caseList::ids(db).value()); }).value().front();
    }
    ChildRow childRow(const QString& typed = {}) const
    {
        return read([&](Database& db) { return childList::page(db, childList::search(db, typed).value()); })
            .value()
            .front();
    }
    Result<CaseFile> opened(Opening opening) const
    {
        return read([&](Database& db) { return caseFile::read(db, file, opening); });
    }
    template <typename V> void set(const Field& field, V value) const
    {
        auto record = reg->record(kinds::Case, file);
        record->set(field, value);
        Batch batch;
        batch.add(*record);
        commit(batch);
    }
};
} // namespace

class TestRestrictedAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsSayTheCodeAndNothingThatTellsWhoItIs()
    {
        Office office;
        QCOMPARE(office.caseRow().childName, Name);
        QVERIFY(office.restrict());
        const CaseRow row = office.caseRow();
        QVERIFY(row.restricted);
        QCOMPARE(row.code, QStringLiteral("BL-2026-014"));
        QCOMPARE(row.childName + row.birth + row.village + row.mother + row.sex, QString());
        QVERIFY(!row.age);
        const ChildRow child = office.childRow();
        QVERIFY(child.restricted);
        QCOMPARE(child.code, QStringLiteral("BL-TE-014"));
        QCOMPARE(child.name + child.birth + child.mother + child.father + child.village + child.group, QString());
        QCOMPARE(child.cases, 1);
        office.lift();
        QCOMPARE(office.caseRow().childName, Name);
        QCOMPARE(office.childRow().name, Name);
    }

    void nobodyFindsOutANameOrNumberLetterByLetter()
    {
        Office office;
        Record other = office.reg->newRecord(kinds::Child);
        other.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Anh"));
        other.set(ChildFields::PersonalNumber, QStringLiteral("022316004400"));
        Record known = office.reg->record(kinds::Child, office.child).value();
        known.set(ChildFields::PersonalNumber, QStringLiteral("022316004417"));
        Batch batch;
        batch.add(other);
        batch.add(known);
        office.commit(batch);
        const auto children = [&](const QString& typed) {
            const auto found =
                office.read([&](Database& db) { return childList::page(db, childList::search(db, typed).value()); })
                    .value();
            return std::count_if(found.begin(), found.end(), [](const ChildRow& row) { return row.restricted; });
        };
        const auto cases = [&](const QString& typed) {
            return int(office.read([&](Database& db) { return caseList::search(db, typed); })->size());
        };
        const QStringList parts { QStringLiteral("Tằng"), QStringLiteral("tang m"), QStringLiteral("Chìu Thị Nga"),
            QStringLiteral("Bản Cầu"), QStringLiteral("0223160044"), QStringLiteral("02231600441") };
        for (const QString& typed : parts)
            QVERIFY2(children(typed) == 0 && cases(typed) == 1, qPrintable(typed));
        QVERIFY(office.restrict());
        for (const QString& typed : parts)
            QVERIFY2(children(typed) == 0 && cases(typed) == 0, qPrintable(typed));
        const QStringList wholes { Name, QStringLiteral("tang my anh"), QStringLiteral("022316004417") };
        for (const QString& typed : wholes)
            QVERIFY2(children(typed) == 1 && cases(typed) == 1, qPrintable(typed));
        QCOMPARE(children(QStringLiteral("BL-TE-014")), 1);
        QCOMPARE(children(QStringLiteral("014")), 1);
        QCOMPARE(cases(QStringLiteral("BL-2026-014")), 1);
    }

    void itsPlaceInTheListDoesNotTellTheName()
    {
        Office office;
        Batch batch;
        for (const QString& name : { QStringLiteral("Chíu A An"), QStringLiteral("Lò Thị Xuân") }) {
            Record other = office.reg->newRecord(kinds::Child);
            other.set(ChildFields::Name, name);
            batch.add(other);
        }
        office.commit(batch);
        const auto places = [&] {
            const auto rows =
                office.read([](Database& db) { return childList::page(db, childList::ids(db).value()); }).value();
            return rows.back().name.isEmpty() ? QString() : rows.back().name;
        };
        QCOMPARE(places(), QStringLiteral("Lò Thị Xuân"));
        QVERIFY(office.restrict());
        QCOMPARE(places(), QString());
    }

    void aNewReportStillFindsTheChild()
    {
        Office office;
        QVERIFY(office.restrict());
        QCOMPARE(office.childRow(Name).id, office.child);
        QCOMPARE(office.childRow(Name).name, QString());
        const auto alike = office.read([](Database& db) { return childList::lookAlikes(db, Name); }).value();
        QCOMPARE(alike.size(), std::size_t(1));
        QCOMPARE(alike.front().id, office.child);
        QVERIFY(alike.front().restricted);
    }

    void aFileOpensForAReasonAlone()
    {
        Office office;
        QVERIFY(office.opened(Opening::WithoutReason));
        QVERIFY(office.restrict());
        const auto refused = office.opened(Opening::WithoutReason);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Restricted);
        QVERIFY(!refused.error().message.contains(Name));
        const auto file = office.opened(Opening::WithReason);
        QVERIFY(file);
        QCOMPARE(file->row.childName, Name);
        QCOMPARE(file->child->text(ChildFields::Name), Name);
    }

    void whileACaseIsOpenTheWorkGoesOn()
    {
        Office office;
        office.set(CaseFields::Closed, std::optional<qint64>());
        office.set(CaseFields::Step, QStringLiteral("plan"));
        QVERIFY(office.restrict());
        QCOMPARE(office.caseRow().childName, Name);
        QVERIFY(office.opened(Opening::WithoutReason));
        const auto waiting = office.read([&](Database& db) { return restrictedAccess::of(db, office.child); });
        QVERIFY(waiting && *waiting && (*waiting)->waits && !(*waiting)->isolated);
        office.set(CaseFields::Closed, std::optional(ReceivedAt + 7));
        QVERIFY(office.caseRow().restricted); // with the last one closed it takes hold by itself
        office.set(CaseFields::IsolationFrom, std::optional(ReceivedAt + 3));
        QCOMPARE(office.caseRow().childName, Name); // a child who is kept away from home is still being looked after
        const auto isolated = office.read([&](Database& db) { return restrictedAccess::of(db, office.child); });
        QVERIFY(isolated && *isolated && (*isolated)->waits && (*isolated)->isolated);
        office.set(CaseFields::IsolationEnded, std::optional(ReceivedAt + 8));
        QVERIFY(office.caseRow().restricted);
    }

    void anImportedCaseThatNobodyWorksOnHidesToo()
    {
        Office office;
        office.set(CaseFields::Closed, std::optional<qint64>());
        office.set(CaseFields::Step, QStringLiteral("imported"));
        QVERIFY(office.restrict());
        QVERIFY(office.caseRow().restricted);
    }

    void sayingItTwiceIsOneRestrictionThatCanBeginAgain()
    {
        Office office;
        QVERIFY(office.restrict());
        QVERIFY(office.restrict(QStringLiteral("child")));
        office.lift();
        QVERIFY(!office.caseRow().restricted);
        QVERIFY(office.restrict());
        QVERIFY(office.caseRow().restricted);
        const auto held = office.read([&](Database& db) { return restrictedAccess::of(db, office.child); });
        QCOMPARE((*held)->ground, QStringLiteral("carer"));
    }

    void itTakesAGroundAndAChildOfThisOffice()
    {
        Office office;
        QCOMPARE(office.restrict({}).error().code, ErrorCode::InvalidInput);
        const auto foreign = office.reg
                                 ->commit([&](Database& db) {
                                     return restrictedAccess::restrict(db, office.reg->office().id,
                                         recordId::create(QByteArray(16, 'x')), QStringLiteral("child"), ReceivedAt);
                                 })
                                 .result();
        QCOMPARE(foreign.error().code, ErrorCode::NotAllowed);
    }

    void anotherOfficeHidesNoChildOfThisOne()
    {
        // What a province's register would hold: the child of one commune, and what another one says of it.
        SmallRegister reg;
        const QByteArray commune(16, 'a'), other(16, 'b');
        const QUuid child = recordId::create(commune);
        reg.add(kinds::Child, { { ChildFields::Name.key(), Name } }, commune, child);
        const Values values { { RestrictionFields::About.key(), idBytes(child) },
            { RestrictionFields::Since.key(), ReceivedAt } };
        reg.add(kinds::Restriction, values, other);
        QVERIFY(!RestrictedChildren::read(reg.database())->hides(child));
        reg.add(kinds::Restriction, values, commune);
        QVERIFY(RestrictedChildren::read(reg.database())->hides(child));
    }
};

QTEST_GUILESS_MAIN(TestRestrictedAccess)
#include "tst_restricted_access.moc"
