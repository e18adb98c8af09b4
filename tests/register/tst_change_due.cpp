// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the register key that was begun is due until one is done, whatever ended it.
#include "models/register/people.h"
#include "models/register/register_backups.h"
#include "tests/support/wanted_register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
constexpr auto EndsAtOnce = [](KeyChanger::Step) { return Result<void>(fail(ErrorCode::DiskFull, u"Ổ đĩa đầy."_s)); };

struct Office
{
    Office() { make(); }
    void make()
    {
        auto made = Register::create(test::wantedRegister(folder));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        reg = std::move(made->reg);
        lan = reg->user();
    }
    [[nodiscard]] Result<void> open(const QString& words = test::LanWords)
    {
        reg.reset();
        auto opened = Register::open(folder, words, std::make_shared<SystemClock>(), KdfLimits::forTests());
        if (!opened)
            return fail(opened);
        reg = std::move(*opened);
        return {};
    }
    /// Closes and changes; the register stays closed.
    [[nodiscard]] Result<void> change(const KeyChange& wanted, const KeyChanger::Fault& fault = {})
    {
        auto closed = Register::close(std::move(reg), wanted);
        if (!closed)
            return fail(closed);
        auto changed = KeyChanger::change(std::move(*closed), wanted, fault);
        return changed ? Result<void>() : Result<void>(fail(changed));
    }
    [[nodiscard]] KeyChangeDue due() const { return people::keyChangeDue(*reg).value(); }

    QTemporaryDir home;
    QString folder = home.filePath(u"Sổ"_s);
    std::unique_ptr<Register> reg;
    QUuid lan;
};
} // namespace

class TestChangeDue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasBegunAndDidNotEndIsStillDue();
    void aNewPaperThatWasToComeAlongIsNotForgotten();
    void usedEscrowSheetsHoldNoLongerThanTheNextChange();
    void whoWouldBeShutOutIsNamedAndNothingChanges();
    void theProofOfAPersonLetsTheirPassphraseGoAlong();
    void aPersonWithoutASlotIsFoundByThePaper();
    void anOlderKeysFileThatWasMadeValidGoesIntoBackups();
};

void TestChangeDue::whatWasBegunAndDidNotEndIsStillDue()
{
    Office office;
    QVERIFY(!office.due().any());
    KeyChange wanted;
    wanted.by = office.lan;
    QVERIFY(!office.change(wanted, EndsAtOnce));
    QVERIFY(office.open());
    QVERIFY(office.due().begun && !office.due().recovery && !office.due().removedForCause);
    const auto changed = office.change(wanted);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    QVERIFY(office.open());
    QVERIFY(!office.due().any());
}

void TestChangeDue::aNewPaperThatWasToComeAlongIsNotForgotten()
{
    Office office;
    KeyChange wanted;
    wanted.by = office.lan;
    const QString printed = RecoveryKey::random().text();
    wanted.recovery = RecoveryKey::parse(printed).value();
    QVERIFY(!office.change(wanted, EndsAtOnce));
    QVERIFY(office.open());
    QVERIFY(office.due().recovery);
    // Without a new paper the old one would go on: whoever knows it would still open.
    KeyChange bare;
    bare.by = office.lan;
    QCOMPARE(office.change(bare).error().code, ErrorCode::Conflict);
    QVERIFY(office.open());
    QVERIFY(office.due().recovery);
    QVERIFY(office.change(wanted));
    QVERIFY(office.open());
    QVERIFY(!office.due().any());
    office.reg.reset();
    QVERIFY(UnlockedFolder::withRecovery(office.folder, *RecoveryKey::parse(printed), KdfLimits::forTests()));
}

void TestChangeDue::usedEscrowSheetsHoldNoLongerThanTheNextChange()
{
    Office office;
    const auto [one, other] = RecoveryKey::random().split();
    const KdfLimits limits = KdfLimits::forTests();
    KeyChange sheets;
    sheets.escrow = RecoveryKey::combined(one, other);
    QVERIFY(office.change(sheets));
    // The register is opened with them, the passphrase is set, and the change of the key ends in the middle.
    auto unlocked = UnlockedFolder::withEscrow(office.folder, one, other, limits);
    QVERIFY(unlocked);
    auto opened = Register::open(std::move(*unlocked), office.lan);
    QVERIFY(opened);
    office.reg = std::move(*opened);
    KeyChange used;
    used.by = office.lan;
    used.dropEscrow = true;
    QVERIFY(!office.change(used, EndsAtOnce));
    QVERIFY(office.open());
    QVERIFY(office.due().dropEscrow);
    KeyChange bare;
    bare.by = office.lan;
    QVERIFY(office.change(bare));
    QCOMPARE(UnlockedFolder::withEscrow(office.folder, one, other, limits).error().code, ErrorCode::NotFound);
}

