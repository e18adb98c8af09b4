// SPDX-License-Identifier: GPL-3.0-or-later
// A commune's register was copied, or restored from a backup: both histories arrive at the province, and none forks.
#include "two_offices.h"

#include "models/records/kinds.h"
#include "models/register/device_care.h"
#include "models/register/identity_store.h"
#include "models/register/own_device.h"
#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/register/send_state.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;

std::unique_ptr<Register> open(const QString& folder)
{
    auto opened = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

QUuid writeChild(Register& reg, const QString& name)
{
    Record child = reg.newRecord(kinds::Child);
    child.set(ChildFields::Name, name);
    child.set(ChildFields::Sex, u"female"_s);
    Batch batch;
    batch.add(child);
    if (auto done = reg.commit(batch).result(); !done)
        qFatal("%s", qPrintable(done.error().message));
    return child.id();
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    for (const QString& name : { u"register.db"_s, u"register.keys"_s }) {
        QFile::remove(to + u'/' + name);
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            qFatal("not copied");
    }
}

void put(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("not written");
}

void setVillage(Register& reg, QUuid child, const QString& village)
{
    Record record = *reg.record(kinds::Child, child);
    record.set(ChildFields::Village, village);
    Batch batch;
    batch.add(record);
    if (auto done = reg.commit(batch).result(); !done)
        qFatal("%s", qPrintable(done.error().message));
}

SendState sentStateOf(Register& reg, QUuid child)
{
    return reg
        .read([child](Database& db) {
            auto found = db.query(
                u"SELECT e.device, e.seq FROM child c JOIN journal_entry e ON e.id = c.last_entry WHERE c.record = ?"_s,
                { child.toRfc4122() });
            return found->next() ? SendStates::read(db)->of(found->integer(0), found->integer(1)) : SendState::NotSent;
        })
        .result();
}

using Decide = std::function<Result<Batch>(Database&, const SigningDevice&)>;

/// What the page of the machines does, as the administrator.
Result<Committed> decide(Register& reg, const Decide& what)
{
    return reg
        .commit([what](Database& database) -> Result<Batch> {
            const SigningDevice writer = identityStore::device(database).value();
            return what(database, writer);
        })
        .result();
}

Result<Committed> reportLost(Register& reg, const QByteArray& device)
{
    return decide(reg, [device](Database& db, const SigningDevice& by) { return deviceCare::retire(db, by, device); });
}

DeviceStanding standingOf(Register& reg, const QByteArray& device)
{
    for (const DeviceStanding& one : reg.read([](Database& db) { return deviceCare::read(db).value(); }).result())
        if (one.device == device)
            return one;
    return {};
}
} // namespace

class TestCopiedRegister : public QObject
{
    Q_OBJECT

    static void bothArrive(TwoOffices& two, Register& other, QUuid first, QUuid second)
    {
        const auto mine = two.seal();
        QVERIFY2(mine, why(mine).constData());
        const auto theirs = sealPackage(other, u"22"_s, two.stick());
        QVERIFY2(theirs, why(theirs).constData());
        for (const QString& file : { mine->file, theirs->file }) {
            const auto got = two.provinceReceives(file);
            QVERIFY2(got, why(got).constData());
            QVERIFY2(got->problems.isEmpty(), qPrintable(got->problems.join(u'\n')));
        }
        QVERIFY(two.province->record(kinds::Child, first));
        QVERIFY(two.province->record(kinds::Child, second));
        QCOMPARE(
            TwoOffices::number(*two.province, u"SELECT count(*) FROM journal_device WHERE forked_seq IS NOT NULL"_s),
            0);
        QCOMPARE(TwoOffices::number(*two.province, u"SELECT count(*) FROM journal_entry WHERE state <> 0"_s), 0);
    }

