// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "models/register/verify.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <unistd.h>

using namespace maiam;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");

NewRegister wanted(const QString& folder)
{
    NewRegister reg = test::wantedRegister(folder);
    return reg;
}

std::unique_ptr<Register> open(const QString& folder, std::shared_ptr<Clock> clock = std::make_shared<SystemClock>())
{
    auto opened = Register::open(folder, Passphrase, std::move(clock), KdfLimits::forTests());
    return opened ? std::move(*opened) : nullptr;
}

QUuid saveChild(Register& reg, const QString& name)
{
    Record child = reg.newRecord(kinds::Child);
    child.set(ChildFields::Name, name);
    Batch batch;
    batch.add(child);
    return reg.commit(batch).result() ? child.id() : QUuid();
}

Result<Committed> rename(Register& reg, Record record, const QString& name)
{
    record.set(ChildFields::Name, name);
    Batch batch;
    batch.add(record);
    return reg.commit(batch).result();
}

QStringList problemsOf(Register& reg)
{
    const auto found = reg.read([](Database& db) { return Verification(db).run(); }).result();
    return found ? found->problems : QStringList(found.error().message);
}

qint64 number(Register& reg, const QString& sql)
{
    return reg
        .read([sql](Database& db) -> qint64 {
            auto found = db.query(sql);
            return found && found->next() ? found->integer(0) : -1;
        })
        .result();
}
} // namespace

/// The same register in two programs at once (a window and a command, or two windows), and other ways in which a folder
/// is not what the program expects.
class TestTwoPrograms : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    int m_count = 0;
    QString fresh() { return m_home.filePath(QStringLiteral("so %1").arg(++m_count)); }

private Q_SLOTS:
    void bothSaveByTurnsAndTheJournalStaysOne()
    {
        const QString folder = fresh();
        auto first = std::move(Register::create(wanted(folder)).value().reg);
        auto second = open(folder);
        QVERIFY(second);
        for (int i = 0; i < 10; ++i) {
            QVERIFY(!saveChild(*first, QStringLiteral("An %1").arg(i)).isNull());
            QVERIFY(!saveChild(*second, QStringLiteral("Bình %1").arg(i)).isNull());
        }
        QCOMPARE(problemsOf(*first), QStringList());
        QCOMPARE(number(*first, QStringLiteral("SELECT count(*) FROM child")), 20);
        QCOMPARE(number(*second, QStringLiteral("SELECT count(*) FROM journal_entry WHERE state <> 0")), 0);
        QCOMPARE(
            number(*second, QStringLiteral("SELECT count(*) - max(seq) FROM journal_entry")), 0); // no number twice
    }

    void bothSaveAtTheSameTime()
    {
        const QString folder = fresh();
        auto first = std::move(Register::create(wanted(folder)).value().reg);
        auto second = open(folder);
        QVERIFY(second);
        std::atomic_int saved = 0;
        const auto work = [&saved](Register& reg) {
            for (int i = 0; i < 30; ++i)
                saved += !saveChild(reg, QStringLiteral("Trẻ %1").arg(i)).isNull();
        };
        std::thread other([&] { work(*second); });
        work(*first);
        other.join();
        QCOMPARE(saved.load(), 60);
        QCOMPARE(problemsOf(*first), QStringList());
        QCOMPARE(number(*second, QStringLiteral("SELECT count(*) FROM child")), 60);
        QCOMPARE(number(*second, QStringLiteral("SELECT count(*) - max(seq) FROM journal_entry")), 0);
    }

    void theSameRecordChangedInBothIsAConflictThatShows()
    {
        const QString folder = fresh();
        auto first = std::move(Register::create(wanted(folder)).value().reg);
        auto second = open(folder);
        QVERIFY(second);
        const QUuid child = saveChild(*first, QStringLiteral("An"));
        const auto seenByFirst = first->record(kinds::Child, child);
        const auto seenBySecond = second->record(kinds::Child, child);
        QVERIFY(seenByFirst && seenBySecond);
        QVERIFY(rename(*first, *seenByFirst, QStringLiteral("Ân")));
        QVERIFY(rename(*second, *seenBySecond, QStringLiteral("Ấn")));
        const auto now = first->record(kinds::Child, child);
        QVERIFY(now);
        QVERIFY(now->state().conflicting); // neither name is lost, and an officer chooses
        QCOMPARE(problemsOf(*first), QStringList());
    }

    void twoProgramsThatMakeTheSameRegisterMakeOne()
    {
        const QString folder = fresh();
        std::atomic_int made = 0;
        const auto make = [&] {
            const auto reg = Register::create(wanted(folder));
            made += reg.has_value();
            if (!reg && reg.error().message.isEmpty())
                made += 100;
        };
        std::thread other(make);
        make();
        other.join();
        QCOMPARE(made.load(), 1);
        auto opened = open(folder);
        QVERIFY(opened);
        QCOMPARE(problemsOf(*opened), QStringList());
    }

    void aClockThatWasSetBackLosesNothing()
    {
        const QString folder = fresh();
        const UtcMs now = civil::at(QDate(2026, 11, 24), QTime(9, 0));
        auto later = std::make_shared<FixedClock>(now);
        auto reg = std::move(Register::create(wanted(folder), later).value().reg);
        const QUuid child = saveChild(*reg, QStringLiteral("An"));
        reg.reset();
        auto earlier = open(folder, std::make_shared<FixedClock>(now - 400LL * 24 * 3600 * 1000));
        QVERIFY(earlier);
        const auto seen = earlier->record(kinds::Child, child);
        QVERIFY(seen);
        QVERIFY(rename(*earlier, *seen, QStringLiteral("Ân")));
        QCOMPARE(earlier->record(kinds::Child, child)->text(ChildFields::Name), QStringLiteral("Ân"));
        QVERIFY(!saveChild(*earlier, QStringLiteral("Bình")).isNull());
        QCOMPARE(problemsOf(*earlier), QStringList());
    }

    void aFolderThatMayNotBeWrittenSaysSo()
    {
        const QString folder = fresh();
        QVERIFY(Register::create(wanted(folder)));
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        const auto readOnly = QFile::ReadOwner | QFile::ExeOwner;
        QVERIFY(QFile::setPermissions(folder, readOnly));
        const auto opened = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
        const auto made = Register::create(wanted(folder + QStringLiteral("/trong")));
        QVERIFY(QFile::setPermissions(folder, readOnly | QFile::WriteOwner));
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == ErrorCode::ReadOnly, qPrintable(opened.error().message));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::ReadOnly);
        QVERIFY(open(folder));
    }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "tst_two_programs.moc"
