// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the register key: who opens afterwards, and what a power cut at any step leaves.
#include "failing_disk.h"
#include "key_helpers.h"

#include "models/register/verify.h"

#include <QFile>
#include <QTest>
#include <rapidcheck.h>

#include <random>

using namespace maiam;
using namespace maiam::test;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr Roles Officer = Role::Officer;
using Step = KeyChanger::Step;
const QList<Step> Steps { Step::Export, Step::Mark, Step::Verify, Step::WriteKeys, Step::SetDatabaseAside,
    Step::PutDatabase, Step::SetKeysAside, Step::PutKeys };

KeyChanger::Fault killedAt(Step step)
{
    return [step](Step now) -> Result<void> {
        return now == step ? Result<void>(fail(ErrorCode::Cancelled, u"killed"_s)) : Result<void>();
    };
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

bool inOrder(Register& reg)
{
    auto worker = reg.connect(u"verify"_s);
    auto found = (*worker)->run([](Database& db) { return Verification(db).run(); }).result();
    return found && found->ok();
}

const QStringList Clean { u"register.db"_s, u"register.db-shm"_s, u"register.db-wal"_s, u"register.keys"_s };
} // namespace

class TestKeyChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsLeftOpensWithoutTypingAnythingNew()
    {
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        QVERIFY(office.add(u"Trần Minh"_s, Role::Leader, MinhWords));
        auto gone = office.add(u"Người Nghỉ"_s, Officer, u"chin con suoi ban khe"_s);
        QVERIFY(gone);
        const QByteArray oldKeys = bytesOf(office.file("register.keys"));
        office.reg.reset();
        const QByteArray oldDatabase = bytesOf(office.file("register.db"));
        QVERIFY(office.opens(LanWords));

        QVERIFY(people::remove(*office.reg, *gone, true));
        QVERIFY(people::keyChangeDue(*office.reg)->removedForCause);
        auto changed = office.changeKey({});
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message + changed.error().detail));
        QVERIFY(!people::keyChangeDue(*office.reg)->any());
        QCOMPARE(office.files(), Clean);
        QVERIFY(inOrder(*office.reg));
        for (const QString& words : { LanWords, MinhWords }) {
            QVERIFY(office.opens(words));
            QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        }
        QVERIFY(!office.opens(u"chin con suoi ban khe"_s));
        // The paper in the envelope is still the right one.
        QVERIFY(UnlockedFolder::withRecovery(office.folder, *office.paper, KdfLimits::forTests()));

        // Who kept a copy of the old keys file opens nothing of what stands there now.
        office.reg.reset();
        const QByteArray newKeys = bytesOf(office.file("register.keys"));
        const QByteArray newDatabase = bytesOf(office.file("register.db"));
        QVERIFY(put(office.file("register.keys"), oldKeys));
        QVERIFY(!office.opens(u"chin con suoi ban khe"_s));
        QVERIFY(!office.opens(LanWords));
        // Only the old copy of the register, as the screen says.
        QVERIFY(put(office.file("register.db"), oldDatabase));
        QVERIFY(office.opens(u"chin con suoi ban khe"_s));
        office.reg.reset();
        QVERIFY(put(office.file("register.db"), newDatabase));
        QVERIFY(put(office.file("register.keys"), newKeys));
        QVERIFY(office.opens(LanWords));
    }

    void theKeyItselfIsAnother()
    {
        KeyedRegister office;
        const auto key = [&] {
            return UnlockedFolder::withRecovery(office.folder, *office.paper, KdfLimits::forTests())
                ->keys()
                .openWithPassphrase(office.lan, LanWords);
        };
        auto before = key();
        QVERIFY(office.changeKey({}));
        auto after = key();
        QVERIFY(before && after);
        QVERIFY(!before->equals(*after));
        QVERIFY(!bytesOf(office.file("register.db")).startsWith("SQLite format 3"));
    }

    void itCanBeChangedAgainAndAgain()
    {
        KeyedRegister office;
        QVERIFY(office.add(u"Trần Minh"_s, Role::Leader, MinhWords));
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!office.child(u"Trẻ %1"_s.arg(i)).isNull());
            QVERIFY(office.changeKey({}));
            QVERIFY(office.opens(i % 2 ? LanWords : MinhWords));
        }
        QVERIFY(inOrder(*office.reg));
        // A passphrase changed in between goes along too.
        QVERIFY(office.opens(MinhWords));
        QVERIFY(people::changeOwnPassphrase(*office.reg, MinhWords, u"chin con suoi ban khe"_s));
        QVERIFY(office.opens(LanWords));
        QVERIFY(office.changeKey({}));
        QVERIFY(office.opens(u"chin con suoi ban khe"_s));
    }

    void aKillBeforeTheDecisionLeavesTheOldRegister_data()
    {
        QTest::addColumn<int>("step");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("step %d", i) << i;
    }
    void aKillBeforeTheDecisionLeavesTheOldRegister()
    {
        QFETCH(int, step);
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        auto gone = office.add(u"Người Nghỉ"_s, Officer, MinhWords);
        QVERIFY(!office.changeKey({ {}, {}, false, { *gone } }, killedAt(Steps.at(step))));
        QVERIFY2(office.opens(LanWords), qPrintable(office.files().join(u' ')));
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        QCOMPARE(office.files(), Clean);
        QVERIFY(inOrder(*office.reg));
        QVERIFY(office.opens(MinhWords)); // not decided: nobody is shut out, and the page goes on saying so
        QVERIFY(office.opens(LanWords));
        QVERIFY(office.changeKey({ {}, {}, false, { *gone } }));
        QVERIFY(!office.opens(MinhWords));
        QVERIFY(office.opens(LanWords));
    }

    void aKillAfterTheDecisionIsFinishedAtTheNextOpening_data()
    {
        QTest::addColumn<int>("step");
        for (int i = 4; i < Steps.size(); ++i)
            QTest::addRow("step %d", i) << i;
    }
    void aKillAfterTheDecisionIsFinishedAtTheNextOpening()
    {
        QFETCH(int, step);
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        auto gone = office.add(u"Người Nghỉ"_s, Officer, MinhWords);
        QVERIFY(!office.changeKey({ {}, {}, false, { *gone } }, killedAt(Steps.at(step))));
        // Killed once more in the middle of finishing, at every later step.
        for (int again = step; again < Steps.size(); ++again)
            QVERIFY(!KeyChanger::finishInterrupted(office.folder, killedAt(Steps.at(again))));
        QVERIFY2(office.opens(LanWords), qPrintable(office.files().join(u' ')));
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        QCOMPARE(office.files(), Clean);
        QVERIFY(inOrder(*office.reg));
        QVERIFY(!office.opens(MinhWords));
    }

    void everyWriteSyncAndRenamingThatGoesWrongLosesNothing_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("refused") << int(FailingDisk::Fault::Refused);
        QTest::newRow("done and denied") << int(FailingDisk::Fault::DoneButDenied);
        QTest::newRow("dead from there on") << int(FailingDisk::Fault::Dead);
    }
    void everyWriteSyncAndRenamingThatGoesWrongLosesNothing()
    {
#ifdef Q_OS_WIN
        QSKIP("faults are put into the file layer of Unix");
#endif
        QFETCH(int, fault);
        FailingDisk disk;
        int failed = 0;
        int finished = 0;
        QList<int> numbers { 0 }; // the first time nothing goes wrong: how many calls there are
        for (int i = 0; i < numbers.size(); ++i) {
            KeyedRegister office;
            const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
            auto gone = office.add(u"Người Nghỉ"_s, Officer, MinhWords);
            KeyChange wanted;
            wanted.without = { *gone };
            auto closed = Register::close(std::move(office.reg), wanted);
            QVERIFY(closed);
            disk.arm(numbers.at(i), FailingDisk::Fault(fault));
            const auto changed = KeyChanger::change(std::move(*closed), wanted, {}, disk);
            const QByteArray calls = FailingDisk::calls();
            disk.arm(0);
            const QByteArray where = "call " + QByteArray::number(numbers.at(i)) + " of " + calls;
            if (i == 0) {
                QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message + changed.error().detail));
                QVERIFY(calls.count('r') >= 4 && calls.contains('p') && calls.contains('s') && calls.contains('w'));
                numbers += FailingDisk::worthFailing(calls);
            }
            failed += !changed;
            if (!changed)
                QVERIFY2(!changed.error().message.isEmpty(), where.constData());
            QVERIFY2(office.opens(LanWords), (where + ": " + office.files().join(u' ').toUtf8()).constData());
            QVERIFY2(office.nameOf(child) == u"Tằng Mỹ Ánh"_s, where.constData());
            QVERIFY2(office.files() == Clean, (where + ": " + office.files().join(u' ').toUtf8()).constData());
            QVERIFY2(inOrder(*office.reg), where.constData());
            QVERIFY2(!office.reg->olderKeys(), where.constData());
            const bool isChanged = !office.opens(MinhWords); // the former key, or the new one: never something else
            finished += isChanged;
            QVERIFY2(!changed || isChanged, where.constData());
            office.reg.reset();
            QVERIFY2(
                UnlockedFolder::withRecovery(office.folder, *office.paper, KdfLimits::forTests()), where.constData());
        }
        QVERIFY(failed > 10);
        QVERIFY(finished > 1 && finished < numbers.size());
    }

    void bothGenerationsStayUntilTheNewOneWasOpened()
    {
        KeyedRegister office;
        QVERIFY(!office.child(u"Tằng Mỹ Ánh"_s).isNull());
        auto closed = Register::close(std::move(office.reg), {});
        QVERIFY(closed);
        auto changed = KeyChanger::change(std::move(*closed), {});
        QVERIFY(changed);
        QVERIFY(office.files().contains(u"register.db.key-change-old"_s));
        QVERIFY(office.files().contains(u"register.keys.key-change-old"_s));
        QVERIFY(office.opens(LanWords));
        QCOMPARE(office.files(), Clean);
    }

    void newKeysWithoutTheirDatabaseLockNobodyOut()
    {
        // A file that somebody copied there, or half of a change that was taken away by hand.
        KeyedRegister office;
        office.reg.reset();
        QVERIFY(QFile::copy(office.file("register.keys"), office.file("register.keys.key-change-new")));
        QVERIFY(office.opens(LanWords));
        QCOMPARE(office.files(), Clean);
    }

    void aSecondChangeAtTheSameTimeIsRefused()
    {
        KeyedRegister office;
        auto closed = Register::close(std::move(office.reg), {});
        QVERIFY(closed);
        ErrorCode second = ErrorCode::Internal;
        ErrorCode opening = ErrorCode::Internal;
        const auto meanwhile = [&](Step step) -> Result<void> {
            if (step == Step::Verify) {
                auto finished = KeyChanger::finishInterrupted(office.folder);
                second = finished ? ErrorCode::Internal : finished.error().code;
                auto opened = office.open(LanWords);
                opening = opened ? ErrorCode::Internal : opened.error().code;
            }
            return {};
        };
        QVERIFY(KeyChanger::change(std::move(*closed), {}, meanwhile));
        QCOMPARE(second, ErrorCode::Busy);
        QCOMPARE(opening, ErrorCode::Busy);
        QVERIFY(office.opens(LanWords));
    }

    void thePaperKeyOpensAndANewPassphraseIsSet()
    {
        KeyedRegister office;
        const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
        office.reg.reset();
        auto typed = RecoveryKey::parse(office.paper->text().toLower().replace(u'-', u' '));
        QVERIFY(typed);
        auto unlocked = UnlockedFolder::withRecovery(office.folder, *typed, KdfLimits::forTests());
        QVERIFY(unlocked);
        QCOMPARE(unlocked->people().size(), 1);
        auto opened = Register::open(std::move(*unlocked), office.lan);
        QVERIFY(opened);
        office.reg = std::move(*opened);
        QVERIFY(people::setPassphrase(*office.reg, office.lan, MinhWords, u"recovered"_s));
        QVERIFY(!office.opens(LanWords));
        QVERIFY(office.opens(MinhWords));
        QCOMPARE(office.nameOf(child), u"Tằng Mỹ Ánh"_s);
        QVERIFY(!UnlockedFolder::withRecovery(office.folder, RecoveryKey::random(), KdfLimits::forTests()));
    }

    void aNewPaperKeyMakesTheLostOneWorthless()
    {
        KeyedRegister office;
        const QByteArray oldKeys = bytesOf(office.file("register.keys"));
        const auto fresh = RecoveryKey::random().text();
        KeyChange wanted;
        wanted.recovery = *RecoveryKey::parse(fresh);
        QVERIFY(office.changeKey(wanted));
        office.reg.reset();
        QVERIFY(!UnlockedFolder::withRecovery(office.folder, *office.paper, KdfLimits::forTests()));
        QVERIFY(UnlockedFolder::withRecovery(office.folder, *RecoveryKey::parse(fresh), KdfLimits::forTests()));
        // Not even with an old copy of the keys file beside the register of today.
        QVERIFY(put(office.file("register.keys"), oldKeys));
        auto unlocked = UnlockedFolder::withRecovery(office.folder, *office.paper, KdfLimits::forTests());
        QVERIFY(unlocked); // the old slot gives the old key …
        QVERIFY(!Register::open(std::move(*unlocked), office.lan)); // … which opens nothing
    }

    void whoChangedTheKeyStandsAmongWhatWasLookedAt()
    {
        KeyedRegister office;
        const auto noted = [&office](AccessAct act) {
            return office.reg
                ->read([&](Database& db) {
                    auto found = db.query(u"SELECT count(*) FROM access_entry WHERE act = ? AND user = ?"_s,
                        { int(act), office.lan.toRfc4122() });
                    return found && found->next() ? found->integer(0) : -1;
                })
                .result();
        };
        KeyChange wanted;
        wanted.by = office.lan;
        wanted.recovery = RecoveryKey::random();
        QVERIFY(office.changeKey(wanted));
        QCOMPARE(noted(AccessAct::KeyChanged), 1);
        QCOMPARE(noted(AccessAct::RecoveryIssued), 1);
        QVERIFY(office.opens(LanWords));
        QCOMPARE(noted(AccessAct::KeyChanged), 1);
        // Ended in the middle, after it was decided: the opening that finishes it also writes it down.
        KeyChange again;
        again.by = office.lan;
        const auto fault = [](KeyChanger::Step step) -> Result<void> {
            return step == KeyChanger::Step::PutDatabase ? Result<void>(fail(ErrorCode::Io, u"killed"_s))
                                                         : Result<void>();
        };
        QVERIFY(!office.changeKey(again, fault));
        QVERIFY(office.opens(LanWords));
        QCOMPARE(noted(AccessAct::KeyChanged), 2);
        QCOMPARE(noted(AccessAct::RecoveryIssued), 1);
    }

    void twoSharesOpenTogetherAndNeitherAlone()
    {
        KeyedRegister office;
        const auto [one, other] = RecoveryKey::random().split();
        KeyChange wanted;
        wanted.escrow = RecoveryKey::combined(one, other);
        QVERIFY(office.changeKey(wanted));
        office.reg.reset();
        const KdfLimits limits = KdfLimits::forTests();
        auto unlocked = UnlockedFolder::withEscrow(office.folder, other, one, limits);
        QVERIFY(unlocked);
        QVERIFY(Register::open(std::move(*unlocked), office.lan));
        QVERIFY(!UnlockedFolder::withEscrow(office.folder, one, one, limits));
        QVERIFY(!UnlockedFolder::withEscrow(office.folder, one, RecoveryKey::random(), limits));
        QVERIFY(!UnlockedFolder::withRecovery(office.folder, one, limits));
        QVERIFY(!UnlockedFolder::withRecovery(office.folder, RecoveryKey::combined(one, other), limits));
        QVERIFY(UnlockedFolder::withRecovery(office.folder, *office.paper, limits));
        // They go along with a later change of the key, until they were used.
        QVERIFY(office.opens(LanWords));
        QVERIFY(office.changeKey({}));
        office.reg.reset();
        QVERIFY(UnlockedFolder::withEscrow(office.folder, one, other, limits));
        QVERIFY(office.opens(LanWords));
        KeyChange used;
        used.dropEscrow = true;
        QVERIFY(office.changeKey(used));
        office.reg.reset();
        QCOMPARE(UnlockedFolder::withEscrow(office.folder, one, other, limits).error().code, ErrorCode::NotFound);
        QVERIFY(office.opens(LanWords));
    }

    /// Any sequence of adding, changing, removing, re-keying (killed now and then) and recovering leaves exactly the
    /// right passphrases opening, and the newest recovery key.
    void exactlyTheRightPassphrasesOpen()
    {
        const auto property = [](unsigned seed) {
            std::mt19937 random(seed);
            const auto pick = [&](int n) { return int(random() % unsigned(n)); };
            KeyedRegister office;
            const QUuid child = office.child(u"Tằng Mỹ Ánh"_s);
            QMap<QUuid, QString> right { { office.lan, LanWords } };
            QStringList wrong;
            QString paper = office.paper->text();
            bool owed = false; // a change that did not end was to bring a new recovery key
            int counter = 0;
            const auto words = [&] { return u"cum mat khau thu %1"_s.arg(++counter); };
            for (int step = 0; step < 7; ++step) {
                const QUuid other = right.keys().at(pick(int(right.size())));
                const QString fresh = words();
                switch (pick(6)) {
                case 0: {
                    auto added = office.add(u"Người %1"_s.arg(counter), Officer | Role::Administrator, fresh);
                    RC_ASSERT(added.has_value());
                    right[*added] = fresh;
                    break;
                }
                case 1:
                    RC_ASSERT(people::changeOwnPassphrase(*office.reg, right[office.reg->user()], fresh).has_value());
                    wrong.append(right[office.reg->user()]);
                    right[office.reg->user()] = fresh;
                    break;
                case 2:
                    RC_ASSERT(people::setPassphrase(*office.reg, other, fresh, u"passphrase-reset"_s).has_value());
                    wrong.append(right[other]);
                    right[other] = fresh;
                    break;
                case 3:
                    if (other != office.reg->user()) {
                        RC_ASSERT(people::remove(*office.reg, other, pick(2) == 1).has_value());
                        wrong.append(right.take(other));
                    }
                    break;
                case 4: {
                    const QUuid user = office.reg->user();
                    KeyChange wanted;
                    const QString newPaper = RecoveryKey::random().text();
                    if (pick(2))
                        wanted.recovery = *RecoveryKey::parse(newPaper);
                    const int kill = pick(int(Steps.size()) * 2);
                    const bool whole = kill >= Steps.size();
                    const auto done = office.changeKey(wanted, whole ? KeyChanger::Fault() : killedAt(Steps.at(kill)));
                    if (owed && !wanted.recovery) {
                        RC_ASSERT(done.error().code == ErrorCode::Conflict);
                    } else {
                        RC_ASSERT(done.has_value() == whole);
                        owed = wanted.recovery && kill <= 3;
                    }
                    if (wanted.recovery && kill > 3)
                        paper = newPaper;
                    RC_ASSERT(office.opens(right[user]));
                    break;
                }
                default: { // recovery, for anybody
                    office.reg.reset();
                    auto unlocked =
                        UnlockedFolder::withRecovery(office.folder, *RecoveryKey::parse(paper), KdfLimits::forTests());
                    RC_ASSERT(unlocked.has_value());
                    auto opened = Register::open(std::move(*unlocked), other);
                    RC_ASSERT(opened.has_value());
                    office.reg = std::move(*opened);
                    RC_ASSERT(people::setPassphrase(*office.reg, other, fresh, u"recovered"_s).has_value());
                    wrong.append(right[other]);
                    right[other] = fresh;
                    break;
                }
                }
            }
            for (auto it = right.cbegin(); it != right.cend(); ++it) {
                RC_ASSERT(office.opens(it.value()));
                RC_ASSERT(office.reg->user() == it.key());
                RC_ASSERT(office.nameOf(child) == u"Tằng Mỹ Ánh"_s);
                RC_ASSERT(!office.reg->olderKeys());
            }
            for (const QString& each : std::as_const(wrong))
                RC_ASSERT(!office.opens(each));
            RC_ASSERT(UnlockedFolder::withRecovery(office.folder, *RecoveryKey::parse(paper), KdfLimits::forTests())
                          .has_value());
            RC_ASSERT(Register::users(office.folder, KdfLimits::forTests())->size() == right.size());
        };
        QVERIFY(rc::check("exactly the right passphrases open", [&] { property(*rc::gen::arbitrary<unsigned>()); }));
    }
};

QTEST_GUILESS_MAIN(TestKeyChange)
#include "tst_key_change.moc"
