// SPDX-License-Identifier: GPL-3.0-or-later
// What changes hands with the post, and who is who afterwards.
#include "models/handover/handover.h"

#include "models/cases/erasure_work.h"
#include "models/drafts/draft.h"
#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"
#include "models/handover/post_change.h"
#include "tests/register/key_helpers.h"
#include "tests/support/small_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using maiam::test::KeyedRegister;
using maiam::test::LanWords;
using maiam::test::MinhWords;

namespace {
const QByteArray Commune(16, 'a');
const QByteArray Other(16, 'b');
const QByteArray Province(16, 'p');
const QByteArray Device(16, 'd');
const UtcMs Now = civil::at(QDate(2026, 11, 24), QTime(8, 5));
constexpr UtcMs Hour = 3600'000;
const Roles OfficerAndAdministrator = Roles(Role::Officer) | Role::Administrator;

void addCase(SmallRegister& reg, const char* code, const char* step, UtcMs received, const Values& more = {},
    const QByteArray& owner = Commune)
{
    const QUuid child = recordId::create(owner);
    reg.add(kinds::Child, { { "name", u"Tằng Mỹ Ánh"_s } }, owner, child);
    Values values { { "code", QString::fromLatin1(code) }, { "child", idBytes(child) },
        { "step", QString::fromLatin1(step) }, { "received", received }, { "outcome", u"case"_s } };
    for (const auto& [name, value] : more)
        values[name] = value;
    reg.add(kinds::Case, values, owner);
}

void addSession(SmallRegister& reg, const char* state, UtcMs starts, const QByteArray& owner = Commune)
{
    reg.add(kinds::Session,
        { { "type", u"class-children"_s }, { "state", QString::fromLatin1(state) }, { "starts", starts } }, owner);
}

void addPackage(SmallRegister& reg, const char* file, qint64 first, qint64 last, UtcMs at)
{
    QVERIFY(reg.database().run(u"INSERT INTO package_log(outgoing, office, device, first_seq, last_seq, file, at) "
                               "VALUES (1, ?, ?, ?, ?, ?, ?)"_s,
        { Province, Device, first, last, QString::fromLatin1(file), at }));
}

Handover handed(SmallRegister& reg, QUuid from = {})
{
    static const StatutoryClock clock = *StatutoryClock::fromCatalogues(builtInCatalogues());
    const QUuid office = recordId::named(Commune, "office");
    if (!RecordTables(reg.database()).read(kinds::Office, office))
        reg.add(kinds::Office, { { "unit", u"06838"_s }, { "name", u"UBND xã Bình Liêu"_s }, { "role", u"commune"_s } },
            Commune, office);
    auto read = Handover::read(reg.database(), builtInCatalogues(), clock, Commune, Now, from);
    if (!read)
        qFatal("%s / %s", qPrintable(read.error().message), qPrintable(read.error().detail));
    return std::move(*read);
}

QStringList codes(const Handover& handed)
{
    QStringList all;
    for (const HandedCase& one : handed.cases)
        all.append(one.file.code);
    return all;
}

PostChange wanted(const KeyedRegister& office, Leaving leaving, Roles roles = OfficerAndAdministrator)
{
    PostChange change;
    change.from = office.lan;
    change.receiver = { u"Trần Minh"_s, u"Cán bộ bảo vệ trẻ em"_s, roles };
    change.leaving = leaving;
    return change;
}

ErrorCode code(const Result<void>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

/// Somebody who decides about erasures; has no passphrase.
QUuid addLeader(Register& reg)
{
    Record person = reg.newRecord(kinds::User);
    person.set(UserFields::Login, u"hung"_s);
    person.set(UserFields::DisplayName, u"Nông Văn Hùng"_s);
    person.set(UserFields::Role, u"leader"_s);
    Batch batch;
    batch.add(person);
    return reg.commit(std::move(batch)).result() ? person.id() : QUuid();
}

/// Opens as Lan with memory enough to unlock and too little for another passphrase.
bool openScarcely(KeyedRegister& office)
{
    KdfLimits scarce = KdfLimits::forTests();
    scarce.wanted = { 128ULL << 10, 2 };
    scarce.freeMemoryBytes = 64ULL << 10;
    office.reg.reset();
    auto opened = Register::open(office.folder, LanWords, std::make_shared<SystemClock>(), scarce);
    if (opened)
        office.reg = std::move(*opened);
    return opened.has_value();
}

QStringList names(Register& reg)
{
    QStringList all;
    for (const Person& person : people::list(reg).value_or(std::vector<Person> {}))
        all.append(person.name);
    return all;
}
} // namespace

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openCasesStandInTheOrderInWhichTheirTimesRunOut()
    {
        SmallRegister reg;
        addCase(reg, "BL-2026-0001", "intake", Now - 2 * Hour);
        addCase(reg, "BL-2026-0002", "intake", Now - 20 * Hour, { { "outcome", u"pending"_s } });
        addCase(reg, "BL-2026-0003", "carry-out", Now - 900 * Hour,
            { { "assessed", Now - 899 * Hour }, { "emergency", u"not-needed"_s },
                { "plan_submitted", Now - 880 * Hour }, { "plan_approved", Now - 870 * Hour } });
        addCase(reg, "BL-2026-0004", "closed", Now - 900 * Hour, { { "closed", Now - Hour } });
        addCase(reg, "BL-2025-0009", "imported", Now - 9000 * Hour, { { "origin", u"workbook"_s } });
        addCase(reg, "HT-2026-0001", "intake", Now - Hour, {}, Other);
        const Handover all = handed(reg);
        QCOMPARE(codes(all), (QStringList { u"BL-2026-0002"_s, u"BL-2026-0001"_s, u"BL-2026-0003"_s }));
        QVERIFY(all.cases[0].pending);
        QVERIFY(all.cases[0].overdue());
        QVERIFY(!all.cases[1].pending);
        QCOMPARE(all.overdueCases(), 1);
        QCOMPARE(all.cases[1].clocks.front().kind, ClockKind::EmergencyMeasures12h);
        QCOMPARE(all.cases[1].clocks.front().dueAt, Now + 10 * Hour);
        QVERIFY(all.cases[1].clocks.size() >= 2); // the plan's days run as well
        QVERIFY(all.cases[2].clocks.empty());
        QCOMPARE(all.importedToReview, 1);
        QCOMPARE(all.at, Now);
        QVERIFY(!all.office.province);
    }

