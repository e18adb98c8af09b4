// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at any moment, the disk had done only part of what it was given, in any order; or a write, a sync or a
// cut fails. What was acknowledged is there afterwards, and the register is in order.
#include "failing_disk.h"
#include "key_helpers.h"
#include "models/register/register_backups.h"
#include "models/register/verify.h"
#include "power_cut.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::test;

namespace {
constexpr int MostMoments = 150;
constexpr int CutsOfAMoment = 2;

/// Empty when everything that verification checks is well.
QString disorder(Register& reg)
{
    const auto found = reg.read([](Database& database) { return Verification(database).run(); }).result();
    return !found ? found.error().message + found.error().detail : found->problems.join(u'\n');
}

/// A week in small: single saves, a large one that fills the log, an emptied log, a new start.
std::vector<QUuid> work(KeyedRegister& office, PowerCutDisk& disk)
{
    std::vector<QUuid> saved;
    const auto save = [&](int count) {
        for (int i = 0; i < count; ++i) {
            saved.push_back(office.child(u"Trẻ thứ %1"_s.arg(saved.size() + 1)));
            disk.acknowledge(int(saved.size()));
        }
    };
    const auto saveMany = [&](int count) {
        Batch batch;
        std::vector<QUuid> ids;
        for (int i = 0; i < count; ++i) {
            Record record = office.reg->newRecord(kinds::Child);
            record.set(ChildFields::Name, u"Trẻ thứ %1"_s.arg(saved.size() + ids.size() + 1));
            record.set(ChildFields::Note, QString(300, u'ễ'));
            ids.push_back(record.id());
            batch.add(record);
        }
        if (!office.reg->commit(std::move(batch)).result())
            qFatal("not saved");
        saved.insert(saved.end(), ids.begin(), ids.end());
        disk.acknowledge(int(saved.size()));
    };
    save(5);
    saveMany(400);
    save(3);
    if (!RegisterBackups(*office.reg).make(BackupReason::ByHand)) // empties the log under open connections
        qFatal("no backup");
    save(3);
    if (!office.opens(LanWords))
        qFatal("not opened again");
    save(3);
    office.reg.reset();
    return saved;
}
} // namespace

class TestPowerCut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAcknowledgedIsThereAfterAnyCut()
    {
#ifdef Q_OS_WIN
        QSKIP("faults are put into the file layer of Unix");
#endif
        std::vector<PowerCutDisk::Moment> moments;
        KeyedRegister office;
        office.reg.reset();
        std::vector<QUuid> saved;
        {
            PowerCutDisk disk;
            QVERIFY(office.opens(LanWords));
            disk.remember(20);
            saved = work(office, disk);
            moments = disk.moments();
        }
        QVERIFY2(moments.size() > 50, qPrintable(QString::number(moments.size())));
        QRandomGenerator random(20261128);
        const size_t stride = std::max<size_t>(1, moments.size() / MostMoments);
        int lostSomething = 0;
        for (size_t i = 0; i < moments.size(); i += stride) {
            for (int cut = 0; cut < CutsOfAMoment; ++cut) {
                QTemporaryDir home;
                QVERIFY(QFile::copy(office.file("register.keys"), home.filePath(u"register.keys"_s)));
                PowerCutDisk::leave(moments[i], home.path(), random);
                const QString where = u"moment %1, cut %2"_s.arg(i).arg(cut);
                auto reg =
                    Register::open(home.path(), LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests());
                QVERIFY2(reg, qPrintable(where + (reg ? u""_s : reg.error().message + reg.error().detail)));
                for (int n = 0; n < moments[i].acknowledged; ++n)
                    QVERIFY2((*reg)->record(kinds::Child, saved[size_t(n)]), qPrintable(where));
                const QString wrong = disorder(**reg);
                QVERIFY2(wrong.isEmpty(), qPrintable(where + u": "_s + wrong));
                lostSomething += size_t(moments[i].acknowledged) < saved.size()
                    && !(*reg)->record(kinds::Child, saved[size_t(moments[i].acknowledged)]);
            }
        }
        QVERIFY(lostSomething > 0); // else the disk never lost what it may lose
    }

    void everyCallOfASaveThatFailsIsSaidAndLosesNothing_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("refused") << int(FailingDisk::Fault::Refused);
        QTest::newRow("done and denied") << int(FailingDisk::Fault::DoneButDenied);
        QTest::newRow("dead from there on") << int(FailingDisk::Fault::Dead);
    }
    void everyCallOfASaveThatFailsIsSaidAndLosesNothing()
    {
#ifdef Q_OS_WIN
        QSKIP("faults are put into the file layer of Unix");
#endif
        QFETCH(int, fault);
        FailingDisk disk;
        int failed = 0;
        int calls = 1;
        for (int at = 0; at <= calls; ++at) { // the first time nothing goes wrong: how many calls there are
            KeyedRegister office;
            const QUuid before = office.child(u"Tằng Mỹ Ánh"_s);
            disk.arm(at, FailingDisk::Fault(fault));
            const QUuid child = office.child(u"Chíu A Sáng"_s);
            if (at == 0) {
                calls = int(FailingDisk::calls().size());
                QVERIFY(FailingDisk::calls().contains('w') && FailingDisk::calls().contains('s'));
            }
            disk.arm(0);
            const QByteArray where = "call " + QByteArray::number(at);
            failed += child.isNull();
            // The next save finds a disk that works, in the same session.
            const QUuid after = office.child(u"Voòng Nhì Múi"_s);
            QVERIFY2(!after.isNull(), where.constData());
            QVERIFY2(office.opens(LanWords), where.constData());
            QVERIFY2(office.nameOf(before) == u"Tằng Mỹ Ánh"_s, where.constData());
            QVERIFY2(office.nameOf(after) == u"Voòng Nhì Múi"_s, where.constData());
            if (!child.isNull())
                QVERIFY2(office.nameOf(child) == u"Chíu A Sáng"_s, where.constData());
            const QString wrong = disorder(*office.reg);
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromUtf8(where) + u": "_s + wrong));
        }
        QVERIFY(failed > 1);
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