    /// What "Report as lost" does on the page of the machines, and the package after it.
    static void settleOf(TwoOffices& two, Register& reg, const QByteArray& device)
    {
        const auto reported = reportLost(reg, device);
        QVERIFY2(reported, why(reported).constData());
        const auto issueAgain = [device](Database& db, const SigningDevice& by) {
            return deviceCare::issueAgain(db, by, device);
        };
        const auto said = decide(reg, issueAgain);
        QVERIFY2(said, why(said).constData());
        QCOMPARE(standingOf(reg, device).unsaid, 0);
        const auto received = two.provinceReceives(sealPackage(reg, u"22"_s, two.stick())->file);
        QVERIFY2(received, why(received).constData());
    }
    static qint64 forks(TwoOffices& two)
    {
        return TwoOffices::number(*two.province, u"SELECT count(*) FROM journal_device WHERE forked_seq IS NOT NULL"_s);
    }

private Q_SLOTS:
    void aCopiedFolder()
    {
        TwoOffices two;
        writeChild(*two.commune, u"Tằng Mỹ Ánh"_s);
        const QString from = two.folder(u"06838"_s);
        const QString to = two.folder(u"chép sang máy hai"_s);
        two.commune.reset();
        QDir().mkpath(to);
        for (const QString& name : QDir(from).entryList(QDir::Files))
            QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)));
        two.commune = open(from);
        const auto other = open(to);
        QVERIFY(other->deviceId() != two.commune->deviceId());
        const QUuid first = writeChild(*two.commune, u"Viết ở máy một"_s);
        const QUuid second = writeChild(*other, u"Viết ở máy hai"_s);
        bothArrive(two, *other, first, second);
    }

    void aRestoredBackupAfterPackagesWereSent()
    {
        TwoOffices two;
        writeChild(*two.commune, u"Tằng Mỹ Ánh"_s);
        const auto made = RegisterBackups(*two.commune).make(BackupReason::ByHand);
        QVERIFY2(made, why(made).constData());
        const QUuid late = writeChild(*two.commune, u"Viết sau bản sao lưu"_s);
        const auto sent = two.seal();
        QVERIFY2(sent, why(sent).constData());
        const auto got = two.provinceReceives(sent->file);
        QVERIFY2(got, why(got).constData());
        // The disk fails; the register comes back on a new one and goes on.
        const auto backup = BackupReader::open(made->file).value();
        const auto key = Restore::unlock(backup, Passphrase, KdfLimits::forTests());
        QVERIFY2(key, why(key).constData());
        BackupFiles files;
        const QString folder = two.folder(u"máy mới"_s);
        const auto done = Restore::into(backup, *key, folder, false, QDateTime::currentMSecsSinceEpoch(), files);
        QVERIFY2(done, why(done).constData());
        two.commune = open(folder);
        const QUuid fresh = writeChild(*two.commune, u"Viết trên máy mới"_s);
        const auto again = two.seal();
        QVERIFY2(again, why(again).constData());
        const auto received = two.provinceReceives(again->file);
        QVERIFY2(received, why(received).constData());
        QVERIFY(two.province->record(kinds::Child, late));
        QVERIFY(two.province->record(kinds::Child, fresh));
        QCOMPARE(
            TwoOffices::number(*two.province, u"SELECT count(*) FROM journal_device WHERE forked_seq IS NOT NULL"_s),
            0);
    }

    /// The other side sees two histories of one machine; the office is told, takes a new number, and nothing is lost:
    /// what the province holds counts there, and what was written on this side is said again.
    void aDiskThatWasSetBackFindsItsWayOut()
    {
        TwoOffices two;
        const QUuid common = writeChild(*two.commune, u"Tằng Mỹ Ánh"_s);
        QVERIFY(two.provinceReceives(two.seal()->file));
        const QByteArray id = two.commune->deviceId();
        const QString folder = two.folder(u"06838"_s);
        const QString kept = two.folder(u"ảnh đĩa"_s);
        const QString memory = OwnDevice(folder, two.commune->office().id).file();
        two.commune.reset();
        copyFolder(folder, kept);
        const QByteArray remembered = TwoOffices::bytesOf(memory);
        two.commune = open(folder);
        const QUuid late = writeChild(*two.commune, u"Viết trước khi đĩa bị lùi"_s);
        writeChild(*two.commune, u"Cũng viết trước đó"_s);
        QVERIFY(two.provinceReceives(two.seal()->file));
        // The whole disk goes back: the register and what the program remembers of it.
        two.commune.reset();
        copyFolder(kept, folder);
        put(memory, remembered);
        two.commune = open(folder);
        QCOMPARE(two.commune->deviceId(), id);
        const QUuid after = writeChild(*two.commune, u"Viết sau khi đĩa bị lùi"_s);
        setVillage(*two.commune, common, u"Khu 2"_s);
        const auto forked = two.provinceReceives(two.seal()->file);
        QVERIFY2(forked, why(forked).constData());
        QVERIFY(!forked->problems.isEmpty());
        QVERIFY(!two.province->record(kinds::Child, late)); // from where they part, neither counts
        const auto told = receivePackages(*two.commune, { two.answer()->file });
        QVERIFY2(told, why(told).constData());
        QVERIFY(!told->problems.isEmpty());
        two.commune = nullptr;
        two.commune = open(folder);
        QVERIFY(two.commune->deviceId() != id);
        QVERIFY(standingOf(*two.commune, id).unsaid > 0);
        settleOf(two, *two.commune, id);
        QVERIFY(two.province->record(kinds::Child, late));
        QVERIFY(two.province->record(kinds::Child, after));
        QCOMPARE(two.province->record(kinds::Child, common)->state().conflicting, false);
        QCOMPARE(forks(two), 0);
        const auto again = receivePackages(*two.commune, { two.answer()->file });
        QVERIFY2(again->problems.isEmpty(), qPrintable(again->problems.join(u'\n')));
        QCOMPARE(two.seal()->entries, 0);
    }

    void aClonedPcFindsItsWayOut()
    {
        TwoOffices two;
        writeChild(*two.commune, u"Tằng Mỹ Ánh"_s);
        const QByteArray id = two.commune->deviceId();
        const QByteArray office = two.commune->office().id;
        const QString folder = two.folder(u"06838"_s);
        const QString twin = two.folder(u"máy nhân bản"_s);
        two.commune.reset();
        copyFolder(folder, twin);
        put(OwnDevice(twin, office).file(), TwoOffices::bytesOf(OwnDevice(folder, office).file()));
        two.commune = open(folder);
        auto other = open(twin);
        QCOMPARE(other->deviceId(), id);
        const QUuid here = writeChild(*two.commune, u"Viết ở máy một"_s);
        writeChild(*two.commune, u"Cũng ở máy một"_s);
        const QUuid there = writeChild(*other, u"Viết ở máy hai"_s);
        QVERIFY(two.provinceReceives(two.seal()->file));
        QVERIFY(receivePackages(*two.commune, { two.answer()->file }));
        QCOMPARE(sentStateOf(*two.commune, here), SendState::Received);
        QVERIFY(two.provinceReceives(sealPackage(*other, u"22"_s, two.stick())->file));
        const auto answer = two.answer();
        for (Register* reg : { two.commune.get(), other.get() })
            QVERIFY(!receivePackages(*reg, { answer->file })->problems.isEmpty());
        QCOMPARE(sentStateOf(*two.commune, here), SendState::Packed); // put aside is not received
        two.commune.reset();
        other.reset();
        two.commune = open(folder);
        other = open(twin);
        settleOf(two, *two.commune, id);
        settleOf(two, *other, id);
        QVERIFY(two.province->record(kinds::Child, here));
        QVERIFY(two.province->record(kinds::Child, there));
        QCOMPARE(forks(two), 0);
    }

    /// The old PC is reported as lost from a register that was set back: what only the province holds of it stays.
    void reportingTheOldPcKeepsWhatTheProvinceHoldsOfIt()
    {
        TwoOffices two;
        writeChild(*two.commune, u"Tằng Mỹ Ánh"_s);
        const QByteArray old = two.commune->deviceId();
        const auto made = RegisterBackups(*two.commune).make(BackupReason::ByHand);
        QVERIFY2(made, why(made).constData());
        const QUuid late = writeChild(*two.commune, u"Viết sau bản sao lưu"_s);
        QVERIFY(two.provinceReceives(two.seal()->file));
        const qint64 last = standingOf(*two.province, old).connected;
        const auto backup = BackupReader::open(made->file).value();
        const auto key = Restore::unlock(backup, Passphrase, KdfLimits::forTests());
        BackupFiles files;
        const QString folder = two.folder(u"máy mới"_s);
        QVERIFY(Restore::into(backup, *key, folder, false, QDateTime::currentMSecsSinceEpoch(), files));
        two.commune = open(folder);
        const auto told = receivePackages(*two.commune, { two.answer()->file });
        QVERIFY2(told, why(told).constData());
        QCOMPARE(told->problems.size(), 1);
        const auto reported = reportLost(*two.commune, old);
        QVERIFY2(reported, why(reported).constData());
        const DeviceStanding here = standingOf(*two.commune, old);
        QCOMPARE(here.retiredAt, std::optional(last));
        QCOMPARE(here.lost, (std::vector<SeqRange> { { last, last } }));
        const auto received = two.provinceReceives(two.seal()->file);
        QVERIFY2(received, why(received).constData());
        QVERIFY(two.province->record(kinds::Child, late));
        QCOMPARE(standingOf(*two.province, old).aside, 0);
        // It is settled, so nothing more is said of it.
        const auto again = receivePackages(*two.commune, { two.answer()->file });
        QVERIFY2(again, why(again).constData());
        QVERIFY2(again->problems.isEmpty(), qPrintable(again->problems.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestCopiedRegister)
#include "tst_copied_register.moc"
