// SPDX-License-Identifier: GPL-3.0-or-later
// Who uses the register, with which passphrase, and what each of them may do.
#include "failing_disk.h"
#include "key_helpers.h"

#include "models/exchange/offices.h"
#include "models/exchange/package_writer.h"
#include "models/register/device_care.h"
#include "models/register/failed_unlocks.h"
#include "models/register/keys_memory.h"

#include <QFile>
#include <QTest>

using namespace maiam;
using namespace maiam::test;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr Roles Officer = Role::Officer;

template <typename T> ErrorCode code(const Result<T>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

Person named(Register& reg, const QString& name)
{
    auto everybody = people::list(reg);
    for (const Person& person : everybody.value_or(std::vector<Person>()))
        if (person.name == name)
            return person;
    return {};
}

QByteArray bytesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool put(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}
} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstUserCanDoEverythingThatAnOfficeOfOneNeeds()
    {
        KeyedRegister office;
        QVERIFY(roleRule::mayWrite(office.reg->roles()));
        QVERIFY(roleRule::mayAdminister(office.reg->roles()));
        const Person lan = named(*office.reg, u"Hoàng Thị Lan"_s);
        QVERIFY(lan.self && lan.hasKey && lan.goesAlong);
        QVERIFY(lan.since > 0);
    }

    void inARegisterOfAnEarlierVersionTheOfficerAdministers()
    {
        KeyedRegister office;
        auto record = office.reg->record(kinds::User, office.lan);
        record->set(UserFields::Role, u"officer"_s);
        Batch batch;
        batch.add(*record);
        QVERIFY(office.reg->commit(batch).result());
        QVERIFY(roleRule::mayAdminister(office.reg->roles()));
        QVERIFY(office.opens(LanWords));
        QVERIFY(roleRule::mayAdminister(office.reg->roles()));
        // As soon as somebody is named, officers are not.
        QVERIFY(office.add(u"Trần Minh"_s, Role::Administrator, MinhWords));
        QVERIFY(!roleRule::mayAdminister(office.reg->roles()));
    }

    void aSecondPersonOpensWithTheOwnPassphrase()
    {
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        auto minh = office.add(u"Trần Minh"_s, Role::Leader, MinhWords);
        QVERIFY2(minh, minh ? "" : qPrintable(minh.error().message));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.reg->user(), *minh);
        QCOMPARE(office.reg->userLabel(), u"Trần Minh"_s);
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        QVERIFY(office.opens(LanWords));
        const Person person = named(*office.reg, u"Trần Minh"_s);
        QVERIFY(person.hasKey && person.goesAlong && person.keyChanged > 0 && !person.self);
    }

    void aViewerReadsAndWritesNothing()
    {
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        QVERIFY(office.add(u"Người Xem"_s, Role::Viewer, MinhWords));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        auto record = office.reg->record(kinds::Child, child);
        record->set(ChildFields::Name, u"khác"_s);
        Batch batch;
        batch.add(*record);
        auto done = office.reg->commit(batch).result();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::NotAllowed);
        QVERIFY(!done.error().message.isEmpty());
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        QCOMPARE(code(people::remove(*office.reg, office.lan, false)), ErrorCode::NotAllowed);
        QVERIFY(!office.add(u"Bạn"_s, Officer, u"chin con suoi ban khe"_s));
        // But the own passphrase is everybody's own affair, and is noted.
        QVERIFY(people::changeOwnPassphrase(*office.reg, MinhWords, u"chin con suoi ban khe"_s));
        QVERIFY(office.opens(u"chin con suoi ban khe"_s));
        QVERIFY(!office.opens(MinhWords));
    }

    void eachKindOfRecordIsWrittenByWhoMayAndByNobodyElse()
    {
        const QUuid user = QUuid::createUuid();
        for (const RecordKind* kind : kinds::all()) {
            Change change;
            change.kind = kind;
            change.record = QUuid::createUuid();
            if (kind == &kinds::Erasure || kind == &kinds::Incident || kind == &kinds::Restriction)
                continue; // two people's affair, below; everybody's but the viewer's, in tests/incidents; below
            const bool people = kind == &kinds::User || kind == &kinds::Retirement || kind == &kinds::Branch;
            for (const auto& [roles, may] :
                std::initializer_list<std::pair<Roles, bool>> { { Roles(), false }, { Role::Viewer, false },
                    { Role::Officer, !people }, { Role::Leader, !people }, { Role::Administrator, people },
                    { Role::Viewer | Role::Administrator, people }, { Role::Officer | Role::Administrator, true } })
                for (const bool deletes : { false, true }) {
                    change.deletes = deletes;
                    const auto allowed = roleRule::check(roles, user, change);
                    QVERIFY2(allowed.has_value() == may, qPrintable(QLatin1String(kind->name) + roleCode::text(roles)));
                    if (!allowed)
                        QCOMPARE(allowed.error().code, ErrorCode::NotAllowed);
                }
        }
    }

    void aRestrictionIsBegunByWhoWorksHereAndEndedByLeaderOrAdministrator()
    {
        const auto may = [](Roles roles, std::optional<qint64> lifted, bool deletes) {
            Record restriction(kinds::Restriction, QUuid::createUuid());
            restriction.set(RestrictionFields::Since, qint64(1));
            restriction.set(RestrictionFields::Lifted, lifted);
            Batch batch;
            batch.add(restriction);
            batch.changes.front().deletes = deletes;
            return roleRule::check(roles, QUuid::createUuid(), batch.changes.front()).has_value();
        };
        for (const Roles roles : { Roles(Role::Officer), Roles(Role::Leader), Roles(Role::Administrator) }) {
            QVERIFY(may(roles, {}, false));
            QCOMPARE(may(roles, 2, false), !roles.testFlag(Role::Officer));
            QCOMPARE(may(roles, {}, true), !roles.testFlag(Role::Officer));
        }
        QVERIFY(!may(Role::Viewer, {}, false));
        QVERIFY(!may(Role::Viewer, 2, false));
    }

    void anErasureIsOrderedByOneOfTheTwoThatItNames()
    {
        const QUuid user = QUuid::createUuid(), other = QUuid::createUuid(), third = QUuid::createUuid();
        const auto may = [&](Roles roles, QUuid leader, QUuid administrator) {
            Record erasure(kinds::Erasure, QUuid::createUuid());
            erasure.set(ErasureFields::Leader, leader);
            erasure.set(ErasureFields::Administrator, administrator);
            Batch batch;
            batch.add(erasure);
            return roleRule::check(roles, user, batch.changes.front()).has_value();
        };
        QVERIFY(may(Role::Leader, user, other));
        QVERIFY(may(Role::Officer | Role::Administrator, other, user));
        QVERIFY(!may(Role::Leader, other, user)); // each in the own role
        QVERIFY(!may(Role::Administrator, user, other));
        QVERIFY(!may(Role::Leader | Role::Administrator, other, third)); // nobody in the names of others
        QVERIFY(!may(Role::Officer, user, other));
    }

    void whatIsDoneWithPeopleStandsAmongWhatWasLookedAt()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Trần Minh"_s, Officer, MinhWords));
        const QUuid minh = named(*office.reg, u"Trần Minh"_s).id;
        QVERIFY(people::change(*office.reg, minh, { u"Trần Minh"_s, {}, Role::Leader }));
        QVERIFY(people::setPassphrase(*office.reg, minh, u"chin con suoi ban khe"_s, u"passphrase-reset"_s));
        QVERIFY(people::agrees(*office.reg, minh, u"chin con suoi ban khe"_s));
        QCOMPARE(code(people::agrees(*office.reg, minh, MinhWords)), ErrorCode::WrongPassphrase);
        QVERIFY(people::remove(*office.reg, minh, true));
        QVERIFY(office.reg->writeAccess().result());
        const auto all = office.reg->read([](Database& db) { return accessChain::list(db, {}).value(); }).result();
        QList<AccessAct> acts;
        for (const AccessEntry& entry : all)
            if (entry.note.record == minh)
                acts.prepend(entry.note.act);
        QCOMPARE(acts,
            (QList { AccessAct::UserAdded, AccessAct::UserChanged, AccessAct::PassphraseSet, AccessAct::UserRemoved }));
    }

    void oneRefusedChangeRefusesTheWholeSave()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Trần Minh"_s, Officer, MinhWords));
        QVERIFY(office.opens(MinhWords));
        Record child = office.reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Chíu A Sáng"_s);
        auto self = office.reg->record(kinds::User, office.reg->user());
        self->set(UserFields::Role, u"officer+administrator"_s);
        Batch batch;
        batch.add(child);
        batch.add(*self);
        QCOMPARE(office.reg->commit(batch).result().error().code, ErrorCode::NotAllowed);
        QVERIFY(!office.reg->record(kinds::Child, child.id()));
        QVERIFY(!roleRule::mayAdminister(office.reg->roles()));
    }

    void whatAnotherHistorySaidIsTakenOverByAnAdministratorAlone()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Trần Minh"_s, Role::Administrator, MinhWords));
        const auto store = [&office](const QString& reason) {
            Record child = office.reg->newRecord(kinds::Child);
            child.set(ChildFields::Name, u"Chíu A Sáng"_s);
            Batch batch;
            batch.add(child);
            batch.reason = reason;
            return office.reg->commit(batch).result();
        };
        QVERIFY(store(deviceCare::IssuedAgain)); // Lan writes and administers
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(code(store({})), ErrorCode::NotAllowed);
        QVERIFY(store(deviceCare::IssuedAgain));
        QVERIFY(office.opens(LanWords));
        QVERIFY(office.add(u"Người Xem"_s, Role::Viewer, u"chin con suoi ban khe"_s));
        QVERIFY(office.opens(u"chin con suoi ban khe"_s));
        QCOMPARE(code(store(deviceCare::IssuedAgain)), ErrorCode::NotAllowed);
    }

    void inASyncedFolderNeitherPaperNorPassphraseOpens()
    {
        KeyedRegister office;
        office.reg.reset();
        const QString synced = QDir::cleanPath(office.file("../OneDrive"));
        QVERIFY(QDir().mkpath(synced));
        const QString moved = synced + u"/so"_s;
        QVERIFY(QDir().rename(office.folder, moved));
        const KdfLimits limits = KdfLimits::forTests();
        const auto refused = [](const Result<UnlockedFolder>& opened) {
            return !opened && opened.error().code == ErrorCode::InvalidInput;
        };
        QVERIFY(refused(UnlockedFolder::withRecovery(moved, *office.paper, limits)));
        QVERIFY(refused(UnlockedFolder::withPassphrase(moved, office.lan, LanWords, limits)));
        QVERIFY(refused(UnlockedFolder::withEscrow(moved, *office.paper, *office.paper, limits)));
    }

    void whoOnlyLooksSealsAndReceivesNothing()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Người Xem"_s, Role::Viewer, MinhWords));
        QVERIFY(office.add(u"Cán bộ CNTT"_s, Role::Administrator, u"chin con suoi ban khe"_s));
        const QTemporaryDir stick;
        for (const QString& words : { MinhWords, u"chin con suoi ban khe"_s }) {
            QVERIFY(office.opens(words));
            const auto sealed = sealPackage(*office.reg, u"22"_s, stick.path(), {});
            QVERIFY(!sealed);
            QCOMPARE(sealed.error().code, ErrorCode::NotAllowed);
            QVERIFY(QDir(stick.path()).isEmpty());
            const auto card = offices::ownCard(*office.reg);
            QVERIFY(card);
            QCOMPARE(code(offices::trust(*office.reg, *card, card->fingerprint())), ErrorCode::NotAllowed);
            const auto received = office.reg->receive({}).result();
            QVERIFY(!received);
            QCOMPARE(received.error().code, ErrorCode::NotAllowed);
        }
    }

    void onlyTheAdministratorChangesPeople()
    {
        KeyedRegister office;
        auto minh = office.add(u"Trần Minh"_s, Officer, MinhWords);
        QVERIFY(minh);
        QVERIFY(office.opens(MinhWords));
        QVERIFY(!office.child(u"Chíu A Sáng"_s).isNull());
        QCOMPARE(code(people::change(*office.reg, *minh, { u"Trần Minh"_s, {}, Role::Administrator })),
            ErrorCode::NotAllowed);
        QCOMPARE(
            code(people::setPassphrase(*office.reg, office.lan, u"chin con suoi ban khe"_s, u"passphrase-reset"_s)),
            ErrorCode::NotAllowed);
        // Nor behind the back of the screens.
        auto record = office.reg->record(kinds::User, *minh);
        record->set(UserFields::Role, u"officer+administrator"_s);
        Batch batch;
        batch.add(*record);
        QCOMPARE(office.reg->commit(batch).result().error().code, ErrorCode::NotAllowed);
        QVERIFY(office.opens(LanWords));
    }

    void anAdministratorAloneDoesNotWriteInCases()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Cán bộ CNTT"_s, Role::Administrator, MinhWords));
        QVERIFY(office.opens(MinhWords));
        QVERIFY(office.child(u"Chíu A Sáng"_s).isNull());
        QVERIFY(office.add(u"Trần Minh"_s, Officer, u"chin con suoi ban khe"_s));
    }

    void thereIsAlwaysSomebodyWhoAdministers()
    {
        KeyedRegister office;
        QCOMPARE(
            code(people::change(*office.reg, office.lan, { u"Hoàng Thị Lan"_s, {}, Officer })), ErrorCode::Conflict);
        QCOMPARE(code(people::remove(*office.reg, office.lan, false)), ErrorCode::Conflict); // nor oneself
        QVERIFY(office.add(u"Trần Minh"_s, Officer | Role::Administrator, MinhWords));
        QVERIFY(people::change(*office.reg, office.lan, { u"Hoàng Thị Lan"_s, {}, Officer }));
        QVERIFY(!roleRule::mayAdminister(office.reg->roles())); // at once
        QVERIFY(office.opens(MinhWords));
        QVERIFY(people::remove(*office.reg, office.lan, false));
        QVERIFY(!office.opens(LanWords));
    }

    void aNewNameShowsOnTheLockScreenAndInTheRegister()
    {
        KeyedRegister office;
        QVERIFY(people::change(
            *office.reg, office.lan, { u"  Hoàng  Thị Lan Anh "_s, u"Phó phòng"_s, office.reg->roles() }));
        QVERIFY(office.opens(LanWords));
        QCOMPARE(office.reg->userLabel(), u"Hoàng Thị Lan Anh"_s);
        auto users = Register::users(office.folder, KdfLimits::forTests());
        QCOMPARE(users->first().label, u"Hoàng Thị Lan Anh"_s);
        QCOMPARE(named(*office.reg, u"Hoàng Thị Lan Anh"_s).post, u"Phó phòng"_s);
        QCOMPARE(code(people::change(*office.reg, office.lan, { u" "_s, {}, office.reg->roles() })),
            ErrorCode::InvalidInput);
    }

    void theOwnPassphraseIsChangedOnlyByWhoKnowsIt()
    {
        KeyedRegister office;
        const QString wanted = u"chin con suoi ban khe"_s;
        QCOMPARE(code(people::changeOwnPassphrase(*office.reg, u"khong phai"_s, wanted)), ErrorCode::WrongPassphrase);
        QCOMPARE(code(people::changeOwnPassphrase(*office.reg, LanWords, u"ngan"_s)), ErrorCode::InvalidInput);
        QVERIFY(people::changeOwnPassphrase(*office.reg, LanWords, wanted));
        QVERIFY(!office.opens(LanWords));
        QVERIFY(office.opens(wanted));
    }

    void guessingTheOwnPassphraseAtAnOpenDeskIsSlowedAndCounted()
    {
        KeyedRegister office;
        const QString wanted = u"chin con suoi ban khe"_s;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(
                code(people::changeOwnPassphrase(*office.reg, u"khong phai"_s, wanted)), ErrorCode::WrongPassphrase);
        QCOMPARE(code(people::changeOwnPassphrase(*office.reg, LanWords, wanted)), ErrorCode::Busy);
        QCOMPARE(FailedUnlocks(office.folder).untaken().count, 3);
        QVERIFY(office.opens(LanWords));
    }

    /// The lock counts on with what was guessed at the open desk, and tells a running try from a failed one.
    void triesAtTheOpenDeskAreCountedByTheLock()
    {
        KeyedRegister office;
        const auto lock = std::make_shared<FailedUnlocks>(office.folder);
        office.reg->countTriesWith(lock);
        QCOMPARE(code(people::confirm(*office.reg, office.lan, u"khong phai"_s)), ErrorCode::WrongPassphrase);
        QCOMPARE(lock->failures(), 1);
        bool asked = false;
        QVERIFY(lock->attempt([&]() -> Result<int> {
            asked = office.reg->tries().failures() == 1; // the one that is running is not among them
            return 1;
        }));
        QVERIFY(asked);
        QVERIFY(people::confirm(*office.reg, office.lan, LanWords));
        QCOMPARE(lock->untaken().count, 1);
    }

    void aForgottenPassphraseIsSetAgainByTheAdministrator()
    {
        KeyedRegister office;
        auto minh = office.add(u"Trần Minh"_s, Officer, MinhWords);
        const QString wanted = u"chin con suoi ban khe"_s;
        QVERIFY(people::setPassphrase(*office.reg, *minh, wanted, u"passphrase-reset"_s));
        QVERIFY(!office.opens(MinhWords));
        QVERIFY(office.opens(wanted));
        QCOMPARE(office.reg->user(), *minh);
    }

    void anOlderKeysFileIsNoticedAndOpensForNobodyWhoIsGone()
    {
        KeyedRegister office;
        auto minh = office.add(u"Trần Minh"_s, Officer, MinhWords);
        const QByteArray old = bytesOf(office.file("register.keys"));
        QVERIFY(people::remove(*office.reg, *minh, false));
        QVERIFY(office.opens(LanWords));
        QVERIFY(!office.reg->olderKeys());
        office.reg.reset();
        QVERIFY(put(office.file("register.keys"), old));
        auto gone = office.open(MinhWords);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotAllowed);
        QVERIFY(office.opens(LanWords));
        QVERIFY(office.reg->olderKeys());
        QVERIFY(people::settleOlderKeys(*office.reg));
        QVERIFY(!office.reg->olderKeys());
        QVERIFY(office.opens(LanWords));
        QVERIFY(!office.reg->olderKeys());
        QCOMPARE(Register::users(office.folder, KdfLimits::forTests())->size(), 1);
    }

    void aCheapSlotCostsMoreAfterTheNextUnlock()
    {
        KeyedRegister office;
        KdfLimits dearer = KdfLimits::forTests();
        dearer.wanted = { 128ULL << 10, 2 };
        office.reg.reset();
        const auto cost = [&] { return Register::users(office.folder, KdfLimits::forTests())->first().cost; };
        QVERIFY(Register::open(office.folder, LanWords, std::make_shared<SystemClock>(), dearer));
        QCOMPARE(cost().memoryBytes, 128ULL << 10);
        QCOMPARE(cost().passes, 2U);
        // And is never made cheaper again.
        QVERIFY(office.opens(LanWords));
        QCOMPARE(cost().memoryBytes, 128ULL << 10);
        QVERIFY(named(*office.reg, u"Hoàng Thị Lan"_s).goesAlong);
    }

    void tooLittleMemoryForADearerSlotDoesNotKeepAnybodyOut()
    {
        KeyedRegister office;
        KdfLimits limits = KdfLimits::forTests();
        limits.wanted = { 128ULL << 10, 2 };
        limits.freeMemoryBytes = 64ULL << 10;
        office.reg.reset();
        QVERIFY(Register::open(office.folder, LanWords, std::make_shared<SystemClock>(), limits));
        QCOMPARE(Register::users(office.folder, KdfLimits::forTests())->first().cost, KdfCost::forTests());
    }

    void tooLittleMemoryIsSaidAndIsNotAWrongPassphrase()
    {
        KeyedRegister office;
        office.reg.reset();
        KdfLimits limits = KdfLimits::forTests();
        limits.freeMemoryBytes = 1024;
        auto opened = Register::open(office.folder, LanWords, std::make_shared<SystemClock>(), limits);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::OutOfMemory);
        QVERIFY(office.opens(LanWords));
    }

    void somebodyWithoutAPassphraseIsShownAsSuch()
    {
        // As after a power cut between the record and the slot.
        KeyedRegister office;
        Record person = office.reg->newRecord(kinds::User);
        person.set(UserFields::DisplayName, u"Trần Minh"_s);
        person.set(UserFields::Role, u"officer"_s);
        Batch batch;
        batch.add(person);
        QVERIFY(office.reg->commit(batch).result());
        QVERIFY(!named(*office.reg, u"Trần Minh"_s).hasKey);
        QVERIFY(people::setPassphrase(*office.reg, person.id(), MinhWords, u"passphrase-set"_s));
        QVERIFY(office.opens(MinhWords));
    }

    void aPersonOfTheSameNameIsNotAddedTwice()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Trần Minh"_s, Officer, MinhWords));
        const QString same = u" trần   MINH "_s.normalized(QString::NormalizationForm_D);
        QCOMPARE(code(office.add(same, Officer, u"chin con suoi ban khe"_s)), ErrorCode::AlreadyExists);
        QVERIFY(office.add(u"Trần Minh (Phó phòng)"_s, Officer, u"chin con suoi ban khe"_s));
        QVERIFY(people::remove(*office.reg, named(*office.reg, u"Trần Minh"_s).id, false));
        QVERIFY(office.add(u"Trần Minh"_s, Officer, MinhWords)); // who is gone is not in the way
    }

    void twoPeopleCannotComeToBearOneName()
    {
        KeyedRegister office;
        const auto minh = office.add(u"Trần Minh"_s, Officer, MinhWords);
        QVERIFY(minh);
        QCOMPARE(
            code(people::change(*office.reg, *minh, { u"hoàng thị  LAN"_s, {}, Officer })), ErrorCode::AlreadyExists);
        QCOMPARE(named(*office.reg, u"Trần Minh"_s).id, *minh);
        QVERIFY(people::change(*office.reg, *minh, { u"TRẦN Minh"_s, {}, Officer })); // the own name, written otherwise
    }

    void aNameThatDidNotReachTheLockScreenIsPutThereByTheNextTry()
    {
        KeyedRegister office;
        auto record = office.reg->record(kinds::User, office.lan);
        QVERIFY(record);
        record->set(UserFields::DisplayName, u"Hoàng Thị Lan Anh"_s);
        Batch batch;
        batch.add(*record);
        QVERIFY(office.reg->commit(batch).result()); // as a try that ended before the keys file
        QVERIFY(people::change(
            *office.reg, office.lan, { u"Hoàng Thị Lan Anh"_s, record->text(UserFields::Post), office.reg->roles() }));
        QCOMPARE(Register::users(office.folder, KdfLimits::forTests())->first().label, u"Hoàng Thị Lan Anh"_s);
    }

    void anOlderKeysFileGivesWayToANewerCopyAndNeverTheOtherWayRound()
    {
        KeyedRegister office;
        const KdfLimits limits = KdfLimits::forTests();
        const QString older = office.file("../older.keys");
        const QString newer = office.file("../newer.keys");
        QVERIFY(QFile::copy(office.file("register.keys"), older));
        QVERIFY(people::changeOwnPassphrase(*office.reg, LanWords, MinhWords));
        office.reg.reset();
        QVERIFY(QFile::copy(office.file("register.keys"), newer));
        QCOMPARE(UnlockedFolder::putKeysBack(office.folder, older, limits).error().code, ErrorCode::AlreadyExists);
        QVERIFY(put(office.file("register.keys"), bytesOf(older)));
        QVERIFY(UnlockedFolder::putKeysBack(office.folder, newer, limits));
        QVERIFY(office.opens(MinhWords));
    }

    void aKeysFileOfBeforeAKeyChangeIsNamedAndIsNoWrongPassphrase()
    {
        KeyedRegister office;
        const QByteArray old = bytesOf(office.file("register.keys"));
        QVERIFY(office.changeKey({}));
        office.reg.reset();
        const QByteArray now = bytesOf(office.file("register.keys"));
        QVERIFY(put(office.file("register.keys"), old));
        const auto opened = office.open(LanWords);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Damaged);
        QVERIFY(opened.error().message.contains(u"register.keys"_s));
        QVERIFY(put(office.file("../copy"), now));
        QVERIFY(UnlockedFolder::putKeysBack(office.folder, office.file("../copy"), KdfLimits::forTests()));
        QVERIFY(office.opens(LanWords));
    }

    void whateverGoesWrongOnePassphraseOpensAndItIsTheOneThatWasTold_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("refused") << int(FailingDisk::Fault::Refused);
        QTest::newRow("done and denied") << int(FailingDisk::Fault::DoneButDenied);
    }
    void whateverGoesWrongOnePassphraseOpensAndItIsTheOneThatWasTold()
    {
#ifdef Q_OS_WIN
        QSKIP("faults are put into the file layer of Unix");
#endif
        QFETCH(int, fault);
        FailingDisk disk;
        int failed = 0;
        QList<int> numbers { 0 };
        for (int i = 0; i < numbers.size(); ++i) {
            KeyedRegister office;
            disk.arm(numbers.at(i), FailingDisk::Fault(fault));
            const auto done = people::changeOwnPassphrase(*office.reg, LanWords, MinhWords);
            const QByteArray calls = FailingDisk::calls();
            disk.arm(0);
            if (i == 0) {
                QVERIFY(done);
                numbers += FailingDisk::worthFailing(calls);
            }
            failed += !done;
            const QByteArray where = "call " + QByteArray::number(numbers.at(i)) + " of " + calls;
            const bool isNew = done || done.error().message.contains(u"holds from now on"_s);
            QVERIFY2(office.opens(isNew ? MinhWords : LanWords),
                (where + (done ? QByteArray() : done.error().message.toUtf8())).constData());
            QVERIFY2(!office.opens(isNew ? LanWords : MinhWords), where.constData());
        }
        QVERIFY(failed > 3);
    }

    void aKillWhileThePassphraseIsChangedLeavesOneThatOpens()
    {
        FailingDisk disk;
        QList<int> numbers { 0 };
        for (int i = 0; i < numbers.size(); ++i) {
            KeyedRegister office;
            disk.arm(numbers.at(i), FailingDisk::Fault::Dead);
            const auto done = people::changeOwnPassphrase(*office.reg, LanWords, MinhWords);
            if (i == 0) {
                QVERIFY(done);
                numbers += FailingDisk::worthFailing(FailingDisk::calls());
            }
            office.reg.reset();
            disk.arm(0);
            QVERIFY2(office.opens(LanWords) != office.opens(MinhWords), qPrintable(QString::number(numbers.at(i))));
        }
    }

    void aFolderThatCannotBeWrittenLeavesTheOldPassphrase()
    {
        KeyedRegister office;
        QVERIFY(QDir().mkpath(office.file("register.keys.previous"))); // in the way of keeping the old one
        QVERIFY(!people::changeOwnPassphrase(*office.reg, LanWords, u"chin con suoi ban khe"_s));
        QVERIFY(QDir().rmdir(office.file("register.keys.previous")));
        QVERIFY(!office.opens(u"chin con suoi ban khe"_s));
        QVERIFY(office.opens(LanWords));
        QVERIFY(!office.reg->olderKeys());
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
