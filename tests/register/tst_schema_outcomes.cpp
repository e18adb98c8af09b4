// SPDX-License-Identifier: GPL-3.0-or-later
// What bringing a register up to date comes to, outcome by outcome, and what is left when it does not come about.
#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/register/schema.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString OldWords = u"bon mua la rung hoa no"_s;
constexpr int OldStep = 1; ///< of the oldest register in tests/fixtures/schema; it holds three children

QStringList everythingIn(Database& database)
{
    QStringList all;
    auto found = database.query(u"SELECT type || ' ' || name FROM sqlite_master ORDER BY type, name"_s);
    while (found && found->next())
        all.append(found->text(0));
    return all;
}

qint64 numberIn(Database& database, const QString& sql)
{
    auto found = database.query(sql);
    return found && found->next() ? found->integer(0) : -1;
}

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList backupsIn(const QString& folder)
{
    const QDir backups(QDir(folder).filePath(u"backups"_s));
    QStringList files;
    for (const QString& name : backups.entryList({ u"*.maiam-backup"_s }, QDir::Files))
        files.append(backups.filePath(name));
    return files;
}
} // namespace

class TestSchemaOutcomes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    SecretKey m_key; ///< of the old register
    int m_count = 0;

    /// A register as the first program wrote it.
    QString oldRegister()
    {
        const auto backup =
            BackupReader::open(u"%1/schema/%2.maiam-backup"_s.arg(QStringLiteral(MAIAM_FIXTURES)).arg(OldStep));
        if (!backup)
            qFatal("%s", qPrintable(backup.error().message));
        BackupFiles files;
        const QString folder = m_home.filePath(u"sổ %1"_s.arg(++m_count));
        const auto done =
            Restore::into(*backup, m_key, folder, false, civil::at(QDate(2026, 12, 1), QTime(8, 0)), files);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return folder;
    }
    Database opened(const QString& folder) const
    {
        auto database = Database::open(UnlockedFolder::databaseFile(folder), m_key, OpenMode::Existing);
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }
    /// It opens, at the newest step, with all that it held.
    static void goesOn(const QString& folder)
    {
        const auto reg = Register::open(folder, OldWords);
        QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
        const auto told = [](Database& database) {
            return std::pair(schema::versionOf(database).value(), numberIn(database, u"SELECT count(*) FROM child"_s));
        };
        const auto [version, children] = (*reg)->read(told).result();
        QCOMPARE(version, schema::newest());
        QCOMPARE(children, 3);
    }

private Q_SLOTS:
    void initTestCase();
    void anEmptyFileIsCreatedWithAllSteps();
    void anEarlierRegisterIsUpgraded();
    void whatIsUpToDateGetsNoBackup();
    void aRegisterOfALaterProgramIsNotTouched();
    void aStepThatFailsLeavesTheRegisterAsItWas();
    void aStepWithoutRoomSaysSoAndIsTakenLater();
    void withoutABackupNoStepIsTaken();
};

void TestSchemaOutcomes::initTestCase()
{
    const auto backup =
        BackupReader::open(u"%1/schema/%2.maiam-backup"_s.arg(QStringLiteral(MAIAM_FIXTURES)).arg(OldStep));
    QVERIFY2(backup, backup ? "" : qPrintable(backup.error().message));
    auto key = Restore::unlock(*backup, OldWords);
    QVERIFY2(key, key ? "" : qPrintable(key.error().message));
    m_key = std::move(*key);
}

void TestSchemaOutcomes::anEmptyFileIsCreatedWithAllSteps()
{
    auto database = Database::open(m_home.filePath(u"trống.db"_s), SecretKey::random(32), OpenMode::Create);
    QVERIFY2(database, database ? "" : qPrintable(database.error().message));
    QCOMPARE(schema::versionOf(*database).value(), 0);
    QVERIFY(schema::upgrade(*database).value() == SchemaOutcome::Created);
    QCOMPARE(schema::versionOf(*database).value(), schema::newest());
    const QStringList made = everythingIn(*database);
    QVERIFY(made.contains(u"table journal_entry"_s));
    QVERIFY(schema::upgrade(*database).value() == SchemaOutcome::Current);
    QCOMPARE(schema::versionOf(*database).value(), schema::newest());
    QCOMPARE(everythingIn(*database), made);
}

void TestSchemaOutcomes::anEarlierRegisterIsUpgraded()
{
    const QString folder = oldRegister();
    {
        Database database = opened(folder);
        QCOMPARE(schema::versionOf(database).value(), OldStep);
        const QStringList before = everythingIn(database);
        QVERIFY(schema::upgrade(database).value() == SchemaOutcome::Upgraded);
        QCOMPARE(schema::versionOf(database).value(), schema::newest());
        QVERIFY(everythingIn(database).size() > before.size());
        QVERIFY(schema::upgrade(database).value() == SchemaOutcome::Current);
    }
    goesOn(folder);
}