    void anIsolationGoesAlongThoughTheCaseIsClosed()
    {
        SmallRegister reg;
        addCase(reg, "BL-2026-0005", "closed", Now - 100 * Hour,
            { { "closed", Now - Hour }, { "isolation_from", Now - 50 * Hour } });
        QCOMPARE(codes(handed(reg)), QStringList { u"BL-2026-0005"_s });
    }

    void aLeakOfDataThatIsNotClosedGoesAlong()
    {
        SmallRegister reg;
        reg.add(kinds::Incident, { { "found", Now - 3 * Hour } }, Commune);
        reg.add(kinds::Incident, { { "found", Now - 90 * Hour }, { "sent", Now - 80 * Hour } }, Commune);
        reg.add(kinds::Incident, { { "found", Now - 900 * Hour }, { "closed", Now - 800 * Hour } }, Commune);
        const Handover all = handed(reg);
        QCOMPARE(all.incidents.size(), size_t(2));
        QVERIFY(all.incidents.front().sent && !all.incidents.back().sent);
    }

    void aPackageOfReceiptsAloneWaitsForNoReceipt()
    {
        SmallRegister reg;
        addPackage(reg, "tra-loi.maiam", 1, 0, Now - Hour); // as the province answers a commune
        QVERIFY(handed(reg).packages.empty());
    }

