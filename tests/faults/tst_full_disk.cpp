// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogues/catalogues.h"
#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"
#include "models/imports/workbook_import.h"
#include "models/papers/paper_file.h"
#include "models/records/kinds.h"
#include "models/register/verify.h"
#include "models/sheets/workbook_writer.h"
#include "small_disk.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace maiam;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");

NewRegister wanted(const QString& folder, OfficeRole role = OfficeRole::Commune)
{
    NewRegister reg = test::wantedRegister(folder);
    reg.unit = role == OfficeRole::Province ? QStringLiteral("22") : QStringLiteral("06838");
    reg.role = role;
    return reg;
}

std::unique_ptr<Register> made(const QString& folder, OfficeRole role = OfficeRole::Commune)
{
    auto reg = Register::create(wanted(folder, role));
    return reg ? std::move(reg->reg) : nullptr;
}

/// Some megabytes, more than any room that the log has left.
Batch many(const Register& reg, int count = 3000)
{
    Batch batch;
    for (int i = 0; i < count; ++i) {
        Record child = reg.newRecord(kinds::Child);
        child.set(ChildFields::Name, QStringLiteral("Trẻ thứ %1").arg(i));
        child.set(ChildFields::Note, QString(1000, u'ễ'));
        batch.add(child);
    }
    return batch;
}

qint64 rowsOf(Register& reg, const QString& table)
{
    return reg
        .read([table](Database& db) -> qint64 {
            auto found = db.query(QStringLiteral("SELECT count(*) FROM ") + table);
            return found && found->next() ? found->integer(0) : -1;
        })
        .result();
}

qint64 entriesOf(Register& reg)
{
    return rowsOf(reg, QStringLiteral("journal_entry"));
}

/// What a program does that is killed right after it was told that a look stands on the disk.
int recordAndDie(const QString& folder)
{
    auto reg = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
    if (!reg || !(*reg)->recordAccess(AccessAct::Printed).result())
        return 1;
    return std::raise(SIGKILL);
}

bool isSound(Register& reg)
{
    const auto found = reg.read([](Database& db) { return Verification(db).run(); }).result();
    return found && found->ok();
}

bool saysFull(const Error& error, const SmallDisk& disk)
{
    return !error.message.isEmpty()
        && (disk.isReal() ? error.code == ErrorCode::DiskFull
                          : error.code == ErrorCode::DiskFull || error.code == ErrorCode::Io);
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void introduce(Register& a, Register& b)
{
    for (auto [one, other] : { std::pair(&a, &b), std::pair(&b, &a) }) {
        const OfficeCard card = offices::ownCard(*other).value();
        QVERIFY(offices::trust(*one, card, card.fingerprint()));
    }
}
} // namespace