void TestChangeDue::whoWouldBeShutOutIsNamedAndNothingChanges()
{
    Office office;
    const QString words = u"nam con cho den nha"_s;
    const auto minh = people::add(*office.reg, { u"Trần Minh"_s, {}, Role::Officer }, words);
    QVERIFY(minh);
    // The register has forgotten the public half of this slot, as after an old copy of the keys file was put back.
    const auto forget = [id = *minh](Database& database) {
        return keysMemory::forget(database, KeysFile::SlotKind::Passphrase, id);
    };
    QVERIFY(office.reg->writeLocal(forget).result());
    KeyChange wanted;
    wanted.by = office.lan;
    wanted.successor = *minh;
    const auto refused = office.change(wanted);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(refused.error().message.contains(u"Trần Minh"_s));
    QVERIFY(office.open(words)); // the former key holds, and now the register has seen the passphrase
    QVERIFY(office.change(wanted));
    QVERIFY(office.open(words));
}

void TestChangeDue::theProofOfAPersonLetsTheirPassphraseGoAlong()
{
    Office office;
    const QString words = u"nam con cho den nha"_s;
    const auto minh = people::add(*office.reg, { u"Trần Minh"_s, {}, Role::Officer }, words);
    QVERIFY(minh);
    const auto forget = [id = *minh](Database& database) {
        return keysMemory::forget(database, KeysFile::SlotKind::Passphrase, id);
    };
    QVERIFY(office.reg->writeLocal(forget).result());
    QVERIFY(people::confirm(*office.reg, *minh, words));
    KeyChange wanted;
    wanted.by = office.lan;
    wanted.successor = *minh;
    QVERIFY(office.change(wanted));
    QVERIFY(office.open(words));
}

void TestChangeDue::aPersonWithoutASlotIsFoundByThePaper()
{
    Office office;
    auto made = RecoveryKey::random();
    KeyChange wanted;
    wanted.recovery = RecoveryKey::parse(made.text()).value();
    wanted.without = { office.lan };
    QVERIFY(office.change(wanted));
    QVERIFY(Register::users(office.folder, KdfLimits::forTests())->isEmpty());
    auto unlocked = UnlockedFolder::withRecovery(office.folder, made, KdfLimits::forTests());
    QVERIFY(unlocked);
    QCOMPARE(unlocked->people().size(), 1);
    QCOMPARE(unlocked->people().first().user, office.lan);
    const QString words = u"nam con cho den nha"_s;
    QVERIFY(people::recover(std::move(*unlocked), office.lan, words, nullptr));
    QVERIFY(office.open(words));
}

void TestChangeDue::anOlderKeysFileThatWasMadeValidGoesIntoBackups()
{
    Office office;
    const QString keys = UnlockedFolder::keysFile(office.folder);
    const QString copy = office.home.filePath(u"copy"_s);
    QVERIFY(QFile::copy(keys, copy));
    const QString later = u"nam con cho den nha"_s;
    QVERIFY(people::changeOwnPassphrase(*office.reg, test::LanWords, later));
    office.reg.reset();
    QVERIFY(QFile::remove(keys) && QFile::copy(copy, keys));
    QVERIFY(office.open());
    QVERIFY(office.reg->olderKeys());
    const auto made = [&] { return RegisterBackups(*office.reg).make(BackupReason::ByHand); };
    QVERIFY(!made()); // it would open with the passphrases of that time only
    QVERIFY(people::settleOlderKeys(*office.reg));
    const auto backup = made();
    QVERIFY2(backup, backup ? "" : qPrintable(backup.error().message));
    QVERIFY(office.open());
    QVERIFY(made());
}

QTEST_GUILESS_MAIN(TestChangeDue)
#include "tst_change_due.moc"
