// SPDX-License-Identifier: GPL-3.0-or-later
// Who looked: written off the interface thread, chained, signed, without names.
#include "models/records/kinds.h"
#include "models/register/access_chain.h"
#include "models/register/register.h"
#include "models/register/verify.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace maiam;

namespace {
std::unique_ptr<Register> made(const QString& folder)
{
    return std::move(Register::create(test::wantedRegister(folder)).value().reg);
}

std::vector<AccessEntry> listed(Register& reg, const AccessFilter& filter = {})
{
    return reg.read([filter](Database& db) { return accessChain::list(db, filter).value(); }).result();
}

QStringList problems(Register& reg)
{
    return reg.read([](Database& db) { return Verification(db).run().value().problems; }).result();
}
} // namespace

class TestAccessChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoLookedStandsThereAfterOpeningAgain()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("so"));
        QUuid child;
        {
            auto reg = made(folder);
            Record record = reg->newRecord(kinds::Child);
            record.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
            record.set(ChildFields::FileCode, QStringLiteral("BL-TE-014"));
            Batch batch;
            batch.add(record);
            QVERIFY(reg->commit(batch).result());
            child = record.id();
            reg->noteAccess(AccessAct::Opened, &kinds::Child, child);
            reg->noteAccess(AccessAct::Printed, &kinds::Child, child);
            reg->noteAccess(AccessAct::FailedUnlock, nullptr, {}, 3);
        } // closing writes what was noted a moment ago
        auto reg = Register::open(folder, test::LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY(reg);
        const auto all = listed(**reg);
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all.front().note.act, AccessAct::FailedUnlock);
        QCOMPARE(all.front().note.count, 3);
        QCOMPARE(all.back().who, QStringLiteral("Hoàng Thị Lan"));
        QCOMPARE(all.back().code, QStringLiteral("BL-TE-014"));
        QCOMPARE(listed(**reg, { {}, AccessAct::Printed, {}, {}, {} }).size(), std::size_t(1));
        QCOMPARE(listed(**reg, { {}, {}, {}, {}, { child } }).size(), std::size_t(2));
        QCOMPARE(listed(**reg, { QUuid::createUuid(), {}, {}, {}, {} }).size(), std::size_t(0));
        QVERIFY(problems(**reg).isEmpty());
        (*reg)->noteAccess(AccessAct::Opened, &kinds::Child, child);
        QVERIFY((*reg)->writeAccess().result());
        const auto heads = (*reg)->read([](Database& db) { return accessChain::heads(db).value(); }).result();
        QCOMPARE(heads.size(), std::size_t(1));
        QCOMPARE(heads.front().seq, 4);
    }

    void whatWasAlteredOrTakenOutIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("another user") << QStringLiteral("UPDATE access_entry SET user = zeroblob(16) WHERE seq = 2");
        QTest::newRow("taken out") << QStringLiteral("DELETE FROM access_entry WHERE seq = 2");
        QTest::newRow("the end taken out") << QStringLiteral("DELETE FROM access_entry WHERE seq = 3");
    }
    void whatWasAlteredOrTakenOutIsNamed()
    {
        QFETCH(QString, sql);
        QTemporaryDir home;
        auto reg = made(home.filePath(QStringLiteral("so")));
        for (int i = 0; i < 3; ++i)
            reg->noteAccess(AccessAct::Opened, &kinds::Child, reg->newRecord(kinds::Child).id());
        QVERIFY(reg->writeAccess().result());
        QVERIFY(problems(*reg).isEmpty());
        QVERIFY(reg->writeLocal([sql](Database& db) { return db.run(sql); }).result());
        QVERIFY(!problems(*reg).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAccessChain)
#include "tst_access_chain.moc"