/// What happens when the disk is full: a message, nothing half done, and the work goes on once there is room.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSaveIsRefusedAndGoesThroughLater()
    {
        SmallDisk disk;
        const QString folder = disk.path(QStringLiteral("so"));
        auto reg = made(folder);
        QVERIFY(reg);
        QVERIFY(reg->commit(many(*reg, 10)).result());
        const qint64 before = entriesOf(*reg);
        const Batch batch = many(*reg);
        disk.fill();
        for (int again = 0; again < 2; ++again) {
            const auto refused = reg->commit(batch).result();
            QVERIFY(!refused);
            QVERIFY2(saysFull(refused.error(), disk),
                qPrintable(QString::number(int(refused.error().code)) + refused.error().message));
            QCOMPARE(entriesOf(*reg), before);
        }
        disk.free();
        const auto saved = reg->commit(batch).result();
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message + saved.error().detail));
        QCOMPARE(entriesOf(*reg), before + 3000);
        QVERIFY(isSound(*reg));
        reg.reset();
        auto opened = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(entriesOf(**opened), before + 3000);
        QVERIFY(isSound(**opened));
    }

    void whatCannotBeRecordedDoesNotLeave()
    {
        SmallDisk disk;
        const QString folder = disk.path(QStringLiteral("so"));
        auto reg = made(folder);
        QVERIFY(reg);
        disk.fill();
        // The log may have room for some: those stand.
        qint64 recorded = 0;
        auto last = reg->recordAccess(AccessAct::Printed).result();
        for (; last && recorded < 20'000; ++recorded)
            last = reg->recordAccess(AccessAct::Printed).result();
        QVERIFY(!last);
        QVERIFY2(saysFull(last.error(), disk), qPrintable(last.error().message));
        QVERIFY(last.error().message.contains(QStringLiteral("printed")));
        QVERIFY(!reg->noteAccess(AccessAct::Opened, &kinds::Child, QUuid::createUuid()).result()); // it waits
        QCOMPARE(rowsOf(*reg, QStringLiteral("access_entry")), recorded);
        disk.free();
        QVERIFY(reg->recordAccess(AccessAct::Printed).result());
        QCOMPARE(rowsOf(*reg, QStringLiteral("access_entry")), recorded + 2);
        QVERIFY(isSound(*reg));
    }

    void aLookThatWasAcknowledgedOutlivesAKill()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("so"));
        QVERIFY(made(folder));
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--record-and-die"), folder });
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        auto opened = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(rowsOf(**opened, QStringLiteral("access_entry")), 1);
        QVERIFY(isSound(**opened));
    }

    void aRegisterThatCouldNotBeClosedInOrderOpensAgain()
    {
        SmallDisk disk;
        const QString folder = disk.path(QStringLiteral("so"));
        auto reg = made(folder);
        QVERIFY(reg && reg->commit(many(*reg, 500)).result());
        const qint64 before = entriesOf(*reg);
        disk.fill();
        QVERIFY(!reg->commit(many(*reg)).result());
        reg.reset(); // the log may not fit into the database now
        disk.free();
        auto opened = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(entriesOf(**opened), before);
        QVERIFY(isSound(**opened));
    }

    void aNewRegisterLeavesNothing()
    {
        SmallDisk disk;
        const QString folder = disk.path(QStringLiteral("so"));
        QVERIFY(QDir().mkpath(folder));
        disk.fill();
        const auto refused = Register::create(wanted(folder));
        QVERIFY(!refused);
        QVERIFY2(!refused.error().message.isEmpty(), "no message");
        QCOMPARE(filesIn(folder), QStringList());
        disk.free();
        QVERIFY(made(folder));
    }

    void anImportTakesInNothing()
    {
        SmallDisk disk;
        auto reg = made(disk.path(QStringLiteral("so")));
        QVERIFY(reg);
        const Catalogues catalogues = Catalogues::builtIn().value();
        const auto plan =
            WorkbookImport::planFile(*reg, catalogues, QStringLiteral(MAIAM_FIXTURES "/imports/so-theo-doi-mau.xlsx"));
        QVERIFY(plan);
        const qint64 before = entriesOf(*reg);
        disk.fill();
        const auto refused = WorkbookImport::run(*reg, catalogues, *plan);
        QVERIFY(!refused);
        QVERIFY(saysFull(refused.error(), disk));
        QCOMPARE(entriesOf(*reg), before);
        disk.free();
        const auto taken = WorkbookImport::run(*reg, catalogues, *plan);
        QVERIFY(taken);
        QCOMPARE(entriesOf(*reg), before + taken->summary.children + taken->summary.cases);
        QVERIFY(isSound(*reg));
    }

    void aPackageIsNotHalfWritten()
    {
        QTemporaryDir home;
        SmallDisk stick;
        auto commune = made(home.filePath(QStringLiteral("xa")));
        auto province = made(home.filePath(QStringLiteral("so")), OfficeRole::Province);
        QVERIFY(commune && province);
        introduce(*commune, *province);
        QVERIFY(commune->commit(many(*commune, 500)).result());
        const QString folder = stick.path(QStringLiteral("usb"));
        QVERIFY(QDir().mkpath(folder));
        stick.fill();
        const auto refused = sealPackage(*commune, QStringLiteral("22"), folder);
        QVERIFY(!refused);
        QVERIFY2(saysFull(refused.error(), stick), qPrintable(refused.error().message));
        QCOMPARE(filesIn(folder), QStringList());
        stick.free();
        const auto sealed = sealPackage(*commune, QStringLiteral("22"), folder);
        QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().message));
        QCOMPARE(filesIn(folder).size(), 1);
        const auto received = receivePackages(*province, { sealed->file });
        QVERIFY(received);
        QCOMPARE(received->added, sealed->entries);
    }

    void aPackageIsNotHalfReceived()
    {
        QTemporaryDir home;
        SmallDisk disk;
        auto commune = made(home.filePath(QStringLiteral("xa")));
        const QString folder = disk.path(QStringLiteral("so"));
        auto province = made(folder, OfficeRole::Province);
        QVERIFY(commune && province);
        introduce(*commune, *province);
        QVERIFY(commune->commit(many(*commune)).result());
        const auto sealed = sealPackage(*commune, QStringLiteral("22"), home.path());
        QVERIFY(sealed);
        const qint64 before = entriesOf(*province);
        const QStringList files = filesIn(folder);
        disk.fill();
        const auto refused = receivePackages(*province, { sealed->file });
        QVERIFY(!refused);
        QVERIFY2(saysFull(refused.error(), disk), qPrintable(refused.error().message));
        QCOMPARE(entriesOf(*province), before);
        QCOMPARE(filesIn(folder), files);
        disk.free();
        // The copy fits, the entries do not: what was folded stands, and the rest comes with the next try.
        auto incoming = IncomingPackages::check(*province, { sealed->file });
        QVERIFY(incoming);
        disk.fill();
        const auto stopped = incoming->takeIn();
        QVERIFY(!stopped);
        QVERIFY2(saysFull(stopped.error(), disk), qPrintable(stopped.error().message));
        QVERIFY(isSound(*province));
        disk.free();
        const qint64 sofar = entriesOf(*province);
        const auto received = receivePackages(*province, { sealed->file });
        QVERIFY2(received, received ? "" : qPrintable(received.error().message));
        QCOMPARE(received->added, sealed->entries - (sofar - before));
        QVERIFY(isSound(*province));
    }

    void aPaperKeepsTheOneBefore()
    {
        SmallDisk disk;
        const QString file = disk.path(QStringLiteral("bao-cao.pdf"));
        const QByteArray old("the report of last month");
        QVERIFY(papers::savePaperFile(file, old));
        disk.fill();
        for (const int size : { 100, 100'000 }) { // the smaller one waits in a buffer until the last moment
            const auto refused = papers::savePaperFile(file, QByteArray(size, 'x'));
            QVERIFY(!refused);
            QVERIFY2(saysFull(refused.error(), disk), qPrintable(refused.error().message));
            QFile left(file);
            QVERIFY(left.open(QIODevice::ReadOnly));
            QCOMPARE(left.readAll(), old);
        }
        disk.free();
        QCOMPARE(filesIn(disk.path(QString())), QStringList(QStringLiteral("bao-cao.pdf")));
        QVERIFY(papers::savePaperFile(file, QByteArray(100'000, 'x')));
    }

    void aTableIsNotHalfWritten()
    {
        SmallDisk disk;
        SheetTable table;
        table.columns = { QStringLiteral("Cột") };
        SheetTable small = table;
        for (int i = 0; i < 20'000; ++i)
            table.rows.append({ Cell::ofText(QStringLiteral("dòng %1").arg(i)) });
        disk.fill();
        QVERIFY(!writeCsv(disk.path(QStringLiteral("nho.csv")), small));
        QVERIFY(!QFile::exists(disk.path(QStringLiteral("nho.csv"))));
        for (const char* name : { "bang.xlsx", "bang.csv" }) {
            const QString file = disk.path(QString::fromLatin1(name));
            const auto refused =
                file.endsWith(QLatin1String("csv")) ? writeCsv(file, table) : writeWorkbook(file, { table });
            QVERIFY(!refused);
            QVERIFY2(saysFull(refused.error(), disk), qPrintable(refused.error().message));
            QVERIFY(!QFile::exists(file));
        }
        disk.free();
        QVERIFY(writeCsv(disk.path(QStringLiteral("bang.csv")), table));
    }

    void theKeysStayAsTheyWere()
    {
        SmallDisk disk;
        const QString folder = disk.path(QStringLiteral("so"));
        QVERIFY(made(folder));
        const QString file = folder + QStringLiteral("/register.keys");
        auto keys = KeysFile::read(file, KdfLimits::forTests());
        QVERIFY(keys);
        const QByteArray before = keys->encoded();
        const QUuid user = keys->slotList().constFirst().user;
        const auto key = keys->openWithPassphrase(user, Passphrase);
        QVERIFY(key);
        QVERIFY(keys->addPassphraseSlot(user, QStringLiteral("Lan"), QStringLiteral("officer"),
            QStringLiteral("mot cau khac han di"), *key, KdfCost::forTests()));
        disk.fill();
        const auto refused = keys->write(file);
        QVERIFY(!refused);
        QVERIFY2(saysFull(refused.error(), disk), qPrintable(refused.error().message));
        const auto left = KeysFile::read(file, KdfLimits::forTests());
        QVERIFY(left);
        QCOMPARE(left->encoded(), before);
        disk.free();
        QVERIFY(Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests()));
        QVERIFY(keys->write(file));
        QVERIFY(Register::open(
            folder, QStringLiteral("mot cau khac han di"), std::make_shared<SystemClock>(), KdfLimits::forTests()));
    }
};

int main(int argc, char** argv)
{
    SmallDisk::prepare();
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--record-and-die") == 0)
        return recordAndDie(QString::fromLocal8Bit(argv[2]));
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_full_disk.moc"