void TestSchemaOutcomes::whatIsUpToDateGetsNoBackup()
{
    const NewRegister wanted = test::wantedRegister(m_home.filePath(u"sổ của hôm nay"_s));
    QVERIFY(Register::create(wanted));
    for (int i = 0; i < 2; ++i)
        QVERIFY(Register::open(wanted.folder, test::LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests()));
    QCOMPARE(backupsIn(wanted.folder), QStringList());
}

void TestSchemaOutcomes::aRegisterOfALaterProgramIsNotTouched()
{
    const QString file = m_home.filePath(u"mới hơn.db"_s);
    auto database = Database::open(file, SecretKey::random(32), OpenMode::Create);
    QVERIFY2(database, database ? "" : qPrintable(database.error().message));
    QVERIFY(schema::upgrade(*database));
    QVERIFY(meta::set(*database, u"schema"_s, schema::newest() + 1));
    QVERIFY(database->checkpoint());
    const QByteArray before = contentOf(file);
    QVERIFY(schema::isNewer(*database).value());
    QVERIFY(schema::upgrade(*database).value() == SchemaOutcome::Newer);
    QVERIFY(database->checkpoint());
    QCOMPARE(contentOf(file), before);
    // It says itself from which program on it can be read.
    QVERIFY(meta::set(*database, u"oldest_reader"_s, schema::newest()));
    QVERIFY(schema::upgrade(*database).value() == SchemaOutcome::Newer);
    QVERIFY(meta::set(*database, u"oldest_reader"_s, schema::newest() + 1));
    const auto beyond = schema::upgrade(*database);
    QVERIFY(!beyond);
    QCOMPARE(beyond.error().code, ErrorCode::NewerVersion);
    QVERIFY2(beyond.error().message.contains(u"Install the newer program"_s), qPrintable(beyond.error().message));
    QCOMPARE(schema::versionOf(*database).value(), schema::newest() + 1);
}

void TestSchemaOutcomes::aStepThatFailsLeavesTheRegisterAsItWas()
{
    const QString folder = oldRegister();
    QStringList before;
    {
        Database database = opened(folder);
        // In the way of step 2, which makes a table of this name after another one.
        QVERIFY(database.run(u"CREATE TABLE erased_part (x)"_s));
        before = everythingIn(database);
    }
    for (int tries = 0; tries < 3; ++tries) {
        const auto refused = Register::open(folder, OldWords);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Internal);
        QVERIFY2(refused.error().message.contains(u"nothing was changed"_s), qPrintable(refused.error().message));
        QVERIFY2(refused.error().detail.contains(u"erased_part"_s), qPrintable(refused.error().detail));
    }
    const QStringList backups = backupsIn(folder);
    QCOMPARE(backups.size(), 1); // each try would else leave a whole register
    const auto kept = BackupReader::open(backups.front()).value().verify(m_key);
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    QCOMPARE(kept->reason, BackupReason::SchemaStep);
    QCOMPARE(kept->schema, OldStep);
    {
        Database database = opened(folder);
        QCOMPARE(schema::versionOf(database).value(), OldStep);
        QCOMPARE(everythingIn(database), before); // nor is there anything of the step's first half
        QVERIFY(database.run(u"DROP TABLE erased_part"_s));
    }
    goesOn(folder);
}

void TestSchemaOutcomes::aStepWithoutRoomSaysSoAndIsTakenLater()
{
    const QString folder = oldRegister();
    {
        Database database = opened(folder);
        // Takes the pages that are free in the file; then the file may not grow.
        QVERIFY(database.run(u"CREATE TABLE filler AS SELECT zeroblob(1048576) AS x"_s));
        const qint64 pages = numberIn(database, u"PRAGMA page_count"_s);
        QVERIFY(pages > 0);
        QVERIFY(database.runScript(u"PRAGMA max_page_count=%1"_s.arg(pages)));
        const QStringList before = everythingIn(database);
        const auto refused = schema::upgrade(database);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QVERIFY2(refused.error().message.contains(u"Free some room"_s), qPrintable(refused.error().message));
        QVERIFY(!database.inTransaction());
        QCOMPARE(schema::versionOf(database).value(), OldStep);
        QCOMPARE(everythingIn(database), before);
        QVERIFY(database.runScript(u"PRAGMA max_page_count=1073741823"_s));
        QVERIFY(schema::upgrade(database).value() == SchemaOutcome::Upgraded);
        QVERIFY(database.run(u"DROP TABLE filler"_s));
    }
    goesOn(folder);
}

void TestSchemaOutcomes::withoutABackupNoStepIsTaken()
{
    const QString folder = oldRegister();
    QFile inTheWay(QDir(folder).filePath(u"backups"_s)); // where the folder of the backups should be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const auto refused = Register::open(folder, OldWords);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"backup"_s), qPrintable(refused.error().message));
    {
        Database database = opened(folder);
        QCOMPARE(schema::versionOf(database).value(), OldStep);
    }
    QVERIFY(inTheWay.remove());
    goesOn(folder);
    QCOMPARE(backupsIn(folder).size(), 1);
}

QTEST_GUILESS_MAIN(TestSchemaOutcomes)
#include "tst_schema_outcomes.moc"
