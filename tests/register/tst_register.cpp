// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/kinds.h"
#include "models/register/erasure_list.h"
#include "models/register/people.h"
#include "models/register/register.h"
#include "models/register/register_backups.h"
#include "models/register/schema.h"
#include "models/register/verify.h"
#include "tests/support/wanted_register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace maiam;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");
const QString MinhWords = QStringLiteral("bon mua la rung hoa no");

NewRegister wanted(const QString& folder)
{
    NewRegister reg = test::wantedRegister(folder);
    return reg;
}

Result<std::unique_ptr<Register>> open(const QString& folder, const QString& passphrase = Passphrase)
{
    return Register::open(folder, passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
}

QByteArray bytesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void flipByte(const QString& file, qint64 at)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadWrite));
    QVERIFY(out.seek(at));
    char c = 0;
    QVERIFY(out.getChar(&c));
    QVERIFY(out.seek(at));
    QVERIFY(out.putChar(char(c ^ 1)));
}
} // namespace

class TestRegister : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString fresh() { return m_home.filePath(QStringLiteral("Sổ trẻ em %1/đường dài").arg(++m_count)); }
    int m_count = 0;

    /// A register with one child, taken as far as a later program would take it.
    QUuid makeNewer(const QString& folder, int oldestReader)
    {
        auto made = Register::create(wanted(folder));
        static_cast<void>(people::add(*made->reg, { QStringLiteral("Minh"), {}, Role::Officer }, MinhWords));
        Record record = made->reg->newRecord(kinds::Child);
        record.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
        Batch batch;
        batch.add(record);
        const auto later = [oldestReader](Database& db) -> Result<void> {
            if (auto done =
                    db.runScript(QStringLiteral("ALTER TABLE child ADD COLUMN nickname; CREATE TABLE later(x)"));
                !done)
                return done;
            if (auto done = meta::set(db, QStringLiteral("declarations"), QByteArray("later")); !done)
                return done;
            if (oldestReader > 0)
                if (auto done = meta::set(db, QStringLiteral("oldest_reader"), oldestReader); !done)
                    return done;
            return meta::set(db, QStringLiteral("schema"), 99);
        };
        const bool done = made->reg->commit(batch).result() && made->reg->writeLocal(later).result();
        return done ? record.id() : QUuid();
    }

