// SPDX-License-Identifier: GPL-3.0-or-later
// Registers that earlier versions of the program wrote: one backup for each schema step, in tests/fixtures/schema.
#include "models/catalogues/catalogues.h"
#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/register/schema.h"
#include "models/register/verify.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Words = u"bon mua la rung hoa no"_s;

QList<int> earlierSteps()
{
    QList<int> steps;
    for (const QString& name : QDir(QStringLiteral(MAIAM_FIXTURES "/schema")).entryList({ u"*.maiam-backup"_s }))
        steps.append(name.section(u'.', 0, 0).toInt());
    return steps;
}

int count(Register& reg, const QString& table)
{
    return reg
        .read([&](Database& database) -> Result<int> {
            auto found = database.query(u"SELECT count(*) FROM "_s + table);
            if (!found)
                return fail(found);
            return found->next() ? int(found->integer(0)) : -1;
        })
        .result()
        .value();
}
} // namespace

class TestSchemaSteps : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString restored(int step, const QString& name)
    {
        const auto backup =
            BackupReader::open(u"%1/schema/%2.maiam-backup"_s.arg(QStringLiteral(MAIAM_FIXTURES)).arg(step));
        if (!backup)
            return {};
        const auto key = Restore::unlock(*backup, Words);
        BackupFiles files;
        const QString folder = m_home.filePath(name);
        const auto done = key
            ? Restore::into(*backup, *key, folder, false, civil::at(QDate(2026, 12, 1), QTime(8, 0)), files)
            : Result<Restored>(fail(key));
        return done ? folder : QString();
    }

private Q_SLOTS:
    void everyEarlierStepHasItsFixture()
    {
        QList<int> wanted;
        for (int step = 1; step < schema::newest(); ++step)
            wanted.append(step);
        QCOMPARE(earlierSteps(), wanted);
    }

    void aRegisterOfAnEarlierVersionGoesOn_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : earlierSteps())
            QTest::addRow("step %d", step) << step;
    }

    void aRegisterOfAnEarlierVersionGoesOn()
    {
        QFETCH(int, step);
        const QString folder = restored(step, u"sổ %1"_s.arg(step));
        QVERIFY(!folder.isEmpty());
        auto reg = Register::open(folder, Words);
        QVERIFY2(reg, qPrintable(reg ? QString() : reg.error().message));
        QCOMPARE((*reg)->read([](Database& database) { return schema::versionOf(database); }).result().value(),
            schema::newest());
        QCOMPARE(count(**reg, u"child"_s), 3);
        QCOMPARE(count(**reg, u"\"case\""_s), 3);
        const auto verified = (*reg)->read([](Database& database) { return Verification(database).run(); }).result();
        QVERIFY(verified);
        QVERIFY2(verified->ok(), qPrintable(verified->problems.join(u'\n')));
        // The step kept a backup of what was there before; it is as good as one of today.
        RegisterBackups backups(**reg);
        const auto newest = backups.newest();
        QVERIFY(newest && *newest && (*newest)->manifest);
        QCOMPARE((*newest)->manifest->reason, BackupReason::SchemaStep);
        const auto trial = backups.tryRestore();
        QVERIFY2(trial, qPrintable(trial ? QString() : trial.error().message));
        QVERIFY2(trial->verified.ok(), qPrintable(trial->verified.problems.join(u'\n')));
        QCOMPARE(trial->children, 3);
        QVERIFY(backups.make(BackupReason::ByHand));
    }

    /// Else each unlock would lay a whole register onto the disk, and nothing would take it away.
    void aStepThatKeepsFailingKeepsOneBackup()
    {
        const QString folder = restored(1, u"sổ hỏng"_s);
        QVERIFY(!folder.isEmpty());
        const auto fixture =
            BackupReader::open(u"%1/schema/1.maiam-backup"_s.arg(QStringLiteral(MAIAM_FIXTURES))).value();
        const auto key = Restore::unlock(fixture, Words);
        QVERIFY(key);
        const auto change = [&](const QString& sql) {
            auto database = Database::open(UnlockedFolder::databaseFile(folder), *key, OpenMode::Existing);
            return database && database->run(sql);
        };
        const auto kept = [&] { return QDir(folder + u"/backups"_s).entryList(QDir::Files).size(); };
        QVERIFY(change(u"CREATE TABLE access_entry (in_the_way INTEGER)"_s));
        for (int unlock = 0; unlock < 3; ++unlock) {
            QVERIFY(!Register::open(folder, Words));
            QCOMPARE(kept(), 1);
        }
        QVERIFY(change(u"DROP TABLE access_entry"_s)); // what was written since stands in no backup
        QVERIFY(Register::open(folder, Words));
        QCOMPARE(kept(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSchemaSteps)
#include "tst_schema_steps.moc"