    void erasuresOfOtherOfficesGoAlongUntilTheyAreConfirmed()
    {
        KeyedRegister commune;
        const QTemporaryDir home;
        NewRegister wanted = maiam::test::wantedRegister(home.filePath(u"Sở Y tế"_s));
        wanted.unit = u"22"_s;
        wanted.role = OfficeRole::Province;
        wanted.officeName = u"Sở Y tế tỉnh Quảng Ninh"_s;
        const auto province = std::move(Register::create(wanted).value().reg);
        Register& own = *commune.reg;
        for (auto [one, other] : { std::pair(&own, province.get()), std::pair(province.get(), &own) }) {
            const OfficeCard card = offices::ownCard(*other).value();
            QVERIFY(offices::trust(*one, card, card.fingerprint()));
        }
        const QUuid child = commune.child(u"Tằng Mỹ Ánh"_s);
        QVERIFY(erasureWork::carryOut(
            own, { child, {}, u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"retention"_s, addLeader(own), commune.lan }));
        const auto sealed = sealPackage(own, u"22"_s, home.path());
        QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().message));
        QVERIFY(receivePackages(*province, { sealed->file }));

        const StatutoryClock clock = *StatutoryClock::fromCatalogues(builtInCatalogues());
        const auto open = [&](Register& reg) {
            auto all = Handover::read(reg, builtInCatalogues(), clock, reg.user());
            if (!all)
                qFatal("%s / %s", qPrintable(all.error().message), qPrintable(all.error().detail));
            return all->erasures;
        };
        const auto waiting = open(*province);
        QCOMPARE(waiting.size(), size_t(1));
        QCOMPARE(waiting[0].decision, u"125/QĐ-UBND"_s);
        QCOMPARE(waiting[0].decided, QDate(2026, 11, 20));
        QCOMPARE(waiting[0].office, u"Ủy ban nhân dân xã Bình Liêu"_s);
        QCOMPARE(PostSituation::read(*province).value().erasures.size(), size_t(1)); // the wizard tells it, too
        QVERIFY(open(own).empty()); // its own is no request
        const auto hash = province
                              ->read([office = province->office().id](Database& database) {
                                  return erasureWork::requests(database, office).value().front().hash;
                              })
                              .result();
        QVERIFY(erasureWork::confirm(*province, hash, addLeader(*province), province->user()));
        QVERIFY(open(*province).empty());
    }

    void packagesWithoutAReceiptAreNamed()
    {
        SmallRegister reg;
        addPackage(reg, "goi-1.maiam", 1, 10, Now - 90 * Hour);
        addPackage(reg, "goi-2.maiam", 11, 20, Now - 50 * Hour);
        addPackage(reg, "goi-3.maiam", 21, 30, Now - 10 * Hour);
        QVERIFY(reg.database().run(u"INSERT INTO receipt(office, device, seq, hash, at) VALUES (?, ?, 10, ?, ?)"_s,
            { Province, Device, QByteArray(32, 'h'), Now }));
        const Handover all = handed(reg);
        QCOMPARE(all.packages.size(), size_t(2));
        QCOMPARE(all.packages[0].file, u"goi-3.maiam"_s);
        QCOMPARE(all.packages[1].file, u"goi-2.maiam"_s);
        QCOMPARE(all.packages[1].sealed, Now - 50 * Hour);
    }

    void comingSessionsAndForgottenOnesAreToldApart()
    {
        SmallRegister reg;
        addSession(reg, "planned", Now + 48 * Hour);
        addSession(reg, "planned", Now - 2 * Hour); // earlier today: still to come or to be recorded
        addSession(reg, "planned", Now - 48 * Hour);
        addSession(reg, "held", Now - 72 * Hour);
        addSession(reg, "planned", Now + 24 * Hour, Other);
        const Handover all = handed(reg);
        QCOMPARE(all.sessions.size(), size_t(2));
        QCOMPARE(all.sessions[1].starts, Now + 48 * Hour);
        QCOMPARE(all.unrecorded.size(), size_t(1));
    }

    void tasksThatAreNotFinishedGoAlong()
    {
        SmallRegister reg;
        const Handover before = handed(reg);
        const auto has = [](const Handover& all, const QString& code) {
            return std::any_of(
                all.tasks.begin(), all.tasks.end(), [&](const TaskProgress& task) { return task.code == code; });
        };
        QVERIFY(has(before, u"2.a"_s));
        SmallRegister other;
        other.add(kinds::Task, { { "task", u"2.a"_s }, { "year", qint64(2026) }, { "state", u"done"_s } }, Commune,
            recordId::named(Commune, "task/2.a/2026"));
        const Handover after = handed(other);
        QVERIFY(!has(after, u"2.a"_s));
        QCOMPARE(after.tasks.size() + 1, before.tasks.size());
    }

    void whatTwoMachinesWroteDifferentlyIsNamed()
    {
        SmallRegister reg;
        const auto conflicting = [&](const QByteArray& owner, const char* code) {
            FoldedRecord folded;
            folded.values = { { "code", QString::fromLatin1(code) }, { "received", Now }, { "closed", Now } };
            folded.conflicts["kind"].push_back({});
            QVERIFY(RecordTables(reg.database()).store(kinds::Case, recordId::create(owner), owner, folded, 0));
        };
        conflicting(Commune, "BL-2026-0007");
        conflicting(Other, "HT-2026-0007");
        const Handover all = handed(reg);
        QCOMPARE(all.conflicts.size(), size_t(1));
        QCOMPARE(all.conflicts[0].code, u"BL-2026-0007"_s);
        QCOMPARE(all.conflicts[0].kind, &kinds::Case);
    }

    void theDraftsOfWhoLeavesAreCountedWithoutTheWizardsOwn()
    {
        SmallRegister reg;
        const QUuid lan = QUuid::createUuid();
        for (const QString& form : { u"intake"_s, postChange::DraftForm })
            QVERIFY(drafts::keep(reg.database(), { { form, {} }, Now, { { u"a"_s, u"b"_s } }, {}, 0 }, lan));
        QCOMPARE(handed(reg, lan).drafts, 1);
        QCOMPARE(handed(reg, QUuid::createUuid()).drafts, 0);
    }

    void aRegisterTellsItsBackupsToo()
    {
        KeyedRegister office;
        const StatutoryClock clock = *StatutoryClock::fromCatalogues(builtInCatalogues());
        const auto all = Handover::read(*office.reg, builtInCatalogues(), clock, office.lan);
        QVERIFY2(all, all ? "" : qPrintable(all.error().message));
        QCOMPARE(all->backup.made, 0);
        QVERIFY(all->backup.folder.endsWith(u"backups"_s));
        QVERIFY(!all->second);
    }

    void theNewPersonOpensAndTheFormerDoesNot_data()
    {
        QTest::addColumn<int>("leaving");
        QTest::newRow("the key stays") << int(Leaving::Removed);
        QTest::newRow("the key is to be changed") << int(Leaving::RemovedWithNewKey);
    }
    void theNewPersonOpensAndTheFormerDoesNot()
    {
        QFETCH(int, leaving);
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        PostChange change = wanted(office, Leaving(leaving));
        const auto done = postChange::carryOut(*office.reg, change, MinhWords);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(change.to);
        QVERIFY(!office.opens(LanWords));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.reg->user(), *change.to);
        QCOMPARE(office.reg->roles(), OfficerAndAdministrator);
        QCOMPARE(names(*office.reg), QStringList { u"Trần Minh"_s });
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        QCOMPARE(people::keyChangeDue(*office.reg).value().any(), Leaving(leaving) == Leaving::RemovedWithNewKey);
        QVERIFY(!people::keyChangeDue(*office.reg).value().recovery); // none was ordered
    }

    void aNewRecoveryKeyThatIsToComeAlongIsNotForgotten()
    {
        KeyedRegister office;
        PostChange change = wanted(office, Leaving::RemovedWithNewKey);
        change.newRecoveryKey = true;
        QVERIFY(postChange::carryOut(*office.reg, change, MinhWords));
        // As after a power cut before the key was changed: the next key change must bring one.
        QVERIFY(office.opens(MinhWords));
        QVERIFY(people::keyChangeDue(*office.reg).value().recovery);
        const PostSituation now = PostSituation::read(*office.reg).value();
        QVERIFY(now.recoveryDue);
        change = { office.reg->user(), std::nullopt, { u"Vũ Thị Hoa"_s, {}, OfficerAndAdministrator },
            Leaving::RemovedWithNewKey };
        QCOMPARE(code(postChange::checkAfterwards(now, change)), ErrorCode::Conflict);
        change.newRecoveryKey = true;
        QVERIFY(postChange::checkAfterwards(now, change));
        change.newRecoveryKey = false;
        change.leaving = Leaving::Removed; // changes no key
        QVERIFY(postChange::checkAfterwards(now, change));
    }

    void theFormerMayStayAndLook()
    {
        KeyedRegister office;
        PostChange change = wanted(office, Leaving::Viewer);
        QVERIFY(postChange::carryOut(*office.reg, change, MinhWords));
        QVERIFY(office.opens(LanWords));
        QCOMPARE(office.reg->roles(), Roles(Role::Viewer));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.reg->roles(), OfficerAndAdministrator);
    }

    void aColleagueProvesToBeThere()
    {
        KeyedRegister office;
        const QUuid minh = office.add(u"Trần Minh"_s, Role::Viewer, MinhWords).value();
        PostChange change = wanted(office, Leaving::Removed);
        change.to = minh;
        QCOMPARE(code(postChange::carryOut(*office.reg, change, u"khong phai cau nay"_s)), ErrorCode::WrongPassphrase);
        QCOMPARE(names(*office.reg).size(), 2);
        const PostSituation after = PostSituation::read(*office.reg).value();
        QCOMPARE(after.find(minh)->roles, Roles(Role::Viewer)); // nothing was changed
        QVERIFY(postChange::carryOut(*office.reg, change, MinhWords));
        QVERIFY(!office.opens(LanWords));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.reg->roles(), OfficerAndAdministrator);
    }

    void anotherAdministratorHandsOverForSomebody()
    {
        KeyedRegister office;
        const QUuid minh = office.add(u"Trần Minh"_s, Role::Officer, MinhWords).value();
        PostChange change;
        change.from = minh;
        change.receiver = { u"Vũ Thị Hoa"_s, {}, Role::Officer };
        QVERIFY(postChange::carryOut(*office.reg, change, u"chin con suoi ban khe"_s));
        QCOMPARE(names(*office.reg), (QStringList { u"Vũ Thị Hoa"_s, u"Hoàng Thị Lan"_s }));
        QVERIFY(!office.opens(MinhWords));
        QVERIFY(office.opens(u"chin con suoi ban khe"_s));
        // Who does not administer is told what to do, and nothing changes.
        change = { office.reg->user(), std::nullopt, { u"Lý A Páo"_s, {}, OfficerAndAdministrator } };
        QCOMPARE(code(postChange::carryOut(*office.reg, change, MinhWords)), ErrorCode::NotAllowed);
        QCOMPARE(names(*office.reg).size(), 2);
    }

    void theOfficeIsNeverLeftWithoutSomebody()
    {
        KeyedRegister office;
        const auto now = PostSituation::read(*office.reg).value();
        QVERIFY(now.mayAdminister && now.paperGoesAlong);
        PostChange change = wanted(office, Leaving::Removed, Role::Officer);
        QCOMPARE(code(postChange::checkAfterwards(now, change)), ErrorCode::Conflict); // nobody administers
        change.receiver.roles = Role::Administrator;
        QCOMPARE(code(postChange::checkAfterwards(now, change)), ErrorCode::Conflict); // nobody writes
        change.leaving = Leaving::Viewer;
        QCOMPARE(code(postChange::checkAfterwards(now, change)), ErrorCode::Conflict);
        change.receiver.roles = OfficerAndAdministrator;
        QVERIFY(postChange::checkAfterwards(now, change));
        PostSituation oldPaper = now;
        oldPaper.paperGoesAlong = false;
        change.leaving = Leaving::RemovedWithNewKey;
        QCOMPARE(code(postChange::checkAfterwards(oldPaper, change)), ErrorCode::Conflict);
        change.newRecoveryKey = true;
        QVERIFY(postChange::checkAfterwards(oldPaper, change));
    }

    void nobodyTakesOverFromThemselvesOrUnderATakenName()
    {
        KeyedRegister office;
        const auto now = PostSituation::read(*office.reg).value();
        PostChange change = wanted(office, Leaving::Removed);
        QVERIFY(postChange::checkPeople(now, change));
        change.to = office.lan;
        QCOMPARE(code(postChange::checkPeople(now, change)), ErrorCode::InvalidInput);
        change.to.reset();
        change.receiver.name = u"hoàng  thị Lan"_s;
        QCOMPARE(code(postChange::checkPeople(now, change)), ErrorCode::AlreadyExists);
        PostSituation shut = now; // nor from themselves when they have no passphrase
        shut.people.front().hasKey = false;
        QCOMPARE(code(postChange::checkPeople(shut, change)), ErrorCode::AlreadyExists);
        change.receiver.name = u"  "_s;
        QCOMPARE(code(postChange::checkPeople(now, change)), ErrorCode::InvalidInput);
        change.from = QUuid::createUuid();
        QCOMPARE(code(postChange::checkPeople(now, change)), ErrorCode::NotFound);
    }

    void theRolesOfThePostAreProposed()
    {
        Person lan;
        lan.roles = OfficerAndAdministrator;
        Person chairman;
        chairman.roles = Role::Leader;
        Person viewer;
        viewer.roles = Role::Viewer;
        QCOMPARE(postChange::proposedRoles(lan), OfficerAndAdministrator);
        QCOMPARE(postChange::proposedRoles(lan, &viewer), OfficerAndAdministrator);
        QCOMPARE(postChange::proposedRoles(lan, &chairman), Roles(Role::Leader) | Role::Administrator);
        QCOMPARE(postChange::proposedRoles(viewer), Roles(Role::Officer));
        Person officer;
        officer.roles = Role::Officer;
        QCOMPARE(postChange::proposedRoles(chairman, &officer), Roles(Role::Leader)); // else nobody leads any more
        QCOMPARE(postChange::proposedRoles(officer, &chairman), Roles(Role::Leader));
    }

    void aSecondTryAddsNobodyTwice()
    {
        KeyedRegister office;
        PostChange change = wanted(office, Leaving::Removed);
        QVERIFY(!postChange::carryOut(*office.reg, change, u"ngan"_s)); // too short a passphrase
        QVERIFY(!change.to);
        QCOMPARE(names(*office.reg).size(), 1);
        QVERIFY(openScarcely(office));
        for (int i = 0; i < 2; ++i) { // the person is stored, the passphrase is not; trying again says the same
            QCOMPARE(code(postChange::carryOut(*office.reg, change, MinhWords)), ErrorCode::OutOfMemory);
            QCOMPARE(names(*office.reg).size(), 2);
            QVERIFY(change.to);
        }
        QVERIFY(office.opens(LanWords)); // with memory enough
        const auto done = postChange::carryOut(*office.reg, change, MinhWords);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.reg->roles(), OfficerAndAdministrator);
        QCOMPARE(names(*office.reg), QStringList { u"Trần Minh"_s });
    }

    void whoWasOnceStoredWithoutAPassphraseIsNotInTheWay()
    {
        KeyedRegister office;
        QVERIFY(openScarcely(office));
        PostChange before = wanted(office, Leaving::Removed);
        before.receiver.post = u"Cán bộ"_s;
        QCOMPARE(code(postChange::carryOut(*office.reg, before, MinhWords)), ErrorCode::OutOfMemory);
        QVERIFY(office.opens(LanWords));
        PostChange change = wanted(office, Leaving::Removed); // on another day, typed anew as somebody new
        const PostSituation now = PostSituation::read(*office.reg).value();
        QVERIFY(postChange::checkPeople(now, change));
        const auto done = postChange::carryOut(*office.reg, change, MinhWords);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(*change.to, *before.to); // not a second one of the name
        QVERIFY(office.opens(MinhWords));
        const auto left = people::list(*office.reg).value();
        QCOMPARE(left.size(), size_t(1));
        QCOMPARE(left.front().post, change.receiver.post); // as was agreed in the end
    }
};

QTEST_MAIN(TestHandover)
#include "tst_handover.moc"