private Q_SLOTS:
    void whatWasSavedIsThereAfterOpeningAgain()
    {
        const QString folder = fresh();
        QUuid child;
        {
            auto made = Register::create(wanted(folder));
            QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
            QCOMPARE(made->recovery.groups().size(), 8);
            Record record = made->reg->newRecord(kinds::Child);
            record.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
            record.set(ChildFields::Sex, QStringLiteral("female"));
            child = record.id();
            Batch batch;
            batch.add(record);
            auto committed = made->reg->commit(batch).result();
            QVERIFY(committed);
            QCOMPARE(committed->rows.size(), size_t(1));
        }
        QVERIFY(!bytesOf(folder + QStringLiteral("/register.db")).startsWith("SQLite format 3"));
        auto again = open(folder);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE((*again)->office().name, QStringLiteral("Ủy ban nhân dân xã Bình Liêu"));
        QCOMPARE((*again)->userLabel(), QStringLiteral("Hoàng Thị Lan"));
        auto record = (*again)->record(kinds::Child, child);
        QVERIFY(record);
        QCOMPARE(record->text(ChildFields::Name), QStringLiteral("Tằng Mỹ Ánh"));
        QCOMPARE(record->heads().size(), 1);
    }

    void aWrongPassphraseOpensNothingAndSaysSo()
    {
        const QString folder = fresh();
        QVERIFY(Register::create(wanted(folder)));
        auto opened = open(folder, QStringLiteral("khong phai cau nay dau"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::WrongPassphrase);
        QVERIFY(!opened.error().message.isEmpty());
        QVERIFY(open(folder));
    }

    void aMissingKeysFileIsNamed()
    {
        const QString folder = fresh();
        QVERIFY(Register::create(wanted(folder)));
        const QByteArray before = bytesOf(folder + QStringLiteral("/register.db"));
        QVERIFY(QFile::rename(folder + QStringLiteral("/register.keys"), folder + QStringLiteral("/aside")));
        QFile::remove(folder + QStringLiteral("/register.keys.previous"));
        auto opened = open(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::KeysMissing);
        QCOMPARE(bytesOf(folder + QStringLiteral("/register.db")), before);
        QVERIFY(QFile::rename(folder + QStringLiteral("/aside"), folder + QStringLiteral("/register.keys")));
        QVERIFY(open(folder));
    }

    void aDamagedPageIsNotRead()
    {
        const QString folder = fresh();
        QVERIFY(Register::create(wanted(folder)));
        const QString file = folder + QStringLiteral("/register.db");
        flipByte(file, 2000);
        auto opened = open(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Damaged);
        flipByte(file, 2000);
        QVERIFY(open(folder));
    }

    void aRegisterOfANewerProgramIsOnlyShown()
    {
        const QString folder = fresh();
        const QUuid child = makeNewer(folder, 0);
        const QByteArray database = bytesOf(folder + QStringLiteral("/register.db"));
        const QByteArray keys = bytesOf(folder + QStringLiteral("/register.keys"));
        {
            auto opened = open(folder);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
            Register& reg = **opened;
            QVERIFY(reg.isReadOnly());
            QCOMPARE(reg.roles(), Roles(Role::Viewer));
            auto shown = reg.record(kinds::Child, child);
            QVERIFY(shown);
            QCOMPARE(shown->text(ChildFields::Name), QStringLiteral("Tằng Mỹ Ánh"));

            const auto refused = [](const auto& done) { return !done && done.error().code == ErrorCode::NewerVersion; };
            Batch batch;
            batch.add(reg.newRecord(kinds::Child));
            QVERIFY(refused(reg.commit(batch).result()));
            QVERIFY(refused(reg.receive({}).result()));
            QVERIFY(refused(reg.checkpoint().result()));
            const auto write = [](Database& db) { return meta::set(db, QStringLiteral("x"), 1); };
            QVERIFY(refused(reg.writeLocal(write).result()));
            const auto change = [](KeysFile&, const SecretKey&, Database&) { return Result<void>(); };
            QVERIFY(refused(reg.changeKeys(change).result()));
            RegisterBackups backups(reg);
            QVERIFY(!*backups.isDue());
            QVERIFY(refused(backups.make(BackupReason::ByHand)));
            QVERIFY(!QFile::exists(backups.folder()));
            reg.noteAccess(AccessAct::Opened, &kinds::Child, child);
            auto verified = reg.read([](Database& db) { return Verification(db).run(); }).result();
            QVERIFY(verified && verified->ok());
            QCOMPARE(verified->notes.size(), 1);
        }
        QCOMPARE(bytesOf(folder + QStringLiteral("/register.db")), database);
        QCOMPARE(bytesOf(folder + QStringLiteral("/register.keys")), keys);
        QVERIFY(bytesOf(folder + QStringLiteral("/register.db-wal")).isEmpty());
    }

    void nobodySeesMoreInItThanTheirRoleAllows()
    {
        const QString folder = fresh();
        makeNewer(folder, 0);
        auto opened = open(folder, MinhWords);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY(!roleRule::mayWrite((*opened)->roles()) && !roleRule::mayInspect((*opened)->roles()));
    }

    void whatIsStillToBeErasedInItIsNotShown()
    {
        const QString folder = fresh();
        makeNewer(folder, 0);
        QFile list(folder + u'/' + QLatin1String(erasureList::waitingNames().front()));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write("something to erase") > 0);
        list.close();
        auto opened = open(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NewerVersion);
        QVERIFY(list.exists());
    }

    void whatThisProgramCannotEvenReadIsLeftAlone()
    {
        const QString folder = fresh();
        makeNewer(folder, 99);
        const QByteArray database = bytesOf(folder + QStringLiteral("/register.db"));
        auto opened = open(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NewerVersion);
        QCOMPARE(bytesOf(folder + QStringLiteral("/register.db")), database);
    }

    void aFolderWithARegisterIsNotOverwritten()
    {
        const QString folder = fresh();
        QVERIFY(Register::create(wanted(folder)));
        const QByteArray keys = bytesOf(folder + QStringLiteral("/register.keys"));
        auto second = Register::create(wanted(folder));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(bytesOf(folder + QStringLiteral("/register.keys")), keys);
    }

    void anOlderRegisterGetsItsNewColumnsAndIndexes()
    {
        const QString folder = fresh();
        const auto first = [](Register& reg, const QString& sql) {
            return reg
                .read([sql](Database& db) -> QString {
                    auto found = db.query(sql);
                    return found && found->next() ? found->text(0) : QStringLiteral("nothing");
                })
                .result();
        };
        const QString nameKey = QStringLiteral("SELECT name_key FROM child");
        const QString hits = QStringLiteral("SELECT count(*) FROM search_child WHERE search_child MATCH 'anh'");
        const QString indexes =
            QStringLiteral("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE name LIKE 'case_%' "
                           "OR name LIKE 'child_%' ORDER BY name)");
        QString wantedIndexes;
        {
            auto made = Register::create(wanted(folder));
            Register& reg = *made->reg;
            Record record = reg.newRecord(kinds::Child);
            record.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
            Batch batch;
            batch.add(record);
            QVERIFY(reg.commit(batch).result());
            QCOMPARE(first(reg, nameKey), QStringLiteral("tang my anh"));
            wantedIndexes = first(reg, indexes);
            const auto aged = reg.writeLocal([](Database& db) {
                                     return db.runScript(QStringLiteral(
                                         "DROP INDEX child_name_key; ALTER TABLE child DROP COLUMN name_key; "
                                         "DROP INDEX case_step_in_order; CREATE INDEX case_step ON \"case\"(step, "
                                         "flags); DROP TABLE search_child; CREATE VIRTUAL TABLE search_child USING "
                                         "fts5(exact, folded); UPDATE meta SET value = x'00' WHERE name = "
                                         "'declarations'"));
                                 })
                                  .result();
            QVERIFY2(aged, aged ? "" : qPrintable(aged.error().detail));
        }
        auto again = open(folder);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message + again.error().detail));
        QCOMPARE(first(**again, nameKey), QStringLiteral("tang my anh"));
        QCOMPARE(first(**again, hits), QStringLiteral("1"));
        QCOMPARE(first(**again, indexes), wantedIndexes);
    }

    void aChildThatNoSearchFindsIsNamedByTheCheck()
    {
        auto made = Register::create(wanted(fresh()));
        Record record = made->reg->newRecord(kinds::Child);
        record.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
        Batch batch;
        batch.add(record);
        QVERIFY(made->reg->commit(batch).result());
        const auto problems = [&](const char* damage) {
            const auto work = [damage](Database& db) { return db.runScript(QString::fromLatin1(damage)); };
            if (!made->reg->writeLocal(work).result())
                qFatal("%s", damage);
            auto own = made->reg->connect(QStringLiteral("check")); // as the page and the command do
            const auto found = (*own)->run([](Database& db) { return Verification(db).run(); }).result();
            if (!found)
                qFatal("%s: %s %s", damage, qPrintable(found.error().message), qPrintable(found.error().detail));
            return found->problems;
        };
        QVERIFY(problems("SELECT 1").isEmpty());
        QCOMPARE(problems("UPDATE child SET name_key = 'ai khac'").size(), 1);
        QCOMPARE(problems("UPDATE child SET name_key = 'tang my anh', owner = x'00'").size(), 1);
        QVERIFY(problems("UPDATE child SET owner = (SELECT office FROM journal_device)").isEmpty());
        // A name that stays in the search when its record has another, or none.
        QCOMPARE(problems("INSERT INTO search_child(rowid, exact, folded) VALUES (77, 'lan', 'lan')").size(), 1);
        QVERIFY(problems("DELETE FROM search_child WHERE rowid = 77").isEmpty());
        QCOMPARE(problems("DELETE FROM search_child").size(), 1);
    }

    void aRefusedBatchLeavesNoTrace()
    {
        const QString folder = fresh();
        auto made = Register::create(wanted(folder));
        Register& reg = *made->reg;
        const auto entries = [&] {
            return reg
                .read([](Database& db) -> qint64 {
                    auto q = db.query(QStringLiteral("SELECT count(*) FROM journal_entry"));
                    return q->next() ? q->integer(0) : -1;
                })
                .result();
        };
        const qint64 before = entries();
        Record mine = reg.newRecord(kinds::Child);
        mine.set(ChildFields::Name, QStringLiteral("An"));
        Record foreign(kinds::Child, QUuid::createUuid()); // another office's id
        foreign.set(ChildFields::Name, QStringLiteral("Bình"));
        Batch batch;
        batch.add(mine);
        batch.add(foreign);
        auto refused = reg.commit(batch).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(entries(), before);
        Batch good;
        good.add(mine);
        QVERIFY(reg.commit(good).result());
        QCOMPARE(entries(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestRegister)
#include "tst_register.moc"
