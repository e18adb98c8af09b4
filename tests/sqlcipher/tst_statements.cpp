// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/database.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <limits>
#include <thread>

using namespace maiam;
using namespace Qt::Literals::StringLiterals;

/// Values come back as they went in, from our statements and from Qt's models alike.
class TestStatements : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::optional<Database> m_db;

    qint64 count(const QString& table) const
    {
        auto rows = const_cast<Database&>(*m_db).query(u"SELECT count(*) FROM "_s + table);
        return rows && rows->next() ? rows->integer(0) : -1;
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        auto db = Database::open(
            m_dir.filePath(QString::number(++number) + u".db"_s), SecretKey::random(32), OpenMode::Create);
        QVERIFY2(db, db ? "" : qPrintable(db.error().detail));
        m_db.emplace(std::move(*db));
        QVERIFY(m_db->runScript(u"CREATE TABLE child (id INTEGER PRIMARY KEY, name TEXT, weight REAL, photo BLOB);"
                                "CREATE TABLE visit (id INTEGER PRIMARY KEY, child INTEGER NOT NULL REFERENCES child,"
                                " code TEXT UNIQUE);\n-- the end\n"_s));
    }

    void cleanup() { m_db.reset(); }

    void whoOpensIsNotToldThatNothingWasSaved()
    {
        QVERIFY(m_db->run(u"PRAGMA max_page_count = 1"_s));
        const auto full = m_db->run(u"INSERT INTO child(photo) VALUES (zeroblob(1000000))"_s);
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::DiskFull);
        QVERIFY2(full.error().message.contains(u"not saved"_s), qPrintable(full.error().message));
        const Error opening = Database::notOpened(full.error());
        QVERIFY2(opening.message.contains(u"could not be opened"_s), qPrintable(opening.message));
        QCOMPARE(opening.detail, full.error().detail);
        const Error own { ErrorCode::ReadOnly, u"words of their own"_s, u"folder"_s };
        QCOMPARE(Database::notOpened(own).message, own.message);
    }

    void names_pictures_and_numbers_come_back_unchanged()
    {
        const QString name = u"Nguyễn Thị Ánh Tuyết — Đặng Ơn Ứng 𠀀"_s;
        const QString withNul = u"a"_s + QChar(u'\0') + u"b"_s;
        QByteArray photo(16 * 1024, '\0');
        for (qsizetype i = 0; i < photo.size(); ++i)
            photo[i] = static_cast<char>(i * 31);
        auto insert = m_db->prepared(u"INSERT INTO child (name, weight, photo) VALUES (?, ?, ?)"_s);
        QVERIFY(insert.bind(0, name).bind(1, 12.25).bind(2, photo).exec());
        QCOMPARE(m_db->lastInsertId(), 1);
        QVERIFY(insert.bind(0, withNul).bind(1, std::numeric_limits<qint64>::max()).bind(2, nullptr).exec());
        QVERIFY(insert.bind(0, u""_s).bind(1, true).bind(2, QByteArray("")).exec());
        QVERIFY(insert.bind(0, QString()).bind(1, QByteArray()).bind(2, QByteArray()).exec());

        auto rows = m_db->query(u"SELECT name, weight, photo FROM child ORDER BY id"_s);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->columnCount(), 3);
        QCOMPARE(rows->columnName(2), u"photo"_s);
        QCOMPARE(rows->text(0), name);
        QCOMPARE(rows->real(1), 12.25);
        QCOMPARE(rows->blob(2), photo);
        QCOMPARE(rows->value(2).toByteArray(), photo);
        QVERIFY(rows->next());
        QCOMPARE(rows->text(0), withNul);
        QVERIFY(rows->isNull(2));
        QVERIFY(rows->blob(2).isNull());
        QVERIFY(rows->next());
        QVERIFY(!rows->isNull(0) && rows->text(0).isEmpty() && !rows->text(0).isNull());
        QCOMPARE(rows->integer(1), 1);
        QVERIFY(!rows->isNull(2) && rows->blob(2).isEmpty());
        QVERIFY(rows->next());
        QVERIFY(rows->isNull(0) && rows->text(0).isNull() && rows->isNull(1) && rows->isNull(2));
        QVERIFY(!rows->next());
        QVERIFY(!rows->error());
        QVERIFY(rows->finished());
    }

    void every_type_of_value_can_be_given_in_a_list()
    {
        const QUuid id = QUuid::createUuid();
        auto row = m_db->query(u"SELECT ?, ?, ?, ?, ?, ?, ?, ?"_s,
            { std::numeric_limits<qint64>::min(), 0.5, u"chữ"_s, QByteArray("\0\1", 2), true, QVariant(), id,
                QDate(2026, 2, 28) });
        QVERIFY(row && row->next());
        QCOMPARE(row->integer(0), std::numeric_limits<qint64>::min());
        QCOMPARE(row->real(1), 0.5);
        QCOMPARE(row->text(2), u"chữ"_s);
        QCOMPARE(row->blob(3), QByteArray("\0\1", 2));
        QCOMPARE(row->integer(4), 1);
        QVERIFY(row->isNull(5));
        QCOMPARE(QUuid::fromRfc4122(row->blob(6)), id);
        QCOMPARE(row->text(7), u"2026-02-28"_s);
        QVERIFY(!m_db->query(u"SELECT ?"_s, { 1, 2 }));
        QVERIFY(!m_db->query(u"SELECT ?, ?"_s, { 1 }));
    }

    void mistakes_are_told_and_nothing_is_half_done()
    {
        QVERIFY(!m_db->run(u"SELECT 1; SELECT 2"_s));
        QVERIFY(!m_db->run(u"SELECT 1; nonsense"_s));
        QVERIFY(!m_db->run(u" -- nothing\n"_s));
        QVERIFY(m_db->run(u"SELECT 1; -- one only\n ; /* still */ "_s));
        QVERIFY(!m_db->run(u"SELECT nothing FROM nowhere"_s));
        QVERIFY(!m_db->run(u"SELECT \"not a string\""_s)); // double quotes are names only
        QVERIFY(!m_db->run(u"SELECT load_extension('x')"_s));
        auto broken = m_db->prepared(u"SELEC"_s);
        QVERIFY(!broken.bind(0, 1).exec());
        QVERIFY(!broken.next());
        QVERIFY(broken.error());

        QVERIFY(m_db->run(u"INSERT INTO child (id) VALUES (1)"_s));
        QVERIFY(m_db->run(u"INSERT INTO visit (child, code) VALUES (1, 'a')"_s));
        const auto twice = m_db->run(u"INSERT INTO visit (child, code) VALUES (1, ?)"_s, { u"a"_s });
        QCOMPARE(twice.error().code, ErrorCode::AlreadyExists);
        QVERIFY(twice.error().detail.contains(u"visit.code"_s));
        QVERIFY(!m_db->run(u"INSERT INTO visit (child) VALUES (99)"_s)); // no such child
        QVERIFY(m_db->run(u"UPDATE child SET name = 'b'"_s));
        QCOMPARE(m_db->changes(), 1);
        // A value never reaches the detail of an error, not even one inside a search.
        QVERIFY(m_db->run(u"CREATE VIRTUAL TABLE words USING fts5(body)"_s));
        auto search = m_db->query(u"SELECT * FROM words WHERE words MATCH ?"_s, { u"\"SECRETNAME"_s });
        QVERIFY(search && !search->next() && search->error());
        QVERIFY(!search->error()->detail.contains(u"SECRETNAME"_s));
    }

    void an_unfinished_commit_leaves_nothing_behind()
    {
        {
            auto transaction = Transaction::begin(*m_db);
            QVERIFY(transaction);
            QVERIFY(!Transaction::begin(*m_db)); // they do not nest
            QVERIFY(m_db->run(u"INSERT INTO child (name) VALUES ('a')"_s));
            QCOMPARE(count(u"child"_s), 1);
        }
        QVERIFY(!m_db->inTransaction());
        QCOMPARE(count(u"child"_s), 0);
        auto transaction = Transaction::begin(*m_db);
        QVERIFY(transaction);
        Transaction moved = std::move(*transaction);
        QVERIFY(m_db->run(u"INSERT INTO child (name) VALUES ('a')"_s));
        QVERIFY(moved.commit());
        QVERIFY(!moved.commit());
        QCOMPARE(count(u"child"_s), 1);
    }

    void one_text_can_be_used_twice_at_once_and_many_texts_after_another()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_db->run(u"INSERT INTO child (id) VALUES (?)"_s, { i }));
        auto outer = m_db->query(u"SELECT id FROM child ORDER BY id"_s);
        int pairs = 0;
        while (outer->next()) {
            auto inner = m_db->query(u"SELECT id FROM child ORDER BY id"_s);
            while (inner->next())
                ++pairs;
        }
        QCOMPARE(pairs, 9);
        for (int i = 0; i < 400; ++i) {
            auto row = m_db->query(u"SELECT "_s + QString::number(i));
            QVERIFY(row && row->next());
            QCOMPARE(row->integer(0), i);
        }
    }

    void a_statement_that_outlives_its_register_says_so()
    {
        auto rows = m_db->query(u"SELECT 1 UNION SELECT 2"_s);
        auto same = m_db->query(u"SELECT 1 UNION SELECT 2"_s);
        QVERIFY(rows && same && rows->next() && same->next());
        auto transaction = Transaction::begin(*m_db, Transaction::Kind::Read);
        QVERIFY(transaction);
        QTest::ignoreMessage(QtWarningMsg, "A database was closed in the middle of a transaction; it is rolled back.");
        m_db.reset();
        QVERIFY(rows->isNull(0) && rows->text(0).isEmpty() && rows->integer(0) == 0 && rows->columnCount() == 0);
        QVERIFY(rows->columnName(0).isEmpty() && rows->blob(0).isEmpty() && rows->value(0).isNull());
        QVERIFY(!rows->next() && !same->next());
        QVERIFY(rows->error() && same->error());
        QVERIFY(!transaction->commit());
    }

    void a_long_search_can_be_stopped()
    {
        std::thread stopper([this] {
            QThread::msleep(150);
            m_db->interrupt();
        });
        auto rows =
            m_db->query(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
        const auto step = rows->step();
        stopper.join();
        QVERIFY(!step);
        QCOMPARE(step.error().code, ErrorCode::Cancelled);
    }

    void a_flag_stops_what_runs_and_what_comes_after()
    {
        std::atomic_bool stop = false;
        m_db->stopWhen(&stop);
        std::thread stopper([&stop] {
            QThread::msleep(50);
            stop = true;
        });
        for (int i = 0; i < 2; ++i) {
            auto rows = m_db->query(
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
            const auto step = rows->step();
            QVERIFY(!step);
            QCOMPARE(step.error().code, ErrorCode::Cancelled);
        }
        stopper.join();
        m_db->stopWhen(nullptr);
        auto rows = m_db->query(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) SELECT count(*) FROM n"_s);
        QVERIFY(rows->step());
    }

    void qt_queries_take_names_and_positions()
    {
        QSqlQuery query(m_db->handle());
        QVERIFY(query.prepare(u"INSERT INTO child (name, weight, photo) VALUES (:name, :weight, :name)"_s));
        query.bindValue(u":weight"_s, 3.5);
        query.bindValue(u":name"_s, u"Lý"_s);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QCOMPARE(query.lastInsertId().toLongLong(), 1);
        QCOMPARE(query.numRowsAffected(), 1);
        QVERIFY(query.prepare(u"INSERT INTO child (name, weight) VALUES (?, ?)"_s));
        query.addBindValue(QVariantList { u"a"_s, u"b"_s, QVariant() });
        query.addBindValue(QVariantList { 1.0, 2.0, 3.0 });
        QVERIFY(query.execBatch());
        QVERIFY(query.prepare(u"SELECT name, weight, photo, id FROM child WHERE id >= ? ORDER BY id"_s));
        query.addBindValue(1);
        QVERIFY(query.exec());
        QCOMPARE(query.record().field(1).metaType(), QMetaType::fromType<double>());
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), u"Lý"_s);
        QCOMPARE(query.value(2).toString(), u"Lý"_s);
        QVERIFY(query.last());
        QCOMPARE(query.at(), 3);
        QVERIFY(query.isNull(0));
        QVERIFY(query.previous() && query.seek(1));
        QCOMPARE(query.value(u"name"_s).toString(), u"a"_s);
        QVERIFY(!query.exec(u"SELECT 1; DROP TABLE child"_s));
        QVERIFY(!query.prepare(u"SELECT nothing FROM nowhere"_s));
        QVERIFY(query.prepare(u"SELECT ?, ?"_s));
        query.addBindValue(1);
        QVERIFY(!query.exec());

        QSqlQuery forward(m_db->handle());
        forward.setForwardOnly(true);
        QVERIFY(forward.exec(u"SELECT id FROM child"_s));
        int rows = 0;
        while (forward.next())
            QCOMPARE(forward.value(0).toInt(), ++rows);
        QCOMPARE(rows, 4);

        QSqlDatabase handle = m_db->handle();
        QVERIFY(handle.transaction());
        QVERIFY(query.exec(u"DELETE FROM child"_s));
        QVERIFY(handle.rollback());
        QCOMPARE(count(u"child"_s), 4);
    }

    void qt_models_show_and_edit_the_register()
    {
        auto insert = m_db->prepared(u"INSERT INTO child (name) VALUES (?)"_s);
        for (int i = 0; i < 600; ++i)
            QVERIFY(insert.bind(0, u"trẻ %1"_s.arg(i)).exec());
        QCOMPARE(m_db->handle().tables(), QStringList({ u"child"_s, u"visit"_s }));
        QCOMPARE(m_db->handle().primaryIndex(u"child"_s).fieldName(0), u"id"_s);
        QVERIFY(m_db->handle().record(u"child"_s).field(u"id"_s).isAutoValue());

        QSqlQueryModel list;
        list.setQuery(u"SELECT id, name FROM child ORDER BY id"_s, m_db->handle());
        QVERIFY2(!list.lastError().isValid(), qPrintable(list.lastError().text()));
        while (list.canFetchMore())
            list.fetchMore();
        QCOMPARE(list.rowCount(), 600);
        QCOMPARE(list.data(list.index(599, 1)).toString(), u"trẻ 599"_s);
        QCOMPARE(list.headerData(1, Qt::Horizontal).toString(), u"name"_s);
        list.clear();

        QSqlTableModel table(nullptr, m_db->handle());
        table.setTable(u"child"_s);
        table.setEditStrategy(QSqlTableModel::OnManualSubmit);
        table.setFilter(u"id <= 10"_s);
        QVERIFY(table.select());
        QCOMPARE(table.rowCount(), 10);
        QVERIFY(table.setData(table.index(2, 1), u"Đổi tên"_s));
        QVERIFY(table.insertRow(10));
        QVERIFY(table.setData(table.index(10, 1), u"Mới"_s));
        QVERIFY2(table.submitAll(), qPrintable(table.lastError().text()));
        QVERIFY(table.removeRow(0));
        QVERIFY(table.submitAll());
        QCOMPARE(count(u"child"_s), 600);
        auto changed = m_db->query(u"SELECT name FROM child WHERE id IN (3, 601) ORDER BY id"_s);
        QVERIFY(changed->next());
        QCOMPARE(changed->text(0), u"Đổi tên"_s);
        QVERIFY(changed->next());
        QCOMPARE(changed->text(0), u"Mới"_s);
    }

    void the_register_holds_its_guards()
    {
        const auto pragma = [this](const QString& name) {
            auto row = m_db->query(u"PRAGMA "_s + name);
            return row && row->next() ? row->text(0) : QString();
        };
        QCOMPARE(pragma(u"journal_mode"_s), u"wal"_s);
        QCOMPARE(pragma(u"synchronous"_s), u"2"_s);
        QCOMPARE(pragma(u"foreign_keys"_s), u"1"_s);
        QCOMPARE(pragma(u"secure_delete"_s), u"1"_s);
        QCOMPARE(pragma(u"temp_store"_s), u"2"_s);
        QCOMPARE(pragma(u"trusted_schema"_s), u"0"_s);
        QCOMPARE(pragma(u"cell_size_check"_s), u"1"_s);
        QCOMPARE(pragma(u"busy_timeout"_s), u"5000"_s);
        QCOMPARE(pragma(u"cache_size"_s), u"-16384"_s);
        (void)m_db->run(u"PRAGMA writable_schema=ON"_s);
        QVERIFY(!m_db->run(u"UPDATE sqlite_master SET sql = 'x'"_s)); // defensive
    }

    void a_closed_register_is_not_opened_again_without_its_key()
    {
        QSqlDatabase handle = m_db->handle();
        handle.close();
        QVERIFY(!handle.open());
        QVERIFY(!handle.isOpen());
        QVERIFY(!m_db->run(u"SELECT 1"_s));
        QVERIFY(!Transaction::begin(*m_db));
        handle = QSqlDatabase();
    }
};

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
