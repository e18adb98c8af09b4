// SPDX-License-Identifier: GPL-3.0-or-later
// The PC is gone, and nobody remembers a passphrase: one backup on a stick and the recovery key on paper are left, and
// another PC.
#include "office_with_backups.h"

#include "models/register/people.h"
#include "models/register/verify.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString ForgottenWords = u"khong ai biet cau nay"_s;
const QString NewWords = u"mua xuan hoa ban no trang"_s;
} // namespace

class TestNewPc : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_pc; ///< the new one
    QByteArray m_dataBefore; ///< where programs keep their data on the old one
    std::shared_ptr<FixedClock> m_clock;
    std::optional<RecoveryKey> m_paper;
    QString m_stick; ///< the backup, alone
    QString m_folder; ///< of the register on the new PC
    QUuid m_child;
    QUuid m_lan;
    QByteArray m_device; ///< of the old PC

    Result<UnlockedFolder> opened(const RecoveryKey& paper) const
    {
        return UnlockedFolder::withRecovery(m_folder, paper, KdfLimits::forTests());
    }
    Result<std::unique_ptr<Register>> openedWith(const QString& words) const
    {
        return Register::open(m_folder, words, m_clock, KdfLimits::forTests());
    }
    /// All is there, it is in order, and work goes on under a number of its own.
    void goesOn(Register& reg) const
    {
        QCOMPARE(reg.record(kinds::Child, m_child).value().text(ChildFields::Name), u"Tằng Mỹ Ánh"_s);
        QCOMPARE(reg.user(), m_lan);
        QVERIFY(reg.deviceId() != m_device);
        Record another = reg.newRecord(kinds::Child);
        another.set(ChildFields::Name, u"Chíu A Sáng"_s);
        Batch batch;
        batch.add(another);
        const auto saved = reg.commit(batch).result();
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        const auto verified = reg.read([](Database& database) { return Verification(database).run(); }).result();
        QVERIFY2(verified, verified ? "" : qPrintable(verified.error().message));
        QVERIFY2(verified->ok(), qPrintable(verified->problems.join(u'\n')));
        RegisterBackups backups(reg);
        QVERIFY(backups.make(BackupReason::ByHand));
        const auto trial = backups.tryRestore();
        QVERIFY2(trial, trial ? "" : qPrintable(trial.error().message));
        QVERIFY(trial->verified.ok());
        QCOMPARE(trial->children, 2);
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void theBackupAndThePaperAreEnough();
    void theRegisterKeyCanBeChangedAtOnce();
    void anotherPaperDoesNotHelp();
};

/// Whatever the old PC held is deleted; the new one gets the register back from what is left.
void TestNewPc::init()
{
    m_pc = std::make_unique<QTemporaryDir>();
    m_dataBefore = qgetenv("XDG_DATA_HOME");
    m_stick = m_pc->filePath(u"USB/bản sao.maiam-backup"_s);
    m_folder = m_pc->filePath(u"Sổ mới"_s);
    QVERIFY(QDir().mkpath(m_pc->filePath(u"USB"_s)));
    {
        OfficeWithBackups old;
        m_clock = old.clock;
        m_paper = RecoveryKey::parse(old.recoveryKey()).value();
        m_child = old.write(u"Tằng Mỹ Ánh"_s);
        m_lan = old.reg->user();
        m_device = old.reg->deviceId();
        QVERIFY(QFile::copy(old.backUp().file, m_stick));
    }
    m_clock->advance(9LL * 24 * 3600 * 1000);
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_pc->filePath(u"data"_s)));
    const auto backup = BackupReader::open(m_stick).value();
    const auto key = Restore::unlock(backup, *m_paper, KdfLimits::forTests());
    QVERIFY2(key, key ? "" : qPrintable(key.error().message));
    BackupFiles files;
    const auto done = Restore::into(backup, *key, m_folder, false, m_clock->now(), files);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY(done->before.isEmpty());
}

void TestNewPc::cleanup()
{
    qputenv("XDG_DATA_HOME", m_dataBefore);
    m_pc.reset();
}

void TestNewPc::theBackupAndThePaperAreEnough()
{
    auto unlocked = opened(*m_paper);
    QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().message));
    const auto people = unlocked->people();
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.front().user, m_lan);
    auto reg = people::recover(std::move(*unlocked), m_lan, NewWords, nullptr, m_clock);
    QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
    goesOn(**reg);
    reg->reset();
    // From now on the new passphrase opens it, the forgotten one no more, and the paper as before.
    const auto forgotten = openedWith(ForgottenWords);
    QVERIFY(!forgotten);
    QCOMPARE(forgotten.error().code, ErrorCode::WrongPassphrase);
    const auto again = openedWith(NewWords);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE((*again)->record(kinds::Child, m_child).value().text(ChildFields::Name), u"Tằng Mỹ Ánh"_s);
    QVERIFY(opened(*m_paper));
}

void TestNewPc::theRegisterKeyCanBeChangedAtOnce()
{
    const QString printed = RecoveryKey::random().text();
    KeyChange change;
    change.recovery = RecoveryKey::parse(printed).value();
    auto unlocked = opened(*m_paper);
    QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().message));
    auto reg = people::recover(std::move(*unlocked), m_lan, NewWords, &change, m_clock);
    QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
    goesOn(**reg);
    reg->reset();
    QVERIFY(openedWith(NewWords));
    QVERIFY(!opened(*m_paper));
    QVERIFY(opened(*RecoveryKey::parse(printed)));
    // The backup on the stick keeps the keys of its day.
    QVERIFY(Restore::unlock(BackupReader::open(m_stick).value(), *m_paper, KdfLimits::forTests()));
}

void TestNewPc::anotherPaperDoesNotHelp()
{
    const auto other = RecoveryKey::random();
    const auto key = Restore::unlock(BackupReader::open(m_stick).value(), other, KdfLimits::forTests());
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::WrongPassphrase);
    // Nobody may throw away the envelope of that day for it.
    QVERIFY2(key.error().message.contains(u"old envelope"_s), qPrintable(key.error().message));
    const auto unlocked = opened(other);
    QVERIFY(!unlocked);
    QCOMPARE(unlocked.error().code, ErrorCode::WrongPassphrase);
}

QTEST_GUILESS_MAIN(TestNewPc)
#include "tst_new_pc.moc"
